"""Items on who is behind the words that an article quotes: as what it introduces the speaker."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.building import Ask, Distractor
from quizzes.items.expressions import Call
from quizzes.items.introductions import OFFICES, introduction_of
from quizzes.items.matrix import Matrix
from quizzes.items.nearby import why_picked
from quizzes.items.said import heard_by_name, is_clause, is_given_away, sayable_or_opening, words_shown
from quizzes.items.speakers import named_in
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.whose_words import quotation_at, rationale_of, sentences_of
from quizzes.items.wording import folded, quoted
from quizzes.nlp.findings.voices import surname
from quizzes.nlp.types import Evidence, Finding, Quotation

TELLING = 2
"""Words of an introduction that tells a reader what its person may know: "Senator" alone is known to all."""


def introduced_item(
    matrix: Matrix, finding: Finding, seed: int, voice: tuple[str, str], most: int
) -> ItemDraft | None:
    """As what the article introduces the person who says its words, beside others of whom it tells the like."""
    article, name = voice
    told = introduction_of(matrix.reading(article), name)
    quotation = sayable_or_opening(matrix, article, name, most)
    if told is None or quotation is None or not is_clause(quotation) or not is_telling(told):
        return None
    if is_given_away(told, quotation.text) or set(folded(told).split()) & set(
        folded(matrix.name(article)).split()
    ):
        return None
    outlet, whole = matrix.name(article), quotation_at(matrix, article, str(quotation.start))
    stem = f"{outlet} has these words: {words_shown(quotation)} How does the article introduce the person who says them?"
    why = (
        f"{rationale_of(matrix, whole)} {outlet} introduces {name} as {quoted(told)}: from that a reader can judge what"
        " the speaker may know, and for whom the speaker speaks."
    )
    return building.choice(
        Ask(matrix, finding, seed, Skill.SOURCING, stem, why, _evidence(matrix, whole, name), 0.6),
        Call("introduces", (article, str(whole.start))),
        (article, name),
        list(_others(matrix, whole, name)),
    )


def is_telling(told: str) -> bool:
    return len(told.split()) >= TELLING and not any(told.endswith(office) for office in OFFICES.values())


def _others(matrix: Matrix, quotation: Quotation, name: str) -> Iterator[Distractor]:
    """Others whom the article introduces, first those whom it quotes too."""
    reading = matrix.reading(quotation.article)
    for other in dict.fromkeys((*heard_by_name(matrix, quotation.article), *named_in(reading))):
        told = introduction_of(reading, other)
        if told and surname(other) != surname(name) and not is_given_away(other, quotation.text):
            yield (quotation.article, other), why_picked(matrix, quotation, name, other)


def _evidence(matrix: Matrix, quotation: Quotation, name: str) -> tuple[Evidence, ...]:
    """The sentences with the words, and the one that introduces their speaker."""
    reading, told = (
        matrix.reading(quotation.article),
        introduction_of(matrix.reading(quotation.article), name),
    )
    every = (s for s in reading.sentences if surname(name) in folded(s.of(reading.text)))
    telling = next((s for s in every if told and folded(told) in folded(s.of(reading.text))), None)
    found = sentences_of(matrix, quotation)
    if telling is None:
        return found
    more = Evidence(quotation.article, telling.start, telling.end, telling.of(reading.text))
    return found if more in found else (more, *found)
