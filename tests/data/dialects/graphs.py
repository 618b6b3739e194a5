"""A document of the package as a graph, and what the tables say, read by hand."""

import csv
import json
import warnings
from collections.abc import Mapping
from typing import Any

from rdflib import Graph, URIRef

from data.paths import DATA

HERE = "https://here.example/"
"""Where the package lies, as far as the test goes."""

PACKAGE = json.loads((DATA / "datapackage.json").read_text("utf-8"))

PATHS = {resource["name"]: resource["path"] for resource in PACKAGE["resources"]}


def here(path: str = "") -> URIRef:
    return URIRef(HERE + path)


def parsed(document: Mapping[str, Any]) -> Graph:
    """Return the graph of a document that carries its context with it: nothing is fetched."""
    context = document["@context"]
    assert isinstance(context, dict)
    assert not [term for term in context.values() if isinstance(term, dict) and "@context" in term]
    with warnings.catch_warnings():
        # rdflib's own reader of JSON-LD calls what rdflib itself has given up.
        warnings.filterwarnings("ignore", category=DeprecationWarning, module="rdflib")
        return Graph().parse(data=json.dumps(document), format="json-ld", publicID=HERE)


def rows(path: str) -> list[dict[str, str]]:
    """Return the rows of a file of the package as they are written."""
    with (DATA / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
