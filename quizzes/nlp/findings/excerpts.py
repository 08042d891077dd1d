"""The words around a figure or name, so that a summary can be understood without the article."""

from __future__ import annotations

import re

from quizzes.nlp.types import Span

MOST = 140
"""Characters of a sentence that a summary shows whole; of a longer one it shows so many around the words in question."""

CUT = re.compile(r"\s+")


def excerpt(text: str, sentence: Span, words: Span, *, most: int = MOST) -> str:
    """The sentence in one line; if longer than `most`, whole words around those in question, with … where it is cut.

    What stands behind the words gives way first, down to a third of the room: what leads up to a figure says what it is of.
    """
    whole = one_line(sentence.of(text))
    if len(whole) <= most:
        return whole
    room = max(0, most - (words.end - words.start))
    after = min(sentence.end - words.end, room // 3)
    before = min(words.start - sentence.start, room - after)
    after = min(sentence.end - words.end, room - before)
    start = _word_start(text, words.start - before, sentence.start, words.start)
    end = _word_end(text, words.end + after, words.end, sentence.end)
    cut = one_line(text[start:end]).rstrip(",;:–—-")
    return ("… " if start > sentence.start else "") + cut + (" …" if end < sentence.end else "")


def one_line(words: str) -> str:
    """The words with single spaces."""
    return " ".join(words.split())


def _word_start(text: str, at: int, least: int, most: int) -> int:
    if at <= least:
        return least
    gap = CUT.search(text, at - 1, most)
    return gap.end() if gap else most


def _word_end(text: str, at: int, least: int, most: int) -> int:
    if at >= most:
        return most
    gaps = [m.start() for m in CUT.finditer(text, least, at + 1)]
    return gaps[-1] if gaps else least
