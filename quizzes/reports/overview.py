"""A class's results on an assignment at a glance: who has handed in, how they did, what stands out.

Of each student one attempt counts; who is excused is left out. Points are compared over the items of which no answer waits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.items.types import ItemKind
from quizzes.models import FrozenItem
from quizzes.reports.item_analysis import ItemFigures, item_figures, quoted
from quizzes.reports.mark_sheet import MarkSheet, Run
from quizzes.scoring import statistics
from quizzes.scoring.analysis.flags import INTERVALS_FROM, Flag
from quizzes.scoring.analysis.reliability import Reliability, reliability

HISTOGRAM_BINS = 8
"""Bins of at least a point each, few enough to be read on a phone."""
STANDOUTS = 5
FEW = 0.5
"""An item stands out as hard where the whole interval of its facility lies below this."""
MANY_BLANKS = 0.2


@dataclass(frozen=True)
class BinLine:
    label: str
    count: int
    share: float
    """Of the fullest bin."""


@dataclass(frozen=True)
class Spread:
    """Points of `n` students out of `maximum`, over the items that `items` names ("" for all)."""

    n: int
    maximum: int
    items: str
    bins: tuple[BinLine, ...]
    mean: float | None
    median: float | None
    deviation: float | None


@dataclass(frozen=True)
class Minutes:
    """From start to handing in; who was given the attempt back is left out."""

    n: int
    median: float
    least: float
    most: float


@dataclass(frozen=True)
class Trust:
    """Reliability with what it means for a teacher; `items` names what it is of where that is not all."""

    figures: Reliability
    items: str
    maximum: int
    words: str


@dataclass(frozen=True)
class Standout:
    """Something to look at: what, what was seen, and the item."""

    title: str
    seen: str
    item: FrozenItem
    is_wrong_key: bool = False
    may_debrief: bool = False


@dataclass(frozen=True)
class Overview:
    """Everything above the list of students. `counted` attempts are reckoned with; `counts` says which those are."""

    counted: int
    counts: str
    waiting: int
    left_out: tuple[int, ...]
    """Numbers of the items that were left out."""
    spread: Spread | None
    minutes: Minutes | None
    trust: Trust | None
    standouts: tuple[Standout, ...]
    is_few: bool


def overview(sheet: MarkSheet) -> Overview:
    n = len(sheet.counted)
    return Overview(
        counted=n,
        counts=counts_words(sheet),
        waiting=int(sheet.waits.sum()),
        left_out=tuple(item.order for item in sheet.items if item.pk in sheet.left_out),
        spread=_spread(sheet),
        minutes=_minutes(sheet.counted),
        trust=_trust(sheet) if n >= INTERVALS_FROM else None,
        standouts=standouts(item_figures(sheet)) if n >= INTERVALS_FROM else (),
        is_few=n < INTERVALS_FROM,
    )


def counts_words(sheet: MarkSheet) -> str:
    """Which attempts the figures count: "24 students, the last attempt of each; 1 excused left out"."""
    n, assignment = len(sheet.counted), sheet.assignment
    which = (
        f"{assignment.get_counting_display()} attempt" if assignment.attempts_allowed > 1 else "one attempt"
    )
    excused = len({run.membership_id for run in sheet.runs} & sheet.excused)
    left_out = f"; {excused} excused left out" if excused else ""
    return f"{n} student{'' if n == 1 else 's'}, {which} of each{left_out}"


def items_words(sheet: MarkSheet, places: Sequence[int]) -> str:
    """The items by their numbers: "items 1 to 8", "" where it is all that count."""
    if list(places) == sheet.columns:
        return ""
    numbers = [sheet.items[place].order for place in places]
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    named = [str(p[0]) if len(p) == 1 else f"{p[0]} to {p[-1]}" for p in parts]
    return f"item{'' if len(numbers) == 1 else 's'} {', '.join(named)}"


def _spread(sheet: MarkSheet) -> Spread | None:
    maximum = sum(sheet.items[n].points for n in sheet.settled)
    if not len(sheet.counted) or not maximum:
        return None
    totals = sheet.settled_totals.tolist()
    return Spread(
        n=len(totals),
        maximum=maximum,
        items=items_words(sheet, sheet.settled),
        bins=_bins(totals, maximum),
        mean=statistics.mean(totals),
        median=statistics.median(totals),
        deviation=statistics.standard_deviation(totals),
    )


def _bins(totals: Sequence[float], maximum: int) -> tuple[BinLine, ...]:
    width = max(1, -(-maximum // HISTOGRAM_BINS))
    edges = range(0, maximum + 1, width)
    counts = [sum(low <= total < low + width for total in totals) for low in edges]
    most = max(counts)
    return tuple(
        BinLine(_bin_label(low, min(low + width - 1, maximum)), count, count / most if most else 0.0)
        for low, count in zip(edges, counts, strict=True)
    )


def _bin_label(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"


def _minutes(counted: Sequence[Run]) -> Minutes | None:
    used = [
        (run.submitted_at - run.started_at).total_seconds() / 60
        for run in counted
        if run.submitted_at and not run.reopened_until
    ]
    middle = statistics.median(used)
    return None if middle is None else Minutes(len(used), middle, min(used), max(used))


def _trust(sheet: MarkSheet) -> Trust | None:
    """None where fewer than two items or students are graded, or all have the same points."""
    found = reliability(sheet.marks[:, sheet.columns])
    if found is None:
        return None
    places = [sheet.columns[n] for n in found.items]
    maximum = sum(sheet.items[place].points for place in places)
    return Trust(found, items_words(sheet, places), maximum, _trust_words(found))


def _trust_words(found: Reliability) -> str:
    """What the interval allows to say of ranking students by these points."""
    if found.interval is None:
        return ""
    if found.interval.lies_above(0.8):
        return "The points tell these students apart well."
    if found.interval.lies_above(0.6):
        return "The points tell these students apart fairly well; not those who are close together."
    if found.interval.lies_below(0.6):
        return "The points hardly tell these students apart: read the items, not the ranks."
    return "Too few students or items to say how well the points tell these students apart."


def standouts(items: Sequence[ItemFigures]) -> tuple[Standout, ...]:
    """What to look at first: possible wrong keys, items that divide the wrong way, the hardest, those left blank."""
    found = [
        *(
            Standout(f"Item {i.item.order} may have a wrong key", line.seen, i.item, is_wrong_key=True)
            for i in items
            for line in i.flags
            if line.is_grave
        ),
        *(
            Standout(f"Item {i.item.order} divides the class oddly", line.seen, i.item)
            for i in items
            for line in i.flags
            if line.flag in (Flag.GOOD_CHOOSE_IT, Flag.KEY_FALLS)
        ),
        *_hard(items),
        *(
            Standout(
                f"Item {i.item.order} was often left blank", f"{i.blanks} of {i.n} gave no answer.", i.item
            )
            for i in items
            if i.n and i.blanks / i.n >= MANY_BLANKS
        ),
    ]
    first = {s.item.pk: s for s in reversed(found)}  # of several about an item the gravest
    return tuple([s for s in found if first[s.item.pk] is s][:STANDOUTS])


def _hard(items: Sequence[ItemFigures]) -> list[Standout]:
    """The items that a class found hard for sure, the hardest first."""
    hard = [
        (i.facility.value, i)
        for i in items
        if i.facility and i.facility.interval and i.facility.interval.lies_below(FEW)
    ]
    return [
        Standout(f"Few got item {i.item.order}", _missed(i), i.item, may_debrief=True)
        for _, i in sorted(hard, key=lambda pair: pair[0])
    ]


def _missed(found: ItemFigures) -> str:
    """How many got it, and what most gave instead."""
    if len(found.keys) != 1 or found.item.kind == ItemKind.MULTI:
        return f"{100 * found.facility.value:.0f} % of its points were earned." if found.facility else ""
    key, rival = found.keys[0], found.rival
    earned = f"{key.count} of {found.n} gave {quoted(key.text)}."
    return f"{earned} {rival.count} gave {quoted(rival.text)} instead." if rival else earned
