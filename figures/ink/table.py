"""Tables and lists as HTML: real text, which wraps, is read out, searched and printed."""

from collections.abc import Sequence
from html import escape

Row = Sequence[str]


LONG = 80
"""Characters from which on a cell holds sentences."""


def html(head: Row, rows: Sequence[Row], printed: int | None = None, name: str = "") -> str:
    """Return a table, the first cell with words of each row its heading. Where its column is narrow, each row is an entry of a list.

    Args:
        head: names of the columns, as plain text.
        rows: cells as HTML; an empty one takes no line of a list.
        printed: rows that a printed page holds; None for all.
        name: of the table for a stylesheet, beside its own class `rows`.
    """
    columns = "".join(f'<th scope="col">{escape(words)}</th>' for words in head)
    body = "".join(_row(head, row, _aside(at, printed)) for at, row in enumerate(rows))
    return (
        f'<div class="rows-around"><table class="{f"rows {name}".strip()}"><thead><tr>{columns}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def items(entries: Row, printed: int | None = None) -> str:
    """Return a list, its entries as HTML."""
    return f"<ul>{''.join(f'<li{_aside(at, printed)}>{entry}</li>' for at, entry in enumerate(entries))}</ul>"


def linked(words: str, address: str) -> str:
    """Return words as a link; where there is no address, as they are."""
    return f'<a href="{escape(address)}">{escape(words)}</a>' if address else escape(words)


def _row(head: Row, row: Row, aside: str) -> str:
    heads = next((at for at, cell in enumerate(row) if cell), 0)
    cells = "".join(_cell(label, cell, at == heads) for at, (label, cell) in enumerate(zip(head, row, strict=True)))
    return f"<tr{aside}>{cells}</tr>"


def _cell(label: str, cell: str, is_heading: bool) -> str:
    if not cell:
        return "<td></td>"
    if is_heading:
        return f'<th scope="row">{cell}</th>'
    # A sentence needs a wider column than a name: else its row is as tall as a screen.
    room = ' class="long"' if len(cell) > LONG else ""
    return f'<td data-label="{escape(label)}"{room}>{cell}</td>'


def _aside(at: int, printed: int | None) -> str:
    return ' class="on-screen"' if printed is not None and at >= printed else ""
