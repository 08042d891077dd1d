"""Open items on two sentences that do not say the same: can both be right, and how could a reader find out?"""

from __future__ import annotations

from quizzes.items import building
from quizzes.items.anchors import LONG, Anchor, conclusion
from quizzes.items.texts import has_no_source
from quizzes.items.told import Told
from quizzes.items.topics import thing
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import quoted, shown_count, source_label, stop
from quizzes.nlp.types import Relation, ValueType

REASONS = {
    Relation.SCOPE: "they do not count the same thing",
    Relation.PRECISION: "one is rounder or vaguer than the other",
    Relation.UPDATE: "one count is later and may know more",
}


def weigh_sentences(anchor: Anchor) -> ItemDraft | None:
    """Two sentences that do not say the same: can both be right, and how could a reader find out?"""
    quotable = [t for t in anchor.others if len(t.sentence) <= LONG]
    if not quotable:
        return None
    other = max(quotable, key=lambda t: (t.source is not None, t.place))
    matrix, what = anchor.matrix, thing(anchor.finding)
    names = [_told_so(anchor, t) for t in (anchor.told, other)]
    outlet = matrix.name(other.article)
    further = (
        "The same article also has:"
        if other.article == anchor.told.article
        else f"This one stands in {outlet}:"
    )
    stem = (
        f"{anchor.writes} {further} {quoted(other.sentence)}{stop(other.sentence)}"
        " Can both be right? Say why, and how a reader could find out more."
    )
    reason = REASONS.get(anchor.finding.relation or Relation.CONFLICT)
    given = f"{_told_so(anchor, anchor.told)}. {_told_so(anchor, other)}."
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
    draft = anchor.ask(Skill.CORROBORATE, stem, conclusion(anchor), 0.7)
    claims = [t.claim for t in (anchor.told, other) if t.claim is not None]
    numbers = [c for c in claims if c.value.type is ValueType.NUMBER]
    return building.open_answer(
        draft, levels=levels, names=[*names, "a way to find out"], model=model, claims=numbers
    )


def _told_so(anchor: Anchor, told: Told) -> str:
    """ "The Ledger has “22” (source: the port authority)": what one gives, and who says so where that is told."""
    words = told.words if told.claim is None else shown_count(told.claim)
    said = f"{anchor.matrix.name(told.article)} has {quoted(words)}"
    return f"{said} ({source_label(told.source)})" if told.source else said


def _who_says(anchor: Anchor, other: Told) -> str:
    """What the sources allow to say of two that contradict each other."""
    matrix = anchor.matrix
    without = [t for t in (anchor.told, other) if t.source is None]
    if not without:
        return "Each has a source, so I would ask how that source could know."
    if not all(t.claim is not None and has_no_source(matrix, t.claim) for t in without):
        return "I would ask of each where it knows this from."
    if len(without) == 2:
        return "Neither sentence says where it knows this from."
    return f"The sentence in {matrix.name(without[0].article)} does not say where it knows this from."
