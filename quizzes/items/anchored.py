"""Items that hold one article's sentence against the other articles, whatever it measures.

The sentence itself says what is measured, so nothing has to be named that has no good name: find the sentence in
another article that gives another value, say who gives it, judge whether both give the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizzes.items import building
from quizzes.items.anchors import Anchor, anchor_of, conclusion, one_each
from quizzes.items.asking import Undecided
from quizzes.items.both_right import weigh_sentences
from quizzes.items.expressions import Call
from quizzes.items.gaps import which_both_give
from quizzes.items.matrix import Matrix
from quizzes.items.ranks import in_order, who_gives_more
from quizzes.items.told import is_same, told_in
from quizzes.items.topics import for_this
from quizzes.items.types import ItemDraft, ItemKind, Skill
from quizzes.items.wording import quoted
from quizzes.nlp.types import Finding, Relation


def one_of_each(drafts: Iterable[ItemDraft | None]) -> Iterator[ItemDraft | None]:
    """The first draft of each kind of item: one finding is not asked about twice in one way."""
    seen: set[ItemKind] = set()
    for draft in drafts:
        if draft is not None and draft.kind not in seen:
            seen.add(draft.kind)
            yield draft


def anchored_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Find it, judge it, weigh it; which comes first turns with the finding, so that a quiz asks in several ways.

    Of figures that agree it is asked which one two articles give: a figure that a stem prints is only looked for as a string.
    """
    anchor = anchor_of(matrix, finding, seed)
    if anchor is None:
        yield from map(weigh_sentences, filter(None, [anchor_of(matrix, finding, seed, within=True)]))
        return
    if anchor.is_agreement:
        yield which_both_give(anchor)
        return
    yield _who_stands_out(anchor) or _find(anchor)
    yield weigh_sentences(anchor)
    if finding.relation in (None, Relation.CONFLICT):
        ways = [in_order, who_gives_more, _the_same]
        turn = (sum(map(ord, finding.id)) + seed) % len(ways)
        for way in (*ways[turn:], *ways[:turn]):
            yield way(anchor)


QUESTION = {
    Relation.CONFLICT: ("gives-other", "another"),
    Relation.UPDATE: ("gives-other", "another"),
    Relation.PRECISION: ("gives-exacter", "a more exact"),
}
"""What is asked of the articles beside the one quoted, and how a stem calls what they give."""


def _question(anchor: Anchor) -> tuple[Call, str] | None:
    """None of figures that count different things: which of them stands against which, nobody need see."""
    relation = anchor.finding.relation or Relation.CONFLICT
    if relation not in QUESTION:
        return None
    name, kind = QUESTION[relation]
    return Call(name, (anchor.finding.id, anchor.told.place)), f"{kind} {for_this(anchor.finding)}"


def _who_stands_out(anchor: Anchor) -> ItemDraft | None:
    """Which outlet gives another value, or a more exact one, than a sentence that is quoted without its outlet; with the proof."""
    asked = _question(anchor)
    givers = one_each(anchor.others)
    if asked is None or len(givers) != 1:
        return None
    call, kind = asked
    stem = f"{anchor.somebody_writes} Which outlet gives {kind}? Then tick a sentence there that gives it."
    wrong = [((a,), _why_picked(anchor, a)) for a in anchor.matrix.readings if a != givers[0].article]
    return building.claim_evidence(
        anchor.ask(Skill.CORROBORATE, stem, conclusion(anchor), 0.5), call, (givers[0].article,), wrong
    )


def _why_picked(anchor: Anchor, article: str) -> str:
    if any(t.article == article for t in told_in(anchor.matrix, anchor.finding)):
        return (
            "rounding-read-as-exact"
            if anchor.finding.relation is Relation.PRECISION
            else "figures-agree-unread"
        )
    return "silence-read-as-denial"


def _find(anchor: Anchor) -> ItemDraft | None:
    """Tick the sentence of another article that gives another value, or a more exact one."""
    asked = _question(anchor)
    if asked is None:
        return None
    call, kind = asked
    for other in one_each(anchor.others):
        outlet = anchor.matrix.name(other.article)
        stem = (
            f"{anchor.writes} Look at {quoted(anchor.words)}. {outlet} gives {kind}."
            f" Find it there and tick a sentence that gives it."
        )
        draft = building.evidence(
            anchor.ask(Skill.CORROBORATE, stem, conclusion(anchor), 0.4), call, (other.article,)
        )
        if draft is not None:
            return draft
    return None


def _the_same(anchor: Anchor) -> ItemDraft | None:
    """Whether another article gives the same value: true or false."""
    asked = [t for t in one_each(anchor.others) if not _is_divided(anchor, t.article)]
    if not asked:
        return None
    other = asked[anchor.seed % len(asked)]
    outlet = anchor.matrix.name(other.article)
    stem = f"{anchor.writes} Look at {quoted(anchor.words)}. Is this true: {outlet} gives the same {for_this(anchor.finding)}?"
    wrong = [("true", "figures-agree-unread"), ("unknown", "telling-overlooked")]
    return building.tf3(
        anchor.ask(Skill.CORROBORATE, stem, conclusion(anchor), 0.4),
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
