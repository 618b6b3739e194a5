"""What this is, and where to go."""

from components import heading, view
from components.language import _
from data.queries.offices import headline

here = view.current()
reported = headline(here.catalog)

heading.show(
    _("A strategy against illicit opioids: {offices} offices in {countries} countries, as reported").format(
        offices=reported.offices, countries=reported.countries
    ),
    _(
        "On 19 September 2023 Homeland Security Investigations (HSI) released its Strategy for Combating Illicit Opioids. "
        "This briefing lays out what published accounts say of it: its four objectives, the offices abroad, the "
        "initiatives under each objective, and the events around it."
    ),
)
