"""Where the data lies on disk. The only place that knows."""

from pathlib import Path

DATA = Path(__file__).parent
PACKAGE = DATA / "datapackage.json"
SHAPES = DATA / "geo" / "countries.json"
BORDERS = DATA / "geo" / "borders.json"
LEDGER = DATA / "ledger.csv"
RELEASES = DATA / "releases"
