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
        "objective": language.gettext("Objective"),
        "initiative": language.gettext("Initiative"),
        "scope": language.gettext("Scope"),
        "leads": language.gettext("Lead"),
        "partners": language.gettext("Partners"),
        "countries": language.gettext("Countries"),
        "status": language.gettext("Status as published"),
        "kind": language.gettext("Kind"),
        "evidence_date": language.gettext("Latest evidence, date"),
        "evidence": language.gettext("Latest evidence"),
        "evidence_note": language.gettext("Limits of the evidence or of the search"),
        "summary": language.gettext("Summary"),
        "sources": language.gettext("Sources"),
        "initiative_id": language.gettext("Code"),
    }


def rows(initiatives: Sequence[Initiative], catalog: Catalog, language: Language) -> pd.DataFrame:
    """Return the initiatives in the reader's words, in the order given: `columns` names what is told of each."""
    objectives, names = labels.objectives(language, catalog), labels.countries(language, catalog)
    scopes, kinds = (labels.words(language, column) for column in ("scope", "kind"))
    told = [
        {
            "initiative_id": one.initiative_id,
            "objective": f"{one.objective_id} {objectives[one.objective_id]}",
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
