"""Initiatives by commodity: strategy and context apart, each with its own words, and marked as inferred."""

import re
from collections import Counter
from html import unescape

from data.catalog import Catalog
from data.queries import flows
from data.selection import Selection
from figures.figure import Figure
from figures.flows import initiatives
from figures.language import Language
from figures.view import View
from tests.allowed import table


def drawn(catalog: Catalog, language: Language, selection: Selection = Selection(), commodity: str = "all") -> Figure:  # noqa: B008
    ties = flows.acting(catalog, selection, commodity).rows
    return initiatives.figure(ties, View(catalog, selection, language, "light", page="supply_chain"))


def test_each_commodity_lists_its_initiatives_and_each_leads_to_its_record(
    catalog: Catalog, language: Language
) -> None:
    figure = drawn(catalog, language)
    scopes = {one["initiative_id"]: one["scope"] for one in table("initiatives")}
    items = re.findall(r'<li class="(\w+)">.*?record\?id=initiative%3A([\w-]+)".*?“(.*?)”', figure.drawing)
    wanted = sorted(
        (scopes[one["initiative_id"]], one["initiative_id"], one["basis"]) for one in table("initiative_commodities")
    )
    assert sorted((scope, code, unescape(basis)) for scope, code, basis in items) == wanted
    counts = Counter(one["commodity"] for one in table("initiative_commodities"))
    heads = re.findall(r"<h3>([\w ]+) <small>(\d+)</small>", figure.drawing)
    assert {word.lower().replace(" ", "_"): int(n) for word, n in heads} == counts


def test_the_mark_of_a_scope_is_named(catalog: Catalog, language: Language) -> None:
    figure = drawn(catalog, language)
    assert figure.drawing.count('aria-label="In the strategy"') == figure.drawing.count('<li class="strategy"')
    assert "Context</span>" in figure.drawing
    assert "Context" not in drawn(catalog, language, commodity="cash").drawing


def test_it_is_marked_as_inferred_and_every_row_quotes_its_words(catalog: Catalog, language: Language) -> None:
    figure = drawn(catalog, language)
    assert figure.note.startswith("Inferred from the wording")
    assert set(figure.rows["how"]) == {"Inferred from the wording"}
    assert (figure.rows["basis"] != "").all()
    assert set(figure.rows["scope_is"]) == {"In the strategy", "Context"}


def test_those_that_name_none_are_counted(catalog: Catalog, language: Language) -> None:
    left = len(catalog["initiatives"]) - catalog["initiative_commodities"]["initiative_id"].nunique()
    assert f"{left} name none of these" in drawn(catalog, language).text


def test_the_title_ranks_commodities(catalog: Catalog, language: Language) -> None:
    counts = Counter(one["commodity"] for one in table("initiative_commodities"))
    listed = [f"{n} {code.replace('_', ' ')}" for code, n in counts.most_common()]
    first, *rest = listed
    n, word = first.split()
    named = sum("fentanyl" in one["basis"] for one in table("initiative_commodities"))
    assert (n, word) == (str(named), "fentanyl"), "illicit opioids are not told as fentanyl"
    expected = f"{n} initiatives name {word}, {', '.join(rest[:-1])} and {rest[-1]}"
    assert drawn(catalog, language).title == expected
    one = drawn(catalog, language, Selection(objectives=(3,)), "cash")
    assert one.title == f"{len(one.rows)} initiatives name cash"
