"""Open items on one utterance that two articles put between marks in different words: both cannot be word for word."""

from __future__ import annotations

import re
from itertools import combinations

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.indefinite import is_full_name
from quizzes.items.matrix import Matrix
from quizzes.items.trimmed import SHARED_LEAST, SHOWN_CUT, one_speaker, quotation_of
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.unmarked import words_in
from quizzes.items.wording import one_line, quoted, speech, stop
from quizzes.nlp.findings.comparable import STOP
from quizzes.nlp.findings.word_changes import Change, Stretch, compare_words
from quizzes.nlp.types import Finding, Position

LONG = 420
"""Characters of both versions that a stem can hold."""

LONG_WORD, STEM = 5, 3
"""Letters of a word that carries meaning, and of its beginning, by which other forms of it are known ("run", "running")."""

TURNING = frozenset("able not never must may might could should cannot all none most".split())
"""Short words that make another statement of it (own list)."""

SHORT = 2

MOST_NAMED = 3
"""Differences that a model answer names."""


def how_worded(
    matrix: Matrix, finding: Finding, seed: int, positions: tuple[Position, ...]
) -> ItemDraft | None:
    """Whether both can be what was said, and how to find out; asked where a word that carries meaning is another one."""
    for one, other in combinations(positions, 2):
        speaker = _speaker(matrix, one, other)
        pairs = differing(compare_words(one.value or "", other.value or ""))
        if speaker and pairs:
            return _asked(matrix, finding, seed, (one, other), speaker, pairs)
    return None


def _speaker(matrix: Matrix, one: Position, other: Position) -> str | None:
    """The person by full name who says both in one go, neither version being shortened before our eyes."""
    if one.article == other.article or any(
        SHOWN_CUT.search(p.value or "") or re.search(r"[\[\]]", p.value or "") for p in (one, other)
    ):
        return None
    ends = quotation_of(matrix, one), quotation_of(matrix, other)
    if (
        ends[0] is None
        or ends[1] is None
        or not any(q.speaker and is_full_name(q.speaker) for q in ends if q)
    ):
        return None
    long = len(one_line(one.value or "")) + len(one_line(other.value or ""))
    return one_speaker(ends[0], ends[1]) if long <= LONG else None


def differing(stretches: tuple[Stretch, ...]) -> list[tuple[str, str]]:
    """The changed words of two versions that else are much the same, with a word on either side; none where all of them may be
    a slip of the ear, another form or another spelling."""
    same = sum(len(words_in(s.one)) for s in stretches if s.change is Change.SAME)
    shorter = min(
        sum(len(words_in(text)) for text in side)
        for side in zip(*((s.one, s.other) for s in stretches), strict=True)
    )
    changed = [n for n, s in enumerate(stretches) if s.change is Change.CHANGED]
    inner = [n for n in changed if 0 < n < len(stretches) - 1]
    if same < max(SHARED_LEAST, shorter / 2) or not any(is_another_word(stretches[n]) for n in inner):
        return []
    changed = [n for n in changed if n in inner or _is_short(stretches[n])]
    return [_with_neighbours(stretches, n) for n in changed[:MOST_NAMED]]


def _is_short(stretch: Stretch) -> bool:
    """True for a word or two at an end; with more there, the speaker goes on in another way."""
    return max(len(words_in(stretch.one)), len(words_in(stretch.other))) <= SHORT


NOTHING = Stretch(Change.SAME, "", "")


def _with_neighbours(stretches: tuple[Stretch, ...], at: int) -> tuple[str, str]:
    """A changed stretch in both versions, with the word before and the word behind where both have the same."""
    before, behind = (
        stretches[n] if 0 <= n < len(stretches) and stretches[n].change is Change.SAME else NOTHING
        for n in (at - 1, at + 1)
    )
    changed = stretches[at]
    return _joined(before.one, changed.one, behind.one), _joined(before.other, changed.other, behind.other)


def _joined(before: str, words: str, behind: str) -> str:
    parts = (*before.split()[-1:], *words.split(), *behind.split()[:1])
    return " ".join(parts).strip(" ,;:.?!-–—“”\"'‘’")


def is_another_word(stretch: Stretch) -> bool:
    """True where each side has a word that carries meaning and is no form of one of the other side's."""
    ours, theirs = ([w.folded for w in words_in(t)] for t in (stretch.one, stretch.other))
    if bool(TURNING & set(ours)) is not bool(TURNING & set(theirs)):
        return True
    telling = [
        [w for w in words if len(w) >= LONG_WORD and w not in STOP and w[0].isalpha()]
        for words in (ours, theirs)
    ]
    forms = [{w[:STEM] for w in words} for words in (ours, theirs)]
    return (
        all(telling)
        and any(w[:STEM] not in forms[1] for w in telling[0])
        and any(w[:STEM] not in forms[0] for w in telling[1])
    )


def _asked(
    matrix: Matrix,
    finding: Finding,
    seed: int,
    pair: tuple[Position, Position],
    speaker: str,
    differences: list[tuple[str, str]],
) -> ItemDraft | None:
    names = [matrix.name(p.article) for p in pair]
    texts = [one_line(p.value or "").rstrip(" ,") for p in pair]
    words = "; ".join(f"{names[0]} has {quoted(a)}, {names[1]} has {quoted(b)}" for a, b in differences)
    stem = (
        f"Two outlets put words of {speaker} between quotation marks. {names[0]}: {speech(texts[0])}{stop(texts[0])} "
        f"{names[1]}: {speech(texts[1])}{stop(texts[1])} Can both be word for word what {speaker} said? "
        "Point to the words that differ, and say how you would find out what was said."
    )
    evidence = tuple(p.evidence[0] for p in pair)
    quotes = " ".join(f"{n}: {quoted(e.text)}" for n, e in zip(names, evidence, strict=True))
    why = f"{quotes} Quotation marks promise a speaker's own words, and these are not the same."
    return building.open_answer(
        Ask(matrix, finding, seed, Skill.WORDING, stem, why, evidence, 0.7),
        levels=(
            "Says yes or no without pointing to words.",
            f"Points to words that differ ({words}), and no more.",
            "Points to words that differ, says that both can be right only if it was said twice, and names where to look: a recording,"
            " a transcript, or a written statement.",
        ),
        names=[words, "quotation marks promise the speaker's own words", "a recording or a transcript"],
        model=(
            f"The words are not all the same: {words}. If {speaker} said it only once, at least one outlet has not printed the exact words,"
            f" although it uses quotation marks. If {speaker} said it twice, both can be right. A recording, a transcript or a written"
            " statement would show it."
        ),
    )
