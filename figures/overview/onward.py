"""What stands below the first screen: what the strategy is in a paragraph, and where three kinds of reader go next."""

from html import escape

from data.once import once
from data.queries.offices import headline
from data.queries.timeline import EXAMPLE
from figures.overview import numbers
from figures.view import View


@once(256)
def strategy(view: View) -> str:
    """Return what the strategy is, as plain text."""
    language = view.language
    return language.gettext(
        "On {day} Homeland Security Investigations (HSI) released its Strategy for Combating Illicit Opioids. It sets four "
        "objectives: cut the supply abroad, cut it at home, attack what enables the trade, and work with private industry. "
        "Accounts of it describe {strategy} initiatives; this briefing sets them beside what later sources say."
    ).format(day=language.date(headline(view.catalog).date), strategy=language.number(numbers.initiatives(view)))


@once(256)
def ways(view: View) -> str:
    """Return the ways on: what each reader finds, and where."""
    say = view.language
    told = (
        (
            say.gettext("To brief"),
            say.gettext(
                "Show the map, walk through the objectives and the dates. Each figure gives a picture for a slide."
            ),
            (
                (say.gettext("Start with the map"), view.address("offices")),
                (say.gettext("Walk through the objectives"), view.address("objectives")),
            ),
        ),
        (
            say.gettext("To analyse"),
            say.gettext("Filter by objective, country or year, and take the rows as CSV, XLSX, JSON or Parquet."),
            (
                (say.gettext("Initiatives and later evidence"), view.address("objectives")),
                (say.gettext("Events, with a calendar file"), view.address("timeline")),
            ),
        ),
        (
            say.gettext("To report"),
            say.gettext("See who says what, where sources disagree, and what nobody has shown."),
            (
                (say.gettext("Method and contradictions"), view.address("about")),
                (
                    say.gettext("The morning conference of 31 May 2023"),
                    view.address("timeline", timeline_event=[EXAMPLE]),
                ),
            ),
        ),
    )
    sections = "".join(
        f"<section><h3>{escape(whom)}</h3><p>{escape(what)}</p><ul>"
        + "".join(f'<li><a href="{escape(to)}">{escape(words)}</a></li>' for words, to in links)
        + "</ul></section>"
        for whom, what, links in told
    )
    return f'<div class="front-ways">{sections}</div>'
