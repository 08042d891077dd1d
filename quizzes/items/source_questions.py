"""The question how much an article tells of a source.

| question | an answer is | it is right where |
|---|---|---|
| `told-of-source(article, start)` | `name`, `kind`, `bare` or `nothing` | the article tells just that of who says the words there |
"""

from __future__ import annotations

import re

from quizzes.items.asking import Arguments, Question, Undecided, name_in
from quizzes.items.expressions import Term
from quizzes.items.indefinite import insider_role, is_full_name, is_indefinite
from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.items.speech_questions import speech_groups
from quizzes.items.whose_words import quotation_at, sentence_of, surely_says
from quizzes.items.wording import DETERMINERS, folded
from quizzes.nlp.types import Quotation, Source, SourceKind

TOLD = {
    "name": "The name of a person",
    "kind": "What kind of source it is, but no name",
    "bare": "Only that there is a source",
    "nothing": "Nothing: no source is mentioned at all",
}

SAYS_NOTHING = frozenset("unnamed anonymous unidentified separate other more multiple numerous".split())
"""Words beside "source" that tell nothing of what kind it is (own list)."""


BEHIND = re.compile(r"\s(?=(?:who|that|with|of|close|familiar|briefed|involved)\b)|,")
"""Where a description goes on with how the source knows."""


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
    return "bare" if role == "bare" and not behind else None


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
    return name_in(answer, 0) == told


def _text(matrix: Matrix, term: Term) -> str:
    return TOLD[name_in(term, 0)]


SOURCE_QUESTIONS: dict[str, Question] = {
    "told-of-source": Question(is_told_of_source, _text, speech_groups),
}
