"""What an article tells in a finding, and whether two of them surely tell the same.

Numbers, days, hours, places, names: every value that a finding sets side by side is read here, whether a claim
stands behind it or words alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quizzes.items.asking import Undecided
from quizzes.items.bounds import disjoint, figure, lower, upper
from quizzes.items.matrix import Matrix, NotInMatrix, once
from quizzes.items.texts import has_words, nearly_has_words
from quizzes.items.wording import folded, one_line
from quizzes.nlp.findings.comparable import HARMS, content, head
from quizzes.nlp.findings.days import WEEKDAYS
from quizzes.nlp.findings.told_words import figures_in
from quizzes.nlp.types import (
    Bound,
    Claim,
    Evidence,
    Finding,
    FindingKind,
    Reading,
    Relation,
    Source,
    Span,
    ValueType,
)

ALIKE = 0.25
"""Share of the shorter sentence's words from which a sentence with the figure may well be about the same thing."""

RETOLD = 0.4
"""Share of its words from which a sentence may tell the same thing in other words."""

WORDED = frozenset({"attribute", "status", "name", "place"})
"""Aspects in which articles differ by words, though a number may stand beside them ("one local guide")."""

CONTRADICTING = frozenset({Relation.CONFLICT, Relation.UPDATE})


@dataclass(frozen=True)
class Told:
    """What one article gives in a finding: its words, who says so and where; `claim` where a claim stands behind it."""

    place: str
    article: str
    words: str
    source: Source | None
    claim: Claim | None
    evidence: tuple[Evidence, ...]

    @property
    def sentence(self) -> str:
        return one_line(self.evidence[0].text)


def finding_named(matrix: Matrix, name: str) -> Finding:
    found = next((f for f in matrix.comparison.findings if f.id == name), None)
    if found is None:
        raise NotInMatrix(name)
    return found


@once
def told_in(matrix: Matrix, finding: Finding) -> tuple[Told, ...]:
    """The positions of a finding by the articles that take part; those whose claim is gone are left out."""
    found = []
    for n, position in enumerate(finding.positions, 1):
        claims = [matrix.claims[c] for c in position.claims if c in matrix.claims]
        if (
            position.article in matrix.readings
            and position.value
            and len(claims) == len(position.claims)
            and position.evidence
        ):
            claim = claims[0] if claims else None
            words = one_line(position.value)
            evidence = tuple(_whole(matrix, e) for e in position.evidence)
            told = Told(f"p{n}", position.article, words, position.source, claim, evidence)
            if not _names_two_days(told):
                found.append(told)
    return tuple(found)


def _whole(matrix: Matrix, evidence: Evidence) -> Evidence:
    """The sentence, as students see it, that holds the evidence."""
    span = matrix.sentence(evidence.article, evidence.start, evidence.end)
    if span is None:
        return evidence
    return Evidence(evidence.article, span.start, span.end, span.of(matrix.reading(evidence.article).text))


DAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)


def _names_two_days(told: Told) -> bool:
    """True for a day whose sentence names a second one, which could be the happening's as well."""
    days = {d.casefold() for d in DAY.findall(told.sentence)}
    return len(days) > 1 and any(d in told.words.casefold() for d in days)


def told_at(matrix: Matrix, finding: Finding, place: str) -> Told:
    found = next((t for t in told_in(matrix, finding) if t.place == place), None)
    if found is None:
        raise NotInMatrix(f"{finding.id} {place}")
    return found


def is_same(finding: Finding, one: Told, other: Told) -> bool:
    """Whether two give the same value; raises Undecided where one may mean what the other says."""
    numbers = _numbers(one, other)
    if numbers and finding.aspect not in WORDED:
        return _is_same_number(*numbers)
    if folded(one.words) == folded(other.words) or _norm(one) == _norm(other) is not None:
        return True
    is_contradiction = (
        finding.kind is FindingKind.DISCREPANCY
        and finding.relation in CONTRADICTING
        and len({folded(p.value or "") for p in finding.positions}) == 2
    )
    if not is_contradiction:
        raise Undecided("perhaps the same in other words")
    return False


def _numbers(one: Told, other: Told) -> tuple[Claim, Claim] | None:
    """The claims of both where both are numbers."""
    if one.claim is None or other.claim is None:
        return None
    is_number = one.claim.value.type is other.claim.value.type is ValueType.NUMBER
    return (one.claim, other.claim) if is_number else None


def _norm(told: Told) -> str | None:
    return told.claim.value.norm if told.claim is not None else None


