from datetime import date

import pytest

from data.selection import Selection
from figures.timeline.key_dates import html
from figures.timeline.screen import screen
from tests.allowed import Chosen, events, table

DATES = {row["event_id"]: row["date"] for row in table("events")}
TITLES = {row["event_id"]: row["title"] for row in table("events")}
REJECTION, RELEASE = "ev-20230531-mananera", "ev-20230919-strategy"


def test_the_heading_counts_the_days_from_rejection_to_release(asked):
    days = date.fromisoformat(DATES[RELEASE]) - date.fromisoformat(DATES[REJECTION])
    said = screen(asked())
    assert said.finding == (
        f"HSI released its strategy {days.days} days after Mexico's president rejected U.S. interference"
    )
    assert "31 May 2023" in said.sentence
    assert "Article 89" in said.sentence
    assert "19 September" in said.sentence


@pytest.mark.parametrize(
    "chosen",
    [Chosen(("3",)), Chosen(("4",), ("KEN",)), Chosen(countries=("CHN",)), Chosen(first="2024"), Chosen(last="2021"),
     Chosen(countries=("HTI",)), Chosen(countries=("HTI",), last="2019"), Chosen(("1",), ("MEX",), "2023", "2023")],
)  # fmt: skip
def test_the_heading_is_true_under_every_filter(asked, chosen):
    years = (int(chosen.first) if chosen.first else None, int(chosen.last) if chosen.last else None)
    said = screen(asked(Selection(tuple(map(int, chosen.objectives)), chosen.countries, *years)))
    kept = [row["event_id"] for row in events(chosen)]
    assert (" days after " in said.finding) == ({REJECTION, RELEASE} <= set(kept))
    assert ("HSI released its strategy" in said.finding) == (RELEASE in kept)
    if not kept:
        assert said.finding == "No event matches the filters"
        assert not said.figures
    elif not {REJECTION, RELEASE} & set(kept):
        latest = max(kept, key=lambda event_id: DATES[event_id])
        assert said.finding.startswith(TITLES[latest])
    if len(kept) == 1:
        assert said.sentence == "It is the only event that matches."
    assert len(said.figures) == bool(kept)


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
