"""An initiative as a card: what it is, who does it, where, which events came later, and who says so. One Markdown text a card."""

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from math import ceil

import streamlit as st

from components import navigation, screen, view
from components.citations import brief, escape
from components.explain import explained
from components.fold import folded
from components.language import _, counted
from data.queries.objectives import Initiative, LaterEvent
from data.queries.records.address import address
from figures import labels


def under_objectives(initiatives: Sequence[Initiative]) -> None:
    """Show initiatives under their objective, those of the strategy before those of context.

    Those of several objectives are folded: they are long to read and to send. Those of one alone stand open, but on a phone.
    """
    here = view.current()
    titles = labels.objectives(here.language, here.catalog, short=True)
    with st.container(key="objectives-cards"):
        st.header(_("Every initiative in full: summary, partners, later events, sources"), anchor="cards")
        numbers = list(dict.fromkeys(initiative.objective_id for initiative in initiatives))
        for number in numbers:
            ours = [one for one in initiatives if one.objective_id == number]
            label = _("{number} · {title}: {initiatives}").format(
                number=number,
                title=escape(titles[number]),
                initiatives=counted("{n} initiative", "{n} initiatives", len(ours)),
            )
            if len(numbers) == 1:
                with folded("cards", label) if screen.is_phone() else nullcontext():
                    _by_scope(ours)
                return
            with st.expander(label, key=f"cards-{number}", on_change="rerun") as expander:
                if expander.open:
                    _by_scope(ours)


def _by_scope(initiatives: Sequence[Initiative]) -> None:
    cited, known = _cited(initiatives), set[str]()
    language = view.current().language
    for scope, words in labels.words(language, "scope").items():
        ours = [one for one in initiatives if one.scope == scope]
        if ours:
            st.markdown(f"**{words}** · {language.number(len(ours))}")
            _columns(ours, cited, known)


def _columns(initiatives: Sequence[Initiative], cited: Mapping[str, str], known: set[str]) -> None:
    """Lay cards out in two columns, read downwards, so that a phone keeps their order."""
    half = ceil(len(initiatives) / 2)
    for column, ours in zip(st.columns(2, gap="large"), (initiatives[:half], initiatives[half:]), strict=True):
        for initiative in ours:
            column.markdown(text(initiative, cited, known))


def text(initiative: Initiative, cited: Mapping[str, str], known: set[str]) -> str:
    """Return a card as Markdown.

    Args:
        cited: source code → citation, at least of the sources of this initiative.
        known: terms explained in the cards before this one.
    """
    language = view.current().language
    words = {column: labels.words(language, column) for column in ("scope", "kind")}
    paragraphs = [
        f"### {_named(initiative)}",
        _("**{scope}** · {kind} · status as published: {status}").format(
            scope=words["scope"][initiative.scope],
            kind=words["kind"][initiative.kind],
            status=labels.status(initiative.status, initiative.status_date, language, within=True),
        ),
        explained(initiative.summary, known),
        _facts(initiative),
    ]
    if initiative.events:
        paragraphs.append("\n".join([_("**Later events**"), "", *map(_event, initiative.events)]))
    sources = " · ".join(cited[source] for source in initiative.source_ids)
    paragraphs.append(f":small[{_('Sources: {sources}').format(sources=sources)}]")
    return "\n\n".join(paragraphs)


def _named(initiative: Initiative) -> str:
    """Return the name as a link to the record."""
    return f"[{escape(initiative.name)}]({navigation.record_address(address('initiative', initiative.initiative_id))})"


def _facts(initiative: Initiative) -> str:
    here = view.current()
    names = labels.countries(here.language, here.catalog)
    facts = {
        _("**Lead:** {names}"): initiative.leads,
        _("**Partners:** {names}"): initiative.partners,
        _("**Countries:** {names}"): [names[code] for code in initiative.countries],
    }
    lines = [message.format(names=escape(", ".join(found))) for message, found in facts.items() if found]
    if not initiative.countries:
        lines.append(_("**Countries:** none named"))
    return "  \n".join(lines)


def _event(event: LaterEvent) -> str:
    language = view.current().language
    title = f"[{escape(event.title)}]({navigation.address('timeline', timeline_event=[event.event_id])})"
    return "- " + _("{day}, {relation} this initiative: {event}").format(
        day=language.date(event.date), relation=labels.words(language, "relation")[event.relation], event=title
    )


def _cited(initiatives: Sequence[Initiative]) -> dict[str, str]:
    """Return source code → citation of every source of the initiatives, looked up once for all cards."""
    ids = list(dict.fromkeys(source for one in initiatives for source in one.source_ids))
    return dict(zip(ids, brief(ids), strict=True))
