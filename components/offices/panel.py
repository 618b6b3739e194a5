"""What the tables hold on a country, for reading: offices, vetted unit, initiatives, events, sources."""

from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from components import citations, navigation, view
from components.citations import brief, escape
from components.explain import explained
from components.language import _, counted
from data.queries.country.brief import HOME
from data.queries.country.facts import Country
from data.queries.evidence import PRESENCE, evidence
from data.queries.narrowing import sources_of
from data.queries.records.address import address
from figures import evidenced, labels
from figures.country import nothing

EVENTS_SHOWN = 4
OFFICES_OPEN = 2
"""Of more offices than this, each opens by a click: five of them in full would leave the map far behind."""

INITIATIVES_OPEN = 5


def show(countries: list[Country]) -> None:
    """Show each country; several as tabs."""
    here = view.current()
    names = labels.countries(here.language, here.catalog)
    if len(countries) == 1:
        st.header(names[countries[0].iso3], anchor=False)
        _country(countries[0])
        return
    for tab, country in zip(st.tabs([names[country.iso3] for country in countries]), countries, strict=True):
        with tab:
            _country(country)


def _country(country: Country) -> None:
    if country.iso3 == HOME:
        st.markdown(_("**Offices**  \nHSI is at home here; what is listed are offices abroad."))
    else:
        _offices(country.offices)
    _presences(country.presences)
    _unit(country)
    _initiatives(country)
    _events(country)
    if country.source_ids:
        count = counted("{n} source for this country", "{n} sources for this country", len(country.source_ids))
        # A hundred addresses are sent to those who open them: they were two fifths of the answer to a click on the map.
        key = f"sources-of-{country.iso3}"
        with st.expander(count, icon=":material/menu_book:", key=key, on_change="rerun") as expander:
            if expander.open:
                citations.show(country.source_ids)
    navigation.link("country", label=_("All of it on one page, to print"), country=[country.iso3])


def _offices(offices: pd.DataFrame) -> None:
    if offices.empty:
        st.markdown(f"**{_('Offices')}**  \n{_('No office found in the sources read.')}")
        return
    here = view.current()
    types = labels.words(here.language, "office_type")
    st.markdown(f"**{counted('{n} place named by sources', '{n} places named by sources', len(offices))}**")
    for row in offices.to_dict("records"):
        place = escape(row["city"]) if row["level"] == "city" else _("No city named, only the country")
        title = f"**{place}** · {types[row['office_type']]}"
        if len(offices) <= OFFICES_OPEN:
            st.markdown(f"{title}  \n{_evidence(row)}")
            continue
        with st.expander(f"{title} · {evidenced.within(row, here.language, is_full=False)}"):
            st.markdown(_evidence(row))


def _presences(places: pd.DataFrame) -> None:
    """Show where HSI is at work without an office, which is not counted."""
    for row in places.to_dict("records"):
        place = escape(row["city"]) if row["level"] == "city" else _("No city named, only the country")
        st.markdown(f"**{place}** · {_('Presence, no office')}  \n{_evidence(row)}")


def _evidence(office: dict[Hashable, Any]) -> str:
    """Return what documents a place, as Markdown: its facts and note, and its evidence in order of date with its sources."""
    told = f":small[{facts(office)}]  \n{explained(office['note'], set())}"
    lines = in_order(str(office["office_id"]))
    record = navigation.record_address(address("office", office["office_id"]))
    more = _("[Its record]({address})").format(address=record)
    return "  \n".join([told, *(f":small[{line}]" for line in lines), f":small[{more}]"])


def in_order(office_id: str) -> list[str]:
    """Return the evidence of a place, the newest first: its date, what it shows, its strength and its source."""
    here = view.current()
    shows, grades = labels.words(here.language, "shows"), labels.words(here.language, "strength")
    lines = []
    for row in evidence(here.catalog, office_id).itertuples():
        parts = [here.language.date(row.date), shows[row.shows]]
        if row.level == "country":
            parts.append(_("names the country only"))
        if row.strength:
            parts.append(grades[row.strength])
        lines.append(" · ".join([*parts, *brief([row.source_id])]))
    return lines


def facts(office: dict[Hashable, Any]) -> str:
    """Return what documents an office, in a line: period and date, strength, kind of source."""
    here = view.current()
    periods = labels.words(here.language, "evidence_period")
    period = periods[office["evidence_period"]]
    parts = [
        _("{period}: {day}").format(period=period, day=evidenced.within(office, here.language))
        if office["evidence_date"]
        else period,
        *([] if office["standing"] == PRESENCE else [labels.words(here.language, "strength")[office["strength"]]]),
        labels.words(here.language, "source_type")[office["source_type"]],
    ]
    return " · ".join(parts)


def _unit(country: Country) -> None:
    here, units = view.current(), country.tciu
    title = _("Vetted unit (TCIU)")
    # HSI vets units of other countries: that it has none at home is no finding.
    if units.empty and country.iso3 != HOME:
        st.markdown(f"**{title}**  \n{_('No vetted unit found in the sources read.')}")
    for row in units.itertuples():
        cited = brief(sources_of(here.catalog, "tciu_sources", "tciu_id", [row.tciu_id]))
        sources = _("Sources: {sources}").format(sources=" · ".join(cited))
        st.markdown(f"**{title}** · {dated(row.year)}  \n{explained(row.note)}  \n:small[{sources}]")


def dated(year: Any) -> str:
    """Return of when the evidence of a vetted unit is."""
    return _("Undated evidence") if pd.isna(year) else _("Evidence of {day}").format(day=year)


def _initiatives(country: Country) -> None:
    here, found = view.current(), country.initiatives
    if found.empty:
        st.markdown(f"**{_('Initiatives')}**  \n{nothing.no_initiative(here.selection, here.language)}")
        return
    objectives = labels.objectives(here.language, here.catalog, short=True)
    scopes = labels.words(here.language, "scope")
    counts = found["scope"].value_counts()
    said = ", ".join(
        f"{words}: {here.language.number(int(counts[code]))}" for code, words in scopes.items() if code in counts
    )
    title = counted("{n} initiative names it", "{n} initiatives name it", len(found))
    with st.expander(f"{title} ({said})", expanded=len(found) <= INITIATIVES_OPEN):
        st.markdown(
            "\n".join(
                _("- {name}  \n:small[Objective {n}, {title} · **{scope}**]").format(
                    name=escape(row.name),
                    n=row.objective_id,
                    title=escape(objectives[row.objective_id]),
                    scope=scopes[row.scope],
                )
                for row in found[["name", "objective_id", "scope"]].itertuples(index=False)
            )
        )
    navigation.link("objectives", label=_("See them under their objectives"), country=[country.iso3])


def _events(country: Country) -> None:
    here = view.current()
    st.markdown(f"**{_('Events')}**")
    if country.events.empty:
        st.markdown(nothing.no_event(here.selection, here.language))
        return
    newest = country.events.iloc[::-1].head(EVENTS_SHOWN)
    st.markdown("\n".join(f"- {here.language.date(row.date)}: {escape(row.title)}" for row in newest.itertuples()))
    label = counted("See the {n} event on the timeline", "See all {n} events on the timeline", len(country.events))
    navigation.link("timeline", label=label, country=[country.iso3])
