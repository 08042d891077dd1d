"""The comparison as items look things up in it: claims by measure and occurrence, articles by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from quizzes.nlp.findings.side_by_side import article_names
from quizzes.nlp.findings.who_tells import WhoTells, who_tells
from quizzes.nlp.reuse import Sentence, told_sentences
from quizzes.nlp.types import Claim, Comparison, Evidence, Finding, Occurrence, Reading, Span, ValueType


class NotInMatrix(LookupError):
    """An id that the comparison does not hold (any more)."""


UNREAL = re.compile(r"\b(?:if|unless)\b.*\bwould\b|\bwould\b.*\b(?:if|unless)\b", re.IGNORECASE | re.DOTALL)


def is_unreal(claim: Claim) -> bool:
    """True for what would be so if something else were: no article reports it as happened."""
    return bool(UNREAL.search(claim.text))


@dataclass(frozen=True)
class Matrix:
    """Claims × articles of one comparison. Articles that were set aside take no part in it."""

    comparison: Comparison

    @cached_property
    def readings(self) -> dict[str, Reading]:
        return {r.article: r for r in self.comparison.readings if r.article not in self.comparison.set_aside}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        return {c.id: c for c in self.comparison.claims if c.article in self.readings and not is_unreal(c)}

    @cached_property
    def claims_of(self) -> dict[str, tuple[Claim, ...]]:
        """The claims of each article."""
        found: dict[str, list[Claim]] = {article: [] for article in self.readings}
        for claim in self.claims.values():
            found[claim.article].append(claim)
        return {article: tuple(claims) for article, claims in found.items()}

    @cached_property
    def occurrences(self) -> dict[str, Occurrence]:
        return {o.id: o for o in self.comparison.occurrences}

    @cached_property
    def names(self) -> dict[str, str]:
        """What each article is called: its outlet, "Article B" where none is known, both where two share an outlet."""
        return article_names(self.comparison.readings)

    @cached_property
    def told(self) -> WhoTells:
        """Who tells what in the story's articles, copies aside."""
        return who_tells(tuple(r for a, r in self.readings.items() if a not in self.comparison.copies))

    @cached_property
    def told_sentences(self) -> dict[str, tuple[Sentence, ...]]:
        """The sentences of each article, as words."""
        return {a: tuple(told_sentences(r)) for a, r in self.readings.items()}

    @cached_property
    def answers(self) -> dict[Hashable, Any]:
        """What `once` has kept."""
        return {}

    def reading(self, article: str) -> Reading:
        if article not in self.readings:
            raise NotInMatrix(article)
        return self.readings[article]

    def claim(self, claim: str) -> Claim:
        if claim not in self.claims:
            raise NotInMatrix(claim)
        return self.claims[claim]

    def name(self, article: str) -> str:
        self.reading(article)
        return self.names[article]

    def cell(self, measure: str, occurrence: str) -> tuple[Claim, ...]:
        """All number claims of one measure of one occurrence, in every article."""
        found = tuple(
            c
            for c in self.claims.values()
            if c.measure == measure and c.occurrence == occurrence and c.value.type is ValueType.NUMBER
        )
        if not found:
            raise NotInMatrix(f"{measure}[{occurrence}]")
        return found

    def of_finding(self, finding: Finding) -> tuple[Claim, ...]:
        """The claims that a finding's positions rest on, as far as they are numbers."""
        ids = dict.fromkeys(c for p in finding.positions for c in p.claims)
        return tuple(
            self.claims[c] for c in ids if c in self.claims and self.claims[c].value.type is ValueType.NUMBER
        )

    def sentence(self, article: str, start: int, end: int) -> Span | None:
        """The one sentence of an article, as students can pick it, that covers the span."""
        return next((s for s in self.reading(article).sentences if s.covers(start, end)), None)

    def evidence(self, claim: Claim) -> Evidence:
        """The sentence that makes the claim, in the article's own words."""
        text = self.reading(claim.article).text
        span = self.sentence(claim.article, claim.value.start, claim.value.end) or Span(
            claim.start, claim.end
        )
        return Evidence(claim.article, span.start, span.end, span.of(text))


Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def once(
    asked: Callable[Concatenate[Matrix, Asked], Answer],
) -> Callable[Concatenate[Matrix, Asked], Answer]:
    """The function, which asks a matrix the same thing once: its comparison never changes."""

    @wraps(asked)
    def answer(matrix: Matrix, /, *args: Asked.args, **named: Asked.kwargs) -> Answer:
        key = asked, args, tuple(named.items())
        if key not in matrix.answers:
            matrix.answers[key] = asked(matrix, *args, **named)
        found: Answer = matrix.answers[key]
        return found

    return answer
