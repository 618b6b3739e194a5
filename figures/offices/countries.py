"""The countries and territories of the tables as a list to choose from, those with the most places first."""

from html import escape

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.country.brief import HOME
from data.queries.narrowing import sources_of
from data.queries.offices import documented, presences
from data.selection import EVERYTHING
from figures import labels
from figures.figure import Figure
from figures.language import Language
from figures.offices import choosing
from figures.view import View


@once(256)
def figure(view: View) -> Figure:
    """Return the list; a country without a place stands in it too, since it has other entries."""
    catalog, language = view.catalog, view.language
    offices = documented(catalog, EVERYTHING).rows
    rows = _counted(catalog, language)
    without = int((rows["offices"] == 0).sum())
    return Figure(
        key="offices-countries",
        title=language.gettext("Pick a country"),
        text=language.gettext("Each leads to what is known of it. {without}").format(
            without=language.ngettext(
                "For {n} country or territory of other tables no office was found in the sources read.",
                "For {n} countries and territories of other tables no office was found in the sources read.",
                without,
            )
        ),
        rows=rows,
        columns={
            "country": language.gettext("Country or territory"),
            "offices": language.gettext("Places named by sources"),
        },
        source_ids=tuple(sources_of(catalog, "office_evidence", "office_id", offices["office_id"])),
        drawing=_html(rows, view),
        narrowed_by=(),
    )


@once(8)
def _counted(catalog: Catalog, language: Language) -> pd.DataFrame:
    """Return every country with how many places are named in it, those with most first: the same whatever is chosen."""
    names = labels.countries(language, catalog)
    counts = documented(catalog, EVERYTHING).rows.groupby("iso3").size().reindex(list(names), fill_value=0)
    rows = pd.DataFrame({"iso3": list(names), "country": list(names.values()), "offices": counts.to_numpy()})
    return rows.sort_values(["offices", "country"], ascending=[False, True]).reset_index(drop=True)


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
    lines = "".join(f"<div><dt>{escape(words)}</dt><dd>{_links(group, view)}</dd></div>" for words, group in groups)
    return f'<dl class="country-list">{lines}</dl>'


def _links(rows: pd.DataFrame, view: View) -> str:
    items = " ".join(
        f'<li><a href="{escape(choosing.address(view, iso3))}">{escape(name)}</a></li>'
        for iso3, name in zip(rows["iso3"], rows["country"], strict=True)
    )
    return f"<ul>{items}</ul>"
