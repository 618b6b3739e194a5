"""What auditors found on work under the objectives, and what became of their recommendations."""

import pandas as pd

from data.catalog import Catalog
from data.queries.narrowing import sources_of
from figures import labels
from figures.figure import Figure
from figures.language import Language


def figure(catalog: Catalog, findings: pd.DataFrame, language: Language) -> Figure:
    """Return the findings as a table without a drawing.

    Args:
        findings: what `data.queries.oversight.findings` returns; at least one row.
    """
    unknown = language.gettext("Not stated in what was read")
    return Figure(
        key="objectives-oversight",
        title=language.ngettext(
            "Auditors: one finding bears on this work", "Auditors: {n} findings bear on this work", len(findings)
        ),
        text=" ".join(
            language.gettext("{day}: {finding}").format(day=language.date(row.date), finding=row.finding)
            for row in findings.itertuples()
        ),
        note=language.gettext("Which objective a finding bears on is our judgement, from what it speaks of."),
        rows=findings.assign(
            when=findings["date"].map(language.date),
            tied=[language.join(map(str, found)) for found in findings["objectives"]],
            became=findings["recommendations"].replace("", unknown),
            sources=labels.sources_by("oversight_sources", "oversight_id", findings["oversight_id"], language, catalog),
        ),
        columns={
            "when": language.gettext("Date"),
            "body": language.gettext("Who found it"),
            "finding": language.gettext("What it found"),
            "became": language.gettext("Recommendations"),
            "tied": language.gettext("Objectives"),
            "note": language.gettext("Note"),
            "sources": language.gettext("Sources"),
            "oversight_id": language.gettext("Code"),
        },
        source_ids=tuple(sources_of(catalog, "oversight_sources", "oversight_id", findings["oversight_id"])),
        narrowed_by=("objectives",),
        widths={"finding": 340, "became": 240, "note": 200},
    )
