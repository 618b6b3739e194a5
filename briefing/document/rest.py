"""Where the rows are for which a document has no room: on a page, at an address that can be typed, or else in a file of the data pack."""

from dataclasses import dataclass

from briefing.document import addresses
from briefing.document.parts import Block, link, quiet, text
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
        language, where = self.view.language, self._where(page)
        told = (
            language.gettext("The sources of each are at {address}.").format(address=addresses.typed(where))
            if where
            else language.gettext("The sources of each are in {file} of the data pack.").format(file=self._file(table))
        )
        return [_led(told, where)]

    def of(self, count: int, table: str, page: str) -> list[Block]:
        """Say how many rows more there are than are listed, and where; nothing where there are none."""
        if count <= 0:
            return []
        language, where = self.view.language, self._where(page)
        told = (
            language.ngettext(
                "{n} more row is at {address}.",
                "{n} more rows are at {address}.",
                count,
                address=addresses.typed(where),
            )
            if where
            else language.ngettext(
                "{n} more row is in {file} of the data pack.",
                "{n} more rows are in {file} of the data pack.",
                count,
                file=self._file(table),
            )
        )
        return [_led(told, where)]

    def every(self, count: int, table: str, page: str) -> list[Block]:
        """Say how many rows there are of which none is listed, and where; nothing where there are none."""
        if count <= 0:
            return []
        language, where = self.view.language, self._where(page)
        told = (
            language.ngettext(
                "{n} row is at {address}.", "{n} rows are at {address}.", count, address=addresses.typed(where)
            )
            if where
            else language.ngettext(
                "{n} row is in {file} of the data pack.",
                "{n} rows are in {file} of the data pack.",
                count,
                file=self._file(table),
            )
        )
        return [_led(told, where)]

    def _file(self, table: str) -> str:
        path: str = self.view.catalog.original.resource(table)["path"]
        return path

    def _where(self, page: str) -> str:
        return addresses.of_page(self.view, self.address, page)


def _led(told: str, where: str) -> Block:
    return text(link(told, where) if where else quiet(told))
