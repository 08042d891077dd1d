"""The answers of a class to one item, sorted into rows that fit the kind of item: which students belong to which row.

Asked of the different answers, not of each student's: a thousand students give a few dozen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from quizzes.items.types import ItemKind
from quizzes.models import FrozenItem
from quizzes.reports.wording import BLANK, TF3
from quizzes.scoring.figures import number_share
from quizzes.scoring.repairs import TAKES_KEY, Policy, Repair
from quizzes.scoring.responses import blank

TYPED_ANSWERS_SHOWN = 6
"""Different typed figures listed for a number item; the rest are added up."""
KEY, BLANKS, WAITING = "key", "blank", "waiting"


@dataclass(frozen=True, eq=False)
class Answers:
    """What each of some students answered to an item: `which` of the `distinct` answers, one entry a student."""

    distinct: Sequence[Any]
    which: npt.NDArray[np.int64]

    def chosen(self, test: Callable[[Any], bool]) -> npt.NDArray[np.bool_]:
        """Of each student, whether her answer passes the test."""
        return np.fromiter(map(test, self.distinct), bool, len(self.distinct))[self.which]


@dataclass(frozen=True, eq=False)
class AnswerRow:
    """Who gave one answer; `mark` says what it is: "key", "blank", "waiting" or nothing."""

    text: str
    chosen: npt.NDArray[np.bool_]
    mark: str = ""
    article: str = ""
    misconception: str = ""

    @property
    def is_key(self) -> bool:
        return self.mark == KEY

    @property
    def is_answer(self) -> bool:
        return self.mark in ("", KEY)


@dataclass(frozen=True)
class AnswerTable:
    """`title` says what the rows count ("Chosen")."""

    title: str
    rows: tuple[AnswerRow, ...]


def keys_of(item: FrozenItem, repair: Repair | None = None) -> list[Any]:
    """The keys that count for an item: its own, or those that a repair has put beside it or in its place."""
    if repair is None or repair.policy not in TAKES_KEY:
        return [item.key]
    return [repair.key] if repair.policy is Policy.REPLACE else [item.key, repair.key]


def answer_table(
    item: FrozenItem, answers: Answers, points: npt.NDArray[np.float64], repair: Repair | None = None
) -> AnswerTable:
    """The rows of an item's answers. `points` are what each earned, NaN where it waits: the rows of an open item."""
    kind, keys = ItemKind(item.kind), keys_of(item, repair)
    match kind:
        case ItemKind.CHOICE:
            title, rows = "Chosen", _options(item, answers, lambda a: a, keys)
        case ItemKind.CLAIM_EVIDENCE:
            title = "Chosen"
            rows = _options(item, answers, lambda a: (a or {}).get("choice"), [key["choice"] for key in keys])
        case ItemKind.TF3:
            title, rows = "Chosen", _verdicts(item, answers, keys)
        case ItemKind.MULTI:
            title, rows = "Chosen", _several(item, answers, keys)
        case ItemKind.ORDER:
            title, rows = "Placed rightly", _places(item, answers, keys[-1])
        case ItemKind.MATCH:
            title, rows = "Matched rightly", _pairs(item, answers, keys[-1])
        case ItemKind.EVIDENCE:
            title, rows = "Found", _sentences(answers, keys[-1])
        case ItemKind.NUMBER:
            title, rows = "Typed", _typed(answers, keys)
        case ItemKind.OPEN:
            title, rows = "Graded", _levels(answers, points)
    found = [*rows]
    blanks = answers.chosen(lambda a: _is_blank(kind, a))
    if blanks.any():
        found.append(AnswerRow(BLANK, blanks, BLANKS))
    return AnswerTable(title, tuple(found))


def blanks_of(item: FrozenItem, answers: Answers) -> int:
    return int(answers.chosen(lambda a: blank(ItemKind(item.kind), a)).sum())


def _is_blank(kind: ItemKind, answer: Any) -> bool:
    if kind is ItemKind.CLAIM_EVIDENCE:
        return not (answer or {}).get("choice")
    return blank(kind, answer)


def _option_row(
    option: dict[str, Any], chosen: npt.NDArray[np.bool_], is_key: bool, text: str = ""
) -> AnswerRow:
    return AnswerRow(
        text or option["text"],
        chosen,
        KEY if is_key else "",
        option.get("article") or "",
        "" if is_key else option.get("misconception") or "",
    )


def _options(
    item: FrozenItem, answers: Answers, choice: Callable[[Any], Any], keys: list[Any]
) -> Iterator[AnswerRow]:
    for option in item.options:
        code = option["id"]
        yield _option_row(option, answers.chosen(partial(_is, choice, code)), code in keys)


