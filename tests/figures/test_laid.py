"""How high HTML stands is reckoned from its words, their type and what stands side by side."""

import pytest

from figures.ink.lettering import wrapped
from figures.laid import Laid

WORDS = "Operations against precursor supply chains and clandestine laboratories abroad"


def high(html: str, frame: float = 400) -> float:
    return Laid(html).height(frame)


@pytest.mark.parametrize("frame", [232, 432, 832])
def test_words_take_as_many_lines_as_they_have_room_for(frame: float) -> None:
    lines = len(wrapped(WORDS, 16, frame - 32))
    assert high(f"<div>{WORDS}</div>", frame) == pytest.approx(lines * 1.6 * 16)
    assert high(f"<div><b>{WORDS[:11]}</b>{WORDS[11:]}</div>", frame) == pytest.approx(lines * 1.6 * 16, abs=26)


def test_what_is_folded_or_not_seen_takes_no_room() -> None:
    shown = high("<details><summary>Table</summary></details>")
    assert high(f"<details><summary>Table</summary><p>{WORDS}</p></details>") == shown
    assert high(f"<details open><summary>Table</summary><p>{WORDS}</p></details>") > shown
    assert high(f'<div>Table<span class="unseen">{WORDS}</span></div>') == high("<div>Table</div>")


def test_what_stands_side_by_side_is_as_high_as_the_highest_of_it() -> None:
    sections = [f"<section><p>{WORDS[:length]}</p></section>" for length in (20, 70)]
    beside, first, second = (
        high(f'<div class="region-blocks">{told}</div>', frame)
        for told, frame in (("".join(sections), 432), (sections[0], 222), (sections[1], 222))
    )
    assert beside == second > first
    narrow = high(f'<div class="region-blocks">{"".join(sections)}</div>', 222)
    assert narrow == pytest.approx(first + second + 19.2)


def test_what_leads_a_promise_stands_beside_all_of_it_and_limits_below_both_sides() -> None:
    side, limits = f"<div>{WORDS}</div>", f'<small class="limits">{WORDS}</small>'

    def promise(lead: str, *others: str) -> float:
        return high(f'<ol class="promises"><li><div>{lead}</div>{"".join(others)}</li></ol>', 832)

    told = promise("A", side, side, limits)
    assert told > promise("A", side, side)
    assert told == promise("A" + "<br>A" * 2, side, side, limits) < promise("A" + "<br>A" * 9, side, side, limits)
    assert promise("A", side, side, limits) < high(f"<div>{side}{side}{limits}</div>", 432)


def test_of_two_margins_that_meet_the_larger_holds() -> None:
    assert high("<p>A</p><p>B</p>") == pytest.approx(2 * 25.6 + 2 * 16)
    assert high("<section><ul><li>A</li><li>B</li></ul></section>") == pytest.approx(2 * 14.8 * 1.4 + 3.2 + 3.2 + 16)


def test_a_word_that_is_wider_than_its_column_is_broken() -> None:
    assert high(f"<div>{'o' * 100}</div>", 132) > 3 * 25.6


def test_a_table_gives_its_first_column_what_the_numbers_leave() -> None:
    row = f'<tr><th scope="row">{WORDS}</th><td>13</td><td>8</td></tr>'
    html = f'<table class="numbers"><tbody>{row}</tbody></table>'
    heights = [high(html, frame) for frame in (500, 800, 1200)]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] > heights[2]
