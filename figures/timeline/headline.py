"""What the timeline page finds, in one line."""

from data.once import once
from data.queries.narrowing import Narrowed
from data.queries.timeline import KEY_EVENTS
from figures.language import Language

STRATEGY = KEY_EVENTS[2]


@once(512)
def finding(narrowed: Narrowed, language: Language) -> str:
    """Say when the events of a view fall: the fullest year, and that it is the strategy's where it is.

    Args:
        narrowed: what `data.queries.timeline.events` returns; it may be empty.
    """
    rows, total = narrowed.rows, len(narrowed.rows)
    if rows.empty:
        return language.gettext("No event matches the filters")
    if total == 1:
        return language.gettext("One event matches: {date}, {title}").format(
            date=language.date(rows["date"].iloc[0]), title=rows["title"].iloc[0]
        )
    counts = rows["date"].str[:4].value_counts().sort_index()
    fullest = counts[counts == counts.max()]
    of_strategy = STRATEGY in set(rows["event_id"])
    if len(counts) == 1:
        if of_strategy:
            return language.gettext("{n} events in {year}, the year HSI released the strategy").format(
                n=language.number(total), year=counts.index[0]
            )
        return language.gettext("{n} events, all in {year}").format(n=language.number(total), year=counts.index[0])
    fields = {"n": language.number(int(counts.max())), "total": language.number(total)}
    if len(fullest) > 1:
        return language.gettext("{years} hold the most events collected, {n} each of {total}").format(
            years=language.join(fullest.index), **fields
        )
    year = str(fullest.index[0])
    if of_strategy and rows.set_index("event_id").at[STRATEGY, "date"].startswith(year):
        return language.gettext(
            "{n} of the {total} events collected fall in {year}, the year HSI released the strategy"
        ).format(year=year, **fields)
    return language.gettext("{n} of the {total} events collected fall in {year}, more than in any other year").format(
        year=year, **fields
    )
