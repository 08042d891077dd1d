"""What a class's answers tell of each item: how hard, does it tell who did well, who chose what, what is worth a look.

Counted are the attempts of the mark sheet. Below ten of them only counts are shown (see scoring.analysis.flags).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from quizzes.items.types import ItemKind
from quizzes.models import FrozenItem
from quizzes.reports.answer_rows import AnswerRow, Answers, answer_table, blanks_of
from quizzes.reports.mark_sheet import MarkSheet
from quizzes.scoring.analysis.flags import INTERVALS_FROM, Flag, Flagged, flags
from quizzes.scoring.analysis.items import Figure, OptionFigures, correlation, facility, option_figures
from quizzes.scoring.analysis.standing import Standing, Vector, rest_of, standing
from quizzes.scoring.repairs import Policy, Repair

OFFERED = frozenset({ItemKind.CHOICE, ItemKind.TF3, ItemKind.MULTI, ItemKind.CLAIM_EVIDENCE})
"""Kinds whose rows are options on offer; of these and of typed figures some row can be a better key."""


@dataclass(frozen=True)
class OptionLine:
    """One row of an item's option table; `mark` as in answer_rows."""

    text: str
    mark: str
    article: str
    misconception: str
    figures: OptionFigures

    @property
    def count(self) -> int:
        return self.figures.count

    @property
    def share(self) -> float:
        return self.figures.share.value if self.figures.share else 0.0


@dataclass(frozen=True)
class FlagLine:
    """A flag in words for a teacher: what it is called, and what was seen."""

    flag: Flag
    name: str
    seen: str

    @property
    def is_grave(self) -> bool:
        return self.flag is Flag.WRONG_KEY


@dataclass(frozen=True)
class ItemFigures:
    """An item over `n` attempts. `facility` and `discrimination` are None where they cannot be computed, or n is too small."""

    item: FrozenItem
    n: int
    counted: int
    waiting: int
    blanks: int
    facility: Figure | None
    discrimination: Figure | None
    title: str
    options: tuple[OptionLine, ...]
    flags: tuple[FlagLine, ...]
    policy: Policy | None

    @property
    def is_left_out(self) -> bool:
        return self.policy is Policy.LEFT_OUT

    @property
    def has_intervals(self) -> bool:
        return self.n >= INTERVALS_FROM

    @property
    def may_have_wrong_key(self) -> bool:
        return any(line.is_grave for line in self.flags)

    @property
    def keys(self) -> tuple[OptionLine, ...]:
        return tuple(option for option in self.options if option.mark == "key")

    @property
    def rival(self) -> OptionLine | None:
        """The wrong answer that most gave, the first of even ones."""
        wrong = [option for option in self.options if not option.mark and option.count]
        return max(wrong, key=lambda option: option.count, default=None)


def item_figures(sheet: MarkSheet) -> tuple[ItemFigures, ...]:
    """Every item of a sheet, in the quiz's order; in two queries more than the sheet: answers and repairs."""
    return tuple(figures_at(sheet, place) for place in range(len(sheet.items)))


def figures_at(sheet: MarkSheet, place: int, answers: Answers | None = None) -> ItemFigures:
    """One item of a sheet; `answers` to it where those to all items are not needed."""
    item = sheet.items[place]
    return figures_of(
        item,
        points=sheet.marks[:, place],
        answers=sheet.answers[item.pk] if answers is None else answers,
        stands=standing_at(sheet, place),
        waiting=int(sheet.waits[:, place].sum()),
        repair=sheet.repairs.get(item.pk),
    )


def standing_at(sheet: MarkSheet, place: int) -> Standing:
    """How the students did on the other items that count."""
    others = [n for n in sheet.columns if n != place]
    return standing(rest_of(sheet.marks[:, [*others, place]], len(others)))


def figures_of(
    item: FrozenItem,
    *,
    points: Vector,
    answers: Answers,
    stands: Standing,
    waiting: int,
    repair: Repair | None,
) -> ItemFigures:
    """The figures of one item over some students, of one class or of several."""
    n, table = len(points), answer_table(item, answers, points, repair)
    options = [_line(row, stands) for row in table.rows]
    may_tell = n >= INTERVALS_FROM and not (repair and repair.policy is Policy.LEFT_OUT)
    return ItemFigures(
        item=item,
        n=n,
        counted=int((~np.isnan(points)).sum()),
        waiting=waiting,
        blanks=blanks_of(item, answers),
        facility=facility(points, item.points) if may_tell else None,
        discrimination=correlation(points, stands) if may_tell else None,
        title=table.title,
        options=tuple(options),
        flags=_flag_lines(item, options, n) if may_tell and repair is None else (),
        policy=repair.policy if repair else None,
    )


def _line(row: AnswerRow, stands: Standing) -> OptionLine:
    return OptionLine(row.text, row.mark, row.article, row.misconception, option_figures(row.chosen, stands))


def _flag_lines(item: FrozenItem, options: list[OptionLine], n: int) -> tuple[FlagLine, ...]:
    kind = ItemKind(item.kind)
    if kind not in OFFERED and kind is not ItemKind.NUMBER:
        return ()
    asked = [option for option in options if option.mark in ("", "key")]
    keys = [option.mark == "key" for option in asked]
    found = flags([option.figures for option in asked], keys, n, are_offered=kind in OFFERED)
    if any(flagged.flag is Flag.WRONG_KEY for flagged in found):
        found = found[:1]  # one thing at a time: what else is odd may follow from it
    unused = [asked[flagged.option].text for flagged in found if flagged.flag is Flag.UNUSED]
    lines = [_in_words(flagged, asked) for flagged in found if flagged.flag is not Flag.UNUSED]
    return (*lines, *([_unused(unused)] if unused else []))


def _unused(texts: list[str]) -> FlagLine:
    """Of several distractors that nobody takes one line."""
    name = "a distractor without takers" if len(texts) == 1 else f"{len(texts)} distractors without takers"
    ends = "it distracts nobody" if len(texts) == 1 else "they distract nobody"
    named = " and ".join(quoted(text) for text in texts)
    return FlagLine(Flag.UNUSED, name, f"Fewer than one in twenty gave {named}: {ends}.")


def _in_words(flagged: Flagged, options: list[OptionLine]) -> FlagLine:
    option = options[flagged.option]
    match flagged.flag:
        case Flag.WRONG_KEY:
            key = min((o for o in options if o.mark == "key"), key=lambda o: o.count)
            name = "possible wrong key"
            seen = (
                f"{option.count} gave {quoted(option.text)}, {key.count} the key {quoted(key.text)}. "
                f"Those who did well on the rest gave {quoted(option.text)} more often, and the key less often."
            )
        case Flag.GOOD_CHOOSE_IT:
            name = "a wrong answer of good students"
            seen = f"Those who did well on the rest gave {quoted(option.text)} more often than others did."
        case Flag.KEY_FALLS:
            name = "key chosen less by the better half"
            seen = f"The key {quoted(option.text)} was given by {_percent(option.figures.top)} of the better half and {_percent(option.figures.bottom)} of the other."
        case Flag.UNUSED:
            return _unused([option.text])
    return FlagLine(flagged.flag, name, seen)


def quoted(text: str) -> str:
    """An answer in quotation marks, unless it brings its own."""
    return text if "“" in text else f"“{text}”"


def _percent(share: float | None) -> str:
    return f"{100 * (share or 0):.0f} %"
