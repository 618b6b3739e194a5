"""The grammar of links: what is written can be read, and nothing in a link can break the page."""

import pytest

from data import link
from data.catalog import Catalog
from data.selection import Selection

ALL = (*link.SHARED, *link.PAGE_KEYS)

VIEWS = [
    {},
    {"objective": ["3"], "country": ["CHN", "MEX"]},
    {"from": ["2022"]},
    {"to": ["2024"]},
    {"from": ["2023"], "to": ["2023"]},
    {"country": ["MEX"], "offices_color": ["strength"]},
    {"country": ["MEX"], "offices_view": ["explore"]},
    {"trends_group": ["mexico_seizures"], "trends_events": ["1"], "trends_indicator": ["nflis-fentanyl-reports-cy"]},
    {"trends_indicator": ["cbp-fentanyl-seized-fy", "reported-totals"], "trends_series": ["southwest-border-ofo"]},
    {"objective": ["1", "4"], "timeline_event": ["ev-20230531-mananera"], "timeline_lanes": ["objective"]},
    {"sources_table": ["claims"], "sources_search": ["bulk cash"], "sources_source": ["seed-cartelinsider"]},
    {"country": ["CHN"], "supply_commodity": ["precursors"]},
    {"objectives_evidence": ["none"]},
]


def read(query: dict[str, list[str]], catalog: Catalog) -> dict[str, object]:
    return {key.name: key.read(query, catalog) for key in ALL}


@pytest.mark.parametrize("query", VIEWS)
def test_a_link_that_is_written_reads_as_the_same_view(catalog: Catalog, query: dict[str, list[str]]) -> None:
    assert link.write(ALL, read(query, catalog), catalog) == query


