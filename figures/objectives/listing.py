"""Every initiative as a row: who leads it and takes part, its status when published, and the latest evidence."""

from collections.abc import Sequence

import pandas as pd

from data.catalog import Catalog
from data.queries.objectives import Initiative
from figures import labels
from figures.language import Language


def columns(language: Language) -> dict[str, str]:
    """Return column of `rows` → its name for the reader."""
    return {
        "initiative": language.gettext("Initiative"),
        "objective_id": language.gettext("Objective"),
        "objective": language.gettext("Heading of the objective"),
        "leads": language.gettext("Lead"),
        "status": language.gettext("Status as published"),
        "evidence_date": language.gettext("Latest evidence, date"),
        "evidence": language.gettext("Latest evidence"),
        "scope": language.gettext("Scope"),
        "kind": language.gettext("Kind"),
        "partners": language.gettext("Partners"),
        "countries": language.gettext("Countries"),
        "evidence_note": language.gettext("Limits of the evidence or of the search"),
        "summary": language.gettext("Summary"),
        "sources": language.gettext("Sources"),
        "initiative_id": language.gettext("Code"),
    }


ASIDE = frozenset({"objective", "initiative_id"})
"""Columns for the files: a number stands for the heading, and the row leads to the record that the code names."""


def rows(initiatives: Sequence[Initiative], catalog: Catalog, language: Language) -> pd.DataFrame:
    """Return the initiatives in the reader's words, in the order given: `columns` names what is told of each."""
    objectives, names = labels.objectives(language, catalog), labels.countries(language, catalog)
    scopes, kinds = (labels.words(language, column) for column in ("scope", "kind"))
    told = [
        {
            "initiative_id": one.initiative_id,
            "objective_id": one.objective_id,
            "objective": objectives[one.objective_id],
            "initiative": one.name,
            "scope": scopes[one.scope],
            "kind": kinds[one.kind],
            "status": labels.status(one.status, one.status_date, language),
            "summary": one.summary,
            "leads": "; ".join(one.leads),
            "partners": "; ".join(one.partners),
            "countries": "; ".join(names[code] for code in one.countries),
            "evidence_date": one.follow_up.latest.date if one.follow_up else "",
            "evidence": one.follow_up.latest.what if one.follow_up else "",
            "evidence_note": one.follow_up.note if one.follow_up else "",
            "sources": labels.sources(one.source_ids, language, catalog),
        }
        for one in initiatives
    ]
    return pd.DataFrame(told, columns=list(columns(language)))
