"""A record that is not held: withdrawn, with its reason, or never known."""

from components import citations, navigation, view
from components.language import _
from components.record import changed
from data.ledger import TABLE
from data.queries.records.address import withdrawn


def show(record_id: str) -> None:
    """Say on whose word a record was withdrawn, and what changed of it before."""
    here = view.current()
    line = here.catalog.tables[TABLE].iloc[withdrawn(here.catalog)[record_id]]
    if line["source_id"]:
        citations.show([line["source_id"]])
    changed.show(record_id)


def unknown() -> None:
    """Lead on from an address that no record has."""
    navigation.link("sources", label=_("All tables"))
    navigation.link("changes", label=_("What was changed or withdrawn"))
