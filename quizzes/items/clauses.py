"""A spoken text in its clauses, which of them say something, and what else may tell the same in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quizzes.items.unmarked import words_in
from quizzes.items.wording import one_line
from quizzes.nlp.findings.comparable import STOP
from quizzes.nlp.types import Span

JOINTS = "but|because|unless|although|though|if|so that|and that|and (?:we|i|they|he|she|it)|or (?:we|i|they)|while|whereas"
"""Words with which a clause begins (own list)."""

BORDER = re.compile(rf"[,;:.?!]+[”’\"')]*\s+|\s+[-–—]+\s+|[—–]|\s+(?=(?:{JOINTS})\b)", re.IGNORECASE)
"""Where one clause ends and the next begins."""

INITIAL = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gov|Sen|Rep|No)\.$")
"""What ends in a stop and does not end a clause."""

FEWEST, MOST = 4, 20
"""Words of what an option shows: fewer are no thought, more are no longer weighed side by side."""

LONG_WORD, LONG_WORDS = 6, 2
"""Letters of a word that says something by itself, and how many such words a clause has that says something."""

TURNS = re.compile(
    r"\b(?:but|however|although|though|while|whereas|except|unless|if|only|because|since|so that|why|not|never|nobody|no one|without"
    r"|no longer|may|might|could|perhaps|maybe|some|sometimes|many cases|i think|i believe|should|must|need|until|instead)\b|n[’']t\b|\d",
    re.IGNORECASE,
)
"""Words by which a clause limits, turns or gives a reason for another: a condition, a "but", a hedge, a number (own list)."""

NAME = re.compile(r"(?<=\w )(?!I\b|I[’'])[A-Z]\w+")
"""A name inside a clause."""

FILLER = re.compile(
    r"(?:truth be told|(?:and )?i think|you know|i mean|as i(?:'ve|’ve| have)? said|i (?:can't|can’t|cannot) help but think|frankly"
    r"|let me be clear|the fact (?:of the matter )?is|to be honest|look|well|again|of course|we have seen|it is|it's|it’s)\b[ ,]*",
    re.IGNORECASE,
)
"""Openings that say nothing of their own (own list): without them the whole thought is still there."""


def clauses(text: str) -> tuple[Span, ...]:
    """Where the clauses of a text stand, their marks aside."""
    found, start = [], 0
    for border in BORDER.finditer(text):
        if not INITIAL.search(text[: border.start() + 1]):
            found.append(Span(start, border.start()))
            start = border.end()
    found.append(Span(start, len(text)))
    return tuple(part for s in found for part in _halves(text, s))


LONG = 14
"""Words of a clause that is shown in two parts."""

INNER = re.compile(r"\s+(?=(?:and|when|that|who|which) )")
"""Where a long clause can be parted."""


def _halves(text: str, clause: Span) -> Iterator[Span]:
    """The clause, or where it is long the two parts of it that are nearest in length."""
    size = len(words_in(text[clause.start : clause.end]))
    at = [clause.start + m.end() for m in INNER.finditer(text[clause.start : clause.end])]
    sizes = {n: len(words_in(text[clause.start : n])) for n in at}
    fit = [n for n in at if FEWEST <= sizes[n] <= size - FEWEST]
    if size > LONG and fit:
        middle = min(fit, key=lambda n: abs(2 * sizes[n] - size))
        yield Span(clause.start, clause.start + len(text[clause.start : middle].rstrip()))
        yield Span(middle, clause.end)
    elif size:
        yield clause


def runs(text: str, parts: tuple[Span, ...]) -> Iterator[str]:
    """Neighbouring clauses as an option can show them: each alone, and two or three that are short."""
    for first in range(len(parts)):
        for last in range(first, min(first + 3, len(parts))):
            if last > first and words_in(text[parts[last - 1].end : parts[last].start]):
                break
            shown = one_line(text[parts[first].start : parts[last].end]).strip(' ,;:.?!-–—“”"')
            shown = shown.removeprefix("and ")
            if FEWEST <= len(words_in(shown)) <= MOST and not re.search(r"[\[\]“”\"…]", shown):
                yield shown


def says_much(clause: str) -> bool:
    """True for words without which a part of the thought is gone."""
    rest = clause
    while (found := FILLER.match(rest.lstrip(" ,"))) and found.end():
        rest = rest.lstrip(" ,")[found.end() :]
    return weight(rest) >= LONG_WORDS and len(words_in(rest)) >= FEWEST


def turns_the_sense(clause: str) -> bool:
    """True for a limit, a reason, a "but", a number or a name: who leaves it out leaves readers with another picture."""
    return TURNS.search(clause) is not None or NAME.search(clause) is not None


def weight(words: str) -> int:
    """How many of the words say something."""
    return sum(len(w.folded) >= LONG_WORD for w in words_in(words))


STEM, SHORTEST = 5, 4
"""Letters of a word that its other forms have too, and of the shortest that tells something."""


def is_touched_on(text: str, clause: str) -> bool:
    """True where the text has any of the clause's telling words: the same speaker may say the same there."""
    words = [
        {w.folded for w in words_in(part) if len(w.folded) >= SHORTEST} - STOP for part in (clause, text)
    ]
    return bool(words[0] & words[1]) or not words[0]


def is_told_near(text: str, clause: str) -> bool:
    """True where the text has a third of the clause's telling words: beside the quotation, that may be the same thing."""
    sought = _stems(clause)
    return not sought or 3 * len(sought & _stems(text)) > len(sought)


def is_told_in(text: str, clause: str) -> bool:
    """True where a sentence has more than half of the clause's telling words; names stand in many sentences of a story."""
    sought = _stems(re.sub(NAME, "", clause))
    return not sought or 2 * len(sought & _stems(text)) > len(sought)


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(
        w.folded[:STEM] for w in words_in(text) if len(w.folded) >= SHORTEST and w.folded not in STOP
    )
