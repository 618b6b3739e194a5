"""Places named by sources by region and country: a mark a place, and the countries in words."""

from html import escape

import pandas as pd

from data.catalog import Catalog
from data.collation import collated
from data.collation import column as in_order
from data.queries.narrowing import sources_of
from data.queries.offices import by_country
from figures import labels
from figures.figure import Figure
from figures.ink import marks
from figures.language import Language
from figures.offices import listing
from figures.palette import Palette, Theme, palette

STEP, SIZE, PER_ROW = 17, 13, 13
"""Pixels from mark to mark, width of a mark, and marks in a row."""


def figure(offices: pd.DataFrame, catalog: Catalog, language: Language, theme: Theme) -> Figure:
    """Return the number of places by country, grouped by region, the regions with the most first.

    Args:
        offices: documented offices, as `data.queries.offices.documented` gives them, of several countries.
    """
    rows = _rows(offices, catalog, language)
    return Figure(
        key="offices-by-country",
        title=listing.ranked(rows, language),
        text=_text(rows, language),
        rows=rows,
        columns={
            "country": language.gettext("Country or territory"),
            "region_name": language.gettext("Region"),
            "iso3": language.gettext("Code"),
            "offices": language.gettext("Cities named by sources"),
            "country_level": language.gettext("Known only by country"),
        },
        source_ids=tuple(sources_of(catalog, "office_evidence", "office_id", offices["office_id"])),
        note=language.gettext(
            "More places may only mean that more was written: the number says what sources name, not how many offices a "
            "country has."
        ),
        drawing=_html(rows, language, palette(theme)),
        narrowed_by=("countries",),
    )


def _rows(offices: pd.DataFrame, catalog: Catalog, language: Language) -> pd.DataFrame:
    counted = by_country(offices.assign(country=offices["iso3"].map(labels.countries(language, catalog))))
    counted = counted.assign(
        region_name=counted["region"].map(labels.words(language, "region")),
        region_total=counted.groupby("region")["offices"].transform("sum"),
        country_said=counted["iso3"].map(labels.in_sentences(language, catalog)),
    )
    order = ["region_total", "region", "offices", "country"]
    return counted.sort_values(order, ascending=[False, True, False, True], key=in_order).reset_index(drop=True)


def _text(rows: pd.DataFrame, language: Language) -> str:
    totals = rows.assign(places=rows["offices"] + rows["country_level"]).groupby("region_name", sort=False)["places"]
    by_region = ", ".join(f"{name} {language.number(int(n))}" for name, n in totals.sum().items())
    sentences = [language.gettext("Places by region: {regions}.").format(regions=by_region)]
    sentences += listing.shared_out(rows, language)
    only = rows.loc[rows["country_level"] > 0, "country_said"]
    if len(only):
        pattern = language.gettext("Named without a city, and marked hollow: {countries}.")
        sentences.append(pattern.format(countries=language.join(sorted(only, key=collated))))
    return " ".join(sentences)


def _html(rows: pd.DataFrame, language: Language, colors: Palette) -> str:
    blocks = (_block(group, language, colors) for _, group in rows.groupby("region", sort=False))
    return f'<div class="region-blocks">{"".join(blocks)}</div>'


def _block(rows: pd.DataFrame, language: Language, colors: Palette) -> str:
    """Return a region: its name and number, a mark a place, and which countries they are in."""
    region, cities, only = str(rows["region"].iloc[0]), int(rows["offices"].sum()), int(rows["country_level"].sum())
    heading = language.gettext("{category}: {n}").format(
        category=rows["region_name"].iloc[0], n=language.number(cities + only)
    )
    shapes = [marks.SHAPES["region"][region]] * cities + [marks.COUNTRY_ONLY] * only
    drawn = "".join(
        marks.svg(shape, colors.regions[region], SIZE, STEP * (at % PER_ROW), STEP * (at // PER_ROW))
        for at, shape in enumerate(shapes)
    )
    lines = -(-len(shapes) // PER_ROW)
    image = marks.image(drawn, STEP * PER_ROW, STEP * lines)
    return f"<section><h3>{escape(heading)}</h3>{image}<p>{escape(_countries(rows, language))}</p></section>"


def _countries(rows: pd.DataFrame, language: Language) -> str:
    """Return the countries of a region: "Canada 5, Mexico 5, Brazil 2; one each: Argentina and Peru"."""
    several, singles = rows[rows["offices"] > 1], rows[rows["offices"] == 1]
    hollow = [
        language.gettext("{country} (no city named)").format(country=name)
        for name in rows.loc[rows["country_level"] > 0, "country_said"]
    ]
    parts = [listing.each(several, language)] if len(several) else []
    named = language.join([*singles["country_said"], *hollow])
    if named:
        parts.append(
            language.gettext("one each: {countries}").format(countries=named) if parts else language.opening(named)
        )
    return "; ".join(parts)
