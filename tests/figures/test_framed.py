"""What a frame shows of a figure depends on how wide the frame is."""

from data.catalog import Catalog
from data.selection import Selection
from figures import framed
from figures.flows.statements import KEY
from figures.language import language
from figures.room import PHONE
from figures.view import View


def test_a_table_is_open_where_its_heads_are_seen_and_folded_in_narrower_frames(catalog: Catalog) -> None:
    view = View(catalog, Selection(), language("en"), "light", page="supply_chain")
    narrow, wide = framed.drawings(view, KEY).items()
    assert "<details" in framed.drawn(narrow[1])
    assert wide[0] == PHONE + 1
    assert "<details" not in framed.drawn(wide[1])
