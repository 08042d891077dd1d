"""What a class answered to one item, counted: a line for each answer, in a way that fits the kind of item."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from quizzes.items.types import ItemKind
from quizzes.models import FrozenItem, Score
from quizzes.reports.wording import TF3
from quizzes.scoring import statistics
from quizzes.scoring.figures import number_share
from quizzes.scoring.responses import blank

TYPED_ANSWERS_SHOWN = 6
"""Different typed figures listed for a number item; the rest are added up."""


@dataclass(frozen=True)
class AnswerLine:
    """How many gave one answer; `mark` says what it is: "key", "blank", "waiting" or nothing."""

    text: str
    count: int
    share: float
    mark: str = ""
    article: str = ""
    misconception: str = ""


def answer_lines(item: FrozenItem, given: list[Any], scores: list[Score]) -> tuple[str, list[AnswerLine]]:
    """What the lines count ("Chosen"), and the lines; `given` has an entry for each student, None for a blank."""
    match ItemKind(item.kind):
        case ItemKind.CHOICE:
            return "Chosen", _option_lines(item, given, item.key)
        case ItemKind.TF3:
            return "Chosen", _verdict_lines(item, given)
        case ItemKind.MULTI:
            return "Chosen", _several_lines(item, given)
        case ItemKind.ORDER:
            return "Placed rightly", _order_lines(item, given)
        case ItemKind.EVIDENCE:
            return "Found", _evidence_lines(item, given)
        case ItemKind.CLAIM_EVIDENCE:
            chosen = [a.get("choice") if a else None for a in given]
            return "Chosen", _option_lines(item, chosen, item.key["choice"])
        case ItemKind.MATCH:
            return "Matched rightly", _match_lines(item, given)
        case ItemKind.NUMBER:
            return "Typed", _number_lines(item, given)
        case _:
            return "Graded", _level_lines(given, scores, item)


def _option_lines(item: FrozenItem, chosen: list[str | None], key: str) -> list[AnswerLine]:
    options = {option["id"]: option for option in item.options}
    lines = []
    for row in statistics.option_shares(chosen, list(options)):
        option = options.get(row.option) if row.option else None
        if option is None:
            lines.append(AnswerLine("left blank", row.count, row.share, "blank"))
            continue
        lines.append(
            AnswerLine(
                option["text"],
                row.count,
                row.share,
                "key" if row.option == key else "",
                option.get("article") or "",
                option.get("misconception") or "",
            )
        )
    return [line for line in lines if line.mark != "blank" or line.count]


def _verdict_lines(item: FrozenItem, given: list[Any]) -> list[AnswerLine]:
    lines = [
        AnswerLine(
            words,
            count := sum(a == verdict and type(a) is type(verdict) for a in given),
            _share(count, given),
            "key" if verdict == item.key and type(verdict) is type(item.key) else "",
            misconception=item.misconceptions.get(str(verdict).lower(), ""),
        )
        for verdict, words in TF3.items()
    ]
    return [*lines, *_blank_line(item, given)]


def _several_lines(item: FrozenItem, given: list[Any]) -> list[AnswerLine]:
    """How many chose each option; the shares need not add up to one."""
    lines = []
    for option in item.options:
        count = sum(option["id"] in (a or ()) for a in given)
        lines.append(
            AnswerLine(
                option["text"],
                count,
                _share(count, given),
                "key" if option["id"] in item.key else "",
                option.get("article") or "",
                option.get("misconception") or "",
            )
        )
    return [*lines, *_blank_line(item, given)]


def _order_lines(item: FrozenItem, given: list[Any]) -> list[AnswerLine]:
    """How many put each option at its place, in the order of the key."""
    options = {option["id"]: option for option in item.options}
    lines = []
    for place, code in enumerate(item.key):
        count = sum(len(a or ()) > place and a[place] == code for a in given)
        text, letter = options[code]["text"], options[code].get("article") or ""
        lines.append(AnswerLine(f"{place + 1}. {text}", count, _share(count, given), "key", letter))
    return [*lines, *_blank_line(item, given)]


def _evidence_lines(item: FrozenItem, given: list[Any]) -> list[AnswerLine]:
    """How many picked a proving sentence of each group, and how many picked one that proves nothing."""
    lines = []
    for group in item.key:
        count = sum(any(pick in group for pick in a or ()) for a in given)
        lines.append(
            AnswerLine("a proving sentence", count, _share(count, given), "key", group[0]["article"])
        )
    proving = [sentence for group in item.key for sentence in group]
    astray = sum(any(pick not in proving for pick in a or ()) for a in given)
    if astray:
        lines.append(AnswerLine("a sentence that does not prove it", astray, _share(astray, given)))
    return [*lines, *_blank_line(item, given)]


def _blank_line(item: FrozenItem, given: list[Any]) -> list[AnswerLine]:
    blanks = sum(blank(ItemKind(item.kind), a) for a in given)
    return [AnswerLine("left blank", blanks, _share(blanks, given), "blank")] if blanks else []


def _share(count: int, given: list[Any]) -> float:
    return count / len(given) if given else 0.0


def _match_lines(item: FrozenItem, given: list[Any]) -> list[AnswerLine]:
    right = {option["id"]: option for option in item.options["right"]}
    partner = dict(item.key)
    lines = []
    for option in item.options["left"]:
        count = sum(bool(a) and a.get(option["id"]) == partner.get(option["id"]) for a in given)
        to = right[partner[option["id"]]]["text"] if option["id"] in partner else "no partner"
        share = count / len(given) if given else 0.0
        lines.append(AnswerLine(f"{option['text']} → {to}", count, share, "key", option.get("article") or ""))
    return lines


def _number_lines(item: FrozenItem, given: list[Any]) -> list[AnswerLine]:
    typed = Counter("" if blank(ItemKind.NUMBER, a) else " ".join(str(a).split()) for a in given)
    total = sum(typed.values())
    blanks = typed.pop("", 0)
    lines = [
        AnswerLine(text, count, count / total, "key" if number_share(item.key, text) == 1 else "")
        for text, count in typed.most_common(TYPED_ANSWERS_SHOWN)
    ]
    rest = sum(typed.values()) - sum(line.count for line in lines)
    if rest:
        lines.append(AnswerLine("other figures", rest, rest / total))
    if blanks:
        lines.append(AnswerLine("left blank", blanks, blanks / total, "blank"))
    return lines


def _level_lines(given: list[Any], scores: list[Score], item: FrozenItem) -> list[AnswerLine]:
    blanks = sum(blank(ItemKind(item.kind), a) for a in given)
    total = len(given)
    waiting = sum(s.points is None for s in scores)
    points = Counter(float(s.points) for s in scores if s.points is not None)
    points[0.0] -= blanks
    names = ["Basic", "Emergent", "Proficient"]
    levels: dict[str, int] = defaultdict(int)
    for value, count in points.items():
        levels[names[round(2 * value / item.points)]] += count
    lines = [
        AnswerLine(name, levels[name], levels[name] / total if total else 0.0) for name in reversed(names)
    ]
    if waiting:
        lines.append(AnswerLine("waits to be graded", waiting, waiting / total, "waiting"))
    if blanks:
        lines.append(AnswerLine("left blank", blanks, blanks / total, "blank"))
    return lines
