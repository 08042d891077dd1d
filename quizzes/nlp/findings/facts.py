"""What a sentence tells that another article may leave out: its figures, its names, or itself as a whole. Free of the parse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizzes.nlp.findings.told_words import ToldSentence
from quizzes.nlp.lexicons.names import (
    HONORIFICS,
    OF_BODIES,
    OF_PLACES,
    PARTIES,
    TITLE_WORDS,
    first_names,
    place_names,
)
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import Manner, Reading, Span

UNIT = re.compile(
    r"(?:[-–][^\W\d_]+)+|%|\s(?:percent|per cent|%|million|billion|trillion)\b(?:\s[a-z]+s\b)?"
    r"|(?:\s(?!(?:was|is|has|this|its|as|others?|his|and|or|of|to|in|on|at|for|from|who|that|which)\b)[a-z-]+){0,3}?"
    r"\s(?!(?:was|is|has|this|its|as|others|his)\b)(?:[a-z-]+[a-z]s|people|men|women|children)\b"
)
"""What stands between a figure and the noun that it counts, with that noun."""
FEW = 3
"""Figures up to here count what stands in any report ("two officials said")."""
SMALL = 12
"""Up to here a figure without what it counts ("in two") tells nothing."""

MONTHS = "jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
DATED = re.compile(rf"\b(?:{MONTHS})[a-z]*\.?\s*$", re.IGNORECASE)
BEFORE_MONTH = re.compile(rf"^(?:st|nd|rd|th)?\s*(?:of\s+)?(?:{MONTHS})[a-z]*\b", re.IGNORECASE)
GLUED = re.compile(r"[^\W\d_]-$")
"""A figure that is a part of a name ("B-12")."""
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")

_WORD = r"(?:(?:[A-Z]\.)+(?!\w)|(?:(?:al|el|ibn|bin|d|de)[-’'])?[A-Z][\w’'&-]*(?:\.(?=\s[A-Z]))?)"
NAME = re.compile(rf"{_WORD}(?:\s+(?:(?:of|for|and|the|de|la|van|von|bin|al)\s+)*{_WORD})*")
"""A run of words with capitals: "Ann Lee", "Bank of the North"."""
AND = re.compile(r"\s+and\s+(?:the\s+)?")
OF_PLACE = re.compile(r"(?P<name>.+?)\s+of\s+(?P<place>\S.*)", re.DOTALL)
"""Somebody with their town or state; a body's name ends in its place ("University of Penwick")."""
FIRST = re.compile(r"(\S+)\s+")
CONTRACTED = re.compile(r"['’](?:ve|re|ll|m|d|t)\b|['’]s?\s")
"""Contractions, and one name that owns another ("Roe's Harbour")."""
LEADING = frozenset("the a an as in at on for but and when while if after before by from with".split())
SINGLE_TITLES = TITLE_WORDS | HONORIFICS
CROWDS = PARTIES | frozenset("democrats republicans conservatives liberals americans".split())
DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december day eve week month jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)
NO_NAMES = (
    CROWDS
    | DAYS
    | TITLE_WORDS
    | frozenset(
        "congress senate house government administration parliament state city internet web earth god i white"
        " supreme court capitol hill united states us republican democratic party".split()
    )
)
"""Words with capitals that name nobody in particular, or what every article has under other names."""
PARTY = re.compile(r"\b[DRI]-[A-Z]")

