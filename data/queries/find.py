"""Find a row by a few words: accents and case do not matter, a word may be cut short or mistyped."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from data.catalog import Catalog
from data.queries.sources.tables import plain

WORD = re.compile(r"[^\W_]+")
"""Letters and digits that stand together, of any script."""

TYPED_WRONG = 0.75
"""How alike two words are at least, from 0 to 1, to be taken for each other: one slip in four letters, two in eight."""

LEAST = 4
"""Letters of a word from which a slip is forgiven; shorter words are too alike."""

LESS = 0.5
"""What a word counts that is no part of a name, against one that is."""

MOST_WORDS = 8
"""Words of a search that are looked for."""

SMALL = frozenset(
    WORD.findall(
        "a about an and are as at be been by can did do does each for from had has have how in is it its many much of on or "
        "other that the their there these they this to was were what when where which who whom whose why will with "
        "al como con cual cuales cuando de del desde donde el en es esta este fue ha han hay la las lo los o para por que "
        "quien quienes se sin son su sus un una unos y"
    )
)
"""Words of questions, English and Spanish: a row need not hold them, but one that does fits better."""


OF_OFFICES = "HSI office offices oficina oficinas"
OF_REGIONS = "offices oficinas map mapa picture"
OF_CONTRADICTIONS = "sources contradict disagree differ dispute deny denies denied fuentes contradicen desmiente niega"
"""What people call rows that do not say it themselves; no reader sees this."""


class Index:
    """Rows of several tables by the words that they hold, to be searched at once."""

    def __init__(self, texts: Mapping[str, Iterable[tuple[str, str]]]) -> None:
        """Take the texts of every row of each table, in its order: all that the row is called, and what else it says.

        Of names on lines of their own, the shortest tells how well a search of few words fits the row.
        """
        self._rows: list[tuple[str, int]] = []
        self._lengths: list[int] = []
        self._at: dict[str, dict[int, float]] = defaultdict(dict)
        for table, rows in texts.items():
            for position, (names, more) in enumerate(rows):
                lines = [set(WORD.findall(line)) for line in plain(names).split("\n")]
                row, words = len(self._rows), set().union(*lines)
                self._rows.append((table, position))
                self._lengths.append(min((len(line) for line in lines if line), default=1))
                for word in WORD.findall(plain(more)):
                    self._at[word][row] = LESS
                for word in words:
                    self._at[word][row] = 1.0
        self._words = list(self._at)

    def find(self, text: str) -> dict[str, list[int]]:
        """Return table → positions of the rows that hold every word of a text, those that fit best first.

        Small words of a question are no condition where it has others. A table without a find is left out; so is everything for a
        text without a word.
        """
        asked = list(dict.fromkeys(WORD.findall(plain(text))))
        wanted = ([word for word in asked if word not in SMALL] or asked)[:MOST_WORDS]
        if not wanted:
            return {}
        small = [word for word in asked if word not in wanted][: MOST_WORDS - len(wanted)]
        scores = [self._scores(word) for word in wanted]
        also = [self._at.get(word, {}) for word in small]
        everywhere = set(scores[0]).intersection(*scores[1:])
        # Of rows that fit alike, the one that says little else is the likelier: Mexico before Mexico City.
        fit = {
            row: sum(score[row] for score in scores)
            + sum(LESS * score.get(row, 0.0) for score in also)
            + len(wanted) / self._lengths[row] / 10
            for row in everywhere
        }
        found: dict[str, list[int]] = {}
        for row in sorted(fit, key=lambda row: (-fit[row], row)):
            table, position = self._rows[row]
            found.setdefault(table, []).append(position)
        return found

    def _scores(self, wanted: str) -> dict[int, float]:
        """Return row → how well the best of its words fits one word of the search: 1 for the word itself."""
        best: dict[int, float] = {}
        for word, score in self._alike(wanted).items():
            for row, weight in self._at[word].items():
                best[row] = max(best.get(row, 0.0), weight * score)
        return best

    def _alike(self, wanted: str) -> dict[str, float]:
        """Return the words that a word may stand for: itself, a longer one that begins so, one with a slip in it."""
        found = {word: 0.8 + 0.2 * len(wanted) / len(word) for word in self._words if word.startswith(wanted)}
        if len(wanted) < LEAST or not wanted.isalpha():
            return found  # another number is not the same one mistyped
        # What some row holds as it is was hardly mistyped: "slides" are no "sides". What begins alike may be the same word in
        # another language: fentanilo.
        held, start = wanted in self._at, wanted[:LEAST]
        begun = [word[: len(wanted)] for word in self._words]
        for words, weight in ((self._words, 0.8), (begun, 0.7)):
            slips = extract(
                wanted, words, scorer=OSA.normalized_similarity, score_cutoff=TYPED_WRONG, limit=None, processor=None
            )
            for _word, score, at in slips:
                word = self._words[at]
                if held and not word.startswith(start):
                    continue
                found[word] = max(found.get(word, 0.0), weight * score)
        return found


REGIONS = "regions"
"""Under this name regions of the world are found, in the order of `data.queries.regions.members`."""

PAGES = "pages"
"""Under this name pages and their parts are found, in the order given."""


Texts = dict[str, Callable[[Any], tuple[str, str]]]
"""Table → what tells a row of it: all that it is called, and what else it says."""


def index(
    catalogs: Sequence[Catalog],
    countries: Mapping[str, str],
    regions: Mapping[str, str],
    pages: Iterable[tuple[str, str]] = (),
    periods: Mapping[str, str] = MappingProxyType({}),
) -> Index:
    """Return what can be found: pages, countries, regions, offices, initiatives, organisations, events, terms, sources, what is said.

    Args:
        catalogs: the same facts in each language; a row is found by what it says in any of them.
        countries: ISO 3166 alpha-3 code → every name of the country, in all languages.
        regions: UN M49 code → every name of the region, each on a line of its own, in their order.
        pages: what each page or part is called or sought by, names on lines of their own, and what else it says.
        periods: code of an indicator → the words for the periods of which it has values.
    """
    each = [(catalog, _texts(catalog, countries, periods)) for catalog in catalogs]
    told = {
        table: [
            _together(row)
            for row in zip(
                *(map(texts[table], catalog[table].itertuples(index=False)) for catalog, texts in each), strict=True
            )
        ]
        for table in each[0][1]
    }
    return Index({PAGES: pages, **told, REGIONS: [(names, OF_REGIONS) for names in regions.values()]})


def _together(said: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """Return what a row is called and says in all languages, each of its names on a line of its own."""
    names, more = zip(*said, strict=True)
    return "\n".join(dict.fromkeys(names)), " ".join(dict.fromkeys(more))


def _texts(catalog: Catalog, countries: Mapping[str, str], periods: Mapping[str, str]) -> Texts:
    return {
        "countries": lambda row: (f"{row.iso3} {countries[row.iso3]}", ""),
        "offices": lambda row: (f"{row.city} {countries[row.iso3]}", OF_OFFICES),
        "initiatives": lambda row: (row.name, row.summary),
        "organisations": lambda row: (f"{row.name} {row.abbreviation}", row.role),
        "events": lambda row: (f"{row.title} {row.date[:4]}", row.summary),
        "glossary": lambda row: (f"{row.term} {row.expansion}", row.definition),
        "sources": lambda row: (f"{row.title} {row.publisher}", ""),
        **_of_what_is_said(catalog, periods),
    }


def _of_what_is_said(catalog: Catalog, periods: Mapping[str, str]) -> Texts:
    """Return what tells of contradictions, claims, statements on what moves, series of numbers and reported totals."""
    titles = catalog.names("contradictions", "contradiction_id", "title")
    sides: dict[str, str] = defaultdict(str)
    for claim in catalog["claims"].itertuples(index=False):
        sides[claim.contradiction_id] += f" {claim.attributed_to} {claim.claim}"
    return {
        "contradictions": lambda row: (row.title, f"{sides[row.contradiction_id]} {OF_CONTRADICTIONS}"),
        "claims": lambda row: (row.claim, f"{row.attributed_to} {titles.get(row.contradiction_id, '')}"),
        "flows": lambda row: (f"{row.commodity.replace('_', ' ')} {row.from_name} {row.to_name}", row.note),
        "indicators": lambda row: (
            row.title,
            f"{row.publisher} {row.measure.replace('_', ' ')} {periods.get(row.indicator_id, '')}",
        ),
        "reported_totals": lambda row: (
            f"{row.counts.replace('_', ' ')} {row.date[:4]}",
            f"{row.value} {row.countries} {row.note}",
        ),
    }
