"""The countries and territories of the tables as a list to choose from, those with the most places first."""

from collections.abc import Iterable
from html import escape

import pandas as pd

from data import link
from data.catalog import Catalog
from data.collation import column as in_order
from data.once import once
from data.queries.country.brief import HOME
from data.queries.narrowing import sources_of
from data.queries.offices import documented, presences
from data.queries.regions import of_regions
from data.selection import EVERYTHING
from figures import labels
from figures.figure import Figure
from figures.language import Language
from figures.offices import choosing
from figures.view import View


@once(256, by=("countries",))
def figure(view: View) -> Figure:
    """Return the list, of the regions chosen or of the world; a country without a place stands in it too, since it has other entries."""
    catalog, language, regions = view.catalog, view.language, view.selection.regions
    offices = documented(catalog, view.selection.only(("regions",))).rows
    rows = _counted(catalog, language, regions)
    without = int(((rows["offices"] == 0) & (rows["iso3"] != HOME)).sum())
    return Figure(
        key="offices-countries",
        title=_title(view),
        text=language.gettext("Each leads to what is known of it. {without}")
        .format(
            without=language.ngettext(
                "In {n} of them no office was found in the sources read; another part of this briefing names it.",
                "In {n} of them no office was found in the sources read; other parts of this briefing name them.",
                without,
            )
            if without
            else ""
        )
        .rstrip(),
        rows=rows,
        columns={
            "country": language.gettext("Country or territory"),
            "offices": language.gettext("Places named by sources"),
        },
        source_ids=tuple(sources_of(catalog, "office_evidence", "office_id", offices["office_id"])),
        drawing=_html(rows, view),
        narrowed_by=("regions",),
    )


@once(16)
def _counted(catalog: Catalog, language: Language, regions: tuple[str, ...]) -> pd.DataFrame:
    """Return every country of the regions, or of the world, with how many places are named in it, those with most first."""
    inside = set(of_regions(catalog, regions))
    names = {code: name for code, name in labels.countries(language, catalog).items() if not regions or code in inside}
    counts = documented(catalog, EVERYTHING).rows.groupby("iso3").size().reindex(list(names), fill_value=0)
    rows = pd.DataFrame({"iso3": list(names), "country": list(names.values()), "offices": counts.to_numpy()})
    return rows.sort_values(["offices", "country"], ascending=[False, True], key=in_order).reset_index(drop=True)


def _title(view: View) -> str:
    regions = labels.chosen_regions(view.selection, view.language, view.catalog, "or")
    if not regions:
        return view.language.gettext("Pick a country")
    return view.language.gettext("Pick a country in {regions}").format(regions=regions)


def _html(rows: pd.DataFrame, view: View) -> str:
    """Return the list as HTML: a line for each number of places, and links in it."""
    language = view.language
    at_work = set(presences(view.catalog, EVERYTHING).rows["iso3"])
    none = rows[rows["offices"] == 0]
    groups = [
        (language.ngettext("{n} place", "{n} places", int(str(n))), group)
        for n, group in rows[rows["offices"] > 0].groupby("offices", sort=False)
    ]
    groups += [
        (language.gettext("At work, no office"), none[none["iso3"].isin(at_work)]),
        (language.gettext("None found"), none[~none["iso3"].isin(at_work) & (none["iso3"] != HOME)]),
        (language.gettext("Home"), none[none["iso3"] == HOME]),
    ]
    lines = [(words, _links(group, view)) for words, group in groups if len(group)]
    if view.selection.regions:
        world = view.address("offices", **{link.REGION.url: []})
        lines.append((language.gettext("Elsewhere"), _list([(world, language.gettext("All countries"))])))
    drawn = "".join(f"<div><dt>{escape(words)}</dt><dd>{links}</dd></div>" for words, links in lines)
    return f'<dl class="country-list">{drawn}</dl>'


def _links(rows: pd.DataFrame, view: View) -> str:
    return _list((choosing.address(view, iso3), name) for iso3, name in zip(rows["iso3"], rows["country"], strict=True))


def _list(links: Iterable[tuple[str, str]]) -> str:
    items = " ".join(f'<li><a href="{escape(address)}">{escape(words)}</a></li>' for address, words in links)
    return f"<ul>{items}</ul>"
