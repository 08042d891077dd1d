"""Metadata: outlet, headline, byline and date of publication, only as far as the text itself states them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizzes.nlp.texts.lines import (
    AGO,
    BYLINE,
    CAPITALIZED_NAMES,
    COPYRIGHT,
    DESK,
    HEAD_LINES,
    OTHER_REPORTS,
    PUBLISHER,
    SEPARATOR,
    credits_of,
)
from quizzes.nlp.texts.markdown import unmarked
from quizzes.nlp.texts.outlets import (
    COMMON_WORDS,
    LEADS,
    OUTLET_WORDS,
    is_outlet,
    is_stated_outlet,
    may_name_outlet,
    names_outlet,
)
from quizzes.nlp.texts.stated_dates import iso_date
from quizzes.nlp.types import Passage, Role

PUBLISHED = re.compile(r"(?:published|posted|date|first published|publication date)\b", re.I)


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
        found = BYLINE.match(re.sub(r"^(?i:(?:first )?(?:published|posted)) (?=(?i:by)\b)", "", part))
        if found:
            if PUBLISHER.match(part) and names_outlet(found["by"] or ""):
                continue
            name = next(
                v for k, v in found.groupdict().items() if v and k in {"by", "jobbed", "aged", "sited"}
            )
            name = re.split(rf"\s+(?:{AGO})", name)[0].strip(" ,|-")
            return None if called_like_outlet(name) else name
    return line if CAPITALIZED_NAMES.match(line) and not is_outlet(line) else None


def called_like_outlet(name: str) -> bool:
    """True where a byline's name is no person's; "Ada Star", which might be, is one behind "By"."""
    words = name.casefold().split()
    is_person = 2 <= len(words) <= 3 and words[-1] in COMMON_WORDS and words[0] not in LEADS | OUTLET_WORDS
    return is_outlet(name) and not is_person


def outlet_in(head: list[tuple[Role, str]], lines: list[tuple[Role, str]]) -> str | None:
    """The outlet by the ways that state it, the surest first: its line at the top, byline, desk, foot, copyright."""
    beside = [m for role, line in head if role is Role.BYLINE and (m := BYLINE.match(line))]
    candidates = outlet_lines(head)
    candidates += [
        part for role, line in head if role in {Role.BYLINE, Role.DATELINE} for part in outlets_beside(line)
    ]
    candidates += [
        name
        for m in beside
        for part in (m["rest"], m["beside"], m["site"])
        if part
        for name in outlets_within(part)
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
        candidates += outlets_beside(line) if role in {Role.BYLINE, Role.DATELINE} else []
    return next((c for c in candidates if is_stated_outlet(c)), None)


def outlet_lines(head: list[tuple[Role, str]]) -> list[str]:
    """The lines of the head that are an outlet's name by their words, or by their place above headline or date."""
    is_signed = any(role is Role.BYLINE for role, _ in head)
    headline = next((n for n, (role, _) in enumerate(head) if role is Role.HEADLINE), len(head))
    found = []
    for n, (role, line) in enumerate(head):
        if role is not Role.FURNITURE:
            continue
        above_date = n + 1 < len(head) and head[n + 1][0] is Role.DATELINE
        # "Ada Star" under a headline may have written it, unless somebody else has.
        told_by_place = (
            n < headline or is_signed if may_name_outlet(line) else above_date and is_bare_name(line)
        )
        if names_outlet(line) or told_by_place:
            found.append(line)
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
    holder = re.split(r"\s*(?:\.|\ball\b|\brights\b|\bthis\b)", found["holder"], maxsplit=1, flags=re.I)[
        0
    ].strip()
    return holder or None


def published_in(head: list[tuple[Role, str]], lines: list[tuple[Role, str]]) -> str | None:
    """The date of the head's date line ("Published" before "Updated"), or of a "Published: …" line at the foot."""
    dated = [line for role, line in head if role in {Role.DATELINE, Role.BYLINE} and iso_date(line)]
    dated += [
        line for role, line in lines[-6:] if PUBLISHED.match(line) and len(line) <= 80 and iso_date(line)
    ]
    stated = [line for line in dated if PUBLISHED.match(line)] or [
        line for line in dated if not re.match(r"(?:last )?(?:updated|modified)", line, re.I)
    ]
    return iso_date(stated[0]) if stated else None
