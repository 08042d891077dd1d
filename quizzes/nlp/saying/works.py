"""Works: marked names of programmes, books, laws and campaigns, which nobody says."""

from __future__ import annotations

import re

from quizzes.nlp.saying.attributions import TITLE_CASE

MOST_TITLE_WORDS = 8
# "on the ABC programme “…”", "in her book “…”": what the marks hold is a name, said by nobody.
KINDS = (
    r"(?:program(?:me)?|show|broadcast|podcast|series|episode|segment|book|memoir|novel|essay|column|article|report|song|"
    r"single|album|film|movie|documentary|video|play|musical|game|exhibition|campaign|tour|initiative|bill|act|law|"
    r"hashtag|magazine|website|blog|page|account|group|app)s?"
)
NAMED = re.compile(rf"\b(?:{KINDS},?|titled|entitled|headlined|subtitled|nicknamed|named|known as)$", re.I)
# "on NBC's “…”", "for CNN’s “…”"
OUTLETS = re.compile(
    r"(?:\b[A-Z]{2,}|\b(?:on|in|from|for|to|of)\s(?:[A-Z][\w&.-]*\s){0,3}[A-Z][\w&.-]*)['’]s$|\b[A-Z]{2,}S['’]$"
)
# Behind a preposition stands a name, where all its words have capitals: "on “Face the Harbour.”"
PREPOSITION = re.compile(r"\b(?:on|in|of|from|for|at|by|with)$")


def is_work(text: str, opened: int, start: int, end: int) -> bool:
    """True for marked words (`start` to `end`, the mark at `opened`) that all have capitals behind what a work's name
    follows: its kind, its outlet, a preposition."""
    words = text[start:end].rstrip(",.").split()
    if not words or len(words) > MOST_TITLE_WORDS or not TITLE_CASE.fullmatch(" ".join(words)):
        return False
    before = text[max(0, opened - 60) : opened].rstrip()
    capitals = sum(w[:1].isupper() for w in words)
    if not capitals:
        return False
    is_placed = capitals >= 2 and PREPOSITION.search(before) is not None
    return is_placed or NAMED.search(before) is not None or OUTLETS.search(before) is not None
