"""The data pack: the rows that a view keeps, described, with the pictures of its story and how to cite both."""

from collections.abc import Mapping
from dataclasses import replace

from briefing import citing
from briefing.story import Chapter, story
from data.catalog import Catalog
from data.packing import READMES, citation, files, zipped
from data.queries.part import part
from data.translation import translated
from figures import files as named
from figures import filters, imprint, language
from figures.figure import Figure
from figures.ink import picture
from figures.view import View

README = "{title}\n\n{narrowed}\n\n{facts}\n\n{pictures}\n\n{listed}\n\n{citing}\n\n{quoted}\n\n---\n\n"
"""What stands before the README of the whole package."""


def pack(view: View, address: str = "") -> bytes:
    """Return the pack as a zip.

    Args:
        address: the full link to the view; empty where there is none.
    """
    whole = view.catalog.original
    kept = part(whole, view.selection)
    names = _names(view)
    held: dict[str, str | bytes] = {
        **files(kept),
        **{path: picture.png(_drawn(*one, view)) for path, one in names.items()},
        "CITATION.cff": citation(whole.package, _narrowed(replace(view, catalog=whole), "en"), address),
    }
    for code, readme in READMES.items():
        on = replace(view, catalog=translated(whole, code), language=language.language(code))
        held[readme] = _readme(on, kept, list(names), address) + str(held[readme])
    return zipped(held, view.catalog.facts_as_of)


def _pictured(view: View) -> list[tuple[Chapter, Figure]]:
    """Return the chapters of the story that have a picture, with what it shows."""
    told = ((chapter, chapter.screen.figures[0]) for chapter in story(view) if chapter.screen.figures)
    return [(chapter, figure) for chapter, figure in told if figure.picture]


def _names(view: View) -> dict[str, tuple[Chapter, Figure]]:
    """Return path of the file → chapter and figure of each picture, in the order of the story, numbered without a gap."""
    return {
        f"pictures/{at:02}-{named.name(figure.key, view.language)}.png": (chapter, figure)
        for at, (chapter, figure) in enumerate(_pictured(view), 1)
    }


def _drawn(chapter: Chapter, figure: Figure, view: View) -> str:
    assert figure.picture
    return picture.svg(figure.picture, caption(chapter, figure), view.theme)


def caption(chapter: Chapter, figure: Figure) -> picture.Caption:
    """Return what stands inside a picture of a pack: which of its filters narrow it, or do not, and the sources of what it shows."""
    told = imprint.caption(replace(figure, source_ids=citing.drawn(chapter)), chapter.view)
    return replace(told, filters=chapter.reach)


def _narrowed(view: View, code: str) -> str:
    """Return the filters that are on in a language; empty without one."""
    return filters.in_words(view.selection, translated(view.catalog.original, code), language.language(code))


def _readme(view: View, kept: Catalog, pictures: list[str], address: str) -> str:
    """Return what is said of the pack in the language of a view.

    Args:
        kept: the rows that are in it.
        pictures: the paths of its pictures, in the order of the story.
    """
    _, package = view.language.gettext, view.catalog.package
    titles = [figure.title for _chapter, figure in _pictured(view)]
    narrowed = _narrowed(view, view.language.code)
    day, made = (view.language.date(text) for text in (view.catalog.facts_as_of.isoformat(), package["created"][:10]))
    quoted = [
        _("{team}. {title}, version {version} of {made}, facts as of {day}.").format(
            team=_("The briefing's own team"),
            title=package["title"],
            version=package["version"],
            made=made,
            day=day,
        ),
        *([_("Filters: {filters}.").format(filters=narrowed)] if narrowed else []),
        "CC BY 4.0.",
        address,
    ]
    return README.format(
        title="# " + _("Data pack of the illicit opioids strategy briefing"),
        narrowed=_reach(view, kept, narrowed) if narrowed else _("No filter is on: all rows are in this pack."),
        facts=" ".join(
            [imprint.below(replace(view, theme="light")), _("Version {version}.").format(version=package["version"])]
        ),
        pictures="## " + _("Pictures"),
        listed="\n".join(f"- `{path}`: {title}" for path, title in zip(pictures, titles, strict=True)),
        citing="## " + _("How to cite this pack"),
        quoted=" ".join(quoted).strip(),
    )


def _reach(view: View, kept: Catalog, narrowed: str) -> str:
    """Say which filters are on, of which tables they leave some rows alone, and which tables hold all of theirs."""
    language, paths = view.language, _paths(view.catalog)
    counts = {name: (len(kept[name]), len(view.catalog.original[name])) for name in paths}
    cut = [
        language.gettext("`{path}` ({n} of {total} rows)").format(
            path=paths[name], n=language.number(n), total=language.number(total)
        )
        for name, (n, total) in counts.items()
        if n < total
    ]
    whole = [f"`{paths[name]}`" for name, (n, total) in counts.items() if n == total]
    return "\n\n".join(
        [
            language.gettext("Filters: {filters}.").format(filters=narrowed),
            language.gettext("Of these tables the pack holds some rows: {tables}.").format(tables=", ".join(cut)),
            language.gettext("Of these it holds all rows: {tables}.").format(tables=", ".join(whole)),
        ]
    )


def _paths(catalog: Catalog) -> Mapping[str, str]:
    return {resource["name"]: resource["path"] for resource in catalog.package["resources"]}
