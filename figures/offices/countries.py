"""The countries and territories of the tables as a list to choose from, each with its documented places."""

import pandas as pd

from data.catalog import Catalog
from data.queries.narrowing import sources_of
from figures import labels
from figures.figure import Figure
from figures.language import Language


def figure(offices: pd.DataFrame, catalog: Catalog, language: Language) -> Figure:
    """Return the list; a country without a documented place stands in it with a 0, since it has other entries.

    Args:
        offices: documented offices, as `data.queries.offices.documented` gives them.
    """
    names = labels.countries(language, catalog)
    counts = offices.groupby("iso3").size().reindex(list(names), fill_value=0)
    rows = pd.DataFrame({"iso3": list(names), "country": list(names.values()), "offices": counts.to_numpy()})
    rows = rows.sort_values(["offices", "country"], ascending=[False, True]).reset_index(drop=True)
    without = int((rows["offices"] == 0).sum())
    return Figure(
        key="offices-countries",
        title=language.ngettext(
            "{n} country or territory to choose", "{n} countries and territories to choose", len(rows)
        ),
        text=language.gettext("Choose a row to see what is known of a country. {without}").format(
            without=language.ngettext(
                "For {n} country or territory of other tables no office was found in the sources read.",
                "For {n} countries and territories of other tables no office was found in the sources read.",
                without,
            )
        ),
        rows=rows,
        columns={"country": language.gettext("Country or territory"), "offices": language.gettext("Places")},
        source_ids=tuple(sources_of(catalog, "office_evidence", "office_id", offices["office_id"])),
        narrowed_by=(),
    )
