"""Checkable statements: which measure a sentence gives a value for, who says so, and what happening it is about."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from math import inf

from spacy.tokens import Span as DocSpan

from quizzes.nlp.document import ArticleDoc, first_character, names_in, trimmed
from quizzes.nlp.lexicons.acts import FAMILY_OF_NOUN, SAYING
from quizzes.nlp.lexicons.numbers import TELLING
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.lexicons.wordlists import words
from quizzes.nlp.measuring.attribute import Attribute
from quizzes.nlp.measuring.attributes import find_attributes
from quizzes.nlp.measuring.carried import Carrier
from quizzes.nlp.measuring.counted import Counted, Kind, counted_of
from quizzes.nlp.measuring.counted_off import with_counted_off
from quizzes.nlp.measuring.focus import YEAR, Focus, happening_for, own_clause
from quizzes.nlp.measuring.measures import ROWS, Framed, find_measures
from quizzes.nlp.measuring.moments import find_moments
from quizzes.nlp.measuring.noun_phrases import lemma_of
from quizzes.nlp.measuring.participants import of_group, of_named
from quizzes.nlp.measuring.quantities import find_quantities
from quizzes.nlp.measuring.reckoners import Reckoners
from quizzes.nlp.measuring.scenes import find_scenes
from quizzes.nlp.measuring.sources import source_of
from quizzes.nlp.measuring.suppositions import is_conditional, is_supposed, is_unconfirmed
from quizzes.nlp.types import Bound, Claim, Happening, Quantity, ValueType

NOTHING_COUNTED = words(
    """
    thing way time side kind sort type part point step reason example occasion front hand half case moment place option
    choice fact message goal aim idea word theme question issue level end sentence lot bit matter respect aspect sense
    sign one takeaway turn direction instance difference
    """
)
"""Own list: counts of these say how a text is laid out ("two things"), not what happened."""
SCORING = frozenset({"score", "net", "concede"})
MANY = 10
"""So many goals or cases are no figure of speech ("three goals of the reform")."""
NAMED = re.compile(r"[^\W\d_]+(?:['’./-][^\W\d_]+)*\.?")
"""A noun that can name a measure: no crumb of a list ("sources—1")."""


def find_claims(article: ArticleDoc, happenings: tuple[Happening, ...]) -> tuple[Claim, ...]:
    """The claims of an article's told passages, in order; each id is made of article, value's place and measure."""
    focus = Focus(happenings, article)
    claims: list[Claim] = []
    carrier, reckoners = Carrier(), Reckoners(article)
    for sentence in article.told:
        told = focus.in_sentence(sentence)
        claims.extend(claims_of(article, sentence, told, focus, carrier, reckoners))
        focus.move(told, sentence)
    return tuple({c.id: c for c in with_main(list(with_counted_off(claims)), focus)}.values())


def with_main(claims: list[Claim], focus: Focus) -> Iterator[Claim]:
    """The claims; a harm without happening that repeats, or denies, what the article tells of its main one is of that too.

    Only where the measure is told of no other happening, so that two are never mixed.
    """
    told: defaultdict[str, set[str]] = defaultdict(set)
    spans: defaultdict[str, set[tuple[float, float]]] = defaultdict(set)
    for c in claims:
        if c.happening and c.measure in ROWS and ROWS[c.measure].is_harm:
            told[c.measure].add(c.happening)
            spans[c.measure].add(span_of(c.value))
    main = focus.main.id if focus.main else ""
    for c in claims:
        repeats = c.happening is None and told.get(c.measure) == {main} and not YEAR.search(c.text)
        yield replace(c, happening=main) if repeats and is_alike(c.value, spans[c.measure]) else c


def span_of(value: Quantity) -> tuple[float, float]:
    """The lowest and highest figure that a value's words allow; an impossible span where they leave it open."""
    low, high = value.about or (value.low, value.high)
    return (low, high) if low is not None and high is not None else (inf, -inf)


def is_alike(value: Quantity, spans: set[tuple[float, float]]) -> bool:
    """True where a value gives none at all, or a figure that another's words allow."""
    if value.low is None or value.high is None:
        return False
    return value.high == 0 or any(low <= value.low <= value.high <= high for low, high in spans)


def claims_of(
    article: ArticleDoc,
    sentence: DocSpan,
    told: dict[int, Happening],
    focus: Focus,
    carrier: Carrier,
    reckoners: Reckoners,
) -> Iterator[Claim]:
    taken: set[tuple[str, int, bool]] = set()
    for counted in find_quantities(sentence):
        measures = find_measures(counted)
        if answered := carrier.answered(counted, sentence):
            counted, measures = answered[0], (answered[1],)
        for framed in measures:
            key = framed.measure, (counted.noun or counted.anchor).i, counted.is_part
            if key in taken or not is_checkable(counted, framed):
                continue
            taken.add(key)
            carrier.note(counted, framed.measure, sentence)
            happening = happening_for(counted, framed, told, focus)
            claim = claim_of(article, sentence, counted, framed.measure, happening)
            yield claim if claim.source else replace(claim, source=reckoners.source_of(counted))
            for attribute in of_group(counted, framed):
                yield attribute_claim(article, sentence, attribute, happening)
    for counted, framed, happening in find_moments(article, sentence, told):
        yield claim_of(article, sentence, counted, framed.measure, happening)
    yield from worded_claims(article, sentence, told)


