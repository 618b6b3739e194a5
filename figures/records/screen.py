"""How the page of a record begins: what it is called, what kind of thing it is, and its address."""

from data import link
from data.ledger import TABLE
from data.once import once
from data.queries.records.address import withdrawn
from data.queries.records.record import record
from figures.records import plain, wording
from figures.screen import Screen
from figures.view import View


@once(256)
def screen(view: View) -> Screen:
    """Return how the page begins for a record of today, for one that was withdrawn, and where none is known."""
    catalog, language, chosen = view.catalog, view.language, view.choice(link.RECORD)
    if not chosen:
        return Screen(
            language.gettext("No record has this address"),
            language.gettext(
                "Whatever stands on a page has an address of its own: a place, an event, an initiative, a number, a source. Find it "
                "in the box above, or take it from a table."
            ),
        )
    if chosen in withdrawn(catalog):
        line = catalog.tables[TABLE].iloc[withdrawn(catalog)[chosen]]
        return Screen(
            language.gettext("Withdrawn on {day}").format(day=language.date(line["date"])),
            language.gettext("{kind} {record}. {reason}").format(
                kind=wording.kind(chosen, language), record=chosen, reason=line["reason"]
            ),
        )
    known = record(catalog, chosen)
    return Screen(
        wording.title(catalog, known, language),
        wording.kind(chosen, language),
        whole=plain.html(known, view),
    )
