"""Checkable statements: which measure a sentence gives a value for, who says so, and what happening it is about."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span as DocSpan

from quizzes.nlp.counted import Counted
from quizzes.nlp.document import ArticleDoc, first_character, trimmed
from quizzes.nlp.focus import YEAR, Focus, happening_for
from quizzes.nlp.lexicons.acts import SAYING
from quizzes.nlp.lexicons.numbers import TELLING
from quizzes.nlp.lexicons.wordlists import words
from quizzes.nlp.measures import ROWS, Framed, find_measures
from quizzes.nlp.noun_phrases import lemma_of
from quizzes.nlp.quantities import find_quantities
from quizzes.nlp.suppositions import is_supposed, is_unconfirmed
from quizzes.nlp.types import Bound, Claim, Happening, Quantity

NOTHING_COUNTED = words(
    """
    thing way time side kind sort type part point step reason example occasion front hand half case moment place option
    choice fact message goal aim idea word theme question issue level end sentence lot bit matter respect aspect sense
    sign one takeaway
    """
)
"""Own list: counts of these say how a text is laid out ("two things"), not what happened."""


def find_claims(article: ArticleDoc, happenings: tuple[Happening, ...]) -> tuple[Claim, ...]:
    """The claims of an article's told passages, in order; each id is made of article, value's place and measure."""
    focus = Focus(happenings, article)
    claims: list[Claim] = []
    for sentence in article.told:
        told = focus.in_sentence(sentence)
        claims.extend(claims_of(article, sentence, told, focus))
        focus.move(told, sentence)
    return tuple(with_main(claims, focus))


def with_main(claims: list[Claim], focus: Focus) -> Iterator[Claim]:
    """The claims; a harm without happening that repeats, or denies, what the article tells of its main one is of that too.

    Only where the measure is told of no other happening, so that two are never mixed.
    """
    happenings: defaultdict[str, set[str]] = defaultdict(set)
    for c in claims:
        if c.happening and c.measure in ROWS and ROWS[c.measure].is_harm:
            happenings[c.measure].add(c.happening)
    for c in claims:
        main = focus.main.id if focus.main else ""
        repeats = c.happening is None and happenings.get(c.measure) == {main}
        if repeats and not YEAR.search(c.text) and any(is_alike(c, o, main) for o in claims):
            c = replace(c, happening=main)
        yield c


def is_alike(claim: Claim, other: Claim, main: str) -> bool:
    """True where a claim gives none at all, or a figure that the other's words allow."""
    if (other.measure, other.happening) != (claim.measure, main):
        return False
    value, told = claim.value, other.value
    if value.low is None or value.high is None:
        return False
    low, high = told.about or (told.low, told.high)
    return value.high == 0 or (
        low is not None and high is not None and low <= value.low <= value.high <= high
    )


def claims_of(
    article: ArticleDoc, sentence: DocSpan, told: dict[int, Happening], focus: Focus
) -> Iterator[Claim]:
    taken: set[tuple[str, int]] = set()
    for counted in find_quantities(sentence):
        for framed in find_measures(counted):
            key = framed.measure, (counted.noun or counted.anchor).i
            if key in taken or not is_checkable(counted, framed):
                continue
            taken.add(key)
            happening = happening_for(counted, framed, told, focus)
            yield claim_of(article, sentence, counted, framed, happening.id if happening else None)


def is_checkable(counted: Counted, framed: Framed) -> bool:
    """True for what a reader could check: no count of ways or things, no number of those who speak, no vague plain count."""
    value = counted.quantity
    if framed.is_framed:
        return framed.trigger is None or is_told(framed, counted)
    if counted.noun is None or lemma_of(counted.noun) in NOTHING_COUNTED or value.high == 0:
        return False
    if value.low == value.high == 1 and value.text.lower() == "one":
        return False
    if value.bound is Bound.VAGUE or (value.about is not None and value.low is None and value.high is None):
        return any(word in TELLING for word in value.text.lower().split())
    if (
        counted.start > 1
        and counted.anchor.doc[counted.start - 2 : counted.start].text.lower() == "according to"
    ):
        return False
    verb = counted.anchor.head
    return not (
        counted.anchor.dep_ == "nsubj"
        and verb.lemma_ in SAYING
        and value.high is not None
        and value.high < 10
    )


def is_told(framed: Framed, counted: Counted) -> bool:
    """False for a harm that is only supposed ("if a guard died"), or of which none is confirmed."""
    row = ROWS.get(framed.measure)
    if framed.trigger is None or row is None or not row.is_harm:
        return True
    if counted.quantity.high == 0 and is_unconfirmed(framed.trigger):
        return False
    return not is_supposed(framed.trigger)


def claim_of(
    article: ArticleDoc, sentence: DocSpan, counted: Counted, framed: Framed, happening: str | None
) -> Claim:
    span = trimmed(sentence)
    value = counted.quantity
    said = article.attribution_at(value.start, value.end)
    return Claim(
        id=claim_id(article.article, value, framed.measure),
        article=article.article,
        start=span.start,
        end=span.end,
        text=span.of(article.text),
        measure=framed.measure,
        value=value,
        source=said.source if said else None,
        happening=happening,
        counted=counted.counted,
        role=article.role_at(first_character(sentence)),
    )


def claim_id(article: str, value: Quantity, measure: str) -> str:
    said = f"{article}\n{value.start}-{value.end}\n{measure}"
    return "c" + hashlib.sha1(said.encode(), usedforsecurity=False).hexdigest()[:12]
