"""What of an answer belongs to which control of an item's form."""

from __future__ import annotations

from typing import Any

from django import template

register = template.Library()


@register.filter
def is_chosen(item: Any, option: str) -> bool:
    """True where the item's answer chooses this option; an item without answer (a preview) chooses none."""
    answer = _answer(item)
    chosen = answer.get("choice") if isinstance(answer, dict) else answer
    return bool(chosen == option)


@register.filter
def match_of(item: Any, left: str) -> str:
    """The partner that the answer gives to an entry of the left column, or ""."""
    answer = _answer(item)
    return (answer.get(left) or "") if isinstance(answer, dict) else ""


def _answer(item: Any) -> Any:
    return item.get("answer") if isinstance(item, dict) else getattr(item, "answer", None)
