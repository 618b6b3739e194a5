"""Which initiatives act on what moves, as far as their own wording names it: a list for each commodity, marked as inferred."""

from collections import Counter
from collections.abc import Iterator
from html import escape

import pandas as pd

from data.queries.flows import COMMODITIES
from data.queries.narrowing import sources_of
from data.queries.records.address import address
from figures import labels, narrowing
from figures.figure import Figure
from figures.ink.fold import fold
from figures.room import on_phone
from figures.view import View

KEY = "supply-initiatives"


def figure(ties: pd.DataFrame, view: View) -> Figure:
    """Return the initiatives by commodity.

    Args:
        ties: what `data.queries.flows.acting` gives as rows, with at least one.
    """
    catalog, language = view.catalog, view.language
    return Figure(
        key=KEY,
        title=_title(ties, view),
        text=_text(ties, view),
        rows=ties.assign(
            what_moves=ties["commodity"].map(labels.words(language, "commodity")),
            scope_is=ties["scope"].map(labels.words(language, "scope")),
            status_is=ties["status"].map(labels.words(language, "status")),
            objective=ties["objective_id"].map(labels.objectives(language, catalog)),
            how=language.gettext("Inferred from the wording"),
        ),
        columns={
            "what_moves": language.gettext("What moves"),
            "name": language.gettext("Initiative"),
            "scope_is": language.gettext("Scope"),
            "objective_id": language.gettext("Objective"),
            "objective": language.gettext("Heading of the objective"),
            "status_is": language.gettext("Status as published"),
            "basis": language.gettext("Words of the initiative that name it"),
            "how": language.gettext("How the tie was made"),
            "initiative_id": language.gettext("Code"),
        },
        source_ids=tuple(sources_of(catalog, "initiative_sources", "initiative_id", ties["initiative_id"])),
        note=language.gettext(
            "Inferred from the wording: no source ties initiatives to commodities. An initiative counts where its name or "
            "summary, as this briefing has it, names a precursor, fentanyl or an opioid, a weapon, a firearm or a gun, cash, "
            "currency or laundering. Words such as drugs, financial crime or cryptocurrency do not count."
        ),
        drawing=f'{_key(ties, view)}<div class="acting">{"".join(_lists(ties, view))}</div>',
        narrowed_by=("objectives", "countries"),
        chosen_by=("supply_commodity",),
        search=narrowing.commodity(view),
    )


def _title(ties: pd.DataFrame, view: View) -> str:
    """Return how many initiatives name each commodity, the one that most name first."""
    words, counts = labels.words(view.language, "commodity"), _counts(ties)
    (first, most), *rest = sorted(counts.items(), key=lambda found: -found[1])
    lead = view.language.ngettext(
        "{n} initiative names {commodity}", "{n} initiatives name {commodity}", most, commodity=words[first].lower()
    )
    others = [
        view.language.gettext("{n} {commodity}").format(n=view.language.number(n), commodity=words[code].lower())
        for code, n in rest
    ]
    return view.language.join([lead, *others])


def _counts(ties: pd.DataFrame) -> dict[str, int]:
    counts = Counter(ties["commodity"])
    return {code: counts[code] for code in COMMODITIES if code in counts}


def _text(ties: pd.DataFrame, view: View) -> str:
    language, words = view.language, labels.words(view.language, "commodity")
    # What there is none of is not said.
    patterns = {
        (True, True): language.gettext("{commodity}: {strategy} in the strategy, {context} in context."),
        (True, False): language.gettext("{commodity}: {strategy} in the strategy."),
        (False, True): language.gettext("{commodity}: {context} in context."),
    }
    parts, scopes = [], Counter(zip(ties["commodity"], ties["scope"], strict=True))
    for code in _counts(ties):
        strategy, context = scopes[code, "strategy"], scopes[code, "context"]
        said = patterns[strategy > 0, context > 0]
        parts.append(
            said.format(commodity=words[code], strategy=language.number(strategy), context=language.number(context))
        )
    several = sum(n > 1 for n in Counter(ties["initiative_id"]).values())
    if several:
        parts.append(
            language.ngettext(
                "{n} initiative names more than one of them and counts under each.",
                "{n} initiatives name more than one of them and count under each.",
                several,
            )
        )
    catalog = view.catalog
    others = len(catalog["initiatives"]) - catalog["initiative_commodities"]["initiative_id"].nunique()
    parts.append(
        language.ngettext(
            "Of all initiatives, {n} names none of these and is left aside.",
            "Of all initiatives, {n} name none of these and are left aside.",
            others,
        )
    )
    return " ".join(parts)


def _key(ties: pd.DataFrame, view: View) -> str:
    scopes, found = labels.words(view.language, "scope"), set(ties["scope"])
    samples = (f'<span class="{code}"><i></i>{escape(words)}</span>' for code, words in scopes.items() if code in found)
    return f'<p class="acting-key">{"".join(samples)}</p>'


def _lists(ties: pd.DataFrame, view: View) -> Iterator[str]:
    """Yield a list for each commodity: those of the strategy first, told from those of context by their mark."""
    words, scopes = labels.words(view.language, "commodity"), labels.words(view.language, "scope")
    rows = list(ties.itertuples(index=False))
    for code in _counts(ties):
        ours = [row for row in rows if row.commodity == code]
        items = []
        for row in ours:
            record = escape(view.address("record", id=[address("initiative", row.initiative_id)]))
            scope = escape(scopes[row.scope])
            items.append(
                f'<li class="{row.scope}"><i role="img" aria-label="{scope}" title="{scope}"></i>'
                f'<a href="{record}">{escape(row.name)}</a> <small>“{escape(row.basis)}”</small></li>'
            )
        listed = f"<ul>{''.join(items)}</ul>"
        if on_phone(view) and len(_counts(ties)) > 1:
            named = view.language.gettext("{name}: {n}").format(name=words[code], n=view.language.number(len(ours)))
            yield f"<section>{fold(named, listed)}</section>"
        else:
            yield f"<section><h3>{escape(words[code])} <small>{len(ours)}</small></h3>{listed}</section>"
