"""Figures of the analysis as pages show them: coefficients, intervals, durations."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from quizzes.scoring.analysis.intervals import Interval
from quizzes.scoring.analysis.items import Figure

register = template.Library()
MINUS = "\N{MINUS SIGN}"


@register.filter
def coefficient(value: float | None) -> str:
    """A correlation as textbooks print it: ".41", "−.22", "1.00"; empty for None."""
    if value is None:
        return ""
    words = f"{abs(value):.2f}"
    sign = MINUS if value < 0 and words != "0.00" else ""
    return sign + (words[1:] if words.startswith("0.") else words)


@register.filter
def percents(interval: Interval | None) -> str:
    """An interval of shares in per cent: "47 to 84"; empty for None."""
    return "" if interval is None else f"{100 * interval.low:.0f} to {100 * interval.high:.0f}"


@register.filter
def coefficients(interval: Interval | None) -> str:
    """An interval of correlations: "−.11 to .66"; empty for None."""
    return "" if interval is None else f"{coefficient(interval.low)} to {coefficient(interval.high)}"


@register.filter
def duration(seconds: float | None) -> str:
    """In the unit that people would use: "41 s", "12 min", "3 h 20 min", "2 days"; empty for None."""
    if seconds is None:
        return ""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    if minutes < 120:
        return f"{minutes} min"
    if minutes < 48 * 60:
        hours, rest = divmod(minutes, 60)
        return f"{hours} h {rest} min" if rest else f"{hours} h"
    return f"{minutes / 1440:.0f} days"


@register.filter
def duration_of_minutes(minutes: float | None) -> str:
    return duration(None if minutes is None else 60 * minutes)


@register.simple_tag
def whisk(figure: Figure | None, low: int = 0) -> SafeString | str:
    """A figure and its interval on a line from `low` (0 or −1) to 1; the numbers stand beside it in words."""
    if figure is None or figure.interval is None:
        return ""
    value, start, end = (
        f"{100 * (x - low) / (1 - low):.1f}"
        for x in (figure.value, figure.interval.low, figure.interval.high)
    )
    zero = mark_safe('<path class="w-ref" d="M50 1V11"/>') if low else ""
    return format_html(
        '<svg class="whisk" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<path class="w-axis" d="M0 11.5H100"/>{}<path class="w-line" d="M{} 6H{}"/><path class="w-dot" d="M{} 1.5V10.5"/></svg>',
        zero,
        start,
        end,
        value,
    )
