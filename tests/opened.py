"""A page opened in AppTest, as the shell serves it, and what it says."""

from streamlit.testing.v1 import AppTest

from components.navigation import PAGES

SHELL = PAGES.parent / "components" / "shell.py"


def opened(page: str = "overview", **query: str | list[str]) -> AppTest:
    """Open a page by its name, such as `offices`, with the query of a link."""
    at = AppTest.from_file(SHELL, default_timeout=60)
    for key, values in query.items():
        at.query_params[key] = values
    at.run().switch_page(str(PAGES / f"{page}.py")).run()
    assert not at.exception
    return at
