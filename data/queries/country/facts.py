"""Everything that the tables hold on one country."""

from dataclasses import dataclass

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.narrowing import sources_of
from data.queries.objectives import initiatives
from data.queries.offices import documented, presences
from data.queries.timeline import events
from data.selection import Selection


@dataclass(frozen=True)
class Country:
    """One country or territory: its offices, vetted unit, initiatives and events, each a frame that may be empty.

    Attributes:
        presences: places where HSI is at work and no source describes an office; they are not among its offices.
    """

    iso3: str
    name: str
    offices: pd.DataFrame
    presences: pd.DataFrame
    tciu: pd.DataFrame
    initiatives: pd.DataFrame
    events: pd.DataFrame
    source_ids: tuple[str, ...]


@once(512, by=("objectives", "years"))
def country(catalog: Catalog, iso3: str, selection: Selection) -> Country:
    """Return what is known of one country, narrowed by the other filters of the selection.

    Raises:
        KeyError: no table names this country.
    """
    name = catalog.names("countries", "iso3", "name")[iso3]
    here = Selection(selection.objectives, (iso3,), selection.first_year, selection.last_year)
    offices, beside = documented(catalog, here).rows, presences(catalog, here).rows
    units = catalog["tciu"]
    units = units[units["iso3"] == iso3].reset_index(drop=True)
    found = initiatives(catalog, here).rows
    happened = events(catalog, here).rows
    cited = [
        *sources_of(catalog, "office_evidence", "office_id", pd.concat([offices["office_id"], beside["office_id"]])),
        *sources_of(catalog, "tciu_sources", "tciu_id", units["tciu_id"]),
        *sources_of(catalog, "initiative_sources", "initiative_id", found["initiative_id"]),
        *sources_of(catalog, "event_sources", "event_id", happened["event_id"]),
    ]
    return Country(iso3, name, offices, beside, units, found, happened, tuple(dict.fromkeys(cited)))
