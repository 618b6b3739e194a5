"""How high HTML of ours stands in a column so wide, reckoned without a browser from the project's own lettering."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from figures import sizes
from figures.ink.lettering import width
from figures.sizes import Look, Rule
from figures.tree import Node, parsed

LEAST = 24
"""Pixels that a summary is high at least: a finger meets it."""

BASE = 6
"""Pixels below a drawing that stands on a line of words."""

HAIR = 0.01
"""Pixels by which sums of the same widths differ."""

Unit = tuple[float, float]
"""Pixels of the space before what is not broken, and of itself."""

Box = tuple[float, float, float]
"""Pixels of the margin above, of the height, and of the margin below."""

BREAK: Unit = (math.inf, 0)


class Laid:
    """HTML that is laid out in columns of different widths."""

    def __init__(self, html: str) -> None:
        self._root = parsed(html)
        self._rules: dict[Node, tuple[Rule, ...]] = {}
        self._frame = 0.0

    def height(self, frame: float) -> float:
        """Return how high it stands in a frame of a width."""
        self._frame = frame
        return sum(self._stack(self._root.children, Look(), frame - sizes.SIDES))

    def _look(self, node: Node, held: Look) -> Look:
        if node not in self._rules:
            self._rules[node] = sizes.named(node)
        return sizes.of(node, held, self._rules[node], self._frame)

    def _box(self, node: Node, look: Look, room: float) -> Box:
        """Return how high an element stands that begins a line of its own."""
        if node.tag == "svg":
            return 0, _stated(node, "height") + BASE if "drawing" not in node.classes else 0, 0
        above, below, beside = look.pad
        inner = max(min(room, look.most) - beside - look.before, 1)
        if node.tag == "details" and "open" not in node.attributes:
            box = self._stack([one for one in node.elements if one.tag == "summary"], look, inner)
        elif look.shows == "grid" and look.columns:
            box = 0, self._grid(node, look, inner), 0
        elif look.shows == "flow":
            box = 0, self._flow(node, look, inner), 0
        elif look.shows == "table":
            box = 0, self._table(node, look, inner), 0
        else:
            box = self._stack(node.children, look, inner)
        first, high, last = box
        # A margin joins that of what is within, unless something stands between them.
        if above:
            first, high = 0, high + first
        if below:
            high, last = high + last, 0
        if node.tag == "summary":
            high = max(high, LEAST)
        high += above + below
        return max(look.margin[0], first), high, max(look.margin[1], last)

    def _stack(self, children: Sequence[Node | str], look: Look, room: float) -> Box:
        """Return how high children stand of which the blocks stand under each other, and the words between them in lines."""
        boxes: list[Box] = []
        line: list[Node | str] = []

        def end() -> None:
            lines = _lines(list(self._units(line, look)), room)
            line.clear()
            if lines:
                boxes.append((0, lines * look.size * look.line, 0))

        for child in children:
            if isinstance(child, str) or child.tag == "br":
                line.append(child)
                continue
            own = self._look(child, look)
            if own.shows == "none":
                continue
            if own.shows == "inline" and not (child.tag == "svg" and _stated(child, "width") > sizes.SAMPLE):
                line.append(child)
            else:
                end()
                boxes.append(self._box(child, own, room))
        end()
        return _joined(boxes)

    def _grid(self, node: Node, look: Look, room: float) -> float:
        assert look.columns
        columns = look.columns(room)
        rows: list[list[tuple[Node, float]]] = []
        left = len(columns)
        for one in node.elements:
            first = left if left < len(columns) else 0
            first, after = self._look(one, look).at or (first, first + 1)
            if not rows or first < left:
                rows.append([])
            rows[-1].append((one, sum(columns[first:after]) + look.gap[1] * (after - first - 1)))
            left = after
        leading = self._row([rows[0].pop(0)], look) if look.led and len(rows[0]) > 1 else 0
        return max(leading, sum(self._row(row, look) for row in rows) + look.gap[0] * (len(rows) - 1))

    def _row(self, cells: list[tuple[Node, float]], look: Look) -> float:
        if not look.aligned:
            return max(sum(self._box(one, self._look(one, look), wide)) for one, wide in cells)
        high = 0.0
        for at in range(max(len(one.elements) for one, _wide in cells)):
            high += max(
                sum(self._box(part, self._look(part, self._look(one, look)), wide))
                for one, wide in cells
                for part in one.elements[at : at + 1]
            )
        return high + max(sum(self._look(one, look).pad[:2]) for one, _wide in cells)

    def _flow(self, node: Node, look: Look, room: float) -> float:
        """Return how high elements stand that stand side by side, as many in a row as there is room for."""
        rows: list[list[tuple[Node, Look, float]]] = []
        left = 0.0
        for one in node.elements:
            own = self._look(one, look)
            if own.shows == "none":
                continue
            words = sum(map(sum, self._units([one], look))) if own.basis is None else own.basis
            wide = min(words, room)
            if not rows or wide > left:
                rows.append([])
                left = room
            left -= wide + look.gap[1]
            rows[-1].append((one, own, wide))
        return sum(self._beside(row, look, room) for row in rows) + look.gap[0] * (len(rows) - 1)

    def _beside(self, row: list[tuple[Node, Look, float]], look: Look, room: float) -> float:
        """Return how high a row of a flow is: what grows takes the room that is left, too."""
        left = room - sum(wide for _one, _own, wide in row) - look.gap[1] * (len(row) - 1)
        grow = [own.grows for _one, own, _wide in row]
        more = max(left, 0) / max(sum(grow), 1)
        return max(
            sum(self._box(one, own, wide + more * grows)) for (one, own, wide), grows in zip(row, grow, strict=True)
        )

    def _table(self, node: Node, look: Look, room: float) -> float:
        rows = [row for part in node.elements if part.tag in ("thead", "tbody") for row in part.elements]
        looks = {row: self._look(row, self._look(row.parent or node, look)) for row in rows}
        widths = look.columns(room) if look.columns else self._columns(rows, looks, room)
        high = 0.0
        for row in rows:
            cells, at, tallest = row.elements, 0, 0.0
            if (
                len(cells) < len(widths)
                and row.parent
                and row.parent.tag == "thead"
                and row is not row.parent.elements[0]
            ):
                at = len(widths) - len(cells)
            for cell in cells:
                span = int(cell.attributes.get("colspan", 1))
                own = self._look(cell, looks[row])
                lines = sum(self._box(cell, own, sum(widths[at : at + span])))
                # Its other row has room for what a cell of two rows lacks.
                tallest = max(tallest, lines if "rowspan" not in cell.attributes else lines / 2)
                at += span
            high += tallest
        return high

    def _columns(self, rows: list[Node], looks: dict[Node, Look], room: float) -> list[float]:
        """Return the widths of a table's columns: the first takes what the numbers leave."""
        count = max(len(row.elements) for row in rows)
        widths = [0.0] * count
        for row in rows:
            cells = row.elements
            if any("colspan" in cell.attributes for cell in cells):
                cells = [cell for cell in cells if "colspan" not in cell.attributes]
            first = count - len(cells) if row.parent and row is not row.parent.elements[0] else 0
            for at, cell in enumerate(cells, first):
                own = self._look(cell, looks[row])
                longest = max((wide for _space, wide in self._units([cell], looks[row])), default=0)
                widths[at] = max(widths[at], max(longest, own.basis or 0) + own.pad[2])
        return [max(room - sum(widths[1:]), 60), *widths[1:]]

    def _units(self, line: Sequence[Node | str], look: Look) -> Iterator[Unit]:
        """Yield what stands in lines and is not broken: words, or what does not wrap."""
        space = 0.0
        pending: Unit | None = None
        for said, own, before in self._runs(line, look):
            if said is None:
                if pending:
                    yield pending
                pending, space = None, 0.0
                yield BREAK
                continue
            if isinstance(said, float):
                yield from [pending] if pending else []
                pending, space = (space, said + before), 0.0
                continue
            words = [said] if own.whole else said.split()
            gap = width(" ", own.size, own.face)
            if said[:1].isspace():
                if pending:
                    yield pending
                pending, space = None, gap
            for at, word in enumerate(words):
                if at and pending:
                    yield pending
                    pending, space = None, gap
                wide = width(word.strip(), own.size, own.face) + (before if not at else 0)
                pending = (pending[0], pending[1] + wide) if pending else (space, wide)
            if words and said[-1:].isspace():
                if pending:
                    yield pending
                pending, space = None, gap
        if pending:
            yield pending

    def _runs(self, line: Sequence[Node | str], look: Look) -> Iterator[tuple[str | float | None, Look, float]]:
        """Yield runs of words with their look and what stands before them; the width of a picture; None for a break."""
        for child in line:
            if isinstance(child, str):
                yield child, look, 0
            elif child.tag == "br":
                yield None, look, 0
            elif child.tag == "svg":
                yield _stated(child, "width"), look, 0
            else:
                own = self._look(child, look)
                if own.shows == "none":
                    continue
                for at, (said, look_of, before) in enumerate(self._runs(child.children, own)):
                    yield said, look_of, before if at else before + own.before


def _joined(boxes: list[Box]) -> Box:
    """Return boxes under each other: of two margins that meet, the larger one holds."""
    if not boxes:
        return 0, 0, 0
    high = sum(box[1] for box in boxes)
    high += sum(max(one[2], other[0]) for one, other in pairwise(boxes))
    return boxes[0][0], high, boxes[-1][2]


def _lines(units: list[Unit], room: float) -> int:
    lines, at = 0, 0.0
    for space, wide in units:
        if space == math.inf:
            at, lines = 0.0, max(lines, 1) + (at == 0 and lines > 0)
            continue
        if at and at + space + wide <= room + HAIR:
            at += space + wide
        else:
            # A word that is wider than the column is broken within.
            lines += max(1, math.ceil((wide - HAIR) / room))
            at = wide
    return lines


def _stated(node: Node, name: str) -> float:
    return float(node.attributes.get(name) or 0)
