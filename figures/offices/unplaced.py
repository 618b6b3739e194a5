"""What newer sources say of an office in a country without naming a city: no place of the map has their date."""

import pandas as pd

from data.catalog import Catalog
from data.queries.evidence import unplaced
from figures.language import Language


def newer(catalog: Catalog, rows: pd.DataFrame, language: Language) -> list[str]:
    """Return that a newer source than those of a country's places speaks of an office there; nothing where none does.

    Args:
        rows: places, as `data.queries.offices.documented` returns them.
    """
    if rows.empty or rows["iso3"].nunique() > 1:
        return []
    day = unplaced(catalog, str(rows["iso3"].iloc[0]))
    if day <= max(rows["evidence_date"]):
        return []
    pattern = language.gettext("A newer source ({day}) speaks of an HSI office in the country, without a city.")
    return [pattern.format(day=language.date(day))]
