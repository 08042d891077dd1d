"""An answer or a key in words, as a person reads it: for results, reviews and feedback alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.items.types import ItemKind
from quizzes.models import FrozenItem
from quizzes.scoring.responses import blank

BLANK = "left blank"
TF3 = {True: "true", False: "false", "unknown": "cannot tell from these articles"}


@dataclass(frozen=True)
class Line:
    """One line of an answer or key; `letter` where it names an article."""

    text: str
    letter: str = ""


def answer_lines(item: FrozenItem, answer: Any) -> tuple[Line, ...]:
    """What a student answered, in the words of the options; nothing where the item was left blank."""
    kind = ItemKind(item.kind)
    if blank(kind, answer):
        return ()
    options = options_of(item)
    match kind:
        case ItemKind.CHOICE:
            return (_line(options[answer]),)
        case ItemKind.MULTI:
            return tuple(_line(options[code]) for code in answer)
        case ItemKind.ORDER:
            return _in_order(options, answer)
        case ItemKind.MATCH:
            return tuple(_pair(options, left, right) for left, right in answer.items() if right)
        case ItemKind.CLAIM_EVIDENCE:
            return (_line(options[answer["choice"]]),) if answer.get("choice") else ()
        case ItemKind.EVIDENCE:
            return (Line(sentences(len(answer))),)
        case ItemKind.TF3:
            return (Line(TF3[answer]),)
        case ItemKind.NUMBER | ItemKind.OPEN:
            return (Line(str(answer)),)


def key_lines(item: FrozenItem) -> tuple[Line, ...]:
    """The key, in the words of the options; for an open item its model answer."""
    return lines_of_key(item, item.key)


def lines_of_key(item: FrozenItem, key: Any) -> tuple[Line, ...]:
    """Any key of the item's kind in the words of its options, such as one that took the place of its own."""
    options = options_of(item)
    match ItemKind(item.kind):
        case ItemKind.CHOICE:
            return (_line(options[key]),)
        case ItemKind.MULTI:
            return tuple(_line(options[code]) for code in key)
        case ItemKind.ORDER:
            return _in_order(options, key)
        case ItemKind.MATCH:
            return tuple(_pair(options, left, right) for left, right in key)
        case ItemKind.CLAIM_EVIDENCE:
            return (_line(options[key["choice"]]),)
        case ItemKind.EVIDENCE:
            return tuple(Line(f"one of {sentences(len(group))}", group[0]["article"]) for group in key)
        case ItemKind.NUMBER:
            return (Line(_figure(key)),)
        case ItemKind.TF3:
            return (Line(TF3[key]),)
        case ItemKind.OPEN:
            return (Line(str(key["model"])),)


def answer_text(item: FrozenItem, answer: Any) -> str:
    """The answer in one line, with the number of sentences ticked as proof."""
    text = "; ".join(line.text for line in answer_lines(item, answer))
    if item.kind == ItemKind.CLAIM_EVIDENCE and answer:
        text = f"{text or 'nothing chosen'}, with {sentences(len(answer.get('evidence') or []))} as proof"
    return text or BLANK


def key_text(item: FrozenItem) -> str:
    return "; ".join(line.text for line in key_lines(item))


def key_words(item: FrozenItem, key: Any) -> str:
    """Any key of the item's kind in one line; with the articles whose sentences prove it where it asks for proof."""
    text = "; ".join(line.text for line in lines_of_key(item, key))
    if item.kind == ItemKind.CLAIM_EVIDENCE:
        letters = sorted({sentence["article"] for group in key["groups"] for sentence in group})
        text = f"{text}, proved in {' and '.join(letters)}"
    return text


def options_of(item: FrozenItem) -> dict[str, dict[str, Any]]:
    """id → option, of both columns of a match item."""
    sides = item.options.values() if isinstance(item.options, dict) else [item.options]
    return {option["id"]: option for side in sides for option in side}


def sentences(count: int) -> str:
    return f"{count} sentence{'' if count == 1 else 's'}"


def _line(option: Mapping[str, Any]) -> Line:
    return Line(option["text"], option.get("article") or "")


def _in_order(options: Mapping[str, Mapping[str, Any]], codes: Sequence[str | None]) -> tuple[Line, ...]:
    """ "1. The Ledger": what has a place, with its place."""
    return tuple(
        Line(f"{place}. {options[code]['text']}", options[code].get("article") or "")
        for place, code in enumerate(codes, 1)
        if code
    )


def _pair(options: Mapping[str, Mapping[str, Any]], left: str, right: str) -> Line:
    return Line(f"{options[left]['text']} → {options[right]['text']}", options[left].get("article") or "")


def _figure(key: Mapping[str, Any]) -> str:
    """The figures that count as right: "22", "at least 22", "20 to 25", with their unit."""
    low, high = key.get("low"), key.get("high")
    if low is None:
        text = f"at most {high:,.10g}"
    elif high is None:
        text = f"at least {low:,.10g}"
    else:
        text = f"{low:,.10g}" if low == high else f"{low:,.10g} to {high:,.10g}"
    return f"{text} {key.get('unit') or ''}".strip()
