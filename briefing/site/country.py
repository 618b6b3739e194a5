"""A country on the site: every section of its brief, which the page of it has, with all its entries and what they rest on."""

from html import escape

from data.queries.records.record import record
from figures import cited
from figures.country import screen, sections
from figures.country.section import Section, entries, noted
from figures.ink.table import linked
from figures.records import plain
from figures.view import View


def html(view: View) -> str:
    """Return what is said of the country that a view has chosen, and what is not known, section by section."""
    (brief,) = screen.of(view)
    found = [sections.made(make, brief, view) for make in sections.EVERY]
    return f"{''.join(_section(one, view) for one in found)}{_sources(found, view)}"


def begins(view: View) -> str:
    """Return the way to the other countries, and the facts of the record of this one, whose page this is."""
    (code,) = view.selection.countries
    others = linked(view.language.gettext("Pick a country"), view.address("country"))
    return f"<p>{others}</p>{plain.html(record(view.catalog, f'country:{code}'), view)}"


def _section(section: Section, view: View) -> str:
    told = f"{entries(section)}{noted(section)}" if section.rows else f"<p>{escape(section.empty)}</p>"
    way = ""
    if section.way:
        page, words = section.way
        way = f"<p>{linked(words, view.address(page))}</p>"
    return f'<section id="{section.key}"><h2>{escape(section.title)}</h2>{told}{way}</section>'


def _sources(found: list[Section], view: View) -> str:
    """Return the sources of all sections, folded up; nothing where none cites one."""
    ids = list(dict.fromkeys(source for one in found for source in one.source_ids))
    if not ids:
        return ""
    said = view.language.ngettext("{n} source in full", "All {n} sources in full", len(ids))
    listed = "".join(f"<li>{cited.in_full(view.catalog, view.language, source)}</li>" for source in ids)
    return f"<section><details><summary>{escape(said)}</summary><ul>{listed}</ul></details></section>"
