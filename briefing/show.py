"""The presentation: the story as one HTML file that asks nobody for anything, with every filter inside or one view alone."""

import base64
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import NamedTuple

from briefing import chapter, content, notes
from briefing.story import Chapter, gathered
from data.collation import collated
from data.once import once
from figures import dress, filters, labels
from figures.ink.lettering import FOLDER
from figures.palette import DARK, LIGHT
from figures.room import PHONE_ROOM
from figures.view import View

HERE = Path(__file__).parent

FACES = (
    ("Public Sans", 400, "public-sans-400.ttf"),
    ("Public Sans", 700, "public-sans-600.ttf"),
    ("Briefing Serif", 600, "source-serif-4-600.ttf"),
)
"""Family, weight, file."""

ALL = "|"
"""How a view without a filter is known: objective, a bar, country."""

PARTED = "\N{INFORMATION SEPARATOR FOUR}"
"""What stands between fragments while their colours are named: no text holds it."""


class Presentation(NamedTuple):
    """What is shown, and what its speaker reads: two files, each whole by itself."""

    shown: str
    spoken: str


class _Held(NamedTuple):
    """A chapter as it stands in the file: its HTML by day and by night."""

    day: str
    night: str


class _Told(NamedTuple):
    """A chapter as a view tells it: its name, what is held of it, the filters that narrow it, and its notes."""

    name: str
    held: _Held
    kept: str
    notes: str


def of_view(view: View, shown: str = "", spoken: str = "", unheard: str = "") -> Presentation:
    """Return the presentation of a view: its selection alone.

    Args:
        shown, spoken: under which address each of the two finds the other; empty where the speaker's window is not offered.
        unheard: what is said on every screen of what the link asks for in vain.
    """
    return _made(view, {ALL: view}, shown, spoken, unheard)


def of_everything(view: View, shown: str = "", spoken: str = "") -> Presentation:
    """Return the presentation in which a reader filters by objective and country; of the view's selection, only years hold.

    Args:
        shown, spoken: as of `of_view`.
    """
    years = view.selection.only(("years",))
    objectives = [(), *((number,) for number in labels.objectives(view.language, view.catalog))]
    countries = [(), *((code,) for code in _countries(view))]
    views = {
        f"{''.join(map(str, chosen))}|{''.join(code)}": replace(
            view, selection=replace(years, objectives=chosen, countries=code)
        )
        for chosen in objectives
        for code in countries
    }
    return _made(view, views, shown, spoken, "")


def _countries(view: View) -> list[str]:
    names = labels.countries(view.language, view.catalog)
    return sorted(names, key=lambda code: collated(names[code]))


def _made(view: View, views: Mapping[str, View], shown: str, spoken: str, unheard: str) -> Presentation:
    told = {name: _drawn(asked, unheard) for name, asked in views.items()}
    return Presentation(_shown(view, told, spoken), _spoken(view, told, shown))


def _shown(view: View, told: Mapping[str, Sequence[_Told]], spoken: str) -> str:
    """Return the document for the screen: what several views share stands in it once."""
    held: dict[_Held, int] = {}
    index = {name: [(held.setdefault(one.held, len(held)), one.kept) for one in ones] for name, ones in told.items()}
    together, day, night = dress.in_both(*(PARTED.join(one[side] for one in held) for side in (0, 1)))
    fragments = together.split(PARTED)
    first = "".join(chapter.narrowed(fragments[at], kept) for at, kept in next(iter(index.values())))
    templates = "".join(f'<template data-at="{at}">{drawn}</template>' for at, drawn in enumerate(fragments))
    is_narrowed = len(index) > 1
    return _document(
        view,
        f"<header><h1>{escape(_title(view))}</h1></header><main>{first}</main>{_controls(view, is_narrowed, bool(spoken))}"
        f"{templates if is_narrowed else ''}",
        _colors(day, night),
        "show",
        {"views": index, "words": _words(view), "speaker": spoken},
    )


def _spoken(view: View, told: Mapping[str, Sequence[_Told]], shown: str) -> str:
    _ = view.language.gettext
    words = {
        "now": _("On the screen"),
        "black": _("The screen is black. Press B to go on."),
        "next": _("Next"),
        "place": _("{n} of {total}"),
        "end": _("The end"),
        "open": _("Open the screen"),
        "elapsed": _("Time since the start"),
        "alone": _("Open the screen to begin. It shows what the audience sees; this window then follows it."),
        "restart": _("Restart the clock"),
        "notes": _("Notes"),
        "speaker": _("Speaker"),
        "presentation": _("Presentation"),
    }
    moves = (("back", _("Back"), "←"), ("on", _("Next"), "→"), ("black", _("Black screen"), "■"))
    body = (
        f'<h1>{escape(words["speaker"])}</h1><p id="alone">{escape(words["alone"])}</p><main>{_frame("now", words["now"])}'
        f'{_frame("next", words["next"])}<section id="notes" tabindex="0" aria-live="polite" aria-label="{escape(words["notes"])}"></section></main>'
        f'<nav aria-label="{escape(words["presentation"])}"><time id="clock"></time><output id="elapsed" title="{escape(words["elapsed"])}" aria-label="{escape(words["elapsed"])}"></output>'
        f'<button type="button" data-does="restart">{escape(words["restart"])}</button><output id="place"></output>'
        f"{''.join(_button(*move) for move in moves)}"
        f'<button type="button" data-does="open">{escape(words["open"])}</button></nav>'
    )
    kept: dict[str, int] = {}
    index = {name: {one.name: kept.setdefault(one.notes, len(kept)) for one in ones} for name, ones in told.items()}
    return _document(
        view, body, _colors("", ""), "speaker", {"views": index, "notes": list(kept), "words": words, "shown": shown}
    )


