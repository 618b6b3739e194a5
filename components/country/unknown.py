"""What is not known of the country, counted."""

from html import escape

from components import view
from components.country.section import Section
from components.language import _, counted
from data.queries.country.brief import Brief


def section(brief: Brief) -> Section:
    """Return the section on what is not known; it never is without an entry."""
    return Section(
        key="unknown",
        title=_("What is not known"),
        columns=(),
        rows=[(escape(gap),) for gap in (*_offices(brief), *_unit(brief), *_initiatives(brief), *_rest(brief))],
        empty="",
        way=("about", _("All that is not known, and how the facts were gathered")),
        printed=(7, 3),
        in_sight=9,
    )


def _offices(brief: Brief) -> list[str]:
    if brief.is_home:
        return []
    rows = brief.country.offices
    if rows.empty:
        if len(brief.country.presences):
            return [_("Whether HSI has an office here: sources tell of its work here and describe none.")]
        return [_("Whether HSI has an office here: none was found in the sources read.")]
    gaps = [
        counted(
            "Whether the {n} place named by sources is an office today: it is named as of the date of its evidence.",
            "Which of the {n} places named by sources are offices today: each is named as of the date of its evidence.",
            len(rows),
        )
    ]
    if undated := int((rows["evidence_date"] == "").sum()):
        gaps.append(counted("How old the evidence of {n} place is.", "How old the evidence of {n} places is.", undated))
    if untyped := int((rows["office_type"] == "unspecified").sum()):
        gaps.append(
            _("What type of office it is.")
            if len(rows) == 1
            else counted("What type of office {n} place has.", "What type of office {n} places have.", untyped)
        )
    return gaps


def _unit(brief: Brief) -> list[str]:
    if brief.is_home:
        return []
    if brief.country.tciu.empty:
        return [_("Whether it has a vetted unit: none was found in the sources read.")]
    return [_("What its vetted unit does today.")]


def _initiatives(brief: Brief) -> list[str]:
    """Say how many initiatives of the strategy have no later source; they were looked for only for those."""
    sought = [one for one in brief.initiatives if one.follow_up]
    silent = sum(1 for one in sought if one.follow_up and not one.follow_up.latest.date)
    if not silent:
        return []
    return [
        view.current().language.ngettext(
            "What became of {n} of {total} initiatives in the strategy that name it: no later source in this collection.",
            "What became of {n} of {total} initiatives in the strategy that name it: no later source in this collection.",
            silent,
            total=view.current().language.number(len(sought)),
        )
        if len(sought) > 1
        else _("What became of the only initiative in the strategy that names it: no later source in this collection.")
    ]


def _rest(brief: Brief) -> list[str]:
    gaps = []
    if brief.flows.empty:
        gaps.append(
            _(
                "Whether drugs, chemicals, arms or cash pass here: no statement that names it was found in the sources read."
            )
        )
    if brief.series.empty:
        gaps.append(_("How much is seized here: no series of this country was found in the sources read."))
    if still_open := sum(not one.resolved for one in brief.disagreements):
        gaps.append(
            counted(
                "Which side is right on {n} point on which sources disagree.",
                "Which side is right on {n} points on which sources disagree.",
                still_open,
            )
        )
    gaps.append(_("What happened lately: the last months are thin in this collection."))
    return gaps