def worded_claims(article: ArticleDoc, sentence: DocSpan, told: dict[int, Happening]) -> Iterator[Claim]:
    """The claims whose value is words: places, states, causes, weapons, authors, and who the named were."""
    for attribute, happening in find_scenes(sentence, told):
        yield attribute_claim(article, sentence, attribute, happening)
    for attribute in find_attributes(sentence):
        yield attribute_claim(article, sentence, attribute, own_clause(attribute.trigger, told, leaves=False))
    for name in names_in(sentence):
        if name.label_ == "PERSON":
            for attribute in of_named(name.root):
                yield attribute_claim(article, sentence, attribute, own_clause(name.root, told, leaves=False))


def attribute_claim(
    article: ArticleDoc, sentence: DocSpan, attribute: Attribute, happening: Happening | None
) -> Claim:
    start, end = attribute.start - sentence.start, attribute.end - sentence.start
    counted = counted_of(
        sentence,
        Kind.WORDS,
        start,
        end,
        None,
        norm=attribute.norm,
        type=ValueType.TEXT,
        of=attribute.said_of,
        anchor=attribute.trigger,
    )
    return claim_of(article, sentence, counted, attribute.measure, happening)


def is_checkable(counted: Counted, framed: Framed) -> bool:
    """True for what a reader could check: no count of ways or things, no number of those who speak, no vague plain count."""
    value = counted.quantity
    if framed.is_framed:
        return framed.trigger is None or is_told(framed, counted)
    if counted.noun is None or value.high == 0:
        return False
    if lemma_of(counted.noun) in NOTHING_COUNTED and not is_set_term(counted):
        return False
    if not NAMED.fullmatch(counted.noun.text):
        return False
    if value.text.lower() == "single" and lemma_of(counted.noun) in PEOPLE:
        # "against a single rival" supposes more often than it counts.
        return False
    if counted.noun.i + 1 < len(counted.noun.doc) and counted.noun.nbor(1).lower_ in {"later", "earlier"}:
        # "three plays later" tells when.
        return False
    if value.low == value.high == 1 and value.text.lower() in {"one", "1"} and not is_stressed(counted):
        return False
    if is_conditional(counted.anchor.head):
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


def is_set_term(counted: Counted) -> bool:
    """True for "polling places", "court cases", "40 cases" and "scored 19 goals", where such a noun counts something after all."""
    noun, value = counted.noun, counted.quantity
    if noun is None:
        return False
    lemma, least = lemma_of(noun), value.low or value.high or 0
    if lemma == "place":
        return any(c.dep_ == "compound" and c.i >= counted.end for c in noun.children)
    if lemma == "goal":
        return least >= MANY or noun.head.lemma_.lower() in SCORING
    return lemma == "case" and least >= MANY


def is_stressed(counted: Counted) -> bool:
    """True for "only one senator": who says so has counted people or acts."""
    noun, before = counted.noun, counted.anchor.doc[max(0, counted.start - 1)]
    return before.lower_ == "only" and noun is not None and lemma_of(noun) in PEOPLE | FAMILY_OF_NOUN.keys()


def is_told(framed: Framed, counted: Counted) -> bool:
    """False for a harm that is only supposed ("if a guard died"), or of which none is confirmed."""
    row = ROWS.get(framed.measure)
    if framed.trigger is None or row is None or not row.is_harm:
        return True
    if counted.quantity.high == 0 and is_unconfirmed(framed.trigger):
        return False
    return not is_supposed(framed.trigger)


def claim_of(
    article: ArticleDoc, sentence: DocSpan, counted: Counted, measure: str, happening: Happening | None
) -> Claim:
    span = trimmed(sentence)
    value = counted.quantity
    return Claim(
        id=claim_id(article.article, value, measure),
        article=article.article,
        start=span.start,
        end=span.end,
        text=span.of(article.text),
        measure=measure,
        value=value,
        source=source_of(article, value),
        happening=happening.id if happening else None,
        counted=counted.counted,
        role=article.role_at(first_character(sentence)),
    )


def claim_id(article: str, value: Quantity, measure: str) -> str:
    said = f"{article}\n{value.start}-{value.end}\n{measure}"
    return "c" + hashlib.sha1(said.encode(), usedforsecurity=False).hexdigest()[:12]
