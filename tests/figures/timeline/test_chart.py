import pandas as pd
import pytest

from data.queries.timeline import KEY_EVENTS, events, with_lanes
from data.selection import Selection
from figures.timeline import chart, dates, headline, listing, placement
from figures.timeline.marks import DOT
from figures.timeline.placement import GAP, PITCH, key_labels, layout, stacked, window

EVERYTHING = Selection()
YEAR = Selection(first_year=2023, last_year=2023)
PHONE = 326
"""Width in pixels of the plot on a phone of 390."""


@pytest.fixture
def draw(catalog, language):
    def draw(selection=EVERYTHING, lanes="category", chosen=None):
        return chart.figure(catalog, events(catalog, selection), selection, lanes, chosen, language, "light")

    return draw


@pytest.fixture
def laid(catalog):
    def laid(selection, lanes):
        rows = with_lanes(catalog, events(catalog, selection).rows, lanes, selection)
        first, last = window(rows, selection)
        return layout(rows, sorted(set(rows["lane"])), last - first, 0), (first, last)

    return laid


def traces(figure, kind):
    return [trace for trace in figure.drawing.data if trace.type == kind]


def labels_of(figure):
    return {note.text.replace("<br>", " ") for note in figure.drawing.layout.annotations}


def ids(trace):
    return [event_id for (event_id,) in trace.customdata]


def test_days_are_dots_and_longer_spans_are_bars_as_long_as_they_may_lie(draw, catalog):
    figure = draw()
    known = events(catalog, EVERYTHING).rows.set_index("event_id")
    dots, bars = traces(figure, "scatter")[0], traces(figure, "bar")[0]
    assert set(known.loc[ids(dots), "date_precision"]) == {"day"}
    assert set(known.loc[ids(bars), "date_precision"]) == {"month", "year"}
    assert {*ids(dots), *ids(bars)} == set(known.index)
    for event_id, base, length in zip(ids(bars), bars.base, bars.x, strict=True):
        begin = pd.Timestamp(base)
        assert begin == known.at[event_id, "start"]
        assert begin + pd.Timedelta(milliseconds=length) == known.at[event_id, "end"] + pd.Timedelta(days=1)


@pytest.mark.parametrize("lanes", ["category", "objective"])
@pytest.mark.parametrize("selection", [EVERYTHING, YEAR, Selection(countries=("MEX",), first_year=2023)])
def test_no_mark_hides_another_even_on_a_phone(laid, lanes, selection):
    placed, (first, last) = laid(selection, lanes)
    pixel = (last - first) / PHONE
    marks = placed.marks
    for _lane, level in marks.groupby(["lane", "level"]):
        ordered = level.sort_values("start")
        middle = ordered["start"] + (ordered["end"] + pd.Timedelta(days=1) - ordered["start"]) / 2
        apart = middle.diff().dropna() / pixel
        assert (apart >= DOT - 0.5).all()
        assert (ordered["start"].iloc[1:].to_numpy() > ordered["end"].iloc[:-1].to_numpy()).all()
    assert not marks.duplicated(["lane", "y", "start"]).any()
    assert PITCH >= DOT


def test_levels_are_the_same_every_time_and_whatever_the_order_of_rows(catalog):
    rows = events(catalog, EVERYTHING).rows
    gap = pd.Timedelta(days=60)
    first = dict(zip(rows["event_id"], stacked(rows, gap), strict=True))
    turned = rows.iloc[::-1]
    assert dict(zip(turned["event_id"], stacked(turned, gap), strict=True)) == first


def test_marks_stay_inside_their_lane(laid):
    placed, _time = laid(EVERYTHING, "objective")
    for lane in placed.lanes:
        inside = placed.marks.loc[placed.marks["lane"] == lane.code, "y"]
        assert inside.between(lane.top + placement.HEADER, lane.bottom).all()
        assert len(inside) == lane.count
    assert placed.height == placed.lanes[-1].bottom


@pytest.mark.parametrize("lanes", ["category", "objective"])
def test_the_four_key_dates_are_named_on_the_chart(draw, lanes):
    shown = labels_of(draw(lanes=lanes))
    assert {
        "30 May: López Obrador meets a U.S. adviser",
        "31 May: López Obrador rejects interference",
        "19 Sept: HSI releases the strategy",
        "24 Sept: Ríodoce prints its article",
    } <= shown


def test_key_dates_outside_the_filters_are_not_named(draw):
    figure = draw(Selection(first_year=2024))
    assert not any("interference" in text for text in labels_of(figure))
    assert "Named on the chart" not in figure.text


@pytest.mark.parametrize(("first", "last"), [(a, b) for a in range(2019, 2024) for b in range(2023, 2027)])
def test_labels_of_key_dates_fit_and_no_line_crosses_one(catalog, first, last):
    selection = Selection(first_year=first, last_year=last)
    rows = events(catalog, selection).rows
    begin, end = window(rows, selection)
    labels = key_labels(rows, KEY_EVENTS, (begin, end))
    places = {(label.row, label.side) for label in labels}
    assert len(places) == len(labels) == len(KEY_EVENTS)
    for label in labels:
        room = (label.day - begin if label.side == "left" else end - label.day) / (end - begin)
        assert room >= placement.LABEL_ROOM
        for other in labels:
            # A line runs down from its label's row, so it may cross the rows below it only beyond their labels.
            if other.row < label.row:
                assert other.day >= label.day if label.side == "left" else other.day <= label.day


