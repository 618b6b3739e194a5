"""What the briefing says of itself can be read by whoever left school at fifteen: computed from the words of the interface."""

import re

from tests.messages import extracted

GRADE = 9
"""Chartability: the highest American school grade that text may ask for. At nine a pupil is fifteen."""

WORDS = 10
"""Words of a sentence from which its grade says something of it; of shorter ones a single long name decides."""

NAMES = re.compile(r"Homeland Security Investigations|Strategy for Combating Illicit Opioids|HSI|CBP|DHS")


def syllables(word: str) -> int:
    """How often a vowel sounds: a final e, and that of -es and -ed, mostly do not."""
    silent = re.sub(r"(?<=[^laeiouy])(e|es|ed)$", "", word.lower())
    return max(1, len(re.findall(r"[aeiouy]+", silent)))


def grade(sentences: list[str]) -> float:
    """Flesch and Kincaid, 1975."""
    words = [word for sentence in sentences for word in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", sentence)]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def sentences() -> list[str]:
    """Return every whole sentence of the interface, with a word for what is filled in and without addresses of links."""
    texts = [one for message in extracted() for one in (message.id if isinstance(message.id, tuple) else [message.id])]
    plain = [re.sub(r"\]\([^)]*\)|[*\[_]", "", NAMES.sub("they", re.sub(r"\{\w+\}", "ten", text))) for text in texts]
    said = [one for text in plain if text.rstrip().endswith(".") for one in re.split(r"(?<=[.!?])\s+", text)]
    return [one for one in said if len(one.split()) >= WORDS]


def test_the_interface_asks_for_no_more_than_nine_years_of_school() -> None:
    said = sentences()
    assert len(said) > 100
    assert grade(said) <= GRADE
