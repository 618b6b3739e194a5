"""What is written at the arrows of a map of flows."""

from collections.abc import Iterator
from itertools import groupby

from figures import labels
from figures.flows import listing
from figures.flows.listing import DENIED
from figures.flows.route import Look, Route
from figures.ink.placing import around
from figures.language import Language
from figures.maps import tags
from figures.maps.leaders import led
from figures.maps.taken import Tag, Taken


def along(drawn: tuple[Route, ...], taken: Taken, look: Look, language: Language) -> Iterator[tuple[int, Tag]]:
    """Yield a tag for all the arrows of a commodity together, and the sign of a dispute at each that bears one."""
    words = labels.words(language, "commodity")
    for commodity, group in groupby(range(len(drawn)), key=lambda at: drawn[at].commodity):
        ours = list(group)
        text = _together([drawn[at] for at in ours], words[commodity], language)
        tops = sorted(ours, key=lambda at: drawn[at].arc.at(0.5)[1])
        tag = tags.along([drawn[at].arc for at in tops], text, look.type, taken)
        # What stands at the foot of a leader would be read as its own.
        foot = [around(tag.leader[1], look.type, look.type)] if tag.leader else []
        taken = taken.and_these([tag.box(look.type), *foot])
        yield ours[0], tag
        for at in ours:
            if drawn[at].denied:
                sign = tags.on_line(drawn[at].arc, DENIED, look.type, taken)
                taken = taken.and_these([sign.box(look.type)])
                yield at, sign


def _together(ours: list[Route], word: str, language: Language) -> str:
    """Return what is written for all arrows of a commodity. It stands at one of them: of several, it says how many they are."""
    if len(ours) > 1:
        return language.ngettext("{commodity}: {n} arrow", "{commodity}: {n} arrows", len(ours), commodity=word)
    (route,) = ours
    word, count = listing.dated(word, route.former, language), len(route.flow_ids)
    if count == 1:
        return word
    statements = language.ngettext("{n} statement", "{n} statements", count)
    return language.gettext("{commodity}, {n}").format(commodity=word, n=statements)


def beside(drawn: tuple[Route, ...], taken: Taken, look: Look, language: Language) -> Iterator[tuple[int, Tag]]:
    """Yield a tag for each arrow, those between the same two places in one block."""
    words = labels.words(language, "commodity")
    pairs: dict[tuple[str, str], list[int]] = {}
    for at, route in enumerate(drawn):
        pairs.setdefault((route.arc.start, route.arc.end), []).append(at)
    for ours in sorted(pairs.values(), key=len, reverse=True):
        texts = [_short(drawn[at], words[drawn[at].commodity], language) for at in ours]
        bundle = [drawn[at].arc for at in ours]
        found = (
            tags.beside(bundle, texts, look.type, taken)
            if len(ours) > 1
            else [led(bundle, texts[0], look.type, taken)[1]]
        )
        taken = taken.and_these([tag.box(look.type) for tag in found])
        yield from zip(ours, found, strict=True)


def _short(route: Route, word: str, language: Language) -> str:
    word = listing.dated(word, route.former, language)
    if len(route.flow_ids) > 1:
        word = language.gettext("{commodity} ({n})").format(commodity=word, n=language.number(len(route.flow_ids)))
    return word + DENIED * bool(route.denied)
