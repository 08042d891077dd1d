"""One part played by two people, by full name: who opened the safe, who made the motion, who owns the mill."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.nlp.findings.set_apart import Put, contradiction, own_sentences, put
from quizzes.nlp.findings.side_by_side import SideBySide, role_at
from quizzes.nlp.findings.tied_names import tied_names
from quizzes.nlp.lexicons.genders import MEN, WOMEN
from quizzes.nlp.lexicons.names import OF_BODIES, OF_PLACES, TITLE_WORDS
from quizzes.nlp.lexicons.short_names import FORMS
from quizzes.nlp.types import Evidence, Finding, Role
from quizzes.nlp.written.dates import MONTHS, WEEKDAYS

SURE = 0.65
TIED = 2.0
"""A bond as of two words that stand but once in each article: many people may have one word in common."""
FULL = re.compile(r"\b[A-Z][a-z’'-]+(?: [A-Z]\.)? [A-Z][\w’'-]*[a-z]\b(?! [A-Z])")
"""Two words with capitals, as most full names have them."""
FIRST = MEN | WOMEN | FORMS
POSSESSIVE = re.compile(r"['’]s?\b")
NO_PERSON = OF_BODIES | OF_PLACES | TITLE_WORDS | frozenset(MONTHS) | frozenset(WEEKDAYS)


def find_named_people(side: SideBySide) -> Iterator[Finding]:
    """A finding for each two people whom rare words tie to one part; who is only heard may be heard by one outlet alone."""
    puts = [p for r in side.originals for s in own_sentences(side, r) for p in people_in(side, s)]
    for together in tied_names(side, puts, are_people, TIED):
        yield contradiction(side, together, "Who it was", SURE, "name")


def are_people(a: Put, b: Put) -> bool:
    """True where a list of first names has one of two at least: not every name is in it, and few things are called so."""
    return a.key != b.key and any(p.key.split()[0] in FIRST for p in (a, b))


def people_in(side: SideBySide, sentence: Evidence) -> Iterator[Put]:
    """The full names of a sentence that is no headline, without those who speak in the article."""
    reading = side.reading(sentence.article)
    if role_at(reading, sentence.start) is Role.HEADLINE:
        return
    heard = {w for q in reading.quotations if q.speaker for w in q.speaker.name.casefold().split()}
    for found in FULL.finditer(sentence.text):
        words = POSSESSIVE.sub("", found[0].casefold()).split()
        if not heard & set(words) and not NO_PERSON & set(words):
            yield put(sentence, found, "person", " ".join(words))
