"""What a page that stays open asks: which facts are shown now."""

from starlette.applications import Starlette

from api import fresh
from data.catalog import Catalog
from tests.asgi import get


def test_other_facts_have_another_fingerprint_and_no_answer_is_kept(catalog: Catalog) -> None:
    current = [catalog, Catalog(catalog.package, catalog.tables)]
    app = Starlette(routes=fresh.routes(lambda: current[0]))
    before = get(app, "/facts")
    assert before.text == catalog.fingerprint
    assert before.headers["cache-control"] == "no-store"
    current.pop(0)
    assert get(app, "/facts").text == current[0].fingerprint != before.text
