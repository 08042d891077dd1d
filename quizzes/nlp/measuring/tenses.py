"""On which side of the article's own day a date lies, by the tense of what it is of: "on Friday" is last week's or next week's."""

from __future__ import annotations

import re
from datetime import timedelta
from enum import Enum

from spacy.tokens import Token

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.measuring.date_owners import EMPTY, EXPECTED, STEPS, WRITTEN_YEAR
from quizzes.nlp.types import Role
from quizzes.nlp.written.dates import MONTHS, WEEKDAYS, anchor_of

MONTHLY = re.compile(r"\d{4}-\d\d")
SHORT_MONTHS = frozenset(m[:3] for m in MONTHS)
FUTURE = frozenset({"will", "wo", "'ll", "’ll", "shall"})
PRESENT = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re"})
PAST = frozenset({"was", "were", "had", "has", "have", "did"})

PICTURED = frozenset({Role.HEADLINE, Role.CAPTION})
"""Roles whose present tense tells what has been."""


class Side(Enum):
    """On which side of the article's own day a verb puts what it tells."""

    PAST = "past"
    NEXT = "next"


def placed(norm: str, at: list[Token], owner: Token, article: ArticleDoc, *, is_told: bool) -> str:
    """The date on the side of the article's own day that the tense asks for: "Friday" under "will meet" is the next one,
    "January" under "has been sold since" the last one; a weekday that may be either keeps its name alone."""
    day, found, first = anchor_of(article.published), anchor_of(norm), at[0].lower_
    is_open = not any(WRITTEN_YEAR.search(t.text) for t in at) and article.role_at(at[0].idx) not in PICTURED
    if day is None or not is_open:
        return norm
    side = side_of(owner)
    if first in WEEKDAYS and found not in {None, day}:
        if side is Side.NEXT and found is not None:
            return (found + timedelta(days=7)).isoformat()
        return norm if side is Side.PAST or is_told else f"weekday:{first}"
    if MONTHLY.match(norm) and first.rstrip(".")[:3] in SHORT_MONTHS:
        today = day.isoformat()[: len(norm)]
        step = (side is Side.NEXT and norm < today) - (side is Side.PAST and norm > today)
        return f"{int(norm[:4]) + step:04}{norm[4:]}"
    return norm


def side_of(owner: Token) -> Side | None:
    """Where the tense of a verb puts its date, that of an infinitive or noun left open."""
    is_held = owner.pos_ == "NOUN" and owner.head.lemma_.lower() in EMPTY | {"take"}
    token = owner.head if is_held else owner
    for _ in range(STEPS):
        helpers = {c.lower_ for c in token.children if c.dep_.startswith(("aux", "cop"))}
        if token.lemma_.lower() in EXPECTED and token.pos_ in {"VERB", "ADJ"}:
            return Side.NEXT
        if helpers & FUTURE:
            return Side.NEXT
        if token.tag_ == "VB" and token.dep_ == "xcomp" and is_over(token.head):
            return Side.PAST
        if token.tag_ == "VB" and "to" in {c.lower_ for c in token.children} and helpers & {"was", "were"}:
            # "was to open in June" leaves open whether it did
            return None
        if helpers & PAST or token.tag_ == "VBD" or (token.tag_ == "VBN" and token.dep_.startswith("acl")):
            return Side.PAST
        if token.tag_ in {"VBZ", "VBP"} or helpers & PRESENT:
            return Side.NEXT
        if token.tag_ != "VBG" and not (
            token.tag_ == "VB" and token.dep_ == "xcomp" and is_planned(token.head)
        ):
            return None
        token = token.head
    return None


def is_planned(verb: Token) -> bool:
    """True for "is set to", "plans to": what hangs on it is still to come."""
    return verb.lemma_.lower() in EXPECTED


def is_over(verb: Token) -> bool:
    """True for "had been asked to": what hangs on it has come and gone by the time that is told of."""
    return verb.tag_ == "VBN" and any(c.lower_ == "had" and c.dep_.startswith("aux") for c in verb.children)
