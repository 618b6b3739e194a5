"""The four dates that the briefing turns on, as a list that leads to each of them: on paper, it still tells them."""

from html import escape

import pandas as pd

from data.once import once
from data.queries.timeline import KEY_EVENTS
from figures.view import View


@once(256)
def html(rows: pd.DataFrame, view: View, opened: str = "") -> str:
    """Return the key events among the given ones, each with its date, its title and its summary; nothing without one.

    Args:
        rows: the events that the filters keep.
        opened: the event that stands open above: its summary is read there, as is said here, and not told once more.
    """
    above = view.language.gettext("Told in full above.")
    known = rows.loc[rows["event_id"].isin(KEY_EVENTS), ["event_id", "date", "title", "summary"]]
    items = "".join(
        f'<li><time datetime="{row.date}">{escape(view.language.date(row.date))}</time> '
        f'<a href="{escape(view.address("timeline", timeline_event=[row.event_id]))}#event">{escape(row.title)}</a>'
        f"<p>{escape(above if row.event_id == opened else row.summary)}</p></li>"
        for row in known.itertuples()
    )
    return f'<ol class="key-dates">{items}</ol>' if items else ""
