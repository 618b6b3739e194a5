"""Since when changes are shown, and how to hear of new ones."""

import streamlit as st

from components import navigation, state, view
from components.citations import escape
from components.language import _
from data import feeds, link
from figures import labels
from figures.records.changes import latest


def since() -> None:
    """Show the day since which changes are shown."""
    st.date_input(
        _("Since"),
        key=link.CHANGES_SINCE.name,
        on_change=state.save,
        format="YYYY-MM-DD",
        width=200,
    )


def come_back() -> None:
    """Give the link that will show what came after today, and the feeds that tell of it."""
    here = view.current()
    st.header(_("Hear of new changes"), anchor="feeds")
    if day := latest(here.catalog):
        st.markdown(
            _(
                "The newest change is of {day}. Keep [this link]({address}): it shows what changed from that day on."
            ).format(
                day=here.language.date(day), address=navigation.address("changes", **{link.CHANGES_SINCE.url: [day]})
            )
        )
    named = labels.objectives(here.language, here.catalog, short=True)
    countries, regions = labels.countries(here.language, here.catalog), labels.regions(here.language, here.catalog)
    spoken = here.language.code
    chosen = [
        (_("All changes"), feeds.path(language=spoken)),
        *(
            (f"{number} {named[number]}", feeds.path("objective", number, spoken))
            for number in here.selection.objectives or named
        ),
        *((regions[code], feeds.path("region", code, spoken)) for code in here.selection.regions),
        *((countries[code], feeds.path("country", code, spoken)) for code in here.selection.countries or ("MEX",)),
    ]
    st.markdown(
        _("News feeds (Atom) of all changes, or of those of one objective, country or region: {feeds}.").format(
            feeds=" · ".join(f"[{escape(name)}]({path})" for name, path in chosen)
        )
    )
    st.caption(
        _("For another country, put its code of three letters in the place of {code}.").format(
            code=(here.selection.countries or ("MEX",))[0]
        )
    )
