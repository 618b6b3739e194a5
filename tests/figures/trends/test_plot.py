"""Indicators as figures: honest titles, periods drawn as they are, standing and wording told, labels that do not overlap."""

from functools import cache

import pandas as pd
import pytest

from data.catalog import Catalog
from data.queries.timeline import events
from data.queries.trends import indicators
from data.queries.trends.overlays import Overlay, overlay
from data.selection import Selection
from figures.figure import Figure, is_chart
from figures.ink.lettering import width
from figures.language import Language
from figures.palette import palette
from figures.trends import event_lines, headline, index, marks, plot

ALL = Selection()


@pytest.fixture(scope="module")
def draw(catalog: Catalog, language: Language):
    @cache  # three tests draw every indicator
    def draw(indicator_id: str, *series: str, selection: Selection = ALL, events: bool = False) -> Figure:
        codes = indicators.drawings(catalog, [indicator_id], series)[0][1]
        return plot.figure(catalog, selection, indicator_id, codes, events, language, "light")

    return draw


def test_every_indicator_makes_a_figure_with_caveat_source_and_last_value(draw, catalog: Catalog) -> None:
    for indicator_id, indicator in indicators.known(catalog).items():
        made = draw(indicator_id)
        assert made.note == indicator.caveat
        assert made.source_ids
        assert made.drawing
        assert len(made.rows)
        assert set(made.columns) <= set(made.rows.columns)
        assert "Unit: " in made.text
        assert "Period: " in made.text
        assert "Last value: " in made.text or "The highest is " in made.text
        assert "None" not in made.title
        assert "nan" not in made.text.lower().replace("finance", "")


def test_the_title_says_how_far_seizures_fell(draw) -> None:
    title = draw("cbp-fentanyl-seized-fy").title
    assert title.endswith("down 55% from FY2023, the highest shown, to 12,027 lb in FY2025")
    narrowed = draw("cbp-fentanyl-seized-fy", selection=Selection(first_year=2024))
    assert narrowed.title.endswith("down 45% from FY2024, to 12,027 lb in FY2025")
    assert "5 values lie outside the years chosen" in narrowed.text


@pytest.mark.parametrize(
    ("indicator_id", "ending"),
    [
        ("hsi-fentanyl-seized-fy", "20,981 lb in FY2022, over 41,000 lb in FY2023"),
        ("hsi-heroin-seized-fy", "7,103 lb, FY2018, the only value here"),
        ("dhs-fentanyl-seized-ytd", "the newest of 3 that are not a series"),
        ("mexico-army-navy-fentanyl-seized-cy", "up 89% from 2023, to 2,838 kg in 2024, the highest shown"),
        ("cdc-deaths-all-drugs-cy", "down 26% from 2022, the highest shown, to 79,384 in 2024"),
        ("operations-chemical-initiative-labs-closed-cumulative", "13, January 2025 to May 2025, the only value here"),
        ("nflis-fentanyl-reports-cy", "to 155,020 in 2024"),
    ],
)
def test_titles_stay_honest(draw, indicator_id: str, ending: str) -> None:
    assert draw(indicator_id).title.endswith(ending)


def test_a_series_that_is_not_the_usual_one_is_named_in_the_title(draw) -> None:
    assert "(Southwest Border, OFO)" in draw("cbp-fentanyl-seized-fy", "southwest-border-ofo").title
    assert "(" not in draw("cbp-fentanyl-seized-fy").title


def test_a_bar_covers_its_own_period_and_years_are_named_as_published(draw) -> None:
    chart = draw("cbp-fentanyl-seized-fy").drawing
    (bars,) = chart.data
    for x, wide, year in zip(bars.x, bars.width, range(2019, 2026), strict=True):
        half = pd.Timedelta(milliseconds=wide / 2)
        assert pd.Timestamp(year - 1, 10, 1) < pd.Timestamp(x) - half
        assert pd.Timestamp(x) + half < pd.Timestamp(year, 10, 1)
    assert chart.layout.xaxis.ticktext[-1] == "FY2025"
    assert "fiscal year, October to September" in chart.layout.xaxis.title.text
    calendar = draw("cdc-deaths-all-drugs-cy").drawing
    assert calendar.layout.xaxis.ticktext[-1] == "2024"
    assert "calendar year" in calendar.layout.xaxis.title.text


