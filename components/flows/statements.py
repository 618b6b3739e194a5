"""What is said of each commodity, by whom, and the initiatives whose wording names it: for reading, a commodity at a time."""

import pandas as pd
import streamlit as st

from components import view
from components.citations import brief, escape
from components.explain import explained
from components.language import _, counted
from data.queries.flows import COMMODITIES, disputed, said_by
from figures import labels
from figures.flows import listing


def show(flows: pd.DataFrame, ties: pd.DataFrame) -> None:
    """Show statements beside initiatives, folded where there are several commodities.

    Args:
        flows: what `data.queries.flows.flows` gives as rows.
        ties: what `data.queries.flows.acting` gives as rows.
    """
    words = labels.words(view.current().language, "commodity")
    found = [code for code in COMMODITIES if (flows["commodity"] == code).any() or (ties["commodity"] == code).any()]
    for code in found:
        ours = flows[flows["commodity"] == code], ties[ties["commodity"] == code]
        if len(found) == 1:
            _columns(*ours)
            continue
        label = _("{commodity}: {statements}, {initiatives}").format(
            commodity=words[code],
            statements=counted("{n} statement", "{n} statements", len(ours[0])),
            initiatives=counted("{n} initiative", "{n} initiatives", len(ours[1])),
        )
        with st.expander(label, key=f"said-of-{code}", on_change="rerun") as expander:
            if expander.open:
                _columns(*ours)


def _columns(flows: pd.DataFrame, ties: pd.DataFrame) -> None:
    left, right = st.columns(2, gap="large")
    left.markdown(_statements(flows))
    right.markdown(_initiatives(ties))


def _statements(flows: pd.DataFrame) -> str:
    here = view.current()
    names, cited, known = listing.ends(flows, here.catalog, here.language), said_by(here.catalog, flows), set[str]()
    against = disputed(here.catalog, flows)
    lines = [f"**{_('Who says what')}**", ""]
    for row in flows.itertuples(index=False):
        ends = [
            _("{place}, a region").format(place=names[end]) if kind == "region" else names[end]
            for end, kind in ((row.from_end, row.from_kind), (row.to_end, row.to_kind))
        ]
        route = escape(_("{start} to {end}").format(start=ends[0], end=ends[1]))
        sign = f" · {_('disputed, see above')}" if row.flow_id in against else ""
        lines.append(
            f"- **{route}**{sign}  \n  {explained(row.note, known)}  \n  :small[{' · '.join(brief(cited[row.flow_id]))}]"
        )
    if flows.empty:
        lines.append(_("No statement in this view."))
    return "\n".join(lines)


def _initiatives(ties: pd.DataFrame) -> str:
    language = view.current().language
    scopes = labels.words(language, "scope")
    lines = [f"**{_('Initiatives that name it')}** · {_('inferred from the wording')}", ""]
    lines += [
        _("- **{name}** · {scope} · objective {number}  \n  “{basis}”").format(
            name=escape(row.name), scope=scopes[row.scope], number=int(row.objective_id), basis=escape(row.basis)
        )
        for row in ties.itertuples(index=False)
    ]
    if ties.empty:
        lines.append(_("None found in this view."))
    return "\n".join(lines)
