"""HTML of ours as a tree: its elements, within each other, with their words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

EMPTY = frozenset({"br", "img", "hr"})
"""Elements that have no end."""


@dataclass(eq=False)
class Node:
    """An element: its tag, its attributes, what holds it, and what it holds."""

    tag: str
    attributes: dict[str, str]
    parent: "Node | None" = None
    children: list["Node | str"] = field(default_factory=list)

    @property
    def elements(self) -> list["Node"]:
        """The elements that it holds."""
        return [child for child in self.children if isinstance(child, Node)]

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return self.attributes.get("class", "").split()

    def above(self) -> Iterator["Node"]:
        """Yield what holds it, from the nearest on."""
        node = self.parent
        while node:
            yield node
            node = node.parent

    def matches(self, selector: str) -> bool:
        """Say whether it is what a selector names: tags and classes, one within another; `p`, `.key`, `ul.key li`."""
        *others, own = selector.split()
        if not self._is(own):
            return False
        above = self.above()
        return all(any(node._is(other) for node in above) for other in reversed(others))

    def _is(self, name: str) -> bool:
        tag, *classes = name.split(".")
        return tag in ("", self.tag) and all(one in self.classes for one in classes)


def parsed(html: str) -> Node:
    """Return HTML as the children of one element without a name."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.root


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self._at = Node("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs}, self._at)
        self._at.children.append(node)
        if tag not in EMPTY:
            self._at = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._at.children.append(Node(tag, {name: value or "" for name, value in attrs}, self._at))

    def handle_endtag(self, tag: str) -> None:
        if self._at.tag == tag and self._at.parent:
            self._at = self._at.parent

    def handle_data(self, data: str) -> None:
        self._at.children.append(data)
