"""What a figure's files and pictures say of themselves: title, filters, sources, date, link, independence."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from data import exports, link
from data.once import once
from data.selection import FILTERS, reach
from figures import age, cited, files, filters
from figures.figure import Figure
from figures.ink import picture
from figures.ink.picture import Caption
from figures.view import View

SOURCES_IN_PICTURE = 4

FILTER_OF = dict(zip(link.SHARED, FILTERS, strict=True))
"""Key of the link → the filter that it sets."""


def about(figure: Figure, view: View, address: str) -> exports.About:
    """Return what a file of the figure's rows says of itself.

    Args:
        address: the full link to the view.
    """
    return exports.About(
        title=figure.title,
        filters=_narrowed(figure, view) or view.language.gettext("No filter is on"),
        note=figure.note,
        sources=tuple(cited.plain(view.catalog, view.language, figure.source_ids)),
        facts_as_of=view.catalog.facts_as_of.isoformat(),
        newest_source=age.newest(view.catalog, figure.source_ids),
        version=view.catalog.package["version"],
        link=f"{address}#{figure.key}",
        licence="CC BY 4.0",
        licence_link=view.catalog.package["licenses"][0]["path"],
        independence=view.language.gettext("Independent of any government"),
        offset=0,
        total=len(figure.rows),
    )


def file(extension: str, figure: Figure, view: View, address: str, part: slice = slice(None)) -> bytes:
    """Return the rows of a figure, or a part of them, as a file that says of itself what it holds of a view.

    Args:
        extension: one of `data.exports.FORMATS`.
        address: the full link to the view.
        part: which rows, from which to which; all of them, where it says nothing.
    """
    rows, told = exports.counted(figure.rows[list(figure.columns)]), about(figure, view, address)
    return exports.FORMATS[extension][1](rows.iloc[part], replace(told, offset=part.start or 0))


def caption(figure: Figure, view: View) -> Caption:
    """Return what stands inside the figure's picture beside the drawing."""
    return Caption(figure.title, _narrowed(figure, view), foot(figure.source_ids, view, figure.is_sought))


def reached(narrowed_by: tuple[str, ...], view: View) -> str:
    """Return which of the filters that are on narrow what is shown, and which do not, as one line; empty where none is on.

    Args:
        narrowed_by: the filters that narrow it, as of a figure.
    """
    catalog, language = view.catalog, view.language
    narrowed = filters.in_words(view.selection.only(reach(narrowed_by)), catalog, language)
    rest = filters.in_words(filters.idle(narrowed_by, view.selection), catalog, language)
    if not rest or not narrowed:
        return narrowed or filters.ignored_by(narrowed_by, view.selection, catalog, language)
    return language.gettext("{narrowed} · not narrowed by: {filters}").format(narrowed=narrowed, filters=rest)


def foot(source_ids: tuple[str, ...], view: View, is_sought: bool = False) -> str:
    """Return the last line of a picture: its sources, how old they are, and that no government is behind it.

    Of publishers, so many are named as leave room for the rest, by their abbreviation where that helps; how many more there are is said.

    Args:
        is_sought: whether later sources were sought for all that it shows.
    """
    independent = view.language.gettext("Independent of any government")
    if not source_ids:
        return independent
    every = cited.publishers(view.catalog, source_ids)
    old = age.said(view.catalog, source_ids, view.language, is_sought).removesuffix(".")
    ways = [
        ". ".join([_publishers(names, most, view), old, independent])
        for most in range(SOURCES_IN_PICTURE, 0, -1)
        for names in (every, [cited.short(view.catalog, one) for one in every])
    ]
    return next(filter(picture.finds_room, ways), ways[-1])


def _publishers(names: Sequence[str], most: int, view: View) -> str:
    """Return the first publishers, and how many more there are."""
    rest = len(names) - most
    more = [view.language.ngettext("and {n} more", "and {n} more", rest)] if rest > 0 else []
    return view.language.gettext("Sources: {sources}").format(sources="; ".join([*names[:most], *more]))


def below(view: View) -> str:
    """Return what stands below every page: who we are not, as of when, and where the facts come from."""
    language = view.language
    return " ".join(
        [
            language.gettext("Independent of Homeland Security Investigations and of any government."),
            language.gettext("The official document was not read, only accounts of it."),
            language.gettext(
                "Facts as of {day}. The briefing as a whole lists {n} published sources; every figure cites its own."
            ).format(
                day=language.date(view.catalog.facts_as_of.isoformat()), n=language.number(len(view.catalog["sources"]))
            ),
            language.gettext("Boundaries: Natural Earth. City coordinates: GeoNames, CC BY 4.0."),
        ]
    )


def citation(figure: Figure, view: View, address: str) -> str:
    """Return the figure's citation, ready to be pasted.

    Args:
        address: the full link to the view.
    """
    return view.language.gettext("“{title}”. Illicit opioids strategy briefing, facts as of {day}. {link}").format(
        title=figure.title.replace("“", "‘").replace("”", "’"),
        day=view.language.date(view.catalog.facts_as_of.isoformat()),
        link=f"{address}#{figure.key}",
    )


def whole(view: View, address: str, read: date) -> str:
    """Return the citation of the whole briefing, ready to be pasted.

    Args:
        address: the full link to its first page.
        read: the day on which it is read.
    """
    language, package = view.language, view.catalog.package
    # Who made it is named in the package in English alone.
    return language.gettext(
        "{maker}. Illicit opioids strategy briefing, data version {version} of {released}, facts as of {day}. {link} (read on "
        "{read})."
    ).format(
        maker=language.gettext("The briefing's own team"),
        version=package["version"],
        released=language.date(package["created"][:10]),
        day=language.date(view.catalog.facts_as_of.isoformat()),
        link=address,
        read=language.date(read.isoformat()),
    )


@once(512)
def file_name(figure: Figure, view: View, extension: str) -> str:
    """Return the name of a file of this figure in this view. It tells what narrows the rows, and nothing else of the link."""
    narrowing = reach(figure.narrowed_by)
    telling = {url for key in link.SHARED if FILTER_OF[key] in narrowing for url in key.urls} | {*figure.chosen_by}
    query = link.stated(view.selection, view.catalog) | {url: list(values) for url, values in view.choices}
    return exports.file_name(
        files.name("-".join(part for part in (figure.key, figure.of_table) if part), view.language),
        {files.key(url, view.language): values for url, values in query.items() if url in telling},
        view.catalog.facts_as_of,
        extension,
    )


def _narrowed(figure: Figure, view: View) -> str:
    """Return what narrows the figure's rows, as one line; empty where nothing does."""
    words = filters.in_words(view.selection.only(figure.narrowed_by), view.catalog, view.language)
    return view.language.opening(" · ".join(part for part in (words, figure.search) if part))
