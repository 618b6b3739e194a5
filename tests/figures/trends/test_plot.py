"""Indicators as figures: periods drawn as they are, standing and wording told, gaps and parts named, labels that do not overlap."""

from collections.abc import Callable
from functools import cache
from itertools import combinations, pairwise

import pandas as pd
import plotly.io
import pytest

from data.catalog import Catalog
from data.queries.timeline import events
from data.queries.trends import indicators
from data.queries.trends.overlays import Overlay, overlay
from data.selection import Selection
from data.translation import translated
from figures.figure import Figure, is_chart
from figures.ink.lettering import width
from figures.ink.placing import overlap
from figures.language import Language
from figures.language import language as spoken
from figures.palette import palette
from figures.room import PHONE_ROOM
from figures.trends import chart, index, labels, plot, sketch, spec
from figures.trends.scale import LARGE, OF_PAGE, Room

ALL = Selection()
ROOMS = (*OF_PAGE.values(), LARGE, Room(1488, 480, 22))

Draw = Callable[..., Figure]


@pytest.fixture(scope="module")
def draw(catalog: Catalog, language: Language) -> Draw:
    @cache  # several tests draw every indicator
    def draw(indicator_id: str, *series: str, selection: Selection = ALL, events: bool = False) -> Figure:
        codes = indicators.drawings(catalog, [indicator_id], series)[0][1]
        return plot.figure(catalog, selection, indicator_id, codes, events, language, "light", 960)

    return draw


def prepared(
    catalog: Catalog, language: Language, code: str, part: str, room: Room, events: bool = True
) -> chart.Chart | None:
    """Return the marks of a series, if it is drawn over time."""
    indicator, rows = indicators.known(catalog)[code], indicators.series(catalog, ALL, code, (part,)).rows
    if not plot.is_over_time(indicator, rows):
        return None
    laid = overlay(catalog, ALL, events, rows["start"].min(), rows["end"].max())
    return chart.prepare(indicator, rows, {}, laid, room, language)


@pytest.fixture(scope="module")
def charts(catalog: Catalog, language: Language) -> list[tuple[chart.Chart, pd.DataFrame, str]]:
    """Every series over time in every room: its marks, its values, and a name to tell it by."""
    return [
        (made, indicators.series(catalog, ALL, code, (part.code,)).rows, f"{code} {part.code} {room.width:g}")
        for code in indicators.known(catalog)
        for part in indicators.parts(catalog, code)[:2]
        for room in ROOMS
        if (made := prepared(catalog, language, code, part.code, room))
    ]


def test_every_indicator_makes_a_figure_with_caveat_source_picture_and_last_value(draw: Draw, catalog: Catalog) -> None:
    for indicator_id, indicator in indicators.known(catalog).items():
        made = draw(indicator_id)
        assert made.note.endswith(indicator.caveat)
        assert made.source_ids
        assert made.drawing
        assert made.picture
        assert len(made.rows)
        assert set(made.columns) <= set(made.rows.columns)
        assert "Unit: " in made.text
        assert "Period: " in made.text
        assert "Last value: " in made.text or "The highest is " in made.text
        assert "nan" not in made.text.lower().replace("finance", "")


def test_a_bar_covers_its_own_period_and_years_are_named_as_published(draw: Draw) -> None:
    made = draw("cbp-fentanyl-seized-fy").drawing
    (bars,) = made.data
    for x, wide, year in zip(bars.x, bars.width, range(2019, 2026), strict=True):
        half = pd.Timedelta(milliseconds=wide / 2)
        assert pd.Timestamp(year - 1, 10, 1) < pd.Timestamp(x) - half
        assert pd.Timestamp(x) + half < pd.Timestamp(year, 10, 1)
    assert made.layout.xaxis.ticktext[-1] == "FY2025"
    assert draw("cdc-deaths-all-drugs-cy").drawing.layout.xaxis.ticktext[-1] == "2024"
    assert draw("cbp-fentanyl-seized-fy").subtitle.endswith("pounds (lb) · U.S. fiscal year, October to September")
    assert draw("cdc-deaths-all-drugs-cy").subtitle.endswith("calendar year")


