"""A sentence as an item shows it: without the dateline or the linking word before it."""

from __future__ import annotations

import re

from quizzes.items.wording import capitalised, one_line
from quizzes.nlp.types import Reading, Span

DATELINE = re.compile(r"^[A-Z][A-Z.’'-]{2,}[^—―]{0,40}? ?[—―] ?(?=[A-Z][a-z])")
LINK = re.compile(
    r"^(?:(?:And|But|Yet) )?(?:(?:Still|However|Meanwhile|Indeed|Moreover|Furthermore|Nevertheless|Nonetheless|In addition|Certainly"
    r"|Notably), )?",
    re.IGNORECASE,
)
"""Words that tie a sentence to the one before it."""


def without_lead_in(words: str) -> str:
    """The words from where the statement itself begins."""
    return capitalised(LINK.sub("", DATELINE.sub("", words)))


def shown_alone(reading: Reading, sentence: Span) -> str:
    """The sentence in one line, as it is shown out of its article."""
    return without_lead_in(one_line(sentence.of(reading.text)))
