"""Published totals over time: points that count different things, never joined, and none left out in silence."""

import pandas as pd
import pytest

from data.catalog import Catalog
from data.queries.offices import dated, headline, reported_totals
from figures import labels
from figures.figure import Figure
from figures.language import Language
from figures.offices import totals as drawing


@pytest.fixture
def totals(catalog: Catalog) -> pd.DataFrame:
    return reported_totals(catalog)


@pytest.fixture
def figure(totals: pd.DataFrame, catalog: Catalog, language: Language) -> Figure:
    return drawing.figure(totals, headline(catalog), catalog, language, "light")


def test_every_dated_total_is_a_point_at_its_date_and_no_two_are_joined(figure: Figure, totals: pd.DataFrame) -> None:
    points = dated(totals)
    assert sum(len(trace.y) for trace in figure.drawing.data) == len(points)
    assert sorted(y for trace in figure.drawing.data for y in trace.y) == sorted(points["value"])
    assert all("lines" not in trace.mode for trace in figure.drawing.data)
    assert "not joined" in figure.note
    for trace in figure.drawing.data:
        for x, half, (day, _stated) in zip(trace.x, trace.error_x.array, trace.customdata, strict=True):
            reach = pd.Timedelta(milliseconds=half)
            spans = points[(points["start"] == pd.Timestamp(x) - reach) & (points["end"] == pd.Timestamp(x) + reach)]
            assert len(spans), day


def test_a_span_is_drawn_only_where_the_day_is_not_known(figure: Figure, totals: pd.DataFrame) -> None:
    halves = [half for trace in figure.drawing.data for half in trace.error_x.array]
    assert sum(half == 0 for half in halves) == (dated(totals)["date_precision"] == "day").sum()


def test_each_thing_counted_has_a_name_a_shape_and_a_colour(
    figure: Figure, totals: pd.DataFrame, language: Language
) -> None:
    traces, kinds = figure.drawing.data, set(dated(totals)["counts"])
    named = labels.words(language, "counts")
    assert {trace.name for trace in traces} == {named[code] for code in kinds}
    assert len({trace.marker.symbol for trace in traces}) == len(kinds)
    assert len({trace.marker.color for trace in traces}) == len(kinds)
    for name, n in dated(totals)["counts"].map(named).value_counts().items():
        assert f"{name}: {n}" in figure.text


def test_undated_totals_are_not_placed_but_stand_in_table_and_text(figure: Figure, totals: pd.DataFrame) -> None:
    undated = totals[(totals["date"] == "") & totals["value"].notna()]
    assert len(undated)
    assert len(figure.rows) == len(totals)
    assert f"{len(undated)} undated totals (" in figure.text
    said = figure.text.split("undated totals (")[1].split(")")[0]
    assert all(str(value) in said for value in undated["value"])
    assert set(figure.rows.loc[figure.rows["date"] == "", "day"]) == {"undated"}


def test_a_source_that_gives_countries_only_is_counted_in_words(figure: Figure, totals: pd.DataFrame) -> None:
    assert totals["value"].isna().sum() == 1
    assert "1 source gives a number of countries and none of offices." in figure.text
    assert list(figure.rows.loc[figure.rows["value"].isna(), "stated"]) == [""]


def test_a_qualified_number_keeps_its_word_in_the_table_and_on_the_chart(figure: Figure, totals: pd.DataFrame) -> None:
    written = {text for trace in figure.drawing.data for text in trace.text}
    unsure = totals[totals["qualifier"] != "exact"]
    assert set(unsure["qualifier"]) == {"over", "about"}
    for row in unsure.itertuples():
        assert f"{row.qualifier} {row.value}" in written
        assert f"{row.qualifier} {row.value}" in set(figure.rows["stated"])


def test_the_strategy_s_total_is_named_at_its_point_and_written_once(figure: Figure, catalog: Catalog) -> None:
    reported = headline(catalog)
    (note,) = figure.drawing.layout.annotations
    assert note.text == f"<b>{reported.offices}, the strategy</b>"
    assert (note.x, note.y) == (reported.date, reported.offices)
    assert str(reported.offices) not in {text for trace in figure.drawing.data for text in trace.text}
    assert f"The strategy's total is {reported.offices}, on 19 September 2023." in figure.text


def test_the_lowest_and_an_analyst_s_number_are_written(figure: Figure, totals: pd.DataFrame) -> None:
    written = {text for trace in figure.drawing.data for text in trace.text}
    points = dated(totals)
    assert str(points["value"].min()) in written
    assert set(points.loc[points["counts"] == "analyst_count", "value"].astype(str)) <= written


def test_no_two_numbers_are_written_over_each_other(figure: Figure) -> None:
    spots = [
        (pd.Timestamp(x), y, text)
        for trace in figure.drawing.data
        for x, y, text in zip(trace.x, trace.y, trace.text, strict=True)
        if text
    ]
    for at, (x, y, text) in enumerate(spots):
        for other_x, other_y, other in spots[at + 1 :]:
            months = abs((x - other_x).days) / 30.5
            # Numbers said to be "about" stand below their mark, all others above.
            apart = abs(y - other_y) >= drawing.OFFICES_APART or text.startswith("about") != other.startswith("about")
            assert months >= drawing.MONTHS_APART - 1 or apart


def test_all_points_lie_within_the_axes(figure: Figure) -> None:
    layout = figure.drawing.layout
    (first, last), (low, high) = map(pd.Timestamp, layout.xaxis.range), layout.yaxis.range
    for trace in figure.drawing.data:
        assert all(first < pd.Timestamp(x) < last for x in trace.x)
        assert all(low < y < high for y in trace.y)
    assert low == 0


def test_the_title_gives_the_range_and_the_reason_why_it_is_not_one_series(
    figure: Figure, totals: pd.DataFrame
) -> None:
    points = dated(totals)
    assert f"from {points['value'].min()} to {points['value'].max()} offices" in figure.title
    assert figure.title.endswith("they count different things")


def test_every_total_cites_its_sources_the_strategy_s_first(
    figure: Figure, totals: pd.DataFrame, catalog: Catalog
) -> None:
    first = headline(catalog).source_ids
    links = catalog["reported_total_sources"]
    expected = set(links.loc[links["total_id"].isin(totals["total_id"]), "source_id"])
    assert figure.source_ids[: len(first)] == first
    assert set(figure.source_ids) == expected
    assert len(figure.source_ids) == len(expected)


def test_totals_all_of_one_kind_and_all_dated_say_no_more_than_that(
    totals: pd.DataFrame, catalog: Catalog, language: Language
) -> None:
    some = dated(totals).query("counts == 'attache_offices'").drop(columns=["start", "end"])
    figure = drawing.figure(some, headline(catalog), catalog, language, "dark")
    assert len(figure.drawing.data) == 1
    assert "undated" not in figure.text
    assert "none of offices" not in figure.text


def test_a_total_of_a_year_alone_is_not_called_the_newest(
    figure: Figure, totals: pd.DataFrame, language: Language
) -> None:
    newest = max(date for date in totals["date"] if len(date) == len("2026-02-10"))
    assert newest[:4] in set(totals["date"])
    assert f", {language.date(newest)}." in figure.text.split("The newest dated total is")[1]


def test_no_kind_of_total_is_left_without_a_mark(totals: pd.DataFrame) -> None:
    assert set(dated(totals)["counts"]) <= set(drawing.SYMBOLS)
    assert len(set(drawing.SYMBOLS.values())) == len(drawing.SYMBOLS)
