"""The calendar of events, as it is said."""

import icalendar
import pytest

from data.catalog import Catalog
from data.queries.timeline import events
from data.selection import Selection
from data.translation import translated
from figures.language import language
from figures.timeline import dates, ics


@pytest.mark.parametrize("code", ["en", "es"])
def test_an_event_of_a_fiscal_year_says_that_it_does_not_end_with_the_calendar_s(code: str, catalog: Catalog) -> None:
    here, said = translated(catalog, code), dates.precision_notes(language(code))["fiscal_year"]
    file = icalendar.Calendar.from_ical(ics.file(here, events(here, Selection()).rows, language(code)))
    told = [str(one["uid"]).split("@")[0] for one in file.walk("VEVENT") if said in str(one["description"])]
    assert told == ["ev-2020-without-a-trace"]
