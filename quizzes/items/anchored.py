"""Items that hold one article's sentence against the other articles, whatever it measures.

The sentence itself says what is measured, so nothing has to be named that has no good name: find the sentence in
another article that gives the same or another value, fill the gap, judge whether both give the same, weigh the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quizzes.items import building
from quizzes.items.asking import Undecided
from quizzes.items.building import Ask, Distractor
from quizzes.items.expressions import Call
from quizzes.items.matrix import Matrix
from quizzes.items.proof import UNKNOWN
from quizzes.items.told import Told, counts_alike, exact_figure, is_exacter, is_same, told_in
from quizzes.items.topics import kind_of_unit, thing, unit_of
from quizzes.items.types import ItemDraft, ItemKind, Skill
from quizzes.items.wording import (
    is_telling,
    listed,
    one_line,
    quoted,
    rationale_quote,
    source_label,
    stop,
)
from quizzes.nlp.findings.comparable import content
from quizzes.nlp.findings.side_by_side import role_at
from quizzes.nlp.types import Claim, Finding, FindingKind, Relation, Role, ValueType

LONG = 260
"""Characters of a sentence that a stem can quote and still be read in one go."""

MOST_NEARBY = 8
"""Other numbers that are looked at for distractors."""

LEANING = re.compile(
    r"^(?:he|she|it|they|we|i|this|that|these|those|but|and|so|or|however|also|instead|there|such|another|then|still)\b",
    re.IGNORECASE,
)
"""Sentences that lean on the one before them: quoted alone they do not say what they are about."""

FAR = 20
"""How many times another number may be a gap's own: a reader would see at once that more cannot be meant."""

GAP = "____"


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
        """ "The Ledger writes: “…”": the sentence as it stands."""
        sentence = self.told.sentence
        return f"{self.outlet} writes: {quoted(sentence)}{stop(sentence)}"

    def ask(self, skill: Skill, stem: str, why: str, difficulty: float) -> Ask:
        told = (self.told, *_one_each(self.others))
        evidence = tuple(dict.fromkeys(t.evidence[0] for t in told))
        quotes = " ".join(rationale_quote(self.matrix.name(t.article), t.evidence[0], t.source) for t in told)
        return Ask(self.matrix, self.finding, self.seed, skill, stem, f"{quotes} {why}", evidence, difficulty)


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
        )
        if others and _can_be_quoted(matrix, one):
            found.append(Anchor(matrix, finding, seed, one, others))
    found.sort(
        key=lambda a: (_likeness(a) >= SAME_WORDS, -len(_one_each(a.others)), a.told.evidence[0].start)
    )
    return next(iter(found), None)


SAME_WORDS = 0.8
"""Share of words from which two sentences are so alike that finding the one by the other is no work."""


def _stands_against(finding: Finding, one: Told, other: Told) -> bool:
    """Whether the other surely stands to the one as the finding has it; of two that differ in exactness the one is the rounder."""
    if finding.relation is Relation.PRECISION:
        return is_exacter(other, one)
    try:
        return is_same(finding, one, other) is (finding.kind is FindingKind.AGREEMENT)
    except Undecided:
        return False


def _can_be_quoted(matrix: Matrix, told: Told) -> bool:
    """True for a body sentence, not too long, that says what it says without the one before it."""
    sentence, evidence = told.sentence, told.evidence[0]
    role = role_at(matrix.reading(told.article), evidence.start)
    is_shown = told.claim is None or is_telling(told.claim)
    return is_shown and role is Role.BODY and len(sentence) <= LONG and not LEANING.search(sentence)


def _likeness(anchor: Anchor) -> float:
    """How much the most like of the others' sentences has of the anchor's words, 0 to 1, by tenths."""
    own = content(anchor.told.sentence)
    shares = [len(own & content(t.sentence)) / max(1, len(own | content(t.sentence))) for t in anchor.others]
    return round(max(shares), 1)


def _one_each(told: Sequence[Told]) -> list[Told]:
    return list({t.article: t for t in reversed(told)}.values())[::-1]


