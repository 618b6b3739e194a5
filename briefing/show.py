"""The presentation: the story as one HTML file that asks nobody for anything, with every filter inside or one view alone."""

import base64
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape
from pathlib import Path

from briefing import chapter
from briefing.story import Chapter, story
from data.collation import collated
from data.once import once
from figures import dress, labels
from figures.ink.lettering import FOLDER
from figures.palette import DARK, LIGHT, Palette
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


def of_view(view: View) -> str:
    """Return the presentation of a view: its selection alone."""
    return _page(view, {ALL: view})


def of_everything(view: View) -> str:
    """Return the presentation in which a reader filters by objective and country; of the view's selection, only years hold."""
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
    return _page(view, views)


def _countries(view: View) -> list[str]:
    names = labels.countries(view.language, view.catalog)
    return sorted(names, key=lambda code: collated(names[code]))


def _page(view: View, views: Mapping[str, View]) -> str:
    kept: dict[tuple[str, str, str], int] = {}
    index: dict[str, list[int]] = {}
    for name, one in views.items():
        index[name] = [kept.setdefault(drawn, len(kept)) for drawn in _drawn(one)]
    names = [name for name, _light, _dark in kept]
    light, dark = (PARTED.join(drawn[side] for drawn in kept) for side in (1, 2))
    together, day, night = dress.in_both(light, dark)
    fragments = together.split(PARTED)
    first = index[next(iter(views))]
    shown = "".join(fragments[at] for at in first)
    held = "".join(f'<template data-at="{at}">{fragments[at]}</template>' for at in range(len(fragments)))
    language = view.language
    data = json.dumps({"views": index, "names": names, "words": _words(view)}, ensure_ascii=False).replace("</", r"<\/")
    title = language.gettext("Illicit opioids strategy briefing")
    return (
        f'<!doctype html><html lang="{language.code}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_fonts()}{_colors(day, night)}{_file('show.css')}</style></head><body>"
        f"<h1>{escape(title)}</h1><main>{shown}</main>{_controls(view, len(views) > 1)}"
        f'{held if len(views) > 1 else ""}<script type="application/json" id="story">{data}</script><script>{_file("show.js")}</script></body></html>'
    )


@once(2048)
def _drawn(view: View) -> tuple[tuple[str, str, str], ...]:
    """Return name, HTML by day and HTML by night of each chapter of a view. Where night differs in more than colours, day holds."""
    room = replace(view, room=PHONE_ROOM)
    by_day, by_night = (story(replace(room, theme=theme)) for theme in ("light", "dark"))
    return tuple(_both(day, night) for day, night in zip(by_day, by_night, strict=True))


@once(4096)
def _both(day: Chapter, night: Chapter) -> tuple[str, str, str]:
    light, dark = chapter.html(day), chapter.html(night)
    return day.name, light, dark if dress.COLOR.sub("", light) == dress.COLOR.sub("", dark) else light


def _controls(view: View, has_filters: bool) -> str:
    language = view.language
    say = language.gettext
    buttons = (
        ("back", say("Back"), "←"),
        ("on", say("On"), "→"),
        ("all", say("All screens"), "▦"),
        ("black", say("Black screen"), "■"),
        ("theme", say("Light or dark"), "◐"),
    )
    drawn = "".join(
        f'<button type="button" data-does="{does}" title="{escape(words)}" aria-label="{escape(words)}">{sign}</button>'
        for does, words, sign in buttons
    )
    return f'<nav aria-label="{escape(say("Presentation"))}"><output></output>{drawn}{_filters(view) if has_filters else ""}</nav><p id="said" role="status"></p>'


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
    say = view.language.gettext
    return {"at": say("{n} of {total}: {title}"), "black": say("The screen is black. Press B to go on.")}


def _colors(day: str, night: str) -> str:
    light, dark = (
        f"color-scheme:{name};{_palette(colors)}{declared}"
        for name, colors, declared in (("light", LIGHT, day), ("dark", DARK, night))
    )
    return f":root{{{light}}}@media(prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}:root[data-theme=dark]{{{dark}}}@media print{{:root:root:root{{{light}}}}}"


def _palette(colors: Palette) -> str:
    return f"--paper:{colors.paper};--panel:{colors.panel};--ink:{colors.ink};--quiet:{colors.quiet};--line:{colors.line};--accent:{colors.accent};"


@once(1)
def _fonts() -> str:
    return "".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};src:url(data:font/ttf;base64,{base64.b64encode((FOLDER / file).read_bytes()).decode()})}}'
        for family, weight, file in FACES
    )


def _file(name: str) -> str:
    return (HERE / name).read_text("utf-8")
