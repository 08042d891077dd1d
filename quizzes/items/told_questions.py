"""Questions on the values that a finding sets side by side, whatever they measure.

| question | an answer is | it is right where |
|---|---|---|
| `gives-same(finding, place)` | article | it gives the value that stands at that place of the finding |
| `gives-other(finding, place)` | article | it gives a value that cannot be the one at that place |
| `gives-exacter(finding, place)` | article | it gives a number that fits into the one at that place and leaves less open |
| `both-give(finding, place, article)` | claim | its figure stands at that place, and the article gives it too; wrong where it stands in one of the two articles alone |
| `lower(finding)` | (article, article) | the first gives the surely lower number |
| `above(finding, number)` | article | every number that it gives is higher |

An article that surely says nothing on the matter gives neither the same nor another value. Where it may say something,
where a vague word leaves room, or an article gives two values, the answer is Undecided.
"""

from __future__ import annotations

from math import inf

from quizzes.items.asking import Arguments, Groups, Question, Undecided, name_in, no_doubt_when, outlet_text
from quizzes.items.bounds import disjoint, figure, is_listed, lower, upper
from quizzes.items.expressions import Term
from quizzes.items.groups import NoSentence, sentence_group
from quizzes.items.matrix import Matrix
from quizzes.items.told import (
    Told,
    counts_alike,
    finding_named,
    is_exacter,
    is_same,
    is_silent,
    may_also_give,
    retelling,
    told_at,
    told_in,
)
from quizzes.items.wording import capitalised, one_line, shown_count
from quizzes.nlp.findings.told_words import figures_in
from quizzes.nlp.types import Claim, Finding, Span, ValueType


