"""Which boundaries and names the maps use, and that they take no side."""

import streamlit as st

from components import view
from components.citations import escape
from components.fold import folded
from components.language import _
from data.queries.about import points
from figures import labels


def show() -> None:
    """Show where shapes, points and names come from."""
    here = view.current()
    names = labels.in_sentences(here.language, here.catalog)
    small = here.language.join(names[code] for code in points(here.catalog))
    st.markdown(
        _(
            "**Boundaries** are those of [Natural Earth](https://www.naturalearthdata.com/), simplified and cut at the 180th "
            "meridian. They follow who controls a place, not who ought to. So they draw Crimea with Russia, and Kosovo, "
            "Somaliland, Northern Cyprus and the Siachen Glacier as shapes of their own. **The lines are not a statement of "
            "this briefing.**"
        )
    )
    with folded("maps", _("Points, names and regions")):
        st.markdown(
            _(
                "**Points** stand for cities, not for addresses; coordinates are those of [GeoNames](https://www.geonames.org/). A "
                "source that names only a country is drawn at a point inside it. Too small to be seen as a shape, and drawn as a "
                "point: {names}."
            ).format(names=escape(small))
        )
        st.markdown(
            _(
                "**Names and regions.** Countries have their plain short names, and regions are those of the United Nations (M49). "
                "Neither takes a side."
            )
        )
