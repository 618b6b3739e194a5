"""The objectives side by side, each with its initiatives by name: in the strategy or context, and whether a later source was found."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial

from data.queries.narrowing import newest_first, sources_of
from data.queries.objectives import Initiative
from data.selection import Selection
from figures import labels, narrowing
from figures.figure import Figure
from figures.language import Language
from figures.objectives import column_list, column_slide, listing
from figures.objectives.headline import tally
from figures.objectives.scope import counted, is_whole
from figures.view import View

KEY = "objectives-columns"

Columns = Mapping[int, tuple[Initiative, ...]]
"""Number of an objective → its initiatives, those of the strategy first; one without any is left out."""


def figure(view: View, initiatives: Sequence[Initiative]) -> Figure:
    """Return the objectives with their initiatives.

    Args:
        initiatives: what `data.queries.objectives.in_full` returns, at least one.
    """
    catalog, language = view.catalog, view.language
    columns = _columns(initiatives)
    ids = [one.initiative_id for one in initiatives]
    sources = [
        *sources_of(catalog, "initiative_sources", "initiative_id", ids),
        *(source for one in initiatives if one.follow_up for source in one.follow_up.source_ids),
    ]
    return Figure(
        key=KEY,
        title=_title(view, columns),
        text=_text(view, columns),
        rows=listing.rows(initiatives, catalog, language),
        columns=listing.columns(language),
        aside=listing.ASIDE,
        source_ids=tuple(newest_first(catalog, sources)),
        note=_note(view, columns),
        drawing=column_list.html(view, columns),
        picture=partial(column_slide.svg, view, columns),
        is_sought=all(one.follow_up for one in initiatives),
        narrowed_by=("objectives", "countries"),
        chosen_by=("objectives_scope",),
        search=narrowing.scope(view),
        holds=language.ngettext("{n} initiative, with leads", "{n} initiatives, with leads", len(initiatives)),
    )


def _columns(initiatives: Sequence[Initiative]) -> Columns:
    numbers = sorted({one.objective_id for one in initiatives})
    return {number: tuple(one for one in initiatives if one.objective_id == number) for number in numbers}


def _title(view: View, columns: Columns) -> str:
    language = view.language
    short = labels.objectives(language, view.catalog, short=True)
    # A heading such as Enablers is a name here and no noun: it stands in quotation marks.
    quoted = {number: language.gettext("“{title}”").format(title=title) for number, title in short.items()}
    scope, ones = counted([one for ours in columns.values() for one in ours])
    if len(columns) == 1:
        (number,) = columns
        if scope == "context":
            return language.gettext("Initiatives in context under “{title}”, as published: {statuses}").format(
                title=short[number], statuses=_statuses(ones, language)
            )
        return language.gettext("Initiatives under “{title}”, as published: {statuses}").format(
            title=short[number], statuses=_statuses(ones, language)
        )
    under = {number: sum(one.scope == scope for one in ours) for number, ours in columns.items()}
    most = max(under.values())
    first = [quoted[number] for number, count in under.items() if count == most]
    if most == len(ones):
        return _all_under(first[0], most, language)
    if most * len(first) == len(ones):
        return language.ngettext(
            "The objectives {names} share {n} initiative evenly, {each} each",
            "The objectives {names} share {n} initiatives evenly, {each} each",
            len(ones),
            names=language.join(first),
            each=language.number(most),
        )
    _ = language.gettext
    message = {
        "strategy": (
            _("The objective {names} has the most initiatives of the strategy: {most} of {total}"),
            _("The objectives {names} have the most initiatives of the strategy: {most} of {total} each"),
        ),
        "context": (
            _("The objective {names} has the most initiatives in context: {most} of {total}"),
            _("The objectives {names} have the most initiatives in context: {most} of {total} each"),
        ),
        "some": (
            _("The objective {names} has the most of these initiatives: {most} of {total}"),
            _("The objectives {names} have the most of these initiatives: {most} of {total} each"),
        ),
    }[scope if is_whole(view.catalog, scope, len(ones)) else "some"][len(first) > 1]
    return message.format(names=language.join(first), most=language.number(most), total=language.number(len(ones)))


def _all_under(name: str, count: int, language: Language) -> str:
    """Say that one objective has every initiative of the strategy in view; the others have context alone."""
    if count == 1:
        return language.gettext("The one initiative of the strategy here is under the objective {name}").format(
            name=name
        )
    if count == 2:
        return language.gettext("Both initiatives of the strategy here are under the objective {name}").format(
            name=name
        )
    return language.ngettext(
        "All {n} initiative of the strategy here is under the objective {name}",
        "All {n} initiatives of the strategy here are under the objective {name}",
        count,
        name=name,
    )


def _statuses(ones: Sequence[Initiative], language: Language) -> str:
    words = labels.words(language, "status")
    tally = Counter(one.status for one in ones).most_common()
    return language.join(f"{language.number(count)} {words[status].lower()}" for status, count in tally)


def _tally(ours: Sequence[Initiative], language: Language) -> str:
    strategy = sum(one.scope == "strategy" for one in ours)
    return tally(strategy, len(ours) - strategy, language)


def _text(view: View, columns: Columns) -> str:
    language, short = view.language, labels.objectives(view.language, view.catalog, short=True)
    told = [
        language.gettext("{number} {title}: {counted}").format(
            number=number, title=short[number], counted=_tally(ours, language)
        )
        for number, ours in columns.items()
    ]
    sought = [one.follow_up for ours in columns.values() for one in ours if one.follow_up]
    parts = [language.gettext("By objective: {objectives}.").format(objectives="; ".join(told))]
    if sought:
        day = language.date(view.catalog.facts_as_of.isoformat())
        found = sum(bool(one.latest.date) for one in sought)
        if not found:
            pattern = language.gettext("In the strategy: no later source was found (sources read to {day}).")
        elif found == len(sought):
            pattern = language.gettext("In the strategy: a later source was found for each (sources read to {day}).")
        else:
            pattern = language.gettext(
                "In the strategy: a later source was found for {found}, none for {missing} (sources read to {day})."
            )
        parts.append(
            pattern.format(found=language.number(found), missing=language.number(len(sought) - found), day=day)
        )
    return " ".join(parts)


def _note(view: View, columns: Columns) -> str:
    language, selection = view.language, view.selection
    chosen = selection.objectives or tuple(labels.objectives(language, view.catalog))
    empty = [number for number in chosen if number not in columns]
    if not empty or selection == Selection():
        return ""
    return language.ngettext(
        "This view has no initiative under objective {numbers}.",
        "This view has no initiative under objectives {numbers}.",
        len(empty),
        numbers=language.join(map(str, empty), "or"),
    )
