"""The sentences of an article as readers see them: none begins in the middle of what its writer wrote as one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from quizzes.nlp.types import Passage, Span

MARKS = "\"'”’»)\\]"
CLOSED = re.compile(rf"[.!?…:][\s{MARKS}]*$")
"""How a sentence ends: with a full stop, a question, a colon before what it leads on to, and marks that close behind it."""

LEADS_ON = re.compile(r":\s*$")
GOES_ON = re.compile(r"[a-z](?![A-Z])(?!\w*\.\w)")
"""A small letter begins no sentence, but the name of a device or of a site does ("iPhone", "example.com")."""

CLOSING_ALONE = re.compile(r"[”’»)\]]+")

LONGEST = 600
"""Characters of a sentence put together; a text without full stops is no sentence however long it runs."""


def whole_sentences(text: str, sentences: Iterable[Span], passages: Sequence[Passage]) -> tuple[Span, ...]:
    """The sentences in order, those that a parse has cut in two put together again.

    What stands in another passage, or on a line of its own, is a sentence of its own.
    """
    starts = [p.start for p in passages]
    whole: list[Span] = []
    for sentence in sentences:
        last = whole[-1] if whole else None
        if last is not None and _is_one(text, last, sentence, starts):
            whole[-1] = Span(last.start, sentence.end)
        else:
            whole.append(sentence)
    return tuple(whole)


def _is_one(text: str, one: Span, then: Span, starts: Sequence[int]) -> bool:
    same_passage = bisect_right(starts, one.start) == bisect_right(starts, then.start)
    if not same_passage or "\n" in text[one.end : then.start] or then.end - one.start > LONGEST:
        return False
    before, after = one.of(text), then.of(text)
    if CLOSING_ALONE.fullmatch(after) or not CLOSED.search(before):
        return True
    return bool(GOES_ON.match(after)) and not LEADS_ON.search(before)
