"""Initiatives by commodity: strategy and context apart, and marked as inferred."""

from data.catalog import Catalog
from data.queries import flows
from data.selection import Selection
from figures.flows import initiatives
from figures.language import Language


def test_bars_count_strategy_and_context_apart(catalog: Catalog, language: Language) -> None:
    ties = flows.acting(catalog, Selection()).rows
    figure = initiatives.figure(ties, catalog, language, "light")
    bars = {bar["name"]: dict(zip(bar["y"], bar["x"], strict=True)) for bar in figure.drawing.to_dict()["data"]}
    for scope, name in {"strategy": "S: In the strategy", "context": "C: Context"}.items():
        for word, n in bars[name].items():
            assert n == ((ties["scope"] == scope) & (ties["commodity"] == word.lower())).sum()
    assert sum(sum(bar.values()) for bar in bars.values()) == len(ties) == len(figure.rows)


def test_it_is_marked_as_inferred_and_every_row_quotes_its_words(catalog: Catalog, language: Language) -> None:
    figure = initiatives.figure(flows.acting(catalog, Selection()).rows, catalog, language, "light")
    assert figure.note.startswith("Inferred from the wording")
    assert set(figure.rows["how"]) == {"Inferred from the wording"}
    assert (figure.rows["basis"] != "").all()
    assert set(figure.rows["scope_is"]) == {"In the strategy", "Context"}


def test_those_that_name_none_are_counted(catalog: Catalog, language: Language) -> None:
    figure = initiatives.figure(flows.acting(catalog, Selection()).rows, catalog, language, "light")
    left = len(catalog["initiatives"]) - catalog["initiative_commodities"]["initiative_id"].nunique()
    assert f"{left} name none of these" in figure.text


def test_the_title_ranks_commodities(catalog: Catalog, language: Language) -> None:
    ties = flows.acting(catalog, Selection(objectives=(3,)), "cash").rows
    figure = initiatives.figure(ties, catalog, language, "light")
    assert figure.title == f"Initiatives whose wording names it: Cash {len(ties)}"
