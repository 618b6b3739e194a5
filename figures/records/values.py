"""The values of a statistical series, each with its period, its status and its sources."""

from data.catalog import Catalog
from data.queries.linked import linked
from data.queries.records.record import Record
from figures import labels
from figures.figure import Figure
from figures.language import Language


def figure(catalog: Catalog, record: Record, language: Language) -> Figure:
    """Return the values of a series as a table without a drawing.

    Args:
        record: of the kind `indicator`.
    """
    rows = record.beside["observations"].copy(deep=False)
    cited = linked(catalog, "observation_sources", "observation_id")
    rows["sources"] = [labels.sources(cited.get(value, ()), language, catalog) for value in rows["observation_id"]]
    for name in ("qualifier", "status"):
        rows[name] = [labels.word(language, "observations", name, code) for code in rows[name]]
    rows["period"] = [labels.fiscal_year(language, period) for period in rows["period"]]
    titles = {field["name"]: field["title"] for field in catalog.resource("observations")["schema"]["fields"]}
    shown = ("period", "region", "component", "value", "qualifier", "status", "partial", "note", "observation_id")
    filled = [name for name in shown if not (rows[name].isna() | (rows[name].astype(str) == "")).all()]
    return Figure(
        key="record-values",
        title=language.ngettext("{n} value of this series", "{n} values of this series", len(rows)),
        text=language.gettext("The unit is {unit}. A value that covers only part of its period says so.").format(
            unit=labels.word(language, record.table, "unit", record.row["unit"])
        ),
        rows=rows.reset_index(drop=True),
        columns={name: titles[name] for name in filled} | {"sources": language.gettext("Sources")},
        source_ids=record.source_ids,
        narrowed_by=(),
        chosen_by=("id",),
    )
