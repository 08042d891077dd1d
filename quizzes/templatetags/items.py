"""What of an answer belongs to which control of an item's form."""

from __future__ import annotations

from typing import Any

from django import template

register = template.Library()


@register.filter
def is_chosen(item: Any, option: str) -> bool:
    """True where the item's answer chooses this option; an item without answer (a preview) chooses none."""
    answer = _answer(item)
    if isinstance(answer, list):
        return option in answer
    chosen = answer.get("choice") if isinstance(answer, dict) else answer
    return bool(chosen == option)


@register.filter
def is_verdict(item: Any, verdict: str) -> bool:
    """True where the answer to a tf3 item is this verdict ("true", "false" or "unknown")."""
    answer = _answer(item)
    return answer is not None and str(answer).lower() == verdict


@register.filter
def place_of(item: Any, option: str) -> int:
    """The place from 1 that the answer gives to an option of an order item; 0 where it has none yet."""
    answer = _answer(item)
    return answer.index(option) + 1 if isinstance(answer, list) and option in answer else 0


@register.filter
def match_of(item: Any, left: str) -> str:
    """The partner that the answer gives to an entry of the left column, or ""."""
    answer = _answer(item)
    return (answer.get(left) or "") if isinstance(answer, dict) else ""


def _answer(item: Any) -> Any:
    return item.get("answer") if isinstance(item, dict) else getattr(item, "answer", None)
