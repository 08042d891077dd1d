"""QR codes, drawn on this server as SVG in the page: no picture is fetched from anywhere."""

from __future__ import annotations

import segno
from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def qr(text: str, label: str) -> SafeString:
    """The QR code of a text, black on white in every look, with its quiet zone; `label` is what a screen reader says."""
    drawn = segno.make(text, error="m", micro=False).svg_inline(
        border=4, dark="#000", light="#fff", omitsize=True
    )
    # Made of numbers alone: the text is in the modules, not in the markup.
    return format_html('<span class="qr" role="img" aria-label="{}">{}</span>', label, mark_safe(drawn))
