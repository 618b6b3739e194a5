"""Documented offices, with the date and the strength of what documents them."""

from collections.abc import Hashable
from typing import Any

from components import view
from components.citations import escape
from components.country.section import Section, detail
from components.language import _
from components.offices.panel import facts
from data.queries.country.brief import Brief, sources_in_order
from figures import labels


def section(brief: Brief) -> Section:
    """Return the section on offices."""
    here, rows, beside = view.current(), brief.country.offices, brief.country.presences
    types = labels.words(here.language, "office_type")
    return Section(
        key="offices",
        title=_("Documented offices"),
        items=[
            *(f"{_place(row)} · {types[row['office_type']]} · {_told(row)}" for row in rows.to_dict("records")),
            *(f"{_place(row)} · {_('Presence, no office')} · {_told(row)}" for row in beside.to_dict("records")),
        ],
        empty=_("The table of offices holds places abroad: HSI's own country is not in it.")
        if brief.is_home
        else _("No office found in the sources read."),
        source_ids=sources_in_order(
            here.catalog, "office_evidence", "office_id", [*rows["office_id"], *beside["office_id"]]
        ),
        way=("offices", _("See the map of offices")),
        printed=5,
    )


def _place(row: dict[Hashable, Any]) -> str:
    return f"**{escape(row['city']) if row['level'] == 'city' else _('No city named, only the country')}**"


def _told(row: dict[Hashable, Any]) -> str:
    return f"{facts(row)}{detail(escape(row['note']))}"
