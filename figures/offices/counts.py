"""Documented places by region and country: a dot a place."""

import pandas as pd
import plotly.graph_objects as go

from data.catalog import Catalog
from data.queries.narrowing import sources_of
from data.queries.offices import by_country
from figures import labels
from figures.figure import Figure
from figures.language import Language
from figures.offices import listing
from figures.palette import Palette, Theme, palette

ROW = 23
"""Pixels a country: its name must be readable."""

PLOTLY_SHAPES = {
    "Africa": "circle",
    "Americas": "square",
    "Asia": "triangle-up",
    "Europe": "diamond",
    "Oceania": "circle-open",
}


def figure(offices: pd.DataFrame, catalog: Catalog, language: Language, theme: Theme) -> Figure:
    """Return the number of documented places by country, grouped by region, the regions with the most first.

    Args:
        offices: documented offices, as `data.queries.offices.documented` gives them; at least one.
    """
    rows = _rows(offices, catalog, language)
    lines = _lines(rows, language)
    return Figure(
        key="offices-by-country",
        title=_title(rows, language),
        text=_text(rows, language),
        rows=rows,
        columns={
            "region_name": language.gettext("Region"),
            "country": language.gettext("Country or territory"),
            "iso3": language.gettext("Code"),
            "offices": language.gettext("Documented places"),
            "country_level": language.gettext("Known only by country"),
        },
        source_ids=tuple(sources_of(catalog, "office_evidence", "office_id", offices["office_id"])),
        note=language.gettext(
            "More documented places may only mean that more was written: the number says what sources name, not how many "
            "offices a country has."
        ),
        drawing=_chart(rows, lines, language, palette(theme)),
        height=ROW * len(lines) + 86,
        axis_room=68,
        narrowed_by=("countries",),
    )


def _rows(offices: pd.DataFrame, catalog: Catalog, language: Language) -> pd.DataFrame:
    counted = by_country(offices.assign(country=offices["iso3"].map(labels.countries(language, catalog))))
    regions = counted.groupby("region")["offices"].transform("sum")
    counted = counted.assign(region_name=counted["region"].map(labels.words(language, "region")), region_total=regions)
    order = ["region_total", "region", "offices", "country"]
    return counted.sort_values(order, ascending=[False, True, False, True]).reset_index(drop=True)


def _title(rows: pd.DataFrame, language: Language) -> str:
    if len(rows) == 1:
        row = rows.iloc[0]
        if not row["offices"]:
            return language.gettext("{country}: a source names the country, but no city").format(country=row["country"])
        places = language.ngettext("{n} documented place", "{n} documented places", int(row["offices"]))
        return language.gettext("{country}: {places}").format(country=row["country"], places=places)
    return listing.ranked(rows, language)


def _text(rows: pd.DataFrame, language: Language) -> str:
    regions = (
        rows.assign(places=rows["offices"] + rows["country_level"]).groupby("region_name", sort=False)["places"].sum()
    )
    by_region = ", ".join(f"{name} {language.number(int(n))}" for name, n in regions.items())
    sentences = [language.gettext("Documented places by region: {regions}.").format(regions=by_region)]
    sentences += listing.shared_out(rows, language)
    only = rows.loc[rows["country_level"] > 0, "country"]
    if len(only):
        pattern = language.gettext("Named without a city, and marked hollow: {countries}.")
        sentences.append(pattern.format(countries=language.join(sorted(only))))
    return " ".join(sentences)


def _lines(rows: pd.DataFrame, language: Language) -> list[str]:
    """Return the lines of the chart from the top: each region's name, then its countries."""
    lines: list[str] = []
    for region, group in rows.groupby("region_name", sort=False):
        lines += [_heading(str(region)), *group["country"]]
    return lines


def _heading(region: str) -> str:
    return f"<b>{region}</b>"


def _chart(rows: pd.DataFrame, lines: list[str], language: Language, colors: Palette) -> go.Figure:
    chart = go.Figure()
    for region, group in rows.groupby("region", sort=False):
        dots = [(n, row.country) for row in group.itertuples() for n in range(1, row.offices + 1)]
        hollow = [(row.offices + 1, row.country) for row in group.itertuples() if row.country_level]
        color = colors.regions[str(region)]
        _dots(chart, dots, PLOTLY_SHAPES[str(region)], color)
        _dots(chart, hollow, "diamond-open", color)
        for row in group[group["country_level"] > 0].itertuples():
            chart.add_annotation(
                x=row.offices + 1, y=row.country, text=language.gettext("known only by country"), showarrow=False,
                xanchor="left", xshift=12, font={"size": 13, "color": colors.quiet},
            )  # fmt: skip
    most = max(5, int(rows["offices"].max()))
    chart.update_layout(
        showlegend=False,
        xaxis={
            "range": [0.5, most + 0.5],
            "dtick": 1,
            "title": {"text": language.gettext("Documented places, a mark each")},
            "fixedrange": True,
        },
        yaxis={
            "type": "category",
            "categoryorder": "array",
            "categoryarray": lines[::-1],
            "range": [-0.6, len(lines) - 0.4],
            "tickmode": "array",
            "tickvals": lines,
            "tickfont": {"color": colors.ink, "size": 14},
            "ticks": "",
            "fixedrange": True,
        },
    )
    return chart


def _dots(chart: go.Figure, dots: list[tuple[int, str]], symbol: str, color: str) -> None:
    if not dots:
        return
    chart.add_scatter(
        x=[x for x, _ in dots],
        y=[y for _, y in dots],
        mode="markers",
        marker={
            "symbol": symbol,
            "size": 12,
            "color": color,
            "line": {"width": 2 if symbol.endswith("open") else 0, "color": color},
        },
        hovertemplate="%{y}<extra></extra>",
    )
