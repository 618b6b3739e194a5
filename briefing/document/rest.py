"""Where the rows are for which a document has no room: in a file of the data pack, and on a page."""

from dataclasses import dataclass
from urllib.parse import urljoin

from briefing.document.parts import Block, Part, link, quiet, text
from figures.view import View


@dataclass(frozen=True)
class Rest:
    """What says of rows that are left out how many they are, and where.

    Attributes:
        address: the full link to the view, from which those to its pages follow; empty where it is not served anywhere.
    """

    view: View
    address: str

    def sources(self, table: str, page: str) -> list[Block]:
        """Say where the sources of rows are that cite none here."""
        told = self.view.language.gettext("The sources of each are in {file} of the data pack.")
        return [self._led(told.format(file=self._file(table)), page)]

    def of(self, count: int, table: str, page: str) -> list[Block]:
        """Say how many rows more there are than are listed, and where; nothing where there are none."""
        if count <= 0:
            return []
        told = self.view.language.ngettext(
            "{n} more row is in {file} of the data pack.",
            "{n} more rows are in {file} of the data pack.",
            count,
            file=self._file(table),
        )
        return [self._led(told, page)]

    def every(self, count: int, table: str, page: str) -> list[Block]:
        """Say how many rows there are of which none is listed, and where; nothing where there are none."""
        if count <= 0:
            return []
        told = self.view.language.ngettext(
            "{n} row is in {file} of the data pack.",
            "{n} rows are in {file} of the data pack.",
            count,
            file=self._file(table),
        )
        return [self._led(told, page)]

    def _file(self, table: str) -> str:
        path: str = self.view.catalog.original.resource(table)["path"]
        return path

    def _led(self, told: str, page: str) -> Block:
        where = urljoin(self.address, self.view.carrying(View.address(page))) if self.address else ""
        words: Part = link(told, where) if where else quiet(told)
        return text(words)
