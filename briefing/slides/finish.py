"""What is done to a whole deck at its end: its language in every text, what it says of itself, and nothing left of the template."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as REL

from briefing.slides.master import DRAWING, recolor
from briefing.slides.page import LANG
from figures import filters
from figures.palette import LIGHT
from figures.view import View

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def finish(presentation: Any, view: View, address: str) -> None:
    """Finish a deck."""
    lang = LANG[view.language.code]
    recolor(presentation.notes_master.part, view.language, LIGHT, dark=False)
    for element in _elements(presentation):
        _speak(element, lang)
        _count(element)
    _describe(presentation.core_properties, view, lang, address)
    _drop(presentation)


def _elements(presentation: Any) -> Iterator[Any]:
    yield presentation.element
    yield presentation.slide_master._element
    yield presentation.notes_master._element
    for layout in presentation.slide_layouts:
        yield layout._element
    for slide in presentation.slides:
        yield slide._element
        yield slide.notes_slide._element
        for shape in slide.shapes:
            if shape.has_chart:
                yield shape.chart._chartSpace


def _speak(element: Any, lang: str) -> None:
    """Say of every text in which language it is: a screen reader and a spelling check go by it."""
    for kind in ("r", "fld", "br"):
        for run in element.iter(f"{DRAWING}{kind}"):
            if run.find(f"{DRAWING}rPr") is None:
                run.insert(0, etree.SubElement(run, f"{DRAWING}rPr"))
    for kind in ("rPr", "endParaRPr", "defRPr"):
        for properties in element.iter(f"{DRAWING}{kind}"):
            properties.set("lang", lang)
    for stated in element.iter(f"{CHART}lang"):
        stated.set("val", lang)


def _count(element: Any) -> None:
    """Give the axes of a chart numbers that no reader takes for negative."""
    for kind in ("axId", "crossAx"):
        for one in element.iter(f"{CHART}{kind}"):
            one.set("val", one.get("val").removeprefix("-"))


def _describe(properties: Any, view: View, lang: str, address: str) -> None:
    language = view.language
    day = datetime.combine(view.catalog.facts_as_of, datetime.min.time())
    properties.title = language.gettext("Illicit opioids strategy briefing")
    properties.subject = filters.in_words(view.selection, view.catalog, language) or language.gettext("No filter is on")
    properties.author = properties.last_modified_by = properties.title
    # No more than 255 characters are kept there: not all that stands below a page.
    properties.comments = " ".join(
        (
            language.gettext("Independent of Homeland Security Investigations and of any government."),
            language.gettext("The official document was not read, only accounts of it."),
        )
    )
    properties.language = lang
    properties.identifier = address[:255]
    properties.keywords = properties.category = ""
    properties.revision = 1
    properties.created = properties.modified = day


def _drop(presentation: Any) -> None:
    """Leave out what python-pptx's template brings along: a picture of an empty slide, and the settings of a printer."""
    package, part = presentation.part.package, presentation.part
    for owner, kinds in ((package, (REL.THUMBNAIL,)), (part, (REL.PRINTER_SETTINGS,))):
        for number, one in list(owner._rels.items()):
            if one.reltype in kinds:
                owner._rels.pop(number)
