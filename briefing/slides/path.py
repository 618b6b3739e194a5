"""Paths of SVG as points: parsed, moved, and cut to a window."""

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?")

ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "C": 6, "A": 7, "Z": 0}


class Step(NamedTuple):
    """A step of a path: M, L, Q, C or Z, and its points, the last where it ends."""

    kind: str
    points: tuple[Point, ...] = ()


class Matrix(NamedTuple):
    """What moves, turns and scales: as in SVG's `matrix(a b c d e f)`."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def at(self, point: Point) -> Point:
        """Return where a point comes to lie."""
        x, y = point
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, inner: "Matrix") -> "Matrix":
        """Return the matrix that applies `inner` first."""
        (x, y), (u, v), (e, f) = (self.at(point) for point in ((inner.a, inner.b), (inner.c, inner.d), inner[4:]))
        return Matrix(x - self.e, y - self.f, u - self.e, v - self.f, e, f)

    @property
    def scale(self) -> float:
        """How much longer lines become."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))


def transform(words: str) -> Matrix:
    """Return what SVG's attribute `transform` says."""
    made = Matrix()
    for name, inside in re.findall(r"(\w+)\(([^)]*)\)", words):
        numbers = [float(one) for one in TOKEN.findall(inside)]
        match name:
            case "translate":
                made = made.then(Matrix(e=numbers[0], f=numbers[1] if len(numbers) > 1 else 0))
            case "scale":
                made = made.then(Matrix(a=numbers[0], d=numbers[-1]))
            case "rotate":
                turn = math.radians(numbers[0])
                made = made.then(Matrix(math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn)))
            case _:
                raise ValueError(f"no such transform here: {words}")
    return made


def parsed(data: str, move: Matrix) -> list[Step]:
    """Return a path's steps, moved by a matrix."""
    return [Step(step.kind, tuple(map(move.at, step.points))) for step in _steps(data)]


def _steps(data: str) -> Iterator[Step]:
    tokens = TOKEN.findall(data)
    at, here, start, command = 0, (0.0, 0.0), (0.0, 0.0), "M"
    while at < len(tokens):
        if tokens[at].isalpha():
            command = tokens[at]
            at += 1
        kind = command.upper()
        count = ARGUMENTS[kind]
        numbers = [float(one) for one in tokens[at : at + count]]
        at += count
        relative = command.islower()
        match kind:
            case "Z":
                yield Step("Z")
                here = start
            case "H" | "V":
                moved = numbers[0] + (here["HV".index(kind)] if relative else 0)
                here = (moved, here[1]) if kind == "H" else (here[0], moved)
                yield Step("L", (here,))
            case "A":
                end = (numbers[5] + here[0] * relative, numbers[6] + here[1] * relative)
                yield from _arc(here, end, numbers[0], bool(numbers[3]), bool(numbers[4]))
                here = end
            case _:
                dx, dy = here if relative else (0.0, 0.0)
                points = tuple((numbers[n] + dx, numbers[n + 1] + dy) for n in range(0, count, 2))
                here = points[-1]
                if kind == "M":
                    # What follows a move without a letter of its own are lines.
                    start, command = here, "l" if relative else "L"
                yield Step(kind, points)


def _arc(start: Point, end: Point, radius: float, is_large: bool, is_clockwise: bool) -> Iterator[Step]:
    """Yield a part of a circle as curves, each of a quarter at most."""
    chord = math.dist(start, end)
    if not chord:
        return
    radius = max(radius, chord / 2)
    aside = math.sqrt(max(radius**2 - chord**2 / 4, 0)) * (-1 if is_large == is_clockwise else 1)
    (x, y), (u, v) = start, end
    middle = (x + u) / 2 - aside * (v - y) / chord, (y + v) / 2 + aside * (u - x) / chord
    first, last = (math.atan2(spot[1] - middle[1], spot[0] - middle[0]) for spot in (start, end))
    turn = (last - first) % math.tau if is_clockwise else -((first - last) % math.tau)
    count = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    reach = radius * 4 / 3 * math.tan(turn / count / 4)
    for at in range(count):
        one, other = first + turn * at / count, first + turn * (at + 1) / count
        begin, stop = (
            (middle[0] + radius * math.cos(angle), middle[1] + radius * math.sin(angle)) for angle in (one, other)
        )
        yield Step(
            "C",
            (
                (begin[0] - reach * math.sin(one), begin[1] + reach * math.cos(one)),
                (stop[0] + reach * math.sin(other), stop[1] - reach * math.cos(other)),
                stop,
            ),
        )


def extent(steps: list[Step]) -> Box:
    """Return the box around a path's points."""
    x, y = zip(*(point for step in steps for point in step.points), strict=True)
    return min(x), min(y), max(x), max(y)


def cut(steps: list[Step], window: Box) -> list[Step]:
    """Return what of a path lies in a window: areas end at its edge; lines and curves are left out where all of them lies beyond."""
    if not steps:
        return []
    left, top, right, bottom = extent(steps)
    if left >= window[0] and top >= window[1] and right <= window[2] and bottom <= window[3]:
        return steps
    if right <= window[0] or bottom <= window[1] or left >= window[2] or top >= window[3]:
        return []
    if any(step.kind in "QC" for step in steps) or steps[-1].kind != "Z":
        return steps
    kept: list[Step] = []
    ring: list[Point] = []
    for step in steps:
        if step.kind != "Z":
            ring.append(step.points[0])
            continue
        if len(inside := _within(ring, window)) > 2:
            kept += [Step("M", (inside[0],)), *(Step("L", (point,)) for point in inside[1:]), Step("Z")]
        ring = []
    return kept


def _within(ring: list[Point], window: Box) -> list[Point]:
    """Return a ring cut at the four edges of a window, one after the other (Sutherland and Hodgman)."""
    for axis, edge, sign in ((0, window[0], 1), (1, window[1], 1), (0, window[2], -1), (1, window[3], -1)):
        found: list[Point] = []
        for before, after in zip([ring[-1], *ring[:-1]] if ring else [], ring, strict=True):
            was, is_in = ((point[axis] - edge) * sign >= 0 for point in (before, after))
            if was != is_in:
                share = (edge - before[axis]) / (after[axis] - before[axis])
                found.append((before[0] + share * (after[0] - before[0]), before[1] + share * (after[1] - before[1])))
            if is_in:
                found.append(after)
        ring = found
    return ring
