"""Hints at the outlet of an article that does not state it: for a teacher to accept or not, never taken as a fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizzes.nlp.texts.outlets import is_agency, names_outlet, outlet_words
from quizzes.nlp.types import Passage, Role

TOLD = re.compile(
    r"\b(?:told|tells|telling|spoke[ ](?:to|with)|speaking[ ](?:to|with)|[Ii]n[ ]an[ ]interview[ ]with)[ ]"
    r"(?P<name>(?:[Tt]he[ ])?[A-Z][\w&’'-]*(?:[ ](?:of[ ])?[A-Z][\w&’'-]*){0,4})"
)
DATED = re.compile(r"(?:[A-Z][\w.,'’/ -]{1,60} )?\((?P<name>[A-Z][\w .]{1,30})\) ?[-–—]")
ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?(?P<name>[\w-]+(?:\.[\w-]+)+)(?:/\S*)?$")


@dataclass(frozen=True)
class OutletHint:
    """An outlet that a text suggests, and the words that do."""

    outlet: str
    words: str


def outlet_hint(text: str, passages: Iterable[Passage]) -> OutletHint | None:
    """The one outlet that an article suggests as its own: by its date line, address, or masthead, or whom people told.

    None where nothing or more than one outlet is suggested in the same way: papers quote what others were told too.
    """
    lines = [(p.role, text[p.start : p.end]) for p in passages]
    first = next((line for role, line in lines if role is Role.BODY), "")
    for found in (by_date_line(first), by_address(lines), by_masthead(lines), by_telling(lines)):
        hints = list(found)
        if len({plain(hint.outlet) for hint in hints}) == 1:
            return hints[0]
    return None


def plain(name: str) -> str:
    return name.casefold().removeprefix("the ")


def by_date_line(line: str) -> Iterator[OutletHint]:
    """ "(CNN) —" before the first sentence; an agency's report may stand in any paper."""
    found = DATED.match(line)
    if found and names_outlet(found["name"]) and not is_agency(found["name"]):
        yield OutletHint(found["name"], found.group().strip())


def by_address(lines: list[tuple[Role, str]]) -> Iterator[OutletHint]:
    """The site of an address that stands alone on a line."""
    for role, line in lines:
        found = ADDRESS.match(line) if role is Role.FURNITURE else None
        if found:
            yield OutletHint(found["name"], line)


def by_masthead(lines: list[tuple[Role, str]]) -> Iterator[OutletHint]:
    """Capitalized words of the very first line, right above the headline: what the page is called, or its section."""
    (first, name), (second, _) = (*lines[:2], *[(Role.BODY, "")] * 2)[:2]
    if first is Role.FURNITURE and second is Role.HEADLINE and len(outlet_words(name) or []) > 1:
        yield OutletHint(name, name)


def by_telling(lines: list[tuple[Role, str]]) -> Iterator[OutletHint]:
    for role, line in lines:
        for found in TOLD.finditer(line) if role is Role.BODY else ():
            if name := outlet_at_start(found["name"]):
                yield OutletHint(name, found.group()[: found.group().index(name) + len(name)])


def outlet_at_start(words: str) -> str | None:
    """The longest beginning of capitalized words that is an outlet's name, without a small "the"."""
    parts = words.removeprefix("the ").split()
    for end in range(len(parts), 0, -1):
        name = " ".join(parts[:end])
        if names_outlet(name) and not is_agency(name):
            return name
    return None