def test_what_is_sent_of_a_chart_is_lean_and_leaves_swipes_to_the_page(draw: Draw) -> None:
    for code in ("cbp-fentanyl-seized-fy", "cdc-deaths-synthetic-opioids-cy", "hsi-fentanyl-seized-fy"):
        made = draw(code, events=True).drawing
        assert len(plotly.io.to_json(made, validate=False)) < 5_000
        assert made.layout.template.layout.dragmode is False
        assert "title" not in made.to_dict()["layout"]
    assert len(plotly.io.to_json(draw("cbp-fentanyl-seized-month").drawing, validate=False)) < 13_000


def test_plots_of_a_row_have_the_same_height(draw: Draw) -> None:
    heights = set()
    for code, laid in (("cbp-fentanyl-seized-fy", False), ("cdc-deaths-all-drugs-cy", True), ("nflis-fentanyl-reports-cy", True)):  # fmt: skip
        layout = draw(code, events=laid).drawing.layout
        heights.add((layout.height, layout.margin.t, layout.margin.b))
    assert len(heights) == 1


def test_standing_and_parts_of_years_look_different_and_are_told(draw: Draw) -> None:
    made = draw("nflis-fentanyl-reports-cy")
    looks = {(bar.marker.pattern.shape, bar.marker.color) for bar in made.drawing.data}
    assert len(made.drawing.data) == len(looks) == 2
    assert made.drawing.layout.showlegend is False, "a key within the plot would cover a line of it"
    assert "as published" in made.legend
    assert "provisional, part of a year" in made.legend
    assert "Provisional: 2025." in made.text
    assert "Part of a year: 2025." in made.text
    assert "Compiled by a third party: 2011 to 2021." in draw("cdc-deaths-all-drugs-cy").text


def test_over_and_nearly_stand_on_the_mark_and_in_words(draw: Draw, catalog: Catalog) -> None:
    assert "over <br>41,000" in [note.text for note in draw("hsi-fentanyl-seized-fy").drawing.layout.annotations]
    spanish = plot.figure(
        translated(catalog, "es"),
        ALL,
        "hsi-fentanyl-seized-fy",
        indicators.drawings(catalog, ["hsi-fentanyl-seized-fy"], ())[0][1],
        False,
        spoken("es"),
        "light",
        960,
    )
    assert "más de <br>41,000" in [note.text for note in spanish.drawing.layout.annotations]
    made = draw("dhs-fentanyl-seized-fy")
    assert {"nearly 5,000 lb", "over 43,000 lb"} <= set(made.rows["stated"])
    assert "nearly 5,000 lb (FY2018) and over 43,000 lb (FY2023)" in made.text


def test_a_gap_is_no_zero_and_a_bar_that_stands_alone_is_dated(draw: Draw) -> None:
    made = draw("hsi-fentanyl-seized-fy")
    assert len(made.drawing.data[0].y) == 3
    assert "none found" in [label.text for label in made.drawing.layout.annotations]
    assert list(made.drawing.layout.xaxis.ticktext) == ["FY2018", "FY2022", "FY2023"]
    assert "None found in the sources read for FY2019, FY2020 and FY2021." in made.text


def test_every_bar_is_dated_or_stands_beside_one_that_is(charts: list[tuple[chart.Chart, pd.DataFrame, str]]) -> None:
    for made, rows, name in charts:
        if "-month " in name:
            continue
        named = {int(tick.words.removeprefix("FY")) for tick in made.ticks}
        years = set(rows["end"].dt.year)
        alone = {year for year in years if not {year - 1, year + 1} & years}
        assert alone <= named, name
        assert max(years) in named, name


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("room", ROOMS)
def test_a_bar_beside_a_gap_has_its_year_where_its_neighbour_leaves_too_little_room(
    catalog: Catalog, code: str, room: Room
) -> None:
    (part,) = indicators.parts(catalog, "hsi-fentanyl-seized-fy")
    made = prepared(catalog, spoken(code), "hsi-fentanyl-seized-fy", part.code, room)
    assert made
    assert len(made.ticks) == len(made.bars)
    for tick, bar in zip(made.ticks, made.bars, strict=True):
        half = width(tick.words, room.size) / 2
        x = made.scale.x(tick.day)
        assert made.scale.x(bar.first) < x + half
        assert x - half < made.scale.x(bar.last)


