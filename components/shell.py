"""The script of every page: page config, state, sidebar, the page itself, footer."""

from pathlib import Path

import streamlit as st

from components import (
    errors,
    filters,
    find,
    footer,
    language,
    navigation,
    outage,
    own_words,
    run,
    screen,
    stale,
    state,
    view,
)
from components.catalog import catalog
from components.language import _
from data import pages
from data.problem import DataError

SIDEBAR = 240  # pixels
ICON = Path(__file__).parent / "static" / "icon.png"

st.set_page_config(
    page_icon=ICON,
    layout="wide",
    initial_sidebar_state="collapsed" if screen.is_narrow() else SIDEBAR,
    menu_items={"Get help": None, "Report a bug": None, "About": None},
)

with run.begun():
    try:
        catalog()
    except DataError as error:
        errors.broken_data(error)
        st.stop()

    state.load()
    outage.bridge()
    page = st.navigation([*navigation.pages().values(), *navigation.astray(errors.unknown_page)], position="hidden")
    st.session_state[state.PAGE] = page.url_path
    view.begin()
    st.set_page_config(page_title=_("{page} · Illicit opioids strategy briefing").format(page=page.title))

    with st.sidebar:
        st.markdown(_("**Strategy for Combating Illicit Opioids**"))
        with st.container(gap="xsmall", key="navigation"):
            for name in pages.LISTED:
                navigation.link(name)
        filters.sidebar()
        language.announce(own_words.said(language.current()))

    stale.show()
    find.show()
    filters.bar()
    try:
        page.run()
    except Exception as error:
        # Told here, where the page breaks off: once the error has left this script, it would be told below the footer.
        errors.report(error)
        raise
    finally:
        # A page that breaks still says who we are not. None stops early: a stopped script cannot show anything more.
        footer.show()
