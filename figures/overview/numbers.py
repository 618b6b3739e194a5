"""Numbers that can be read from the back of a room, and who reports the first of them."""

from html import escape

from data.once import once
from data.queries.about import facts
from data.queries.offices import documented, headline
from data.queries.records.address import address
from data.selection import EVERYTHING
from figures.overview import reported
from figures.screen import Number
from figures.view import View

LEADS = ("offices", "offices", "objectives")
"""The page on which each number is unfolded."""


def initiatives(view: View) -> int:
    """Return how many initiatives accounts of the strategy describe."""
    return facts(view.catalog).scope["strategy"]


def numbers(view: View) -> tuple[Number, ...]:
    """Return the numbers of the whole strategy, whatever the view narrows: a country has no share of a reported total."""
    language, known, total = view.language, facts(view.catalog), headline(view.catalog)
    places = documented(view.catalog, EVERYTHING).rows
    later = known.sought - known.without_later
    return (
        Number(
            language.number(total.offices),
            language.ngettext("offices in {n} country", "offices in {n} countries", total.countries),
            language.gettext("reported; no list was found"),
        ),
        Number(
            language.number(len(places)),
            language.gettext("places named by sources"),
            language.ngettext(
                "in {n} country or territory",
                "in {n} countries and territories",
                places["iso3"].nunique(),
            ),
        ),
        Number(
            language.number(initiatives(view)),
            language.gettext("initiatives"),
            language.ngettext("a later source mentions {n} of them", "later sources mention {n} of them", later)
            if later
            else language.gettext("no later source mentions any of them"),
        ),
    )


@once(256)
def html(view: View) -> str:
    """Return the numbers, each read out together with its words, and below them who reports the first."""
    items = "".join(
        f'<li class="headline-number"><b>{escape(one.value)}</b> '
        f'<span><a href="{escape(view.address(page))}">{escape(one.counts)}</a></span> <small>{escape(one.known)}</small></li>'
        for one, page in zip(numbers(view), LEADS, strict=True)
    )
    total = headline(view.catalog)
    record = escape(view.address("record", id=[address("total", total.total_id)]))
    recorded = view.language.gettext("Record of the {n}").format(n=view.language.number(total.offices))
    said = view.language.gettext("Reported by: {sources}. {record}").format(
        sources=" · ".join(reported.html(source, view) for source in reported.weighed(view.catalog, total.source_ids)),
        record=f'<a href="{record}">{escape(recorded)}</a>',
    )
    return f'<section class="front-numbers"><ul>{items}</ul><p class="quiet">{said}</p></section>'
