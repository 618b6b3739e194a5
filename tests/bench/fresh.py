"""What a view costs that nobody asked for before: processor time of the server, page by page. `python -m tests.bench.fresh`.

Forty views a page, each asked for once: of objectives, of countries, of years, and of both.
"""

import asyncio
import statistics
from itertools import cycle, product

from components.navigation import ENTRIES
from tests.bench.printing import line
from tests.bench.readers import Reader
from tests.bench.room import CPU_OF_A_CHANGE
from tests.server import Server, serving

Query = dict[str, list[str]]

OBJECTIVES = ("1", "2", "3", "4", "12", "13", "14", "23", "24", "34", "123", "234")
COUNTRIES = ("MEX", "CHN", "CAN", "COL", "IND", "GTM", "USA", "DEU", "ESP", "HND", "THA", "GBR")
YEARS = ((2019, 2023), (2020, 2024), (2021, 2023), (2015, 2022), (2022, 2024), (2018, 2020), (2023, 2023), (2023, 2025))

VIEWS: list[Query] = [
    *({"objective": list(numbers)} for numbers in OBJECTIVES),
    *({"country": [code]} for code in COUNTRIES),
    *({"from": [str(first)], "to": [str(last)]} for first, last in YEARS),
    *({"objective": [number], "country": [code]} for number, code in product("1234", ("MEX", "CHN"))),
]

OF_PAGE: dict[str, Query] = {"record": {"id": ["office:deu-frankfurt"]}}
"""What a page is to show, where its path alone shows nothing."""


async def _cost(server: Server, page: str) -> list[float]:
    reader, own = Reader(server.address, page, cycle([()])), OF_PAGE.get(page, {})
    stream = await reader.open()
    await reader.follow(stream, own)
    costs = []
    for view in VIEWS:
        before = server.cpu()
        await reader.follow(stream, own | view)
        costs.append(server.cpu() - before)
    await stream.close()
    return costs


def main() -> None:
    """Print the mean of each page, on one server."""
    with serving() as server:
        for entry in ENTRIES:
            cost = statistics.mean(asyncio.run(_cost(server, entry.path)))
            line(f"cpu of a view not asked for before /{entry.path}", cost, CPU_OF_A_CHANGE, "ms", 1e-3)


if __name__ == "__main__":
    main()
