"""How an article introduces a person whom it quotes: "a Harbour University law professor", "Quay Trust director".

| question | an answer is | it is right where |
|---|---|---|
| `introduces(article, start)` | article + name | the article introduces its speaker of the quotation so; wrong where only somebody else is introduced so |
"""

from __future__ import annotations

import re
from functools import lru_cache

from quizzes.items.asking import Arguments, Question, Undecided, name_in, no_doubt_when
from quizzes.items.expressions import Term
from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.items.whose_words import quotation_at, surely_says
from quizzes.items.wording import folded, one_line
from quizzes.nlp.findings.side_by_side import role_at
from quizzes.nlp.findings.voices import surname
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.types import Reading, Role

LONGEST = 12
"""Words of an introduction at most: a longer one tells a story."""

BEFORE = 7
"""Words before a name that may belong to an office."""

OFFICES = {
    "sen.": "Senator",
    "rep.": "Member of the House of Representatives",
    "representative": "Member of the House of Representatives",
    "gov.": "Governor",
    "prof.": "Professor",
    "lt.": "Lieutenant",
    "sgt.": "Sergeant",
}
"""What an office before a name is called in full."""

ROLES = (PEOPLE | frozenset("chair secretary head general counsel chief".split())) - frozenset(
    """people man woman boy girl child person guy friend one mr mrs ms republican democrat conservative liberal rival supporter
    opponent daughter son wife husband sister brother cousin celebrity american candidate whose""".split()
)
"""Nouns that tell what somebody does; the last ones tell nothing of what they may know."""

MODIFIERS = frozenset(
    """former deputy vice assistant acting senior chief executive political press policy communications campaign law film
    legal medical union police staff general attorney managing national regional local""".split()
)
"""Small words that stand before the noun of an office."""

OPENING = frozenset(
    "But And When As While After Before Although Though If So Then Even Now The A An In On At".split()
)
"""Words with a capital at the beginning of a sentence that belong to no office."""

CUT = re.compile(
    r"[,;:()“”\"—–]|(?<![A-Z])\.(?!\w)|\s(?:who|which|that|said|says|told|has|was|is|and his|and her)\b"
)
"""Where an introduction behind a name ends; a stop inside an abbreviation ends it too, which gives no introduction."""

ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Neb|Calif|Inc))$")


@lru_cache(maxsize=2048)
def introduction_of(reading: Reading, name: str) -> str | None:
    """What stands beside the person's full name in the body and tells what they do, with no article and a capital."""
    for found in _full_name(name).finditer(reading.text):
        if role_at(reading, found.start()) is not Role.BODY:
            continue
        before = _before(reading.text[: found.start()])
        if told := before if before and " " in before and before not in OFFICES.values() else None:
            return told
        if told := _behind(reading.text[found.end() :]) or before:
            return told
    return None


def _full_name(name: str) -> re.Pattern[str]:
    first, last = name.split()[0], surname(name)
    younger = re.search(r"\b(?:Jr|Sr)\b", name)
    ends = rf",? {younger[0]}\b\.?" if younger else r"(?!,? (?:Jr|Sr)\b)"
    return re.compile(rf"\b{re.escape(first)}(?:\s+[\w.]+)??\s+{re.escape(last)}\b{ends}", re.IGNORECASE)


def _behind(text: str) -> str | None:
    """A noun phrase between a comma and the next."""
    if not (opened := re.match(r",\s+(?:(?:an?|the|another)\s+)?(?=\w)", text)):
        return None
    rest = text[opened.end() : opened.end() + 160]
    cut = CUT.search(rest)
    if cut is None or (cut[0] == "." and ABBREVIATED.search(rest[: cut.start()])):
        return None
    words = one_line(rest[: cut.start()]).split()
    # "the panel's director": which panel, only the sentence before tells
    is_clear = not any(re.search(r"[’']s?$", w) and w[:1].islower() for w in words)
    is_phrase = 2 <= len(words) <= LONGEST and is_clear
    return _capital(" ".join(words)) if is_phrase and _is_role(words) else None


def _is_role(words: list[str]) -> bool:
    """True where the phrase's noun, before its first "of" or "for", tells what somebody does."""
    head = next(
        (n for n, w in enumerate(words) if w in ("of", "for", "at", "with", "in", "from", "and", "to")),
        len(words),
    )
    nouns = {words[head - 1].casefold() if head else "", words[-1].casefold()}
    return bool(nouns & ROLES) and words[0][:1].isalpha()


def _before(text: str) -> str | None:
    """The office right before a name."""
    line = text.rpartition("\n")[2]
    words = line.split()[-BEFORE:] if line.endswith(" ") else []
    if not words:
        return None
    if words[-1].casefold() in OFFICES:
        office = OFFICES[words[-1].casefold()]
        return f"Former {office}" if words[-2:-1] and words[-2].casefold() == "former" else office
    if words[-1].casefold() not in ROLES:
        return None
    held: list[str] = []
    for word in reversed(words):
        if word in ("and", "&"):
            return None
        is_part = word[:1].isupper() or not held or word in MODIFIERS
        is_end = re.search(r"[,.;:”\"’]$", word) is not None and not re.fullmatch(r"(?:[A-Z]\.)+", word)
        if not is_part or (held and (is_end or word in OPENING)):
            break
        held.insert(0, word)
    return _capital(" ".join(held)) if len(held) > 1 or held[0][0].isupper() else None


def _capital(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


PUBLIC = frozenset(
    """senator member representatives representative congressman congresswoman leader whip speaker chairman chair president
    governor secretary minister legislator lawmaker mayor house senate""".split()
)
"""Words for those who hold a public office: one person may hold two."""


def is_introduced_so(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    article, start, name = name_in(arguments, 0), name_in(arguments, 1), name_in(answer, 1)
    reading = matrix.reading(article)
    speaker = surely_says(matrix, quotation_at(matrix, article, start))
    own = introduction_of(reading, speaker.name)
    if own is None:
        raise Undecided("nobody is introduced")
    if surname(name) == surname(speaker.name):
        return True
    other = _introduction(matrix, article, name)
    ours, theirs = (set(folded(words).split()) for words in (own, other))
    may_hold_both = bool(ours & PUBLIC) and bool(theirs & PUBLIC)
    return no_doubt_when(
        not may_hold_both and not ours <= theirs and not theirs <= ours,
        "it may be true of both",
        answer=False,
    )


def _introduction(matrix: Matrix, article: str, name: str) -> str:
    found = introduction_of(matrix.reading(article), name)
    if found is None:
        raise NotInMatrix(name)
    return found


def _shown(matrix: Matrix, term: Term) -> str:
    return _introduction(matrix, name_in(term, 0), name_in(term, 1))


INTRODUCTION_QUESTIONS: dict[str, Question] = {"introduces": Question(is_introduced_so, _shown)}
