"""What the style sheets (`components/style/`) make of the elements of a figure in a frame, as far as its height depends on it.

No browser stands by where the height is told. A test opens every figure in one, and fails where the two have parted.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from figures.ink.lettering import BOLD, PLAIN, TITLE, Face
from figures.tree import Node

REM = 16
"""Pixels of the size of type that the others are parts of."""

SIDES = 32
"""Pixels of a frame's width that stand left and right of its column."""

SAMPLE = 40
"""Pixels up to which a drawing stands in a line of words."""

Columns = Callable[[float], list[float]]
"""Pixels across → those of each column."""


@dataclass(frozen=True)
class Look:
    """How an element is laid out; lengths in pixels.

    Attributes:
        shows: `block`, `inline`, `grid`, `flow` (side by side, as many as fit), `table`, or `none`.
        size, line, face: of its type; `line` is a part of the size.
        pad: within, at top, bottom, and both sides together.
        margin: above and below.
        most: its widest.
        basis: how wide it is at least, in a flow; None as wide as its words.
        grows: it takes what room is left in its row of a flow, too.
        gap: between rows, between columns.
        columns: of a grid.
        at: the first column of a grid that it takes, and the first that it leaves; None where it takes the next one.
        led: the first element of a grid stands beside all rows of the others.
        aligned: the parts of what stands side by side begin on one line.
        whole: it does not wrap.
        before: pixels of what a sheet puts beside its words.
    """

    shows: str = "inline"
    size: float = REM
    line: float = 1.6
    face: Face = PLAIN
    pad: tuple[float, float, float] = (0, 0, 0)
    margin: tuple[float, float] = (0, 0)
    most: float = 9999
    basis: float | None = None
    grows: bool = False
    gap: tuple[float, float] = (0, 0)
    columns: Columns | None = None
    at: tuple[int, int] | None = None
    led: bool = False
    aligned: bool = False
    whole: bool = False
    before: float = 0


INHERITED = ("size", "line", "face", "whole")


class Rule(NamedTuple):
    """What frames between two widths give the elements that a selector names."""

    selector: str
    given: Mapping[str, Any]
    least: float = 0
    below: float = 99999


def _shared(*parts: float, gap: float = 0) -> Columns:
    """Return columns that share the width by their parts."""
    return lambda wide: [(wide - gap * (len(parts) - 1)) * part / sum(parts) for part in parts]


