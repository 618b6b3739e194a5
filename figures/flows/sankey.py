"""From where, what, to where: published statements counted as a Sankey diagram. It counts statements, not quantities."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from data.catalog import Catalog
from data.queries.flows import COMMODITIES, routes, said_by
from data.queries.narrowing import sources_of
from figures import labels
from figures.figure import Figure
from figures.flows import listing, wording
from figures.flows.scene import colors_of
from figures.ink.lettering import wrapped
from figures.language import Language
from figures.palette import Palette, Theme, mixed, palette

KEY = "supply-sankey"

LEAST, PER_ROUTE = 200, 30
"""Height of the diagram without routes, and what each adds, in pixels."""

TALLEST = 520

SMALL, LINE = 11, 88
"""Size of the type, and of a line of a name, in pixels on a phone: the columns stand 150 apart there."""

SHARE = 0.42
"""How much of a commodity's colour its bands keep, so that labels can be read on them."""


def figure(rows: pd.DataFrame, catalog: Catalog, language: Language, theme: Theme, narrow: bool = False) -> Figure:
    """Return the diagram: origins on the left, commodities in the middle, destinations on the right.

    Args:
        rows: what `data.queries.flows.flows` returns, with at least one row.
        narrow: whether it is drawn for a phone, with small names in several lines.
    """
    ways = routes(rows)
    source_ids = tuple(sources_of(catalog, "flow_sources", "flow_id", rows["flow_id"]))
    height = min(TALLEST, LEAST + PER_ROUTE * len(ways))
    return Figure(
        key=KEY,
        title=_title(rows, language),
        text=_text(rows, catalog, language),
        rows=_rows(ways, rows, catalog, language),
        columns={
            "what_moves": language.gettext("What moves"),
            "from_place": language.gettext("From"),
            "from_is": language.gettext("From is a"),
            "to_place": language.gettext("To"),
            "to_is": language.gettext("To is a"),
            "statements": language.gettext("Statements"),
            "codes": language.gettext("Codes"),
            "said_by": language.gettext("Who says so"),
        },
        source_ids=source_ids,
        note=" ".join(
            [
                language.gettext(
                    "A band is as wide as the number of statements, which depends on what was read. It says nothing of weight, "
                    "value or number of shipments."
                ),
                *wording.one_origin(source_ids, catalog, language),
            ]
        ),
        drawing=_chart(rows, catalog, language, palette(theme), narrow),
        height=height,
        axis_room=8,
        narrowed_by=("countries",),
        chosen_by=("supply_commodity",),
    )


def _title(rows: pd.DataFrame, language: Language) -> str:
    words, counts = labels.words(language, "commodity"), rows["commodity"].value_counts(sort=False)
    ordered = sorted(counts.index, key=lambda code: (-counts[code], COMMODITIES.index(code)))
    listed = language.join(f"{words[code]} {language.number(int(counts[code]))}" for code in ordered)
    return language.gettext("Counts of statements, not of quantities: {commodities}").format(commodities=listed)


def _text(rows: pd.DataFrame, catalog: Catalog, language: Language) -> str:
    names, parts = listing.ends(rows, catalog, language), []
    messages = {
        "from": language.gettext("Named as the origin: {places}."),
        "to": language.gettext("Named as the destination: {places}."),
    }
    parts.append(
        language.ngettext(
            "Bands lead from origins over what moves to destinations. The diagram counts {n} statement.",
            "Bands lead from origins over what moves to destinations. The diagram counts {n} statements.",
            len(rows),
        )
    )
    for side, message in messages.items():
        counts = rows[f"{side}_end"].value_counts()
        ordered = sorted(counts.index, key=lambda end: (-counts[end], list(names).index(end)))
        listed = (f"{names[end]} {language.number(int(counts[end]))}" for end in ordered)
        parts.append(message.format(places=", ".join(listed)))
    if found := listing.regions(rows):
        parts.append(
            language.gettext("Regions and not countries: {regions}.").format(
                regions=language.join(names[end] for end in found)
            )
        )
    return " ".join(parts)


def _rows(ways: pd.DataFrame, rows: pd.DataFrame, catalog: Catalog, language: Language) -> pd.DataFrame:
    cited = said_by(catalog, rows)
    of_route = [dict.fromkeys(source for flow in flows for source in cited[flow]) for flows in ways["flow_ids"]]
    return listing.routes_in_words(ways, catalog, language).assign(
        codes=["; ".join(flows) for flows in ways["flow_ids"]],
        said_by=[labels.sources(sources, language, catalog) for sources in of_route],
    )


def _chart(rows: pd.DataFrame, catalog: Catalog, language: Language, colors: Palette, narrow: bool) -> go.Figure:
    fills, words = colors_of(colors), labels.words(language, "commodity")
    names = listing.ends(rows, catalog, language)
    sides = {
        "from": [("from", end) for end in rows["from_end"].value_counts().index],
        "what": [("what", code) for code in COMMODITIES if (rows["commodity"] == code).any()],
        "to": [("to", end) for end in rows["to_end"].value_counts().index],
    }
    nodes = [node for side in sides.values() for node in side]
    number = {node: at for at, node in enumerate(nodes)}
    left = rows.groupby(["from_end", "commodity"], sort=False).size()
    right = rows.groupby(["commodity", "to_end"], sort=False).size()
    links = [
        *((("from", end), ("what", code), n, code) for (end, code), n in left.items()),
        *((("what", code), ("to", end), n, code) for (code, end), n in right.items()),
    ]
    kinds = listing.kinds(rows)
    named = [_named(node, names, words, kinds, rows, language) for node in nodes]
    return go.Figure(
        data=[
            {
                "type": "sankey",
                "arrangement": "fixed",
                "node": {
                    "label": ["<br>".join(wrapped(text, SMALL, LINE)) if narrow else text for text in named],
                    "color": [fills[end] if side == "what" else colors.quiet for side, end in nodes],
                    "line": {"width": 0},
                    "thickness": 14,
                    "pad": 22,
                    "hovertemplate": "%{label}<extra></extra>",
                },
                "link": {
                    "source": [number[start] for start, _end, _n, _code in links],
                    "target": [number[end] for _start, end, _n, _code in links],
                    "value": [int(n) for _start, _end, n, _code in links],
                    "color": [mixed(fills[code], colors.paper, SHARE) for *_, code in links],
                    "hovertemplate": "%{source.label} → %{target.label}: %{value}<extra></extra>",
                },
                "textfont": {"color": colors.ink, "size": SMALL if narrow else 14},
                "valueformat": "d",
                "domain": {"x": [0, 1], "y": [0, 1]},
            }
        ],
        layout={},
    )


def _named(
    node: tuple[str, str],
    names: Mapping[str, str],
    words: Mapping[str, str],
    kinds: Mapping[str, str],
    rows: pd.DataFrame,
    language: Language,
) -> str:
    side, end = node
    column = {"from": "from_end", "what": "commodity", "to": "to_end"}[side]
    name = words[end] if side == "what" else names[end]
    if side != "what" and kinds[end] == "region":
        name = language.gettext("{name} (region)").format(name=name)
    return f"{name} {language.number(int((rows[column] == end).sum()))}"
