"""Items with a gap: one article's sentence without its number, which the articles' own numbers may fill."""

from __future__ import annotations

from quizzes.items import building
from quizzes.items.anchors import Anchor, conclusion, one_each
from quizzes.items.building import Distractor
from quizzes.items.expressions import Call
from quizzes.items.told import counts_alike, exact_figure, told_in
from quizzes.items.topics import kind_of_unit, unit_of
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import listed, one_line, quoted, stop
from quizzes.nlp.types import Claim, ValueType

MOST_NEARBY = 8
"""Other numbers that are looked at for distractors."""

FAR = 20
"""How many times another number may be a gap's own: a reader would see at once that more cannot be meant."""

GAP = "____"


def _with_gap(anchor: Anchor) -> str | None:
    """The sentence with a gap for its value, None where the value stands there twice."""
    claim, evidence = anchor.told.claim, anchor.told.evidence[0]
    text = anchor.matrix.reading(anchor.told.article).text
    if claim is None or not evidence.start <= claim.value.start < claim.value.end <= evidence.end:
        return None
    before, after = text[evidence.start : claim.value.start], text[claim.value.end : evidence.end]
    if anchor.told.words.casefold() in one_line(before + after).casefold().split():
        return None
    return one_line(f"{before}{GAP}{after}")


def missing_number(anchor: Anchor) -> ItemDraft | None:
    """The number that belongs in the gap and that another article gives too, to be typed."""
    gap, claim = _with_gap(anchor), anchor.told.claim
    if gap is None or claim is None or not _may_stand(claim):
        return None
    agreeing = listed([anchor.matrix.name(t.article) for t in one_each(anchor.others)])
    verb = "gives" if len(one_each(anchor.others)) == 1 else "give"
    stem = (
        f"A number is missing in this sentence of {anchor.outlet}: {quoted(gap)}{stop(gap)}"
        f" {agreeing} {verb} the same number. Which number is it?"
    )
    claims = [t.claim for t in (anchor.told, *anchor.others) if t.claim is not None]
    wrong = [(f, "other-measure") for c in _nearby(anchor, claim) if (f := exact_figure(c))]
    return building.number(
        anchor.ask(Skill.CORROBORATE, stem, conclusion(anchor), 0.3),
        Call("value-of", (claim.id,)),
        unit=unit_of(anchor.finding, claims),
        wrong=wrong,
    )


def fill(anchor: Anchor) -> ItemDraft | None:
    """Which of the articles' numbers belongs in the gap of this article's sentence."""
    gap, claim = _with_gap(anchor), anchor.told.claim
    if gap is None or claim is None or not _may_stand(claim):
        return None
    stem = f"Which number stands in the gap in this sentence of {anchor.outlet}: {quoted(gap)}?"
    place = (anchor.finding.id, anchor.told.place)
    others: list[Distractor] = [
        ((anchor.finding.id, t.place), "words-of-another-outlet")
        for t in told_in(anchor.matrix, anchor.finding)
        if t.claim is not None and _fits(t.claim, claim)
    ]
    others += [((c.id,), "other-measure") for c in _nearby(anchor, claim)]
    return building.choice(
        anchor.ask(Skill.NUMBERS, stem, conclusion(anchor), 0.4), Call("fills", place), place, others
    )


def _may_stand(claim: Claim) -> bool:
    """True for an exact number above one: "a", "no" and "one" are told by the noun behind them."""
    return (exact_figure(claim) or 0) > 1


def _fits(claim: Claim, gap: Claim) -> bool:
    """True where the number could stand in the other's gap by its kind, form and size."""
    one, other = exact_figure(claim) or 0, exact_figure(gap) or 0
    return (
        min(one, other) > 1
        and (counts_alike(claim, gap) or kind_of_unit(claim) == kind_of_unit(gap))
        and claim.value.text[:1].isalpha() is gap.value.text[:1].isalpha()
        and claim.value.text[:1].isdigit() is gap.value.text[:1].isdigit()
        and max(one, other) <= FAR * min(one, other)
    )


def _nearby(anchor: Anchor, claim: Claim) -> list[Claim]:
    """Other numbers in the articles that could stand in the gap, the article's own first."""
    every = [c for c in anchor.matrix.claims.values() if c.value.type is ValueType.NUMBER and _fits(c, claim)]
    every.sort(key=lambda c: (c.article != claim.article, c.start, c.id))
    return every[:MOST_NEARBY]
