"""The whole data package as one file."""

from functools import partial

import streamlit as st

from components import view
from components.language import _, counted
from data import packing


def show() -> None:
    """Offer the zip; it is made when a reader asks for it."""
    here = view.current()
    catalog = here.catalog
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="package"):
        st.download_button(
            _("Whole package (ZIP)"),
            data=partial(packing.pack, catalog),
            file_name=packing.file_name(catalog),
            mime="application/zip",
            icon=":material/folder_zip:",
            on_click="ignore",
            key="sources-package",
        )
        held = _(
            "{tables} with dictionary, README and citation file, whatever the filters. Licence: [CC BY 4.0]({licence})"
        ).format(
            tables=counted("{n} table", "{n} tables", len(catalog.tables)),
            licence=catalog.package["licenses"][0]["path"],
        )
        programs = _("For programs: [open data API]({address})").format(address=_api(here.language.code))
        st.caption(f"{held} · {programs}", width="content")


def _api(language: str) -> str:
    """Return the relative address of the page that says how programs ask."""
    return f"api/v1/?lang={language}"
