"""One part played by two: who raised the alarm, who was driving, who cut the ribbon; and one deed told of two people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.nlp.findings.bonds import Bonds, own_words, told_sentences
from quizzes.nlp.findings.named_people import NO_PERSON
from quizzes.nlp.findings.rare_words import stem
from quizzes.nlp.findings.set_apart import Put, contradiction
from quizzes.nlp.findings.side_by_side import SideBySide
from quizzes.nlp.lexicons.derived import rows_of
from quizzes.nlp.lexicons.names import TITLE_WORDS, first_names
from quizzes.nlp.lexicons.parts_played import BEHIND, PARTS
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.lexicons.same_deeds import DEED_OF
from quizzes.nlp.types import Evidence, Finding, Span

SURE = 0.65
DEED_TIED = 1.0
"""The same verb and object may be told of two deeds; a part is played but once."""
NAME, NOUN = "name", "noun"
DEED = "deed"

FULL_NAME = r"(?:[A-Z][\w’'-]*\.? ){0,4}[A-Z][\w’'-]*[a-z]"
DOER = rf"(?P<doer>{FULL_NAME}|(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir) (?:[\w-]+ ){{0,2}}?[a-z]{{3,}})"
APPOSED = r"(?:,(?P<apposed> [^,.;]{2,60}),)?"
CLEFT = r"(?: (?:was|is) the (?:one|person|man|woman|first|first person) (?:who|to))?(?:,? who)?"
HELPERS = r"(?: (?:later|then|first|also|had|has|immediately))*"
THING = r"(?:the|an?|his|her|their|its) (?:[\w’'-]+ ){0,2}?(?P<thing>[a-z]{4,})\b"

PLAYED = tuple(
    [
        (part, re.compile(rf"\b(?:{words})\b"), re.compile(rf"{DOER}{APPOSED}{CLEFT}{HELPERS} (?:{words})\b"))
        for part, words in PARTS.items()
    ]
    + [
        (part, re.compile(rf"\b(?i:{words}) "), re.compile(rf"\b(?i:{words}) {DOER}\b"))
        for part, words in BEHIND.items()
    ]
)
"""By part its words alone, which are looked for first, and its words with the one who plays it."""
DEEDS = (
    re.compile(rf"{DOER}{APPOSED}{CLEFT}{HELPERS} (?P<verb>[a-z]+) {THING}"),
    re.compile(rf"\b[Ii]t was {DOER} who (?P<verb>[a-z]+) {THING}"),
    re.compile(
        rf"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er) (?:[\w’'-]+ ){{0,2}}?(?P<thing>[a-z]{{4,}}) (?:was|were|had been|has been) (?P<verb>[a-z]+) by {DOER}\b"
    ),
)
PAST = frozenset(row[0] for row in rows_of("irregular_verbs"))
POSSESSIVE = re.compile(r"[’']s?$")
OPENER = re.compile(
    r"(?:(?:On|In|At|As|After|When|While|Before|Then|But|And|The|Later)\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s)?"
)
"""Words with a capital before a name at the beginning of a sentence."""


def find_doers_apart(side: SideBySide) -> Iterator[Finding]:
    """A finding for each part and each deed that two articles give to two people."""
    bonds = Bonds(side)
    puts = own_words(side, (p for s in told_sentences(side) for p in doers_in(s)))
    known = persons(side)
    puts = [p for p in puts if p.topic.endswith(NOUN) or (p.article, p.key) in known or is_full_name(p)]

    def are_two(a: Put, b: Put) -> bool:
        if a.topic.endswith(NOUN):
            return a.key != b.key and bonds.are_unknown(a, b)
        return a.key != b.key and any((p.article, p.key) in known for p in (a, b))

    for is_deed, least in ((False, 0.0), (True, DEED_TIED)):
        own = [p for p in puts if p.topic.startswith(DEED) == is_deed]
        for together in bonds.tied_once(own, are_two, least):
            yield contradiction(side, together, "Who it was", SURE, "name")


def doers_in(sentence: Evidence) -> Iterator[Put]:
    """Who does something in a sentence: by the part, or by verb and object, and by whether a name or a noun tells who."""
    for part, words, pattern in PLAYED:
        if words.search(sentence.text):
            for found in pattern.finditer(sentence.text):
                yield from doer(sentence, found, part)
    for pattern in DEEDS:
        for found in pattern.finditer(sentence.text):
            verb = found["verb"]
            if verb.endswith("ed") or verb in PAST:
                yield from doer(
                    sentence, found, f"{DEED} {DEED_OF.get(verb, stem(verb))} {stem(found['thing'])}"
                )


def doer(sentence: Evidence, found: re.Match[str], topic: str) -> Iterator[Put]:
    """The one who does it; the name behind "the night porter, Ann Lee,"."""
    apposed = found.groupdict().get("apposed")
    if apposed and re.fullmatch(rf" {FULL_NAME}", apposed):
        words = Span(sentence.start + found.start("apposed") + 1, sentence.start + found.end("apposed"))
        yield Put(sentence.article, f"{topic} {NAME}", apposed.split()[-1].casefold(), words, sentence)
        return
    last = POSSESSIVE.sub("", found["doer"].split()[-1])
    is_name = last[0].isupper()
    if is_name or last in PEOPLE:
        opened = OPENER.match(found["doer"])
        start = found.start("doer") + (opened.end() if opened and is_name else 0)
        words = Span(sentence.start + start, sentence.start + found.end("doer"))
        yield Put(sentence.article, f"{topic} {NAME if is_name else NOUN}", last.casefold(), words, sentence)


def is_full_name(told: Put) -> bool:
    """True for two words or more with capitals, none of them of a body or a place."""
    at, end = told.words.start - told.sentence.start, told.words.end - told.sentence.start
    words = told.sentence.text[at:end].casefold().split()[-2:]
    return len(words) > 1 and NO_PERSON.isdisjoint(words)


def persons(side: SideBySide) -> set[tuple[str, str]]:
    """The last names of people in each article: those behind a first name or a title somewhere in it."""
    found = set()
    for reading in side.originals:
        for first, last in re.findall(
            r"\b([A-Z][\w’'-]*\.?),? (?:[A-Z]\. )?(?=([A-Z][\w’'-]*[a-z]))", reading.text
        ):
            small = last.casefold().removesuffix("'s").removesuffix("’s")
            is_called = first in first_names() or first.rstrip(".").casefold() in TITLE_WORDS
            if is_called and small not in NO_PERSON:
                found.add((reading.article, small))
    return found