def gives_same(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    finding, one = _asked(matrix, arguments)
    article = matrix.reading(name_in(answer, 0)).article
    own = _own(matrix, finding, article)
    if not own:
        return no_doubt_when(is_silent(matrix, finding, article), "perhaps in other words", answer=False)
    if any(_surely(finding, one, t) for t in own):
        return True
    differ = not any(is_same(finding, one, t) for t in own)
    return no_doubt_when(
        differ and not may_also_give(matrix, finding, one, article), "it may give it elsewhere", answer=False
    )


def gives_other(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    finding, one = _asked(matrix, arguments)
    article = matrix.reading(name_in(answer, 0)).article
    own = _own(matrix, finding, article)
    if not own:
        return no_doubt_when(is_silent(matrix, finding, article), "perhaps in other words", answer=False)
    differs = [t for t in own if _surely(finding, one, t) is False]
    if differs:
        return True
    others = [
        c
        for c in matrix.claims.values()
        if c.article == article and one.claim is not None and counts_alike(c, one.claim)
    ]
    agrees = all(is_same(finding, one, t) for t in own) and not any(
        one.claim is not None and disjoint(c.value, one.claim.value) for c in others
    )
    return no_doubt_when(agrees, "it may give another elsewhere", answer=False)


def gives_exacter(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    finding, one = _asked(matrix, arguments)
    article = matrix.reading(name_in(answer, 0)).article
    own = _own(matrix, finding, article)
    if not own:
        return no_doubt_when(is_silent(matrix, finding, article), "perhaps in other words", answer=False)
    if any(is_exacter(t, one) for t in own):
        return True
    claims = [c for c in matrix.claims.values() if c.article == article]
    alike = [c for c in claims if one.claim is not None and counts_alike(c, one.claim)]
    widths = [upper(c.value) - lower(c.value) for c in alike]
    width = upper(one.claim.value) - lower(one.claim.value) if one.claim else 0.0
    return no_doubt_when(all(w >= width for w in widths), "it may give one elsewhere", answer=False)


def _surely(finding: Finding, one: Told, other: Told) -> bool | None:
    try:
        return is_same(finding, one, other)
    except Undecided:
        return None


def _asked(matrix: Matrix, arguments: Arguments) -> tuple[Finding, Told]:
    finding = finding_named(matrix, name_in(arguments, 0))
    return finding, told_at(matrix, finding, name_in(arguments, 1))


def _own(matrix: Matrix, finding: Finding, article: str) -> list[Told]:
    return [t for t in told_in(matrix, finding) if t.article == article]


def same_groups(matrix: Matrix, arguments: Arguments, key: Term) -> Groups:
    """The sentences of the key's article that give the value, those outside the finding with it."""
    finding, one = _asked(matrix, arguments)
    own = _own(matrix, finding, name_in(key, 0))
    return [_group(matrix, finding, [t for t in own if _surely(finding, one, t)])]


def other_groups(matrix: Matrix, arguments: Arguments, key: Term) -> Groups:
    """The sentences of the key's article that give a value which cannot be the one asked about."""
    finding, one = _asked(matrix, arguments)
    own = _own(matrix, finding, name_in(key, 0))
    return [_group(matrix, finding, [t for t in own if _surely(finding, one, t) is False])]


def exacter_groups(matrix: Matrix, arguments: Arguments, key: Term) -> Groups:
    """The sentences of the key's article that give a number which leaves less open."""
    finding, one = _asked(matrix, arguments)
    own = _own(matrix, finding, name_in(key, 0))
    return [_group(matrix, finding, [t for t in own if is_exacter(t, one)])]


def _group(matrix: Matrix, finding: Finding, proving: list[Told]) -> list[dict[str, object]]:
    """The sentences of these positions of one article, and those that give their values once more."""
    if not proving:
        raise NoSentence
    article = proving[0].article
    spans = [Span(e.start, e.end) for t in proving for e in t.evidence]
    spans += [Span(c.value.start, c.value.end) for t in proving for c in _again(matrix, t)]
    spans += [span for t in proving for span in retelling(matrix, finding, t, article)]
    picked = [
        s
        for s in matrix.reading(article).sentences
        if any(s.start < x.end and x.start < s.end for x in spans)
    ]
    if not picked:
        raise NoSentence
    return sentence_group(article, picked)


def _again(matrix: Matrix, told: Told) -> list[Claim]:
    """The article's claims of the same measure and occurrence that give the same figure."""
    claim = told.claim
    if claim is None or claim.value.type is not ValueType.NUMBER or figure(claim.value) is None:
        return []
    return [
        c
        for c in matrix.claims.values()
        if (c.article, c.measure, c.occurrence) == (claim.article, claim.measure, claim.occurrence)
        and figure(c.value) == figure(claim.value)
    ]


def both_give(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    _, one = _asked(matrix, arguments)
    claim, other = matrix.claim(name_in(answer, 0)), name_in(arguments, 2)
    if one.claim is not None and claim.id == one.claim.id:
        return gives_same(matrix, arguments, (other,))
    number = figure(claim.value)
    texts = [matrix.reading(a).text for a in (one.article, other)]
    having = [t for t in texts if any(n == number for n, _ in figures_in(t, Span(0, len(t))))]
    return no_doubt_when(number is not None and len(having) < len(texts), "both have it", answer=False)


def _ends(matrix: Matrix, arguments: Arguments, article: str) -> tuple[float, float]:
    """The least and the most that an article's numbers can mean; Undecided where it gives others that may count here."""
    finding = finding_named(matrix, name_in(arguments, 0))
    own = [t.claim for t in _own(matrix, finding, article)]
    claims = [c for c in own if c is not None and c.value.type is ValueType.NUMBER]
    if not claims or len(claims) < len(own) or any(is_listed(c) for c in claims):
        raise Undecided("no number")
    every = [c for c in matrix.claims.values() if c.article == article and counts_alike(c, claims[0])]
    every = [c for c in every if c.occurrence == claims[0].occurrence] + claims
    return min(lower(c.value) for c in every), max(upper(c.value) for c in every)


def is_lower(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    (low, high), (other_low, other_high) = (_ends(matrix, arguments, name_in(answer, i)) for i in (0, 1))
    return no_doubt_when(
        high < other_low or other_high < low, "neither is surely the lower", answer=high < other_low
    )


def is_above(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    low, high = _ends(matrix, arguments, name_in(answer, 0))
    number = float(name_in(arguments, 1))
    return no_doubt_when(low > number or high <= number < inf, "it leaves room", answer=low > number)


def _figure(matrix: Matrix, term: Term) -> str:
    """The figure with its unit, as the article writes it."""
    return capitalised(one_line(shown_count(matrix.claim(name_in(term, 0)))))


TOLD_QUESTIONS: dict[str, Question] = {
    "gives-same": Question(gives_same, outlet_text, same_groups),
    "gives-other": Question(gives_other, outlet_text, other_groups),
    "gives-exacter": Question(gives_exacter, outlet_text, exacter_groups),
    "both-give": Question(both_give, _figure),
    "lower": Question(is_lower, outlet_text),
    "above": Question(is_above, outlet_text),
}
