"""The signs of the house as template tags: icons, article tiles, relation badges, source chips, bars.

Drawn as SVG without style or script, so that `default-src 'self'` holds; each sign stands beside words.
"""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

ICONS = {
    "check": '<path d="m2.5 8.5 3.8 3.8 7.2-8" stroke-width="2.2"/>',
    "cross": '<path d="m3.5 3.5 9 9m0-9-9 9" stroke-width="2.2"/>',
    "half": '<circle cx="8" cy="8" r="5.5"/><path class="f" d="M8 2.5a5.5 5.5 0 0 1 0 11z"/>',
    "edit": '<path d="m2 14 .8-3.6L11 2.2l2.8 2.8-8.2 8.2zM9.4 3.8l2.8 2.8"/>',
    "plus": '<path d="M8 2.5v11M2.5 8h11" stroke-width="2"/>',
    "left": '<path d="m10 3-5 5 5 5" stroke-width="2"/>',
    "right": '<path d="m6 3 5 5-5 5" stroke-width="2"/>',
    "up": '<path d="m3.5 10 4.5-4.5L12.5 10" stroke-width="2"/>',
    "down": '<path d="m3.5 6 4.5 4.5L12.5 6" stroke-width="2"/>',
    "grip": '<path class="f" d="M4.5 2.5h2v2h-2zm5 0h2v2h-2zm-5 4.5h2v2h-2zm5 0h2v2h-2zm-5 4.5h2v2h-2zm5 0h2v2h-2z"/>',
    "flag": '<path d="M4 15V1.5"/><path class="f" d="M4 1.5h9l-2.4 3.2L13 8H4z"/>',
    "clock": '<circle cx="8" cy="8" r="6.2"/><path d="M8 4.2V8l2.8 1.8"/>',
    "warn": '<path d="M8 1.8 15 14H1z"/><path d="M8 6v4M8 11.4v1.2"/>',
    "eye": '<path d="M1 8c2-3.4 4.3-5 7-5s5 1.6 7 5c-2 3.4-4.3 5-7 5S3 11.4 1 8z"/><circle cx="8" cy="8" r="2"/>',
    "print": '<path d="M4 6V1.8h8V6M4 11.5H1.8V6h12.4v5.5H12M4 9.5h8v4.7H4z"/>',
    "conflict": '<path d="M2 6h12M2 10.5h12M10.5 2 5.5 14.5"/>',
    "precision": '<path d="M1.8 6.8c2-2.6 4-2.6 6.2-1s4.2 1.6 6.2-1M1.8 11.6c2-2.6 4-2.6 6.2-1s4.2 1.6 6.2-1"/>',
    "scope": '<circle cx="6.2" cy="8" r="4.7"/><circle cx="10.6" cy="8" r="4.2"/>',
    "update": '<path d="M1.5 11.5h4v-4h4v-4h5M11.8 1l2.7 2.5-2.7 2.5"/>',
    "agree": '<path d="M2 6h12M2 10.5h12"/>',
    "framing": '<path d="M2 5V2h3M11 2h3v3M14 11v3h-3M5 14H2v-3"/>',
    "person": '<circle class="f" cx="8" cy="4.7" r="3.2"/><path class="f" d="M1.8 15c0-4 2.5-6 6.2-6s6.2 2 6.2 6z"/>',
    "organisation": '<path class="f" d="M8 1 15 5v1.5H1V5zM2.5 7.5h2v5h-2zM7 7.5h2v5H7zM11.5 7.5h2v5h-2zM1 13.5h14V15H1z"/>',
    "anonymous": '<circle cx="8" cy="4.6" r="2.9"/><path d="M2.3 14.4c.2-3.4 2.3-5 5.7-5s5.5 1.6 5.7 5z"/>',
    "document": '<path d="M3.5 1.5h6L13 5v9.5H3.5zM9.5 1.5V5H13M5.5 8h5M5.5 11h5"/>',
    "ring": '<circle cx="8" cy="8" r="4.4" stroke-width="2"/>',
    "nobody": '<circle cx="8" cy="8" r="5.5"/><path d="M4 12 12 4"/>',
}
"""Paths on a 16 by 16 field; a closed set, so that nothing a user wrote becomes markup."""

RELATIONS = {
    "conflict": ("conflict", "conflict"),
    "precision": ("precision", "precision"),
    "scope": ("scope", "scope"),
    "update": ("update", "update"),
    "agreement": ("agree", "agree"),
}


@register.simple_tag
def icon(name: str) -> SafeString:
    """A sign, hidden from screen readers: the words beside it say the same."""
    paths = mark_safe(ICONS[name])
    return format_html(
        '<svg class="ico" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{}</svg>', paths
    )


@register.simple_tag
def tile(letter: str, size: str = "") -> SafeString:
    """An article's letter on its colour and rule; `size` "s" is the small one."""
    return format_html(
        '<span class="tile art-{}{}">{}</span>', letter.lower(), " tile-s" if size == "s" else "", letter
    )


@register.simple_tag
def relation_badge(kind: str, relation: str = "") -> SafeString:
    """What a finding says of its positions: the relation of a discrepancy, "agree", or "framing"."""
    sign, word = RELATIONS.get(relation or kind, ("framing", "framing"))
    return format_html('<span class="rel rel-{}">{}{}</span>', sign, icon(sign), word)


SOURCE_SIGNS = {
    "person": ("named", "person"),
    "organisation": ("org", "organisation"),
    "outlet": ("org", "organisation"),
    "document": ("org", "document"),
    "anonymous": ("anon", "anonymous"),
}


@register.inclusion_tag("quizzes/_source.html")
def source_chip(source: dict[str, Any] | None) -> dict[str, Any]:
    """Who says it: shape and name. None is the outlet's own voice: no source is given."""
    if not source:
        return {"css": "none", "sign": "nobody", "source": None}
    css, sign = SOURCE_SIGNS.get(source["kind"], ("anon", "anonymous"))
    return {"css": css, "sign": sign, "source": source, "unnamed": source["kind"] == "anonymous"}


@register.simple_tag
def bar(share: float, css: str = "") -> SafeString:
    """A horizontal bar for a share of 0 to 1, to stand in a table cell beside its number."""
    width = f"{100 * max(0.0, min(1.0, float(share or 0))):.2f}"
    return format_html(
        '<svg class="bar {}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect class="track" width="100" height="10"/><rect class="fill" width="{}" height="10"/></svg>',
        css,
        width,
    )