def _verdicts(item: FrozenItem, answers: Answers, keys: list[Any]) -> Iterator[AnswerRow]:
    for verdict, words in TF3.items():
        is_key = any(_same(verdict, key) for key in keys)
        yield AnswerRow(
            words,
            answers.chosen(partial(_same, verdict)),
            KEY if is_key else "",
            misconception="" if is_key else item.misconceptions.get(str(verdict).lower(), ""),
        )


def _is(part: Callable[[Any], Any], wanted: Any, answer: Any) -> bool:
    return bool(part(answer) == wanted)


def _holds(code: str, answer: Any) -> bool:
    return code in (answer or ())


def _holds_any(picks: list[Any], answer: Any) -> bool:
    return any(pick in picks for pick in answer or ())


def _has_at(place: int, code: str, answer: Any) -> bool:
    return len(answer or ()) > place and answer[place] == code


def _matches(left: str, right: str | None, answer: Any) -> bool:
    return bool(answer) and answer.get(left) == right


def _same(verdict: Any, answer: Any) -> bool:
    return type(answer) is type(verdict) and bool(answer == verdict)


def _several(item: FrozenItem, answers: Answers, keys: list[Any]) -> Iterator[AnswerRow]:
    """Who chose each option; the shares need not add up to one."""
    for option in item.options:
        code = option["id"]
        chosen = answers.chosen(partial(_holds, code))
        yield _option_row(option, chosen, any(code in key for key in keys))


def _places(item: FrozenItem, answers: Answers, key: list[str]) -> Iterator[AnswerRow]:
    """Who put each option at its place, in the order of the key."""
    options = {option["id"]: option for option in item.options}
    for place, code in enumerate(key):
        chosen = answers.chosen(partial(_has_at, place, code))
        yield _option_row(options[code], chosen, True, f"{place + 1}. {options[code]['text']}")


def _pairs(item: FrozenItem, answers: Answers, key: list[list[str]]) -> Iterator[AnswerRow]:
    right = {option["id"]: option for option in item.options["right"]}
    partner = dict(key)
    for option in item.options["left"]:
        code = option["id"]
        chosen = answers.chosen(partial(_matches, code, partner.get(code)))
        to = right[partner[code]]["text"] if code in partner else "no partner"
        yield _option_row(option, chosen, True, f"{option['text']} → {to}")


def _sentences(answers: Answers, groups: list[list[dict[str, Any]]]) -> Iterator[AnswerRow]:
    """Who picked a proving sentence of each group, and who one that proves nothing."""
    for group in groups:
        chosen = answers.chosen(partial(_holds_any, group))
        yield AnswerRow("a proving sentence", chosen, KEY, group[0]["article"])
    proving = [sentence for group in groups for sentence in group]
    astray = answers.chosen(lambda a: any(pick not in proving for pick in a or ()))
    if astray.any():
        yield AnswerRow("a sentence that does not prove it", astray)


def _typed(answers: Answers, keys: list[Any]) -> Iterator[AnswerRow]:
    """The figures typed most often, the most frequent first, and all others as one row."""
    words = ["" if blank(ItemKind.NUMBER, a) else " ".join(str(a).split()) for a in answers.distinct]
    counts = np.bincount(answers.which, minlength=len(words))
    typed: dict[str, int] = {}
    for word, count in zip(words, counts, strict=True):
        typed[word] = typed.get(word, 0) + int(count)
    typed.pop("", None)
    shown = sorted(typed, key=lambda word: (-typed[word], word))[:TYPED_ANSWERS_SHOWN]
    spelled = dict(zip(map(str, answers.distinct), words, strict=True))
    for text in shown:
        is_key = any(number_share(key, text) == 1 for key in keys)
        chosen = answers.chosen(partial(_is, lambda a: spelled[str(a)], text))
        yield AnswerRow(text, chosen, KEY if is_key else "")
    others = answers.chosen(lambda a: spelled[str(a)] not in ("", *shown))
    if others.any():
        yield AnswerRow("other figures", others, "rest")


def _levels(answers: Answers, points: npt.NDArray[np.float64]) -> Iterator[AnswerRow]:
    """Who earned how many points, blanks apart, the most first; and whose answer waits."""
    written = ~answers.chosen(lambda a: blank(ItemKind.OPEN, a))
    for earned in sorted(set(points[written & ~np.isnan(points)].tolist()), reverse=True):
        words = f"{earned:.3f}".rstrip("0").rstrip(".")
        yield AnswerRow(f"{words} point{'' if earned == 1 else 's'}", written & (points == earned), "points")
    waiting = written & np.isnan(points)
    if waiting.any():
        yield AnswerRow("waits to be graded", waiting, WAITING)
