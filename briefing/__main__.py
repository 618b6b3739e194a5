"""The files of the briefing from the shell: `python -m briefing slides --objective 3 --lang es -o deck.pptx`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from briefing import making, show, site
from data import link
from data.catalog import Catalog, build
from data.problem import DataError
from data.selection import Selection
from data.translation import translated
from figures.language import available, language
from figures.view import View

PAPERS = ("letter", "a4")

STANDARD = Path("-")
"""As the name of a file: what is made goes to standard output, and nothing is written to a disk."""


class AskedError(Exception):
    """What is asked for is not there; the message says what there is."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Make what is asked for, and return the exit status: 2 where it cannot be made, 1 where a part of the site cannot."""
    asked = _parser().parse_args(arguments)
    try:
        made = _make(asked, build())
    except (AskedError, DataError) as error:
        print(error, file=sys.stderr)
        return 2
    except site.NotMadeError as error:
        print(error, file=sys.stderr)
        return 1
    print(made, file=sys.stderr if asked.output == STANDARD else sys.stdout)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m briefing", description="Make files of the briefing to take away.")
    parser.add_argument("kind", choices=("page", "site", "slides", "document", "pack"))
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FILE",
        help="file, - for standard output, or folder of the site",
    )
    parser.add_argument("--objective", action="append", default=[], metavar="N", help="1 to 4; may be given again")
    parser.add_argument(
        "--country", action="append", default=[], metavar="MEX", help="ISO 3166 alpha-3; may be given again"
    )
    parser.add_argument("--region", action="append", default=[], metavar="419", help="UN M49; may be given again")
    parser.add_argument("--from", dest="first", metavar="YEAR", help="first year of events")
    parser.add_argument("--to", dest="last", metavar="YEAR", help="last year of events")
    parser.add_argument("--lang", choices=available(), default="en", help="language")
    parser.add_argument("--theme", choices=("light", "dark"), default="light", help="of slides and pictures")
    parser.add_argument("--paper", choices=PAPERS, default="letter", help="of the document")
    parser.add_argument("--base", default="", metavar="URL", help="address at which the briefing or the site lies")
    parser.add_argument("--speaker", action="store_true", help="with a page, the speaker's page beside it")
    return parser


def _make(asked: argparse.Namespace, catalog: Catalog) -> str:
    base = _base(asked.base)
    if asked.kind == "site":
        count = site.write(catalog, asked.output, base)
        return f"{asked.output}: {count} files"
    view = View(translated(catalog, asked.lang), _selection(asked, catalog), language(asked.lang), asked.theme)
    if asked.kind == "page":
        return _page(view, asked.output, asked.speaker)
    kind = "document-a4" if (asked.kind, asked.paper) == ("document", "a4") else asked.kind
    address = view.full(base) if base else ""
    made = making.make(view, kind, address)
    return _written(made, asked.output)


def _base(stated: str) -> str:
    """Return an address with a slash at its end, so that what lies below it can follow; nothing where none is stated.

    Raises:
        AskedError: it is no address of a folder on the web.
    """
    if not stated:
        return ""
    try:
        parts = urlsplit(stated)
        is_there = bool(parts.scheme in ("http", "https") and parts.hostname)
    except ValueError:
        is_there = False
    if not is_there or parts.query or parts.fragment or not stated.isprintable() or " " in stated:
        raise AskedError(f"--base is no address such as https://briefing.example/: {stated}")
    return f"{stated.rstrip('/')}/"


def _page(view: View, output: Path, with_speaker: bool) -> str:
    """Write the presentation: with every filter in it, unless one is asked for."""
    beside = output.with_name(f"{output.stem}-speaker{output.suffix}")
    make = show.of_everything if view.selection.only(("objectives", "countries")).is_empty else show.of_view
    made = make(view, output.name, beside.name) if with_speaker else make(view)
    if with_speaker:
        beside.write_text(made.spoken, "utf-8")
    return _written(made.shown.encode(), output)


def _written(made: bytes, output: Path) -> str:
    """Write a file, or to where the shell leads what is written, and return what to say of it."""
    if output == STANDARD:
        sys.stdout.buffer.write(made)
    else:
        output.write_bytes(made)
    return f"{output}: {len(made):,} bytes"


def _selection(asked: argparse.Namespace, catalog: Catalog) -> Selection:
    """Return what is asked for.

    Raises:
        AskedError: there is no such objective, country, region or year.
    """
    stated = {
        link.OBJECTIVE: {"objective": asked.objective},
        link.COUNTRY: {"country": [code.upper() for code in asked.country]},
        link.REGION: {"region": asked.region},
        link.YEARS: {name: [year] for name, year in (("from", asked.first), ("to", asked.last)) if year},
    }
    query = {name: values for part in stated.values() for name, values in part.items() if values}
    if wrong := link.not_known(query, catalog):
        raise AskedError(f"There is no {', '.join(wrong)} to choose")
    return link.selection({key.name: key.read(query, catalog) for key in link.SHARED}, catalog)


if __name__ == "__main__":
    sys.exit(main())
