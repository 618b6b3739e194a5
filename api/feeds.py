"""Atom feeds of what changed: `/feeds/changes.atom`, `/feeds/objective-3.atom`, `/feeds/country-MEX.atom`, `/feeds/region-419.atom`."""

from collections.abc import Callable
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from data import feeds
from data.catalog import Catalog
from data.link import RECORD
from data.queries.records import changes
from data.queries.records.address import address
from data.selection import Selection
from data.translation import translated
from figures import labels, telling
from figures.language import Language, language
from figures.records import changes as told

KEEP = "public, max-age=300"


def routes(catalog: Callable[[], Catalog]) -> list[Route]:
    """Return the routes of the feeds.

    Args:
        catalog: gives the newest good catalog.
    """

    async def endpoint(request: Request) -> Response:
        return answer(request, catalog())

    return [Route(f"/{feeds.ROUTE}/{{name}}", endpoint, methods=["GET", "HEAD"])]


def answer(request: Request, catalog: Catalog) -> Response:
    """Return the feed that a request names, or that there is no such feed."""
    chosen = feeds.chosen(catalog, request.path_params["name"])
    if chosen is None:
        return PlainTextResponse("There is no such feed", status_code=404)
    speaking = language(request.query_params.get("lang", "en"))
    body = feed(translated(catalog, speaking.code), *chosen, str(request.base_url), speaking)
    mark = f'"{sha256(body).hexdigest()[:16]}"'
    headers = {"etag": mark, "cache-control": KEEP}
    if request.headers.get("if-none-match") == mark:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/atom+xml; charset=utf-8", headers=headers)


def feed(catalog: Catalog, kind: str, code: str, base: str, language: Language) -> bytes:
    """Return a feed as bytes.

    Args:
        kind: `objective`, `country` or `region`; empty for all.
        code: of the objective, country or region.
        base: the full address of the first page, with a slash at its end.
    """
    selection = {
        "objective": lambda: Selection(objectives=(int(code),)),
        "country": lambda: Selection(countries=(code,)),
        "region": lambda: Selection(regions=(code,)),
    }.get(kind, Selection)()
    found = changes.narrowed(catalog, selection)
    title = language.gettext("Changes of the illicit opioids strategy briefing")
    if kind:
        subject = (
            labels.regions(language, catalog)[code]
            if kind == "region"
            else telling.words(address(kind, code), catalog, language)
        )
        title = language.gettext("{title}: {subject}").format(title=title, subject=subject)
    return feeds.atom(
        title,
        str(catalog.package["contributors"][0]["title"]),
        f"{base}{feeds.path(kind, code, language.code)}",
        feeds.asked(f"{base}changes", {kind: code} if kind else {}, language.code),
        language.code,
        str(found["date"].iloc[0]) if len(found) else str(catalog.package["created"])[:10],
        [_entry(group, base, language) for group in told.groups(catalog, found, language)],
    )


def _entry(group: told.Group, base: str, language: Language) -> feeds.Entry:
    """Tell changes that were made on one day for one reason as one entry."""
    records = list(dict.fromkeys(one.record for one in group.told))
    alone = len(records) == 1 and records[0]
    name = sha256("|".join([group.day, group.version, group.reason]).encode()).hexdigest()[:12]
    return feeds.Entry(
        f"{base}changes#{group.version}-{name}",
        told.title(group, language),
        "\n".join([group.reason, *group.lines]),
        group.day,
        feeds.asked(f"{base}record", {RECORD.url: alone}, language.code)
        if alone
        else feeds.asked(f"{base}changes", {}, language.code),
    )
