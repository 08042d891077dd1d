"""Where a report of one match or event tells of another: from "Meanwhile" or another pair of names on. Free of spaCy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.nlp.telling.kin import EVERYWHERE, NAME, OPENER
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import Reading, Role

TURN = re.compile(r"[“\"‘']?(?:Meanwhile|Elsewhere|In (?:the )?(?:day[’']s |night[’']s )?other)\b")
"""Words by which a report turns to another."""
AGAINST = re.compile(
    r"\b(?:against|over|beat|beats|beating|defeated|edged|past|hosted|visited)\s+(?:the\s+|his\s+|their\s+)?"
    r"((?:[A-Z][\w’'.-]+\s?)+)"
)
"""A side and the words before it."""
PLAIN = re.compile(r"(?<!\w)[a-z][a-zà-ÿ’'-]{2,}")
"""A word in small letters: with a capital elsewhere it only opens a sentence."""


def sentences_elsewhere(reading: Reading, lead: int) -> Iterator[int]:
    """Starts of the body's sentences behind the lead that tell of another match: from the one that turns to it, or names an
    opponent that headline and lead do not, to the next that names somebody whom they do."""
    plain = frozenset(PLAIN.findall(reading.text)) | EVERYWHERE
    home = {name for text in opening_texts(reading, lead) for name in names_in(text)} - plain
    is_away = False
    for sentence in reading.sentences:
        text = reading.text[sentence.start : sentence.end]
        if sentence.start < lead or not home:
            continue
        if home & names_in(text):
            is_away = False
        elif TURN.match(text) or any(names_in(f" {m[1]}") - plain for m in AGAINST.finditer(text)):
            is_away = True
        if is_away:
            yield sentence.start


def opening_texts(reading: Reading, lead: int) -> Iterator[str]:
    """The headline and the body as far as the lead goes."""
    for passage in reading.passages:
        if passage.role is Role.HEADLINE:
            yield reading.text[passage.start : passage.end]
        elif passage.role is Role.BODY and passage.start < lead:
            yield reading.text[passage.start : min(passage.end, lead)]


def names_in(text: str) -> set[str]:
    """The words with capitals, folded."""
    return {fold(word) for word in [*NAME.findall(text), *OPENER.findall(text)]}
