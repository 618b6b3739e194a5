"""Every initiative as a row: its status when published, and the latest evidence."""

import pandas as pd

from data.catalog import Catalog
from data.queries.narrowing import sources_of
from data.queries.objectives import Initiative
from figures import labels
from figures.figure import Figure
from figures.language import Language


def figure(catalog: Catalog, initiatives: tuple[Initiative, ...], language: Language) -> Figure:
    """Return the initiatives as a table.

    Args:
        initiatives: what `data.queries.objectives.in_full` returns, at least one.
    """
    ids = [initiative.initiative_id for initiative in initiatives]
    sources = [
        *sources_of(catalog, "initiative_sources", "initiative_id", ids),
        *sources_of(catalog, "followup_sources", "initiative_id", ids),
    ]
    return Figure(
        key="objectives-initiatives",
        title=_title(initiatives, language),
        text=_text(initiatives, catalog, language),
        rows=_rows(initiatives, catalog, language),
        columns={
            "initiative_id": language.gettext("Code"),
            "objective": language.gettext("Objective"),
            "initiative": language.gettext("Initiative"),
            "scope": language.gettext("Scope"),
            "kind": language.gettext("Kind"),
            "status": language.gettext("Status as published"),
            "summary": language.gettext("Summary"),
            "leads": language.gettext("Lead"),
            "partners": language.gettext("Partners"),
            "countries": language.gettext("Countries"),
            "evidence_date": language.gettext("Latest evidence, date"),
            "evidence": language.gettext("Latest evidence"),
            "evidence_note": language.gettext("Limits of the evidence or of the search"),
            "sources": language.gettext("Sources"),
        },
        source_ids=tuple(dict.fromkeys(sources)),
        note=language.gettext("Later sources were looked for only for initiatives in the strategy."),
        narrowed_by=("objectives", "countries"),
        chosen_by=("objectives_scope",),
    )


def _followed(initiatives: tuple[Initiative, ...]) -> tuple[int, int]:
    looked_for = [initiative.follow_up for initiative in initiatives if initiative.follow_up]
    return sum(bool(found.latest.date) for found in looked_for), len(looked_for)


def _title(initiatives: tuple[Initiative, ...], language: Language) -> str:
    found, looked_for = _followed(initiatives)
    if not looked_for:
        return language.gettext("Every initiative, with its status as published")
    return language.gettext(
        "Every initiative, with status and latest evidence: later sources on {found} of {total} in the strategy"
    ).format(found=found, total=looked_for)


def _text(initiatives: tuple[Initiative, ...], catalog: Catalog, language: Language) -> str:
    statuses = pd.Series([initiative.status for initiative in initiatives]).value_counts()
    words = labels.words(language, "status")
    counted = [f"{words[status]} {number}" for status, number in statuses.items()]
    day = language.date(catalog.facts_as_of.isoformat())
    found, looked_for = _followed(initiatives)
    parts = [
        language.gettext("{initiatives}. Status as published: {statuses}.").format(
            initiatives=language.ngettext("{n} initiative", "{n} initiatives", len(initiatives)),
            statuses=language.join(counted),
        )
    ]
    if looked_for:
        parts.append(
            language.gettext(
                "In the strategy: a later source was found for {found}, none in this collection for {missing} (read to "
                "{day})."
            ).format(found=found, missing=looked_for - found, day=day)
        )
    return " ".join(parts)


def _rows(initiatives: tuple[Initiative, ...], catalog: Catalog, language: Language) -> pd.DataFrame:
    objectives, names = labels.objectives(language, catalog), labels.countries(language, catalog)
    scopes, kinds = (labels.words(language, column) for column in ("scope", "kind"))
    return pd.DataFrame(
        [
            {
                "initiative_id": one.initiative_id,
                "objective": f"{one.objective_id} {objectives[one.objective_id]}",
                "initiative": one.name,
                "scope": scopes[one.scope],
                "kind": kinds[one.kind],
                "status": labels.status(one.status, one.status_date, language),
                "summary": one.summary,
                "leads": "; ".join(one.leads),
                "partners": "; ".join(one.partners),
                "countries": "; ".join(names[code] for code in one.countries),
                "evidence_date": one.follow_up.latest.date if one.follow_up else "",
                "evidence": one.follow_up.latest.what if one.follow_up else "",
                "evidence_note": one.follow_up.note if one.follow_up else "",
                "sources": labels.sources(one.source_ids, language, catalog),
            }
            for one in initiatives
        ]
    )
