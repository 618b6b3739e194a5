"""What files that a reader takes away are called: figure and filters in the reader's words, codes as they are."""

from collections.abc import Mapping

from data.once import once
from figures.language import Language


def name(key: str, language: Language) -> str:
    """Return what a figure's file is called, without filters and day: `offices-map`, `mapa-de-oficinas`."""
    known = _words(language)
    found = max((one for one in known if key == one or key.startswith(f"{one}-")), key=len, default="")
    return known.get(found, "") + key.removeprefix(found)


def key(url: str, language: Language) -> str:
    """Return what a key of a link is called in the name of a file: `country`, `pais`."""
    return _words(language).get(url, url)


@once(8)
def _words(language: Language) -> Mapping[str, str]:
    """Return key of a figure, or what it begins with, and key of a filter → what it is called."""
    return {
        "briefing-document": language.pgettext("file name", "briefing-document"),
        "briefing-pack": language.pgettext("file name", "briefing-pack"),
        "briefing-page": language.pgettext("file name", "briefing-page"),
        "briefing-slides": language.pgettext("file name", "briefing-slides"),
        "briefing-whole": language.pgettext("file name", "briefing-whole"),
        "changes": language.pgettext("file name", "changes"),
        "contradictions": language.pgettext("file name", "contradictions"),
        "country-map": language.pgettext("file name", "country-map"),
        "events": language.pgettext("file name", "events"),
        "glossary": language.pgettext("file name", "glossary"),
        "objectives-columns": language.pgettext("file name", "objectives-columns"),
        "objectives-countries": language.pgettext("file name", "objectives-countries"),
        "objectives-evidence": language.pgettext("file name", "objectives-evidence"),
        "objectives-organisations": language.pgettext("file name", "objectives-organisations"),
        "objectives-oversight": language.pgettext("file name", "objectives-oversight"),
        "objectives-promises": language.pgettext("file name", "objectives-promises"),
        "offices-by-country": language.pgettext("file name", "offices-by-country"),
        "offices-countries": language.pgettext("file name", "offices-countries"),
        "offices-map": language.pgettext("file name", "offices-map"),
        "offices-reported-totals": language.pgettext("file name", "offices-reported-totals"),
        "offices-squares": language.pgettext("file name", "offices-squares"),
        "overview-map": language.pgettext("file name", "overview-map"),
        "record-values": language.pgettext("file name", "record-values"),
        "sources-citing": language.pgettext("file name", "sources-citing"),
        "sources-coverage": language.pgettext("file name", "sources-coverage"),
        "sources-table": language.pgettext("file name", "sources-table"),
        "supply-initiatives": language.pgettext("file name", "supply-initiatives"),
        "supply-map": language.pgettext("file name", "supply-map"),
        "supply-statements": language.pgettext("file name", "supply-statements"),
        "timeline": language.pgettext("file name", "timeline"),
        "trend": language.pgettext("file name", "trend"),
        "trends-list": language.pgettext("file name", "trends-list"),
        "objective": language.pgettext("file name", "objective"),
        "country": language.pgettext("file name", "country"),
        "region": language.pgettext("file name", "region"),
        "from": language.pgettext("file name", "from"),
        "to": language.pgettext("file name", "to"),
    }
