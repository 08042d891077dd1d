"""Whether an article quotes a person, or so much as speaks of them."""

from __future__ import annotations

import re
from functools import lru_cache

from quizzes.nlp.findings.side_by_side import role_at
from quizzes.nlp.findings.voices import is_full_name, surname
from quizzes.nlp.lexicons.names import first_names
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import Manner, Quotation, Reading, Role, Source, SourceKind


def quotes_by_name(reading: Reading, name: str) -> Quotation | None:
    """The first words between marks that the article gives to the person by name; a pronoun beside them is not enough."""
    return next((q for q in reading.quotations if _is_by(q, name) and fold(name) in fold(reading.text)), None)


def _is_by(quotation: Quotation, name: str) -> bool:
    speaker = quotation.speaker
    return (
        quotation.manner is not Manner.INDIRECT
        and speaker is not None
        and speaker.kind is SourceKind.PERSON
        and surname(speaker.name) == surname(name)
        and surname(name) in re.findall(r"[\w-]+", fold(speaker.text))
    )


PARTICLES = frozenset("de del della der di da du la le van von ten ter bin ibn al el jr sr ii iii".split())
"""Small words inside a person's name, and what follows one."""


def is_persons_name(name: str) -> bool:
    """True for two to four words with capitals, particles aside: no list of persons, no office, no body."""
    words = name.replace("’", "'").split()
    telling = [w for w in words if w.strip(".").casefold() not in PARTICLES]
    if not 2 <= len(telling) <= 4 or not is_full_name(name):
        return False
    return all(
        w[0].isupper() and w.strip(".").replace("-", "").replace("'", "").replace(".", "").isalpha()
        for w in telling
    )


BODY = (
    "party|movement|group|company|firm|organi[sz]ation|association|union|network|newspaper|magazine|site|website|club"
    "|team|band|ship|brand"
)
"""Nouns that a text puts beside the name of a body or thing (own list), and not beside a person's."""


def is_called_a_body(reading: Reading, name: str) -> bool:
    """True where the article puts a body's noun before the name or after it ("the opposition party Green Shore",
    "Green Shore, a young campaign group")."""
    sought = re.escape(name)
    return name in reading.text and bool(
        re.search(
            rf"(?i:\b(?:{BODY})) {sought}|\bthe {sought}\b|{sought} (?:{BODY})\b"
            rf"|{sought}, (?:an?|the) (?:[\w’'-]+ ){{0,5}}(?:{BODY})\b",
            reading.text,
        )
    )


def speaks_of(reading: Reading, name: str) -> bool:
    """True where the person's surname stands anywhere in the text."""
    return surname(name) in _words(reading.text)


NAMED = re.compile(r"\b[A-Z][\w’'-]+(?: [A-Z]\.)? [A-Z][\w’'-]+(?! [IVX]+\b)")
"""A first name and a surname as written; a pope or king with a number has none."""


@lru_cache(maxsize=256)
def named_in(reading: Reading) -> tuple[str, ...]:
    """The persons whom the body names by first name and surname, in the order of the text."""
    found = (m[0] for m in NAMED.finditer(reading.text) if role_at(reading, m.start()) is Role.BODY)
    names = (re.sub(r"[’']s$", "", name) for name in found if name.split()[0] in first_names())
    plain = (n for n in names if is_persons_name(n) and n.split()[-1].casefold() not in PEOPLE)
    return tuple(dict.fromkeys(n for n in plain if not is_called_a_body(reading, n)))


def person_named(reading: Reading, name: str) -> Source | None:
    """The person as a source, at the first place that names them; None of one whom the body does not name so."""
    at = reading.text.find(name)
    return Source(name, at, at + len(name), name, SourceKind.PERSON) if name in named_in(reading) else None


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    """The folded words of an article; it is asked for each of the story's persons."""
    return frozenset(re.findall(r"[\w-]+", fold(text)))
