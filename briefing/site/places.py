"""Where each view lies among the files of the site, and where a link to a view leads."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from urllib.parse import parse_qs

from data import link, pages
from data.catalog import Catalog
from data.queries.records.address import known
from data.selection import Selection
from figures.language import available, language
from figures.timeline.span import YEAR
from figures.view import NAMED, View

OF_COUNTRY = "country:"
"""How the address of the record of a country begins: the country's page holds it."""

LANES = "objective"
"""The one other way to arrange the timeline, beside that in which its page does."""

AT_FIRST = (str(YEAR), link.TIMELINE_LANES.default)
"""What the page of the timeline shows already."""

Query = Mapping[str, Sequence[str]]


def views(catalog: Catalog, code: str) -> Iterator[View]:
    """Yield every view that has a file, in a language: pages, objectives, years, tables, countries and records."""

    def chosen(page: str, key: str, values: Sequence[str]) -> Iterator[View]:
        return (replace(_view(catalog, code, page), choices=((key, (value,)),)) for value in values)

    years = [value for value in link.TIMELINE_SPAN.options(catalog) if value not in AT_FIRST]
    records = [record for record in known(catalog) if not record.startswith(OF_COUNTRY)]
    return chain(
        (_view(catalog, code, name) for name in pages.LISTED),
        (
            replace(_view(catalog, code, "objectives"), selection=Selection(objectives=(int(number),)))
            for number in catalog["objectives"]["objective_id"]
        ),
        chosen("timeline", link.TIMELINE_SPAN.url, years),
        chosen("timeline", link.TIMELINE_LANES.url, [LANES]),
        chosen("sources", link.SOURCES_TABLE.url, list(catalog.tables)),
        (
            replace(_view(catalog, code, "country"), selection=Selection(countries=(str(country),)))
            for country in catalog["countries"]["iso3"]
        ),
        chosen("record", link.RECORD.url, records),
    )


def _view(catalog: Catalog, code: str, page: str) -> View:
    return View(catalog, Selection(), language(code), "light", page)


def folder(code: str) -> str:
    """Return the folder of a language, with a slash at its end; that of the first is the site's own."""
    return "" if code == available()[0] else f"{code}/"


def path_of(view: View) -> str:
    """Return where a view lies: `offices.html`, `es/country/MEX.html`, `record/event-ev-20230531-mananera.html`."""
    query = link.stated(view.selection, view.catalog) | {name: list(values) for name, values in view.choices}
    return folder(view.language.code) + _path(view.page, query)


def led(address: str, view: View) -> str | None:
    """Return the file to which a link leads, from the site's root; None where it is no link to one of our pages.

    A link that would filter a page leads to what is a file of its own: an objective, a country, a year, a record.
    """
    way, _, _part = address.partition("#")
    path, _, query = way.partition("?")
    page = NAMED.get(path)
    if page is None:
        return None
    asked = parse_qs(query)
    return folder(asked.get("lang", [view.language.code])[0]) + _path(page, asked)


def _path(page: str, query: Query) -> str:
    """Return where a view of a page lies within its language's folder, by what its query states."""

    def of(key: link.Key) -> str:
        values = query.get(key.url, ())
        return values[0] if len(values) == 1 else ""

    if record := of(link.RECORD):
        kind, _, code = record.partition(":")
        return f"country/{code}.html" if f"{kind}:" == OF_COUNTRY else f"record/{kind}-{code}.html"
    if event := of(link.TIMELINE_EVENT):
        return f"record/event-{event}.html"
    if indicator := of(link.TRENDS_INDICATOR):
        return f"record/indicator-{indicator}.html"
    if country := of(link.COUNTRY):
        return f"country/{country}.html"
    if objective := of(link.OBJECTIVE):
        return f"objective/{objective}.html"
    if table := of(link.SOURCES_TABLE):
        return f"sources/{table}.html"
    if (chosen := of(link.TIMELINE_SPAN) or of(link.TIMELINE_LANES)) and chosen not in AT_FIRST:
        return f"timeline/{chosen}.html"
    return f"{pages.PATHS[page] or 'index'}.html"