def test_standing_and_parts_of_years_look_different_and_are_told(draw) -> None:
    made = draw("nflis-fentanyl-reports-cy")
    looks = {bar.name: (bar.marker.pattern.shape, bar.marker.color) for bar in made.drawing.data}
    assert len(looks) == 2
    assert len(set(looks.values())) == 2
    assert "provisional, part of a year" in looks
    assert all(bar.showlegend for bar in made.drawing.data)
    assert "Provisional: 2025." in made.text
    assert "Part of a year: 2025." in made.text
    assert "Compiled by a third party: 2011 to 2021." in draw("cdc-deaths-all-drugs-cy").text


def test_over_and_nearly_stand_on_the_mark_and_in_words(draw) -> None:
    made = draw("dhs-fentanyl-seized-fy")
    told = " ".join(str(label.text) for label in made.drawing.layout.annotations)
    assert "nearly<br>5,000" in told
    assert "over<br>43,000" in told
    assert {"nearly 5,000 lb", "over 43,000 lb"} <= set(made.rows["stated"])
    assert "nearly 5,000 lb (FY2018) and over 43,000 lb (FY2023)" in made.text


def test_a_gap_is_no_zero(draw) -> None:
    made = draw("hsi-fentanyl-seized-fy")
    assert len(made.drawing.data[0].y) == 3
    assert "none found" in [label.text for label in made.drawing.layout.annotations]
    assert "None found in the sources read for FY2019, FY2020 and FY2021." in made.text


def test_overlapping_periods_are_listed_and_not_drawn_over_time(draw) -> None:
    made = draw("cdc-deaths-all-drugs-provisional-12m")
    (bars,) = made.drawing.data
    assert bars.orientation == "h"
    heads = [label.text for label in made.drawing.layout.annotations]
    assert heads == ["12 months to August 2025", "12 months to November 2025"]
    assert "not added" in made.drawing.layout.xaxis.title.text


def test_a_value_alone_is_a_number_with_a_picture_to_take_away(draw) -> None:
    made = draw("hsi-fentanyl-seized-to-2023-09")
    assert not is_chart(made.drawing)
    assert "over 54,000 lb" in made.drawing
    assert made.picture
    assert "over 54,000 lb" in made.picture(1400, 600)


def test_the_newest_value_and_every_inexact_one_are_written_on_the_chart(
    draw, catalog: Catalog, language: Language
) -> None:
    for indicator_id, indicator in indicators.known(catalog).items():
        for codes in [(part.code,) for part in indicators.parts(catalog, indicator_id)][:4]:
            rows = indicators.series(catalog, ALL, indicator_id, codes).rows
            if not indicator.is_consecutive or len(rows) < 2:
                continue
            written = [note.text for note in draw(indicator_id, *codes).drawing.layout.annotations]
            for row in [indicators.last(rows), *rows[rows["qualifier"] != "exact"].itertuples()]:
                assert "<br>".join(marks._lines(row, language)) in written, (indicator_id, codes)


@pytest.mark.parametrize("first", ["2011-01-01", "2018-10-01", "2022-10-01", "2023-05-01"])
def test_labels_of_events_do_not_overlap_and_no_line_crosses_one(
    catalog: Catalog, language: Language, first: str
) -> None:
    start, end = pd.Timestamp(first), pd.Timestamp("2026-04-30")
    scale = marks.Scale(start, end - start, 100.0, 200.0)
    laid = overlay(catalog, Selection(), True, start, end)
    placed = event_lines.place(laid, scale, language)
    assert len(placed) == len(laid.rows) > 4
    boxes = []
    for one in placed:
        x, wide = scale.right(one.start), width(one.words, event_lines.TYPE) + 3
        boxes.append((x - wide, x) if one.on_left else (x, x + wide))
    for at, (one, box) in enumerate(zip(placed, boxes, strict=True)):
        for other, other_box in [pair for k, pair in enumerate(zip(placed, boxes, strict=True)) if k != at]:
            if one.row == other.row:
                assert box[1] <= other_box[0] or other_box[1] <= box[0]
            x = scale.right(other.start)
            assert not (other.row > one.row and box[0] < x < box[1])


