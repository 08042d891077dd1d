"""Questions on the articles' words: who uses, quotes, marks, spells or shares them.

| question | an answer is | it is right where |
|---|---|---|
| `uses(words)`, `uses()` | article, article + words | the words stand in the article |
| `unnamed(article)` | name of a source | the article does not name that source |
| `headline-actor(words)` | article | the words are the subject of the active verb in its headline |
| `shares-text()` | (article, article) | a sentence of the one stands in the other, nearly word for word |
| `heard(name)`, `heard()` | article, article + name | the article quotes the person by name |
| `other-day(occurrence)` | article | it alone names another weekday than the others do |
| `unmarked(words)` | article | the words stand there outside quotation marks, and within them elsewhere |
| `earlier()` | (article, article) | the first was published before the second |
| `other-story()` | (article, start of a sentence) | the sentence belongs to another story |
"""

from __future__ import annotations

from quizzes.items import texts
from quizzes.items.asking import Arguments, Groups, Question, Undecided, name_in, no_doubt_when, outlet_text
from quizzes.items.expressions import Term
from quizzes.items.groups import sentence_group, shared_groups
from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.items.sentences import sentence_at, tells_of_the_story
from quizzes.items.sharing import share_nothing, shared_sentences
from quizzes.items.speakers import quotes_by_name, speaks_of
from quizzes.items.unmarked import stands_marked
from quizzes.items.wording import alike_sources, capitalised, folded, quoted, with_article
from quizzes.nlp.findings.days import DAY_OF
from quizzes.nlp.findings.side_by_side import role_at
from quizzes.nlp.types import FindingKind, Role, Source, SourceKind


def is_used(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    article, *rest = answer
    words = name_in(tuple(rest) or arguments, 0)
    reading = matrix.reading(name_in((article,), 0))
    if texts.has_words(reading.text, words):
        return True
    return no_doubt_when(
        not texts.nearly_has_words(reading.text, words), "nearly the same words", answer=False
    )


def is_unnamed(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    article, name = name_in(arguments, 0), folded(name_in(answer, 0))
    sources = texts.sources_of(matrix, article)
    unnamed = [s for s in sources if s.kind is SourceKind.ANONYMOUS]
    kinds = {s.kind for s in sources if folded(s.name) == name}
    if kinds == {SourceKind.ANONYMOUS}:
        return True
    sure = kinds <= {SourceKind.PERSON} and len(name.split()) > 1
    close = any(alike_sources(s, u) for s in sources if folded(s.name) == name for u in unnamed)
    return no_doubt_when(bool(kinds) and sure and not close, "named or not is not sure", answer=False)


def is_headline_actor(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    words = name_in(arguments, 0)
    frame = matrix.reading(name_in(answer, 0)).headline_frame
    if frame is None or frame.subject is None or not texts.says_who_acts(frame):
        raise Undecided("the headline has no sure subject and verb")
    if folded(frame.subject) == folded(words):
        return no_doubt_when(not frame.is_passive, "the subject is acted on", answer=True)
    return no_doubt_when(not texts.share_words(frame.subject, words), "nearly the same subject", answer=False)


def shares_text(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    one, other = (matrix.reading(name_in(answer, i)) for i in (0, 1))
    if shared_sentences(one, other):
        return True
    return no_doubt_when(share_nothing(one, other), "they share something", answer=False)


def is_heard(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    article, *rest = answer
    name = name_in(tuple(rest) or arguments, 0)
    reading = matrix.reading(name_in((article,), 0))
    if quotes_by_name(reading, name):
        return True
    return no_doubt_when(not speaks_of(reading, name), "spoken of, and perhaps quoted", answer=False)


def is_on_another_day(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    days = days_named(matrix, name_in(arguments, 0))
    article = name_in(answer, 0)
    if article not in days:
        raise Undecided("the article names no day")
    alone = [a for a, day in days.items() if list(days.values()).count(day) == 1]
    return no_doubt_when(
        len(alone) == 1 and len(set(days.values())) == 2, "no one stands alone", answer=article in alone
    )


def days_named(matrix: Matrix, occurrence: str) -> dict[str, str]:
    """The weekday that each article gives for the occurrence, by a finding that they differ."""
    found = [
        p
        for f in matrix.comparison.findings
        if (f.kind, f.measure, f.occurrence) == (FindingKind.DISCREPANCY, DAY_OF, occurrence)
        for p in f.positions
    ]
    return {p.article: (p.value or "").casefold() for p in found if p.article in matrix.readings}


def is_unmarked(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    marked = stands_marked(matrix.reading(name_in(answer, 0)), name_in(arguments, 0))
    if marked is None:
        raise Undecided("not there, or both with marks and without")
    return not marked


def is_earlier(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    one, other = (matrix.reading(name_in(answer, i)).published for i in (0, 1))
    if one is None or other is None or one == other:
        raise Undecided("a date is not known, or both are of one day")
    return one < other


def is_of_another_story(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    reading = matrix.reading(name_in(answer, 0))
    span = sentence_at(reading, name_in(answer, 1))
    if role_at(reading, span.start) is Role.OTHER_STORY:
        return True
    return no_doubt_when(tells_of_the_story(matrix, reading, span), "perhaps a stray one", answer=False)


def stray_groups(matrix: Matrix, arguments: Arguments, key: Term) -> Groups:
    """Every sentence of the article that stands in a passage of another story or leads to one."""
    reading = matrix.reading(name_in(key, 0))
    stray = [s for s in reading.sentences if role_at(reading, s.start) in (Role.OTHER_STORY, Role.LINK)]
    return [sentence_group(reading.article, stray)]


def _outlet_or_words(matrix: Matrix, term: Term) -> str:
    name = name_in(term, 0)
    return matrix.name(name) if name in matrix.readings else quoted(name)


def _source_name(matrix: Matrix, term: Term) -> str:
    name = name_in(term, 0)
    every = [s for article in matrix.readings for s in texts.sources_of(matrix, article)]
    found: Source | None = next((s for s in every if folded(s.name) == folded(name)), None)
    if found is None:
        raise NotInMatrix(name)
    return capitalised(with_article(found))


def _two_outlets(matrix: Matrix, term: Term) -> str:
    return f"{matrix.name(name_in(term, 0))} and {matrix.name(name_in(term, 1))}"


def _outlet_or_name(matrix: Matrix, term: Term) -> str:
    name = name_in(term, 0)
    return matrix.name(name) if name in matrix.readings else name


def _sentence(matrix: Matrix, term: Term) -> str:
    reading = matrix.reading(name_in(term, 0))
    return quoted(sentence_at(reading, name_in(term, 1)).of(reading.text))


WORD_QUESTIONS: dict[str, Question] = {
    "uses": Question(is_used, _outlet_or_words),
    "unnamed": Question(is_unnamed, _source_name),
    "headline-actor": Question(is_headline_actor, outlet_text),
    "shares-text": Question(shares_text, _two_outlets, shared_groups),
    "heard": Question(is_heard, _outlet_or_name),
    "other-day": Question(is_on_another_day, outlet_text),
    "earlier": Question(is_earlier, outlet_text),
    "unmarked": Question(is_unmarked, outlet_text),
    "other-story": Question(is_of_another_story, _sentence, stray_groups),
}
