"""The references of a document: each source once, numbered in the order in which it is first cited."""

import re
from collections.abc import Iterable
from textwrap import shorten
from unicodedata import normalize

from briefing.document import addresses
from briefing.document.parts import Part, Text, link
from figures import cited
from figures.view import View

USUAL = "en"
"""The language of most sources, which is not named."""


SPOKEN = re.compile(r" \((?:Spanish|Portuguese|Chinese|Korean|Polish|Romanian|Vietnamese)\)$")
"""What the tables add to a title that is no source's own words, to say in which language the source is."""

FEW = 60
"""References up to so many have room for addresses in full; of more, each names the site."""


class References:
    """What a document cites.

    Attributes:
        most: of the sources of a row, so many are cited at most.
        left: whether a row had more.
    """

    def __init__(self, view: View, most: int, wide: int = 0) -> None:
        """Cite nothing yet.

        Args:
            wide: where room is short, letters of a title at most, and publishers by their abbreviation; 0 where it is not.
        """
        self.most = most
        self._wide = wide
        self.left = False
        self._view = view
        self._numbers: dict[str, int] = {}

    def __len__(self) -> int:
        """Return how many sources are cited."""
        return len(self._numbers)

    def cite(self, source_ids: Iterable[str], least: int = 1) -> Part:
        """Return the numbers of a row's sources.

        Args:
            source_ids: those that carry most of what the row says first, as `data.queries.carrying` gives them.
            least: so many are cited however few of a row are.
        """
        ids = list(dict.fromkeys(source_ids))
        most = max(self.most, least)
        self.left |= len(ids) > most
        return _cites(self._number(source) for source in ids[:most])

    def again(self, source_ids: Iterable[str]) -> Part:
        """Return the numbers of those sources that the document cites: what a drawing shows, the rows beside it cite."""
        return _cites(self._numbers[source] for source in source_ids if source in self._numbers)

    def listed(self) -> list[dict[str, object]]:
        """Return the references in the order of their numbers."""
        known = set[str]()
        return [{"number": number, "parts": self._told(source, known)} for source, number in self._numbers.items()]

    def _number(self, source_id: str) -> int:
        return self._numbers.setdefault(source_id, len(self._numbers) + 1)

    def _told(self, source_id: str, known: set[str]) -> Text:
        """Return a source in words.

        Args:
            known: the publishers that were named before; filled.
        """
        source, language = self._view.catalog.sources[source_id], self._view.language
        publisher, where = self._publisher(source.publisher, known), self._where(source.url)
        # The site of a newspaper names it.
        if self._wide and _letters(publisher) == _letters(where.partition(".")[0]):
            publisher = where
        said = f"{publisher}, {language.date(source.published)}"
        if source.language and source.language != USUAL:
            said = language.gettext("{source}, in {language}").format(
                source=said, language=language.name_of(source.language)
            )
        title = SPOKEN.sub("", source.title)
        if self._wide and len(title) > self._wide:
            title = shorten(title, self._wide, placeholder="", break_on_hyphens=False).rstrip(" ,;:") + "…"
        end = "" if title.endswith((".", "?", "!", "…")) else "."
        return [link(title, source.url), f"{end} {said}", *([f". {where}"] if where and where not in said else [])]

    def _publisher(self, name: str, known: set[str]) -> str:
        """Return a publisher; one whose abbreviation was named before, by that: the list is long."""
        short = cited.short(self._view.catalog, name)
        is_known = self._wide > 0 or short.partition(",")[0] in known
        known.add(short.partition(",")[0])
        return short if is_known else name

    def _where(self, url: str) -> str:
        """Return an address as it can be typed, on paper nothing can be clicked: in full, or the site alone where many are listed."""
        return addresses.site(url) if self._wide or len(self) > FEW else addresses.typed(url)


def _letters(name: str) -> str:
    """Return the letters of a name as an address has them."""
    return "".join(one for one in normalize("NFKD", name.lower()) if one.isalnum())


def _cites(numbers: Iterable[int]) -> Part:
    """Return numbers as runs: 1, 2, 3, 7 is 1–3 and 7."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return {"cites": [part for run in runs for part in _short(run)]}


def _short(run: list[int]) -> list[list[int]]:
    """Return a run of two as two numbers: "1, 2" and not "1–2"."""
    first, last = run
    return [[first, first], [last, last]] if last == first + 1 else [run]
