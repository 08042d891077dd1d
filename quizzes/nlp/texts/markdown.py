"""Markdown's marks around a line and inside it: read past, never taken out of the text (offsets must hold)."""

from __future__ import annotations

import re

HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
CLOSING = re.compile(r"[ \t]+#{1,6}$")
EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3})(?=[^\s*_])([^*_]*[^\s*_])\1(?!\w)")
LINKED_WORDS = re.compile(r"!?\[([^\]\n]+)\]\([^()\s]*\)")


def inner(line: str) -> tuple[int, int]:
    """Start and end of a line's words, without the marks of a heading and of emphasis around the whole line."""
    start, end = 0, len(line)
    if heading := HEADING.match(line):
        start = heading.end()
        closing = CLOSING.search(line)
        end = closing.start() if closing and closing.start() > start else end
    if (emphasis := EMPHASIS.fullmatch(line, start, end)) is not None:
        start, end = emphasis.span(2)
    return start, end


def is_heading(line: str) -> bool:
    """True for a line marked as a heading."""
    return HEADING.match(line) is not None


def unmarked(line: str) -> str:
    """The words of a line as they are shown: without marks of headings, emphasis and links."""
    start, end = inner(line)
    words = LINKED_WORDS.sub(r"\1", line[start:end])
    # Once for emphasis within emphasis, once for that around it.
    return EMPHASIS.sub(r"\2", EMPHASIS.sub(r"\2", words)).strip()
