"""Files that a reader takes away: exactly the rows shown, with what they are, where from and as of when."""

import io
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

LARGEST = 2**53
"""From here on a fraction in a frame no longer holds every whole number."""

RUNNABLE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A text cell that begins with one of these is run as a formula by a spreadsheet."""

WRITTEN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""How a workbook is written: without files beside it, since a disk may be full; texts stay texts."""


@dataclass(frozen=True)
class About:
    """What a file says of itself.

    Attributes:
        offset, total: the place of the file's first row among all rows, and how many these are: a file may hold a part of them.
    """

    title: str
    filters: str
    note: str
    sources: tuple[str, ...]
    facts_as_of: str
    newest_source: str
    version: str
    link: str
    licence: str
    licence_link: str
    independence: str
    offset: int
    total: int


def defused(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with an apostrophe before every text that a spreadsheet would run. Numbers stay numbers."""
    texts = rows.select_dtypes(["object", "str"]).columns
    return rows.assign(**{name: rows[name].map(_defuse) for name in texts})


def _defuse(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(RUNNABLE) else value


def as_csv(rows: pd.DataFrame) -> bytes:
    """Return the rows as UTF-8 CSV with a byte order mark, so that Excel reads accents."""
    return defused(rows).to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def as_xlsx(rows: pd.DataFrame, about: About) -> bytes:
    """Return a workbook of two sheets: the rows, and what they are, a line a source: all in one cell would be cut by Excel."""
    buffer = io.BytesIO()
    told = asdict(about)
    facts = pd.DataFrame({"": list(told), "value": list(told.values())}).explode("value")
    with pd.ExcelWriter(buffer, engine="xlsxwriter", engine_kwargs={"options": WRITTEN}) as writer:
        defused(rows).to_excel(writer, sheet_name="Rows", index=False, freeze_panes=(1, 0))
        defused(facts).to_excel(writer, sheet_name="About", index=False, header=False)
        writer.sheets["Rows"].autofit(max_width=400)
        writer.sheets["About"].set_column(0, 1, 40)
        # The clock would make two workbooks of the same rows differ.
        writer.book.set_properties({"created": datetime.fromisoformat(about.facts_as_of)})
    return buffer.getvalue()


def as_json(rows: pd.DataFrame, about: About) -> bytes:
    """Return `{"about": {…}, "rows": [{…}]}` as UTF-8 JSON; a cell that is not known is null."""
    records = json.loads(rows.to_json(orient="records", date_format="iso", date_unit="s"))
    document = {"about": asdict(about), "rows": records}
    return json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8")


def as_parquet(rows: pd.DataFrame, about: About) -> bytes:
    """Return the rows as Parquet: types and texts as they are, nothing defused, and `about` as JSON in the file's metadata."""
    told = {b"about": json.dumps(asdict(about), ensure_ascii=False).encode()}
    table = pa.Table.from_pandas(_dated(_of_one_type(rows)), preserve_index=False)
    buffer = io.BytesIO()
    pq.write_table(table.replace_schema_metadata({**(table.schema.metadata or {}), **told}), buffer, compression="zstd")
    return buffer.getvalue()


FORMATS: Mapping[str, tuple[str, Callable[[pd.DataFrame, About], bytes]]] = {
    "csv": ("text/csv", lambda rows, about: as_csv(rows)),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx),
    "json": ("application/json", as_json),
    "parquet": ("application/vnd.apache.parquet", as_parquet),
}
"""Extension of a file → its type, and what makes it. The same rows are the same bytes, whenever they are asked for."""


def counted(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with every column of whole numbers as such: a gap among counts makes them fractions in a frame."""
    whole = [
        name
        for name in rows.select_dtypes("float")
        if rows[name].notna().any() and (rows[name].dropna() % 1 == 0).all() and rows[name].abs().max() < LARGEST
    ]
    return rows.assign(**{name: rows[name].astype("Int64") for name in whole})


def _dated(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with every column of whole days as dates; one that holds a month or a year beside stays text."""
    texts = rows.select_dtypes(["object", "str"])
    days = [name for name in texts if _are_days(texts[name])]
    return rows.assign(**{name: rows[name].map(lambda day: date.fromisoformat(day) if day else None) for name in days})


def _are_days(cells: pd.Series) -> bool:
    stated = [cell for cell in cells if not _unknown(cell) and cell != ""]
    return bool(stated) and all(isinstance(cell, str) and DAY.fullmatch(cell) for cell in stated)


def _of_one_type(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with every column that mixes types, such as numbers and texts, as texts: Parquet has one type a column."""
    mixed = [
        name
        for name in rows.columns
        if rows[name].dtype == object and len({type(value) for value in rows[name] if not _unknown(value)}) > 1
    ]
    return rows.assign(
        **{name: rows[name].map(lambda value: None if _unknown(value) else str(value)) for name in mixed}
    )


def _unknown(value: object) -> bool:
    return bool(pd.api.types.is_scalar(value) and pd.isna(value))


def file_name(figure: str, query: dict[str, list[str]], day: date, extension: str) -> str:
    """Return a name that tells figure, what narrows it as its link has it, and date: `offices-map_country-MEX_2026-11-24.csv`."""
    filters = [f"{key}-{'-'.join(values)}" for key, values in query.items()]
    stem = "_".join([figure, *filters])[:120]
    return re.sub(r"[^\w.-]", "-", f"{stem}_{day.isoformat()}.{extension}", flags=re.ASCII)
