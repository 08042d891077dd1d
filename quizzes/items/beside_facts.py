"""Facts that stand as options beside one that an article leaves out: what the article tells itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.items.asking import Undecided
from quizzes.items.expressions import Term
from quizzes.items.fact_questions import says_so_too, told_in, told_sentence
from quizzes.items.heart import is_clear_alone, is_of_the_heart
from quizzes.items.lead_ins import shown_alone
from quizzes.items.matrix import Matrix
from quizzes.items.untold import rare_words, tells_much
from quizzes.items.whole_sentences import is_whole_statement
from quizzes.nlp.findings.told_words import ToldSentence
from quizzes.nlp.findings.who_tells import shared_words
from quizzes.nlp.types import Evidence

OPTION = 260
"""Characters of a sentence that an option can hold."""

NEAR_IN_LENGTH = 1.8
"""How many times longer or shorter than the key a fact beside it may be."""

MOST = 6
"""Facts that are looked at."""

AKIN = 2
"""Facts, at least, that have a word in common with the one told: among strangers it would be the odd one out."""

TITLE = re.compile(r"\b(?:Mr|Mrs|Ms)\.? [A-Z]")

RARE = 4
"""Words beside those that come again and again by which a sentence is surely told in another one."""


def facts_beside(matrix: Matrix, article: str, told: Evidence) -> list[Term]:
    """Sentences, by article and start, that the article surely tells, in other outlets' words where there are such.

    They are of the heart of the story, and call people "Mr." where the fact told does: one outlet's style would tell its facts
    from another's.
    """
    index, own = told_in(matrix), told_sentence(matrix, told.article, str(told.start))
    has_title = _has_title(matrix, own)
    found = (*_in_other_words(matrix, article, own), *_facts(matrix, article, own))
    central = [s for s in found if _has_title(matrix, s) is has_title and is_of_the_heart(index, s)]
    if sum(bool(shared_words(own, s)) for s in central) < AKIN:
        return []
    return [(s.article, str(s.span.start)) for s in central[:MOST]]


def can_be_shown(matrix: Matrix, sentence: ToldSentence) -> bool:
    """True for a whole sentence that needs nothing told before."""
    index, reading = told_in(matrix), matrix.reading(sentence.article)
    is_whole = is_whole_statement(reading, sentence.span, _shown(matrix, sentence), index.everybodys)
    return is_whole and is_clear_alone(index, sentence)


def _facts(matrix: Matrix, article: str, own: ToldSentence) -> list[ToldSentence]:
    """Sentences of an article that stand alone and are about as long as the fact told; those first that have most words in
    common with it, so that it is not the only one of its kind."""
    index, length = told_in(matrix), len(_shown(matrix, own))
    found = [
        s
        for s in index.by_article.get(article, [])
        if length / NEAR_IN_LENGTH <= len(_shown(matrix, s)) <= min(OPTION, length * NEAR_IN_LENGTH)
        and tells_much(index, s)
        and can_be_shown(matrix, s)
    ]
    return sorted(found, key=lambda s: (-len(shared_words(own, s)), s.span.start))


def _in_other_words(matrix: Matrix, article: str, own: ToldSentence) -> Iterator[ToldSentence]:
    """Facts that the article surely tells, as other outlets word them: they are found by reading alone."""
    index = told_in(matrix)
    for other in sorted(index.articles - {article}):
        for sentence in _facts(matrix, other, own):
            place = str(sentence.span.start)
            try:
                if len(rare_words(index, sentence).stems) >= RARE and says_so_too(
                    matrix, article, other, place
                ):
                    yield sentence
            except Undecided:
                continue


def _shown(matrix: Matrix, sentence: ToldSentence) -> str:
    return shown_alone(matrix.reading(sentence.article), sentence.span)


def _has_title(matrix: Matrix, sentence: ToldSentence) -> bool:
    return bool(TITLE.search(_shown(matrix, sentence)))
