"""How a class's answers to one item are split, for a room to see: no names, and no answer of fewer than five.

Where answers exclude each other, those of fewer than five are put together as "other answers", with the next smallest wrong
one where they are still fewer than five: nobody's answer is left over when the others are taken from the whole. Where
one student gives several, an answer of fewer than five is shown without its number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from quizzes.items.types import ItemKind
from quizzes.models import FrozenItem, KeyRepair, Score
from quizzes.reports.answers_given import AnswerLine, answer_lines
from quizzes.reports.debrief import ENOUGH, ClassAnswers
from quizzes.scoring.points import score

EXCLUSIVE = frozenset({ItemKind.CHOICE, ItemKind.CLAIM_EVIDENCE, ItemKind.TF3, ItemKind.NUMBER})
"""Kinds of which a student gives one answer. The levels of an open one are few and say nothing of what was written."""
TELLS_KEY = frozenset({ItemKind.MATCH, ItemKind.ORDER, ItemKind.EVIDENCE})
"""Kinds whose lines count who was right: they are shown with the key and not before."""
OTHERS = "other answers"


@dataclass(frozen=True)
class Bar:
    """One answer; `count` None stands for fewer than five, `width` is beside the widest of the bars."""

    text: str
    count: int | None
    share: float
    is_key: bool = False
    letter: str = ""
    width: float = 0.0


@dataclass(frozen=True)
class Split:
    """The answers of `n` students; no bars where they are fewer than five."""

    title: str
    n: int
    right: int
    bars: tuple[Bar, ...]
    tells_key: bool = False

    @property
    def is_enough(self) -> bool:
        return self.n >= ENOUGH

    @property
    def right_words(self) -> str:
        """How many were right, in words that single nobody out."""
        if self.right < ENOUGH:
            return f"fewer than {ENOUGH} of {self.n} were right"
        if self.n - self.right < ENOUGH:
            return "nearly all were right"
        return f"{self.right} of {self.n} were right"


@dataclass(frozen=True)
class Pair:
    """One answer before and after the class talked; None for fewer than five. The widths are beside the widest of all."""

    text: str
    before: int | None
    after: int | None
    before_width: float
    after_width: float
    is_key: bool = False
    letter: str = ""


@dataclass(frozen=True)
class Shift:
    before: Split
    after: Split
    pairs: tuple[Pair, ...]
    words: tuple[str, ...]


def keyed(item: FrozenItem, repair: KeyRepair | None) -> tuple[FrozenItem, ...]:
    """The item with each of the keys that count as right in the assignment: its own, a repaired one, or both."""
    if repair is None or repair.policy not in (KeyRepair.Policy.ACCEPT_ALSO, KeyRepair.Policy.REPLACE):
        return (item,)
    other = FrozenItem(**{f.attname: getattr(item, f.attname) for f in FrozenItem._meta.concrete_fields})
    other.key = repair.key
    return (other,) if repair.policy == KeyRepair.Policy.REPLACE else (item, other)


def is_right(items: Sequence[FrozenItem], answer: Any) -> bool:
    """True where an answer earns every point by one of the keys; of a claim with its proof the claim alone is asked."""
    if answer is None:
        return False
    kind = ItemKind(items[0].kind)
    if kind is ItemKind.CLAIM_EVIDENCE:
        return any(answer.get("choice") == item.key["choice"] for item in items)
    return any(score(kind, item.key, answer, 1) == 1 for item in items)


def class_split(item: FrozenItem, answers: ClassAnswers) -> Split:
    """What the class answered in the quiz."""
    items = keyed(item, answers.repairs.get(item.pk))
    if item.kind == ItemKind.OPEN:
        return _levels(item, answers)
    return split_of(items, answers.answers(item))


def _levels(item: FrozenItem, answers: ClassAnswers) -> Split:
    """The levels of an open item's graded answers; what waits is left out."""
    points = answers.points.get(item.pk, {})
    graded = {student: earned for student, earned in points.items() if earned is not None}
    given = [answers.given.get(item.pk, {}).get(student) for student in graded]
    scores = [Score(points=earned, maximum=item.points) for earned in graded.values()]
    right = sum(earned >= item.points for earned in graded.values())
    return _split((item,), given, scores, right)


def split_of(items: Sequence[FrozenItem], given: list[Any]) -> Split:
    """What `given` holds, an entry for each student."""
    return _split(items, given, [], sum(is_right(items, answer) for answer in given))


def _split(items: Sequence[FrozenItem], given: list[Any], scores: list[Score], right: int) -> Split:
    kind = ItemKind(items[0].kind)
    title, lines = _lines(items, given, scores)
    split = Split(title, len(given), right, (), kind in TELLS_KEY)
    if not split.is_enough:
        return split
    bars = _merged(lines, len(given)) if kind in EXCLUSIVE else tuple(map(_bar, lines))
    widest = max((bar.share for bar in bars), default=0) or 1
    return replace(split, bars=tuple(replace(bar, width=bar.share / widest) for bar in bars))


