"""Filters and bars of the results, grading and feedback pages."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from quizzes.items.misconceptions import MISCONCEPTIONS
from quizzes.items.types import ItemKind
from quizzes.models import FrozenItem
from quizzes.reports import wording
from quizzes.reports.items import KIND_WORDS

register = template.Library()


@register.filter
def answer_text(item: FrozenItem, answer: Any) -> str:
    return wording.answer_text(item, answer)


@register.filter
def key_text(item: FrozenItem) -> str:
    return wording.key_text(item)


@register.filter
def misconception(name: str) -> str:
    """What choosing a distractor shows, in words for the teacher; empty for a name no longer in the list."""
    return MISCONCEPTIONS[name].shows if name in MISCONCEPTIONS else ""


@register.filter
def next_time(name: str) -> str:
    """What to do next time, in words for the student; empty for a name no longer in the list."""
    return MISCONCEPTIONS[name].next_time if name in MISCONCEPTIONS else ""


@register.filter
def kind_words(kind: str) -> str:
    """An item's kind as pages name it: "claim and evidence"."""
    return KIND_WORDS[ItemKind(kind)]


@register.filter
def percent(share: float | None) -> str:
    """A share of 0 to 1 as "68 %"; empty for None."""
    return "" if share is None else f"{100 * share:.0f} %"


@register.filter
def number(share: float) -> str:
    """A share of 0 to 1 as "68", where the sign stands at the head of the table."""
    return f"{100 * share:.0f}"


@register.simple_tag
def parts(*counts: int) -> SafeString:
    """One bar cut into at most three parts, in the proportion of the counts; the words stand beside it."""
    total = sum(counts) or 1
    starts = [sum(counts[:n]) for n in range(len(counts))]
    rects = format_html_join(
        "",
        '<rect class="p{}" x="{}" width="{}" height="1"/>',
        ((n + 1, start, count) for n, (start, count) in enumerate(zip(starts, counts, strict=True)) if count),
    )
    return format_html(
        '<svg class="parts" viewBox="0 0 {} 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">{}</svg>',
        total,
        rects,
    )
