"""Questions on sources without a name: how much an article tells of one, and which article has which.

| question | an answer is | it is right where |
|---|---|---|
| `told-of-source(article, start)` | `name`, `kind`, `knows`, `bare` or `nothing` | the article tells just that of who says the words there |
| `rests-on()` | article and (name) | the article has a source without a name that it describes so; no source like it is in the others |
"""

from __future__ import annotations

import re

from quizzes.items.asking import Arguments, Question, Undecided, name_in, no_doubt_when
from quizzes.items.expressions import Term
from quizzes.items.indefinite import insider_role, is_full_name, is_indefinite
from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.items.speech_questions import speech_groups
from quizzes.items.texts import nearly_has_words, sources_of
from quizzes.items.whose_words import quotation_at, sentence_of, surely_says
from quizzes.items.wording import DETERMINERS, capitalised, folded, with_article
from quizzes.nlp.types import Quotation, Source, SourceKind

TOLD = {
    "name": "The name of a person",
    "kind": "What kind of source it is, but no name",
    "knows": "That it knows of the matter, but no name",
    "bare": "Only that there is a source",
    "nothing": "Nothing: no source is mentioned at all",
}

SAYS_NOTHING = frozenset("unnamed anonymous unidentified separate other more multiple numerous".split())
"""Words beside "source" that tell nothing of what kind it is (own list)."""


BEHIND = re.compile(r"\s(?=(?:who|that|with|of|close|familiar|briefed|involved)\b)|,")
"""Where a description goes on with how the source knows."""


KNOWS = re.compile(r"(?:with (?:\w+ )?knowledge|close to|familiar with|briefed on|involved in)\b")


def told_of(source: Source) -> str | None:
    """What an article tells by calling a source so; None where readers may differ ("people with knowledge of it")."""
    if source.kind is SourceKind.PERSON:
        return "name" if is_full_name(source) else None
    role = insider_role(source)
    if source.kind is not SourceKind.ANONYMOUS or role is None or not is_indefinite(source):
        return None
    head, *behind = BEHIND.split(source.name, maxsplit=1)
    telling = [w for w in head.split()[:-1] if w.lower() not in DETERMINERS | SAYS_NOTHING]
    if telling or (role != "bare" and head.split()[-1].lower().removesuffix("s") != "official"):
        return "kind"
    if role != "bare":
        return None
    return "knows" if behind and KNOWS.match(behind[0]) else None if behind else "bare"


PASSED_ON = re.compile(r"\b(?:reportedly|cited by|quoted by|reported by|as reported)\b", re.IGNORECASE)


def is_at_second_hand(matrix: Matrix, quotation: Quotation, speaker: Source) -> bool:
    """True where the article has the words from another outlet: readers learn of that source too."""
    own = folded(matrix.reading(quotation.article).outlet or "")
    is_anothers = speaker.via is not None and folded(speaker.via) not in own
    evidence = sentence_of(matrix, quotation)
    return is_anothers or evidence is None or PASSED_ON.search(evidence.text) is not None


def is_told_of_source(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    if name_in(answer, 0) not in TOLD:
        raise NotInMatrix(str(answer))
    quotation = quotation_at(matrix, name_in(arguments, 0), name_in(arguments, 1))
    speaker = surely_says(matrix, quotation)
    told = told_of(speaker)
    if is_at_second_hand(matrix, quotation, speaker):
        raise Undecided("another outlet is a source too")
    if told is None:
        raise Undecided("neither a full name nor a plain description")
    if {name_in(answer, 0), told} == {"kind", "knows"}:
        raise Undecided("to know of it is a kind of source too")
    return name_in(answer, 0) == told


def _text(matrix: Matrix, term: Term) -> str:
    return TOLD[name_in(term, 0)]


def rests_on(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    """Whether the article has a source of this description; Undecided where another of its sources may be meant by it."""
    article, name = name_in(answer, 0), name_in(answer, 1)
    described = nameless_called(matrix, name)
    own = [s for s in sources_of(matrix, article) if s.kind is SourceKind.ANONYMOUS]
    if any(folded(s.name) == folded(name) for s in own):
        return True
    is_like = any(may_be_one(s, described) for s in own)
    is_there = nearly_has_words(matrix.reading(article).text, bare_description(described))
    return no_doubt_when(not is_like and not is_there, "a source like it", answer=False)


def nameless_called(matrix: Matrix, name: str) -> Source:
    """The first source without a name that an article describes so; NotInMatrix where none does."""
    every = (s for article in matrix.readings for s in sources_of(matrix, article))
    found = next(
        (s for s in every if s.kind is SourceKind.ANONYMOUS and folded(s.name) == folded(name)), None
    )
    if found is None:
        raise NotInMatrix(name)
    return found


def bare_description(source: Source) -> str:
    """What it is called, without number and article."""
    return " ".join(w for w in source.name.split() if w.lower() not in COUNTING)


COUNTING = frozenset(
    "a an one two three four five several some many multiple another separate unnamed".split()
)


def may_be_one(one: Source, other: Source) -> bool:
    """True where one description says no more than the other ("officials", "a port official")."""
    ours, theirs = (frozenset(w.removesuffix("s") for w in folded(s.name).split()) for s in (one, other))
    return ours - COUNTING <= theirs or theirs - COUNTING <= ours


WIDE = {
    "law enforcement": "police|sheriff|fbi|f.b.i.|detective|officer|investigator|prosecutor|agent|marshal|trooper",
    "government": "ministry|department|white house|administration|federal|state|police|fbi|justice|military|army|defen[cs]e|congress\\w*",
    "federal": "fbi|f.b.i.|white house|justice|administration|congress\\w*|pentagon|department",
    "administration": "white house|department|pentagon|ministry",
    "security": "police|military|army|intelligence|fbi",
}
"""Wide names for many kinds of people in office, and words of the narrower names that they hold (own list)."""

ANYBODY = frozenset(
    "source sources person people individual individuals official officials insider insiders".split()
)
"""Heads that are true of nearly everybody who speaks without a name."""


def is_broader(one: Source, other: Source) -> bool:
    """True where the first name is true of the second source too, or may be: "sources" of port officials, "law enforcement
    officials" of a detective."""
    ours, theirs = (folded(s.name) for s in (one, other))
    head = BEHIND.split(ours, maxsplit=1)[0].split()
    telling = [w for w in head if w not in DETERMINERS | SAYS_NOTHING | COUNTING]
    if len(telling) <= 1 and set(head[-1:]) <= ANYBODY:
        return True
    return any(
        f" {wide} " in f" {ours} " and re.search(rf"\b(?:{narrow})s?\b", theirs) is not None
        for wide, narrow in WIDE.items()
    )


def _outlet_or_description(matrix: Matrix, term: Term) -> str:
    name = name_in(term, 0)
    return (
        matrix.name(name)
        if name in matrix.readings
        else capitalised(with_article(nameless_called(matrix, name)))
    )


SOURCE_QUESTIONS: dict[str, Question] = {
    "told-of-source": Question(is_told_of_source, _text, speech_groups),
    "rests-on": Question(rests_on, _outlet_or_description),
}
