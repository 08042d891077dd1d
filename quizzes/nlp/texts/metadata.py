"""Metadata: outlet, headline, byline and date of publication, only as far as the text itself states them."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from quizzes.nlp.texts.bylines import DESK, PUBLISHER, bare_names, byline_of
from quizzes.nlp.texts.furniture import COPYRIGHT, OTHER_REPORTS
from quizzes.nlp.texts.lines import HEAD_LINES, SEPARATOR, credits_of, dated_masthead, labelled_outlet
from quizzes.nlp.texts.markdown import unmarked
from quizzes.nlp.texts.outlets import (
    is_outlet,
    is_stated_outlet,
    located_outlet,
    may_name_outlet,
    names_outlet,
    site_name,
)
from quizzes.nlp.texts.stated_dates import iso_date
from quizzes.nlp.types import Passage, Role

# What a date is of: "Published 3 May 2021, updated 4 May 2021".
OCCASION = re.compile(
    r"\b(?P<first>(?:first[ ]+)?(?:published|posted|printed)|publication[ ]+date|date)\b|\b(?:last[ ]+)?(?:updated|modified)\b",
    re.I,
)


@dataclass(frozen=True)
class Metadata:
    """What the text states of itself; None where it does not. `published` is an ISO date."""

    outlet: str | None = None
    headline: str | None = None
    byline: str | None = None
    published: str | None = None


def read_metadata(text: str, passages: tuple[Passage, ...]) -> Metadata:
    """What head and foot of the article state. An outlet that the story's own words mention is never taken."""
    lines = [(p.role, unmarked(" ".join(text[p.start : p.end].split()))) for p in passages]
    head = top(lines)
    return Metadata(
        outlet=outlet_in(head, lines),
        headline=next((line for role, line in lines if role is Role.HEADLINE), None),
        byline=next((name for role, line in head if role is Role.BYLINE and (name := writer(line))), None),
        published=published_in(head, lines),
    )


def top(lines: list[tuple[Role, str]]) -> list[tuple[Role, str]]:
    """The lines before the first line of body, and bylines and dates under a line that tells what the article is on."""
    body = next((n for n, (role, _) in enumerate(lines) if role is Role.BODY), len(lines))
    credited = [line for line in lines[body:HEAD_LINES] if line[0] in {Role.BYLINE, Role.DATELINE}]
    return lines[:body] + credited


def writer(line: str) -> str | None:
    """The name or names in a byline, without "By", job, place, outlet and date."""
    if DESK.match(line):
        return None
    for part in credits_of(line) or (line,):
        found = byline_of(re.sub(r"^(?i:(?:first )?(?:published|posted)) (?=(?i:by)\b)", "", part))
        if name := found.names if found else None if names_outlet(part) else bare_names(part):
            return name
    return None


def outlet_in(head: list[tuple[Role, str]], lines: list[tuple[Role, str]]) -> str | None:
    """The outlet by the ways that state it, the surest first: its line at the top, byline, desk, foot, copyright."""
    candidates = outlet_lines(head)
    credited = [line for role, line in head if role in {Role.BYLINE, Role.DATELINE}]
    candidates += [name for line in credited for name in outlets_beside(line)]
    candidates += [name for line in credited if (by := byline_of(line)) for name in outlets_within(by.beside)]
    candidates += [
        name
        for role, line in (*head, *lines[-3:])
        if role is Role.FURNITURE and (name := labelled_outlet(line))
    ]
    candidates += [m["outlet"] for role, line in lines if role is not Role.BODY and (m := DESK.match(line))]
    candidates += [
        m["outlet"] for role, line in lines if role is Role.FURNITURE and (m := OTHER_REPORTS.match(line))
    ]
    candidates += [
        holder
        for role, line in (*head, *lines[-6:])
        if role is Role.FURNITURE and (holder := copyright_holder(line))
    ]
    for role, line in lines[-3:]:
        candidates += [line] if role is Role.FURNITURE and names_outlet(line) else []
        if role in {Role.BYLINE, Role.DATELINE}:
            candidates += outlets_beside(line)
            candidates += outlets_within(by.beside) if (by := byline_of(line)) else []
    return next((site_name(c) for c in candidates if is_stated_outlet(c)), None)


def outlet_lines(head: list[tuple[Role, str]]) -> list[str]:
    """The lines of the head that are an outlet's name by their words, or by their place above headline or date."""
    is_signed = any(role is Role.BYLINE for role, _ in head)
    headline = next((n for n, (role, _) in enumerate(head) if role is Role.HEADLINE), len(head))
    found = []
    for n, (role, line) in enumerate(head):
        if role is Role.DATELINE and n < headline and (name := dated_masthead(line)):
            found.append(name)
        if role is not Role.FURNITURE:
            continue
        above_date = n + 1 < len(head) and head[n + 1][0] is Role.DATELINE
        # "Ada Star" under a headline may have written it, unless somebody else has.
        told_by_place = (
            n < headline or is_signed if may_name_outlet(line) else above_date and is_bare_name(line)
        )
        if names_outlet(line) or told_by_place:
            found.append(located_outlet(line) or line)
        elif name := located_outlet(line):
            found.append(name)
    return found


def is_bare_name(line: str) -> bool:
    return len(line.split()) <= 6 and is_outlet(line) and iso_date(line) is None and ":" not in line


def outlets_beside(line: str) -> list[str]:
    """The outlets among the parts of a line of credits."""
    found = []
    for part in credits_of(line) or ():
        publisher = PUBLISHER.match(part)
        found.append(publisher["outlet"] if publisher else part)
    return [name for name in found if names_outlet(name)]


def outlets_within(rest: str) -> list[str]:
    """The outlets in what stands beside a writer's name: not the job, the place or the date."""
    parts = [p.strip() for p in re.split(rf"{SEPARATOR.pattern}|,", rest)]
    return [p for p in parts if names_outlet(p[:1].upper() + p[1:])]


def copyright_holder(line: str) -> str | None:
    found = COPYRIGHT.search(line)
    if found is None or found["holder"] is None:
        return None
    holder = re.split(
        r"\s*(?:\.|\ball\b|\brights\b|\bthis\b|\b(?:19|20)\d\d$)", found["holder"], maxsplit=1, flags=re.I
    )[0].strip()
    return holder or None


def published_in(head: list[tuple[Role, str]], lines: list[tuple[Role, str]]) -> str | None:
    """The date of the head's date line ("Published" before "Updated"), or of a "Published: …" line at the foot."""
    top = "\n".join(line for _, line in head)
    dated = [line for role, line in head if role in {Role.DATELINE, Role.BYLINE}]
    # At the foot only a date that is said to be the publication's is one.
    foot = [line for _, line in lines[-6:] if len(line) <= 80 and (m := OCCASION.match(line)) and m["first"]]
    stated = [found for line in (*dated, *foot) for found in dates_of(line, top)]
    return next(
        (day for is_first, day in stated if is_first),
        next((day for is_first, day in stated if is_first is None), None),
    )


def dates_of(line: str, beside: str) -> list[tuple[bool | None, str]]:
    """The dates of a line, each with whether it is the publication's: None where the line does not say, False of an update."""
    marks = [
        (0, None),
        *((m.start(), m["first"] is not None) for m in OCCASION.finditer(line)),
        (len(line), None),
    ]
    stretches = [(said, line[start:end]) for (start, said), (end, _) in itertools.pairwise(marks)]
    return [(said, day) for said, words in stretches if (day := iso_date(words, beside))]
