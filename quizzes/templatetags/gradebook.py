"""Cells and heads of the gradebook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from quizzes.models import Membership
from quizzes.reports.grade_cells import Cell
from quizzes.reports.grade_columns import Column
from quizzes.reports.gradebook import Asked
from quizzes.templatetags.signs import icon

register = template.Library()


@register.filter
def beside(columns: Sequence[Column], cells: Sequence[Cell]) -> Iterable[tuple[Column, Cell]]:
    return zip(columns, cells, strict=True)


@register.filter
def plain(number: float | Decimal) -> str:
    """ "1", "0.5": as few digits as say it."""
    return f"{float(number):.2f}".rstrip("0").rstrip(".")


@register.filter
def share_of(weight: Decimal, whole: float) -> float | None:
    return float(weight) / whole if whole else None


@register.simple_tag
def grade_cell(column: Column, student: Membership, cell: Cell, may_manage: bool, back: str) -> SafeString:
    """Points, per cent and what is to be said of them; a way to where they are set, or to the answers."""
    said = format_html_join(
        "", '<span class="gb-word">{}{}</span>', ((icon(sign), told) for sign, told in cell.words)
    )
    words = format_html('<span class="gb-words">{}</span>', said) if said else ""
    way = _way(column, student, may_manage, back)
    if cell.shown is None:
        return format_html('<a class="gb-none" href="{}">{}</a>', way, words or "–")
    share = "" if cell.share is None else f"{100 * cell.share:.0f} %"
    return format_html(
        '<a href="{}"><b>{}</b></a> <span class="gb-share">{}</span>{}', way, plain(cell.shown), share, words
    )


def _way(column: Column, student: Membership, may_manage: bool, back: str) -> str:
    args = [column.assignment.pk, student.pk]
    if not may_manage:
        return reverse("attempt-review", args=args)
    page = reverse("grade-override", args=args)
    return (
        f"{page}?{urlencode({'back': back})}" if "?" in back else page
    )  # else the way back is the gradebook's top


@register.simple_tag
def sort_head(asked: Asked, kept: str, key: str, words: str) -> SafeString:
    """The head of a column that can be sorted by."""
    return format_html(
        '<th scope="col"{}>{} {}</th>', sort_state(asked, key), words, sort_link(asked, kept, key, words)
    )


@register.simple_tag
def sort_state(asked: Asked, key: str) -> SafeString:
    """ARIA's word for the column by which the table is sorted; nothing for the others."""
    if asked.key != key:
        return SafeString("")
    return mark_safe(f' aria-sort="{"descending" if asked.is_falling else "ascending"}"')


@register.simple_tag
def sort_link(asked: Asked, kept: str, key: str, words: str) -> SafeString:
    """Sort by this column: names rising first, figures falling; once more the other way round."""
    falling = not asked.is_falling if asked.key == key else key != "name"
    sign = "up" if asked.key == key and not asked.is_falling else "down"
    return format_html(
        '<a class="gb-sort{}" href="?{}{}sort={}{}">{}<span class="visually-hidden">Sort by {}, {}</span></a>',
        " is-on" if asked.key == key else "",
        kept,
        "&" if kept else "",
        "-" if falling else "",
        key,
        icon(sign),
        words,
        "falling" if falling else "rising",
    )
