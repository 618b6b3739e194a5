"""From promise to evidence: each initiative of the strategy, its status as published, and what later sources say of it."""

from collections.abc import Sequence

import pandas as pd

from data.catalog import Catalog
from data.queries.objectives import Initiative
from figures import labels
from figures.figure import Figure
from figures.language import Language

EVIDENCE = ("all", "later", "none")
"""Every initiative; those on which a later source was found; those on which none was."""


def figure(catalog: Catalog, initiatives: Sequence[Initiative], language: Language, evidence: str = "all") -> Figure:
    """Return the initiatives as a table, the newest evidence first and those without any last.

    Args:
        initiatives: what `data.queries.objectives.in_full` returns; those of context are left out, since no later
            sources were looked for on them.
        evidence: one of `EVIDENCE`.
    """
    ours = [one for one in initiatives if one.follow_up]
    shown = [one for one in ours if evidence == "all" or bool(_date(one)) == (evidence == "later")]
    shown.sort(key=_date, reverse=True)
    cited = [source for one in shown for source in _sources(one)]
    return Figure(
        key="objectives-promises",
        title=_title(ours, language),
        text=_text(ours, catalog, language),
        rows=_rows(shown, catalog, language),
        columns={
            "objective": language.gettext("Objective"),
            "initiative": language.gettext("Initiative"),
            "status": language.gettext("Status as published"),
            "evidence_date": language.gettext("Evidence of"),
            "evidence": language.gettext("Latest evidence"),
            "events": language.gettext("Later events"),
            "latest_event": language.gettext("Latest of these"),
            "sources": language.gettext("Later sources, or sources of the plan"),
        },
        source_ids=tuple(dict.fromkeys(cited)),
        note=language.gettext(
            "Evidence is not proof that a plan was carried out, and its absence is not proof of the contrary: it may only "
            "be that nobody wrote of it, or that it was not found."
        ),
        narrowed_by=("objectives", "countries"),
        widths={"initiative": 225, "evidence": 300, "latest_event": 300, "sources": 300},
    )


def _date(initiative: Initiative) -> str:
    return initiative.follow_up.date if initiative.follow_up else ""


def _sources(initiative: Initiative) -> tuple[str, ...]:
    later = initiative.follow_up.source_ids if initiative.follow_up else ()
    return later or initiative.source_ids


def _title(ours: Sequence[Initiative], language: Language) -> str:
    found = sum(bool(_date(one)) for one in ours)
    if not found:
        return language.ngettext(
            "No later source was found on the one initiative in the strategy",
            "No later source was found on any of these {n} initiatives in the strategy",
            len(ours),
        )
    return language.gettext("Later sources speak of {found} of {initiatives} in the strategy").format(
        found=language.number(found), initiatives=language.ngettext("{n} initiative", "{n} initiatives", len(ours))
    )


def _text(ours: Sequence[Initiative], catalog: Catalog, language: Language) -> str:
    each = []
    for number in sorted({one.objective_id for one in ours}):
        under = [one for one in ours if one.objective_id == number]
        pattern = language.gettext("objective {number}: {found} of {total}")
        each.append(
            pattern.format(number=number, found=sum(bool(_date(one)) for one in under), total=len(under))
        )  # fmt: skip
    day = language.date(catalog.facts_as_of.isoformat())
    counted = language.gettext("With a later source, {counts}. Sources were read to {day}.")
    return counted.format(counts=", ".join(each), day=day)


def _rows(shown: Sequence[Initiative], catalog: Catalog, language: Language) -> pd.DataFrame:
    statuses, day = labels.words(language, "status"), language.date(catalog.facts_as_of.isoformat())
    none = language.gettext("No later source in this collection (read to {day})").format(day=day)
    rows = [
        {
            "objective": one.objective_id,
            "initiative": one.name,
            "status": statuses[one.status],
            "evidence_date": _date(one),
            "evidence": one.follow_up.what if one.follow_up and _date(one) else none,
            "events": len(one.events),
            "latest_event": f"{language.date(one.events[-1].date)}: {one.events[-1].title}" if one.events else "",
            "sources": labels.sources(_sources(one), language, catalog),
        }
        for one in shown
    ]
    columns = ["objective", "initiative", "status", "evidence_date", "evidence", "events", "latest_event", "sources"]
    return pd.DataFrame(rows, columns=columns).astype({"objective": "Int64", "events": "Int64"})