def _lines(
    items: Sequence[FrozenItem], given: list[Any], scores: list[Score]
) -> tuple[str, list[AnswerLine]]:
    """The lines of the results, those of every key marked."""
    title, lines = answer_lines(items[0], given, scores)
    for item in items[1:]:
        keys = {line.text for line in answer_lines(item, given, scores)[1] if line.mark == "key"}
        lines = [replace(line, mark="key") if line.text in keys else line for line in lines]
    return title, lines


def _bar(line: AnswerLine) -> Bar:
    few = line.count < ENOUGH
    return Bar(
        line.text, None if few else line.count, 0.0 if few else line.share, line.mark == "key", line.article
    )


def _merged(lines: Sequence[AnswerLine], n: int) -> tuple[Bar, ...]:
    shown = [line for line in lines if line.count >= ENOUGH]
    together = [line for line in lines if line.count < ENOUGH]
    while 0 < sum(line.count for line in together) < ENOUGH:
        wrong = [line for line in shown if line.mark != "key"]
        if not wrong:
            break
        smallest = min(wrong, key=lambda line: line.count)
        shown.remove(smallest)
        together.append(smallest)
    bars = [_bar(line) for line in lines if line in shown]
    return tuple(bars) if not together else (*bars, _others(sum(line.count for line in together), n))


def _others(count: int, n: int) -> Bar:
    few = 0 < count < ENOUGH
    return Bar(OTHERS, None if few else count, 0.0 if few else count / n)


def shift(
    items: Sequence[FrozenItem],
    before: Mapping[int, Any],
    after: Mapping[int, Any],
    class_size: Sequence[int],
) -> Shift:
    """The class before it talked and after: bars side by side, and what moved, in words.

    `before` and `after`: membership id → answer; `class_size` are those whose attempt counts, blanks among them.
    """
    first, second = [before.get(student) for student in class_size], list(after.values())
    splits = split_of(items, first), split_of(items, second)
    pairs = _pairs(_lines(items, first, [])[1], _lines(items, second, [])[1], items, len(first), len(second))
    return Shift(*splits, pairs, _words(items, splits, before, after))


def _pairs(
    before: Sequence[AnswerLine],
    after: Sequence[AnswerLine],
    items: Sequence[FrozenItem],
    n_before: int,
    n_after: int,
) -> tuple[Pair, ...]:
    firsts, seconds = ({line.text: line for line in lines} for lines in (before, after))
    texts = list(dict.fromkeys([*firsts, *seconds]))
    none = AnswerLine("", 0, 0.0)
    pairs, rest_before, rest_after = [], 0, 0
    for text in texts:
        one, two = firsts.get(text, none), seconds.get(text, none)
        if max(one.count, two.count) < ENOUGH and ItemKind(items[0].kind) in EXCLUSIVE:
            rest_before, rest_after = rest_before + one.count, rest_after + two.count
            continue
        known = one if one is not none else two
        pairs.append(_pair(text, one.count, two.count, n_before, n_after, known.mark == "key", known.article))
    if rest_before or rest_after:
        pairs.append(_pair(OTHERS, rest_before, rest_after, n_before, n_after))
    widest = max((max(p.before_width, p.after_width) for p in pairs), default=0) or 1
    return tuple(
        replace(p, before_width=p.before_width / widest, after_width=p.after_width / widest) for p in pairs
    )


def _pair(
    text: str, before: int, after: int, n_before: int, n_after: int, is_key: bool = False, letter: str = ""
) -> Pair:
    few = before < ENOUGH, after < ENOUGH
    return Pair(
        text,
        None if few[0] else before,
        None if few[1] else after,
        0.0 if few[0] else before / max(1, n_before),
        0.0 if few[1] else after / max(1, n_after),
        is_key,
        letter,
    )


def _words(
    items: Sequence[FrozenItem],
    splits: tuple[Split, Split],
    before: Mapping[int, Any],
    after: Mapping[int, Any],
) -> tuple[str, ...]:
    first, second = splits
    if not (first.is_enough and second.is_enough):
        return ()
    said = [f"Before: {first.right_words}. Now: {second.right_words}."]
    both = before.keys() & after.keys()
    came = sum(not is_right(items, before[s]) and is_right(items, after[s]) for s in both)
    left = sum(is_right(items, before[s]) and not is_right(items, after[s]) for s in both)
    if came >= ENOUGH:
        said.append(f"{came} came over to the key.")
    if left >= ENOUGH:
        said.append(f"{left} left it.")
    return tuple(said)
