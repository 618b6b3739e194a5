"""Make the country shapes of the maps, ``countries.json``, and the lines between them, ``borders.json``, from Natural Earth.

Source: Natural Earth 1:50m admin 0 countries (version 4.1), as packaged in ``countries-50m.json`` of the npm
package ``world-atlas`` 2.0.2 (``npm pack world-atlas@2.0.2``). Natural Earth is in the public domain; the packaging
is under the ISC licence. Boundaries are Natural Earth's default, which are de facto: they show who controls
a place, and are no statement about who ought to.

Steps:

1. decode the arcs of the TopoJSON into rings;
2. give each shape its ISO 3166 alpha-3 code and its name in each language of the interface, and drop Antarctica and what has no place on a small map;
3. cut what crosses the 180th meridian there, so that no stripe runs across the map;
4. drop islands too small to be seen (each country keeps its largest part);
5. simplify all countries together, so that neighbours keep one common border;
6. round to two decimals (about 1 km) and write compact GeoJSON, sorted by code;
7. take from the shapes what two of them have in common, the borders on land, each once.

Run from anywhere: ``python data/geo/make_shapes.py SOURCE``. Nothing is fetched from the network.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import antimeridian
import pycountry
import shapely
from babel import Locale
from shapely.geometry import MultiPolygon, Polygon, mapping
from shapely.geometry.base import BaseGeometry

TARGET = Path(__file__).with_name("countries.json")
BORDERS = Path(__file__).with_name("borders.json")

Point = tuple[float, float]

#: Parts of a country smaller than this many square degrees are dropped, save its largest.
SMALLEST_PART = 0.06
#: Tolerance of the simplification in degrees (the square root of the smallest triangle that is kept).
TOLERANCE = 0.2
DECIMALS = 2

#: The source tells shapes apart by their numeric ISO code, so the ``-99`` that Natural Earth's own ``ISO_A3``
#: field gives to France and Norway does not arise: they come as 250 and 578. France (250) includes its overseas
#: regions, French Guiana among them. Hong Kong (344), Macao (446) and Taiwan (158) are shapes of their own.
#: Australia (036) comes twice, once as the Ashmore and Cartier Islands; both become one shape. The five below come
#: without any number. Their codes are user-assigned (ISO 3166 reserves XAA to XZZ for that): XKX is in wide use,
#: the others are ours.
WITHOUT_NUMBER = {
    "Kosovo": ("XKX", "Kosovo"),
    "Somaliland": ("XSO", "Somaliland"),
    "N. Cyprus": ("XNC", "Northern Cyprus"),
    "Siachen Glacier": ("XSG", "Siachen Glacier"),
    "Indian Ocean Ter.": None,  # Christmas and Cocos Islands, two codes in one shape and too small to be seen
}
#: Antarctica: nothing is ever said about it, and its shape encloses a pole.
DROPPED = {"010"}

#: Short English names where pycountry has only a formal one.
SHORT_NAMES = {
    "BRN": "Brunei",
    "CIV": "Ivory Coast",
    "COD": "Democratic Republic of the Congo",
    "COG": "Republic of the Congo",
    "FLK": "Falkland Islands",
    "FSM": "Micronesia",
    "LAO": "Laos",
    "MAC": "Macao",
    "MAF": "Saint Martin",
    "PRK": "North Korea",
    "PSE": "Palestine",
    "RUS": "Russia",
    "SHN": "Saint Helena",
    "SXM": "Sint Maarten",
    "SYR": "Syria",
    "TUR": "Turkey",
    "VAT": "Vatican City",
    "VGB": "British Virgin Islands",
    "VIR": "U.S. Virgin Islands",
}

#: Languages of the interface beside English → the locale that names countries in them (CLDR, through Babel).
LANGUAGES = {"es": "es_MX"}

#: Names in them of the shapes that have no code there.
WITHOUT_LOCALE = {
    "es": {"XSO": "Somalilandia", "XNC": "Norte de Chipre", "XSG": "Glaciar de Siachen"},
}


def decode_arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """Return the arcs in degrees: the file holds whole numbers, each the step from the point before."""
    scale_x, scale_y = topology["transform"]["scale"]
    move_x, move_y = topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for step_x, step_y in steps:
            x += step_x
            y += step_y
            arc.append((x * scale_x + move_x, y * scale_y + move_y))
        arcs.append(arc)
    return arcs


def ring(indices: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Join arcs into a ring; a negative index is the arc ``~index`` read backwards."""
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1:] if points else arc)
    return points


def polygons(geometry: dict[str, Any], arcs: list[list[Point]]) -> list[Polygon]:
    """Return the polygons of one TopoJSON geometry, each cut at the 180th meridian."""
    parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    cut: list[Polygon] = []
    for shell, *holes in parts:
        polygon = Polygon(ring(shell, arcs), [ring(hole, arcs) for hole in holes])
        if crosses_180(polygon):
            # The ring leaps from one side of the map to the other, so its winding on the plane says nothing:
            # the source winds its outer rings clockwise, the package wants them the other way round.
            turned = Polygon(polygon.exterior.coords[::-1], [hole.coords[::-1] for hole in polygon.interiors])
            cut.extend(parts_of(antimeridian.fix_polygon(turned, fix_winding=False)))
        else:
            cut.append(polygon)
    return cut