def test_one_or_two_values_are_numbers_and_no_chart(draw: Draw) -> None:
    single, two = draw("hsi-fentanyl-seized-to-2023-09"), draw("hsi-narcotics-arrests-fy")
    assert not is_chart(single.drawing)
    assert "over 54,000 lb" in single.drawing
    assert not is_chart(two.drawing)
    assert ["over 11,400" in two.drawing, "11,612" in two.drawing, "FY2018" in two.drawing] == [True] * 3
    assert "None found in the sources read for FY2019, FY2020 and FY2021." in two.drawing


def test_overlapping_periods_are_not_drawn_over_time(draw: Draw) -> None:
    two, three = draw("cdc-deaths-all-drugs-provisional-12m"), draw("dhs-fentanyl-seized-ytd")
    assert "12 months to August 2025" in two.drawing
    assert not is_chart(three.drawing)
    assert "not added" in two.drawing
    assert "not added" in three.legend


def test_the_newest_value_and_every_inexact_one_are_written_on_the_chart(
    charts: list[tuple[chart.Chart, pd.DataFrame, str]], language: Language
) -> None:
    for made, rows, name in charts:
        written = [one.lines for one in made.words]
        for row in [indicators.last(rows), *rows[rows["qualifier"] != "exact"].itertuples()]:
            assert labels._lines(row, language) in written, name


def test_no_words_of_a_chart_lie_over_each_other_or_leave_it(
    charts: list[tuple[chart.Chart, pd.DataFrame, str]],
) -> None:
    for made, _rows, name in charts:
        size, scale = made.room.size, made.scale
        boxes = [one.box(scale, size) for one in made.words]
        assert not [1 for one, other in combinations(boxes, 2) if overlap(one, other) > 1], name
        assert not [box for box in boxes if box[0] < 0 or box[2] > made.room.width], name
        ends = [(scale.x(tick.day), width(tick.words, size) / 2) for tick in made.ticks]
        assert not [1 for (x, half), (y, other) in combinations(ends, 2) if abs(x - y) < half + other], name
        heads = [one.at for one in made.events]
        assert all(later - one >= size for one, later in pairwise(heads)), name


@pytest.mark.parametrize("room", ROOMS)
def test_the_first_bar_has_its_number_where_only_the_axis_stands_beside_it(
    catalog: Catalog, language: Language, room: Room
) -> None:
    made = prepared(catalog, language, "cdc-deaths-synthetic-opioids-cy", "united-states", room)
    assert made
    (first,) = (one for one in made.words if one.lines == ("3,105",))
    left, _top, right, _bottom = first.box(made.scale, room.size)
    bar = made.bars[0]
    assert left <= made.scale.x(bar.first + (bar.last - bar.first) / 2) <= right, "it stands over its bar"


def test_lines_of_events_stand_behind_the_bars_and_keep_off_the_numbers(
    draw: Draw, catalog: Catalog, language: Language
) -> None:
    made = draw("cbp-fentanyl-seized-fy", events=True).drawing.layout
    assert len(made.shapes) >= 4
    assert {shape.layer for shape in made.shapes} == {"below"}
    assert {note.borderpad for note in made.annotations if note.text == "27,023"} == {spec.HALO}
    marks = prepared(catalog, language, "cbp-fentanyl-seized-fy", "all-regions-ofo-and-usbp", OF_PAGE[960])
    assert marks
    ink = palette("light").ink
    drawn = sketch.svg(marks, palette("light"))
    assert drawn.rindex(f'stroke="{ink}"') < drawn.index("<rect ")


@pytest.mark.parametrize(("room", "size"), [(PHONE_ROOM, 14), (960, 14), (1240, 15), (1640, 17)])
def test_a_list_that_has_the_column_to_itself_is_drawn_for_its_width(
    catalog: Catalog, language: Language, room: int, size: int
) -> None:
    code = "cbp-fentanyl-seized-ytd"
    codes = indicators.drawings(catalog, [code], ())[0][1]
    alone, beside = (
        plot.figure(catalog, ALL, code, codes, False, language, "light", room, alone).drawing for alone in (True, False)
    )
    assert f'width="{room}"' in alone
    assert f"font-size='{size}'" in alone
    assert alone != beside


