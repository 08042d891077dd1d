"""Metadata: outlet, headline, byline and date of publication, only as far as the text itself states them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizzes.nlp.texts.lines import AGENCIES, AGO, BYLINE, CAPITALIZED_NAMES, COPYRIGHT, DESK, OTHER_REPORTS
from quizzes.nlp.texts.stated_dates import iso_date
from quizzes.nlp.types import Passage, Role

OUTLET_WORDS = frozenset(
    """news times post herald tribune journal daily press guardian radio tv television agency gazette mail star sun
    observer express telegraph chronicle examiner standard mirror globe record courier dispatch review weekly
    monitor today network broadcasting bbc cnn abc cbs nbc npr pbs sky independent reporter register bulletin
    magazine online sentinel inquirer advertiser echo argus""".split()
)
"""Words that papers, channels and agencies are called by (own list): they tell an outlet from a writer's name."""
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
    lines = [(p.role, " ".join(text[p.start : p.end].split())) for p in passages]
    head = top(lines)
    return Metadata(
        outlet=outlet_in(head, lines),
        headline=next((line for role, line in lines if role is Role.HEADLINE), None),
        byline=next((name for role, line in head if role is Role.BYLINE and (name := writer(line))), None),
        published=published_in(head, lines),
    )


def top(lines: list[tuple[Role, str]]) -> list[tuple[Role, str]]:
    """The lines before the first line of body."""
    body = next((n for n, (role, _) in enumerate(lines) if role is Role.BODY), len(lines))
    return lines[:body]


def writer(line: str) -> str | None:
    """The name or names in a byline, without "By", job and place."""
    if DESK.match(line):
        return None
    found = BYLINE.match(line)
    if found:
        name = next(v for k, v in found.groupdict().items() if v and k in {"by", "jobbed", "aged", "sited"})
        name = re.split(rf"\s+(?:{AGO})", name)[0].strip(" ,|-")
        return None if is_outlet(name) else name
    return line if CAPITALIZED_NAMES.match(line) and not is_outlet(line) else None


def is_outlet(name: str) -> bool:
    """True where a short line or name is called like a paper, channel or site."""
    words = re.findall(r"\w+", name.casefold())
    return bool(
        OUTLET_WORDS & set(words)
        or re.search(r"\.(?:com|org|net|co|tv|[a-z]{2})(?:\.\w\w)?$", name)
        or (len(words) == 1 and name[:1].isupper())
        or (words[:1] == ["the"] and len(words) <= 4)
    )


def is_agency(name: str) -> bool:
    return all(w in AGENCIES for w in re.findall(r"[\w-]+", name.casefold()) if w != "the")


def outlet_in(head: list[tuple[Role, str]], lines: list[tuple[Role, str]]) -> str | None:
    """The outlet by the ways that state it, the surest first: its line at the top, byline, desk, foot, copyright."""
    beside = [m for role, line in head if role is Role.BYLINE and (m := BYLINE.match(line))]
    candidates = [
        line for role, line in head if role in {Role.FURNITURE, Role.BYLINE} and is_outlet_line(line)
    ]
    candidates += [part.strip() for m in beside for part in (m["rest"], m["beside"], m["site"]) if part]
    candidates += [m["outlet"] for role, line in lines if role is not Role.BODY and (m := DESK.match(line))]
    candidates += [
        m["outlet"] for role, line in lines if role is Role.FURNITURE and (m := OTHER_REPORTS.match(line))
    ]
    candidates += [
        holder for role, line in lines[-6:] if role is Role.FURNITURE and (holder := copyright_holder(line))
    ]
    return next((c for c in candidates if is_stated_outlet(c)), None)


def is_outlet_line(line: str) -> bool:
    return (
        len(line.split()) <= 6
        and is_outlet(line)
        and not BYLINE.match(line)
        and not DESK.match(line)
        and iso_date(line) is None
    )


def is_stated_outlet(name: str) -> bool:
    """True for a name that can be an outlet's: no agency (its report may stand in any paper), no date."""
    return bool(re.match(r"\w", name)) and not is_agency(name) and iso_date(name) is None


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