def one_of_each(drafts: Iterable[ItemDraft | None]) -> Iterator[ItemDraft | None]:
    """The first draft of each kind of item: one finding is not asked about twice in one way."""
    seen: set[ItemKind] = set()
    for draft in drafts:
        if draft is not None and draft.kind not in seen:
            seen.add(draft.kind)
            yield draft


def anchored_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Find it, judge it, fill it in, weigh it; which comes first turns with the finding, so that a quiz asks in several ways."""
    anchor = anchor_of(matrix, finding, seed)
    if anchor is None:
        yield from map(_weigh, filter(None, [anchor_of(matrix, finding, seed, within=True)]))
        return
    turn = sum(map(ord, finding.id)) + seed
    if anchor.is_agreement:
        # where the sentences are nearly the same, only the number is worth asking for
        is_copied = _likeness(anchor) >= SAME_WORDS
        ways = [_missing_number, _by_another_alone, _fill]
        if not is_copied:
            ways = [_who_gives_it, _find, _by_another_alone, _missing_number, _the_same, _fill]
    else:
        yield _who_stands_out(anchor) or _find(anchor)
        yield _weigh(anchor)
        ways = [_by_another_alone, _fill]
        if finding.relation in (None, Relation.CONFLICT):
            ways = [_the_same, *ways]
    turn %= len(ways)
    for way in (*ways[turn:], *ways[:turn]):
        yield way(anchor)


QUESTION = {
    None: ("gives-same", "the same"),
    Relation.CONFLICT: ("gives-other", "another"),
    Relation.UPDATE: ("gives-other", "another"),
    Relation.PRECISION: ("gives-exacter", "a more exact"),
}
"""What is asked of the articles beside the one quoted, and how a stem calls what they give."""


def _question(anchor: Anchor) -> tuple[Call, str] | None:
    """None of figures that count different things: which of them stands against which, nobody need see."""
    relation = None if anchor.is_agreement else anchor.finding.relation or Relation.CONFLICT
    if relation not in QUESTION:
        return None
    name, kind = QUESTION[relation]
    return Call(name, (anchor.finding.id, anchor.told.place)), f"{kind} {thing(anchor.finding)}"


def _who_stands_out(anchor: Anchor) -> ItemDraft | None:
    """Which outlet gives another value, or a more exact one, than a sentence that is quoted without its outlet; with the proof."""
    asked = _question(anchor)
    givers = _one_each(anchor.others)
    if asked is None or len(givers) != 1:
        return None
    call, kind = asked
    sentence = anchor.told.sentence
    stem = (
        f"One of the articles writes: {quoted(sentence)}{stop(sentence)} Look at {quoted(anchor.told.words)}."
        f" Which outlet gives {kind} for this? Then tick a sentence there that gives it."
    )
    wrong = [((a,), _why_picked(anchor, a)) for a in anchor.matrix.readings if a != givers[0].article]
    return building.claim_evidence(
        anchor.ask(Skill.CORROBORATE, stem, _conclusion(anchor), 0.5), call, (givers[0].article,), wrong
    )


def _why_picked(anchor: Anchor, article: str) -> str:
    if any(t.article == article for t in told_in(anchor.matrix, anchor.finding)):
        return (
            "rounding-read-as-exact"
            if anchor.finding.relation is Relation.PRECISION
            else "figures-agree-unread"
        )
    return "silence-read-as-denial"


def _who_gives_it(anchor: Anchor) -> ItemDraft | None:
    """Which outlets give the value of a sentence that is quoted without its outlet, where another outlet does not."""
    sentence = anchor.told.sentence
    stem = (
        f"One of the articles writes: {quoted(sentence)}{stop(sentence)} Look at {quoted(anchor.told.words)}."
        f" Which outlets give this {thing(anchor.finding)} for this?"
    )
    keys = [(t.article,) for t in (anchor.told, *_one_each(anchor.others))]
    wrong = [((a,), "silence-overlooked") for a in anchor.matrix.readings if (a,) not in keys]
    call = Call("gives-same", (anchor.finding.id, anchor.told.place))
    return building.multi(anchor.ask(Skill.CORROBORATE, stem, _conclusion(anchor), 0.4), call, keys, wrong)


def _find(anchor: Anchor) -> ItemDraft | None:
    """Tick the sentence of another article that gives the same value, another one, or a more exact one."""
    asked = _question(anchor)
    if asked is None:
        return None
    call, kind = asked
    for other in _one_each(anchor.others):
        outlet = anchor.matrix.name(other.article)
        stem = (
            f"{anchor.writes} Look at {quoted(anchor.told.words)}. {outlet} gives {kind} for this."
            f" Find it there and tick a sentence that gives it."
        )
        draft = building.evidence(
            anchor.ask(Skill.CORROBORATE, stem, _conclusion(anchor), 0.4), call, (other.article,)
        )
        if draft is not None:
            return draft
    return None


def _the_same(anchor: Anchor) -> ItemDraft | None:
    """Whether another article gives the same value: true or false."""
    asked = [t for t in _one_each(anchor.others) if not _is_divided(anchor, t.article)]
    if not asked:
        return None
    other = asked[anchor.seed % len(asked)]
    what = thing(anchor.finding)
    outlet = anchor.matrix.name(other.article)
    stem = f"{anchor.writes} Look at {quoted(anchor.told.words)}. Is this true: {outlet} gives the same {what} for this?"
    wrong = (
        [("false", "difference-read-as-error"), ("unknown", "first-figure-found")]
        if anchor.is_agreement
        else [("true", "figures-agree-unread"), ("unknown", "first-figure-found")]
    )
    return building.tf3(
        anchor.ask(Skill.CORROBORATE, stem, _conclusion(anchor), 0.4),
        Call("gives-same", (anchor.finding.id, anchor.told.place)),
        (other.article,),
        misconceptions=wrong,
    )


def _is_divided(anchor: Anchor, article: str) -> bool:
    """True where the article gives two values in the finding: then it gives the same and another."""
    own = [t for t in told_in(anchor.matrix, anchor.finding) if t.article == article]
    try:
        return len({is_same(anchor.finding, anchor.told, t) for t in own}) > 1
    except Undecided:
        return True


def _by_another_alone(anchor: Anchor) -> ItemDraft | None:
    """Whether the sentence holds by an article that says nothing of it: neither yes nor no."""
    taking_part = {t.article for t in told_in(anchor.matrix, anchor.finding)}
    silent = [a for a in anchor.matrix.readings if a not in taking_part]
    for article in silent:
        sentence = anchor.told.sentence
        outlet = anchor.matrix.name(article)
        why = (
            f"{_conclusion(anchor)} Who says nothing denies nothing: by {outlet} alone a reader cannot tell."
        )
        draft = building.tf3(
            anchor.ask(
                Skill.OMISSION,
                f"Go by {outlet} alone. Is this true: {quoted(sentence)}{stop(sentence)}",
                why,
                0.5,
            ),
            Call("going-by", (article,)),
            (anchor.told.article, str(anchor.told.evidence[0].start)),
            misconceptions=[("true", "words-of-another-outlet"), ("false", "silence-read-as-denial")],
        )
        if draft is not None and draft.key == UNKNOWN:
            return draft
    return None


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


def _missing_number(anchor: Anchor) -> ItemDraft | None:
    """The number that belongs in the gap and that another article gives too, to be typed."""
    gap, claim = _with_gap(anchor), anchor.told.claim
    if gap is None or claim is None or not _may_stand(claim):
        return None
    agreeing = listed([anchor.matrix.name(t.article) for t in _one_each(anchor.others)])
    verb = "gives" if len(_one_each(anchor.others)) == 1 else "give"
    stem = (
        f"A number is missing in this sentence of {anchor.outlet}: {quoted(gap)}{stop(gap)}"
        f" {agreeing} {verb} the same number. Which number is it?"
    )
    claims = [t.claim for t in (anchor.told, *anchor.others) if t.claim is not None]
    wrong = [(f, "other-measure") for c in _nearby(anchor, claim) if (f := exact_figure(c))]
    return building.number(
        anchor.ask(Skill.CORROBORATE, stem, _conclusion(anchor), 0.3),
        Call("value-of", (claim.id,)),
        unit=unit_of(anchor.finding, claims),
        wrong=wrong,
    )


def _fill(anchor: Anchor) -> ItemDraft | None:
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
        anchor.ask(Skill.NUMBERS, stem, _conclusion(anchor), 0.4), Call("fills", place), place, others
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


def _conclusion(anchor: Anchor) -> str:
    what = thing(anchor.finding)
    if anchor.is_agreement:
        return f"They give the same {what} for the same thing."
    return {
        Relation.CONFLICT: "They speak of the same thing and do not say the same.",
        Relation.PRECISION: "One is rounder or vaguer than the other, so both can be right.",
        Relation.SCOPE: "They look alike, but they do not count the same thing, so both can be right.",
        Relation.UPDATE: "The later report knows more, so each could be right when it was written.",
    }.get(anchor.finding.relation or Relation.CONFLICT, "They do not say the same.")


REASONS = {
    Relation.SCOPE: "they do not count the same thing",
    Relation.PRECISION: "one is rounder or vaguer than the other",
    Relation.UPDATE: "one report is later and may know more",
}


def _weigh(anchor: Anchor) -> ItemDraft | None:
    """Two sentences that do not say the same: can both be right, and how could a reader find out?"""
    quotable = [t for t in anchor.others if len(t.sentence) <= LONG]
    if not quotable:
        return None
    other = max(quotable, key=lambda t: (t.source is not None, t.place))
    matrix, what = anchor.matrix, thing(anchor.finding)
    names = [
        f"{matrix.name(t.article)}: {quoted(t.words)}, {source_label(t.source)}" for t in (anchor.told, other)
    ]
    outlet = matrix.name(other.article)
    further = "It also writes:" if other.article == anchor.told.article else f"{outlet} writes:"
    stem = (
        f"{anchor.writes} {further} {quoted(other.sentence)}{stop(other.sentence)}"
        " Can both be right? Say why, and how a reader could find out more."
    )
    reason = REASONS.get(anchor.finding.relation or Relation.CONFLICT)
    given = (
        f"{anchor.outlet} has both {quoted(anchor.told.words)} and {quoted(other.words)}."
        if other.article == anchor.told.article
        else f"{anchor.outlet} has {quoted(anchor.told.words)} and {outlet} has {quoted(other.words)}."
    )
    if reason:
        levels = (
            "Says only that the two differ, or that one of them must be wrong.",
            f"Points to the words that differ ({'; '.join(names)}), but gives no reason why both can stand.",
            f"Points to the words that differ and says why both can be right: {reason}. Names what a reader could look up.",
        )
        model = (
            f"Yes, both can be right: {reason}. {given} I would say so when I retell it, and look for a report that"
            " says how and when it was counted."
        )
    else:
        levels = (
            "Says that both can be right without a reason, or picks one without a reason.",
            f"Points to the words that contradict each other ({'; '.join(names)}), but not to how a reader could find out.",
            "Points to the words that contradict each other, asks who says each of them and how they could know, and names"
            " where a reader could find out.",
        )
        model = (
            f"As they stand, the two do not fit together. {given} If both speak of the same thing, they cannot both be"
            f" right. {_who_says(anchor, other)} I would look for a third report, or for those who were there, and compare"
            f" the {what}."
        )
    draft = anchor.ask(Skill.CORROBORATE, stem, _conclusion(anchor), 0.7)
    claims = [t.claim for t in (anchor.told, other) if t.claim is not None]
    numbers = [c for c in claims if c.value.type is ValueType.NUMBER]
    return building.open_answer(
        draft, levels=levels, names=[*names, "a way to find out"], model=model, claims=numbers
    )


def _who_says(anchor: Anchor, other: Told) -> str:
    """What the sources allow to say of two that contradict each other."""
    matrix = anchor.matrix
    without = [t for t in (anchor.told, other) if t.source is None]
    if len(without) == 2:
        return "Neither sentence says where it knows this from."
    if without:
        return f"The sentence in {matrix.name(without[0].article)} does not say where it knows this from."
    return "Each has a source, so I would ask how that source could know."
