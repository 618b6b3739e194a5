"""A choice of one out of a few, whose value is a key of the link."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components import state
from data.link import Key


def show(key: Key, label: str, words: Mapping[Any, str], is_folded: bool = False) -> None:
    """Show the choice as a row of buttons.

    Args:
        key: what the choice sets.
        label: what is chosen, for those who do not see the buttons beside each other.
        words: code → its name for the reader, in the order shown.
        is_folded: whether it is a list to unfold instead, which takes less room.
    """
    how: dict[str, Any] = {
        "format_func": lambda code: words[code],
        "key": key.name,
        "on_change": state.save,
        "label_visibility": "collapsed",
    }
    if is_folded:
        st.selectbox(label, list(words), filter_mode=None, **how)
    else:
        st.segmented_control(label, list(words), required=True, **how)
