"""Codes of the tables in the reader's words."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal

from data.catalog import Catalog
from data.m49 import REGIONS
from data.once import once
from data.queries.linked import linked
from data.queries.regions import members
from data.selection import Selection
from data.translation import names
from figures.language import Language

N = str  # marks a message for extraction; it is translated where it is used

WORDS: Mapping[str, Mapping[str, str]] = {
    "date_precision": {"day": N("day"), "month": N("month"), "year": N("year")},
    "evidence_period": {
        "after_strategy": N("Evidence after the strategy"),
        "2019_to_strategy": N("Evidence from 2019 to the strategy"),
        "before_2019": N("Evidence before 2019"),
        "undated": N("Undated evidence"),
    },
    "strength": {
        "strong": N("Strong evidence"),
        "moderate": N("Moderate evidence"),
        "weak": N("Weak evidence"),
        "": N("Not graded"),
    },
    # In a column that says of what.
    "grade": {"strong": N("Strong"), "moderate": N("Moderate"), "weak": N("Weak"), "": N("Not graded")},
    "standing": {"office": N("Office"), "presence": N("Presence, no office")},
    "shows": {
        "office": N("Shows an office"),
        "post": N("Shows a post"),
        "presence": N("Shows a presence, no office"),
        "visit": N("Shows a visit"),
        "": N("Shows no office"),
    },
    "office_type": {
        "attache": N("Attaché office"),
        "sub_office": N("Sub-office"),
        "unspecified": N("Type not stated"),
    },
    "source_type": {
        "official_page": N("Official page"),
        "agency_release": N("Agency release"),
        "press": N("Press"),
        "testimony": N("Testimony"),
    },
    "region": {
        "Africa": N("Africa"),
        "Americas": N("Americas"),
        "Asia": N("Asia"),
        "Europe": N("Europe"),
        "Oceania": N("Oceania"),
    },
    "scope": {"strategy": N("In the strategy"), "context": N("Context")},
    "status": {
        "expanding": N("To be expanded"),
        "existing": N("Existing"),
        "planned": N("Planned"),
        "ended": N("Ended"),
    },
    "kind": {
        "center": N("Center"),
        "cooperation": N("Cooperation"),
        "operation": N("Operation"),
        "outreach": N("Outreach"),
        "programme": N("Programme"),
        "staffing": N("Staffing"),
        "unit": N("Unit"),
    },
    "category": {
        "context": N("Context"),
        "diplomacy": N("Diplomacy"),
        "legislation": N("Law and orders"),
        "operation": N("Operations"),
        "publication": N("Publications"),
        "sanction": N("Sanctions and charges"),
        "strategy": N("Strategies"),
    },
    "precision": {"day": N("day known"), "month": N("month known"), "year": N("year known")},
    "relation": {
        "announces": N("announces"),
        "starts": N("starts"),
        "expands": N("expands"),
        "reports_result": N("reports a result of"),
        "ends": N("ends"),
        "changes": N("changes"),
    },
    # In brackets beside what it ties to, and in a column.
    "event_initiatives.relation": {
        "announces": N("announcement"),
        "starts": N("start"),
        "expands": N("expansion"),
        "reports_result": N("result"),
        "ends": N("end"),
        "changes": N("change"),
    },
    "counts": {
        "offices_abroad": N("Offices abroad"),
        "attache_offices": N("Attaché offices"),
        "attache_and_sub_offices": N("Attaché and sub-offices"),
        "offices_besides_liaisons": N("Offices, without liaisons"),
        "analyst_count": N("An analyst's count"),
        "countries_only": N("Countries only"),
        "units": N("Units"),
        "countries_with_units": N("Countries with a unit"),
        "partner_countries": N("Partner countries"),
        "locations": N("Places with a unit"),
        "posts": N("Posts"),
        "posts_covered": N("Posts covered"),
    },
    "unit_type": {
        "offices": N("Offices"),
        "tciu": N("Vetted units (TCIU)"),
        "visa_security": N("Visa security"),
    },
    "commodity": {
        "precursors": N("Precursors"),
        "fentanyl": N("Fentanyl"),
        "illicit_opioids": N("Illicit opioids"),
        "narcotics": N("Narcotics"),
        "weapons": N("Weapons"),
        "cash": N("Cash"),
    },
    "flow_end": {"country": N("country"), "region": N("region"), "actor": N("group of people or companies")},
    "role": {"lead": N("Lead"), "partner": N("Partner")},
    "tciu_sources.role": {"main": N("Main source"), "also": N("Further source")},
    "says": {"agency": N("The agencies themselves"), "others": N("Others")},
    "level": {"city": N("City"), "country": N("Country")},
    "qualifier": {
        "exact": N("exact"),
        "over": N("more than this"),
        "about": N("about this"),
        "nearly": N("nearly this"),
        "fewer_than": N("fewer than this"),
    },
    "unit": {
        "lb": N("pounds (lb)"),
        "kg": N("kilograms (kg)"),
        "count": N("number"),
        "usd": N("U.S. dollars"),
        "deaths": N("deaths"),
        "per_100000": N("deaths per 100,000 people, age-adjusted"),
        "reports": N("laboratory reports"),
        "percent": N("percent"),
    },
    "period_type": {
        "fiscal_year": N("U.S. fiscal year, October to September"),
        "calendar_year": N("calendar year"),
        "month": N("month"),
        "12_months_ending": N("12 months; these overlap"),
        "year_to_date": N("part of a year"),
        "half_year": N("half a year"),
        "multi_year": N("several years together"),
        "cumulative": N("running total"),
        "interval": N("stretch of days"),
        "day": N("a single day"),
    },
    "observations.status": {
        "final": N("final"),
        "published": N("as published"),
        "provisional": N("provisional"),
        "reported": N("provisional, before adjustment"),
        "compiled": N("compiled by a third party"),
        "press_internal": N("internal data, from the press"),
    },
    # Of organisations.
    "type": {
        "HSI center": N("HSI center"),
        "HSI unit": N("HSI unit"),
        "blog": N("Blog"),
        "criminal organisations": N("Criminal organisations"),
        "executive office": N("Executive office"),
        "government committee": N("Government committee"),
        "government department": N("Government department"),
        "government ministry": N("Government ministry"),
        "intergovernmental coalition": N("Intergovernmental coalition"),
        "intergovernmental committee": N("Intergovernmental committee"),
        "intergovernmental forum": N("Intergovernmental forum"),
        "intergovernmental group": N("Intergovernmental group"),
        "international organisation": N("International organisation"),
        "law enforcement agency": N("Law enforcement agency"),
        "law enforcement component": N("Part of a law enforcement agency"),
        "library": N("Library"),
        "military service": N("Military service"),
        "multi-agency task force": N("Multi-agency task force"),
        "national government": N("National government"),
        "news outlet": N("News outlet"),
        "public-private center": N("Public-private center"),
        "regulator": N("Regulator"),
        "statistics agency": N("Statistics agency"),
        "treasury bureau": N("Treasury bureau"),
        "treasury office": N("Treasury office"),
        "vetted foreign unit": N("Vetted foreign unit"),
        "vetted foreign units": N("Vetted foreign units"),
    },
    "system": {
        "cbp_fentanyl": N("CBP: fentanyl"),
        "cbp_drugs": N("CBP: four drugs"),
        "cbp_amo": N("CBP: Air and Marine Operations"),
        "cbp_swb_areas": N("CBP: areas of the Southwest Border"),
        "cdc_overdose": N("Overdose deaths (CDC)"),
        "dhs_campaign": N("DHS: CBP and HSI together"),
        "hsi_results": N("HSI results"),
        "mexico_seizures": N("Seizures in Mexico"),
        "nflis": N("Laboratory reports (NFLIS)"),
        "operations": N("Operations"),
        "bulk_cash": N("Bulk cash"),
        "reported-totals": N("Reported totals of offices"),
    },
    "page": {
        "overview": N("Overview"),
        "offices": N("Offices"),
        "objectives": N("Objectives"),
        "timeline": N("Timeline"),
        "supply_chain": N("Supply chain"),
        "trends": N("Trends"),
        "country": N("Country brief"),
        "sources": N("Sources and data"),
        "take_away": N("Take it away"),
        "changes": N("Changes"),
        "about": N("About"),
        "record": N("Record"),
    },
    "difference": {
        "contradiction": N("Contradiction"),
        "scope": N("Different scope or date"),
        "wording": N("Told differently"),
        "corrected": N("Corrected here"),
    },
    "ledger.kind": {
        "corrected": N("Corrected"),
        "updated": N("Updated"),
        "added": N("Added"),
        "withdrawn": N("Withdrawn"),
        "reworded": N("Reworded"),
    },
    "part": {
        "article": N("Ríodoce article"),
        "between_sources": N("Between other sources"),
        "update_2026": N("Update of 2026"),
    },
}
"""Column → code → label. A column whose codes mean something else in one table than in others stands under both: `ledger.kind`."""


def word(language: Language, table: str, column: str, code: str) -> str:
    """Return the label of a code of a table; the code itself, as words, where it has none."""
    coded = WORDS.get(f"{table}.{column}") or WORDS.get(column, {})
    return language.gettext(coded[code]) if code in coded else code.replace("_", " ")


def words(language: Language, column: str) -> dict[str, str]:
    """Return code → label of a coded column, in its fixed order."""
    return {code: language.gettext(label) for code, label in WORDS[column].items()}


@once(8)
def countries(language: Language, catalog: Catalog) -> Mapping[str, str]:
    """Return ISO 3166 alpha-3 code → the country's name in this language."""
    rows = catalog["countries"][["iso3", "iso2", "name"]].itertuples(index=False)
    return MappingProxyType({iso3: language.country(iso2, name) for iso3, iso2, name in rows})


