"""The regions of the world by the standard M49 of the United Nations: https://unstats.un.org/unsd/methodology/m49/."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Region(NamedTuple):
    """A region by its name in the standard, and the code of the region that it lies in; empty for a continent."""

    name: str
    within: str = ""


REGIONS: Mapping[str, Region] = MappingProxyType(
    {
        "002": Region("Africa"),
        "015": Region("Northern Africa", "002"),
        "202": Region("Sub-Saharan Africa", "002"),
        "019": Region("Americas"),
        "419": Region("Latin America and the Caribbean", "019"),
        "029": Region("Caribbean", "419"),
        "013": Region("Central America", "419"),
        "005": Region("South America", "419"),
        "021": Region("Northern America", "019"),
        "142": Region("Asia"),
        "143": Region("Central Asia", "142"),
        "030": Region("Eastern Asia", "142"),
        "035": Region("South-eastern Asia", "142"),
        "034": Region("Southern Asia", "142"),
        "145": Region("Western Asia", "142"),
        "150": Region("Europe"),
        "151": Region("Eastern Europe", "150"),
        "154": Region("Northern Europe", "150"),
        "039": Region("Southern Europe", "150"),
        "155": Region("Western Europe", "150"),
        "009": Region("Oceania"),
        "053": Region("Australia and New Zealand", "009"),
        "054": Region("Melanesia", "009"),
        "057": Region("Micronesia", "009"),
        "061": Region("Polynesia", "009"),
    }
)
"""Code → region, each continent followed by its parts. The parts of Sub-Saharan Africa are left out: the table of countries does
not tell them apart."""

CODES: Mapping[str, str] = MappingProxyType({region.name: code for code, region in REGIONS.items()})
"""Name → code: the columns `region` and `subregion` of the table of countries hold names."""


def around(code: str) -> tuple[str, ...]:
    """Return a region and all that it lies in, the narrowest first: 029 → 029, 419, 019."""
    wider = REGIONS[code].within
    return (code, *around(wider)) if wider else (code,)
