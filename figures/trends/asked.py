"""The value of an indicator for a month or year that somebody asks for, in one line that says which part it is of."""

from data.catalog import Catalog
from data.queries.trends import asked
from data.queries.trends.asked import Asked
from data.queries.trends.indicators import known, parts
from data.queries.trends.whole import wholes
from figures.language import Language
from figures.trends import names
from figures.trends import wording as words


def told(catalog: Catalog, indicator_id: str, period: Asked, language: Language) -> str:
    """Return the line: "Fentanyl seized by CBP, March 2024: 1,248.03 lb (Southwest Border, OFO)…"; empty without a value."""
    row, indicator = asked.value(catalog, indicator_id, period), known(catalog)[indicator_id]
    if row is None:
        return ""
    said = language.gettext("{name}, {period}: {value}").format(
        name=names.short(language, indicator),
        period=words.period(language, row, indicator.period_type),
        value=words.marked(language, row, indicator.unit, exact=True),
    )
    several = len(parts(catalog, indicator_id)) > 1
    if several and (place := words.place(language, row)):
        said = language.gettext("{said}, in {place}").format(said=said, place=place)
    whole = wholes(catalog, indicator_id).get(row.period)
    if not whole:
        return said
    return language.gettext("{said}; all parts, added by us: {value}").format(
        said=said, value=words.exact(language, whole.value, indicator.unit)
    )
