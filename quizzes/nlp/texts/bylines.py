"""Bylines: who wrote an article and for whom, in the forms that papers, agencies and people set them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizzes.nlp.texts.outlets import (
    COMMON_WORDS,
    LEADS,
    OUTLET_WORDS,
    SITE,
    is_agency,
    is_outlet,
    names_outlet,
)

# Longer lines are no bylines, and long rows of capitals would take their time.
MOST_LETTERS = 200
CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"
# Set in title case, "Special to" and "For" look like names.
WORD = rf"(?!(?i:for|special|specially|exclusive|exclusively|of|in|and|to|from|at)\b)[{CAPITAL}][\w.'’-]*"
NAME = (
    rf"{WORD}(?:[ \t]+(?:(?:de|del|della|di|da|van|von|der|den|bin|ibn|al|el|la|le|ter)[ \t]+)*{WORD}){{1,3}}"
)
NAMES = rf"{NAME}(?:(?:[,;][ \t]*{NAME})*,?[ \t]+(?i:and|&)[ \t]+{NAME})?"
JOB = (
    r"(?:[\w-]+[ \t]+){0,3}"
    r"(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?|producers?|journalists?|staff)"
)
AGO = (
    r"(?:\d+|an?|one|two|three)[ \t]*"
    r"(?:s|secs?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?)[ \t]+ago"
)
LED_BY = (
    r"(?:(?:written|reported|story|words|text|report|analysis|exclusive)?[ \t]*by:?"
    r"|(?:authors?|writers?|bylines?|reporters?|correspondents?|words|text):)"
)
FOR = r"(?:special(?:ly)?[ \t]+(?:to|for)|exclusive(?:ly)?[ \t]+(?:to|for)|writing[ \t]+for|for|of|from|at)"

BYLINE = re.compile(
    rf"(?i:{LED_BY})[ \t]+(?P<by>{NAMES})[ \t]*(?i:(?:updated[ \t]+)?{AGO}\.?)?"
    rf"(?:(?:[,|/•·–—-][ \t]*(?:(?i:{FOR})[ \t]+)?|[ \t](?i:{FOR}|in)\b[ \t]*|@)(?P<rest>.{{0,80}}))?$"
    rf"|(?P<jobbed>{NAMES})[ \t]*[,|][ \t]*(?i:{JOB})(?:[ \t]*[,|][ \t]*(?P<beside>.{{0,60}}))?$"
    rf"|(?P<aged>{NAMES})[ \t]*[,|•·-]?[ \t]*(?i:(?:updated[ \t]+)?{AGO}\.?)$"
    rf"|(?P<reached>{NAMES})[ \t]*[,|•·-]?[ \t]*@\w+\.?$"
    rf"|(?P<lent>{NAMES})[ \t]*,?[ \t]+(?i:{FOR})[ \t]+(?P<lender>[{CAPITAL}].{{2,50}})$"
    rf"|(?P<sited>{NAMES})[ \t]*[,|/][ \t]*(?P<site>[{CAPITAL}w].{{1,60}})$"
)
CAPITALIZED_NAMES = re.compile(rf"{NAMES}$")
LOCATED_NAMES = re.compile(
    rf"(?P<first>{NAME})(?:[ \t]+in[ \t]+[{CAPITAL}][\w.' ’-]*?)?"
    rf"(?:(?:,|[ \t]+and)[ \t]+(?P<second>{NAME})(?:[ \t]+in[ \t]+[{CAPITAL}][\w.' ’-]*)?)?$"
)
DESK = re.compile(
    r"(?P<outlet>[A-Z][\w.&'’-]*(?:[ \t]+[\w.&'’-]+){0,4}?)[ \t]+"
    r"(?:(?:News|Web|Online|Sports|World|National|International|Digital)[ \t]+)?(?:Desk|Bureau|Newsroom)[ \t]*:?$"
)
PUBLISHER = re.compile(
    r"(?:(?:first[ \t]+)?(?:published|posted|printed)[ \t]+)?(?:by|in|on|from)[ \t]+(?P<outlet>[A-Z].{1,60})$",
    re.I,
)
PLACE_WORDS = frozenset(
    """new san los las santa saint st fort mount north south east west port hong tel united city state county town
    beach bay springs island islands valley park heights hills washington london paris""".split()
)
"""Words that names of places begin or end with and people's names hardly (own list)."""


@dataclass(frozen=True)
class Byline:
    """The names in a byline, "" where it names nobody ("By Staff"), and what else stands there: job, place, outlet."""

    names: str
    beside: str = ""


def byline_of(line: str) -> Byline | None:
    """What a byline says by its own words, or None where a line is none."""
    found = BYLINE.match(line) if len(line) <= MOST_LETTERS else None
    if found is None:
        return None
    parts = {key: value.strip(" ,|-") for key, value in found.groupdict().items() if value}
    # Without "By" only an outlet beside the name tells that somebody wrote for it.
    if "lender" in parts and not is_publisher(parts["lender"]):
        return None
    if "site" in parts and not is_publisher(re.split(r"[,|]", parts["site"])[0].strip()):
        return None
    beside = next((parts[key] for key in ("rest", "beside", "lender", "site") if key in parts), "")
    names = next(
        (parts[key] for key in ("by", "jobbed", "aged", "reached", "lent", "sited") if key in parts), ""
    )
    names, outlet = parted(names)
    return Byline("" if is_nobody(names) else names, outlet or beside)


def is_publisher(name: str) -> bool:
    return names_outlet(name) or is_agency(name) or SITE.match(name) is not None


def parted(names: str) -> tuple[str, str]:
    """A name from the outlet or agency set right behind it: "Ada Quill BBC News"."""
    words = names.split()
    for at in range(2, len(words)):
        behind = " ".join(words[at:])
        if is_publisher(behind.title() if behind.isupper() and len(words) - at > 1 else behind):
            return " ".join(words[:at]), behind
    return names, ""


def is_nobody(name: str) -> bool:
    """True where a byline's name is no person's but a job or outlet; "Ada Star", which might be either, is one."""
    words = name.casefold().split()
    if re.fullmatch(JOB, name, re.I):
        return True
    is_person = 2 <= len(words) <= 3 and words[-1] in COMMON_WORDS and words[0] not in LEADS | OUTLET_WORDS
    return is_outlet(name) and not is_person


def is_bare_byline(line: str) -> bool:
    """True for people's names alone on a line, with their places at most ("Ada Quill in Oslo")."""
    if len(line) > MOST_LETTERS:
        return False
    if not LOCATED_NAMES.match(line) and not CAPITALIZED_NAMES.match(line):
        return False
    words = line.casefold().split()
    return not is_outlet(line) and not PLACE_WORDS & {words[0], words[-1]}


def bare_names(line: str) -> str | None:
    """The names of a line that is a byline by its place alone."""
    if CAPITALIZED_NAMES.match(line):
        return None if is_outlet(line) else line
    found = LOCATED_NAMES.match(line)
    return " and ".join(name for name in found.group("first", "second") if name) if found else None
