"""What shape and colour tell on a map of offices, and the key that says so."""

from collections import Counter
from collections.abc import Iterable, Mapping

import pandas as pd

from data.queries.evidence import PRESENCE
from figures import labels
from figures.ink import marks
from figures.ink.legend import Sample, sample
from figures.language import Language
from figures.palette import Palette

COLUMNS = {"period": "evidence_period", "strength": "strength", "region": "region"}
"""What the reader may colour by → the column that holds it."""


def fills(column: str, colors: Palette) -> dict[str, str]:
    """Return code → colour of a coded column."""
    if column == "evidence_period":
        return dict(colors.periods)
    if column == "strength":
        return {**colors.strengths, "": colors.strengths["ungraded"]}
    return dict(colors.regions)


def marked(rows: pd.DataFrame, column: str, fills: Mapping[str, str], colors: Palette) -> list[tuple[str, str]]:
    """Return the shape and the colour of each place: a presence has its own of both, whatever the column tells of offices.

    Args:
        rows: columns `standing`, `level` and `column`, one row a place.
        fills: code of that column → colour.
    """
    return [
        (marks.PRESENCE, colors.quiet)
        if standing == PRESENCE
        else (marks.SHAPES[column][code] if level == "city" else marks.COUNTRY_ONLY, fills[code])
        for standing, level, code in zip(rows["standing"], rows["level"], rows[column], strict=True)
    ]


def samples(rows: pd.DataFrame, column: str, language: Language, colors: Palette) -> Iterable[Sample]:
    """Return the categories with their shapes and numbers, the mark of a place known only by country, and that of a presence.

    Args:
        rows: columns `standing`, `level` and `column`, one row a place.
    """
    marked = list(zip(rows["standing"], rows["level"], rows[column], strict=True))
    found = [(level, code) for standing, level, code in marked if standing != PRESENCE]
    pattern = language.gettext("{category}: {n}")
    colored, counts = fills(column, colors), Counter(code for _level, code in found)
    only = Counter(code for level, code in found if level == "country")
    for code, words in labels.words(language, column).items():
        if code not in counts:
            continue
        # A category that holds only such places has no other mark on the map.
        shape = marks.COUNTRY_ONLY if only[code] == counts[code] else marks.SHAPES[column][code]
        yield sample(shape, colored[code], pattern.format(category=words, n=language.number(counts[code])))
    if only:
        words = language.ngettext(
            "Hollow: {n} known by country alone",
            "Hollow: {n} known by country alone",
            only.total(),
        )
        yield sample(marks.COUNTRY_ONLY, colors.quiet, words)
    if presences := len(marked) - len(found):
        words = language.gettext("Presence, no office: {n}").format(n=language.number(presences))
        yield sample(marks.PRESENCE, colors.quiet, words)
