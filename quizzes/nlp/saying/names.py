"""Names as strings: without articles, titles and possessives; a name behind a title; names of outlets. No parse."""

from __future__ import annotations

import re

from quizzes.nlp.lexicons.names import TITLE_WORDS
from quizzes.nlp.lexicons.speech import AGENCY_NAMES, BODIES, OUTLET_NAMES, ROLES

SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
# Titles that are surnames and first names as well.
MEMBERS = frozenset({"mp", "mps", "mk", "mep", "msp"})
"""Short titles of members of parliaments."""
ALSO_NAMES = frozenset("king judge prince princess pope major queen chief sir".split())


INITIALS = re.compile(r"\b(?:[A-Z]\.)+[A-Z]$")
"""Initials that have lost the last of their stops."""


def clean_name(text: str) -> str:
    """A name on one line, without article before and possessive behind."""
    text = re.sub(r"\s+", " ", text).strip(' ,.;:—–-"“”')
    text = INITIALS.sub(r"\g<0>.", text)
    text = re.sub(r"['’]s?$", "", text)
    return re.sub(r"^(?:the|a|an)\s+(?=[A-Z\d])", "", text, flags=re.I)


def titled_name(words: str) -> str | None:
    """The name behind a title ("Gov. Ann Lee" → "Ann Lee"), or None where there is no title or no name ("the Justice
    Department", "the Governor's Office")."""
    parts = words.split()
    if parts and parts[-1].casefold() in BODIES:
        return None
    name = without_titles(parts)
    is_name = (
        len(name) < len(parts)
        and 1 <= len(name) <= 4
        and all(w[0].isupper() and w[1:] != w[1:].upper() for w in name if len(w) > 1)
    )
    return (
        " ".join(name)
        if is_name and parts[len(parts) - len(name) - 1][0].isupper() and not is_outlet(words)
        else None
    )


def without_titles(words: list[str]) -> list[str]:
    """A person's name behind the titles that the recognizer has put into it ("State Senator Ann Lee")."""
    titles = [
        n
        for n, w in enumerate(words[:-1])
        if w.casefold().strip(".") in (TITLE_WORDS | ROLES | MEMBERS) - ALSO_NAMES
        or (n == 0 and w.casefold() in TITLE_WORDS)
    ]
    return words[titles[-1] + 1 :] if titles else words


def name_words(name: str) -> list[str]:
    """The words of a person's name without titles and suffixes."""
    words = [w.strip(".,") for w in name.split()]
    return [w for w in words if w and w.casefold() not in SUFFIXES and w.casefold() not in TITLE_WORDS]


def is_outlet(name: str) -> bool:
    """True for what is called like a paper, channel or agency ("AFP", "the Harbour Times")."""
    words = re.findall(r"[\w&]+", name.casefold())
    capitals = [w for w in re.findall(r"[\w&]+", name) if w[:1].isupper()]
    if not words or not capitals:
        return False
    return words[-1] in AGENCY_NAMES or any(
        w.casefold() in OUTLET_NAMES or (w.casefold() in AGENCY_NAMES and w.isupper()) for w in capitals
    )


def full_outlet(name: str, text: str) -> str:
    """The name of an outlet called by its last word alone ("The Times"), where a text gives one longer name with it."""
    if " " in name:
        return name
    longer = re.findall(rf"\b[Tt]he ((?:[A-Z][\w.&'’-]*\s){{1,3}}?{re.escape(name)})\b(?![-\w])", text)
    return longer[0] if len(set(longer)) == 1 else name
