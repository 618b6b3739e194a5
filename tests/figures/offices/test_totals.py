"""Published totals over time: points that count different things, never joined, and none left out in silence."""

import re
from html import unescape
from urllib.parse import unquote

import pandas as pd
import pytest

from data.catalog import Catalog
from data.queries.offices import dated, headline, reported_totals
from figures import labels
from figures.figure import Figure
from figures.ink import marks
from figures.ink.lettering import BOLD, PLAIN, width
from figures.ink.placing import around, overlap
from figures.language import Language
from figures.offices import totals as drawing
from figures.offices import totals_chart
from figures.room import PHONE_ROOM


@pytest.fixture
def totals(catalog: Catalog) -> pd.DataFrame:
    return reported_totals(catalog)


@pytest.fixture(params=[PHONE_ROOM, 620, 960])
def room(request: pytest.FixtureRequest) -> int:
    return request.param


@pytest.fixture
def figure(totals: pd.DataFrame, catalog: Catalog, language: Language) -> Figure:
    return drawing.figure(totals, headline(catalog), catalog, language, "light")


def svg(figure: Figure) -> str:
    (source,) = re.findall(r'src="data:image/svg\+xml,([^"]*)"', str(figure.drawing))
    return unquote(source)


def points_of(figure: Figure) -> list[tuple[str, str, float, float, tuple[float, float] | None]]:
    """Return of each mark what is said of it, its path, its middle, and from where to where a line runs through it."""
    half, found = totals_chart.MARK / 2, []
    for said, drawn in re.findall(r"<g><title>([^<]+)</title>(.*?)</g>", svg(figure)):
        path, x, y = re.findall(r"d='([^']+)'.*translate\((\S+) (\S+)\)", drawn)[0]
        line = re.findall(r"<line x1='(\S+)' x2='(\S+)'", drawn)
        span = (float(line[0][0]), float(line[0][1])) if line else None
        found.append((said, path, float(x) + half, float(y) + half, span))
    return found


def written(figure: Figure) -> list[tuple[str, float, float, str, str]]:
    """Return the numbers beside marks: the words, where they stand, how they are anchored, and their weight."""
    drawn = svg(figure).rpartition("</g>")[2]
    pattern = r"<text x='(\S+)' y='(\S+)'[^>]*font-weight='(\d+)'[^>]*text-anchor='(\w+)'[^>]*>([^<]+)<"
    return [(words, float(x), float(y), anchor, weight) for x, y, weight, anchor, words in re.findall(pattern, drawn)]


def test_every_dated_total_is_a_mark_at_its_date_and_height_and_no_two_are_joined(
    figure: Figure, totals: pd.DataFrame
) -> None:
    points, found = dated(totals), points_of(figure)
    assert len(found) == len(points)
    years = {year: float(x) for x, year in re.findall(r"<text x='(\S+)'[^>]*>(\d{4})</text>", svg(figure))}
    a_year = (years["2025"] - years["2005"]) / 20
    values = {
        float(y): int(n)
        for y, n in re.findall(r"<text x='\S+' y='(\S+)'[^>]*text-anchor='end'[^>]*>(\d+)<", svg(figure))
    }
    low, high = max(values), min(values)
    per_office = (low - high) / (values[high] - values[low])
    for row, (_, _, x, y, _) in zip(points.itertuples(), found, strict=True):
        middle = row.start + (row.end - row.start) / 2
        assert x == pytest.approx(years["2005"] + a_year * (middle.year + middle.day_of_year / 365.25 - 2005), abs=1)
        assert y == pytest.approx(low - 5 - per_office * (row.value - values[low]), abs=1)
    assert "polyline" not in svg(figure)
    assert "not joined" in figure.note


def test_a_span_is_drawn_only_where_the_day_is_not_known(figure: Figure, totals: pd.DataFrame) -> None:
    points = dated(totals)
    for precision, (_, _, x, _, span) in zip(points["date_precision"], points_of(figure), strict=True):
        assert (span is None) == (precision == "day")
        assert span is None or span[0] < x < span[1]


def test_each_thing_counted_has_a_name_a_shape_and_a_colour(
    figure: Figure, totals: pd.DataFrame, language: Language
) -> None:
    points, named = dated(totals), labels.words(language, "counts")
    shapes = {(row.counts, path) for row, (_, path, *_) in zip(points.itertuples(), points_of(figure), strict=True)}
    assert len(shapes) == points["counts"].nunique() == len({path for _, path in shapes})
    for code, n in points["counts"].value_counts().items():
        assert f">{named[code]}<" in unescape(figure.legend)
        assert f"{labels.within(named[code])}: {n}" in figure.text


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
    words = {one for one, *_ in written(figure)}
    unsure = totals[totals["qualifier"] != "exact"]
    assert set(unsure["qualifier"]) == {"over", "about"}
    for row in unsure.itertuples():
        assert f"{row.qualifier} {row.value}" in words
        assert f"{row.qualifier} {row.value}" in set(figure.rows["stated"])


