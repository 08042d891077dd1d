"""Items from a passage of another story that has strayed into an article."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.building import Ask, Distractor
from quizzes.items.expressions import Call
from quizzes.items.matrix import Matrix
from quizzes.items.sentences import tells_of_the_story
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import quoted
from quizzes.nlp.types import Evidence, Finding, Reading, Span

SHORT, LONG = 40, 200
"""Characters of a sentence that an option can show and that says enough to be judged by."""

NEAREST = 6
"""Sentences of about the key's length from which the distractors are drawn."""


def intruder_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Which sentence of the article belongs to another story: to be chosen, or to be found."""
    position = finding.positions[0]
    if position.article not in matrix.readings:
        return
    reading = matrix.reading(position.article)
    for evidence in position.evidence:
        if SHORT <= evidence.end - evidence.start <= LONG:
            yield _which(matrix, finding, seed, reading, evidence)
            yield _find(matrix, finding, seed, reading, evidence)
            return


def _which(matrix: Matrix, finding: Finding, seed: int, reading: Reading, key: Evidence) -> ItemDraft | None:
    outlet = matrix.name(reading.article)
    stem = f"One of these sentences stands in {outlet}, but it belongs to another story. Which one?"
    ask = _ask(matrix, finding, seed, reading, stem, key)
    return building.choice(
        ask, Call("other-story"), (reading.article, str(key.start)), list(_others(matrix, reading, key))
    )


def _find(matrix: Matrix, finding: Finding, seed: int, reading: Reading, key: Evidence) -> ItemDraft | None:
    outlet = matrix.name(reading.article)
    stem = (
        f"The text of {outlet} holds something that belongs to another story."
        " Find it and tick a sentence of it."
    )
    ask = _ask(matrix, finding, seed, reading, stem, key)
    return building.evidence(ask, Call("other-story"), (reading.article, str(key.start)))


def _ask(matrix: Matrix, finding: Finding, seed: int, reading: Reading, stem: str, key: Evidence) -> Ask:
    why = (
        f"{matrix.name(reading.article)}: {quoted(key.text)} It has nothing to do with what the articles are about."
        " Such a passage slips in when a page is copied as a whole, and no figure or name should be taken from it."
    )
    return Ask(matrix, finding, seed, Skill.CORROBORATE, stem, why, (key,), 0.3)


def _others(matrix: Matrix, reading: Reading, key: Evidence) -> Iterator[Distractor]:
    """Sentences of the same article that surely tell of the story, those nearest to the key's length first."""
    length = key.end - key.start

    def off(span: Span) -> int:
        return abs(span.end - span.start - length)

    fit = [
        s
        for s in reading.sentences
        if SHORT <= s.end - s.start <= LONG and tells_of_the_story(matrix, reading, s)
    ]
    for span in sorted(fit, key=off)[:NEAREST]:
        yield (reading.article, str(span.start)), "other-story-overlooked"