def test_events_are_told_in_words_and_called_no_cause(draw) -> None:
    alone = draw("cbp-fentanyl-seized-fy")
    assert len(alone.drawing.layout.shapes) == 1
    assert "not thereby a cause" in alone.legend
    several = draw("cbp-fentanyl-seized-fy", events=True)
    assert len(several.drawing.layout.shapes) == several.legend.count("<li>") > 4
    assert "left out" in several.legend
    before = draw("hsi-narcotics-arrests-fy")
    assert not before.drawing.layout.shapes
    assert before.legend == ""


def test_an_event_known_to_the_month_is_a_band_and_no_line(language: Language, catalog: Catalog) -> None:
    start, end = pd.Timestamp("2023-01-01"), pd.Timestamp("2023-12-31")
    rows = events(catalog, ALL).rows
    rows = (
        rows[rows["date"].str.startswith("2023") & (rows["date_precision"] != "year")].groupby("date_precision").head(1)
    )
    assert set(rows["date_precision"]) == {"day", "month"}
    scale = marks.Scale(start, end - start, 1.0, 200.0)
    placed = event_lines.place(Overlay(rows, 0), scale, language)
    lines, _heads = event_lines.drawn(placed, 250, 0, palette("light"))
    drawn = {one.event_id: shape["type"] for one, shape in zip(placed, lines, strict=True)}
    kinds = {"day": "line", "month": "rect"}
    assert drawn == {row.event_id: kinds[row.date_precision] for row in rows.itertuples()}


def test_keys_of_figures_differ(draw, catalog: Catalog) -> None:
    keys = [draw(code).key for code in indicators.known(catalog)]
    keys += [
        draw("cbp-fentanyl-seized-fy", part.code).key
        for part in indicators.parts(catalog, "cbp-fentanyl-seized-fy")[1:]
    ]
    assert len(set(keys)) == len(keys)


def test_the_list_names_every_indicator_with_its_newest_value(catalog: Catalog, language: Language) -> None:
    made = index.figure(catalog, ALL, None, language)
    assert list(made.rows["indicator_id"]) == list(catalog["indicators"]["indicator_id"])
    assert made.rows["values"].sum() == len(catalog["observations"])
    assert (made.rows["newest"] != "").all()


def test_the_heading_follows_the_years(catalog: Catalog, language: Language) -> None:
    assert headline.finding(catalog, ALL, language) == (
        "12,027 lb of fentanyl seized by CBP in FY2025; 47,735 U.S. deaths with synthetic opioids in 2024"
    )
    assert "FY2023" in headline.finding(catalog, Selection(last_year=2023), language)
    assert headline.finding(catalog, Selection(first_year=2026), language) == "No value in the years chosen"


def test_a_gap_is_told_in_the_middle_of_the_years_that_are_missing(catalog: Catalog, language: Language) -> None:
    found = 0
    for indicator_id, indicator in indicators.known(catalog).items():
        if indicator.period_type not in ("fiscal_year", "calendar_year"):
            continue
        for part in indicators.parts(catalog, indicator_id):
            rows = indicators.series(catalog, ALL, indicator_id, (part.code,)).rows
            scale = marks.Scale(rows["start"].min(), rows["end"].max() - rows["start"].min(), 1.0, 200.0)
            told = marks.gaps(rows, indicator, scale, language, palette("light"))
            spans = zip(rows["end"], rows["start"][1:], strict=False)
            empty = [(end, start) for end, start in spans if start - end > pd.Timedelta(days=300)]
            assert len(told) == len(empty)
            for label, (end, start) in zip(told, empty, strict=True):
                assert abs(label["x"] - (end + (start - end) / 2)) < pd.Timedelta(days=3), (indicator_id, part)
            found += len(told)
    assert found


def test_only_events_that_are_drawn_make_a_picture_name_their_filters(draw) -> None:
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
def test_a_period_without_a_stated_end_is_told_in_words(draw, indicator_id: str, period: str) -> None:
    figure = draw(indicator_id)
    assert period in figure.title or period in " ".join(map(str, figure.rows.to_numpy().ravel()))
