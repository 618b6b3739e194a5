"""What a page's own controls narrow, in the words of a filter: files and pictures name it beside the filters (`Figure.search`)."""

from data import link
from data.queries import flows
from figures import labels
from figures.language import Language
from figures.view import View


def commodity(view: View) -> str:
    """Return what of all that moves is shown; empty for all of it."""
    chosen = view.choice(link.SUPPLY_COMMODITY)
    if chosen == flows.ALL:
        return ""
    named = labels.words(view.language, "commodity")[chosen]
    return view.language.gettext("what moves: {commodity}").format(commodity=named)


def scope(view: View) -> str:
    """Return which initiatives are shown, of the strategy or of its context; empty for both."""
    chosen = view.choice(link.OBJECTIVES_SCOPE)
    if chosen == "all":
        return ""
    return view.language.gettext("initiatives shown: {scope}").format(
        scope=labels.words(view.language, "scope")[chosen]
    )


def evidence(view: View) -> str:
    """Return whether initiatives are shown with a later source or without; empty for both."""
    _ = view.language.gettext
    said = {"later": _("initiatives with a later source"), "none": _("initiatives without a later source")}
    return said.get(view.choice(link.OBJECTIVES_EVIDENCE), "")


def group(system: str | None, language: Language) -> str:
    """Return which group of indicators is shown; empty for all of them."""
    if not system:
        return ""
    return language.gettext("group: {group}").format(group=labels.words(language, "system")[system])