def _frame(name: str, words: str) -> str:
    """Return a place for a screen as it is shown, small: it takes no focus and no keys, which belong to the notes."""
    then = '<p id="then"></p>' if name == "next" else ""
    return (
        f'<section><h2 id="{name}-is">{escape(words)}</h2><div class="frame" inert><iframe id="{name}" title="{escape(words)}" tabindex="-1"></iframe>'
        f"</div>{then}</section>"
    )


def _document(view: View, body: str, style: str, name: str, data: Mapping[str, object]) -> str:
    """Return a whole document, with the style sheet and the script of a name within."""
    # What a script element holds ends at the first "</", wherever it stands.
    told = json.dumps(data, ensure_ascii=False).replace("</", r"<\/")
    style = f"<style>{_fonts()}{style}{_file(f'{name}.css')}</style>"
    scripts = f'<script type="application/json" id="story">{told}</script><script>{script(name)}</script>'
    return content.document(view.language, _named(view), style, body + scripts)


def script(name: str) -> str:
    """Return the script of a document, `show` or `speaker`: whoever serves it allows it by its hash."""
    return _file(f"{name}.js")


def _title(view: View) -> str:
    return view.language.gettext("Illicit opioids strategy briefing")


def _named(view: View) -> str:
    """Return the title of the window: what the whole is narrowed to, and what it is."""
    words = filters.in_words(view.selection, view.catalog, view.language)
    pattern = view.language.gettext("{page} · Illicit opioids strategy briefing")
    return pattern.format(page=words) if words else _title(view)


def _drawn(view: View, unheard: str) -> tuple[_Told, ...]:
    """Return the chapters of a view; those that found nothing, as one. Where night differs from day in more than colours, day holds."""
    room = replace(view, room=PHONE_ROOM)
    by_day, by_night = (gathered(replace(room, theme=theme)) for theme in ("light", "dark"))
    return tuple(
        _Told(
            day.name,
            _held(day, night),
            " · ".join(filter(None, (chapter.kept(day, view.selection), unheard))),
            notes.html(day),
        )
        for day, night in zip(by_day, by_night, strict=True)
    )


def _held(day: Chapter, night: Chapter) -> _Held:
    light, dark = chapter.html(day), chapter.html(night)
    alike = dress.COLOR.sub("", light) == dress.COLOR.sub("", dark)
    return _Held(light, dark if alike else light)


def _controls(view: View, has_filters: bool, has_speaker: bool) -> str:
    _ = view.language.gettext
    moves = (("back", _("Back"), "←"), ("on", _("Next"), "→"))
    looks = (
        ("all", _("All screens"), "▦"),
        ("black", _("Black screen"), "■"),
        ("theme", _("Light or dark"), "◐"),
        *((("speak", _("Speaker's window"), "☰"),) if has_speaker else ()),
    )
    back, on = (_button(*move) for move in moves)
    drawn, label = "".join(_button(*look) for look in looks), _("Presentation")
    return (
        f'<nav aria-label="{escape(label)}">{back}<output></output>{on}{drawn}{_filters(view) if has_filters else ""}</nav>'
        '<p id="said" role="status"></p>'
    )


def _button(does: str, words: str, sign: str) -> str:
    """Return a button: a sign, and words that a narrow window has no room for."""
    return (
        f'<button type="button" data-does="{does}" title="{escape(words)}"><i aria-hidden="true">{sign}</i><span>{escape(words)}</span>'
        "</button>"
    )


def _filters(view: View) -> str:
    language, names = view.language, labels.countries(view.language, view.catalog)
    short = labels.objectives(language, view.catalog, short=True)
    return _select(
        "objective",
        language.gettext("Objective"),
        language.gettext("All objectives"),
        ((str(number), f"{number} {title}") for number, title in short.items()),
    ) + _select(
        "country",
        language.gettext("Country"),
        language.gettext("All countries"),
        ((code, names[code]) for code in _countries(view)),
    )


def _select(name: str, label: str, every: str, options: Iterable[tuple[str, str]]) -> str:
    listed = "".join(f'<option value="{code}">{escape(words)}</option>' for code, words in options)
    return f'<label><span>{escape(label)}</span><select name="{name}"><option value="">{escape(every)}</option>{listed}</select></label>'


def _words(view: View) -> dict[str, str]:
    _, (unheard, lost) = view.language.gettext, filters.in_vain(view.language)
    return {
        "at": _("{n} of {total}: {title}"),
        "place": _("{n} of {total}"),
        "title": _title(view),
        "narrowed": _("{page} · Illicit opioids strategy briefing"),
        "black": _("The screen is black. Press B to go on."),
        "unheard": unheard,
        "lost": lost,
    }


def _colors(day: str, night: str) -> str:
    light, dark = (
        f"color-scheme:{name};{content.named(colors)}{declared}"
        for name, colors, declared in (("light", LIGHT, day), ("dark", DARK, night))
    )
    return f":root{{{light}}}@media(prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}:root[data-theme=dark]{{{dark}}}@media print{{:root:root:root{{{light}}}}}"


@once(1)
def _fonts() -> str:
    return "".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};src:url(data:font/ttf;base64,{base64.b64encode((FOLDER / file).read_bytes()).decode()})}}'
        for family, weight, file in FACES
    )


def _file(name: str) -> str:
    return (HERE / name).read_text("utf-8")
