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
    return {row[0]: row[1] for row in rows_of("irregular_verbs")}


def third_person(word: str) -> Verb | None:
    """The verb whose third person a word may be ("smashes"), or None."""
    return next((verbs()[stem] for stem in present_stems(word.lower()) if stem in verbs()), None)


def past(word: str) -> Verb | None:
    """The verb whose past a word may be, by its ending or the list of irregular ones, or None."""
    return next((verbs()[stem] for stem in past_stems(word.lower()) if stem in verbs()), None)


def verb_of_form(word: str) -> str | None:
    """The verb that a word may be a form of, None where there is none."""
    small = word.lower()
    stems = [*past_stems(small), *present_stems(small), small]
    return next((stem for stem in stems if stem in verbs()), None)


def present_stems(small: str) -> list[str]:
    if not small.endswith("s") or small.endswith("ss"):
        return []
    y = [small[:-3] + "y"] if small.endswith("ies") else []
    return [small[:-1], *y, *([small[:-2]] if small.endswith("es") else [])]


def past_stems(small: str) -> list[str]:
    if small in irregular():
        return [irregular()[small]]
    if not small.endswith("ed"):
        return []
    y = [small[:-3] + "y"] if small.endswith("ied") else []
    doubled = [small[:-3]] if small[-3:-2] == small[-4:-3] else []
    return [*y, small[:-1], small[:-2], *doubled]


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
