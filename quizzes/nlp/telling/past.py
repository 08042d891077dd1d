"""Whether a sentence tells what was done once, by its words alone. Free of spaCy."""

from __future__ import annotations

import re

from quizzes.nlp.lexicons.harm_verbs import FORMS
from quizzes.nlp.lexicons.wordlists import words

WORD = re.compile(r"[^\W\d_]+")
HELPERS = words(
    """
    has have had having is are be been being get gets to ve a an the of for with by in on at from and or his her its their
    our my your this that these those
    """
)
"""Words before a form that is a participle or an adjective there: "has won", "is expected", "of armed guards"."""
ALWAYS = frozenset({"was", "were", "did", "had"})
BETWEEN = words("not also already never just been once long")
"""Words between a helper and its verb."""
AHEAD = re.compile(
    r"\b(?:will|may|might|should|would have|could|can|scheduled|expected|upcoming|tomorrow)\b|[’']ll\b", re.I
)
BEFORE = re.compile(
    r"\b(?:since|ever|previous(?:ly)?|history|average|usual(?:ly)?|always|annual(?:ly)?|each|every|season|career|ago|so far|"
    r"in all|for (?:\w+ ){1,2}(?:weeks|months|years|decades)|former(?:ly)?|historic(?:al)?|(?:last|past|next|recent) (?:\w+ )?(?:weeks?|months?|years?|decades?|seasons?|"
    r"summer|winter|spring|fall|autumn))\b|\b(?:19|20)\d\d\b",
    re.I,
)
"""Words of a sentence that looks back, or tells what is usual."""


def tells_once(sentence: str) -> bool:
    """True for a past tense that neither looks back ("had won", "since") nor ahead."""
    return not BEFORE.search(sentence) and not AHEAD.search(sentence) and has_past(sentence)


def has_past(sentence: str) -> bool:
    """True where a verb stands in the simple past."""
    said = [w.lower() for w in WORD.findall(sentence)]
    for at, word in enumerate(said):
        after = next((w for w in said[at + 1 :] if not is_between(w)), "")
        if word == "had" and is_form(after):
            continue
        before = next((w for w in reversed(said[:at]) if not is_between(w)), "")
        if word in ALWAYS or (is_form(word) and before not in HELPERS):
            return True
    return False


def is_between(word: str) -> bool:
    return word in BETWEEN or word.endswith("ly")


def is_form(word: str) -> bool:
    """True for the past or the participle of a verb ("kicked", "threw", "thrown")."""
    return (word.endswith("ed") and len(word) > len("need")) or (word in FORMS and word not in HELPERS)
