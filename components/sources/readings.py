"""Contradictions for reading: each point with what each side says, side by side. One Markdown text for a part."""

from collections.abc import Mapping

import streamlit as st

from components import navigation, view
from components.citations import brief, escape
from components.explain import explained
from components.language import _
from data.queries.records.address import address
from data.queries.sources.contradictions import Contradiction, Reading, sources
from figures.sources.contradictions import standing


def show(found: tuple[Contradiction, ...], source_id: str = "") -> None:
    """Show contradictions as entries under a heading each; where a source is looked at, its name is firm among those cited."""
    ids = sources(found)
    cited = dict(zip(ids, brief(ids), strict=True))
    if source_id in cited:
        cited[source_id] = f"**{cited[source_id]}**"
    with st.container(key="readings"):
        st.markdown("\n\n".join(text(one, cited) for one in found))


def text(one: Contradiction, cited: Mapping[str, str]) -> str:
    """Return a contradiction as Markdown.

    Args:
        cited: source code → citation, at least of the sources of this contradiction.
    """
    readings = "\n".join(_reading(reading, cited) for reading in one.readings)
    more = f"[{_('Record')}]({navigation.record_address(address('contradiction', one.contradiction_id))})"
    return "\n\n".join([f"### {escape(one.title)}", readings, f"{_outcome(one, cited)} :small[{more}]"])


def _reading(reading: Reading, cited: Mapping[str, str]) -> str:
    said = " · ".join(cited[source] for source in reading.source_ids)
    return f"- **{escape(reading.attributed_to)}**  \n  {explained(reading.claim)}  \n  :small[{said}]"


def _outcome(one: Contradiction, cited: Mapping[str, str]) -> str:
    """Say whether one reading is followed, which, what else there is to say, and which sources stand behind no one reading."""
    word = standing(one, view.current().language)
    if one.followed:
        parts = [_("**{standing}.** The tables follow: {reading}.").format(standing=word, reading=escape(one.followed))]
    elif one.difference == "contradiction":
        parts = [_("**{standing}.** No reading is chosen.").format(standing=word)]
    else:
        parts = [_("**{standing}.** Not counted as a disagreement.").format(standing=word)]
    if one.note:
        parts.append(explained(one.note))
    if one.further:
        parts.append(_("Also read: {sources}.").format(sources=" · ".join(cited[source] for source in one.further)))
    return " ".join(parts)
