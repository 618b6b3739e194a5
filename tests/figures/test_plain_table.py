"""The rows of a figure as a table of text: what names a row, where it leads, and by what it is sorted."""

import re
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest

from data.catalog import Catalog
from data.queries.narrowing import Narrowed
from data.queries.timeline import events
from data.selection import Selection
from figures.figure import Figure
from figures.language import Language
from figures.plain_table import PART, parts, plain_table
from figures.timeline import listing


def drawn(figure: Figure, language: Language, chosen: tuple[int, ...] = ()) -> ElementTree.Element:
    (part,) = parts(len(figure.rows))
    return ElementTree.fromstring(plain_table(figure, part, frozenset(chosen), language))


def made(rows: pd.DataFrame, **more: object) -> Figure:
    return Figure(
        key="made",
        title="Told & counted",
        text="",
        rows=rows,
        columns={name: name.title() for name in rows if name != "way"},
        source_ids=(),
        **more,  # type: ignore[arg-type]
    )


ROWS = pd.DataFrame(
    {
        "place": ["Kabul", "Bogotá & more", ""],
        "seen": ["6 February 2013", "May 2021", "undated"],
        "day": ["2013-02-06", "2021-05", None],
        "count": [1234567.0, np.nan, 0.5],
        "official": [True, False, True],
        "way": ["record?id=office%3Aa", "timeline?timeline_event=b&x=1#event", ""],
    }
)


def test_a_table_has_a_name_and_every_cell_its_head(language: Language) -> None:
    box = drawn(made(ROWS), language)
    table = box.find(".//table")
    assert table is not None
    assert box.get("aria-label") == table.findtext("caption") == "Told & counted"
    assert [head.get("scope") for head in table.findall("thead/tr/th")] == ["col"] * 5
    rows = table.findall("tbody/tr")
    assert [[head.get("scope") for head in row.findall("th")] for row in rows] == [["row"]] * 3
    assert ["".join(row.find("th").itertext()) for row in rows] == ["Kabul", "Bogotá & more", "undated"], (
        "a row is named by the first cell that says something"
    )


def test_a_row_leads_to_the_view_that_it_states_and_the_one_on_screen_says_so(language: Language) -> None:
    links = drawn(made(ROWS), language, chosen=(1,)).findall(".//tbody//a")
    assert [link.get("href") for link in links] == ["record?id=office%3Aa", "timeline?timeline_event=b&x=1#event"]
    assert [link.get("aria-current") for link in links] == [None, "true"]
    marked = drawn(made(ROWS), language, chosen=(1,)).findall(".//tbody/tr")
    assert [row.findtext(".//small") for row in marked] == [None, "chosen", None], "and in words"


def test_a_cell_says_the_value_that_its_words_hide(language: Language) -> None:
    table = drawn(made(ROWS, sorted_by={"seen": "day"}), language)
    assert [(data.get("value"), data.text) for data in table.findall(".//data")] == [
        ("2013-02-06", "6 February 2013"),
        ("2021-05", "May 2021"),
    ]


def test_numbers_stand_under_their_head_and_no_cell_says_what_a_machine_would(language: Language) -> None:
    table = drawn(made(ROWS), language)
    heads = [head.get("class") for head in table.findall(".//thead//th")]
    assert heads == [None, None, None, "num", None]
    rows = [["".join(cell.itertext()) for cell in row] for row in table.findall(".//tbody/tr")]
    assert [row[3:] for row in rows] == [["1234567", "yes"], ["", "no"], ["0.5", "yes"]]
    assert [time.text for time in table.findall(".//time")] == ["2013-02-06", "2021-05"], "no line breaks a date"


@pytest.mark.parametrize("count", [1, PART, PART + 1, 3 * PART])
def test_the_pieces_of_a_table_hold_every_row_once(count: int) -> None:
    pieces = parts(count)
    assert [at for piece in pieces for at in piece] == list(range(count))
    assert max(map(len, pieces)) <= PART


def test_a_piece_leads_where_its_own_rows_lead(language: Language) -> None:
    rows = pd.DataFrame({"name": [f"row {at}" for at in range(PART + 2)]})
    figure = made(rows.assign(way=[f"timeline?timeline_event={at}" for at in rows.index]))
    table = ElementTree.fromstring(plain_table(figure, parts(len(rows))[1], frozenset({PART + 1}), language))
    told = [(link.text, link.get("href"), link.get("aria-current")) for link in table.findall(".//tbody//a")]
    assert told == [
        (f"row {PART}", f"timeline?timeline_event={PART}", None),
        (f"row {PART + 1}", f"timeline?timeline_event={PART + 1}", "true"),
    ]


def test_an_event_in_the_list_leads_to_itself_on_the_timeline(catalog: Catalog, language: Language) -> None:
    kept = events(catalog, Selection(countries=("CHN",)))
    assert isinstance(kept, Narrowed)
    figure = listing.figure(catalog, kept, language)
    links = drawn(figure, language).findall(".//tbody//th/a")
    titles = [re.sub(r"\s+", " ", "".join(link.itertext())) for link in links]
    assert titles == list(kept.rows["title"])
    assert [link.get("href") for link in links] == [
        f"timeline?timeline_event={event}#event" for event in kept.rows["event_id"]
    ]