def test_lanes_are_named_with_their_counts(draw, catalog):
    rows = events(catalog, EVERYTHING).rows
    shown = labels_of(draw())
    assert f"<b>Diplomacy</b>  {(rows['category'] == 'diplomacy').sum()} events" in shown


def test_the_chosen_event_is_ringed_on_every_lane_it_lies_on(draw, catalog):
    event_id = "ev-20230919-strategy"
    tied = (catalog["event_objectives"]["event_id"] == event_id).sum()
    assert len(traces(draw(lanes="objective", chosen=event_id), "scatter")) - 1 == tied > 1
    assert len(traces(draw(chosen=event_id), "scatter")) == 2


def test_a_chosen_span_is_framed_and_one_outside_the_filters_is_not_drawn(draw):
    framed = traces(draw(chosen="ev-2020-without-a-trace"), "scatter")[1]
    assert pd.Timestamp(framed.x[0]) == pd.Timestamp(2020, 1, 1)
    assert pd.Timestamp(framed.x[1]) == pd.Timestamp(2021, 1, 1)
    assert len(traces(draw(YEAR, chosen="ev-2020-without-a-trace"), "scatter")) == 1


def test_the_years_selected_set_the_range_and_only_time_can_be_zoomed(draw):
    shown = draw(Selection(countries=("MEX",), first_year=2022, last_year=2024)).drawing
    first, last = map(pd.Timestamp, shown.layout.xaxis.range)
    assert first <= pd.Timestamp(2022, 1, 1) < pd.Timestamp(2025, 1, 1) <= last
    assert last - first < pd.Timedelta(days=3 * 366 * 1.05)
    assert shown.layout.yaxis.fixedrange
    assert not shown.layout.xaxis.fixedrange


def test_the_text_equivalent_counts_what_the_chart_shows(draw, catalog):
    figure = draw()
    rows = events(catalog, EVERYTHING).rows
    for count in (len(rows), *rows["category"].value_counts(), *rows["date_precision"].value_counts()):
        assert str(count) in figure.text
    assert "Ríodoce publishes its article in edition 1078" in figure.text
    assert "after May 2026: that is what the collection holds" in figure.note


def test_titles_are_honest_for_one_event_one_lane_and_ties(draw):
    assert draw().title.startswith("The fullest lane is “Diplomacy”")
    one = draw(Selection(countries=("HTI",)))
    assert len(one.rows) == 1
    assert one.title == "1 event, in one lane: “Operations”"
    assert (
        chart._title({"A": 2, "B": 2, "C": 1}, 5, _english()) == "The fullest lanes are “A” and “B”: 2 of 5 events each"
    )
    assert chart._title({"A": 2, "B": 2}, 4, _english()) == "Every lane holds as many events: 2"


def test_the_finding_fits_the_view(catalog, language):
    def said(selection):
        return headline.finding(events(catalog, selection), language)

    assert "fall in 2025" in said(EVERYTHING)
    assert said(YEAR).endswith("in 2023, the year HSI released the strategy")
    assert said(Selection(countries=("HTI",))).startswith("One event matches: 13 February 2024")
    assert said(Selection(countries=("HTI",), first_year=2019, last_year=2019)) == "No event matches the filters"


def test_dates_in_words_are_never_more_exact_than_the_source(language):
    assert dates.when(language, "2023-05-31", "day") == "31 May 2023 (day known)"
    assert dates.when(language, "2023-05", "month") == "May 2023, day not known"
    assert dates.when(language, "2020", "year") == "2020, month not known"


def test_the_list_holds_one_row_an_event_with_its_ties_in_words(catalog, language):
    narrowed = events(catalog, EVERYTHING)
    figure = listing.figure(catalog, narrowed, language)
    assert list(figure.rows["event_id"]) == list(narrowed.rows["event_id"])
    row = figure.rows.set_index("event_id").loc["ev-20230531-mananera"]
    assert row["countries"] == "Mexico, United States"
    assert row["category_name"] == "Diplomacy"
    assert set(figure.columns) <= set(figure.rows.columns)
    assert str((narrowed.rows["date_precision"] == "day").sum()) in figure.title


def test_sources_of_the_key_dates_are_cited_first(draw, catalog):
    links = catalog["event_sources"]
    cited = draw().source_ids
    of_keys = set(links.loc[links["event_id"].isin(KEY_EVENTS), "source_id"])
    assert set(cited[: len(of_keys)]) == of_keys
    assert len(set(cited)) == len(cited)


def test_a_dot_takes_up_its_share_of_a_phone():
    assert GAP * PHONE >= DOT - 0.5


def _english():
    from figures.language import language

    return language("en")