def crosses_180(polygon: Polygon) -> bool:
    """Tell whether two neighbouring points of the outer ring lie on different sides of the map."""
    points = list(polygon.exterior.coords)
    return any(abs(a[0] - b[0]) > 180 for a, b in pairwise(points))


def parts_of(shape: BaseGeometry) -> list[Polygon]:
    """Return the polygons a shape is made of; lines and points that a repair leaves behind are no land."""
    return [part for part in getattr(shape, "geoms", [shape]) if isinstance(part, Polygon) and not part.is_empty]


def identify(geometry: dict[str, Any]) -> tuple[str, str] | None:
    """Return the alpha-3 code and the short name of a shape, or None for one that is left out."""
    number = geometry.get("id")
    if number is None:
        return WITHOUT_NUMBER[geometry["properties"]["name"]]
    if number in DROPPED:
        return None
    country = pycountry.countries.get(numeric=number)
    if country is None:
        raise ValueError(f"no country has the number {number}")
    return country.alpha_3, SHORT_NAMES.get(country.alpha_3, getattr(country, "common_name", country.name))


def named(iso3: str, name: str) -> dict[str, str]:
    """Return the properties of a shape: its code and its names, `name` in English, `name_es` in Spanish."""
    country = pycountry.countries.get(alpha_3=iso3)
    code = country.alpha_2 if country else {"XKX": "XK"}.get(iso3, "")
    names = {
        f"name_{language}": WITHOUT_LOCALE.get(language, {}).get(iso3)
        or Locale.parse(locale).territories.get(code, name)
        for language, locale in LANGUAGES.items()
    }
    return {"iso3": iso3, "name": name, **names}


def without_specks(parts: list[Polygon]) -> MultiPolygon:
    """Drop the parts that are too small to be seen, but never the largest."""
    largest = max(parts, key=lambda part: part.area)
    return MultiPolygon([part for part in parts if part is largest or part.area >= SMALLEST_PART])


def rounded(shape: BaseGeometry) -> BaseGeometry:
    """Round every point by itself, so that common borders stay common, and repair what that may break."""
    shape = shapely.set_precision(shape, 10**-DECIMALS, mode="pointwise")
    if not shape.is_valid:
        shape = MultiPolygon(parts_of(shapely.make_valid(shape)))
    parts = shapely.orient_polygons(MultiPolygon([part for part in parts_of(shape) if part.area > 0])).geoms
    return parts[0] if len(parts) == 1 else MultiPolygon(parts)


def plain(coordinates: Any) -> Any:
    """Turn nested tuples of coordinates into lists of numbers rounded for print."""
    if isinstance(coordinates, float):
        return int(coordinates) if coordinates.is_integer() else round(coordinates, DECIMALS)
    if isinstance(coordinates, dict):
        return {name: plain(point) for name, point in coordinates.items()}
    return [plain(item) for item in coordinates]


def make_features(topology: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the GeoJSON features of all countries, sorted by code."""
    arcs = decode_arcs(topology)
    parts: dict[tuple[str, str], list[Polygon]] = defaultdict(list)
    for geometry in topology["objects"]["countries"]["geometries"]:
        known = identify(geometry)
        if known:
            parts[known].extend(polygons(geometry, arcs))

    countries = sorted(parts)
    shapes = shapely.coverage_simplify([without_specks(parts[country]) for country in countries], TOLERANCE)
    features = []
    for (iso3, name), shape in zip(countries, shapes, strict=True):
        geometry = mapping(rounded(shape))
        features.append(
            {
                "type": "Feature",
                "properties": named(iso3, name),
                "geometry": {"type": geometry["type"], "coordinates": plain(geometry["coordinates"])},
            }
        )
    return features


def make_borders(features: list[dict[str, Any]]) -> list[dict[str, Point]]:
    """Return the lines between neighbours in straight pieces, each once, `from` and `to`. A coast borders on nothing."""
    owners: dict[tuple[Point, Point], set[str]] = defaultdict(set)
    for feature in features:
        for polygon in parts_of(shapely.geometry.shape(feature["geometry"])):
            for line in (polygon.exterior, *polygon.interiors):
                for one, other in pairwise(line.coords):
                    owners[min(one, other), max(one, other)].add(feature["properties"]["iso3"])
    return [plain({"from": one, "to": other}) for (one, other), countries in owners.items() if len(countries) > 1]


def write(path: Path, content: Any) -> None:
    """Write JSON in as few bytes as it takes."""
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def main() -> None:
    """Read the TopoJSON named on the command line and write both files beside this script."""
    parser = argparse.ArgumentParser(
        description="Make countries.json and borders.json from Natural Earth's countries-50m.json."
    )
    parser.add_argument("source", type=Path, help="path of countries-50m.json from the npm package world-atlas")
    topology = json.loads(parser.parse_args().source.read_text(encoding="utf-8"))
    features = make_features(topology)
    write(TARGET, {"type": "FeatureCollection", "features": features})
    write(BORDERS, make_borders(features))


if __name__ == "__main__":
    main()
