"""The tables of organisations and countries: plain numbers that agree with the title, and no row dropped without a word."""

import re
from collections import Counter
from html import unescape
from types import ModuleType

import pytest

from data.catalog import Catalog
from data.queries.objectives import initiatives
from figures.figure import Figure
from figures.objectives import countries, organisations
from tests.allowed import Chosen, table
from tests.allowed import initiatives as allowed
from tests.figures.objectives.views import view

ROW = re.compile(r'<tr(?: class="(is-part)")?><th scope="row">(.*?)</th>(.*?)</tr>')


def draw(catalog: Catalog, drawer: ModuleType, scope: str = "all", **chosen: object) -> Figure:
    here = view(catalog, scope, **chosen)
    return drawer.figure(here, initiatives(catalog, here.selection, scope).rows)


def plain(markup: str) -> str:
    return unescape(re.sub(r"<small>.*?</small>|<[^>]+>", "", markup)).strip()


def plain_cells(cells: str) -> str:
    """Return cells without the words of theirs that are only read out."""
    return re.sub(r"<span[^>]*>(.*?)</span>", r"\1", cells)


def rows(figure: Figure) -> dict[str, list[int]]:
    """Return name → its numbers, in the order of the columns."""
    assert isinstance(figure.drawing, str)
    return {
        plain(name): [int(plain(cell)) for cell in re.findall(r"<td>(.*?)</td>", cells)]
        for _part, name, cells in ROW.findall(figure.drawing)
    }


def named_below(figure: Figure) -> list[str]:
    assert isinstance(figure.drawing, str)
    told = re.search(r'<p class="named-once">[^:]*: (.*)\.</p>', figure.drawing)
    return [plain(name) for name in told[1].split("; ")] if told else []


def acting(chosen: Chosen, scope: str) -> Counter[tuple[str, str, str]]:
    """Return how many initiatives of a scope each body (its code, else its name) has by role and objective."""
    kept = {row["initiative_id"]: row["objective_id"] for row in allowed(chosen, scope)}
    links = {(row["initiative_id"], row["org_id"] or row["name"], row["role"]) for row in table("initiative_actors")}
    return Counter((body, role, kept[one]) for one, body, role in links if one in kept)


def test_the_strategy_alone_is_counted_and_context_is_told_to_be_apart(catalog: Catalog) -> None:
    for drawer in (organisations, countries):
        both = draw(catalog, drawer)
        assert both.drawing == draw(catalog, drawer, "strategy").drawing.replace("&amp;objectives_scope=strategy", "")
        assert "counts the 29 in context" in both.note
        assert "29" not in draw(catalog, drawer, "strategy").note
        assert "Context alone is counted" in draw(catalog, drawer, "context").note


def test_the_agency_that_leads_most_comes_first_and_its_number_is_that_of_the_title(catalog: Catalog) -> None:
    drawn = draw(catalog, organisations)
    name, (leads, *_rest) = next(iter(rows(drawn).items()))
    assert name == "HSI or a unit of it"
    assert drawn.title == f"{name} leads or co-leads all {leads} initiatives of the strategy"
    strategy = {row["initiative_id"] for row in table("initiatives") if row["scope"] == "strategy"}
    units = {"hsi", "tciu", "bcsc"}
    led = {row["initiative_id"] for row in table("initiative_actors") if row["org_id"] in units and row["role"] == "lead"}  # fmt: skip
    assert leads == len(led & strategy)


def test_organisations_are_ranked_by_what_they_lead(catalog: Catalog) -> None:
    for scope in ("strategy", "context"):
        drawing = draw(catalog, organisations, scope).drawing
        assert isinstance(drawing, str)
        whole = [
            re.findall(r"<td>(.*?)</td>", plain_cells(cells)) for part, _name, cells in ROW.findall(drawing) if not part
        ]
        counted = [(int(leads or 0), int(joins or 0)) for leads, joins, *_under in whole]
        assert counted == sorted(counted, reverse=True)


@pytest.mark.parametrize("scope", ["strategy", "context"])
@pytest.mark.parametrize("chosen", [Chosen(), Chosen(("2", "3", "4")), Chosen(countries=("MEX",))])
def test_every_body_has_its_numbers_or_is_named_below(catalog: Catalog, chosen: Chosen, scope: str) -> None:
    objectives = tuple(map(int, chosen.objectives))
    drawn = draw(catalog, organisations, scope, objectives=objectives, countries=chosen.countries)
    shown, below = rows(drawn), named_below(drawn)
    names = {row["org_id"]: row["abbreviation"] or row["name"] for row in table("organisations")}
    tally = acting(chosen, scope)
    for body in {body for body, _role, _objective in tally}:
        name = names.get(body, body[:1].upper() + body[1:])
        leads, joins = (
            sum(count for (one, role, _objective), count in tally.items() if (one, role) == (body, wanted))
            for wanted in ("lead", "partner")
        )
        if name in below:
            assert (leads, joins) == (0, 1)
        else:
            assert shown[name][:2] == [leads, joins], name


