"""The part of the package that a selection keeps is a package: what is left names nothing that is gone."""

import pandas as pd
import pytest

from data.catalog import Catalog
from data.queries.offices import documented
from data.queries.part import LISTS, part
from data.queries.timeline import events
from data.selection import Selection

CHOSEN = [
    Selection(countries=("MEX",)),
    Selection(objectives=(3,)),
    Selection(objectives=(4,), countries=("NGA",)),
    Selection(first_year=2024),
]


def test_without_a_filter_it_is_the_package(catalog: Catalog) -> None:
    assert part(catalog, Selection()) is catalog


@pytest.mark.parametrize("chosen", CHOSEN, ids=str)
def test_every_reference_leads_to_a_row(catalog: Catalog, chosen: Selection) -> None:
    kept = part(catalog, chosen)
    for name, rows in kept.tables.items():
        assert list(rows.columns) == list(catalog[name].columns)
        for key in catalog.resource(name)["schema"].get("foreignKeys", []):
            fields = [key["fields"]] if isinstance(key["fields"], str) else key["fields"]
            there = key["reference"]["fields"]
            there = [there] if isinstance(there, str) else there
            held = set(kept[key["reference"]["resource"] or name][there].itertuples(index=False, name=None))
            for stated in rows[fields].itertuples(index=False, name=None):
                assert stated in held or any(pd.isna(one) or one == "" for one in stated), (name, stated)


@pytest.mark.parametrize("chosen", CHOSEN, ids=str)
def test_it_holds_the_rows_that_the_pages_show(catalog: Catalog, chosen: Selection) -> None:
    kept = part(catalog, chosen)
    assert set(kept["events"]["event_id"]) == set(events(catalog, chosen).rows["event_id"])
    shown = set(documented(catalog, chosen).rows["office_id"])
    assert shown <= set(kept["offices"]["office_id"])
    assert set(kept["event_sources"]["event_id"]) == set(kept["events"]["event_id"])


def test_what_others_point_to_stays_whole(catalog: Catalog) -> None:
    kept = part(catalog, CHOSEN[2])
    for name in LISTS:
        assert len(kept[name]) == len(catalog[name])
