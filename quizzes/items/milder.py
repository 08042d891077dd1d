"""Items that ask which word would judge least in the place of one that colours a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.expressions import Call
from quizzes.items.judging import BREAK, MARKS, SHOWN, WORD, shown_excerpt
from quizzes.items.matrix import Matrix
from quizzes.items.milder_questions import article_before, milder_one, milder_row, words_beside
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import capitalised, one_line, quoted, stop
from quizzes.nlp.lexicons.milder_words import LEAST, LONGEST, Row
from quizzes.nlp.types import Evidence, Finding, Reading, Span, Tone, ToneKind

LOOSE = re.compile(r"[.!?]\s['\"‘“]$|^['’”]\s")
"""A mark at an end of a sentence that belongs to its neighbour."""


def milder_item(matrix: Matrix, finding: Finding, seed: int) -> ItemDraft | None:
    """The milder word for the first coloured one of a finding that stands in a sentence that can be shown."""
    for position in finding.positions:
        if position.article not in matrix.readings:
            continue
        first = position.evidence[0]
        tone = next((t for t in _coloured(matrix.reading(position.article), first.start, first.end)), None)
        draft = _item(matrix, finding, seed, tone) if tone else None
        if draft is not None:
            return draft
    return None


def _coloured(reading: Reading, start: int, end: int) -> Iterator[Tone]:
    return (
        t
        for t in reading.tones
        if (t.kind, t.start, t.end) == (ToneKind.LOADED, start, end) and t.voice is None
    )


def _item(matrix: Matrix, finding: Finding, seed: int, tone: Tone) -> ItemDraft | None:
    reading = matrix.reading(tone.article)
    for word in _places(reading, tone):
        found = milder_row(reading, word, tone)
        sentence = matrix.sentence(tone.article, word.start, word.end)
        told = _told(reading, sentence, word) if sentence else None
        if found is not None and sentence is not None and told is not None:
            return _choice(matrix, finding, seed, (tone.article, word, sentence), told, found)
    return None


def _places(reading: Reading, tone: Tone) -> Iterator[Span]:
    """Where a word of the tables may stand in what judges, the longest first ("rail" goes on to "railed against")."""
    starts = [tone.start + m.start() for m in WORD.finditer(tone.text)]
    for start in starts:
        ends = [m.end() for m in WORD.finditer(reading.text, start, start + FURTHEST)][:LONGEST]
        yield from (Span(start, end) for end in reversed(ends))


FURTHEST = 40
"""Characters of the longest verb of the tables."""


def _told(reading: Reading, sentence: Span, word: Span) -> str | None:
    """The sentence, or its beginning up to a break behind the word; None where neither can be shown."""
    whole = one_line(sentence.of(reading.text))
    if len(whole) <= SHOWN:
        return None if LOOSE.search(whole) else whole
    breaks = [m.start() for m in BREAK.finditer(reading.text, word.end, sentence.start + SHOWN)]
    parts = (Span(sentence.start, at) for at in reversed(breaks))
    part = next((p for p in parts if not MARKS.search(p.of(reading.text))), None)
    return shown_excerpt(reading, sentence, part) if part else None


def _choice(
    matrix: Matrix,
    finding: Finding,
    seed: int,
    place: tuple[str, Span, Span],
    told: str,
    found: tuple[Row, int],
) -> ItemDraft | None:
    article, word, sentence = place
    reading = matrix.reading(article)
    milder, others = milder_one(reading, word, *found), words_beside(reading, word, *found)
    if len(others) < LEAST:
        return None
    before = article_before(reading, word) or word
    shown, name = quoted(one_line(reading.text[before.start : word.end])), matrix.name(article)
    stem = (
        f"{name} writes: {quoted(told)}{stop(told)} Which of these could stand in the place of {shown} and would add the LEAST"
        " judgement or feeling?"
    )
    why = (
        f"{quoted(capitalised(milder))} tells the same fact as {shown}, with less of a judgement or a feeling. The others"
        f" colour the sentence as much as {shown} does, or more."
    )
    evidence = (Evidence(article, sentence.start, sentence.end, sentence.of(reading.text)),)
    return building.choice(
        Ask(matrix, finding, seed, Skill.WORDING, stem, why, evidence, 0.5),
        Call("judges-least", (article, str(word.start), str(word.end))),
        (milder,),
        [((w,), "strong-word-read-as-plain") for w in others],
    )
