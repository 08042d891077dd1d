"""Words that one article quotes and another gives as its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quizzes.items.sharing import has_marks
from quizzes.items.texts import SAYING
from quizzes.nlp.reuse import Word, fold_words
from quizzes.nlp.types import Manner, Reading, Span


def stands_marked(reading: Reading, words: str) -> bool | None:
    """True where the words stand between quotation marks, False where they surely stand without; None where they
    stand nowhere, both ways, or in a sentence that leaves it open."""
    told = {_is_marked(reading, span) for span in places_of(reading, words)}
    return told.pop() if len(told) == 1 else None


def _is_marked(reading: Reading, span: Span) -> bool | None:
    quotations = [q for q in reading.quotations if q.start < span.end and span.start < q.end]
    if any(
        q.manner is not Manner.INDIRECT and q.start <= span.start and span.end <= q.end for q in quotations
    ):
        return True
    around = [s for s in reading.sentences if s.start < span.end and span.start < s.end]
    text = " ".join(s.of(reading.text) for s in around)
    if is_inside_speech(reading, span):
        return None
    return None if quotations or has_marks(text) or SAYING.search(text) or not around else False


POSTED = re.compile(r"(?<!\w)[@#]\w|\bt\.co/|pic\.twitter", re.IGNORECASE)
"""What a post that is printed whole has: handles, tags, short links. Its words are its writer's."""


def is_inside_speech(reading: Reading, span: Span) -> bool:
    """True in a paragraph that a mark opens or closes alone, behind one whose mark is left open, and in a printed post."""
    before = [p for p in reading.passages if p.start <= span.start]
    own = reading.text[before[-1].start : before[-1].end] if before else ""
    if is_left_open(own) or POSTED.search(own):
        return True
    marked = (reading.text[p.start : p.end] for p in reversed(before[:-1]))
    last = next((text for text in marked if re.search('["“”]', text)), "")
    return last.count("“") > last.count("”") and not re.search('["“”]', own)


def is_left_open(text: str) -> bool:
    return text.count("“") != text.count("”") or text.count('"') % 2 == 1


def places_of(reading: Reading, words: str) -> Iterator[Span]:
    """Where the words stand in the article, case and marks aside."""
    line = _line(words)
    if line.isspace() or line not in _line(reading.text):
        return
    sought, every = tuple(line.split()), words_in(reading.text)
    for at in range(len(every) - len(sought) + 1):
        if every[at].folded != sought[0]:
            continue
        found = every[at : at + len(sought)]
        if tuple(w.folded for w in found) == sought:
            yield Span(found[0].start, found[-1].end)


@lru_cache(maxsize=256)
def words_in(text: str) -> tuple[Word, ...]:
    """The folded words of a text; an article's are asked for by many proofs."""
    return fold_words(text, 0, len(text))


@lru_cache(maxsize=512)
def _line(text: str) -> str:
    """The folded words of a text in one line, in which a run of words is found at once."""
    return f" {' '.join(w.folded for w in fold_words(text, 0, len(text)))} "
