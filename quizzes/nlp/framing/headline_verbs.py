"""Which words of a headline may be its verb: in the present, without articles and in capitals they look like nouns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from quizzes.nlp.lexicons.derived import rows_of

SURE = 9
"""Of ten uses as verb or noun so many as verb: the word is no noun in a headline."""
ABLE = 1
"""So many at least, and it may be the verb."""


@dataclass(frozen=True)
class Verb:
    """A verb as WordNet has it: of ten uses as verb or noun those as verb; whether it takes an object (t, i, b)."""

    tenths: int
    takes_object: str


@cache
def verbs() -> dict[str, Verb]:
    return {word: Verb(int(tenths), kind) for word, tenths, kind in rows_of("verbs")}


@cache
def irregular() -> dict[str, str]:
    """Irregular forms with their verb ("fled": "flee")."""
    return dict(rows_of("irregular_verbs"))


def third_person(word: str) -> Verb | None:
    """The verb whose third person a word may be ("smashes"), or None."""
    small = word.lower()
    if not small.endswith("s") or small.endswith("ss"):
        return None
    stems = [small[:-1]]
    if small.endswith("ies"):
        stems.append(small[:-3] + "y")
    if small.endswith("es"):
        stems.append(small[:-2])
    return next((verbs()[s] for s in stems if s in verbs()), None)


def past(word: str) -> Verb | None:
    """The verb whose past a word may be, by its ending or the list of irregular ones, or None."""
    small = word.lower()
    if small in irregular():
        return verbs().get(irregular()[small])
    if not small.endswith("ed"):
        return None
    stems = [small[:-1], small[:-2], small[:-3] if small[-3:-2] == small[-4:-3] else small[:-2]]
    if small.endswith("ied"):
        stems.append(small[:-3] + "y")
    return next((verbs()[s] for s in stems if s in verbs()), None)


def base(word: str) -> Verb | None:
    """The verb whose base form a word may be ("flee"), or None."""
    return verbs().get(word.lower())


def is_same_in_past(word: str) -> bool:
    """True for verbs whose past is their base form ("cut", "upset")."""
    return irregular().get(word.lower()) == word.lower()


def is_past_alone(word: str) -> bool:
    """True for an irregular past that is no participle ("fell", "took")."""
    return word.lower() in ALONE


ALONE = frozenset(
    """took gave went saw knew grew flew drew threw wrote spoke broke chose froze stole drove rode rose fell ate began
    sang sank swam drank rang ran came became wore tore swore bore shook forgot beat did was were""".split()
)
"""Pasts of irregular verbs whose participle is another form."""
