"""What all maps that mark documented places have in common: their words, rows, key and slide."""

from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.country.brief import HOME
from data.queries.evidence import OFFICE
from data.queries.narrowing import sources_of
from data.queries.regions import framed
from data.selection import Selection
from figures.figure import Figure
from figures.ink import legend, picture
from figures.ink.legend import Sample
from figures.language import Language
from figures.maps import sheet
from figures.offices import coding, listing, svg_map, wording
from figures.offices.names import Home, Paper
from figures.palette import Palette

SLIDE_HIGH = 620.0
"""Pixels that a map is high on a slide, about: its title takes the rest."""


@once(256, by=("countries",))
def figure(
    key: str,
    rows: pd.DataFrame,
    catalog: Catalog,
    language: Language,
    colors: Palette,
    color: str,
    selection: Selection,
    chosen_by: tuple[str, ...] = (),
    is_home_hatched: bool = False,
) -> Figure:
    """Return a map of documented places without its drawing, which may depend on more: all this is shared by who differ in that alone.

    Args:
        rows: as `listing.with_presences` gives them.
        color: what shape and colour tell: `period`, `strength` or `region`.
        selection: what the reader chose.
        chosen_by: see `Figure`.
        is_home_hatched: whether the drawing marks the country that is home, as every picture does.
    """
    column = coding.COLUMNS[color]
    is_office = rows["standing"] == OFFICE
    offices, beside = rows[is_office], rows[~is_office]
    near, abroad = framed(catalog, selection), home(catalog, language)
    places = tuple(coding.samples(rows, column, language, colors))
    slide = Paper(colors, (picture.SLIDE[0] - 2 * picture.EDGE, SLIDE_HIGH), svg_map.SLIDE_MARK)
    is_home_seen = not near or sheet.shows(svg_map.looking(rows, selection.countries, near, slide), HOME, sheet.HATCHED)
    samples = (*places, Sample(svg_map.hatched(colors), abroad.words)) if is_home_seen else places
    named = partial(wording.of_marks, rows, column, catalog, language)
    draw = partial(
        svg_map.offices,
        rows,
        column,
        coding.fills(column, colors),
        selection.countries,
        framed=near,
        home=abroad,
    )
    return Figure(
        key=key,
        title=wording.title(offices, color, selection, catalog, language),
        text=" ".join(
            [wording.text(offices, column, selection, catalog, language), *wording.presences(beside, language)]
        ),
        rows=rows,
        columns=listing.columns(language),
        source_ids=tuple(sources_of(catalog, "office_evidence", "office_id", rows["office_id"])),
        note=" ".join(
            [
                wording.note(rows, is_home_hatched or selection.has_places, language),
                *(wording.older_is_stronger(offices, catalog, language) if selection.countries else []),
            ]
        ),
        legend=legend.html(samples if is_home_hatched else places),
        picture=partial(svg_map.slide, draw, samples, colors, is_close=bool(near)),
        apart=partial(_apart, draw, named, samples, colors, language, bool(near)),
        narrowed_by=("countries",),
        chosen_by=chosen_by,
    )


def _apart(
    draw: Callable[..., str],
    named: Callable[[], list[str]],
    samples: Sequence[Sample],
    colors: Palette,
    language: Language,
    is_close: bool,
    wide: float,
    high: float,
) -> str:
    """Return the map for a slide, each country and each mark apart and named."""
    web = svg_map.Web(sheet.apart(language.code), named())
    return svg_map.slide(partial(draw, web=web), samples, colors, wide, high, is_close)


def home(catalog: Catalog, language: Language) -> Home:
    """Return the country that is not abroad, and what the map writes on it."""
    return Home(
        HOME,
        language.gettext("United States: home, not abroad"),
        language.gettext("Home"),
        svg_map.middle(catalog, HOME),
    )
