"""How facts came in, and what is said of how sure they are."""

from collections.abc import Mapping

import streamlit as st

from components import view
from components.citations import brief
from components.explain import explained_markdown
from components.fold import folded
from components.language import _, counted
from data.queries.about import Facts, facts


def show() -> None:
    """Show the method, from the sources to the words for what they leave open."""
    here = view.current()
    known = facts(here.catalog)
    day = here.language.date(here.catalog.facts_as_of.isoformat())
    st.markdown(explained_markdown(_rows(known, day)))
    st.markdown(_("**How sure a fact is.** Four words are used, always in the same sense:"))
    st.markdown(explained_markdown(_as_list(_standings(known))))
    with folded("method", _("What it holds, how places are graded, dates, and what “no later source” means")):
        st.markdown(explained_markdown(_held(known)))
        st.markdown(explained_markdown(_evidence(known)))
        st.markdown(_rule(known))
        st.markdown(_as_list(_grades(known)))
        st.markdown(
            explained_markdown("\n\n".join([_scope(known), _dates(known), _part_years(known), _no_later(known, day)]))
        )


def _rows(known: Facts, day: str) -> str:
    sources = known.sources
    return _(
        "**How facts came in.** Publications were read up to {day}, and what they say was written down in our own words, one "
        "fact a row. Every row of facts cites its sources. Rows cite {cited} of the {listed} publications listed; the others "
        "were read for the right terms or are listed for reference, the strategy itself among them. {official} of those "
        "listed come from a government or an international organisation itself. The rest are the press, libraries, "
        "compilations and copies on other sites. Nothing is invented, and nothing is added to reach a total."
    ).format(day=day, **_numbers(listed=sources.listed, cited=sources.cited, official=sources.official))


def _held(known: Facts) -> str:
    parts = [
        counted("{n} place named by sources", "{n} places named by sources", known.places.total),
        counted("{n} published total", "{n} published totals", known.totals),
        counted("{n} initiative", "{n} initiatives", sum(known.scope.values())),
        counted("{n} event", "{n} events", known.events),
        counted("{n} reported flow", "{n} reported flows", known.flows),
        view.current().language.ngettext(
            "{n} value in {series} series",
            "{n} values in {series} series",
            known.observations,
            **_numbers(series=known.indicators),
        ),
        counted("{n} contradiction", "{n} contradictions", known.contradictions),
    ]
    return _("**What it holds.** {counts}.").format(counts=view.current().language.join(parts))


def _standings(known: Facts) -> list[str]:
    places = known.places
    return [
        _(
            "*Reported*: a published account says so, and it stands here as what that account says. The total of offices is "
            "reported."
        ),
        _(
            "*Documented*: a public source names the very place or thing, and the date of that evidence is given. Places named by "
            "sources are documented."
        ),
        view.current().language.ngettext(
            "*Inferred*: no source says it; it was concluded from what they say, and the row says so. The date of {n} of "
            "{places} places is inferred.",
            "*Inferred*: no source says it; it was concluded from what they say, and the row says so. The dates of {n} of "
            "{places} places are inferred.",
            places.inferred_dates,
            **_numbers(places=places.total),
        ),
        _("*Contradicted*: another source says otherwise. Both stand side by side, on this page."),
    ]


def _evidence(known: Facts) -> str:
    return counted(
        "**Evidence of offices.** The evidence of {n} place is graded in three ways. Strength is our judgement of the "
        "evidence for its own date: strong evidence of 2013 says nothing of today. Moderate is, for example, an official page "
        "without a date; weak is a place that an outside analyst alone names. A note with each place says why.",
        "**Evidence of offices.** The evidence of {n} places is graded in three ways. Strength is our judgement of the "
        "evidence for its own date: strong evidence of 2013 says nothing of today. Moderate is, for example, an official page "
        "without a date; weak is a place that an outside analyst alone names. A note with each place says why.",
        known.places.total,
    )


