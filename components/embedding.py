"""The code by which others show a figure in a page of theirs: offered where a setting names any who may (`data.settings`)."""

from html import escape

import streamlit as st

from components import filters, navigation, view
from components.language import _
from data.ledger import versions
from data.settings import embedders
from figures import framed
from figures.figure import Figure
from figures.view import View

HEIGHT = 640
"""Pixels of a frame that is told no better."""

NEWEST, PINNED = "newest", "pinned"
"""What a frame shows: the facts as they are when it is looked at, or those of a release, for ever."""


def offer(figure: Figure) -> None:
    """Offer the code of a figure in a dialog."""
    if embedders() and st.button(_("Embed"), icon=":material/code:", type="tertiary", key=f"embed-{figure.key}"):
        st.dialog(_("Embed this figure"), width="medium")(_code)(figure)


def _code(figure: Figure) -> None:
    here, release = view.current(), versions()[-1]
    if here.catalog.package["version"] not in versions():
        st.markdown(_unreleased(here, release))
    said = {NEWEST: _("Newest facts"), PINNED: _("As of version {version}").format(version=release)}
    which = st.segmented_control(
        _("What the frame shows"),
        list(said),
        default=NEWEST,
        format_func=said.__getitem__,
        key=f"embed-which-{figure.key}",
    )
    st.code(_frame(figure, release if which == PINNED else ""), language="html", wrap_lines=True)
    st.caption(
        _(
            "Put this into your page. The figure and the height of its frame fit the width that your page gives it. Those who may: {origins}"
        ).format(origins=", ".join(f"`{origin}`" for origin in embedders()))
    )


def _unreleased(here: View, release: str) -> str:
    """Say that the facts in view are not those of a release, as of which one a frame can be pinned, and where the difference is told."""
    return _(
        "What is in view is version {version}, which is not released yet. A frame can be pinned to version {release}, the last release, whose facts may differ: [changes]({address})."
    ).format(version=here.catalog.package["version"], release=release, address=navigation.address("changes"))


def _frame(figure: Figure, release: str) -> str:
    """Return the element that holds a figure of the view.

    Args:
        release: a version; empty for the newest facts.
    """
    here, (address, _mark, query) = view.current(), filters.address().partition("?")
    base = address.rpartition("/")[0]
    asked = "&".join(part for part in (query, f"release={release}" if release else "") if part)
    source = f"{base}/embed/{here.page}/{figure.key}{f'?{asked}' if asked else ''}"
    # How high the frame must be depends on its width, and so on what holds it. Where a page drops styles, the attribute holds.
    return (
        f'<div style="container-type: inline-size"><iframe src="{escape(source)}" title="{escape(figure.title)}" loading="lazy" '
        f'width="100%" height="{HEIGHT}" style="width: 100%; height: {framed.height(here, figure.key, bool(release))}; border: 0"></iframe></div>'
    )
