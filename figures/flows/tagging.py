"""What is written at the arrows of a map of flows."""

from collections.abc import Iterator
from itertools import groupby

from figures import labels
from figures.flows.listing import DENIED
from figures.flows.route import Look, Route
from figures.language import Language
from figures.maps import tags
from figures.maps.tags import Tag, Taken


def along(drawn: tuple[Route, ...], taken: Taken, look: Look, language: Language) -> Iterator[tuple[int, Tag]]:
    """Yield a tag for all the arrows of a commodity together, and the sign of a dispute at each that bears one."""
    words = labels.words(language, "commodity")
    for commodity, group in groupby(range(len(drawn)), key=lambda at: drawn[at].commodity):
        ours = list(group)
        text = _together([drawn[at] for at in ours], words[commodity], language)
        tops = sorted(ours, key=lambda at: drawn[at].arc.at(0.5)[1])
        tag = tags.along([drawn[at].arc for at in tops], text, look.type, taken)
        taken = taken.and_these([tag.box(look.type)])
        yield ours[0], tag
        for at in ours:
            if drawn[at].denied:
                sign = tags.on_line(drawn[at].arc, DENIED, look.type, taken)
                taken = taken.and_these([sign.box(look.type)])
                yield at, sign


def _together(ours: list[Route], word: str, language: Language) -> str:
    """Return what is written for all arrows of a commodity. It stands at one of them: whose statements it counts, it says."""
    count = sum(len(route.flow_ids) for route in ours)
    statements = language.ngettext("{n} statement", "{n} statements", count)
    if len(ours) > 1:
        arrows = language.ngettext("{n} arrow", "{n} arrows", len(ours))
        return language.gettext("{commodity}: {arrows}, from {statements}").format(
            commodity=word, arrows=arrows, statements=statements
        )
    return language.gettext("{commodity}, {n}").format(commodity=word, n=statements) if count > 1 else word


def beside(drawn: tuple[Route, ...], taken: Taken, look: Look, language: Language) -> Iterator[tuple[int, Tag]]:
    """Yield a tag for each arrow, those between the same two places in one block."""
    words = labels.words(language, "commodity")
    pairs: dict[tuple[str, str], list[int]] = {}
    for at, route in enumerate(drawn):
        pairs.setdefault((route.arc.start, route.arc.end), []).append(at)
    for ours in sorted(pairs.values(), key=len, reverse=True):
        texts = [_short(drawn[at], words[drawn[at].commodity], language) for at in ours]
        found = tags.beside([drawn[at].arc for at in ours], texts, look.type, taken)
        taken = taken.and_these([tag.box(look.type) for tag in found])
        yield from zip(ours, found, strict=True)


def _short(route: Route, word: str, language: Language) -> str:
    if len(route.flow_ids) > 1:
        word = language.gettext("{commodity} ({n})").format(commodity=word, n=language.number(len(route.flow_ids)))
    return word + DENIED * bool(route.denied)
