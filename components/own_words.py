"""What Streamlit's own page says and no argument of ours can set: the one list of it, in words that go through gettext.

components/static/page.js says it in the reader's language where an attribute or a text consists of it alone, outside of all that is
ours. `LEFT` names what it leaves in English, and why.
"""

import json
from collections.abc import Mapping

from data.once import once
from figures.language import Language

N = str  # marks a message for extraction; it is translated where it is used

WORDS = (
    N("Choose an option"),
    N("Choose options"),
    N("Choose date"),
    N("Clear all"),
    N("Clear value"),
    N("Close"),
    N("Close fullscreen"),
    N("Collapse sidebar"),
    N("Connection error"),
    N("Connection lost. Please wait for the app to reconnect, then try again."),
    N("Copied"),
    N("Copy to clipboard"),
    N("Dark"),
    N("Dismiss"),
    N("Download as CSV"),
    N("Expand sidebar"),
    N("Failed to generate file for download"),
    N("Fullscreen"),
    N("Light"),
    N("Link to heading"),
    N("Main menu"),
    N("No results"),
    N("Print"),
    N("Record screen"),
    N("Rerun"),
    N("Search"),
    N("Select all"),
    N("Selected values"),
    N("Settings"),
    N("Show/hide columns"),
    N("Sidebar"),
    N("Skip to main content"),
    N("System"),
    N("Theme"),
)
"""What stands alone."""

WITH_MORE = (
    N("Remove {rest}"),
    N("Help for {rest}"),
    N("Download as CSV: {rest}"),
    N("Fullscreen: {rest}"),
    N("Search: {rest}"),
    N("Show/hide columns: {rest}"),
    N("{rest} — start"),
    N("{rest} — end"),
    N("day, {rest}"),
    N("month, {rest}"),
    N("year, {rest}"),
    N("{rest} options available."),
    N("{rest} option available."),
)
"""What stands beside words of ours, or a number."""

WITHIN: Mapping[str, tuple[str, ...]] = {
    # Elsewhere "Open" is a word of ours.
    '[data-testid="stSelectbox"] button, [data-testid="stMultiSelect"] button': (N("Open"),),
    # What stands for a part of a date that is not filled in; day and month begin alike in both languages.
    '[data-testid="stDateInput"] [data-placeholder]': (N("yyyy"),),
}
"""Selector → what is Streamlit's in the elements that it finds, and there alone."""

LEFT: Mapping[str, str] = {
    "Made with Streamlit v": "a name",
    "Sort ascending, Sort descending, Autosize, Pin column, Hide column": "the menu of the grid is drawn by a library in a layer of its "
    "own that it makes anew at each look; each table that has one stands beside its files",
    "Is Streamlit still running?": "it is for whoever runs the server; components/static/outage.js closes it and says it in ours",
}
"""What stays in English → why."""


@once(8)
def said(language: Language) -> str:
    """Return Streamlit's words with what they are in a language, as JSON; empty where they are in English anyway.

    Under `within` stands, by selector, what is said in some elements alone.
    """
    if language.code == "en":
        return ""
    within = {selector: {words: language.gettext(words) for words in ours} for selector, ours in WITHIN.items()}
    everywhere = {words: language.gettext(words) for words in (*WORDS, *WITH_MORE)}
    return json.dumps({"everywhere": everywhere, "within": within}, ensure_ascii=False)
