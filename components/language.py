"""The language of this reader: from the link, else from the browser."""

import json
from html import escape

import streamlit as st

from components import walked
from components.run import once_a_run
from data.link import One, language_key
from figures.language import Language, available, language


def key() -> One:
    """Return the URL key of the language."""
    return language_key(available())


@once_a_run
def current() -> Language:
    """Return the language to speak."""
    browser = (st.context.locale or "en").split("-")[0]
    # Where a page breaks before its link was read, the link still says the language.
    return language(st.session_state.get("lang") or st.query_params.get("lang") or browser)


def _(message: str) -> str:
    """Return the message in the reader's language."""
    return current().gettext(message)


def counted(one: str, many: str, count: int) -> str:
    """Return the message that fits the count, in the reader's language, with `{n}` filled in."""
    return current().ngettext(one, many, count)


def announce(words: str) -> None:
    """Tell the browser which language the page speaks: Streamlit's own page always says English.

    It is the same for every view, and so sent once.

    Args:
        words: what Streamlit's own words are in this language (`components.own_words`).
    """
    keys = {
        "past": _("Skip to: {heading}"),
        "end": _("Skip to the end of the page"),
        "navigation": _("Pages"),
        "find": _("Find"),
        "foot": _("About this briefing"),
        "none": _("No filter is on"),
        "lost": _(
            "The connection to the briefing is lost. It is tried again by itself; your view is kept in the address."
        ),
        "slow": _("The answer takes longer than usual. Your view is kept in the address."),
    }
    # In a container of its own: nothing of it is to be seen, not even while it is awaited.
    st.container(key="page-language").html(
        f'<span id="page-language" data-language="{current().code}" data-words="{escape(words)}" '
        f'data-marks="{escape(walked.said(current()))}" '
        f'data-keys="{escape(json.dumps(keys, ensure_ascii=False))}"></span>'
        '<script src="app/static/page.js"></script><script src="app/static/tables.js"></script>'
        '<script src="app/static/marks.js"></script><script src="app/static/keyboard.js"></script>'
        '<script src="app/static/outage.js"></script><script src="app/static/fresh.js"></script>',
        unsafe_allow_javascript=True,
    )
