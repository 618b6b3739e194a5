"""Every sentence on every page, under many filters, read as an editor would: no odd number, no missing article, no code."""

import re

import pytest

from tests.allowed import table
from tests.opened import opened, said, turned

COUNTRIES = [row["iso3"] for row in table("countries")]
YEARS = range(2019, 2027)

SELECTIONS = [
    {},
    *({"objective": number} for number in "1234"),
    *({"country": code} for code in COUNTRIES),
    {"country": ["CHN", "USA"]},
    {"country": ["NLD", "USA", "MEX"]},
    {"objective": "3", "country": "MEX"},
    {"objective": ["2", "4"], "country": ["MEX", "USA"]},
    *({"region": code} for code in ("002", "009", "019", "029", "034", "142", "154", "202", "419")),
    {"region": ["029", "150"], "objective": "1"},
    {"region": "419", "country": ["MEX", "CHN"]},
    {"region": "419", "country": "CHN"},
    {"region": "019", "from": "2024"},
    *({"from": str(year), "to": str(year)} for year in YEARS),
]

PAGES = ("overview", "offices", "objectives", "timeline", "supply_chain", "trends", "country")

WITH_ARTICLE = (
    "United States", "Netherlands", "United Kingdom", "United Arab Emirates", "Philippines", "Dominican Republic",
    "Czech Republic", "Bahamas", "Asia-Pacific", "Americas", "Caribbean",
)  # fmt: skip

PUBLISHERS = re.compile(
    "|".join(re.escape(name) for name in sorted({row["publisher"] for row in table("sources")}, key=len, reverse=True))
)
"""They are called as they call themselves: USA Today."""

TITLES = re.compile(
    "|".join(re.escape(name) for name in sorted({row["title"] for row in table("sources")}, key=len, reverse=True))
)
"""A publication is called as it calls itself, and may name a file in it."""

FAULTS = {
    "a count of nothing": re.compile(r"(?<![\d.,:–/-])\b0 [a-z]"),
    "one of one": re.compile(r"\b1 of (the )?1\b(?![.,]\d)"),
    "all, told as a share": re.compile(r"\b(\d+) of the \1\b"),
    "one, told as many": re.compile(
        r"(?<![\d.,–-])\b1 (offices|places|initiatives|events|countries|sources|totals|points|statements)\b"
    ),
    "no article": re.compile(
        rf"\b(in|from|to|of|and|or|shows|by|with|for|at|on|names|between) ({'|'.join(WITH_ARTICLE)})\b"
    ),
    "a doubled space": re.compile(r"\S  +\S"),
    "a doubled word": re.compile(r"\b(the|a|of|in|and|to|is) \1\b"),
    "a code": re.compile(rf"\b({'|'.join(COUNTRIES)})\b|\b[a-z]+_[a-z_]+\b"),
    "a gap left open": re.compile(r"\{\w*\}|(?<!\])\(\)| ,| \.(?!\d)|\bnan\b|<NA>"),
}


def prose(text: str) -> str:
    """Return what a page says without addresses, code, names of publications, and our own citation lines."""
    text = re.sub(r"\[[^\]]*\]\(<[^>]*>\)[^\n·]*", "", text)
    text = re.sub(r"\]\((<[^>]*>|[^)]*)\)", "]", text)
    text = re.sub(r"`[^`]*`", "", text)
    text = PUBLISHERS.sub("Somebody", TITLES.sub("Something", text))
    return "\n".join(line for line in text.splitlines() if "://" not in line and "?" not in line)


@pytest.mark.parametrize("page", PAGES)
def test_every_sentence_reads_well_under_every_filter(page: str) -> None:
    found, at = {}, opened(page)
    for query in SELECTIONS:
        for line in prose(said(turned(at, **query))).splitlines():
            for fault, pattern in FAULTS.items():
                if match := pattern.search(line):
                    found.setdefault((fault, line), (query, match[0]))
    assert not found, "\n".join(
        f"{fault}: {match!r} in {line!r} {query}" for (fault, line), (query, match) in found.items()
    )
