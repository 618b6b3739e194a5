"""The pages and the parts of them by what they answer, for whoever looks for them in words of their own."""

from dataclasses import dataclass, field

from data import link
from figures.labels import WORDS

N = str  # marks a message for extraction; it is translated where it is used


@dataclass(frozen=True)
class Signpost:
    """A page, or a part of one.

    Attributes:
        page: its name, one of `data.pages.PATHS`.
        answers: what it says there, in a few words.
        sought: words by which people look for it, those of one name together, names apart by commas.
        part: what a link to it names after its `#`: the anchor of a heading; empty for the page from its top.
        heading: what the part is called; the page's own name where none is given.
        query: keys of the link → their values.
    """

    page: str
    answers: str
    sought: str
    part: str = ""
    heading: str = ""
    query: dict[str, list[str]] = field(default_factory=dict, hash=False)

    @property
    def title(self) -> str:
        """What it is called, in English."""
        return self.heading or WORDS["page"][self.page]


SIGNPOSTS = (
    Signpost(
        "overview",
        N("The strategy on one screen: offices, objectives, dates, what is not known"),
        N("home, start, summary, the strategy, briefing"),
    ),
    Signpost(
        "offices",
        N("How many offices abroad, where, and how good the evidence is"),
        N("how many offices, attaché offices, offices abroad, offices by country, locations"),
    ),
    Signpost(
        "offices",
        N("Places named by sources, with the map as a picture for a slide"),
        N(
            "map, world map, map of offices, picture of the map, image, pictures, slides, presentation, powerpoint, png, svg"
        ),
        part="offices-map",
        heading=N("Map of the offices"),
    ),
    Signpost(
        "offices",
        N("Every published total, and what each of them counts"),
        N("number of offices, 91 offices, totals over time, how many offices"),
        part="offices-reported-totals",
        heading=N("Totals of offices, as published"),
    ),
    Signpost(
        "objectives",
        N("Every initiative by name, with its lead, its status and later evidence"),
        N("goals, aims, initiatives, programmes, programs, measures, spreadsheet of initiatives"),
    ),
    Signpost(
        "objectives",
        N("Organisations ranked by how many initiatives they lead"),
        N(
            "who leads, leads, leaders, lead agencies, who leads the most initiatives, who takes part, partners, ranking, in charge"
        ),
        part="objectives-organisations",
        heading=N("Who leads, and who takes part"),
    ),
    Signpost(
        "objectives",
        N("What was said of each initiative of the strategy since"),
        N("promises, results, progress, follow-up, later evidence, implementation, what became of it"),
        part="objectives-promises",
        heading=N("From promise to evidence"),
    ),
    Signpost(
        "objectives",
        N("Initiatives of the strategy for which no later source was found here, also as a file"),
        N("without evidence, no evidence, no later source, missing evidence"),
        part="objectives-promises",
        heading=N("Initiatives without later evidence"),
        query={link.OBJECTIVES_EVIDENCE.url: ["none"]},
    ),
    Signpost(
        "objectives",
        N("Findings of auditors that bear on this work, and what became of their recommendations"),
        N("audits, auditors, oversight, inspector general, oig, gao"),
        part="objectives-oversight",
        heading=N("What auditors found"),
    ),
    Signpost(
        "timeline",
        N("What happened when, as exactly as the sources say"),
        N("dates, events, chronology, history, calendar, when"),
    ),
    Signpost(
        "timeline",
        N("Every event as a table and as a file for a calendar"),
        N("calendar file, ics, list of events"),
        part="events",
        heading=N("Events as a list"),
    ),
    Signpost(
        "supply_chain",
        N("What is said to move from where to where, and who denies it"),
        N(
            "routes, route map, trafficking, smuggling, precursors from China, weapons from the United States, flows, flow map"
        ),
    ),
    Signpost(
        "trends",
        N("What is counted, by whom, over which periods: seizures, deaths, arrests"),
        N(
            "statistics, numbers, charts, figures, data series, seizures, overdose deaths, arrests, monthly figures, yearly figures"
        ),
    ),
    Signpost(
        "country",
        N("All that is said of one country, or of two side by side, on a sheet to print"),
        N("print, compare countries, comparison, two countries, one-page brief, sheet, pdf"),
    ),
    Signpost(
        "take_away",
        N("The whole briefing as slides, as a document, as a page for a room without internet, as data"),
        N("present, presentation, slides, powerpoint, pptx, report, offline, speaker notes, handout, projector"),
    ),
    Signpost(
        "sources",
        N("Every table and every source; the whole data set as one file"),
        N(
            "data set, dataset, download, whole package, tables, csv, excel, spreadsheet, json, zip, bibliography, references"
        ),
    ),
    Signpost(
        "sources",
        N("What terms mean, and what abbreviations are short for"),
        N("terms, abbreviations, acronyms, definitions, meaning"),
        part="glossary",
        heading=N("Glossary"),
    ),
    Signpost(
        "changes",
        N("What was corrected, added and withdrawn since the first release, and why"),
        N("corrections, errata, updates, history of changes, versions, what is new"),
    ),
    Signpost(
        "changes",
        N("Feeds that tell of every change"),
        N("feeds, rss, atom, subscribe, newsletter, alerts, news"),
        part="feeds",
        heading=N("Hear of new changes"),
    ),
    Signpost(
        "about",
        N("Who is behind the briefing, how it was made, and what it does not know"),
        N("about this briefing, help"),
    ),
    Signpost(
        "about",
        N("What no source read says, or says only of part"),
        N("unknown, gaps, limits, limitations, missing, not known"),
        part="not-known",
        heading=N("What is not known"),
    ),
    Signpost(
        "about",
        N("That it is independent of any government, and through whom the strategy is known"),
        N("who made this, who wrote this, author, publisher, independence, independent, government, official"),
        part="who",
        heading=N("Who is behind it"),
    ),
    Signpost(
        "about",
        N("Points on which sources disagree, with what each of them says"),
        N("contradictions, disagreements, disputes, who denies, who disagrees, sources contradict each other"),
        part="contradictions",
        heading=N("What sources contradict each other on"),
    ),
    Signpost(
        "about",
        N("How sources were found and read, and evidence graded"),
        N("methodology, how it was made, strength of evidence, grading, evidence rules"),
        part="method",
        heading=N("Method"),
    ),
    Signpost(
        "about",
        N("A ready citation, and where to report an error"),
        N("contact, e-mail, email, report an error, mistake, feedback, citation, how to cite, reference"),
        part="cite",
        heading=N("Cite it, correct it"),
    ),
    Signpost(
        "about",
        N("Which boundaries and names the maps use"),
        N("borders, boundaries, disputed territories, place names"),
        part="maps",
        heading=N("Boundaries and names on maps"),
    ),
    Signpost(
        "about",
        N("What may be done with tables, shapes, code and typefaces"),
        N(
            "licence, license, licensing, copyright, terms of use, reuse, creative commons, cc by, open data, open source"
        ),
        part="licences",
        heading=N("Licences"),
    ),
)
