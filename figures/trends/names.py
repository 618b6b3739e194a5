"""Short names of indicators: what is counted and by whom, for headings of two lines and for the picker.

The title of an indicator says it in full; it stands under each heading and in the list.
"""

from collections.abc import Mapping

from data.queries.trends.indicators import Indicator
from figures.language import Language
from figures.trends import wording as words

N = str  # marks a message for extraction; it is translated where it is used

SHORT: Mapping[str, str] = {
    "cbp-fentanyl-seized-fy": N("Fentanyl seized by CBP"),
    "cbp-fentanyl-seizure-events-fy": N("Fentanyl seizure events by CBP"),
    "cbp-fentanyl-seized-ytd": N("Fentanyl seized by CBP"),
    "cbp-fentanyl-seizure-events-ytd": N("Fentanyl seizure events by CBP"),
    "cbp-fentanyl-seized-month": N("Fentanyl seized by CBP"),
    "cbp-fentanyl-seizure-events-month": N("Fentanyl seizure events by CBP"),
    "cbp-drugs-fentanyl-seized-fy": N("Fentanyl in CBP's file on four drugs"),
    "cbp-drugs-cocaine-seized-fy": N("Cocaine seized by CBP"),
    "cbp-drugs-heroin-seized-fy": N("Heroin seized by CBP"),
    "cbp-drugs-methamphetamine-seized-fy": N("Methamphetamine seized by CBP"),
    "cbp-amo-fentanyl-seized-fy": N("Fentanyl seized by CBP's AMO"),
    "cbp-swb-areas-fentanyl-seized-fy": N("Fentanyl seized in border areas"),
    "cbp-swb-areas-fentanyl-seizure-events-fy": N("Seizure events in border areas"),
    "cdc-overdose-death-rate-cy": N("U.S. overdose death rate"),
    "cdc-deaths-all-drugs-cy": N("U.S. overdose deaths"),
    "cdc-deaths-all-drugs-provisional-cy": N("Provisional U.S. overdose deaths"),
    "cdc-deaths-all-drugs-provisional-12m": N("Predicted U.S. overdose deaths"),
    "cdc-deaths-all-drugs-reported-cy": N("Unadjusted U.S. overdose deaths"),
    "cdc-deaths-synthetic-opioids-cy": N("U.S. deaths with synthetic opioids"),
    "cdc-deaths-synthetic-opioids-provisional-cy": N("Provisional U.S. deaths with synthetic opioids"),
    "cdc-deaths-synthetic-opioids-provisional-12m": N("Predicted U.S. deaths with synthetic opioids"),
    "cdc-deaths-synthetic-opioids-reported-cy": N("Unadjusted U.S. deaths with synthetic opioids"),
    "dhs-fentanyl-seized-fy": N("Fentanyl seized by CBP and HSI"),
    "dhs-fentanyl-seized-ytd": N("Fentanyl seized by CBP and HSI"),
    "dhs-fentanyl-seized-month": N("Fentanyl seized by CBP and HSI"),
    "dhs-pill-presses-seized-fy": N("Pill presses seized by CBP and HSI"),
    "dhs-pill-presses-seized-ytd": N("Pill presses seized by CBP and HSI"),
    "dhs-pill-presses-seized-month": N("Pill presses seized by CBP and HSI"),
    "dhs-fentanyl-seizure-arrests-fy": N("Arrests tied to fentanyl seizures by CBP and HSI"),
    "dhs-fentanyl-seizure-arrests-ytd": N("Arrests tied to fentanyl seizures by CBP and HSI"),
    "dhs-currency-seized-fy": N("Currency seized in the fentanyl campaign"),
    "dhs-precursor-chemicals-seized-since-2021": N("Precursors seized in HSI operations"),
    "dhs-precursor-chemicals-seized-year-to-2024-01": N("Precursors seized by CBP and HSI"),
    "hsi-fentanyl-seized-three-years": N("Fentanyl seized by HSI"),
    "hsi-fentanyl-seized-half-year": N("Fentanyl seized by HSI"),
    "hsi-fentanyl-seized-to-2023-09": N("Fentanyl seized by HSI"),
    "hsi-narcotics-seized-fy": N("Narcotics of all kinds seized by HSI"),
    "hsi-criminal-arrests-fy": N("Criminal arrests by HSI, all crime"),
    "hsi-tciu-criminal-arrests-fy": N("Criminal arrests by HSI's units abroad (TCIU)"),
    "hsi-tciu-firearms-seized-fy": N("Firearms seized by HSI's units abroad (TCIU)"),
    "hsi-tciu-narcotics-precursors-seized-fy": N("Narcotics and precursors seized by HSI's units abroad (TCIU)"),
    "hsi-currency-assets-seized-fy": N("Currency, assets seized by HSI"),
    "hsi-narcotics-proceeds-seized-fy": N("Proceeds of narcotics crime seized by HSI"),
    "hsi-precursor-chemicals-seized-to-2023-09": N("Precursors seized by HSI"),
    "hsi-narcotics-investigations-opened-ytd": N("Narcotics investigations opened by HSI"),
    "hsi-weapons-seized-fy": N("Weapons seized by HSI (press)"),
    "hsi-narcotics-arrests-change-fy": N("Change in narcotics arrests by HSI (press)"),
    "hsi-narcotics-investigations-opened-change-fy": N("Change in narcotics investigations by HSI (press)"),
    "hsi-civil-immigration-arrests-fy": N("Civil immigration arrests by HSI (press)"),
    "mexico-army-navy-fentanyl-seized-cy": N("Fentanyl seized by Mexico's army and navy"),
    "mexico-federal-fentanyl-seized-cy": N("Fentanyl seized by Mexico's federal forces"),
    "mexico-federal-fentanyl-seized-half-year": N("Fentanyl seized by Mexico's federal forces"),
    "mexico-federal-fentanyl-seized-day": N("Fentanyl seized in Sinaloa in one day"),
    "mexico-federal-fentanyl-pills-seized-interval": N("Fentanyl pills seized by Mexico's federal forces"),
    "mexico-federal-methamphetamine-labs-disabled-interval": N("Methamphetamine laboratories disabled in Mexico"),
    "nflis-fentanyl-reports-cy": N("Fentanyl reports by U.S. laboratories"),
    "nflis-all-fentanyl-category-reports-cy": N("Fentanyl-category reports by U.S. laboratories"),
    "operations-blue-lotus-fentanyl-seized-interval": N("Fentanyl seized in Blue Lotus and Four Horsemen"),
    "operations-blue-lotus-arrests-interval": N("Arrests in Blue Lotus and Four Horsemen"),
    "operations-blue-lotus-seizures-interval": N("Seizures in the first week of Blue Lotus"),
    "operations-blue-lotus-methamphetamine-seized-interval": N("Methamphetamine seized in the first week of Blue Lotus"),
    "operations-blue-lotus-hsi-agents-added-interval": N("HSI agents added for Blue Lotus"),
    "operations-blue-lotus-cbp-officers-added-interval": N("CBP officers added for Blue Lotus"),
    "operations-without-a-trace-arrests-cumulative": N("Arrests in Without a Trace"),
    "operations-without-a-trace-firearms-seized-cumulative": N("Firearms seized in Without a Trace"),
    "operations-without-a-trace-ammunition-rounds-seized-cumulative": N("Ammunition seized in Without a Trace, rounds"),
    "operations-without-a-trace-currency-seized-cumulative": N("Currency seized in Without a Trace"),
    "operations-without-a-trace-investigations-cumulative": N("Investigations in Without a Trace"),
    "operations-without-a-trace-search-warrants-cumulative": N("Search warrants in Without a Trace"),
    "operations-laredo-southbound-weapons-seized-ytd": N("Southbound weapons seized at Laredo"),
    "operations-laredo-southbound-ammunition-seized-ytd": N("Southbound ammunition seized at Laredo, rounds"),
    "operations-darknet-officers-trained-cumulative": N("Officers trained in darknet investigations"),
    "operations-darknet-officers-trained-ytd": N("Officers trained in darknet investigations"),
    "operations-chemical-initiative-precursors-seized-cumulative": N("Precursors seized under ICE's chemical initiative"),
    "operations-chemical-initiative-labs-closed-cumulative": N("Laboratories closed in Mexico with ICE's chemical initiative"),
    "operations-long-beach-dicumyl-peroxide-seized-day": N("Dicumyl peroxide seized at Long Beach"),
    "operations-hydra-benzyl-alcohol-seized-month": N("Benzyl alcohol seized in Operation Hydra"),
    "operations-hydra-n-methylformamide-seized-month": N("N-methylformamide seized in Operation Hydra"),
    "operations-houston-glacial-acetic-acid-seized-month": N("Glacial acetic acid seized at Houston"),
    "bulk-cash-arrests-fy": N("Bulk cash smuggling arrests by HSI"),
    "bulk-cash-arrests-cumulative": N("Bulk cash smuggling arrests by HSI"),
    "bulk-cash-seized-cumulative": N("Bulk cash seized by HSI"),
}  # fmt: skip
"""Code → name, where the title without its period is longer than two lines leave room for."""


def short(language: Language, indicator: Indicator) -> str:
    """Return the short name of an indicator: "Fentanyl seized by CBP"."""
    ours = SHORT.get(indicator.indicator_id)
    return language.gettext(ours) if ours else words.subject(language, indicator)


def says_standing(indicator: Indicator) -> bool:
    """Say whether the short name tells already that the values are provisional, or from the press."""
    name = SHORT.get(indicator.indicator_id, "")
    return name.startswith("Provisional") or name.endswith("(press)")


def to_pick(language: Language, indicator: Indicator, group: str) -> str:
    """Return the name in a list to pick from.

    Streamlit's list finds what holds the letters typed, in their order. So the group comes first and the kind of period last, as
    people type them: "cbp fentanyl month", "fentanyl cbp month", "overdose deaths year". What is too long for a line wraps.

    Args:
        group: the name of its group.
    """
    return language.gettext("{group} · {name} · {kind}").format(
        kind=words.kinds(language, indicator.period_type), name=short(language, indicator), group=group
    )
