"""The sentence of one article that an item quotes, and what the other articles give beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.items.agreed import is_independent, matters, on_one_thing
from quizzes.items.asking import Undecided
from quizzes.items.building import Ask
from quizzes.items.matrix import Matrix
from quizzes.items.texts import SAYING
from quizzes.items.told import Told, is_exacter, is_same, told_in
from quizzes.items.topics import thing
from quizzes.items.types import Skill
from quizzes.items.whose_words import PLAIN_CUES
from quizzes.items.wording import is_telling, quoted, rationale_quote, stop
from quizzes.nlp.findings.comparable import content
from quizzes.nlp.findings.side_by_side import role_at
from quizzes.nlp.types import Finding, FindingKind, Relation, Role

LONG = 260
"""Characters of a sentence that a stem can quote and still be read in one go."""

BOUND = re.compile(r"[-\u2010\u2011][^\W\d_]+")

SAME_WORDS = 0.8
"""Share of words from which two sentences are so alike that finding the one by the other is no work."""

LEANING = re.compile(
    r"^(?:he|she|it|they|we|i|this|that|these|those|but|and|so|or|however|also|instead|there|such|another|then|still)\b",
    re.IGNORECASE,
)
"""Sentences that lean on the one before them: quoted alone they do not say what they are about."""


@dataclass(frozen=True)
class Anchor:
    """One article's position, quoted in the stem, and what others give beside it."""

    matrix: Matrix
    finding: Finding
    seed: int
    told: Told
    others: tuple[Told, ...]

    @property
    def outlet(self) -> str:
        return self.matrix.name(self.told.article)

    @property
    def is_agreement(self) -> bool:
        return self.finding.kind is FindingKind.AGREEMENT

    @property
    def writes(self) -> str:
        """The sentence as it stands, with its outlet; the name of a site may begin with a small letter, a stem not."""
        sentence = self.told.sentence
        return f"This sentence stands in {self.outlet}: {quoted(sentence)}{stop(sentence)}"

    @property
    def somebody_writes(self) -> str:
        """The sentence without its outlet, with the words that matter."""
        sentence = self.told.sentence
        return f"One of the articles writes: {quoted(sentence)}{stop(sentence)} Look at {quoted(self.words)}."

    @property
    def words(self) -> str:
        """The words that matter, a figure with what a hyphen binds to it ("60-day")."""
        claim = self.told.claim
        if claim is None:
            return self.told.words
        bound = BOUND.match(self.matrix.reading(claim.article).text, claim.value.end)
        return f"{self.told.words}{bound.group() if bound else ''}"

    def ask(self, skill: Skill, stem: str, why: str, difficulty: float) -> Ask:
        told = (self.told, *one_each(self.others))
        evidence = tuple(dict.fromkeys(t.evidence[0] for t in told))
        quotes = " ".join(self._quote(t) for t in told)
        return Ask(self.matrix, self.finding, self.seed, skill, stem, f"{quotes} {why}", evidence, difficulty)

    def _quote(self, told: Told) -> str:
        """The sentence with its source; that there is none is not said here, for it may stand in the next sentence.

        Who asks for a sum or does something is no source of it: without a word of saying none is named.
        """
        name = self.matrix.name(told.article)
        if told.source and (SAYING.search(told.sentence) or PLAIN_CUES.search(told.sentence)):
            return rationale_quote(name, told.evidence[0], told.source)
        return f"{name}: {quoted(told.sentence)}{stop(told.sentence)}"


def anchor_of(matrix: Matrix, finding: Finding, seed: int, *, within: bool = False) -> Anchor | None:
    """The position that a stem can quote best, with those that surely give the same (of an agreement) or another value.

    The others are of other articles; `within`: of the same one.
    """
    told = told_in(matrix, finding)
    found = []
    for one in told:
        others = tuple(
            t
            for t in told
            if (t.article == one.article) is within
            and not (within and t.sentence == one.sentence)
            and _stands_against(finding, one, t)
            and _may_be_set_beside(matrix, finding, one, t)
        )
        if others and _can_be_quoted(matrix, one):
            # a sentence that another article has nearly word for word is no work to find
            unlike = tuple(t for t in others if _share(one, t) < SAME_WORDS)
            found.append(Anchor(matrix, finding, seed, one, unlike or others))
    found.sort(key=lambda a: (likeness(a) >= SAME_WORDS, -len(one_each(a.others)), a.told.evidence[0].start))
    return next(iter(found), None)


def _stands_against(finding: Finding, one: Told, other: Told) -> bool:
    """Whether the other surely stands to the one as the finding has it; of two that differ in exactness the one is the rounder."""
    if finding.relation is Relation.PRECISION:
        return is_exacter(other, one)
    try:
        return is_same(finding, one, other) is (finding.kind is FindingKind.AGREEMENT)
    except Undecided:
        return False


def _may_be_set_beside(matrix: Matrix, finding: Finding, one: Told, other: Told) -> bool:
    """Always for a difference; figures that agree must come from two reports, and on what a reader sees to be one thing."""
    if finding.kind is not FindingKind.AGREEMENT or one.claim is None or other.claim is None:
        return True
    if not (matters(matrix, one) and matters(matrix, other)):
        return False
    return on_one_thing(one, other) and is_independent(matrix, one, other)


def _can_be_quoted(matrix: Matrix, told: Told) -> bool:
    """True for a body sentence, not too long, that says what it says without the one before it."""
    sentence, evidence = told.sentence, told.evidence[0]
    role = role_at(matrix.reading(told.article), evidence.start)
    is_shown = told.claim is None or is_telling(told.claim)
    return is_shown and role is Role.BODY and len(sentence) <= LONG and not LEANING.search(sentence)


def likeness(anchor: Anchor) -> float:
    """How much of the anchor's words the most like of the others' sentences has, 0 to 1."""
    return max(_share(anchor.told, t) for t in anchor.others)


def _share(one: Told, other: Told) -> float:
    """Share of the words of two sentences that they have in common (Jaccard), by tenths."""
    own, others = content(one.sentence), content(other.sentence)
    return round(len(own & others) / max(1, len(own | others)), 1)


def one_each(told: Sequence[Told]) -> list[Told]:
    return list({t.article: t for t in reversed(told)}.values())[::-1]


def conclusion(anchor: Anchor) -> str:
    what = thing(anchor.finding)
    if anchor.is_agreement:
        return f"They give the same {what} for the same thing."
    return {
        Relation.CONFLICT: "They speak of the same thing and do not say the same.",
        Relation.PRECISION: "One is rounder or vaguer than the other, so both can be right.",
        Relation.SCOPE: "They look alike, but they do not count the same thing, so both can be right.",
        Relation.UPDATE: "The later report knows more, so each could be right when it was written.",
    }.get(anchor.finding.relation or Relation.CONFLICT, "They do not say the same.")