WITH_ARTICLE: Mapping[str, str] = {
    "ARE": N("the United Arab Emirates"),
    "BHS": N("the Bahamas"),
    "DOM": N("the Dominican Republic"),
    "GBR": N("the United Kingdom"),
    "HKG": N("Hong Kong"),
    "NLD": N("the Netherlands"),
    "PHL": N("the Philippines"),
    "USA": N("the United States"),
}
"""Countries whose name has an article in a sentence, in English or in another language of ours."""


@once(8)
def in_sentences(language: Language, catalog: Catalog) -> Mapping[str, str]:
    """Return ISO 3166 alpha-3 code → the country's name as it stands within a sentence: "the United States"."""
    articled = {code: language.gettext(name) for code, name in WITH_ARTICLE.items()}
    return MappingProxyType({**countries(language, catalog), **articled})


@once(8)
def regions(language: Language, catalog: Catalog) -> Mapping[str, str]:
    """Return UN M49 code → the region's name in this language, each region before its parts."""
    ours = names(language.code)  # CLDR is looser than the standard: in Spanish it leaves the Caribbean out
    return MappingProxyType(
        {code: ours.get(name := REGIONS[code].name) or language.country(code, name) for code in members(catalog)}
    )


REGIONS_WITH_ARTICLE: Mapping[str, str] = {"019": N("the Americas"), "029": N("the Caribbean")}
"""Regions whose name has an article in a sentence, in English or in another language of ours."""


