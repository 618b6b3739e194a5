"""What a speaker reads below a slide: what it shows in words, the caveat, and the sources."""

from briefing import notes as speaker
from briefing.story import Chapter
from data.queries import release
from data.queries.narrowing import sources_of
from data.queries.offices import headline
from figures import cited, imprint
from figures.figure import Figure
from figures.view import View


def sources(chapter: Chapter) -> tuple[str, ...]:
    """Return the sources of a chapter, the weightiest first; those of the release where it shows numbers alone."""
    if chapter.screen.figures:
        return chapter.screen.figures[0].source_ids
    if not chapter.screen.numbers:
        return ()
    catalog = chapter.view.catalog
    of_release = sources_of(catalog, "event_sources", "event_id", [release.EVENT])
    return tuple(dict.fromkeys([*headline(catalog).source_ids, *of_release]))


def notes(chapter: Chapter) -> str:
    """Return the notes of a chapter's slides."""
    told = speaker.told(chapter) or (chapter.screen.sentence,)
    return "\n\n".join(part for part in (*told, _listed(chapter.view, sources(chapter))) if part)


def _listed(view: View, ids: tuple[str, ...]) -> str:
    language = view.language
    if not ids:
        return imprint.below(view)
    listed = [f"• {one}" for one in cited.plain(view.catalog, language, ids[: speaker.SOURCES])]
    rest = len(ids) - len(listed)
    more = [language.ngettext("{n} more source", "{n} more sources", rest)] if rest else []
    return "\n".join([language.gettext("Sources"), *listed, *more])


def footer(chapter: Chapter, figure: Figure | None) -> tuple[str, str]:
    """Return the filters that narrow a figure, and its sources with date and independence."""
    if not figure:
        cited_ = sources(chapter)
        return "", imprint.foot(cited_, chapter.view) if cited_ else dated(chapter.view)
    caption = imprint.caption(figure, chapter.view)
    return caption.filters, caption.source


def dated(view: View) -> str:
    """Return the footer of a slide that shows no figure: as of when, and who we are not."""
    _ = view.language.gettext
    day = view.language.date(view.catalog.facts_as_of.isoformat())
    return f"{_('Facts as of {day}.').format(day=day)} {_('Independent of Homeland Security Investigations and of any government.')}"
