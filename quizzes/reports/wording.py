"""An answer or a key in words, as a person reads it: for results, reviews and feedback alike."""

from __future__ import annotations

from typing import Any

from quizzes.items.types import ItemKind
from quizzes.models import FrozenItem
from quizzes.scoring.responses import blank

BLANK = "left blank"
TF3 = {True: "true", False: "false", "unknown": "cannot tell from these articles"}


def answer_text(item: FrozenItem, answer: Any) -> str:
    """What a student answered, in the words of the options."""
    kind = ItemKind(item.kind)
    if blank(kind, answer):
        return BLANK
    match kind:
        case ItemKind.CHOICE:
            return _texts(item)[answer]
        case ItemKind.MULTI | ItemKind.ORDER:
            return ", ".join(_texts(item)[code] for code in answer)
        case ItemKind.MATCH:
            return "; ".join(_pair(item, left, right) for left, right in answer.items() if right)
        case ItemKind.CLAIM_EVIDENCE:
            chosen = answer.get("choice")
            picked = len(answer.get("evidence") or [])
            told = _texts(item)[chosen] if chosen else "nothing chosen"
            return f"{told}, with {picked} sentence{'' if picked == 1 else 's'} as proof"
        case ItemKind.EVIDENCE:
            return f"{len(answer)} sentence{'' if len(answer) == 1 else 's'}"
        case ItemKind.TF3:
            return TF3[answer]
        case ItemKind.NUMBER | ItemKind.OPEN:
            return str(answer)


def key_text(item: FrozenItem) -> str:
    """The key, in the words of the options; for an open item its model answer."""
    match ItemKind(item.kind):
        case ItemKind.CHOICE:
            return _texts(item)[item.key]
        case ItemKind.MULTI | ItemKind.ORDER:
            return ", ".join(_texts(item)[code] for code in item.key)
        case ItemKind.MATCH:
            return "; ".join(_pair(item, left, right) for left, right in item.key)
        case ItemKind.CLAIM_EVIDENCE:
            return _texts(item)[item.key["choice"]]
        case ItemKind.EVIDENCE:
            return f"a sentence of each of {len(item.key)} groups"
        case ItemKind.NUMBER:
            return _figure(item.key)
        case ItemKind.TF3:
            return TF3[item.key]
        case ItemKind.OPEN:
            return str(item.key["model"])


def _texts(item: FrozenItem) -> dict[str, str]:
    if isinstance(item.options, dict):
        return {o["id"]: o["text"] for side in ("left", "right") for o in item.options[side]}
    return {o["id"]: o["text"] for o in item.options}


def _pair(item: FrozenItem, left: str, right: str) -> str:
    texts = _texts(item)
    return f"{texts[left]} → {texts[right]}"


def _figure(key: dict[str, Any]) -> str:
    """The figures that count as right: "22", "at least 22", "20 to 25", with their unit."""
    low, high = key.get("low"), key.get("high")
    if low is None:
        text = f"at most {high:,.10g}"
    elif high is None:
        text = f"at least {low:,.10g}"
    else:
        text = f"{low:,.10g}" if low == high else f"{low:,.10g} to {high:,.10g}"
    return f"{text} {key.get('unit') or ''}".strip()
