"""Questions on which word would judge least in the place of one that colours a sentence.

| question | an answer is | it is right where |
|---|---|---|
| `judges-least(article, start, end)` | a word in the form of the one there | it is the milder one of that word's row (lexicons.milder_words); wrong where it is one of those offered beside it |
"""

from __future__ import annotations

import re

from quizzes.items.asking import Arguments, Question, Undecided, name_in, no_doubt_when
from quizzes.items.expressions import Term
from quizzes.items.judging import SPOKEN
from quizzes.items.matrix import Matrix
from quizzes.items.wording import one_line, quoted
from quizzes.nlp.findings.side_by_side import role_at
from quizzes.nlp.lexicons.derived import words_of
from quizzes.nlp.lexicons.milder_words import Frame, Row, row_of
from quizzes.nlp.types import Manner, Reading, Role, Span, ToneKind

ADJECTIVE_AT = 3
"""The form in "-ing", which may be an adjective ("a devastating report") where no object follows."""
SPEECH = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)[‘'][^’']*[’'](?!\w)")
"""What stands between marks in one sentence."""
INITIALS = re.compile(r"\b(?:[A-Z]\.)+")
OBJECT = re.compile(r"\s+(?:(?:the|a|an|his|her|its|their|to)\b|[A-Z])")
TAKES_MORE = re.compile(r"[^.;:!?,—–―]*?\s(?:as|into|out of|for being)\s")
"""What some verbs of a row take behind their object, and others do not ("slammed the plan as a handout")."""
LEANING_ON = re.compile(r"\s+(?:to|into|under|with|against|that|down|out|up|(?:on|in)(?! [A-Z]))\b")
AT_SOMEBODY = re.compile(r"\s+(?:at|over|about|for)\b")
"""What stands behind a verb without an object that not every one of its row could stand before ("caved in", "raged on")."""
NOUN = re.compile(r"\s+([A-Za-z]+)")
ARTICLE = re.compile(r"\b(an?)\s+$", re.IGNORECASE)


def milder_row(reading: Reading, word: Span, lemma: str) -> tuple[Row, int] | None:
    """The row of a coloured word and its form there; None inside a quotation and where it may be of another class."""
    found = row_of(lemma, one_line(word.of(reading.text)))
    if found is None or not _fits(reading, word, found[0]) or _is_quoted(reading, word):
        return None
    if role_at(reading, word.start) not in {Role.BODY, Role.HEADLINE} or _is_of_arms(reading, word):
        return None
    return None if found[1] == ADJECTIVE_AT and not OBJECT.match(reading.text, word.end) else found


def _fits(reading: Reading, word: Span, row: Row) -> bool:
    """True where each word of the row could stand in the place of this one: what is beside it goes with all of them."""
    text, end = reading.text, word.end
    match row.frame:
        case Frame.OBJECT:
            return not TAKES_MORE.match(text, end)
        case Frame.NO_OBJECT | Frame.ALONE:
            if row.frame is Frame.ALONE and AT_SOMEBODY.match(text, end):
                return False
            return not LEANING_ON.match(text, end) and not OBJECT.match(text.casefold(), end)
        case Frame.NOUN:
            noun = NOUN.match(text, end)
            return noun is not None and not row.nouns.isdisjoint(
                {(n := noun[1].casefold()), n.removesuffix("s")}
            )
        case Frame.ANY:
            return True


def words_beside(reading: Reading, word: Span, row: Row, form: int) -> list[str]:
    """The coloured words of the row that may be offered in the place of the one there: other ones, and behind "a" and "an"
    such as go with it."""
    shown, before = one_line(word.of(reading.text)).casefold(), ARTICLE.search(reading.text, 0, word.start)
    words = [forms[form] for forms in row.offered if forms[form] != shown]
    return [w for w in words if before is None or _goes_with(before[1], w)]


def milder_one(reading: Reading, word: Span, row: Row, form: int) -> str | None:
    """The milder word of the row, None where it cannot stand behind the article there."""
    before = ARTICLE.search(reading.text, 0, word.start)
    milder = row.milder[form]
    if before is None:
        return milder
    return milder if _goes_with(before[1], milder) and milder not in NEVER_COUNTED else None


NEVER_COUNTED = frozenset({"criticism", "confusion", "anger"})
"""Milder nouns that no "a" stands before."""


def _goes_with(article: str, word: str) -> bool:
    return (word[0] in "aeiou") is (article.casefold() == "an")


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
    if offered == milder_one(reading, Span(start, end), row, form):
        return True
    is_beside = offered in words_beside(reading, Span(start, end), row, form)
    return no_doubt_when(is_beside, "a word of another row, or one that does not fit", answer=False)


def _word(matrix: Matrix, term: Term) -> str:
    return quoted(name_in(term, 0))


MILDER_QUESTIONS: dict[str, Question] = {"judges-least": Question(judges_least, _word)}
