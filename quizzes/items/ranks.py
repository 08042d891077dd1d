"""Items on several numbers of one thing: put the outlets in order, and say which give more than a figure."""

from __future__ import annotations

from quizzes.items import building
from quizzes.items.anchors import Anchor, conclusion
from quizzes.items.bounds import figure, lower
from quizzes.items.expressions import Call
from quizzes.items.told import told_in
from quizzes.items.types import ItemDraft, Skill
from quizzes.nlp.types import Claim, ValueType


def in_order(anchor: Anchor) -> ItemDraft | None:
    """The outlets from the lowest number to the highest; None unless each is surely lower than the next."""
    numbers = _numbers(anchor)
    articles = sorted(numbers, key=lambda a: lower(numbers[a].value))
    stem = (
        f"{anchor.somebody_writes} The outlets do not give the same figure for this."
        " Put them in order, from the lowest figure to the highest."
    )
    return building.order(
        anchor.ask(Skill.NUMBERS, stem, conclusion(anchor), 0.5),
        Call("lower", (anchor.finding.id,)),
        [(a,) for a in articles],
    )


def who_gives_more(anchor: Anchor) -> ItemDraft | None:
    """Which outlets give more than the lowest figure that is told; two at least do, and one does not."""
    numbers = _numbers(anchor)
    figures = sorted({f for c in numbers.values() if (f := figure(c.value)) is not None})
    if len(figures) < 2:
        return None
    least = figures[0]
    stem = f"{anchor.somebody_writes} Which outlets give a figure higher than {least:,.10g} for this?"
    more = [(a,) for a, c in numbers.items() if lower(c.value) > least]
    others = [((a,), "figures-agree-unread") for a in numbers if (a,) not in more]
    return building.multi(
        anchor.ask(Skill.NUMBERS, stem, conclusion(anchor), 0.4),
        Call("above", (anchor.finding.id, f"{least:.10g}")),
        more,
        others,
    )


def _numbers(anchor: Anchor) -> dict[str, Claim]:
    """The lowest number of each article in the finding."""
    claims = [t.claim for t in told_in(anchor.matrix, anchor.finding) if t.claim is not None]
    numbers = [c for c in claims if c.value.type is ValueType.NUMBER]
    return {c.article: c for c in sorted(numbers, key=lambda c: -lower(c.value))}