HOSTILE = [
    {"objective": ["5", "x", "-1", "", "1; DROP TABLE", "٣"]},
    {"country": ["XXX", "mex", "<script>alert(1)</script>", "A" * 10_000]},
    {"from": ["20 22"], "to": ["banana"]},
    {"from": ["2024"], "to": ["2022"]},
    {"from": ["1066"], "to": ["9999"]},
    {"from": ["२०२२"]},
    {"offices_color": ["rainbow"], "offices_view": ["cube"], "timeline_event": ["ev-none"], "timeline_lanes": [""]},
    {"objective": ["' OR 1=1"], "from": ["2026"], "to": ["2019"], "timeline_lanes": ["\x00"]},
    {"sources_table": ["../../etc/passwd"], "sources_search": [" \x00\n "], "sources_source": ["nobody"]},
    {"supply_commodity": ["gold", "cash"]},
    {"trends_group": ["all"], "trends_indicator": ["none", "<b>"], "trends_series": ["moon"], "trends_events": ["2"]},
    {"unknown": ["1"], "__proto__": ["x"]},
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_what_a_link_cannot_say_falls_back(catalog: Catalog, query: dict[str, list[str]]) -> None:
    assert read(query, catalog) == read({}, catalog)


def test_good_values_survive_beside_bad_ones(catalog: Catalog) -> None:
    values = read({"country": ["XXX", "MEX"], "objective": ["3", "9"], "to": ["soon"]}, catalog)
    assert link.selection(values, catalog) == Selection(objectives=(3,), countries=("MEX",))


def test_a_year_outside_what_is_known_is_cut_to_it(catalog: Catalog) -> None:
    low, high = link.YEARS.bounds(catalog)
    assert link.YEARS.read({"from": ["1999"], "to": ["2023"]}, catalog) == (low, 2023)
    assert link.YEARS.read({"from": ["2023"], "to": ["2099"]}, catalog) == (2023, high)


def test_the_order_of_values_in_a_link_does_not_matter(catalog: Catalog) -> None:
    one, two = ({"objective": numbers} for numbers in (["3", "1"], ["1", "3", "1"]))
    assert read(one, catalog) == read(two, catalog)


@pytest.mark.parametrize("codes", [["MEX", "CHN"], ["CHN", "MEX"]])
def test_countries_stand_in_the_order_chosen_each_once(catalog: Catalog, codes: list[str]) -> None:
    assert link.COUNTRY.read({"country": [*codes, "XXX", codes[0]]}, catalog) == codes
    assert link.COUNTRY.write([*codes, codes[0], "XXX"], catalog) == {"country": codes}


def test_a_page_carries_the_shared_keys_and_its_own(catalog: Catalog) -> None:
    names = {key.name for key in link.keys_of("offices")}
    assert names == {"objective", "country", "region", "years", "offices_view", "offices_color", "find"}
    assert link.SUPPLY_COMMODITY in link.keys_of("supply-chain")
    assert {key.name for key in link.keys_of("")} == {"objective", "country", "region", "years", "find"}


def test_keys_of_a_page_are_prefixed_by_its_path() -> None:
    pages = {"offices", "objectives", "timeline", "sources", "trends", "about", "supply", "record", "changes"}
    assert all(key.name.partition("_")[0] in pages for key in link.PAGE_KEYS)


def test_no_link_sets_more_indicators_side_by_side_than_fit(catalog: Catalog) -> None:
    every = list(catalog["indicators"]["indicator_id"])
    assert link.TRENDS_INDICATOR.read({"trends_indicator": every}, catalog) == every[:4]


def test_the_language_key_knows_only_what_can_be_spoken(catalog: Catalog) -> None:
    key = link.language_key(("en", "es"))
    assert key.read({"lang": ["es"]}, catalog) == "es"
    assert key.read({"lang": ["fr"]}, catalog) is None
    assert key.write("es", catalog) == {"lang": ["es"]}
    assert key.write(None, catalog) == {}


def test_lifting_one_filter_leaves_the_others() -> None:
    chosen = Selection((1,), ("MEX",), 2020, 2022, ("419",))
    assert chosen.active == ("objectives", "countries", "regions", "years")
    assert chosen.without("years") == Selection((1,), ("MEX",), regions=("419",))
    assert chosen.without("countries").active == ("objectives", "regions", "years")
    assert chosen.without("regions").active == ("objectives", "countries", "years")
    assert chosen.without("objectives").active == ("countries", "regions", "years")


RENAMED = link.One(
    "colour",
    lambda _: ("period", "strength"),
    "period",
    url="color",
    formerly=("hue", "tint"),
    renamed={"grade": "strength"},
)


@pytest.mark.parametrize(
    ("query", "value"),
    [
        ({"color": ["strength"]}, "strength"),
        ({"hue": ["strength"]}, "strength"),
        ({"tint": ["strength"]}, "strength"),
        ({"tint": ["strength"], "hue": ["period"]}, "period"),
        ({"hue": ["strength"], "color": ["period"]}, "period"),
        ({"hue": ["strength"], "color": []}, "strength"),
        ({"hue": ["grade"]}, "strength"),
        ({"colour": ["strength"]}, "period"),
    ],
)
def test_a_renamed_key_is_read_by_the_newest_name_that_a_link_holds(
    catalog: Catalog, query: dict[str, list[str]], value: str
) -> None:
    assert RENAMED.read(query, catalog) == value


def test_a_renamed_key_is_written_by_its_present_name(catalog: Catalog) -> None:
    assert link.write([RENAMED], {"colour": "strength"}, catalog) == {"color": ["strength"]}
    many = link.Many("place", lambda _: ("MEX", "CHN"), url="country", formerly=("nation",))
    assert many.write(many.read({"nation": ["CHN"]}, catalog), catalog) == {"country": ["CHN"]}
    words = link.Text("words", url="search", formerly=("q",))
    assert words.write(words.read({"q": ["bulk cash"]}, catalog), catalog) == {"search": ["bulk cash"]}


def test_each_end_of_the_years_can_be_renamed(catalog: Catalog) -> None:
    years = link.Years(first=link.Year("from", url="since", formerly=("from",)))
    assert years.read({"from": ["2022"], "to": ["2024"]}, catalog) == (2022, 2024)
    assert years.write((2022, 2024), catalog) == {"since": ["2022"], "to": ["2024"]}
    assert years.urls == ("since", "to")


def test_no_name_of_a_link_ever_meant_two_keys() -> None:
    names = [name for key in (*ALL, link.FIND, link.language_key(())) for name in (*key.urls, *key.formerly)]
    names += [name for end in (link.YEARS.first, link.YEARS.last) for name in end.formerly]
    assert len(set(names)) == len(names)
