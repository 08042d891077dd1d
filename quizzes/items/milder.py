"""Items that ask which word would judge least in the place of one that colours a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.expressions import Call
from quizzes.items.judging import SHOWN, word_of
from quizzes.items.matrix import Matrix
from quizzes.items.milder_questions import milder_one, milder_row, words_beside
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import capitalised, one_line, quoted, stop
from quizzes.nlp.lexicons.milder_words import LEAST
from quizzes.nlp.types import Evidence, Finding, Reading, Tone, ToneKind

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
    word, sentence = word_of(tone), matrix.sentence(tone.article, tone.start, tone.end)
    if word is None or sentence is None:
        return None
    told = one_line(sentence.of(reading.text))
    if len(told) > SHOWN or LOOSE.search(told):
        return None
    found = milder_row(reading, word, tone.word)
    milder = milder_one(reading, word, *found) if found else None
    if found is None or milder is None:
        return None
    shown, name = quoted(one_line(word.of(reading.text))), matrix.name(tone.article)
    stem = (
        f"{name} writes: {quoted(told)}{stop(told)} Which of these could stand in the place of {shown} and would add the LEAST"
        " judgement or feeling?"
    )
    why = (
        f"{capitalised(quoted(milder))} tells the same fact as {shown}, with less of a judgement or a feeling. The others"
        f" colour the sentence as much as {shown} does, or more."
    )
    evidence = (Evidence(tone.article, sentence.start, sentence.end, sentence.of(reading.text)),)
    others = words_beside(reading, word, *found)
    if len(others) < LEAST:
        return None
    return building.choice(
        Ask(matrix, finding, seed, Skill.WORDING, stem, why, evidence, 0.5),
        Call("judges-least", (tone.article, str(word.start), str(word.end))),
        (milder,),
        [((w,), "strong-word-read-as-plain") for w in others],
    )
