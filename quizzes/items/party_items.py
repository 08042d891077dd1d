"""Items on which side is speaking: of which party an article says that the person is whom it quotes."""

from __future__ import annotations

import re

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.expressions import Call
from quizzes.items.matrix import Matrix
from quizzes.items.parties import SHOWN, parties_beside
from quizzes.items.said import is_clause, sayable_or_opening, words_shown
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.whose_words import quotation_at, rationale_of, sentences_of
from quizzes.items.wording import quoted, stop
from quizzes.nlp.types import Evidence, Finding

PARTY_NAMED = re.compile(r"\b(?:Republican|Democrat|GOP)", re.IGNORECASE)
"""In words that speak of a party, everybody hears which side is speaking."""


def party_item(
    matrix: Matrix, finding: Finding, seed: int, voice: tuple[str, str], most: int
) -> ItemDraft | None:
    """Of which party the article says that the person is who says its words."""
    article, name = voice
    beside = parties_beside(matrix.reading(article), name)
    quotation = sayable_or_opening(matrix, article, name, most)
    if not beside or quotation is None or not is_clause(quotation) or PARTY_NAMED.search(quotation.text):
        return None
    party, at = beside[0]
    whole, sentence = quotation_at(matrix, article, str(quotation.start)), _sentence(matrix, article, at)
    if sentence is None:
        return None
    found, outlet = sentences_of(matrix, whole), matrix.name(article)
    stem = (
        f"{outlet} has these words: {words_shown(quotation)} Which party does their speaker belong to, according to the"
        " article?"
    )
    why = rationale_of(matrix, whole)
    if sentence not in found:
        why += f" {outlet} tells the party of {name}: {quoted(sentence.text)}{stop(sentence.text)}"
    why += " Words about a quarrel of parties weigh differently when one knows which side is speaking."
    return building.choice(
        Ask(matrix, finding, seed, Skill.SOURCING, stem, why, tuple(dict.fromkeys((*found, sentence))), 0.5),
        Call("party-of", (article, str(whole.start))),
        (party,),
        [((other,), "attribution-overlooked") for other in SHOWN if other != party],
    )


def _sentence(matrix: Matrix, article: str, at: int) -> Evidence | None:
    span = matrix.sentence(article, at, at)
    return Evidence(article, span.start, span.end, span.of(matrix.reading(article).text)) if span else None
