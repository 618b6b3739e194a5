import re
from collections import Counter
from html import unescape

import pytest

from data.selection import Selection
from figures.timeline.key_dates import html
from figures.timeline.screen import screen
from tests.allowed import Chosen, events, table

DATES = {row["event_id"]: row["date"] for row in table("events")}
TITLES = {row["event_id"]: row["title"] for row in table("events")}
REJECTION, RELEASE = "ev-20230531-mananera", "ev-20230919-strategy"


def test_the_heading_states_two_dates_and_ties_neither_to_the_other(asked, language):
    said = screen(asked())
    first, second = (language.date(DATES[one]) for one in (REJECTION, RELEASE))
    second = second.removesuffix(" 2023")
    assert said.finding == (f"{first}: López Obrador rejects U.S. interference; {second}: HSI's strategy")
    for words in ("after", "days", "cause"):
        assert words not in f"{said.finding} {said.sentence}".split()
    # What he said is told below, where the event stands open.
    assert "Article 89" not in said.sentence
    assert said.sentence.startswith("From ")


@pytest.mark.parametrize(
    "chosen",
    [Chosen(("3",)), Chosen(("4",), ("KEN",)), Chosen(countries=("CHN",)), Chosen(first="2024"), Chosen(last="2021"),
     Chosen(countries=("HTI",)), Chosen(countries=("HTI",), last="2019"), Chosen(("1",), ("MEX",), "2023", "2023")],
)  # fmt: skip
def test_the_heading_is_true_under_every_filter(asked, chosen):
    years = (int(chosen.first) if chosen.first else None, int(chosen.last) if chosen.last else None)
    said = screen(asked(Selection(tuple(map(int, chosen.objectives)), chosen.countries, *years)))
    kept = [row["event_id"] for row in events(chosen)]
    assert ("; " in said.finding) == ({REJECTION, RELEASE} <= set(kept))
    assert bool(re.search(r"HSI(?: release[sd] its|'s) strategy", said.finding)) == (RELEASE in kept)
    if not kept:
        assert said.finding == "No event found that matches the filters"
        assert said.sentence.startswith("What is missing was not found in the sources read")
        assert not said.figures
    elif not {REJECTION, RELEASE} & set(kept):
        years = Counter(DATES[event_id][:4] for event_id in kept)
        (most, count), *others = years.most_common()
        if len(kept) == 1:
            assert said.finding.startswith(TITLES[kept[0]])
        else:
            assert said.finding.startswith(f"{len(kept)} events ")
            assert (f"most in {most} ({count})" in said.finding) == bool(others and others[0][1] < count)
    if len(kept) == 1:
        assert said.sentence == "It is the only event that matches."
    assert len(said.figures) == bool(kept)


def test_of_many_events_the_heading_names_none_but_counts_them_by_year(asked):
    """A single late event, its pounds of nothing said, stood over ninety others."""
    kept = [row["date"][:4] for row in events(Chosen(first="2024"))]
    most, count = Counter(kept).most_common(1)[0]
    said = screen(asked(Selection(first_year=2024)))
    assert said.finding == f"{len(kept)} events from {min(kept)} to {max(kept)}, most in {most} ({count})"
    assert screen(asked(Selection(first_year=2024, last_year=2024))).finding == f"{kept.count('2024')} events in 2024"


def test_readers_who_ask_the_same_share_a_screen(asked):
    assert screen(asked()) is screen(asked())


def test_key_dates_lead_to_their_events_and_are_read_on_paper_too(asked, catalog):
    from data.queries.timeline import KEY_EVENTS
    from data.queries.timeline import events as query

    view = asked(Selection(countries=("MEX",)))
    told = html(query(catalog, view.selection).rows, view)
    for event_id in KEY_EVENTS:
        assert TITLES[event_id] in told
        assert f'"timeline?timeline_event={event_id}#event"' in told
    assert html(query(catalog, Selection(first_year=2024)).rows, view) == ""


def test_the_key_date_that_stands_open_is_not_told_once_more(asked, catalog):
    from data.queries.timeline import events as query

    summaries = {row["event_id"]: row["summary"] for row in table("events")}
    told = unescape(html(query(catalog, Selection()).rows, asked(), REJECTION))
    assert TITLES[REJECTION] in told
    assert summaries[REJECTION] not in told
    assert summaries[RELEASE] in told


def test_bars_are_explained_only_where_one_stands(asked):
    assert screen(asked(Selection(countries=("KOR",)))).sentence == "From 22 May 2025 to 30 October 2025."
    assert "A bar stands where" in screen(asked(Selection(first_year=2024))).sentence
