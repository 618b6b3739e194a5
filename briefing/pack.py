"""The data pack: the rows that a view keeps, described, with the pictures of its story and how to cite both."""

from dataclasses import replace

from briefing.story import story
from data.packing import READMES, files, zipped
from data.queries.part import part
from figures import files as named
from figures import filters, imprint
from figures.ink import picture
from figures.view import View

README = "{title}\n\n{narrowed}\n\n{facts}\n\n{pictures}\n\n{listed}\n\n{citing}\n\n{quoted}\n\n---\n\n"
"""What stands before the README of the whole package."""


def pack(view: View, address: str = "") -> bytes:
    """Return the pack as a zip.

    Args:
        address: the full link to the view; empty where there is none.
    """
    pictures = _pictures(view)
    held: dict[str, str | bytes] = {
        **files(part(view.catalog.original, view.selection)),
        **{f"pictures/{name}.png": drawn for name, (_title, drawn) in pictures.items()},
    }
    readme = READMES[view.language.code]
    held[readme] = _readme(view, {name: title for name, (title, _drawn) in pictures.items()}, address) + str(
        held[readme]
    )
    return zipped(held, view.catalog.facts_as_of)


def _pictures(view: View) -> dict[str, tuple[str, bytes]]:
    """Return name of the file → title and PNG of each picture of the story, in its order."""
    found = {}
    for at, chapter in enumerate(story(view), 1):
        figure = chapter.screen.figures[0] if chapter.screen.figures else None
        if figure and figure.picture:
            drawn = picture.svg(figure.picture, imprint.caption(figure, chapter.view), view.theme)
            name = f"{at:02}-{named.name(figure.key, view.language)}"
            found[name] = (figure.title, picture.png(drawn))
    return found


def _readme(view: View, pictures: dict[str, str], address: str) -> str:
    _, catalog = view.language.gettext, view.catalog
    day = view.language.date(catalog.facts_as_of.isoformat())
    narrowed = filters.in_words(view.selection, catalog, view.language)
    citation = _("Illicit opioids strategy briefing, version {version}, facts as of {day}, CC BY 4.0. {link}").format(
        version=catalog.package["version"], day=day, link=address
    )
    return README.format(
        title="# " + _("Data pack of the illicit opioids strategy briefing"),
        narrowed=_("Filters: {filters}. Rows that they leave out are not in this pack.").format(filters=narrowed)
        if narrowed
        else _("No filter is on: all rows are in this pack."),
        facts=" ".join(
            [
                imprint.below(replace(view, theme="light")),
                _("Version {version}.").format(version=catalog.package["version"]),
            ]
        ),
        pictures="## " + _("Pictures"),
        listed="\n".join(f"- `pictures/{name}.png`: {title}" for name, title in pictures.items()),
        citing="## " + _("How to cite this pack"),
        quoted=citation.strip(),
    )
