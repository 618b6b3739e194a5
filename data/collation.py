"""The order of words in a list, as readers of English and Spanish look them up."""

import unicodedata
from functools import lru_cache

import pandas as pd


@lru_cache(maxsize=8192)
def collated(text: str) -> str:
    """Return what a text is sorted by: case and accents do not part words, and ñ is a letter of its own, after n."""
    folded = text.casefold().replace("ñ", "n\uffff")
    return "".join(mark for mark in unicodedata.normalize("NFD", folded) if not unicodedata.combining(mark))


def column(cells: pd.Series) -> pd.Series:
    """Return what a column is sorted by, the `key` of `sort_values`: texts as `collated`, all else as it is."""
    texts = pd.api.types.is_string_dtype(cells.dtype)
    return cells.map(collated) if texts else cells
