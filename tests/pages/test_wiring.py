"""From a page's filters to the rows of its figures: every figure that a page shows holds what the link allows, and all of it.

What is allowed comes from `tests.allowed`, by another way than the pages' own.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from components import figure
from components.navigation import ENTRIES, Entry
from data.selection import reach
from figures.figure import Figure
from tests import known_offices
from tests.allowed import (
    TABLES,
    Chosen,
    acting,
    changed,
    events,
    flows,
    initiatives,
    observations,
    offices,
    table,
    ties,
)
from tests.opened import opened

EVERYTHING = Chosen()
OBJECTIVE, COUNTRY, YEARS = Chosen(("3",)), Chosen(countries=("MEX",)), Chosen(first="2023", last="2024")
REGION = Chosen(regions=("419",))
ALL = OBJECTIVE._replace(countries=("MEX",), first="2023", last="2024")

EVERY = (
    EVERYTHING,
    OBJECTIVE,
    Chosen(("1", "4")),
    COUNTRY,
    Chosen(countries=("CHN", "USA")),
    YEARS,
    Chosen(first="2024"),
    Chosen(last="2021"),
    Chosen(("3",), ("MEX",)),
    OBJECTIVE._replace(first="2023", last="2024"),
    COUNTRY._replace(first="2023", last="2024"),
    ALL,
    Chosen(("4",), ("KEN",)),
    REGION,
    Chosen(regions=("009", "202")),
    Chosen(("2",), ("MEX", "CHN"), first="2023", regions=("419",)),
    Chosen(countries=("CHN",), regions=("419",)),
)
"""Each filter alone, some pairs, all of them, one of which little is left, and one of which nothing is."""

FEW = (EVERYTHING, COUNTRY, ALL, REGION)

SUPPLIERS = (
    *FEW,
    *(Chosen(countries=(code,)) for code in ("CHN", "USA", "IND", "GTM", "CAN")),
    Chosen(regions=("142",)),
)
"""With countries that few statements name, one of them a single route, and one that none names."""

Keys = Mapping[str, Any]
"""Keys of the page itself, as its link states them."""


@dataclass(frozen=True)
class Shown:
    """What a figure's rows must be.

    Attributes:
        filters: those that narrow it: it must name these and no other.
        told: its rows → what is compared.
        allowed: those filters as they are chosen, keys of the page → the same, from the tables.
        least: from how many rows on it must be on the page.
    """

    filters: tuple[str, ...]
    told: Callable[[pd.DataFrame], Any]
    allowed: Callable[[Chosen, Keys], Any]
    least: int = 1


def column(name: str) -> Callable[[pd.DataFrame], list[str]]:
    return lambda rows: sorted(rows[name])


def ids(rows: list[dict[str, str]], name: str) -> list[str]:
    return sorted(row[name] for row in rows)


def tuples(*names: str) -> Callable[[pd.DataFrame], list[tuple[str, ...]]]:
    return lambda rows: sorted(tuple(str(cell) for cell in row) for row in rows[list(names)].itertuples(index=False))


def documented(chosen: Chosen) -> list[dict[str, str]]:
    """Return the places that are offices: maps mark the others too, and nothing counts them."""
    kept = {row["office_id"] for row in offices(chosen)}
    return [row for row in known_offices.places() if row["office_id"] in kept and row["standing"] == "office"]


def by_country(chosen: Chosen, _keys: Keys) -> list[tuple[str, ...]]:
    """Return country, number of its cities, and of rows that name no city."""
    counts = Counter((row["iso3"], row["level"]) for row in documented(chosen))
    return sorted({(code, str(counts[code, "city"]), str(counts[code, "country"])) for code, _ in counts})


def periods_of(rows: pd.DataFrame) -> list[int]:
    """Return the counts of the periods: below them, and only for the world, stands the reported total."""
    return list(rows["count"])[:4]


def by_period(chosen: Chosen, _keys: Keys) -> list[int]:
    counts = Counter(row["evidence_period"] for row in documented(chosen))
    return [counts[code] for code in ("after_strategy", "2019_to_strategy", "before_2019", "undated")] if counts else []


def scoped(chosen: Chosen, keys: Keys) -> list[dict[str, str]]:
    return initiatives(chosen, keys.get("objectives_scope", "all"))


def promised(chosen: Chosen, keys: Keys) -> list[tuple[str, ...]]:
    told = keys.get("objectives_evidence", "all")
    sought = {
        row["initiative_id"]
        for row in table("initiative_followup")
        if told == "all" or bool(row["agency_date"] or row["others_date"]) == (told == "later")
    }
    return sorted((row["objective_id"], row["name"]) for row in scoped(chosen, keys) if row["initiative_id"] in sought)


def cells(links: list[tuple[str, str, str]], chosen: Chosen, keys: Keys) -> list[tuple[str, ...]]:
    """Return row, objective, mark and number of initiatives in each cell of a table: of the strategy, or else of context.

    Args:
        links: initiative, row and mark; no mark stands for the initiative's scope.
    """
    allowed = scoped(chosen, keys)
    scope = "strategy" if any(row["scope"] == "strategy" for row in allowed) else "context"
    kept = {row["initiative_id"]: row for row in allowed if row["scope"] == scope}
    counted = Counter((row, kept[one]["objective_id"], mark or scope) for one, row, mark in set(links) if one in kept)
    return sorted((*cell, str(count)) for cell, count in counted.items())


def actors(chosen: Chosen, keys: Keys) -> list[tuple[str, ...]]:
    links = [(row["initiative_id"], row["org_id"] or row["name"], row["role"]) for row in table("initiative_actors")]
    return cells(links, chosen, keys)


def places(chosen: Chosen, keys: Keys) -> list[tuple[str, ...]]:
    return cells([(row["initiative_id"], row["iso3"], "") for row in table("initiative_countries")], chosen, keys)


def lanes(chosen: Chosen, keys: Keys) -> list[tuple[str, ...]]:
    """Return event and lane, an event with several objectives on each of theirs that is chosen."""
    tied = ties("event_objectives", "event_id", "objective_id")
    if keys.get("timeline_lanes") != "objective":
        return sorted((row["event_id"], row["category"]) for row in events(chosen))
    return sorted(
        (row["event_id"], lane)
        for row in events(chosen)
        for lane in tied.get(row["event_id"], {""})
        if not chosen.objectives or lane in chosen.objectives
    )


def said(chosen: Chosen, keys: Keys) -> list[str]:
    return ids(flows(chosen, keys.get("supply_commodity", "all")), "flow_id")


def valued(chosen: Chosen, _keys: Keys) -> list[tuple[str, ...]]:
    """Return every indicator with the number of its values."""
    codes = (row["indicator_id"] for row in table("indicators"))
    return sorted((code, str(len(observations(chosen, code)))) for code in codes)


def series(code: str, *place: str) -> Shown:
    """Return what the figure of a series shows; `place` is its region and component, or nothing for all of them."""
    return Shown(
        ("years",),
        column("observation_id"),
        lambda chosen, _keys: ids(
            observations(chosen, code, (place[0], place[1]) if place else None), "observation_id"
        ),
    )


def laid_over(shown: Shown) -> Shown:
    """Return the same for a figure with events laid over it: those are narrowed by every filter, and the picture shows them."""
    return replace(shown, filters=("objectives", "countries", "years"))


def kept(filters: tuple[str, ...], key: str) -> Shown:
    """Return what the figure of a table as it is kept shows."""
    return Shown(
        filters, column(key), lambda chosen, keys: ids(TABLES[keys.get("sources_table", "offices")](chosen), key)
    )


OFFICES = Shown(("countries",), column("office_id"), lambda chosen, _keys: ids(offices(chosen), "office_id"), least=0)
COUNTED = Shown(("countries",), tuples("iso3", "offices", "country_level"), by_country)
INITIATIVES = Shown(
    ("objectives", "countries"),
    column("initiative_id"),
    lambda chosen, keys: ids(scoped(chosen, keys), "initiative_id"),
)
EVENTS = ("objectives", "countries", "years")
SERIES = {
    "trend-cbp-fentanyl-seized-fy": series("cbp-fentanyl-seized-fy", "All regions", "OFO and USBP"),
    "trend-cbp-fentanyl-seized-month": series("cbp-fentanyl-seized-month", "Southwest Border", "OFO"),
    "trend-hsi-fentanyl-seized-to-2023-09": series("hsi-fentanyl-seized-to-2023-09"),
}


@dataclass(frozen=True, eq=False)
class View:
    """A page with keys of its own, the figures it shows, and the selections under which it is opened.

    Attributes:
        figures: key → what its rows must be.
        unmoved: keys of the figures that no filter narrows.
    """

    page: str
    keys: Keys
    figures: Mapping[str, Shown]
    unmoved: tuple[str, ...] = ()
    selections: tuple[Chosen, ...] = EVERY


def office_page(drawn: str, shown: Shown, keys: Keys, selections: tuple[Chosen, ...]) -> View:
    beside = {
        "offices-squares": Shown(("countries",), periods_of, by_period),
        # Of one country there is nothing to compare.
        "offices-by-country": replace(COUNTED, least=2),
        # The list of countries gives way to the panel of a chosen one, so it need not be there.
        "offices-countries": Shown(
            ("regions",),
            column("iso3"),
            lambda chosen, _keys: ids([row for row in table("countries") if chosen.at({row["iso3"]})], "iso3"),
            least=len(table("countries")) + 1,
        ),
    }
    return View("offices", keys, {drawn: shown, **beside}, ("offices-reported-totals",), selections)


def audited(chosen: Chosen, _keys: Keys) -> list[str]:
    tied = ties("oversight_objectives", "oversight_id", "objective_id")
    wanted = set(chosen.objectives)
    return ids([row for row in table("oversight") if not wanted or wanted & tied[row["oversight_id"]]], "oversight_id")


def objectives_page(keys: Keys, selections: tuple[Chosen, ...]) -> View:
    filters, cell = INITIATIVES.filters, ("row", "objective_id", "mark", "initiatives")
    return View(
        "objectives",
        keys,
        {
            "objectives-columns": INITIATIVES,
            "objectives-organisations": Shown(filters, tuples(*cell), actors),
            "objectives-countries": Shown(filters, tuples(*cell), places),
            "objectives-promises": Shown(filters, tuples("objective", "initiative"), promised),
            "objectives-oversight": Shown(("objectives",), column("oversight_id"), audited),
        },
        selections=selections,
    )


def timeline_page(keys: Keys, selections: tuple[Chosen, ...]) -> View:
    narrowing = ("objectives", "countries", "regions", "years")
    listed = Shown(narrowing, column("event_id"), lambda chosen, _keys: ids(events(chosen), "event_id"))
    return View(
        "timeline",
        keys,
        {"timeline": Shown(narrowing, tuples("event_id", "lane"), lanes), "events": listed},
        (),
        selections,
    )


def between_places(chosen: Chosen, keys: Keys) -> list[str]:
    """Return what a map can draw: statements that lead from one country or region to another."""
    anchored = {row["name"] for row in table("regions")}
    rows = [
        (row["flow_id"], *(row[f"{side}_iso3"] or row[f"{side}_name"] for side in ("from", "to")))
        for row in flows(chosen, keys.get("supply_commodity", "all"))
    ]
    return sorted(
        flow
        for flow, *ends in rows
        if ends[0] != ends[1] and all(len(end) == 3 or end in anchored for end in ends)
    )  # fmt: skip


def supply_page(keys: Keys, selections: tuple[Chosen, ...]) -> View:
    return View(
        "supply_chain",
        keys,
        {
            "supply-map": Shown(("countries",), column("flow_id"), between_places),
            "supply-statements": Shown(("countries",), column("flow_id"), said),
            "supply-initiatives": Shown(
                ("objectives", "countries"),
                tuples("initiative_id", "commodity"),
                lambda chosen, keys: sorted(acting(chosen, keys.get("supply_commodity", "all"))),
            ),
        },
        (),
        selections,
    )


def totals(chosen: Chosen, _keys: Keys) -> list[str]:
    return ids(
        [row for row in table("reported_totals") if row["unit_type"] == "offices" and chosen.in_years(row["date"])],
        "total_id",
    )


def trends_page(events: str) -> View:
    drawn = dict(SERIES)
    if events == "1":
        drawn |= {key: laid_over(drawn[key]) for key in drawn if key.startswith("trend-cbp")}
    return View(
        "trends",
        {
            "trends_events": events,
            "trends_indicator": [*(code.removeprefix("trend-") for code in drawn), "reported-totals"],
        },
        {
            **drawn,
            "trends-list": Shown(("years",), tuples("indicator_id", "values"), valued),
            "offices-reported-totals": Shown(("years",), column("total_id"), totals),
        },
        (),
        # Events lie over three years and more: one or two values are numbers, and no chart.
        (EVERYTHING, OBJECTIVE, COUNTRY, YEARS, ALL) if events == "0" else (EVERYTHING, ALL._replace(first="2021")),
    )


def sources_page(name: str, filters: tuple[str, ...], key: str, selections: tuple[Chosen, ...]) -> View:
    shown = {"sources-table": kept(filters, key)}
    return View(
        "sources", {"sources_table": name}, shown, ("sources-coverage", "sources-citing", "glossary"), selections
    )


def changes_page(kind: str) -> View:
    def allowed(chosen: Chosen, _keys: Keys) -> list[tuple[str, ...]]:
        lines = [line for line in changed(chosen) if kind in ("all", line["kind"])]
        return sorted((line["table"], line["key"], line["column"]) for line in lines)

    # A column is told by its title: the code of it is not among what is shown.
    shown = Shown(("objectives", "countries"), tuples("table", "key", "column_code"), allowed)
    return View("changes", {"changes_kind": kind}, {"changes": shown}, selections=EVERY if kind == "all" else FEW)


def briefed(chosen: Chosen) -> list[str]:
    """Return the countries that have a brief: the first two chosen; where none is chosen, Mexico or the one with most places.

    Of those with as many places, the one that most initiatives and events name.
    """
    if not chosen.countries:
        held = Counter(row["iso3"] for row in documented(chosen))
        named = Counter(row["iso3"] for row in (*table("initiative_countries"), *table("event_countries")))
        return ["MEX"] if chosen.at({"MEX"}) else sorted(held, key=lambda code: (-held[code], -named[code], code))[:1]
    known = {row["iso3"] for row in table("countries")}
    return [code for code in chosen.countries if code in known and chosen.at({code})][:2]


def country_page() -> View:
    def of(code: str) -> Shown:
        return Shown(
            ("countries",),
            column("office_id"),
            # Where none is chosen, one stands as an example.
            lambda chosen, _keys: (
                ids(offices(Chosen(countries=(code,))), "office_id") if code in briefed(chosen) else []
            ),
        )

    return View(
        "country", {}, {f"country-map-{code.lower()}": of(code) for code in ("MEX", "CHN", "USA", "KEN", "AUS")}
    )


VIEWS = (
    View("overview", {}, {"overview-map": OFFICES}),
    office_page("offices-map", OFFICES, {}, EVERY),
    office_page("offices-map", OFFICES, {"offices_view": "explore"}, FEW),
    office_page("offices-map", OFFICES, {"offices_color": "strength"}, FEW),
    objectives_page({}, EVERY),
    objectives_page({"objectives_scope": "strategy"}, FEW),
    objectives_page({"objectives_scope": "context"}, FEW),
    *(objectives_page({"objectives_evidence": told}, FEW) for told in ("later", "none")),
    timeline_page({}, EVERY),
    timeline_page({"timeline_lanes": "objective"}, FEW),
    timeline_page({"timeline_span": "all"}, FEW),
    timeline_page({"timeline_span": "2021"}, FEW),
    supply_page({}, EVERY),
    *(supply_page({"supply_commodity": code}, SUPPLIERS) for code in ("precursors", "fentanyl", "weapons", "cash")),
    trends_page("0"),
    trends_page("1"),
    country_page(),
    *(changes_page(kind) for kind in ("all", "corrected")),
    View("record", {"id": "indicator:cbp-fentanyl-seized-fy"}, {}, ("record-values",), FEW),
    sources_page("offices", ("countries",), "office_id", FEW),
    sources_page("events", EVENTS, "event_id", EVERY),
    sources_page("initiatives", ("objectives", "countries"), "initiative_id", FEW),
    sources_page("flows", ("countries",), "flow_id", FEW),
    sources_page("organisations", ("countries",), "org_id", FEW),
    View("about", {}, {}, ("contradictions",), (EVERYTHING, ALL)),
    View("take_away", {}, {}, (), (EVERYTHING, ALL)),
)

Open = Callable[[View, Chosen], Mapping[str, Figure]]


@pytest.fixture(scope="module")
def shown() -> Iterator[Open]:
    """Open a view of a page and return the figures that it shows, by their keys; one reader walks through all views of a page."""
    readers: dict[str, AppTest] = {}
    found: list[Figure] = []
    opened_before: dict[tuple[View, Chosen], Mapping[str, Figure]] = {}

    def open_(view: View, chosen: Chosen) -> Mapping[str, Figure]:
        if (view, chosen) not in opened_before:
            if view.page not in readers:
                readers[view.page] = opened(view.page)
            reader = readers[view.page]
            reader.query_params.clear()
            reader.query_params.update({**view.keys, **chosen.query})
            found.clear()
            reader.run()
            assert not reader.exception
            opened_before[view, chosen] = {one.key: one for one in found}
        return opened_before[view, chosen]

    with pytest.MonkeyPatch.context() as patch:
        # What the frame makes of a figure is its own tests' business.
        patch.setattr(figure, "show", lambda one, *_args, **_options: found.append(one))
        yield open_


def name(view: View, chosen: Chosen) -> str:
    return f"{view.page}?{urlencode({**view.keys, **chosen.query}, doseq=True)}"


OPENED = [pytest.param(view, chosen, id=name(view, chosen)) for view in VIEWS for chosen in view.selections]


@pytest.mark.parametrize(("view", "chosen"), OPENED)
def test_every_figure_of_a_page_holds_what_the_link_allows(view: View, chosen: Chosen, shown: Open) -> None:
    on_page = shown(view, chosen)
    assert set(on_page) <= {*view.figures, *view.unmoved}
    for key, expected in view.figures.items():
        allowed = expected.allowed(chosen.only(expected.filters), view.keys)
        if key in on_page:
            assert reach(on_page[key].narrowed_by) == reach(expected.filters), key
            assert expected.told(on_page[key].rows) == allowed, key
        else:
            assert len(allowed) < expected.least, key


UNMOVED = [
    pytest.param(view, chosen, id=name(view, chosen)) for view in VIEWS if view.unmoved for chosen in view.selections
]


@pytest.mark.parametrize(("view", "chosen"), UNMOVED)
def test_a_figure_that_names_no_filter_is_the_same_under_all(view: View, chosen: Chosen, shown: Open) -> None:
    on_page, before = shown(view, chosen), shown(view, EVERYTHING)
    assert set(view.unmoved) <= set(before)
    for key in set(view.unmoved) & set(on_page):
        assert on_page[key].narrowed_by == ()
        pd.testing.assert_frame_equal(on_page[key].rows, before[key].rows)


OF_COUNTRIES = [
    pytest.param(view, chosen, id=name(view, chosen))
    for view in VIEWS
    for chosen in view.selections
    if chosen.countries or chosen.regions
]


@pytest.mark.parametrize(("view", "chosen"), OF_COUNTRIES)
def test_a_figure_of_a_countrys_rows_never_gives_the_worlds_total(view: View, chosen: Chosen, shown: Open) -> None:
    (world,) = [row["value"] for row in table("reported_totals") if row["total_id"] == "offices-2023-09-19"]
    for key, one in shown(view, chosen).items():
        if "countries" in one.narrowed_by:
            assert not re.search(rf"\b{world}\b", f"{one.title} {one.text} {one.note}"), key


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_page_is_opened(entry: Entry) -> None:
    assert entry.name in {view.page for view in VIEWS}