@pytest.mark.parametrize("scope", ["strategy", "context"])
def test_every_country_has_its_numbers_under_each_objective(catalog: Catalog, scope: str) -> None:
    drawn = draw(catalog, countries, scope)
    kept = {row["initiative_id"]: row["objective_id"] for row in allowed(Chosen(), scope)}
    links = [(row["iso3"], kept[row["initiative_id"]]) for row in table("initiative_countries") if row["initiative_id"] in kept]  # fmt: skip
    names = {row["iso3"]: row["name"] for row in table("countries")}
    tally = Counter(links)
    shown, below = rows(drawn), named_below(drawn)
    under = sorted({objective for _code, objective in links})
    for code in {code for code, _objective in links}:
        counts = [tally[code, objective] for objective in under]
        if names[code] in below:
            assert sum(counts) == 1
        else:
            assert shown[names[code]] == [sum(counts), *counts]
    unnamed = set(kept) - {row["initiative_id"] for row in table("initiative_countries")}
    assert f"{len(unnamed)} of them name no country" in drawn.note


@pytest.mark.parametrize(
    ("chosen", "title"),
    [
        ({"objectives": (4,)}, "HSI leads or co-leads all 3 of these initiatives"),
        ({"countries": ("CAN",)}, "Canada, Mexico and the United States lead both of these initiatives"),
        ({"countries": ("GTM",)}, "HSI leads this one initiative"),
        (
            {"scope": "context", "countries": ("MEX",)},
            "HSI; Canada, Mexico and the United States; CBP each lead 2 of these 7 initiatives",
        ),
        ({"scope": "context"}, "HSI or a unit of it leads 13 of 29 initiatives in context"),
    ],
)
def test_leads_are_told_for_one_for_all_and_for_several_bodies(catalog: Catalog, chosen, title: str) -> None:
    assert draw(catalog, organisations, **chosen).title == title


@pytest.mark.parametrize(
    ("drawer", "chosen", "said"),
    [
        (countries, {"countries": ("CAN",)}, "All are named alike: 2 initiatives name each of Canada, Mexico and the United States."),
        (countries, {"countries": ("ARE",)}, "All are named alike: 1 initiative names each of 19 countries."),
        (countries, {"countries": ("GTM",)}, "1 initiative names Guatemala."),
        (organisations, {"countries": ("GTM",)}, "Takes part in 1 initiative: Guatemalan national police."),
        (organisations, {"objectives": (4,)}, "Take part in 1 initiative each: domestic chemical companies; private companies;"),
    ],
)  # fmt: skip
def test_where_all_are_alike_none_is_told_to_be_first(catalog: Catalog, drawer: ModuleType, chosen, said: str) -> None:
    text = draw(catalog, drawer, **chosen).text
    assert said in text
    assert "often" not in text.replace("as often", "")


@pytest.mark.parametrize("scope", ["strategy", "context"])
def test_a_ranking_that_ends_within_a_tie_says_how_many_more_there_are(catalog: Catalog, scope: str) -> None:
    tally: Counter[str] = Counter()
    for (body, role, _objective), count in acting(Chosen(), scope).items():
        tally[body] += count if role == "partner" else 0
    counts = sorted(tally.values(), reverse=True)
    others = counts[5:].count(counts[4])
    assert others
    assert draw(catalog, organisations, scope).text.endswith(f"; {others} others as often.")


@pytest.mark.parametrize(
    ("chosen", "title"),
    [
        ({}, "16 of 28 initiatives of the strategy name the United States"),
        ({"objectives": (4,)}, "All 3 of these initiatives name the United States"),
        ({"countries": ("ARE",)}, "This one initiative names 19 countries"),
        ({"countries": ("GTM",)}, "This one initiative names Guatemala"),
        ({"objectives": (3,), "countries": ("MEX",)}, "All 5 of these initiatives name the United States and Mexico"),
    ],
)
def test_countries_are_told_for_one_for_all_and_with_their_article(catalog: Catalog, chosen, title: str) -> None:
    assert draw(catalog, countries, **chosen).title == title


def test_names_lead_to_their_records(catalog: Catalog) -> None:
    assert '<a href="record?id=organisation%3Acbp">CBP</a>' in str(draw(catalog, organisations).drawing)
    assert '<a href="record?id=country%3AMEX">Mexico</a>' in str(draw(catalog, countries, countries=("MEX",)).drawing)


def test_initiatives_without_any_country_give_words_and_no_drawing(catalog: Catalog) -> None:
    found = initiatives(catalog, view(catalog).selection).rows
    bare = found[~found["initiative_id"].isin(catalog["initiative_countries"]["initiative_id"])]
    drawn = countries.figure(view(catalog), bare)
    assert drawn.drawing is None
    assert drawn.rows.empty
    assert "None" in drawn.title


def test_one_objective_alone_needs_no_columns_for_it(catalog: Catalog) -> None:
    assert "Under objective" not in str(draw(catalog, organisations, objectives=(4,)).drawing)
    heads = re.findall(r"</span>(\d)</th>", str(draw(catalog, organisations, objectives=(2, 4)).drawing))
    assert heads == ["2", "4"]
