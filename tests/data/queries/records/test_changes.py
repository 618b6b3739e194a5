"""The ledger as readers ask it."""

from types import MappingProxyType

import pandas as pd
import pytest

from data.catalog import Catalog
from data.ledger import TABLE
from data.queries.records import changes
from data.queries.records.address import known, withdrawn
from data.selection import Selection

COLUMNS = ["version", "date", "table", "key", "column", "before", "after", "kind", "reason", "source_id"]

LINES = [
    ("offices", "mex-tijuana", "note", "a", "b", "corrected", "2026-11-25"),
    ("offices", "mex-nowhere", "", '{"office_id": "mex-nowhere", "iso3": "MEX"}', "", "withdrawn", "2026-11-26"),
    ("event_countries", "ev-20230531-mananera|CHN", "", "", '{"iso3": "CHN"}', "added", "2026-11-27"),
    ("offices", "*", "level", "", "", "added", "2026-11-25"),
    ("sources", "seed-cartelinsider", "title", "a", "b", "updated", "2026-11-25"),
    ("observations", "o0001", "value", "1.0", "2.0", "corrected", "2026-11-28"),
]


@pytest.fixture
def changed(catalog: Catalog) -> Catalog:
    """A catalog with a ledger of our own."""
    lines = [["1.1.0", day, *cells, kind, "why", ""] for *cells, kind, day in LINES]
    ledger = pd.DataFrame(lines, columns=COLUMNS, dtype="str")
    return Catalog(catalog.package, MappingProxyType({**catalog.tables, TABLE: ledger}))


def told(found: pd.DataFrame) -> list[str]:
    return list(found["key"])


def test_the_newest_change_comes_first(changed: Catalog) -> None:
    days = list(changes.changes(changed)["date"])
    assert days == sorted(days, reverse=True)


def test_each_line_names_the_record_that_it_concerns(changed: Catalog) -> None:
    found = dict(zip(changes.changes(changed)["key"], changes.changes(changed)["record"], strict=True))
    assert found == {
        "mex-tijuana": "office:mex-tijuana",
        "mex-nowhere": "office:mex-nowhere",
        "ev-20230531-mananera|CHN": "event:ev-20230531-mananera",
        "*": "",
        "seed-cartelinsider": "source:seed-cartelinsider",
        "o0001": "indicator:cbp-fentanyl-seized-fy",
    }


def test_a_country_keeps_what_names_it_and_what_concerns_all(changed: Catalog) -> None:
    assert set(told(changes.narrowed(changed, Selection(countries=("MEX",))))) == {
        "mex-tijuana", "mex-nowhere", "ev-20230531-mananera|CHN", "*",
    }  # fmt: skip
    assert set(told(changes.narrowed(changed, Selection(countries=("CHN",))))) == {"ev-20230531-mananera|CHN", "*"}


def test_an_objective_keeps_what_is_tied_to_it(changed: Catalog) -> None:
    assert "ev-20230531-mananera|CHN" in told(changes.narrowed(changed, Selection(objectives=(1,))))
    assert "mex-tijuana" not in told(changes.narrowed(changed, Selection(objectives=(1,))))


def test_kind_and_day_narrow(changed: Catalog) -> None:
    assert told(changes.narrowed(changed, Selection(), "withdrawn")) == ["mex-nowhere"]
    assert told(changes.narrowed(changed, Selection(), "", "2026-11-27")) == ["o0001", "ev-20230531-mananera|CHN"]


def test_a_record_has_the_changes_of_its_rows(changed: Catalog) -> None:
    assert told(changes.of(changed, "event:ev-20230531-mananera")) == ["ev-20230531-mananera|CHN"]
    assert told(changes.of(changed, "country:CHN")) == ["ev-20230531-mananera|CHN"]
    assert changes.of(changed, "objective:1").empty


def test_what_was_corrected_says_when(changed: Catalog) -> None:
    assert changes.corrected(changed) == {
        "office:mex-tijuana": "2026-11-25", "indicator:cbp-fentanyl-seized-fy": "2026-11-28",
    }  # fmt: skip


def test_a_record_that_was_withdrawn_keeps_its_address(changed: Catalog) -> None:
    assert list(withdrawn(changed)) == ["office:mex-nowhere"]
    assert "office:mex-nowhere" in known(changed)
