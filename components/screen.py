"""What can be known of the reader's screen on the server."""

import streamlit as st


def is_phone() -> bool:
    """Return whether the browser says that it runs on a phone; a map's view is fitted to less width then."""
    headers = st.context.headers
    return headers.get("Sec-Ch-Ua-Mobile") == "?1" or "Mobi" in (headers.get("User-Agent") or "")
