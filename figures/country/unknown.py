"""What is not known of a country, counted."""

from data.queries.country.brief import Brief
from figures.language import Language


def gaps(brief: Brief, language: Language, objectives: tuple[int, ...] = ()) -> tuple[str, ...]:
    """Return what is not known, a sentence each; there always is something.

    Args:
        objectives: those to which the initiatives of the country are narrowed.
    """
    return (
        *_offices(brief, language),
        *_unit(brief, language),
        *_initiatives(brief, language, objectives),
        *_rest(brief, language),
    )


def _offices(brief: Brief, language: Language) -> list[str]:
    if brief.is_home:
        return []
    rows = brief.country.offices
    if rows.empty:
        if len(brief.country.presences):
            return [
                language.gettext("Whether HSI has an office here: sources tell of its work here and describe none.")
            ]
        return [language.gettext("Whether HSI has an office here: none was found in the sources read.")]
    gaps = [
        language.ngettext(
            "Whether the place named by sources is an office today: it is named as of the date of its evidence.",
            "Which of the {n} places named by sources are offices today: each is named as of the date of its evidence.",
            len(rows),
        )
    ]
    if undated := int((rows["evidence_date"] == "").sum()):
        gaps.append(
            language.ngettext(
                "How old the evidence of one place is.", "How old the evidence of {n} places is.", undated
            )
        )
    if untyped := int((rows["office_type"] == "unspecified").sum()):
        gaps.append(
            language.gettext("What type of office it is.")
            if len(rows) == 1
            else language.ngettext(
                "What type of office one of these places has.", "What type of office {n} of these places have.", untyped
            )
        )
    return gaps


def _unit(brief: Brief, language: Language) -> list[str]:
    if brief.is_home:
        return []
    if brief.country.tciu.empty:
        return [language.gettext("Whether it has a vetted unit: none was found in the sources read.")]
    return [language.gettext("What its vetted unit does today.")]


def _initiatives(brief: Brief, language: Language, objectives: tuple[int, ...]) -> list[str]:
    """Say how many initiatives of the strategy have no later source; they were looked for only for those."""
    sought = [one for one in brief.initiatives if one.follow_up]
    silent = sum(1 for one in sought if one.follow_up and not one.follow_up.latest.date)
    if not silent:
        return []
    fields = {
        "n": language.number(silent),
        "total": language.number(len(sought)),
        "numbers": language.join(map(str, objectives), "or"),
    }
    if silent == len(sought) > 1:
        pattern = (
            language.gettext(
                "What became of the {n} initiatives in the strategy under objective {numbers} that name it: no later source "
                "was found."
            )
            if objectives
            else language.gettext(
                "What became of the {n} initiatives in the strategy that name it: no later source was found."
            )
        )
    elif objectives:
        pattern = (
            language.gettext(
                "What became of {n} of {total} initiatives in the strategy under objective {numbers} that name it: no later "
                "source was found."
            )
            if len(sought) > 1
            else language.gettext(
                "What became of the only initiative in the strategy under objective {numbers} that names it: no later source "
                "was found."
            )
        )
    else:
        pattern = (
            language.gettext(
                "What became of {n} of {total} initiatives in the strategy that name it: no later source was found."
            )
            if len(sought) > 1
            else language.gettext(
                "What became of the only initiative in the strategy that names it: no later source was found."
            )
        )
    return [pattern.format(**fields)]


def _rest(brief: Brief, language: Language) -> list[str]:
    gaps = []
    if brief.flows.empty:
        gaps.append(
            language.gettext(
                "Whether drugs, chemicals, arms or cash pass here: no statement that names it was found in the sources read."
            )
        )
    if brief.series.empty:
        gaps.append(
            language.gettext("How much is seized here: no series of this country was found in the sources read.")
        )
    if still_open := sum(not one.resolved for one in brief.disagreements):
        gaps.append(
            language.ngettext(
                "Which side is right on the one point on which sources disagree.",
                "Which side is right on {n} points on which sources disagree.",
                still_open,
            )
        )
    gaps.append(
        language.gettext("What happened after the newest event that was found here.")
        if len(brief.country.events)
        else language.gettext("Whether anything happened here that the sources read do not tell.")
    )
    return gaps