def test_the_strategy_s_total_is_named_at_its_mark_and_written_once(
    totals: pd.DataFrame, catalog: Catalog, language: Language, room: int
) -> None:
    reported = headline(catalog)
    figure = drawing.figure(totals, reported, catalog, language, "light", (), room)
    firm = [words for words, *_, weight in written(figure) if weight == str(BOLD.weight)]
    assert firm == [f"{reported.offices}, the strategy"]
    assert str(reported.offices) not in {words for words, *_ in written(figure)}
    assert f"The strategy's total is {reported.offices}, on 19 September 2023." in figure.text


def test_the_lowest_and_an_analyst_s_number_are_written(figure: Figure, totals: pd.DataFrame) -> None:
    words, points = {one for one, *_ in written(figure)}, dated(totals)
    assert str(points["value"].min()) in words
    assert set(points.loc[points["counts"] == "analyst_count", "value"].astype(str)) <= words


def test_no_number_is_written_over_another_or_over_a_mark_or_cut(
    totals: pd.DataFrame, catalog: Catalog, language: Language, room: int
) -> None:
    figure = drawing.figure(totals, headline(catalog), catalog, language, "light", (), room)
    boxes = [
        around((x, y - 5), width(words, 14, BOLD if weight == str(BOLD.weight) else PLAIN), 12, anchor)
        for words, x, y, anchor, weight in written(figure)
    ]
    assert len(boxes) > 8
    size = totals_chart.MARK
    marks_ = [around((x, y), size, size) for _, _, x, y, _ in points_of(figure)]
    assert not [one for at, one in enumerate(boxes) for other in [*boxes[:at], *marks_] if overlap(one, other) > 1]
    assert all(box[0] >= 0 and box[2] <= room for box in boxes)


def test_every_total_has_its_number_or_stands_by_one_that_gives_it(
    totals: pd.DataFrame, catalog: Catalog, language: Language
) -> None:
    figure = drawing.figure(totals, headline(catalog), catalog, language, "light", (), 960)
    points, shown = dated(totals), {words for words, *_ in written(figure)}
    numbers = {int(re.search(r"\d+", words)[0]) for words in shown}
    assert numbers == set(points["value"].astype(int))
    # The same number years later is written anew: 63 of 2010 and of 2017, 93 of 2022 and of 2026.
    for value in (63, 93):
        dates = pd.to_datetime(points.loc[points["value"] == value, "start"])
        assert (dates.max() - dates.min()).days > 2 * 365
        assert sum(str(value) in words for words, *_ in written(figure)) >= 2


def test_all_marks_lie_within_the_drawing(
    totals: pd.DataFrame, catalog: Catalog, language: Language, room: int
) -> None:
    figure = drawing.figure(totals, headline(catalog), catalog, language, "light", (), room)
    wide, high = map(float, re.search(r"viewBox='0 0 (\S+) (\S+)'", svg(figure)).groups())
    assert all(34 <= x <= wide and 0 <= y <= high - 26 for _, _, x, y, _ in points_of(figure))


def test_the_picture_has_the_key_and_every_mark(figure: Figure, totals: pd.DataFrame) -> None:
    assert figure.picture
    drawn = figure.picture(1488, 620)
    circle = marks.PATHS["circle"]
    own = (dated(totals)["counts"] == "offices_abroad").sum()
    assert drawn.count(circle) == own + 1
    assert ">Offices abroad<" in drawn


def test_the_title_gives_the_range_and_the_reason_why_it_is_not_one_series(
    figure: Figure, totals: pd.DataFrame
) -> None:
    points = dated(totals)
    highest = points[points["value"] == points["value"].max()]
    assert "over" in {*highest["qualifier"]}
    assert f"from {points['value'].min()} to over {points['value'].max()} offices" in figure.title
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
    assert len({path for _, path, *_ in points_of(figure)}) == 1
    assert "undated" not in figure.text
    assert "none of offices" not in figure.text


def test_a_total_of_a_year_alone_is_not_called_the_newest(
    figure: Figure, totals: pd.DataFrame, language: Language
) -> None:
    newest = max(date for date in totals["date"] if len(date) == len("2026-02-10"))
    assert newest[:4] in set(totals["date"])
    assert f", {language.date(newest)}." in figure.text.split("The newest dated total is")[1]


def test_no_kind_of_total_is_left_without_a_mark(totals: pd.DataFrame) -> None:
    assert set(dated(totals)["counts"]) <= set(totals_chart.SHAPES)
    assert len(set(totals_chart.SHAPES.values())) == len(totals_chart.SHAPES)
