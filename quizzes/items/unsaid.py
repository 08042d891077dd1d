"""Items from words between marks of which the article does not say whose they are."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.expressions import Call
from quizzes.items.matrix import Matrix
from quizzes.items.said import other_speakers, words_shown
from quizzes.items.speech_questions import NOBODY
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.whose_words import is_nobodys, said_elsewhere, sure_speaker
from quizzes.items.wording import one_line, quoted, with_article
from quizzes.nlp.types import Finding, Quotation

LONG = 230
"""Characters of a quotation that a stem can hold."""


def unsaid_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Who says this, where nobody is named, and what a reader would need to know."""
    quotation = _quotation(matrix, finding)
    if quotation is None:
        return
    yield _whose(matrix, finding, seed, quotation)
    yield _what_is_missing(matrix, finding, seed, quotation)


def _quotation(matrix: Matrix, finding: Finding) -> Quotation | None:
    """The quotation of the finding where surely nobody is named for it."""
    position = finding.positions[0]
    if position.article not in matrix.readings:
        return None
    reading = matrix.reading(position.article)
    return next(
        (
            q
            for q in reading.quotations
            if q.text == position.value
            and any(e.start <= q.start < e.end for e in position.evidence)
            and is_nobodys(reading, q)
            and len(one_line(q.text)) <= LONG
        ),
        None,
    )


def _named_elsewhere(matrix: Matrix, quotation: Quotation) -> str:
    """Which other article has the words and says whose they are, as a sentence; "" where none does."""
    for reading, span in said_elsewhere(matrix, quotation):
        for other in reading.quotations:
            speaker = sure_speaker(reading, other)
            if other.start < span.end and span.start < other.end and speaker is not None:
                return f"{matrix.name(reading.article)} has the same words and names {with_article(speaker)}."
    return ""


def _whose(matrix: Matrix, finding: Finding, seed: int, quotation: Quotation) -> ItemDraft | None:
    outlet = matrix.name(quotation.article)
    stem = f"{outlet} prints these words: {words_shown(quotation)} Whom does it name as their speaker?"
    wrong = [(term, "speaker-carried-over") for term, _ in other_speakers(matrix, quotation, None)]
    ask = _ask(matrix, finding, seed, quotation, stem, 0.5)
    return building.choice(ask, Call("says", (quotation.article, str(quotation.start))), (NOBODY,), wrong)


def _what_is_missing(matrix: Matrix, finding: Finding, seed: int, quotation: Quotation) -> ItemDraft | None:
    outlet = matrix.name(quotation.article)
    found = _named_elsewhere(matrix, quotation)
    stem = (
        f"{outlet} prints these words: {words_shown(quotation)} It does not say whose they are. "
        "What can a reader not judge without the speaker? How would you find out who it was?"
    )
    return building.open_answer(
        _ask(matrix, finding, seed, quotation, stem, 0.7),
        levels=(
            "Names some speaker, or says only that the words are good or bad.",
            "Says that no speaker is named.",
            "Says that no speaker is named, what a reader cannot judge without one (whether the speaker knows it, or has a side),"
            " and names a way to find out.",
        ),
        names=[
            f"{outlet} names no speaker for the words",
            "what the speaker knows, or which side they are on",
            found or "a search for the same words elsewhere",
        ],
        model=(
            f"{outlet} gives the words in marks but names nobody for them. So a reader cannot tell whether the speaker was there,"
            " knows the matter, or takes a side. I would search for the exact words in other reports, or in a statement or video"
            f" of that day, to see who said them.{' ' + found if found else ''}"
        ),
    )


def _ask(
    matrix: Matrix, finding: Finding, seed: int, quotation: Quotation, stem: str, difficulty: float
) -> Ask:
    evidence = finding.positions[0].evidence[:1]
    why = f"{matrix.name(quotation.article)}: {quoted(evidence[0].text)} Neither these sentences nor those around them say who speaks."
    return Ask(matrix, finding, seed, Skill.SOURCING, stem, why, evidence, difficulty)
