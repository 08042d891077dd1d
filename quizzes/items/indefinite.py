"""Sources told apart by what they are called: by a full name, as anyone of a kind, or as somebody told of before."""

from __future__ import annotations

import re

from quizzes.items.speakers import is_persons_name
from quizzes.items.wording import COMMON, DETERMINERS, is_plural
from quizzes.nlp.types import Source, SourceKind

DEFINITE = frozenset("the this that his her their its our my of him she he they".split())
INDEFINITE = frozenset("a an one two three four five several some many multiple numerous another".split())
POINTING = frozenset("this these that those last next earlier later".split())
OWNERS = frozenset("his her their its our my".split())
VAGUE_WHO = frozenset("all both each every few most other others everyone someone people".split())
"""Words that point into the text: a source called so outside it would puzzle a reader."""


def is_indefinite(source: Source) -> bool:
    """True for somebody who may be anyone of a kind: "a port official", "two aides", "port officials".

    "The inspector" or "his lawyer" is one certain person, whom the article may name elsewhere; "Roe" is a name.
    """
    words = source.name.split()
    mention = source.text.split()[0].lower() if source.text else ""
    if (
        mention in DEFINITE
        or words[0].lower() in DEFINITE | POINTING | VAGUE_WHO
        or "’s" in source.name
        or "'s" in source.name
    ):
        return False
    if any(w.lower() in OWNERS for w in words):
        return False
    if not any(w.lower() not in DETERMINERS | VAGUE_WHO for w in words):
        return False
    if len(words) == 1 and source.text[:1].isupper() and words[0].lower() not in COMMON:
        return False
    return mention in INDEFINITE or is_plural(source.name)


ROLES = {
    "office": frozenset(
        """official aide adviser advisor officer agent investigator diplomat staffer employee executive prosecutor lawyer
        attorney soldier commander minister detective insider worker nurse doctor manager assistant strategist""".split()
    ),
    "witness": frozenset("witness eyewitness passenger bystander neighbor neighbour survivor".split()),
    "bare": frozenset("source person individual people".split()),
}
"""What somebody is called who speaks of what he knows and is not named (own list); groups that only hold an opinion
("critics", "Republicans", "scholars") are no hidden sources."""
ONE_OF_THEM = frozenset(
    "senator lawmaker congressman congresswoman legislator councillor member sheriff deputy".split()
)
"""Who has a side as a group, and knows something as one ("one senator who was in the room"; own list)."""

KNOWING = ("familiar", "briefed", "knowledge", "close", "involved", "told", "who")
"""Words without one of which "people" are anybody."""


def insider_role(source: Source) -> str | None:
    """The role in which an unnamed source knows what it says ("office", "witness", "bare"); None for a group with an opinion."""
    before, *behind = re.split(
        r"\s(?=(?:who|that|with|of|from|in|at|on|close|familiar|briefed|involved|told|speaking)\b)|,",
        source.name,
        maxsplit=1,
    )
    head = before.split()[-1].casefold() if before.split() else ""
    if re.search(r"\b(?:and|or|others?|many|some|most)\b", before, re.IGNORECASE):
        return None
    if head == "people" and not any(w in " ".join(behind) for w in KNOWING):
        return None
    if head in ONE_OF_THEM and not is_plural(before):
        return "office"
    return next(
        (
            role
            for role, words in ROLES.items()
            if {head, head.removesuffix("s"), head.removesuffix("es")} & words
        ),
        None,
    )


def is_full_name(source: Source) -> bool:
    """True for a person by first and last name."""
    words = source.name.split()
    return (
        source.kind is SourceKind.PERSON
        and is_persons_name(source.name)
        and 2 <= len(words) <= 4
        and words[0][:1].isupper()
        and words[-1][:1].isupper()
    )
