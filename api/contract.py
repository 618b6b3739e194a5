"""What we reach for in Streamlit's page though Streamlit does not promise it, named here once.

The style sheet, the page's script and the tests cannot take a name from here: `tests/test_contract.py` holds them against this
list, and this list against the Streamlit that is installed. After an upgrade it says at once which name is gone.
"""

import re

ROOT = '<div id="root"></div>'
"""Where Streamlit's script draws the page: an answer without it is not the page."""

TITLE = "<title>Streamlit</title>"
ICON = "./favicon.png"
SERVICE = 'rel="service-desc" href="./_stcore/agent/openapi.json"'
LANGUAGE = '<html lang="en"'
HEAD, HEAD_END = "<head>", "</head>"

FONT = re.compile(r'<link\s+rel="preload"[^>]*as="font"[^>]*>')
"""Streamlit's page asks for a font of its own, which we never show."""

WITHOUT_SCRIPTS = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
"""What Streamlit's page says to a browser without scripts: that it shows nothing. Ours shows how the page begins."""

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
"""What our policy has to allow by its hash."""

TEST_IDS = frozenset(
    {
        "InputInstructions",
        "stAlert",
        "stAlertContainer",
        "stAppViewContainer",
        "stButton",
        "stButtonGroup",
        "stCaptionContainer",
        "stCheckbox",
        "stColumn",
        "stConnectionStatus",
        "stDataFrame",
        "stDateInput",
        "stDateInputCalendarButton",
        "stDeckGlJsonChart",
        "stDialog",
        "stDownloadButton",
        "stElementContainer",
        "stElementToolbar",
        "stElementToolbarButton",
        "stException",
        "stExpander",
        "stExpanderDetails",
        "stExpanderIcon",
        "stExpandSidebarButton",
        "stHeader",
        "stHeaderActionElements",
        "stHeading",
        "stHorizontalBlock",
        "stIconMaterial",
        "stLayoutWrapper",
        "stMain",
        "stMainBlockContainer",
        "stMarkdown",
        "stMarkdownContainer",
        "stMetricValue",
        "stMultiSelect",
        "stMultiSelectDropdown",
        "stMultiSelectTagsContainer",
        "stPageLink",
        "stPageLink-NavLink",
        "stPlotlyChart",
        "stPopover",
        "stPopoverBody",
        "stSelectbox",
        "stSelectboxVirtualDropdown",
        "stSidebar",
        "stSidebarCollapseButton",
        "stSidebarContent",
        "stSidebarHeader",
        "stSidebarUserContent",
        "stSkeleton",
        "stSlider",
        "stStatusWidget",
        "stTextInput",
        "stToolbar",
        "stTooltipIcon",
        "stVerticalBlock",
    }
)
"""Values of `data-testid`."""

CLASSES = frozenset(
    {
        "stApp",
        "stDataFrame",
        "stDeckGlJsonChart",
        "stElementContainer",
        "stHtml",
        "stMarkdown",
        "stMultiSelect",
        "stPlotlyChart",
        # Plotly's, within its charts.
        "js-plotly-plot",
        "main-svg",
        "modebar",
        # deck.gl's, within its map: what hears the keyboard.
        "deck-events-root",
    }
)

KEY_CLASS = "st-key-"
"""What the class of an element with a key begins with."""

ATTRIBUTES = frozenset(
    {
        "data-collapsed",
        "data-item-hl",
        "data-placeholder",
        "data-rac",
        "data-tag",
        "data-test-connection-state",
        "data-test-script-state",
    }
)

VALUES = frozenset({"CONNECTED", "running", "notRunning", "Download as CSV", "__reactFiber$", "trace bars"})
"""Of attributes: the states of connection and script, and the label of a button that we take away. Of what marks are walked by: what
React leaves on the parts of a page, and the class of Plotly's bars."""

EVERYWHERE = ("PageLink", "ButtonGroup", "Multiselect", "Slider", "Html", "TextInput")
"""Elements of sidebar and search, each a script of its own, that every page needs."""

FIGURES = ("DeckGlJsonChart", "PlotlyChart", "DataFrame")
"""Elements of figures: large, and not wanted before there is a heading."""

TOLD = frozenset({"__streamlit", "BACKEND_BASE_URL", "HOST_CONFIG"})
"""What `api/boot.py` tells Streamlit's script of where its server is."""

APP = frozenset({"script_path", "routes", "middleware", "lifespan", "on_script_error"})
"""What `app.py` gives to `st.App`."""
