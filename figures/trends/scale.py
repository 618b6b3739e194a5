"""How days and values become pixels: of a chart on the page and of the same chart in a picture."""

from dataclasses import dataclass

import pandas as pd

from figures.room import PHONE_ROOM, VAST_ROOM, WIDE_ROOM

DAY = pd.Timedelta(days=1)

HIGH = 1.25
"""Height of a line of words, as a part of the size of its type."""


@dataclass(frozen=True)
class Room:
    """The pixels that a chart may take, and the size of its type. On the page a chart grows wider than this, never narrower."""

    width: float
    height: float
    size: float


OF_PAGE = {
    PHONE_ROOM: Room(340, 290, 14),
    640: Room(290, 290, 14),
    960: Room(420, 300, 14),
    VAST_ROOM: Room(900, 480, 22),
}
LARGE = Room(540, 380, 18)
DRAWN = {WIDE_ROOM: 15, VAST_ROOM: 17}
"""Column → size of the type of a drawing that fills it: the page makes it larger, as it makes its own type larger."""

PAPER = Room(700, 250, 12)


def on_page(room: int) -> Room:
    """Return the room of a chart in a page's column of so many pixels: half of it, where two stand side by side."""
    return OF_PAGE.get(room, LARGE)


def alone(room: int) -> Room:
    """Return the room of a chart that has a column of so many pixels to itself."""
    half = on_page(room)
    return Room(room, half.height, DRAWN.get(room, half.size))


@dataclass(frozen=True)
class Scale:
    """Where the plot of a chart lies, in pixels from the upper left corner of the chart, and what its edges stand for."""

    left: float
    top: float
    width: float
    height: float
    first: pd.Timestamp
    last: pd.Timestamp
    low: float
    high: float

    def x(self, day: pd.Timestamp) -> float:
        """Return pixels from the left edge of the chart."""
        return self.left + float((day - self.first) / (self.last - self.first)) * self.width

    def y(self, value: float) -> float:
        """Return pixels from the upper edge of the chart."""
        return self.top + (self.high - value) / (self.high - self.low) * self.height

    def day(self, x: float) -> pd.Timestamp:
        """Return the day at so many pixels from the left edge."""
        return self.first + (self.last - self.first) * ((x - self.left) / self.width)

    @property
    def right(self) -> float:
        """Pixels from the left edge of the chart to the right edge of the plot."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Pixels from the upper edge of the chart to the lower edge of the plot."""
        return self.top + self.height
