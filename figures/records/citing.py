"""How to cite a record: what it says, how sure it is, who says so, and where it stands; and how to correct it."""

from data.catalog import Catalog
from data.queries.records.record import Record
from figures import contact, labels, telling
from figures.language import Language
from figures.records import wording

GRADES = ("strength", "status", "qualifier", "date_precision")
"""Columns that say how sure or how exact a record is, the first that there is."""

SOURCES = 3
"""Sources named; the record lists the others."""


def citation(catalog: Catalog, record: Record, address: str, language: Language) -> str:
    """Return the citation of a record in one sentence: value, unit, date, grade, source, version, address.

    Args:
        address: the full link to the record.
    """
    says = telling.words(record.id, catalog, language)
    unit = str(record.row.get("unit", ""))
    since = wording.since(record, language)
    parts = [
        f"{wording.kind(record.id, language)}: {says}",
        language.gettext("unit: {unit}").format(unit=labels.word(language, record.table, "unit", unit)) if unit else "",
        since if since not in says else "",
        _grade(catalog, record, language),
        _sources(catalog, record, language),
        language.gettext("in: Illicit opioids strategy briefing, data version {version}").format(
            version=catalog.package["version"]
        ),
        address,
    ]
    return "; ".join(part for part in parts if part)


def correcting(record: Record, said: str, language: Language) -> str:
    """Return how to report an error in a record, as Markdown: a message that names it, ready to be written on.

    Args:
        said: its citation.
    """
    link = contact.about(
        language.gettext("Correction of {record}").format(record=record.id),
        "\n\n".join([record.id, said, language.gettext("What is wrong:"), language.gettext("Source that says so:")]),
    )
    if not link:
        return language.gettext(
            "**Correct this:** this copy of the briefing names no address. Please write to whoever serves it to you."
        )
    return language.gettext(
        "**Correct this:** [write to us]({link}); the message names the record, what it says and its address."
    ).format(link=f"<{link}>")


def _grade(catalog: Catalog, record: Record, language: Language) -> str:
    if record.kind == "office":
        said = wording.graded(record, language)
        return f"{said[:1].lower()}{said[1:]}"
    fields = {field["name"]: field for field in catalog.resource(record.table)["schema"]["fields"]}
    stated = next((name for name in GRADES if name in record.row), "")
    if not stated:
        return ""
    word = wording.in_words(catalog, record.table, fields[stated], record.row[stated], language)
    return f"{fields[stated]['title'].lower()}: {word.lower()}"


def _sources(catalog: Catalog, record: Record, language: Language) -> str:
    if record.kind == "source":
        return str(record.row.get("url", ""))
    if not record.source_ids:
        return ""
    named = labels.sources(record.source_ids[:SOURCES], language, catalog).replace("; ", " · ")
    more = len(record.source_ids) - SOURCES
    rest = language.ngettext("and {n} more source", "and {n} more sources", more) if more > 0 else ""
    return language.gettext("sources: {sources}").format(sources=f"{named} {rest}".strip())
