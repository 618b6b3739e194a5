"""What a document is made of, as the template reads it: parts of a text, blocks, sections."""

from collections.abc import Iterable, Sequence
from typing import Any

from figures import filters
from figures.figure import Figure
from figures.screen import Number
from figures.view import View

Part = str | dict[str, Any]
"""Plain words, or words that stand out, lead on, or cite."""

Text = list[Part]
Block = dict[str, Any]


def bold(words: str) -> Part:
    """Return words that stand out."""
    return {"bold": words}


def quiet(words: str) -> Part:
    """Return words that stand back."""
    return {"quiet": words}


def link(words: str, to: str) -> Part:
    """Return words that lead to an address; plain ones where there is none."""
    return {"words": words, "to": to} if to else words


def text(*parts: Part) -> Block:
    """Return a paragraph."""
    return {"kind": "text", "parts": list(parts)}


def joined(*paragraphs: Block) -> list[Block]:
    """Return paragraphs as one; nothing where there are none."""
    parts = [part for one in paragraphs for part in (*one["parts"], " ")]
    return [text(*parts[:-1])] if parts else []


def items(entries: Iterable[Text], columns: int = 1) -> Block:
    """Return a list."""
    return {"kind": "list", "items": list(entries), "columns": columns}


def table(head: Sequence[str], widths: Sequence[float], rows: Iterable[Sequence[Text]], columns: int = 1) -> Block:
    """Return a table.

    Args:
        head: the names of its columns.
        widths: of each column its share of what is left, 0 for as much as its words take.
        columns: how many of it stand side by side.
    """
    return {
        "kind": "table",
        "head": list(head),
        "widths": list(widths),
        "rows": [list(row) for row in rows],
        "columns": columns,
    }


def numbers(ones: Sequence[Number]) -> Block:
    """Return numbers in a row, large."""
    return {"kind": "numbers", "items": [one._asdict() for one in ones]}


def drawing(figure: Figure, wide: float, high: float, caption: Text) -> Block:
    """Return a figure's drawing.

    Args:
        wide: width in pixels of what is drawn; on paper it is as wide as its column.
        high: height in pixels; 0 for one that lays itself out from the top, and is as high as it needs.
    """
    return {"kind": "drawing", "figure": figure, "box": (wide, high), "alt": figure.text, "caption": caption}


def beside(sentence: str, narrowed_by: tuple[str, ...], view: View) -> Text:
    """Return a sentence and, where a filter that is on does not narrow what it is about, that it does not."""
    ignored = filters.ignored_by(narrowed_by, view.selection, view.catalog, view.language)
    return [*([f"{sentence} "] if sentence else []), *([quiet(f"{ignored}.")] if ignored else [])]


def columns(widths: Sequence[float], *cells: Sequence[Block]) -> Block:
    """Return blocks side by side, each cell its own column."""
    return {"kind": "columns", "widths": list(widths), "cells": [list(cell) for cell in cells]}


def section(
    title: str,
    sentence: Text,
    blocks: Sequence[Block],
    kicker: str = "",
    level: int = 1,
    color: str = "",
) -> Block:
    """Return a section under its heading.

    Args:
        kicker: a word above the heading that says what it is about.
        color: of the rule above it; empty for a hairline.
    """
    return {
        "level": level,
        "title": title,
        "sentence": sentence,
        "blocks": list(blocks),
        "kicker": kicker,
        "color": color,
        "sticky": bool(blocks),
    }