def test_at_most_four_events_are_numbered_told_and_called_no_explanation(draw: Draw) -> None:
    alone = draw("cbp-fentanyl-seized-fy")
    assert alone.drawing.layout.annotations[0].text == "Strategy, 19 Sept 2023"
    assert "does not explain the numbers" in alone.legend
    several = draw("cbp-fentanyl-seized-fy", events=True)
    assert [note.text for note in several.drawing.layout.annotations][:4] == [f"<b>{n}</b>" for n in range(1, 5)]
    assert several.legend.count("<li>") == 4
    assert "19 September 2023: HSI releases the Strategy" in several.legend
    assert "more events of this view are on the timeline" in several.legend
    before = draw("hsi-opioids-seized-fy")
    assert before.legend == ""


def test_an_event_known_to_the_month_is_a_band_and_no_line(catalog: Catalog, language: Language) -> None:
    code = "cbp-fentanyl-seized-fy"
    rows = events(catalog, ALL).rows
    rows = rows[rows["date"].str.startswith("2023") & (rows["date_precision"] != "year")]
    rows = rows.groupby("date_precision").head(1).reset_index(drop=True)
    assert set(rows["date_precision"]) == {"day", "month"}
    values = indicators.series(catalog, ALL, code, ("all-regions-ofo-and-usbp",)).rows
    made = chart.prepare(indicators.known(catalog)[code], values, {}, Overlay(rows, 0), OF_PAGE[960], language)
    assert {event.event_id for event in made.events if event.is_band} == {
        *rows[rows["date_precision"] == "month"]["event_id"]
    }
    shapes = spec.plotly(made, "light", language).layout.shapes
    assert [shape.type for shape in shapes].count("rect") == 1
    assert 'opacity="0.16"' in sketch.svg(made, palette("light"))


def test_keys_of_figures_differ(draw: Draw, catalog: Catalog) -> None:
    keys = [draw(code).key for code in indicators.known(catalog)]
    keys += [
        draw("cbp-fentanyl-seized-fy", part.code).key
        for part in indicators.parts(catalog, "cbp-fentanyl-seized-fy")[1:]
    ]
    assert len(set(keys)) == len(keys)


def test_the_list_names_every_indicator_with_its_newest_value_and_the_part_it_is_of(
    catalog: Catalog, language: Language
) -> None:
    made = index.figure(catalog, ALL, None, language)
    assert list(made.rows["indicator_id"]) == list(catalog["indicators"]["indicator_id"])
    assert made.rows["values"].sum() == len(catalog["observations"])
    assert (made.rows["newest"] != "").all()
    places = made.rows.set_index("indicator_id")["place"]
    assert places["cbp-fentanyl-seized-month"] == "Southwest Border, OFO"
    assert places["cbp-fentanyl-seized-fy"] == "All regions, OFO and USBP"


def test_only_events_that_are_drawn_make_a_picture_name_their_filters(draw: Draw) -> None:
    over_time, alone = "cbp-fentanyl-seized-fy", "hsi-fentanyl-seized-to-2023-09"
    assert draw(over_time, events=True).narrowed_by == ("objectives", "countries", "years")
    assert draw(over_time).narrowed_by == draw(alone, events=True).narrowed_by == ("years",)


@pytest.mark.parametrize(
    ("indicator_id", "period"),
    [
        ("bulk-cash-arrests-cumulative", "August 2009 to October 2011"),
        ("bulk-cash-arrests-cumulative", "FY2003 to FY2016"),
        ("hsi-fentanyl-seized-to-2023-09", "up to September 2023"),
        ("dhs-precursor-chemicals-seized-year-to-2024-01", "the year before 30 January 2024"),
        ("operations-without-a-trace-arrests-cumulative", "since October 2019"),
    ],
)
def test_a_period_without_a_stated_end_is_told_in_words(draw: Draw, indicator_id: str, period: str) -> None:
    figure = draw(indicator_id)
    assert period in figure.title or period in " ".join(map(str, figure.rows.to_numpy().ravel()))
