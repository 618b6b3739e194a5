"""What auditors found on work under the objectives, and what became of their recommendations."""

from html import escape

import pandas as pd

from data.queries.narrowing import sources_of
from figures import labels
from figures.figure import Figure
from figures.objectives.markup import record
from figures.view import View


def figure(view: View, findings: pd.DataFrame) -> Figure:
    """Return the findings as a list.

    Args:
        findings: what `data.queries.oversight.findings` returns; at least one row.
    """
    catalog, language = view.catalog, view.language
    unknown = language.gettext("Not stated in what was read")
    return Figure(
        key="objectives-oversight",
        title=language.ngettext(
            "Auditors: one finding bears on this work", "Auditors: {n} findings bear on this work", len(findings)
        ),
        text=language.gettext("Found by: {bodies}. The newest: {day}.").format(
            bodies=language.join(dict.fromkeys(findings["body"])), day=language.date(findings["date"].max())
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
        sorted_by={"when": "date"},
        drawing=_list(view, findings),
        source_ids=tuple(sources_of(catalog, "oversight_sources", "oversight_id", findings["oversight_id"])),
        narrowed_by=("objectives",),
        holds=language.ngettext("{n} finding", "{n} findings", len(findings)),
    )


def _list(view: View, findings: pd.DataFrame) -> str:
    items = "".join(
        f"<li><time>{escape(view.language.date(one.date))}</time> {record(view, 'oversight', one.oversight_id, one.body)}: "
        f"{escape(one.finding)}{_became(one.recommendations, one.note)}</li>"
        for one in findings.itertuples()
    )
    return f'<ul class="findings">{items}</ul>'


def _became(recommendations: str, note: str) -> str:
    said = " ".join(part for part in (recommendations, note) if part)
    return f" <small>{escape(said)}</small>" if said else ""
