"""What is reported and what is documented, side by side: a mark a place, and outlined squares for the total."""

from html import escape

import pandas as pd

from data.catalog import Catalog
from data.queries.narrowing import sources_of
from data.queries.offices import PERIODS, Headline, by_period
from figures import labels, marks
from figures.figure import Figure
from figures.language import Language
from figures.palette import Theme, palette

PER_ROW = 13
"""Both groups have rows of the same length, so that areas can be compared by eye. 91 is seven such rows."""

STEP = 25
SIZE = 17
WIDTH = PER_ROW * STEP
"""In pixels: as wide as a small phone, so that nothing is ever scaled down."""


def figure(offices: pd.DataFrame, reported: Headline, catalog: Catalog, language: Language, theme: Theme) -> Figure:
    """Return the documented places by period of evidence, and beside them, apart, the reported total.

    Args:
        offices: documented offices, as `data.queries.offices.documented` gives them; at least one.
        reported: the published total; no filter narrows it, since no list of it was found.
    """
    rows = _rows(offices, reported, language)
    cited = [*reported.source_ids, *sources_of(catalog, "office_sources", "office_id", offices["office_id"])]
    newest = int((offices["evidence_period"] == PERIODS[0]).sum())
    return Figure(
        key="offices-squares",
        title=language.gettext(
            "Reported: {reported}; documented: {places}, {recent} with evidence from after 2023"
        ).format(
            reported=language.ngettext("{n} office", "{n} offices", reported.offices),
            places=language.ngettext("{n} place", "{n} places", len(offices)),
            recent=language.number(newest),
        ),
        text=_text(offices, reported, language),
        rows=rows,
        columns={
            "group": language.gettext("Group"),
            "count": language.gettext("Number"),
            "country_only": language.gettext("Of these, known only by country"),
            "countries": language.gettext("Countries and territories"),
        },
        source_ids=tuple(dict.fromkeys(cited)),
        note=language.gettext(
            "The two are different things. The total was published without a list; the places come one by one from public "
            "sources of many years. Some may be in the total, some are older, some newer, so nothing is left to subtract."
        ),
        drawing=_html(offices, reported, language, theme),
        narrowed_by=("countries",),
    )


def _rows(offices: pd.DataFrame, reported: Headline, language: Language) -> pd.DataFrame:
    words = labels.words(language, "evidence_period")
    found = [(words[code], offices[offices["evidence_period"] == code]) for code in PERIODS]
    documented = [
        {
            "group": language.gettext("Documented: {period}").format(period=name),
            "count": len(rows),
            "country_only": int((rows["level"] == "country").sum()),
            "countries": rows["iso3"].nunique(),
        }
        for name, rows in found
    ]
    total = {"group": _as_reported(reported, language), "count": reported.offices, "countries": reported.countries}
    frame = pd.DataFrame([*documented, total])
    return frame.astype({"count": "Int64", "country_only": "Int64", "countries": "Int64"})


def _as_reported(reported: Headline, language: Language) -> str:
    pattern = language.gettext("As reported for {day}")
    return pattern.format(day=language.date(reported.date))


def _text(offices: pd.DataFrame, reported: Headline, language: Language) -> str:
    words, counts = labels.words(language, "evidence_period"), by_period(offices)
    groups = ", ".join(f"{words[str(code)]}: {language.number(int(n))}" for code, n in counts.items() if n)
    return language.gettext(
        "{places}. {groups}. Apart from these, {offices} in {countries}, as reported for {day}."
    ).format(
        places=language.ngettext("{n} documented place", "{n} documented places", len(offices)),
        groups=groups,
        offices=language.ngettext("{n} office", "{n} offices", reported.offices),
        countries=language.ngettext("{n} country", "{n} countries", reported.countries),
        day=language.date(reported.date),
    )


def _html(offices: pd.DataFrame, reported: Headline, language: Language, theme: Theme) -> str:
    """Return both groups; beside each other where there is room. Words are HTML: they take the page's ink and type."""
    gap = "display:flex;flex-wrap:wrap;gap:1.4rem 3rem;line-height:1.4"
    return f'<div style="{gap}">{_documented(offices, language, theme)}{_reported(reported, language, theme)}</div>'


def _documented(offices: pd.DataFrame, language: Language, theme: Theme) -> str:
    colors = palette(theme)
    words = labels.words(language, "evidence_period")
    pattern = language.gettext("{category}: {n}")
    blocks = []
    for code in PERIODS:
        rows = offices[offices["evidence_period"] == code].sort_values("level")
        if rows.empty:
            continue
        shapes = rows["level"].map({"city": marks.SHAPES["evidence_period"][code], "country": marks.COUNTRY_ONLY})
        heading = pattern.format(category=words[code], n=language.number(len(rows)))
        blocks.append(
            _block(heading, [marks.svg(shape, colors.periods[code], SIZE, *_at(n)) for n, shape in enumerate(shapes)])
        )
    only = int((offices["level"] == "country").sum())
    if only:
        told = language.ngettext(
            "Hollow diamond: {n} place known only by country", "Hollow diamonds: {n} places known only by country", only
        )
        blocks.append(f"<div>{escape(told)}</div>")
    return f'<div style="width:{WIDTH}px">{"".join(blocks)}</div>'


def _reported(reported: Headline, language: Language, theme: Theme) -> str:
    heading = language.gettext("{offices}, as reported for {day}").format(
        offices=language.ngettext("{n} office", "{n} offices", reported.offices), day=language.date(reported.date)
    )
    squares = [_outline(*_at(n), palette(theme).quiet) for n in range(reported.offices)]
    return f'<div style="width:{WIDTH}px">{_block(heading, squares)}</div>'


def _block(heading: str, drawn: list[str]) -> str:
    height = STEP * -(-len(drawn) // PER_ROW)
    image = marks.image("".join(drawn), WIDTH, height) if drawn else ""
    return f'<div style="margin-bottom:.7rem"><div style="font-weight:600">{escape(heading)}</div>{image}</div>'


def _at(n: int) -> tuple[float, float]:
    """Return where the n-th mark stands."""
    return STEP * (n % PER_ROW) + 1.0, STEP * (n // PER_ROW) + 5.0


def _outline(x: float, y: float, color: str) -> str:
    side = SIZE - 2
    return f'<rect x="{x + 1:g}" y="{y + 1:g}" width="{side}" height="{side}" fill="none" stroke="{color}" stroke-width="1.5"/>'
