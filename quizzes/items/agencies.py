"""News agencies behind shared sentences: whose mark stands in an article, and who so wrote first.

| question | an answer is | it is right where |
|---|---|---|
| `wrote-first(article, article)` | an agency or an article | the two share text, and the mark of one agency stands in one of them |
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizzes.items.asking import Arguments, Question, Undecided, name_in, no_doubt_when
from quizzes.items.expressions import Term
from quizzes.items.matrix import Matrix
from quizzes.items.sharing import shared_sentences
from quizzes.items.wording import folded, one_line
from quizzes.nlp.types import Reading, Role, Span

AGENCIES = {
    "AP": "The Associated Press",
    "Associated Press": "The Associated Press",
    "AFP": "Agence France-Presse",
    "Agence France-Presse": "Agence France-Presse",
    "Reuters": "Reuters",
    "UPI": "United Press International",
    "United Press International": "United Press International",
    "dpa": "Deutsche Presse-Agentur",
    "AAP": "Australian Associated Press",
    "Australian Associated Press": "Australian Associated Press",
    "PA": "PA Media",
    "PTI": "Press Trust of India",
    "Xinhua": "Xinhua",
}
"""Agencies whose texts many outlets print, by the marks that stand for them."""

GREAT = ("Reuters", "The Associated Press", "Agence France-Presse")
"""Agencies that send their reports to outlets all over the world: any of them could have written a report."""

TAKEN_OVER = re.compile(
    r"^\W*information from\b|\b(?:first|originally) (?:reported|published) (?:by|in)\b", re.I | re.M
)
"""Words by which an agency hands on what another outlet wrote before it."""
CREDIT = 120
"""Characters of a line that only gives credit; a longer one tells the news."""

_NAMES = "|".join(sorted(map(re.escape, AGENCIES), key=len, reverse=True))
DATELINE = re.compile(
    rf"^[A-Z][^()\n]{{0,40}}\((?P<agency>{_NAMES})\) ?[-–—]|^\((?P<opening>{_NAMES})\) ?[-–—]", re.M
)
"""An agency's mark between the place and the text ("PENWICK (AP) - …")."""
RIGHTS = re.compile(rf"(?:Copyright|©)(?: ©)?(?: \d{{4}})?,? (?:[Tt]he )?(?P<agency>{_NAMES})\b")
"""The line of rights behind an agency's text."""

OPENING = 120
"""Characters from the beginning of the text within which a dateline stands."""


@dataclass(frozen=True)
class Mark:
    """An agency's full name, and the line that names it."""

    agency: str
    article: str
    line: Span


def agency_mark(reading: Reading) -> Mark | None:
    """The mark that says which agency an article's text comes from; None without one, or with marks of several."""
    body = next((p.start for p in reading.passages if p.role is Role.BODY), 0)
    found = [m for m in DATELINE.finditer(reading.text) if m.start() <= body + OPENING] or [
        *RIGHTS.finditer(reading.text)
    ]
    marks = [(AGENCIES[next(n for n in m.groups() if n)], m) for m in found]
    if len({agency for agency, _ in marks}) != 1:
        return None
    agency, match = marks[0]
    return Mark(agency, reading.article, Span(match.start(), match.end()))


def taken_over(reading: Reading) -> str | None:
    """The credit line of an article that names another outlet as where its news come from, if it has one."""
    found = TAKEN_OVER.search(reading.text)
    if found is None:
        return None
    line = one_line(reading.text[reading.text.rfind("\n", 0, found.end()) + 1 :].split("\n", 1)[0])
    return line if len(line) <= CREDIT else None


def common_mark(matrix: Matrix, one: str, other: str) -> Mark:
    """The mark of the agency that a text in two articles comes from; Undecided where none is named, or two are."""
    readings = matrix.reading(one), matrix.reading(other)
    if shared_sentences(*readings) is None:
        raise Undecided("they share nothing")
    marks = [m for r in readings if (m := agency_mark(r))]
    if len({m.agency for m in marks}) != 1:
        raise Undecided("no agency, or two")
    if any(TAKEN_OVER.search(r.text) for r in readings):
        raise Undecided("the agency may have it from another outlet")
    if any(_is_agency(matrix.name(a)) for a in matrix.readings):
        raise Undecided("an agency is one of the outlets")
    return marks[0]


def _is_agency(outlet: str) -> bool:
    names = {folded(name) for pair in AGENCIES.items() for name in pair}
    return folded(outlet) in names


def unmarked_agencies(matrix: Matrix) -> list[str]:
    """The great agencies of which no article has the name or a mark, in one order for each story."""
    return [agency for agency in GREAT if not _is_named(matrix, agency)]


def _is_named(matrix: Matrix, agency: str) -> bool:
    signs = "|".join(re.escape(sign) for sign, name in AGENCIES.items() if name == agency)
    sign = re.compile(rf"\b(?:{signs}|{re.escape(agency)})\b")
    return any(sign.search(r.text) or sign.search(r.outlet or "") for r in matrix.readings.values())


def wrote_first(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    mark, named = common_mark(matrix, name_in(arguments, 0), name_in(arguments, 1)), name_in(answer, 0)
    is_other = named in matrix.readings or (named in GREAT and not _is_named(matrix, named))
    return named == mark.agency or no_doubt_when(is_other, "an agency that is named too", answer=False)


def _writer(matrix: Matrix, term: Term) -> str:
    name = name_in(term, 0)
    return f"{name}, a news agency" if name in AGENCIES.values() else f"{matrix.name(name)}, a news outlet"


AGENCY_QUESTIONS: dict[str, Question] = {"wrote-first": Question(wrote_first, _writer)}