@once(8)
def regions_in_sentences(language: Language, catalog: Catalog) -> Mapping[str, str]:
    """Return UN M49 code → the region's name as it stands within a sentence: "the Americas"."""
    articled = {code: language.gettext(name) for code, name in REGIONS_WITH_ARTICLE.items()}
    return MappingProxyType({**regions(language, catalog), **articled})


def chosen_regions(
    selection: Selection, language: Language, catalog: Catalog, style: Literal["standard", "or"] = "standard"
) -> str:
    """Return the regions that the reader chose, as they stand within a sentence: "Africa and the Caribbean"; empty without one."""
    said = regions_in_sentences(language, catalog)
    return language.join([said[code] for code in selection.regions], style)


@once(8)
def objectives(language: Language, catalog: Catalog, short: bool = False) -> dict[int, str]:
    """Return objective number → its title (the document's own heading) or its short title."""
    return catalog.names("objectives", "objective_id", "short_title" if short else "title")


FISCAL = re.compile(r"FY\d{4}", re.ASCII)
"""A fiscal year, as the tables write it."""


def fiscal_year(language: Language, period: str) -> str:
    """Return a fiscal year as it is called in this language: `FY2024` → FY2024; any other period as it is."""
    return language.gettext("FY{year}").format(year=period[2:]) if FISCAL.fullmatch(period) else period


def status(code: str, day: str, language: Language, within: bool = False) -> str:
    """Return the status of an initiative with its date, where it has one: "To be expanded (2024)".

    Args:
        within: as it stands within a sentence: "to be expanded (2024)".
    """
    word = words(language, "status")[code]
    word = word.lower() if within else word
    return language.gettext("{status} ({day})").format(status=word, day=language.date(day)) if day else word


def within(label: str) -> str:
    """Return a label as it stands within a sentence; one that begins with an abbreviation stays as it is."""
    return label[0].lower() + label[1:] if label[1:2].islower() else label


def full(name: str, short: str) -> str:
    """Return a name as it stands beside its abbreviation, which is not said twice: "Bulk Cash Smuggling Center (BCSC)" without the end."""
    return name.removesuffix(f" ({short})") if short else name


def sources_by(links: str, key: str, codes: Iterable[str], language: Language, catalog: Catalog) -> list[str]:
    """Return, for rows by their codes, the sources that a link table ties to each, as `sources` words them."""
    cited = linked(catalog, links, key)
    return [sources(cited.get(code, ()), language, catalog) for code in codes]


def sources(source_ids: Iterable[str], language: Language, catalog: Catalog) -> str:
    """Return sources as "publisher, date", in one cell of a table."""
    cited = (catalog.sources[source] for source in source_ids)
    return "; ".join(f"{source.publisher}, {language.date(source.published)}" for source in cited)
