"""The whole data package as one file."""

from functools import partial

import streamlit as st

from components import view
from components.language import _, counted
from data import packing


def show() -> None:
    """Offer the zip; it is made when a reader asks for it."""
    catalog = view.current().catalog
    st.markdown(
        _(
            "{tables} with their dictionary as a Data Package, a README, the licence (CC BY 4.0) and a citation file. Filters do not "
            "narrow it."
        ).format(tables=counted("{n} table", "{n} tables", len(catalog.tables)))
    )
    st.download_button(
        _("Whole package (ZIP)"),
        data=partial(packing.pack, catalog),
        file_name=packing.file_name(catalog),
        mime="application/zip",
        icon=":material/folder_zip:",
        on_click="ignore",
        key="sources-package",
    )
