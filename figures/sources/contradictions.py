"""Where sources disagree: every point with what each side says, and the reading that the tables follow."""

from collections import Counter
from collections.abc import Mapping
from itertools import chain

import pandas as pd

from data.catalog import Catalog
from data.queries.sources.contradictions import Contradiction, contradictions, disagreements, sources, with_source
from figures import labels
from figures.figure import Figure
from figures.language import Language


def figure(
    catalog: Catalog, found: tuple[Contradiction, ...], language: Language, drawing: str | None = None
) -> Figure:
    """Return the contradictions, one row a reading.

    Args:
        found: what `data.queries.sources.contradictions.contradictions` returns.
        drawing: the same points for reading, as HTML.
    """
    return Figure(
        key="contradictions",
        title=title(found, language),
        text=_text(found, language),
        rows=_rows(catalog, found, language),
        columns={
            "point": language.gettext("Point"),
            "attributed_to": language.gettext("Who says it"),
            "claim": language.gettext("What it says"),
            "sources": language.gettext("Sources"),
            "part": language.gettext("Where it was found"),
            "difference": language.gettext("Kind of difference"),
            "standing": language.gettext("Standing"),
            "followed": language.gettext("Reading that the tables follow"),
            "note": language.gettext("Note"),
            "claim_id": language.gettext("Code"),
        },
        source_ids=sources(found),
        note=language.gettext(
            "A claim is reported here, not endorsed. “Official wording” comes from press and library copies of the document, "
            "and the Ríodoce article was read in English translation."
        ),
        drawing=drawing,
        narrowed_by=(),
    )


def title(found: tuple[Contradiction, ...], language: Language) -> str:
    """Return how many points are listed, and how many of them are contradictions: the heading counts what stands under it."""
    ours = disagreements(found)
    points = language.ngettext("{n} point on which accounts differ", "{n} points on which accounts differ", len(found))
    if not ours:
        return language.gettext("{points}: none is a contradiction").format(points=points) if found else _none(language)
    return language.gettext("{points}: {contradictions} ({standing})").format(
        points=points,
        contradictions=language.ngettext("{n} is a contradiction", "{n} are contradictions", len(ours)),
        standing=_standing(ours, language),
    )


def contradicted(found: tuple[Contradiction, ...], language: Language) -> str:
    """Return on how many points sources contradict each other, and how many of these are settled; points of another kind are none."""
    ours = disagreements(found)
    if not ours:
        return _none(language)
    return language.gettext("{points}: {standing}").format(
        points=language.ngettext(
            "Sources contradict each other on {n} point", "Sources contradict each other on {n} points", len(ours)
        ),
        standing=_standing(ours, language),
    )


def _none(language: Language) -> str:
    return language.gettext("No contradiction is listed")


def _standing(ours: tuple[Contradiction, ...], language: Language) -> str:
    """Return how many contradictions are settled: "11 settled, 7 open"."""
    settled = sum(one.resolved for one in ours)
    if settled == len(ours):
        return language.gettext("all settled")
    if not settled:
        return language.gettext("all open")
    return language.gettext("{settled} settled, {open} open").format(
        settled=language.number(settled), open=language.number(len(ours) - settled)
    )


def of_source(catalog: Catalog, source_id: str, language: Language) -> str:
    """Return how many points there are of both kinds, and on how many of each a source is cited: no number of one kind beside a total of another."""
    every = contradictions(catalog)
    denied = disagreements(every)
    cited, ours = len(with_source(denied, source_id)), len(with_source(every, source_id))
    return language.gettext(
        "{contradictions}. {publisher} is cited on {n} of them, for one side or another, and on {more} of the {others} points of "
        "another kind."
    ).format(
        contradictions=contradicted(every, language),
        publisher=catalog.sources[source_id].publisher,
        n=language.number(cited),
        more=language.number(ours - cited),
        others=language.number(len(every) - len(denied)),
    )


def standing(one: Contradiction, language: Language) -> str:
    """Return whether one reading is followed, in a word; of what is no contradiction, what it is."""
    if one.difference != "contradiction":
        return labels.words(language, "difference")[one.difference]
    return language.gettext("Settled") if one.resolved else language.pgettext("standing", "Open")


def _text(found: tuple[Contradiction, ...], language: Language) -> str:
    if not found:
        return ""
    sizes = [len(one.readings) for one in found]
    ours = disagreements(found)
    settled = [one for one in ours if one.resolved]
    parts = [
        language.gettext("Each point stands with what each side says and where: {readings} in all.").format(
            readings=language.ngettext("{n} reading", "{n} readings", sum(sizes))
        ),
        _by_part(found, language),
        language.ngettext(
            "On {n} contradiction the tables follow one reading and say which.",
            "On {n} contradictions the tables follow one reading and say which.",
            len(settled),
        ),
        language.ngettext(
            "On {n} none is chosen: the readings stand side by side.",
            "On {n} none is chosen: the readings stand side by side.",
            len(ours) - len(settled),
        ),
        _others(found, language),
    ]
    return " ".join(part for part in parts if part)


def _others(found: tuple[Contradiction, ...], language: Language) -> str:
    """Return how many points are no contradiction, by what they are."""
    counts = Counter(one.difference for one in found)
    said = {
        "scope": language.gettext("{n} differ in scope or date, and both sides can be true"),
        "wording": language.gettext("{n} are told differently"),
        "corrected": language.gettext("{n} were corrected here"),
    }
    parts = [message.format(n=language.number(counts[kind])) for kind, message in said.items() if counts[kind]]
    return language.gettext("No contradictions: {parts}.").format(parts="; ".join(parts)) if parts else ""


def _by_part(found: tuple[Contradiction, ...], language: Language) -> str:
    counts = pd.Series([one.part for one in found]).value_counts()
    said = {
        "article": language.gettext("{n} set the Ríodoce article against other sources"),
        "between_sources": language.gettext("{n} stand between other sources"),
        "update_2026": language.gettext("{n} came up in the update of 2026"),
    }
    parts = [message.format(n=language.number(int(counts[part]))) for part, message in said.items() if part in counts]
    return language.gettext("Of the points, {parts}.").format(parts=language.join(parts))


def _rows(catalog: Catalog, found: tuple[Contradiction, ...], language: Language) -> pd.DataFrame:
    parts = labels.words(language, "part")
    columns = [
        "claim_id",
        "part",
        "difference",
        "point",
        "attributed_to",
        "claim",
        "sources",
        "standing",
        "followed",
        "note",
    ]
    rows = chain.from_iterable(_rows_of(one, catalog, parts, language) for one in found)
    return pd.DataFrame(list(rows), columns=columns)


def _rows_of(
    one: Contradiction, catalog: Catalog, parts: Mapping[str, str], language: Language
) -> list[dict[str, str]]:
    return [
        {
            "claim_id": reading.claim_id,
            "part": parts[one.part],
            "difference": labels.words(language, "difference")[one.difference],
            "point": one.title,
            "attributed_to": reading.attributed_to,
            "claim": reading.claim,
            "sources": labels.sources(reading.source_ids, language, catalog),
            "standing": standing(one, language),
            "followed": language.opening(one.followed),
            "note": one.note,
        }
        for reading in one.readings
    ]
