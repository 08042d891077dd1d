"""Questions on which word would judge least in the place of one that colours a sentence.

| question | an answer is | it is right where |
|---|---|---|
| `judges-least(article, start, end)` | a word in the form of the one there | it is the milder one of that word's row (lexicons.milder_words); wrong where it is one of the coloured ones |
"""

from __future__ import annotations

import re

from quizzes.items.asking import Arguments, Question, Undecided, name_in
from quizzes.items.expressions import Term
from quizzes.items.judging import SPOKEN
from quizzes.items.matrix import Matrix
from quizzes.items.wording import one_line, quoted
from quizzes.nlp.findings.side_by_side import role_at
from quizzes.nlp.lexicons.derived import words_of
from quizzes.nlp.lexicons.milder_words import LEAST, Row, row_of
from quizzes.nlp.types import Manner, Reading, Role, Span, ToneKind

ADJECTIVE_AT = 3
"""The form in "-ing", which may be an adjective ("a devastating report") where no object follows."""
SPEECH = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)[‘'][^’']*[’'](?!\w)")
"""What stands between marks in one sentence."""
INITIALS = re.compile(r"\b(?:[A-Z]\.)+")
OBJECT = re.compile(r"\s+(?:(?:the|a|an|his|her|its|their|to)\b|[A-Z])")


def milder_row(reading: Reading, word: Span, lemma: str) -> tuple[Row, int] | None:
    """The row of a coloured word and its form there; None inside a quotation and where it may be of another class."""
    found = row_of(lemma, one_line(word.of(reading.text)))
    if found is None or len(found[0].coloured) <= LEAST - 1 or _is_quoted(reading, word):
        return None
    if role_at(reading, word.start) not in {Role.BODY, Role.HEADLINE} or _is_of_arms(reading, word):
        return None
    return None if found[1] == ADJECTIVE_AT and not OBJECT.match(reading.text, word.end) else found


def _is_of_arms(reading: Reading, word: Span) -> bool:
    """True beside a weapon, where words of fighting may be meant literally ("fired back")."""
    around = (s for s in reading.sentences if s.start < word.end and word.start < s.end)
    words = {w for s in around for w in re.findall(r"[a-z]+", s.of(reading.text).casefold())}
    return not words.isdisjoint(words_of("weapons") | {f"{w}s" for w in words_of("weapons")})


def _is_quoted(reading: Reading, word: Span) -> bool:
    """True within quotation marks, and in a sentence of somebody who speaks without them."""
    around = [s for s in reading.sentences if s.start < word.end and word.start < s.end]
    if not around or SPOKEN.search(INITIALS.sub(" ", SPEECH.sub(" ", around[0].of(reading.text)))):
        return True
    before = reading.text[around[0].start : word.start]
    if before.count("“") > before.count("”") or before.count('"') % 2 == 1:
        return True
    return any(
        q.start < word.end and word.start < q.end and q.manner is not Manner.INDIRECT
        for q in reading.quotations
    )


def judges_least(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    reading = matrix.reading(name_in(arguments, 0))
    start, end = (int(name_in(arguments, n)) for n in (1, 2))
    tones = (t for t in reading.tones if t.kind is ToneKind.LOADED and t.start <= start and end <= t.end)
    found = next((f for t in tones if (f := milder_row(reading, Span(start, end), t.word))), None)
    if found is None:
        raise Undecided("no coloured word that has a milder one")
    row, form = found
    offered = name_in(answer, 0)
    if offered == row.milder[form]:
        return True
    if offered not in {forms[form] for forms in row.coloured}:
        raise Undecided("a word of another row")
    return False


def _word(matrix: Matrix, term: Term) -> str:
    return quoted(name_in(term, 0))


MILDER_QUESTIONS: dict[str, Question] = {"judges-least": Question(judges_least, _word)}
