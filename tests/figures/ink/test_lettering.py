"""Words in pictures: how wide they are and where they break."""

import csv
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from figures.ink import lettering
from figures.ink.lettering import BOLD, PLAIN, TITLE, Face

TABLES = Path(__file__).parents[3] / "data" / "tables"
LONG = "Reported: 91 offices; documented: 57 places, 18 with evidence from after 2023"


@pytest.mark.parametrize("face", [PLAIN, BOLD, TITLE])
def test_a_face_holds_every_letter_of_names_and_titles(face: Face) -> None:
    letters: set[str] = set()
    for table, columns in {"offices": ["city"], "countries": ["name"], "sources": ["publisher"]}.items():
        with (TABLES / f"{table}.csv").open(encoding="utf-8") as file:
            letters.update(letter for row in csv.DictReader(file) for column in columns for letter in row[column])
    missing = letters - {chr(code) for code in TTFont(lettering.FOLDER / face.file).getBestCmap()}
    assert not missing


def test_width_grows_with_size_and_with_words() -> None:
    assert lettering.width("Mexico City", 20) == pytest.approx(2 * lettering.width("Mexico City", 10))
    assert lettering.width("Mexico City", 20) > lettering.width("Mexico", 20)
    assert lettering.width("iiii", 20) < lettering.width("MMMM", 20)


def test_no_line_is_wider_than_its_room_and_no_word_is_lost() -> None:
    lines = lettering.wrapped(LONG, 20, 300)
    assert " ".join(lines) == LONG
    assert all(lettering.width(line, 20) <= 300 for line in lines)


def test_a_text_that_is_too_long_says_so() -> None:
    lines = lettering.wrapped(LONG, 20, 200, most=2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(lettering.width(line, 20) <= 200 for line in lines)


def test_balanced_lines_leave_no_word_alone() -> None:
    room = lettering.width(LONG, 20) * 0.97
    assert len(lettering.wrapped(LONG, 20, room)[-1].split()) == 1
    first, last = lettering.balanced(LONG, 20, room)
    assert lettering.width(last, 20) > 0.7 * lettering.width(first, 20)


def test_words_cannot_break_out_of_the_svg() -> None:
    assert "<script>" not in lettering.text("<script>alert(1)</script> & co", 0, 0, 12, "#000")
