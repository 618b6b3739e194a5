"""What the page of trends finds, in one line."""

from data.catalog import Catalog
from data.queries.trends.indicators import drawings, known, last, series
from data.selection import Selection
from figures.language import Language
from figures.trends import wording as words


def finding(catalog: Catalog, selection: Selection, language: Language) -> str:
    """Say how much fentanyl was seized and how many died with synthetic opioids, each in the newest period shown."""
    said = [
        _newest(catalog, selection, "cbp-fentanyl-seized-fy", language.gettext("{value} of fentanyl seized by CBP in {period}"), language),
        _newest(catalog, selection, "cdc-deaths-synthetic-opioids-cy", language.gettext("{value} U.S. deaths with synthetic opioids in {period}"), language),
    ]  # fmt: skip
    return "; ".join(part for part in said if part) or language.gettext("No value in the years chosen")


def _newest(catalog: Catalog, selection: Selection, code: str, pattern: str, language: Language) -> str:
    indicator = known(catalog)[code]
    rows = series(catalog, selection, code, drawings(catalog, [code], ())[0][1]).rows
    if rows.empty:
        return ""
    newest = last(rows)
    return pattern.format(
        value=words.value(language, newest, indicator.unit),
        period=words.period(language, newest, indicator.period_type),
    )
