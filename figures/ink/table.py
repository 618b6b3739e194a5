"""Tables and lists as HTML: real text, which wraps, is read out, searched and printed."""

from collections.abc import Collection, Sequence
from html import escape

Row = Sequence[str]


LONG = 80
"""Characters from which on a cell holds sentences."""


NOTHING = '<span aria-hidden="true">–</span><span class="unseen">{}</span>'
"""A dash for who sees a cell in which nothing stands, and words for those to whom it is read."""


def html(
    head: Row,
    rows: Sequence[Row],
    printed: int | None = None,
    name: str = "",
    label: str = "",
    named: int = 0,
    numbers: Collection[int] = (),
) -> str:
    """Return a table, in each row one cell its heading. Where its column is narrow, each row is an entry of a list.

    Args:
        head: names of the columns, as plain text.
        rows: cells as HTML; an empty one takes no line of a list.
        printed: rows that a printed page holds; None for all.
        name: of the table for a stylesheet, beside its own class `rows`.
        label: what the table is of, for those to whom it is read; who sees it reads the heading above.
        named: the column whose cell is the heading of its row; where it says nothing, the first that does.
        numbers: the columns of numbers, which stand under each other by their digits.
    """
    columns = "".join(
        f'<th scope="col"{_class("num" if at in numbers else "")}>{escape(words)}</th>' for at, words in enumerate(head)
    )
    body = "".join(_row(head, row, _aside(at, printed), named, numbers) for at, row in enumerate(rows))
    return (
        f'<div class="rows-around"><table class="{f"rows {name}".strip()}">{caption(label)}'
        f"<thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def caption(label: str) -> str:
    """Return the name of a table for those to whom it is read; it is the first thing in it."""
    return f'<caption class="unseen">{escape(label)}</caption>' if label else ""


def items(entries: Row, printed: int | None = None) -> str:
    """Return a list, its entries as HTML."""
    return f"<ul>{''.join(f'<li{_aside(at, printed)}>{entry}</li>' for at, entry in enumerate(entries))}</ul>"


def linked(words: str, address: str) -> str:
    """Return words as a link; where there is no address, as they are."""
    return f'<a href="{escape(address)}">{escape(words)}</a>' if address else escape(words)


def _row(head: Row, row: Row, aside: str, named: int, numbers: Collection[int]) -> str:
    heads = named if row[named] else next((at for at, cell in enumerate(row) if cell), 0)
    cells = "".join(
        _cell(label, cell, at == heads, at in numbers) for at, (label, cell) in enumerate(zip(head, row, strict=True))
    )
    return f"<tr{aside}>{cells}</tr>"


def _cell(label: str, cell: str, is_heading: bool, is_number: bool) -> str:
    if not cell:
        return "<td></td>"
    if is_heading:
        return f'<th scope="row">{cell}</th>'
    # A sentence needs a wider column than a name: else its row is as tall as a screen.
    kind = "num" if is_number else "long" if len(cell) > LONG else ""
    return f'<td data-label="{escape(label)}"{_class(kind)}>{cell}</td>'


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""


def _aside(at: int, printed: int | None) -> str:
    return ' class="on-screen"' if printed is not None and at >= printed else ""