CAUSES = re.compile(
    r"\b(?:because|due to|caused by|as a result of|in response to|blamed on|owing to)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Fact:
    """A sentence and what in it is told: `words` are the figure or name as written, or the whole sentence."""

    sentence: ToldSentence
    aspect: str
    words: Span
    figure: float | None = None
    name: tuple[str, ...] = ()


def figures_told(reading: Reading, sentence: ToldSentence) -> Iterator[Fact]:
    """The figures of a sentence that could be missing elsewhere: no years, days or clock times, no "one"."""
    text = reading.text
    for number, place in sentence.figures:
        written = place.of(text)
        before, after = text[sentence.span.start : place.start], text[place.end : sentence.span.end]
        if (
            GLUED.search(before)
            or text[place.start - 1 : place.start].isalpha()
            or text[place.end : place.end + 1].isalpha()
        ):
            continue
        if number <= FEW or YEAR.fullmatch(written) or DATED.search(before) or BEFORE_MONTH.match(after):
            continue
        if re.match(r":\d|\s?[ap]\.?m\b", after) or before.endswith((":", "#", "No. ", "No.")):
            continue
        words = with_unit(text, place, sentence.span)
        if number > SMALL or words != place:
            yield Fact(sentence, "figure", words, figure=number)


def with_unit(text: str, place: Span, within: Span) -> Span:
    """The figure with its sign before it and the words up to what it counts behind it, as written."""
    start = place.start - 1 if text[place.start - 1 : place.start] in set("$£€") else place.start
    tail = UNIT.match(text, place.end, within.end)
    return Span(start, tail.end() if tail else place.end)


def names_told(reading: Reading, sentence: ToldSentence) -> Iterator[Fact]:
    """The names of a sentence, by runs of words with capitals: persons without their titles, places, bodies, brands.

    No crowds, parties, branches of government, days and contractions, and no common word that has a capital for once.
    """
    known = {place.start for _, place in sentence.names}
    for run in NAME.finditer(reading.text, sentence.span.start, sentence.span.end):
        for part in parts_of(run):
            span = without_titles(reading.text, part)
            words = span.of(reading.text).split()
            if not words or (len(words) == 1 and span.start not in known) or not is_name(words):
                continue
            keys = tuple(key for w in words if len(key := fold(w.strip(".,"))) > 1)
            if keys:
                yield Fact(sentence, aspect_of_name(words), span, name=keys)


def is_name(words: list[str]) -> bool:
    """True for words that name one person, place, body or thing; a single word only where it is a known place."""
    folded = [w.strip(".,").casefold() for w in words]
    text = " ".join(words)
    if text.isupper() or PARTY.search(text) or CONTRACTED.search(text) or text[-1] == ".":
        return False
    if set(folded) <= NO_NAMES or folded[-1] in CROWDS | DAYS | SINGLE_TITLES:
        return False
    return text in place_names() or (len(words) > 1 and folded[0] not in CROWDS and len(folded[-1]) > 2)


def parts_of(run: re.Match[str]) -> Iterator[Span]:
    """The names of a run that "and" joins; one name where the joint lies inside it ("the Oversight and Reform Committee")."""
    at = run.start()
    for joint in AND.finditer(run.group()):
        if is_inner(run, joint):
            continue
        yield Span(at, run.start() + joint.start())
        at = run.start() + joint.end()
    yield Span(at, run.end())


def is_inner(run: re.Match[str], joint: re.Match[str]) -> bool:
    """True for the "and" of one body's name: one "the" before the whole, and the word for a body only at its end."""
    before, after = (part.split() for part in (run.group()[: joint.start()], run.group()[joint.end() :]))
    ends_in_body = [part[-1].casefold() in OF_BODIES for part in (before, after)]
    is_led = re.search(r"\bthe\s+$", run.string[: run.start()], re.IGNORECASE) is not None
    return is_led and "the" not in joint.group().split() and ends_in_body == [False, True]


def without_titles(text: str, span: Span) -> Span:
    """The name without titles before it and a possessive behind it; a person's from the first name on."""
    start, words = span.start, span.of(text)
    while (first := FIRST.match(words)) and first[1].strip(
        "."
    ).casefold() in TITLE_WORDS | HONORIFICS | LEADING:
        start, words = start + first.end(), words[first.end() :]
    whole = re.sub(r"['’]s?$", "", words)
    for word in list(re.finditer(r"\S+", whole))[:-1]:
        if word.group() not in first_names() or (word.group() in place_names() and not word.start()):
            continue
        person = re.split(r"\s+of\s", whole[word.start() :])[0]  # "Ann Roe of Penwick"
        if " " in person and person.split()[-1].casefold() not in OF_BODIES | OF_PLACES:
            return Span(start + word.start(), start + word.start() + len(person))
    named = OF_PLACE.match(whole)
    if (
        named
        and named["place"] in place_names()
        and named["name"].split()[-1].casefold() not in OF_BODIES | OF_PLACES
    ):
        return Span(start, start + named.end("name"))
    return Span(start, start + len(whole))


def aspect_of_name(words: list[str]) -> str:
    if " ".join(words) in place_names():
        return "place"
    is_person = (
        len(words) > 1 and words[0] in first_names() and words[-1].casefold() not in OF_BODIES | OF_PLACES
    )
    return "person" if is_person else "name"


def is_quoted(reading: Reading, sentence: ToldSentence) -> bool:
    """True where words between marks fill more than half of the sentence."""
    told = sum(
        min(q.end, sentence.span.end) - max(q.start, sentence.span.start)
        for q in reading.quotations
        if q.manner is not Manner.INDIRECT and q.start < sentence.span.end and sentence.span.start < q.end
    )
    return 2 * told > sentence.span.end - sentence.span.start


def whole_sentence(reading: Reading, sentence: ToldSentence) -> Fact:
    """What a sentence tells as a whole."""
    words = sentence.span.of(reading.text)
    aspect = (
        "quotation"
        if is_quoted(reading, sentence)
        else "cause"
        if CAUSES.search(words)
        else "background"
        if re.search(r"\bhad\b|\b(?:1[5-9]|20)\d\d\b", words)
        else "detail"
    )
    return Fact(sentence, aspect, sentence.span)
