"""Items with a gap: a statement without its figure, which two articles give, among other figures of theirs."""

from __future__ import annotations

import re

from quizzes.items import building
from quizzes.items.anchors import Anchor, conclusion, one_each
from quizzes.items.expressions import Call
from quizzes.items.told import counts_alike, exact_figure, told_in
from quizzes.items.topics import kind_of_unit
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import one_line, quoted
from quizzes.nlp.findings.told_words import figures_in
from quizzes.nlp.types import Claim, FindingKind, Span, ValueType

FOILS = 3
"""Other figures of the two articles, at least: with fewer the answer is seen at once."""

FAR = 20
"""How many times another number may be a gap's own: a reader would see at once that more cannot be meant."""

CLEAR = 1.1
"""How many times a figure another one is at least, so that the two are not one figure, rounded."""

GAP = "____"

BREAK = re.compile(r"[,;:](?=\s)|\s[–—―-]+\s")
"""Where a statement ends before its sentence does."""


def which_both_give(anchor: Anchor) -> ItemDraft | None:
    """Which of some figures two articles give for a statement that is shown without it."""
    statement, claim = _statement(anchor), anchor.told.claim
    if statement is None or claim is None or (exact_figure(claim) or 0) <= 1 or not _is_first(anchor):
        return None
    for other in one_each(anchor.others):
        foils = _foils(anchor, claim, other.article)
        if len(foils) < FOILS:
            continue
        stem = (
            f"{anchor.outlet} and {anchor.matrix.name(other.article)} both give a figure for this: {quoted(statement)}"
            " Which of these figures do both of them give?"
        )
        place = (anchor.finding.id, anchor.told.place)
        return building.choice(
            anchor.ask(Skill.CORROBORATE, stem, conclusion(anchor), 0.4),
            Call("both-give", (*place, other.article)),
            (claim.id,),
            [((c.id,), "other-measure") for c in foils],
        )
    return None


def _statement(anchor: Anchor) -> str | None:
    """The sentence with a gap for its value, up to the first break behind it; None where another figure stands in it."""
    claim, evidence = anchor.told.claim, anchor.told.evidence[0]
    text = anchor.matrix.reading(anchor.told.article).text
    if claim is None or not evidence.start <= claim.value.start < claim.value.end <= evidence.end:
        return None
    before, after = text[evidence.start : claim.value.start], text[claim.value.end : evidence.end]
    after = re.sub(
        rf"^\s(?:of )?{re.escape(claim.value.unit or '')}\b", "", after
    )  # options show it with the figure
    end = BREAK.search(after)
    after = after[: end.start()] if end else after.rstrip(" .")
    if BREAK.search(before) or not after.split():
        return None
    words = f"{before}{after}"
    return None if any(figures_in(words, Span(0, len(words)))) else one_line(f"{before}{GAP}{after}.")


def _is_first(anchor: Anchor) -> bool:
    """True for the first of the story's agreements on a figure: nobody is asked for one twice."""
    number = exact_figure(anchor.told.claim)
    of_kind = (f for f in anchor.matrix.comparison.findings if f.kind is FindingKind.AGREEMENT)
    alike = (f for f in of_kind if any(exact_figure(t.claim) == number for t in told_in(anchor.matrix, f)))
    return next(alike, anchor.finding) == anchor.finding


def _foils(anchor: Anchor, claim: Claim, other: str) -> list[Claim]:
    """Figures of one sort with the key's, each in one of the two articles alone, none of them another one rounded."""
    articles = (claim.article, other)
    chosen = [claim]
    for one in sorted(anchor.matrix.claims.values(), key=lambda c: (c.start, c.id)):
        is_one_sort = one.article in articles and _is_alike(one, claim)
        is_apart = is_one_sort and all(_is_apart(one, c) for c in chosen)
        if is_apart and not _stands_in_both(anchor, one, articles):
            chosen.append(one)
    return chosen[1:]


def _stands_in_both(anchor: Anchor, claim: Claim, articles: tuple[str, str]) -> bool:
    number = exact_figure(claim)
    texts = [anchor.matrix.reading(a).text for a in articles]
    return all(any(n == number for n, _ in figures_in(t, Span(0, len(t)))) for t in texts)


def _is_alike(claim: Claim, key: Claim) -> bool:
    """True where the figure could stand in the key's place by its kind, form and size."""
    one, other = exact_figure(claim) or 0, exact_figure(key) or 0
    return (
        min(one, other) > 1
        and claim.value.type is ValueType.NUMBER
        and (counts_alike(claim, key) or kind_of_unit(claim) == kind_of_unit(key))
        and claim.value.text[:1].isalpha() is key.value.text[:1].isalpha()
        and claim.value.text[:1].isdigit() is key.value.text[:1].isdigit()
        and max(one, other) <= FAR * min(one, other)
    )


def _is_apart(claim: Claim, other: Claim) -> bool:
    numbers = sorted((exact_figure(claim) or 0, exact_figure(other) or 0))
    return numbers[1] >= CLEAR * numbers[0]
