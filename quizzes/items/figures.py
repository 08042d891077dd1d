"""Items from numbers that differ: who reports the highest and by whose word, which is exact, and how to weigh them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizzes.items import building
from quizzes.items.bounds import (
    articles_disagree,
    figure,
    highest_figure,
    is_exact,
    lower,
    surely_highest,
    upper,
)
from quizzes.items.building import Ask, Distractor
from quizzes.items.expressions import Call, Cell
from quizzes.items.groups import MOST_GROUPS
from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.items.topics import kind_of_unit
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import (
    MEASURES,
    MeasureWords,
    about_occurrence,
    capitalised,
    measure_words,
    rationale_quote,
    same_source,
    shown_value,
)
from quizzes.nlp.types import Claim, Finding, Occurrence, Source, SourceKind

NO_HAPPENING = re.compile(r"events? (?:of|on|in)\b", re.IGNORECASE)
"""Labels of occurrences that name none: nobody speaks of "the pages in the events of 2 April"."""


def _is_of_a_happening(claims: Sequence[Claim], occurrence: Occurrence) -> bool:
    """False for hours and miles, which no happening has a number of, and where no happening is named."""
    return not NO_HAPPENING.match(occurrence.label) and all(kind_of_unit(c) == "count" for c in claims)


class Table:
    """One row of the matrix, a measure of an occurrence, and the questions that can be put to it."""

    def __init__(
        self,
        matrix: Matrix,
        finding: Finding,
        seed: int,
        words: MeasureWords,
        place: str,
        cell: Cell,
        claims: Sequence[Claim],
    ) -> None:
        self.matrix, self.finding, self.seed = matrix, finding, seed
        self.words, self.place, self.cell, self.claims = words, place, cell, claims

    @classmethod
    def of(cls, matrix: Matrix, finding: Finding, seed: int) -> Table | None:
        """None for a finding whose measure or occurrence cannot be put in words."""
        occurrence = matrix.occurrences.get(finding.occurrence or "")
        if not finding.measure or occurrence is None:
            return None
        try:
            claims = matrix.cell(finding.measure, occurrence.id)
        except NotInMatrix:
            return None
        words = measure_words(finding.measure, claims)
        if words is None or (finding.measure not in MEASURES and not _is_of_a_happening(claims, occurrence)):
            return None
        place = about_occurrence(occurrence.label)
        return cls(matrix, finding, seed, words, place, Cell(finding.measure, occurrence.id), claims)

    def ask(self, skill: Skill, stem: str, rationale: str, claims: Sequence[Claim], difficulty: float) -> Ask:
        evidence = tuple(dict.fromkeys(self.matrix.evidence(c) for c in claims))
        return Ask(self.matrix, self.finding, self.seed, skill, stem, rationale, evidence, difficulty)

    def top(self) -> tuple[str, tuple[Claim, ...]] | None:
        """`max` with the claims that hold the surely highest number, else `max-figure` with those of the highest figure."""
        if found := surely_highest(self.claims):
            return "max", found
        if found := highest_figure(self.claims):
            return "max-figure", found
        return None

    def highest_and_source(self) -> ItemDraft | None:
        """ "Which outlet reported the highest death toll, and who was its source?", proved with sentences."""
        return self._highest(with_evidence=True)

    def highest(self) -> ItemDraft | None:
        return self._highest(with_evidence=False)

    def _highest(self, *, with_evidence: bool) -> ItemDraft | None:
        top = self.top()
        if top is None or len({c.article for c in self.claims}) < 2:
            return None
        name, best = top
        key = best_sourced(best)
        if self.is_part(key):
            return None
        topic = (
            f"the highest {self.words.topic}"
            if name == "max"
            else f"the highest figure for the {self.words.topic}"
        )
        stem = f"{self.differ()} Which outlet reported {topic}, and who was its source?"
        if with_evidence:
            stem = f"{stem} {self._what_to_tick(key)}"
        ask = self.ask(Skill.SOURCING, stem, self._why_highest(key), self._compared(key), 0.6)
        call = Call("reporter-and-source", (Call(name, (self.cell,)),))
        build = building.claim_evidence if with_evidence else building.choice
        return build(ask, call, (key.article, key.id), list(self._wrong_reporters(key)))

    def _what_to_tick(self, key: Claim) -> str:
        """Which articles a student is to prove it from: as `groups` has it."""
        if 1 < len({c.article for c in self.claims}) <= MOST_GROUPS:
            return f"Then tick the proof: in each article that gives a {self.words.topic} for it, one sentence with the number."
        return "Then tick the proof: the sentence in that outlet’s article that gives the number."

    def _wrong_reporters(self, key: Claim) -> Iterator[Distractor]:
        """Outlet and source that do not belong together, or not to the highest number."""
        newest = max((self.matrix.reading(c.article).published or "" for c in self.claims), default="")
        for claim in self.claims:
            if claim.article == key.article:
                yield (claim.article, claim.id), "sources-run-together"
                continue
            yield (claim.article, claim.id), self._why_picked(claim, newest)
            yield (key.article, claim.id), "source-from-elsewhere"
            if key.source is not None:
                yield (claim.article, key.id), "outlet-swapped"

    def _why_picked(self, claim: Claim, newest: str) -> str:
        published = self.matrix.reading(claim.article).published
        if figure(claim.value) is None or claim.value.about:
            return "vague-taken-for-high"
        if claim.source is None:
            return "bare-figure-believed"
        return "newest-is-truest" if published and published == newest else "first-figure-found"

    def _compared(self, key: Claim) -> tuple[Claim, ...]:
        """The key's claim and, of each other article, the one with its highest number."""
        others: dict[str, Claim] = {}
        for claim in self.claims:
            held = others.get(claim.article)
            if claim.article != key.article and (held is None or upper(claim.value) > upper(held.value)):
                others[claim.article] = claim
        return (key, *others.values())

    def _why_highest(self, key: Claim) -> str:
        quotes = " ".join(
            rationale_quote(self.matrix.name(c.article), self.matrix.evidence(c), c.source)
            for c in self._compared(key)
        )
        best = f"“{shown_value(key)}” in {self.matrix.name(key.article)}"
        return f"{quotes} {capitalised(best)} is the highest that any article gives. {self._relation(self._compared(key))}"

    def is_part(self, claim: Claim) -> bool:
        """True for a number that a sentence gives beside another one by the same source ("five guests and a cook")."""
        return any(
            c.id != claim.id
            and (c.article, c.start) == (claim.article, claim.start)
            and c.counted != claim.counted
            and same_source(c.source, claim.source)
            for c in self.claims
        )

    def differ(self) -> str:
        return f"The articles do not agree on the {self.words.topic} in {self.place}."

    def _relation(self, compared: Sequence[Claim]) -> str:
        """What surely holds of the numbers compared."""
        if articles_disagree(compared):
            return "They count the same thing, so they cannot all be right."
        return "What they leave open does not let a reader say more."

    def outlets_and_figures(self) -> ItemDraft | None:
        """Match each outlet with its number and source."""
        held: dict[str, Claim] = {}
        whole = [c for c in self.claims if not self.is_part(c)]
        for claim in sorted(
            whole, key=lambda c: (c.source is None, -lower(c.value), -source_rank(c.source), c.value.start)
        ):
            held.setdefault(claim.article, claim)
        chosen = [held[a] for a in self.matrix.readings if a in held]
        if len(chosen) < 3:
            return None
        stem = f"{self.differ()} Match each outlet with its number and its source."
        quotes = " ".join(
            rationale_quote(self.matrix.name(c.article), self.matrix.evidence(c), c.source) for c in chosen
        )
        ask = self.ask(Skill.CORROBORATE, stem, f"{quotes} {self._relation(chosen)}", chosen, 0.5)
        return building.match(ask, Call("tells", (self.cell,)), [((c.article,), (c.id,)) for c in chosen])

    def highest_figure(self) -> ItemDraft | None:
        """The highest figure, to be typed."""
        found = highest_figure(self.claims)
        if not found:
            return None
        key = best_sourced(found)
        if self.is_part(key):
            return None
        stem = (
            f"{self.differ()} What is the highest figure that any of them gives for the {self.words.topic}?"
        )
        ask = self.ask(Skill.NUMBERS, stem, self._why_highest(key), self._compared(key), 0.4)
        call = Call("highest", (Call("max-figure", (self.cell,)),))
        return building.number(ask, call, unit=self.words.counted, wrong=list(self._wrong_figures(key)))

    def _wrong_figures(self, key: Claim) -> Iterator[tuple[float, str]]:
        others = sorted(
            {f for c in self.claims if (f := figure(c.value)) is not None and f != figure(key.value)}
        )
        yield from ((f, "first-figure-found") for f in others if f)
        for claim in self.matrix.claims.values():
            f = figure(claim.value)
            if (
                claim.measure == self.cell.measure
                and claim.occurrence not in (None, self.cell.occurrence)
                and f is not None
            ):
                yield f, "other-occurrence"
        best = figure(key.value)
        if len(others) == 1 and best is not None:
            yield (others[0] + best) / 2, "average-of-figures"
            yield others[0] + best, "sum-of-figures"

    def most_exact(self) -> ItemDraft | None:
        """Which outlet gives the exact number where the others are rounder."""
        exact = [c for c in self.claims if is_exact(c.value)]
        articles = dict.fromkeys(c.article for c in self.claims)
        if len({c.article for c in exact}) != 1 or len(articles) < 3:
            return None
        stem = f"The articles tell how many {self.words.counted} there were in {self.place}. Which outlet gives the most exact number?"
        compared = [next(c for c in self.claims if c.article == a) for a in articles]
        quotes = " ".join(
            rationale_quote(self.matrix.name(c.article), self.matrix.evidence(c), c.source) for c in compared
        )
        ask = self.ask(
            Skill.NUMBERS,
            stem,
            f"{quotes} Only one of them gives an exact number; it fits what the others leave open.",
            compared,
            0.4,
        )
        wrong = [((a,), "rounding-read-as-exact") for a in articles if a != exact[0].article]
        return building.choice(ask, Call("exact", (self.cell,)), (exact[0].article,), wrong)


def best_sourced(claims: Sequence[Claim]) -> Claim:
    """Of claims with one value the one whose source is told most fully: named before unnamed before none."""
    return max(
        claims, key=lambda c: (source_rank(c.source), len(c.source.name) if c.source else 0, -c.value.start)
    )


def source_rank(source: Source | None) -> int:
    if source is None:
        return 0
    return 1 if source.kind is SourceKind.ANONYMOUS else 2
