"""What a flow begins or ends at has its name in the language of the catalog, on whichever side it stands."""

from data.catalog import Catalog
from data.queries.flows import flows
from data.selection import Selection
from data.translation import translated
from figures.flows import listing
from figures.language import language as speak


def test_every_end_is_named_in_the_language_of_the_reader(catalog: Catalog) -> None:
    there = translated(catalog, "es")
    rows = flows(there, Selection()).rows
    names = listing.ends(rows, there, speak("es"))
    assert names["Chinese money-laundering networks"] == "Redes chinas de lavado de dinero"
    assert names["Central America"] == "América Central"
    assert not [said for said in listing.sentences(rows, there, speak("es")) if "networks" in said]
