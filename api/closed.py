"""Which of Streamlit's own routes readers need; whatever else lies where Streamlit keeps its own is shut.

`tests/api/test_closed.py` holds both lists against the routes of the Streamlit that is installed: after an upgrade that brings
one, somebody decides on it.
"""

import re
from collections.abc import Mapping

OPEN: Mapping[str, str] = {
    "/_stcore/health": "a proxy asks whether the process answers, and a browser after an outage",
    "/_stcore/host-config": "a browser asks it after an outage, beside the health",
    "/_stcore/stream": "the connection of a page; api/door.py says whose",
    "/media/": "files that a reader downloads, and pictures",
    "/app/static/": "our fonts, icons and scripts",
    "/static/": "Streamlit's scripts, styles and fonts",
}
"""Path, or what paths begin with → what needs it."""

CLOSED: Mapping[str, str] = {
    "/_stcore/metrics": "how much memory and how many sessions there are is nobody's outside",
    "/_stcore/upload_file/": "nothing is uploaded",
    "/_stcore/bidi-components/": "files of components that packages bring: none is used",
    "/component/": "files of components of the older kind: none is used",
    "/_stcore/agent/": "an interface for programs that steer a page; ours is /api/v1",
    "/_stcore/script-health-check": "runs a page for whoever asks",
    "/auth/": "nobody logs in",
    "/oauth2callback": "nobody logs in",
}
"""Path, or what paths begin with → why it is shut."""

KEPT = re.compile(r"/(?:_stcore|component|auth|oauth2callback|media)(?:/|$)")
"""Where Streamlit keeps its own, at the root or below a base path; no page of ours lies at any of these names."""


def is_closed(path: str) -> bool:
    """Tell whether a path leads to something of Streamlit's own that no reader needs, wherever its base path begins."""
    if not (found := KEPT.search(path)):
        return False
    own = path[found.start() :]
    return not any(own.startswith(name) if name.endswith("/") else own == name for name in OPEN)
