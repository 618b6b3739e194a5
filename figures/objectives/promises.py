"""From promise to evidence: each initiative of the strategy, what of its wording could be measured, and what is said of it since."""

from collections.abc import Sequence

import pandas as pd

from data import link
from data.catalog import Catalog
from data.queries.follow_up import NAMED, FollowUp, Said
from data.queries.narrowing import newest_first
from data.queries.objectives import Initiative
from figures import labels, narrowing
from figures.figure import Figure
from figures.language import Language
from figures.objectives import promise_list
from figures.view import View

Promise = tuple[Initiative, FollowUp]

PAIR = 2
"""So many are told in words of their own: "both", "either"."""


def figure(view: View, initiatives: Sequence[Initiative]) -> Figure:
    """Return the initiatives with what became of them, the newest evidence first and those without any last.

    Args:
        initiatives: what `data.queries.objectives.in_full` returns, one of the strategy at least; those of context are left
            out, since no later sources were looked for on them.
    """
    catalog, language = view.catalog, view.language
    evidence = view.choice(link.OBJECTIVES_EVIDENCE)
    ours = [(one, one.follow_up) for one in initiatives if one.follow_up]
    shown = [(one, found) for one, found in ours if evidence == "all" or bool(_date(found)) == (evidence == "later")]
    shown.sort(key=lambda pair: _date(pair[1]), reverse=True)
    cited = [source for one, found in shown for source in _sources(one, found)]
    return Figure(
        key="objectives-promises",
        title=_title([found for _one, found in ours], evidence, language),
        text=_text(ours, catalog, language),
        rows=_rows(shown, catalog, language),
        columns={
            "initiative": language.gettext("Initiative"),
            "measurable": language.gettext("Its wording names"),
            "agency": language.gettext("What the agency says since"),
            "others": language.gettext("What others show since"),
            "status": language.gettext("As published"),
            "objective": language.gettext("Objective"),
            "searched": language.gettext("Last searched"),
            "events": language.gettext("Later events"),
            "latest_event": language.gettext("Latest of these"),
            "sources": language.gettext("Later sources, or sources of the plan"),
        },
        source_ids=tuple(newest_first(catalog, cited)),
        note=" ".join([rule(language), language.gettext(
            "Evidence is not proof that a plan was carried out, and its absence is not proof of the contrary: it may only "
            "be that nobody wrote of it, or that it was not found."
        )]),
        drawing=promise_list.html(view, shown),
        is_sought=True,
        narrowed_by=("objectives", "countries"),
        chosen_by=("objectives_scope", "objectives_evidence"),
        search=narrowing.evidence(view),
        holds=language.ngettext("{n} initiative, with what became of it", "{n} initiatives, with what became of them", len(shown)),
    )  # fmt: skip


def rule(language: Language) -> str:
    """Return by which rule a promise counts as measurable."""
    return language.gettext(
        "Measurable as worded: the name or summary of the initiative names a number to be reached or kept, a date by or in "
        "which it is to happen, and a body that leads it. The answers stand apart and make no score."
    )


def _date(found: FollowUp) -> str:
    return found.latest.date


def _sources(initiative: Initiative, found: FollowUp) -> tuple[str, ...]:
    return found.source_ids or initiative.source_ids


def _title(ours: Sequence[FollowUp], evidence: str, language: Language) -> str:
    total, found = len(ours), sum(bool(_date(one)) for one in ours)
    said = _without(total - found, total, language) if evidence == "none" else _with(found, total, language)
    if evidence != "all":
        return said
    whole = sum(len(one.names) == len(NAMED) for one in ours)
    return language.gettext("{later}; {measured}").format(later=said, measured=_measured(whole, total, language))


def _measured(whole: int, total: int, language: Language) -> str:
    if whole:
        return language.ngettext("{n} can be measured as worded", "{n} can be measured as worded", whole)
    if total == PAIR:
        return language.gettext("neither can be measured as worded")
    return language.ngettext("it cannot be measured as worded", "none can be measured as worded", total)


def _with(found: int, total: int, language: Language) -> str:
    if not found:
        return _without(total, total, language)
    if found == total == PAIR:
        return language.gettext("Later sources mention both initiatives")
    if found == total:
        return language.ngettext(
            "Later sources mention the only initiative", "Later sources mention all {n} initiatives", total
        )
    return language.ngettext(
        "Later sources mention {found} of {n} initiative",
        "Later sources mention {found} of {n} initiatives",
        total,
        found=language.number(found),
    )


def _without(missing: int, total: int, language: Language) -> str:
    if not missing:
        return _with(total, total, language)
    if missing == total == PAIR:
        return language.gettext("No later source was found for either of the two initiatives")
    if missing == total:
        return language.ngettext(
            "No later source was found for the only initiative",
            "No later source was found for any of the {n} initiatives",
            total,
        )
    return language.ngettext(
        "No later source was found for {missing} of {n} initiative",
        "No later source was found for {missing} of {n} initiatives",
        total,
        missing=language.number(missing),
    )


def _text(ours: Sequence[Promise], catalog: Catalog, language: Language) -> str:
    some = {
        "number": language.gettext("a number: {n} of {total}"),
        "date": language.gettext("a date: {n} of {total}"),
        "body": language.gettext("a body that answers: {n} of {total}"),
    }
    none = {
        "number": language.gettext("a number: none of {total}"),
        "date": language.gettext("a date: none of {total}"),
        "body": language.gettext("a body that answers: none of {total}"),
    }
    total = language.number(len(ours))
    named = []
    for name in NAMED:
        n = sum(name in found.names for _one, found in ours)
        named.append((some if n else none)[name].format(n=language.number(n), total=total))
    each = []
    for number in sorted({one.objective_id for one, _found in ours}):
        under = [found for one, found in ours if one.objective_id == number]
        later = sum(bool(_date(found)) for found in under)
        pattern = (
            language.gettext("objective {number}, {found} of {total}")
            if later
            else language.gettext("objective {number}, none of {total}")
        )
        each.append(pattern.format(number=number, found=later, total=len(under)))
    day = language.date(catalog.facts_as_of.isoformat())
    return language.gettext(
        "The wording names {named}. Later source found: {counts}. Sources were read to {day}."
    ).format(named=language.join(named), counts="; ".join(each), day=day)  # fmt: skip


def _rows(shown: Sequence[Promise], catalog: Catalog, language: Language) -> pd.DataFrame:
    rows = [
        {
            "initiative_id": one.initiative_id,
            "objective": one.objective_id,
            "initiative": one.name,
            "status": labels.status(one.status, one.status_date, language),
            "measurable": promise_list.named(found, language),
            "agency": _told(found.agency, found, language),
            "others": _told(found.others, found, language),
            "evidence_date": _date(found),
            "searched": found.searched_to,
            "events": len(one.events),
            "latest_event": f"{language.date(one.events[-1].date)}: {one.events[-1].title}" if one.events else "",
            "sources": labels.sources(_sources(one, found), language, catalog),
        }
        for one, found in shown
    ]
    columns = ["initiative_id", "objective", "initiative", "status", "measurable", "agency", "others", "evidence_date",
               "searched", "events", "latest_event", "sources"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns).astype({"objective": "Int64", "events": "Int64"})


def _told(said: Said, found: FollowUp, language: Language) -> str:
    if said.date:
        return language.gettext("{day}: {what}").format(day=language.date(said.date), what=said.what)
    if not found.searched_to:
        return language.gettext("Not searched")
    return language.gettext("Nothing found (searched to {day})").format(day=language.date(found.searched_to))