def _is_same_number(one: Claim, other: Claim) -> bool:
    """Whether two give one figure, however it is fenced in ("22", "at least 22"), or one vague word."""
    if figure(one.value) == figure(other.value) is not None:
        return True
    same_ends = (lower(one.value), upper(one.value)) == (lower(other.value), upper(other.value))
    if same_ends and folded(one.value.text) == folded(other.value.text):
        return True
    is_fenced_alike = one.value.bound is other.value.bound and None not in (
        figure(one.value),
        figure(other.value),
    )
    if is_fenced_alike or disjoint(one.value, other.value):
        return False
    raise Undecided("a number may fit both")


def is_exacter(one: Told, than: Told) -> bool:
    """True where the first number leaves surely less open than the second, and fits into it."""
    numbers = _numbers(one, than)
    if numbers is None:
        return False
    (low, high), (least, most) = map(_ends, numbers)
    return least <= low and high <= most and high - low < most - least


def _ends(claim: Claim) -> tuple[float, float]:
    return lower(claim.value), upper(claim.value)


def may_also_give(matrix: Matrix, finding: Finding, told: Told, article: str) -> bool:
    """True where the article, beside its position, may give the value that `told` gives."""
    if told.claim is None or told.claim.value.type is not ValueType.NUMBER:
        return nearly_has_words(matrix.reading(article).text, told.words)
    own = (c for c in matrix.claims.values() if c.article == article and counts_alike(c, told.claim))
    if any(not disjoint(c.value, told.claim.value) for c in own):
        return True
    return any(True for _ in sentences_with(matrix, finding, told, article))


def counts_alike(one: Claim, other: Claim) -> bool:
    """True for two claims of one measure, or with one unit and one thing counted.

    Beside the hurt and other harms a plain count of people is alike only in a sentence much like the other's.
    """
    if one.value.type is not other.value.type:
        return False
    if one.measure == other.measure:
        return True
    harms = {one.measure, other.measure} & HARMS
    if len(harms) == 2 or (harms and _share(content(one.text), content(other.text)) < RETOLD):
        return False
    units = {(c.value.unit or "").casefold() for c in (one, other)}
    return len(units) == 1 and head(one.counted) == head(other.counted)


def sentences_with(
    matrix: Matrix, finding: Finding, told: Told, article: str, *, likeness: float = ALIKE
) -> Iterable[Span]:
    """The article's sentences that have the figure or words of `told` and speak of what the finding's sentences speak of."""
    reading = matrix.reading(article)
    about = [content(e.text) for p in finding.positions for e in p.evidence]
    for span in reading.sentences:
        own = content(span.of(reading.text))
        if any(_share(own, words) >= likeness for words in about) and _has_value(reading, span, told):
            yield span


def retelling(matrix: Matrix, finding: Finding, told: Told, article: str) -> list[Span]:
    """The article's sentences that surely give the value of `told` once more; "one" may always be another one."""
    if told.claim is not None and figure(told.claim.value) == 1:
        return []
    return list(sentences_with(matrix, finding, told, article, likeness=RETOLD))


def _has_value(reading: Reading, span: Span, told: Told) -> bool:
    if told.claim is not None and told.claim.value.type is ValueType.NUMBER:
        wanted = {told.claim.value.low, told.claim.value.high} - {None}
        return any(number in wanted for number, _ in figures_in(reading.text, span))
    return has_words(span.of(reading.text), told.words)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (min(len(one), len(other)) or 1)


def is_silent(matrix: Matrix, finding: Finding, article: str) -> bool:
    """True where the article surely says nothing on what the finding is about."""
    told = told_in(matrix, finding)
    if any(t.article == article for t in told) or article in matrix.comparison.copies:
        return False
    claims = [t.claim for t in told if t.claim is not None]
    if any(counts_alike(own, c) for own in matrix.claims.values() if own.article == article for c in claims):
        return False
    reading = matrix.reading(article)
    about = [content(e.text) for t in told for e in t.evidence]
    retold = (
        _share(content(span.of(reading.text)), words) >= RETOLD
        for span in reading.sentences
        for words in about
    )
    return not any(retold) and not any(
        True for t in told for _ in sentences_with(matrix, finding, t, article)
    )


def exact_figure(claim: Claim | None) -> float | None:
    """The single figure that a student can type: in digits or number words; None for an article, a half, "nobody"."""
    if claim is None or claim.value.type is not ValueType.NUMBER or claim.value.bound is not Bound.EXACT:
        return None
    value, text = figure(claim.value), claim.value.text
    if not value or UNTYPED.search(text) or all(n != value for n, _ in figures_in(text, Span(0, len(text)))):
        return None
    return value


UNTYPED = re.compile(r"\b(?:half|an?|single)\b", re.IGNORECASE)
