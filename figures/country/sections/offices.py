"""Places named by sources, with the date and the strength of what names them."""

from collections.abc import Hashable
from typing import Any

from data.queries.country.brief import Brief, sources_in_order
from data.queries.evidence import PRESENCE
from data.queries.records.address import address
from figures import evidenced, labels
from figures.country.section import Section
from figures.ink import table
from figures.ink.table import Row
from figures.offices import wording
from figures.view import View

EVERY = 9
"""Places in sight and on paper: more than any country has."""


def section(brief: Brief, view: View) -> Section:
    """Return the section on places."""
    _ = view.language.gettext
    rows, beside = brief.country.offices, brief.country.presences
    return Section(
        key="offices",
        title=_("Places named by sources"),
        columns=(_("Place"), _("Type"), _("Evidence of"), _("Strength")),
        rows=[_told(row, view) for frame in (rows, beside) for row in frame.to_dict("records")],
        empty=_("The table of offices holds places abroad: HSI's own country is not in it.")
        if brief.is_home
        else _("No office found in the sources read."),
        source_ids=sources_in_order(
            view.catalog, "office_evidence", "office_id", [*rows["office_id"], *beside["office_id"]]
        ),
        # Two countries beside each other leave no room for it on a phone; their map of offices says it.
        note=""
        if len(view.selection.countries) > 1
        else " ".join(wording.older_is_stronger(rows, view.catalog, view.language)),
        way=("offices", _("See the map of offices")),
        printed=(EVERY, EVERY),
        in_sight=EVERY,
    )


def _told(row: dict[Hashable, Any], view: View) -> Row:
    _ = view.language.gettext
    language, is_presence = view.language, row["standing"] == PRESENCE
    place = row["city"] if row["level"] == "city" else _("No city named, only the country")
    return (
        table.linked(place, view.address("record", id=[address("office", row["office_id"])])),
        _("Presence, no office") if is_presence else labels.words(language, "office_type")[row["office_type"]],
        evidenced.day(row, language),
        "" if is_presence else labels.words(language, "grade")[row["strength"]],
    )