def _fitted(least: float, gap: float) -> Columns:
    """Return as many columns of one width as fit, each at least so wide."""

    def columns(wide: float) -> list[float]:
        count = max(1, int((wide + gap) // (min(least, wide) + gap)))
        return _shared(*[1] * count, gap=gap)(wide)

    return columns


BLOCKS = "div p ul ol li dl dt dd section figure figcaption footer details summary h2 h3 main"

RULES = (
    *(Rule(tag, {"shows": "block"}) for tag in BLOCKS.split()),
    Rule("table", {"shows": "table"}),
    *(Rule(tag, {"face": BOLD}) for tag in ("b", "time", "dt", "h3")),
    Rule(".unseen", {"shows": "none"}),
    Rule("p", {"margin": (0, 16), "most": 736}),
    Rule("ul", {"size": 14.8, "line": 1.4, "pad": (0, 0, 19.2)}),
    Rule("section ul", {"margin": (0, 16), "pad": (0, 0, 20)}),
    Rule("li", {"margin": (3.2, 3.2)}),
    Rule("p.over", {"size": 14, "line": 20 / 14, "margin": (0, 4)}),
    Rule("h2", {"size": 21.6, "line": 1.2, "face": TITLE, "pad": (0, 8, 0)}),
    Rule("figcaption", {"size": 14, "pad": (12, 0, 0)}),
    Rule("footer", {"size": 14, "margin": (32, 0), "pad": (17, 0, 0)}),
    # Keys.
    Rule(".initiatives-key", {"shows": "flow", "size": 13.6, "gap": (1.6, 22.4), "margin": (0, 12.8)}),
    Rule(".initiatives-key span", {"before": 18.4}),
    Rule(".acting-key", {"shows": "flow", "size": 14.4, "gap": (3, 19), "margin": (0, 9.6)}),
    Rule(".acting-key span", {"before": 18}),
    Rule(".trend-key", {"size": 14, "margin": (0, 0)}),
    # Lists and blocks.
    Rule(".country-list div", {"pad": (4.8, 5.8, 0)}),
    Rule(".country-list dt", {"size": 15.2}),
    Rule(".country-list ul", {"pad": (0, 0, 0), "size": 15.4, "line": 1.6}),
    Rule(".country-list li", {"shows": "inline", "size": 15.2, "whole": True, "before": 8, "margin": (0, 0)}),
    Rule(".region-blocks", {"shows": "grid", "columns": _fitted(168, 19.2), "gap": (19.2, 19.2)}),
    Rule(".region-blocks h3", {"size": 17.6, "margin": (0, 6.4)}),
    Rule(".region-blocks p", {"size": 15.2, "line": 1.45, "margin": (8, 0)}),
    Rule(".findings", {"pad": (0, 0, 0), "most": 736}),
    Rule(".findings li", {"line": 1.45, "margin": (0, 11.2)}),
    Rule(".findings small", {"shows": "block", "size": 13.6}),
    Rule(".acting", {"shows": "grid", "columns": _fitted(200, 28), "gap": (16, 28)}),
    Rule(".acting h3", {"size": 16.8, "margin": (0, 4.8), "pad": (0, 5.8, 0)}),
    Rule(".acting li", {"size": 14.4, "line": 1.35, "margin": (0, 7.2), "pad": (0, 0, 19.2)}),
    Rule(".acting small", {"shows": "block", "size": 12.8}),
    Rule(".trend-numbers", {"shows": "flow", "gap": (16, 40), "pad": (16, 8, 0)}),
    Rule(".trend-numbers div", {"basis": 144, "grows": True}),
    Rule(".trend-numbers b", {"shows": "block", "size": 28.8, "line": 1.15, "face": TITLE}),
    Rule(".trend-numbers span", {"size": 15.2}),
    Rule(".trend-numbers p", {"basis": 9999, "size": 14, "margin": (0, 0)}),
    # Objectives.
    Rule(".objective-columns", {"shows": "grid", "columns": _shared(1), "gap": (22.4, 24)}),
    *(
        Rule(
            f".objective-columns.of-{count}",
            {"columns": _shared(1, 1, gap=24), "gap": (19.2, 24), "aligned": True},
            544,
        )
        for count in (2, 3, 4)
    ),
    Rule(".objective-columns.of-3", {"columns": _shared(1, 1, 1, gap=24)}, 768),
    Rule(".objective-columns.of-4", {"columns": _shared(1, 1, 1, 1, gap=24)}, 864),
    Rule(".objective-columns.of-4", {"columns": _shared(1.25, 1.05, 1.05, 0.85, gap=24)}, 960),
    Rule(".objective-columns section", {"pad": (11.2, 0, 0)}),
    Rule(".objective-columns h3", {"size": 15.2, "line": 1.3}),
    Rule(".objective-columns .tally", {"size": 13.6, "margin": (2.4, 8)}),
    Rule(".objective-columns .apart", {"size": 13.6, "margin": (11.2, 5.6)}),
    Rule(".objective-columns details.apart", {"margin": (4.8, 0)}),
    Rule(".objective-columns .apart summary", {"pad": (3.2, 4.8, 16), "face": BOLD}),
    Rule(".objective-columns li", {"size": 14.7, "line": 1.32, "margin": (0, 5.1), "pad": (0, 0, 18.4)}),
    Rule(".objective-columns small.later", {"size": 12.8, "whole": True, "before": 13}),
    Rule(".of-1 .heads", {"shows": "none"}),
    Rule(".since .heads", {"size": 13.6, "pad": (0, 4.8, 12.8)}),
    Rule(".promises", {"pad": (0, 0, 0)}),
    Rule(".promises li", {"shows": "grid", "columns": _shared(1), "gap": (5.6, 24), "pad": (9.8, 9.6, 12.8)}),
    Rule(".promises li", {"size": 15.2, "line": 1.4, "margin": (0, 0)}),
    Rule(".promises li", {"columns": _shared(4, 5, 5, gap=24), "led": True}, 769),
    Rule(".promises div small", {"shows": "block", "size": 13.6}),
    Rule(".promises span small", {"shows": "inline"}),
    Rule(".promises .nothing", {"size": 13.6}),
    Rule(".promises .limits", {"size": 13.6, "at": (1, 3)}, 769),
    Rule(".promises .neither", {"at": (1, 3)}, 769),
    Rule(".promise-lines", {"pad": (0, 0, 0)}),
    Rule(".promise-lines li", {"size": 15.2, "line": 1.35, "pad": (1, 0, 12.8), "margin": (0, 0)}),
    Rule(".promise-lines summary", {"pad": (7.2, 7.2, 16), "face": BOLD}),
    Rule(".promise-lines summary small", {"size": 13.6, "whole": True, "face": PLAIN}),
    Rule(".without summary", {"pad": (8.2, 7.2, 16), "face": BOLD}),
    # Disagreements.
    Rule(".part summary", {"pad": (5.6, 5.6, 16), "face": BOLD}),
    Rule(".points", {"size": 14.8, "margin": (0, 12)}),
    Rule(".points details", {"pad": (0, 1, 0)}),
    Rule(".points summary", {"face": PLAIN}),
    Rule(".points summary small", {"before": 8}),
    Rule(".points small", {"size": 13.6}),
    # Tables.
    Rule(".numbers", {"line": 1.35}),
    Rule(".numbers", {"size": 15.2}, 0, 421),
    Rule(".numbers", {"size": 13.6}, 0, 341),
    Rule(".numbers th", {"pad": (4.5, 5.5, 8)}),
    Rule(".numbers td", {"pad": (4.5, 5.5, 8)}),
    Rule(".numbers thead th", {"size": 13.6, "face": BOLD}),
    *(
        Rule(".numbers thead tr th", {"basis": wide}, *window)
        for wide, window in ((36.8, (421,)), (23, (341, 421)), (18, (0, 341)))
    ),
    Rule(".numbers small", {"size": 13.6}),
    Rule(".numbers .is-part th", {"pad": (4.5, 5.5, 25.6)}),
    *(
        Rule(f".numbers {name}", {"pad": (4.5, 5.5, right)}, 0, below)
        for below, right in ((421, 8.8), (376, 6.4))
        for name in ("thead th", "td")
    ),
    Rule(".numbers tbody th", {"pad": (4.5, 5.5, 1.6)}, 0, 421),
    Rule(".numbers .is-part th", {"pad": (4.5, 5.5, 8)}, 0, 421),
    Rule(".numbers thead th", {"size": 12}, 0, 421),
    Rule(".named-once", {"size": 14.4, "margin": (8, 0)}),
    Rule(".statements", {"size": 14.4, "line": 1.45, "columns": _shared(24, 32, 22, 22)}),
    Rule(".statements th", {"pad": (9.8, 8.8, 16)}),
    Rule(".statements td", {"pad": (9.8, 8.8, 16)}),
    Rule(".statements thead th", {"size": 12.8, "pad": (8.8, 3.2, 16)}),
    Rule(".statements small", {"shows": "block", "size": 12.8}),
    Rule(".statements ul", {"size": 13.6, "pad": (0, 0, 0)}),
    Rule(".statements li", {"shows": "inline", "before": 10, "margin": (0, 0)}),
    Rule(".statements th.of", {"size": 16.8, "face": TITLE, "pad": (22.4, 8.8, 0)}),
    Rule(".statements th.of small", {"shows": "inline", "size": 12.8}),
    *(Rule(f".statements {tag}", {"shows": "block", "pad": (2.4, 2.4, 0)}, 0, 769) for tag in ("th", "td")),
    Rule(".statements", {"shows": "block"}, 0, 769),
    *(Rule(f".statements {tag}", {"shows": "block"}, 0, 769) for tag in ("tbody", "tr")),
    Rule(".statements thead", {"shows": "none"}, 0, 769),
    Rule(".statements tbody tr", {"pad": (12.2, 11.2, 0)}, 0, 769),
    Rule(".statements .part summary", {"pad": (1.6, 1.6, 16), "size": 13.6, "face": PLAIN}, 0, 769),
)


def of(node: Node, held: Look, rules: Iterable[Rule], frame: float) -> Look:
    """Return how an element is laid out in a frame so wide.

    Args:
        held: how the element that holds it is.
        rules: those that name it, as `named` gives them.
    """
    given: dict[str, Any] = {name: getattr(held, name) for name in INHERITED}
    for rule in rules:
        if rule.least <= frame < rule.below:
            given |= rule.given
    style = node.attributes.get("style", "")
    given |= _stated(style) if style else {}
    return Look(**given)


def named(node: Node) -> tuple[Rule, ...]:
    """Return the rules that name an element."""
    return tuple(rule for rule in RULES if node.matches(rule.selector))


def _stated(style: str) -> dict[str, Any]:
    """Return what an element states of itself."""
    told = dict(part.split(":", 1) for part in style.split(";") if ":" in part)
    given: dict[str, Any] = {}
    if told.get("flex-wrap") == "wrap":
        down, across = (float(value.rstrip("rem")) * REM for value in told.get("gap", "0 0").split())
        given |= {"shows": "flow", "gap": (down, across)}
    if told.get("display") == "inline-flex":
        given |= {"before": 6.0}
    if told.get("width", "").endswith("px"):
        given |= {"basis": float(told["width"].removesuffix("px"))}
    if told.get("font-size", "").endswith("rem"):
        given |= {"size": float(told["font-size"].removesuffix("rem")) * REM}
    if "line-height" in told and told["line-height"] != "0":
        given |= {"line": float(told["line-height"])}
    if "margin-bottom" in told:
        given |= {"margin": (0, float(told["margin-bottom"].removesuffix("rem")) * REM)}
    if told.get("font-weight") == "600":
        given |= {"face": BOLD}
    return given