def _rule(known: Facts) -> str:
    """Say the rule by which a place is an office, of when, and how surely: that of `data.queries.evidence`."""
    return " ".join(
        [
            _(
                "One rule holds for every place. Its evidence is what names the place itself and shows an office there or "
                "somebody posted there. The latest such source with a date gives the place its date and its period: after the "
                "strategy when it cannot be earlier, before 2019 when it cannot be later, otherwise between the two. Of two "
                "that begin alike, the more exact date holds, then the stronger source. The strength is that of the strongest "
                "evidence of the same period. The list under each place holds all of its evidence."
            ),
            counted(
                "In {n} more place HSI is at work, but no source describes an office: it is shown as a presence and not "
                "counted.",
                "In {n} more places HSI is at work, but no source describes an office: they are shown as presences and not "
                "counted.",
                known.places.presences,
            ),
        ]
    )


def _shared(found: Mapping[str, int]) -> list[str]:
    return [
        view.current().language.ngettext(
            "One source dates {n} place: {source}.",
            "One source dates {n} places: {source}.",
            n,
            source=brief([source])[0],
        )
        for source, n in found.items()
    ]


def _grades(known: Facts) -> list[str]:
    places = known.places
    return [
        _(
            "By strength: {strong} strong, {moderate} moderate, {weak} weak. The other {ungraded} name only a country and are "
            "not graded."
        ).format(**_coded(places.strength, "strong", "moderate", "weak", ungraded="")),
        _("By the source that gives the date: {counts}.").format(counts=_main_sources(places.source_type)),
        _(
            "By period of the evidence: {after_strategy} after the strategy, {during} from 2019 to the strategy, "
            "{before_2019} before 2019, {undated} undated."
        ).format(
            **_coded(places.evidence_period, "after_strategy", "before_2019", "undated", during="2019_to_strategy")
        ),
        *_shared(places.shared),
    ]


def _main_sources(found: Mapping[str, int]) -> str:
    said = {
        "official_page": counted("{n} official page", "{n} official pages", found.get("official_page", 0)),
        "agency_release": counted("{n} agency release", "{n} agency releases", found.get("agency_release", 0)),
        "press": counted("{n} press report", "{n} press reports", found.get("press", 0)),
        "testimony": counted("{n} testimony", "{n} testimonies", found.get("testimony", 0)),
    }
    return view.current().language.join(words for code, words in said.items() if code in found)


def _scope(known: Facts) -> str:
    return _(
        "**In the strategy, or context.** {strategy} initiatives are described in accounts of the document. {context} are "
        "related work that is not shown to be in it; they are marked “Context” wherever they stand."
    ).format(**_numbers(strategy=known.scope["strategy"], context=known.scope["context"]))


def _dates(known: Facts) -> str:
    return _(
        "**Dates** are as exact as the source. Of {events} events, {day} are known to the day, {month} to the month and {year} "
        "to the year. A month is drawn as a month and never turned into a day."
    ).format(
        **_numbers(events=known.events, **{name: known.precision.get(name, 0) for name in ("day", "month", "year")})
    )


def _part_years(known: Facts) -> str:
    return view.current().language.ngettext(
        "**Parts of years.** {n} of {values} values covers less than a year, {monthly} of them a month. It is never drawn as a full "
        "year. Figures of different agencies overlap and are never added.",
        "**Parts of years.** {n} of {values} values cover less than a year, {monthly} of them a month. They are never drawn as full "
        "years. Figures of different agencies overlap and are never added.",
        known.part_year,
        **_numbers(values=known.observations, monthly=known.monthly),
    )


def _no_later(known: Facts, day: str) -> str:
    return _(
        "**“No later source found”** is said of {missing} of the {sought} initiatives in the strategy. It means "
        "that none of the sources read up to {day} tells of it after the release. It does not mean that nothing happened. "
        "And where there is later evidence, that is no proof that the plan was carried out."
    ).format(day=day, **_numbers(missing=known.without_later, sought=known.sought))


def _coded(counts: Mapping[str, int], *codes: str, **named: str) -> dict[str, str]:
    """Return counts by code, or by a name for a code that is no name itself, in the reader's numbers."""
    named = {code: code for code in codes} | named
    return _numbers(**{name: counts.get(code, 0) for name, code in named.items()})


def _numbers(**counts: int) -> dict[str, str]:
    language = view.current().language
    return {name: language.number(count) for name, count in counts.items()}


def _as_list(lines: list[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
