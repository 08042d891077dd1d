"""One thing that two articles put in two places: on another level, in another town, on the other side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.nlp.findings.comparable import content
from quizzes.nlp.findings.places import GENERIC, WIDE, WIDE_NAMES
from quizzes.nlp.findings.set_apart import Put, apart, contradiction, own_sentences, put, said_once
from quizzes.nlp.findings.side_by_side import SideBySide
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.types import Finding

SURE = 0.65
SHARED = 2
"""Words of content that the sentences share beside the place itself, where no happening ties them."""

CLOCK = re.compile(r"\b(\d{1,2})[.:](\d\d) ?([ap])\.?m\b", re.IGNORECASE)
HOUR = 60

NUMBERED = re.compile(
    r"\b(?:on|in|at|from|near) (?:the )?(level|floor|platform|gate|deck|lane|terminal|runway|track|ward|room|courtroom|berth|pier"
    r"|shaft|sector|junction|exit) (\d{1,4}[A-Z]?)(?![\w:]|[.,%]\d)",
    re.IGNORECASE,
)
STOREY = re.compile(
    r"\b(?:on|from|to|in) the (\d{1,3})(?:st|nd|rd|th)[ -](floor|storey|story|deck|level)\b", re.IGNORECASE
)
THING = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Tt]his|same|one) (?:[a-z-]+ )?([a-z]+ [a-z]+) (?:in|near|outside) ([A-Z][a-z]{3,}(?: [A-Z][a-z]+)*)\b"
)
"""A thing of two words and the town it is put in ("a nursing home in Wells")."""
NO_TOWN = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)"
)
STRUCK = re.compile(
    r"\b(?:hit|hits|struck|strikes|rammed|rams|collided with|(?:crash|slamm?|smash|plough|plow|bump)(?:e?d|e?s|ing)? into|ran into|runs into)"
    r" (?:an?|the) ((?:(?!(?:of|in|at|on|near|and|off|by|with)\b)\w+[ -]?){2,3})(?<![ -])",
    re.IGNORECASE,
)
OPPOSITE = (
    ("outer", "inner"),
    ("north|northern", "south|southern"),
    ("east|eastern", "west|western"),
    ("left|left-hand", "right|right-hand"),
    ("upper", "lower"),
    ("front", "back|rear"),
    ("near", "far"),
)
"""Sides of which a thing that is struck lies on one."""


def find_whereabouts(side: SideBySide) -> Iterator[Finding]:
    """A finding for each thing that two articles put on two levels, in two towns or on two sides."""
    sentences = [s for r in side.originals for s in own_sentences(side, r)]
    numbered = [put(s, m, m[1].casefold(), m[2]) for s in sentences for m in NUMBERED.finditer(s.text)]
    numbered += [
        put(s, m, f"storey {m[2].casefold()}", m[1]) for s in sentences for m in STOREY.finditer(s.text)
    ]
    for topic, puts in said_once(numbered).items():
        found = apart(puts, lambda a, b: a.key != b.key and are_of_one_happening(side, a, b))
        if found:
            yield contradiction(side, found, f"On which {topic.removeprefix('storey ')}", SURE, "place")
    things = [
        put(s, m, m[1], m[2])
        for s in sentences
        for m in THING.finditer(s.text)
        if not NO_TOWN.match(m[2]) and not is_anybody(m[1].split()[-1])
    ]
    for topic, puts in said_once(things).items():
        found = apart(puts, lambda a, b: are_two_towns(side, a, b))
        if found:
            yield contradiction(side, found, f"Where the {topic} is", SURE, "place")
    struck = [
        put(s, m, "struck", " ".join(sides))
        for s in sentences
        for m in STRUCK.finditer(s.text)
        if (sides := sides_of(m[1]))
    ]
    for puts in said_once(struck).values():
        found = apart(puts, lambda a, b: are_opposite(a.key, b.key) and shared(a, b) >= 1)
        if found:
            yield contradiction(side, found, "What was struck", SURE, "place")


def is_anybody(noun: str) -> bool:
    return noun in GENERIC or noun in PEOPLE or noun.removesuffix("s") in PEOPLE


def are_of_one_happening(side: SideBySide, a: Put, b: Put) -> bool:
    """True where the sentences tell of one occurrence or of the same hour, or share words of content beside the place."""
    if occurrences_in(side, a) & occurrences_in(side, b) or shared(a, b) >= SHARED:
        return True
    one, other = clock(a), clock(b)
    return one is not None and other is not None and abs(one - other) <= HOUR


def clock(told: Put) -> int | None:
    """The minute of the day at which a sentence puts what it tells ("5.20 am": 320); None without or with several."""
    found = CLOCK.findall(told.sentence.text)
    if len(found) != 1:
        return None
    hour, minute, half = found[0]
    return (int(hour) % 12 + (12 if half in "pP" else 0)) * HOUR + int(minute)


def occurrences_in(side: SideBySide, told: Put) -> set[str]:
    own = {
        h.id
        for h in side.reading(told.article).happenings
        if any(told.sentence.start <= m.start < told.sentence.end for m in h.mentions)
    }
    return {o.id for o in side.occurrences if own & set(o.happenings)}


def are_two_towns(side: SideBySide, a: Put, b: Put) -> bool:
    """True for two towns of which neither article names the other's, where the sentences share words beside the thing."""
    names = {a.key.casefold(), b.key.casefold()}
    if len(names) < 2 or names & WIDE_NAMES or set(" ".join(names).split()) & WIDE:
        return False
    if set(a.key.split()) & set(b.key.split()):
        return False
    texts = side.reading(a.article).text, side.reading(b.article).text
    return b.key not in texts[0] and a.key not in texts[1] and shared(a, b) >= SHARED


def shared(a: Put, b: Put) -> int:
    """How many words of content two sentences share beside those that tell the place."""
    own = content(f"{a.topic} {a.key} {b.key}")
    return len((content(a.sentence.text) & content(b.sentence.text)) - own)


def sides_of(words: str) -> list[str]:
    """The words for sides before a noun ("inner", "harbour", "wall": "inner")."""
    return [
        w for w in words.casefold().split()[:-1] if any(re.fullmatch(s, w) for pair in OPPOSITE for s in pair)
    ]


def are_opposite(a: str, b: str) -> bool:
    return any(
        (re.fullmatch(x, a) and re.fullmatch(y, b)) or (re.fullmatch(y, a) and re.fullmatch(x, b))
        for x, y in OPPOSITE
    )
