"""What the page tells Streamlit's script and the browser beforehand, so that neither has to find it out in steps."""

from functools import cache

from api import scripts

SCRIPT = (
    "window.__streamlit ??= {BACKEND_BASE_URL: new URL('.', location).href, "
    "HOST_CONFIG: {allowedOrigins: [location.origin], useExternalAuthToken: false}};"
    "document.cookie = `window_width=${innerWidth}; path=/; SameSite=Strict`;"
)
"""Where the server is: one step above any page. Without it Streamlit's script asks below the page's own path first,
`/offices/_stcore/health`, hears twice that nothing is there, waits, and asks again, and only then opens its connection.
It listens to a page around it only if that is ours. A host that has told it something already is let be.

How wide the window is, the server has to know before it can say whether the sidebar begins folded (`components/screen.py`).
Nothing else is kept in the browser, and this only until it is closed."""


@cache
def head() -> str:
    """Return what goes into the head of a page: the script, and the scripts that the page comes to need."""
    links = "".join(
        f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in scripts.everywhere()
    )
    return f"<script>{SCRIPT}</script>{links}"
