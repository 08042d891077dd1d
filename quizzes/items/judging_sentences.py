"""In which sentences of an article the writer judges, in which only somebody quoted does, and in which nobody.

| question | an answer is | it is right where |
|---|---|---|
| `writer-judges(article)` | (article, start of a sentence) | a word that surely judges stands there in the outlet's own voice; wrong where no word of its own there is known to judge |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from quizzes.items.asking import Arguments, Question, Undecided, name_in, no_doubt_when
from quizzes.items.expressions import Term
from quizzes.items.judging import MARKS, WORD, is_listed, is_plain_sentence, judging_words
from quizzes.items.matrix import Matrix
from quizzes.items.sentences import sentence_at
from quizzes.items.texts import SAYING
from quizzes.items.unmarked import is_inside_speech
from quizzes.items.whole_sentences import OPINION
from quizzes.items.wording import one_line, quoted
from quizzes.nlp.findings.side_by_side import role_at
from quizzes.nlp.lexicons.derived import rows_of
from quizzes.nlp.lexicons.plain_words import GRAVE, OF_WHAT_FIELD
from quizzes.nlp.types import Manner, Reading, Role, Span, ToneKind

SHORT, LONG = 45, 230
"""Characters of a sentence that can be weighed among others."""

WHOLE = re.compile(r"[“\"]?[A-Z0-9].*[.!?][”\"’']*", re.DOTALL)
SAID = re.compile(r"“[^”]*”|\"[^\"]*\"")
"""Words between marks."""
STRAY = re.compile(r"[“”\"‘;…\[\]]|\s['’]|[a-z]{3}[.!?]\s+[A-Z]|^[A-Z ,.]{4,40} [–—―-]")
"""What a sentence with its quotations taken out may not hold: loose marks, a second sentence, a dateline."""
STRESS = re.compile(
    r"\b(?:too|even|only|just|at least|still|again|while|although|though|however|but|yet|manag(?:e[ds]?|ing)|great|ambitions?|tensions?"
    r"|perceiv(?:e[ds]?|ing)|unconvinced|concern(?:s|ed)?|chance|long|short|hopes?|fears?|everything|nothing|all part|some of the|one of the|[a-z]{4,}iest)\b",
    re.IGNORECASE,
)
"""Words by which a writer may judge though no table has them."""
PLAIN_LY = frozenset(
    """family july early daily weekly monthly yearly hourly nearly recently currently previously formerly approximately reply replies
    apply supply assembly ally allies only fly rely italy friendly elderly likely initially originally separately""".split()
)
PLAIN_ADJECTIVES = frozenset(
    """new old first last former other many several more few own same next previous current final full whole half open closed
    public private federal national local white black early late young male female married single left right high low
    large small big recent total separate different available due live inside outside upper lower front back on off up down in
    out all some any two three four five here there near now later earlier american foreign domestic legal military medical
    official armed alive dead pregnant born online present absent after before over under then better hard fast be well like
    even through round""".split()
)
"""Words that WordNet has as adjectives with an opposite or as adverbs, and that only tell (own list)."""
STRONG = 0.5
"""Strength of a word that somebody is quoted with."""


def others_than_judging(reading: Reading) -> Iterator[tuple[Term, str]]:
    """The article's sentences in which the writer does not judge, each with what takes it for one that does."""
    for span in reading.sentences:
        if not is_shown(reading, span) or not tells_plainly(reading, span):
            continue
        term = (reading.article, str(span.start))
        if _quotes_a_judgement(reading, span):
            yield term, "quotation-read-as-own-voice"
        elif is_plain_sentence(reading, span) and not SAYING.search(span.of(reading.text)):
            grave = not GRAVE.isdisjoint(WORD.findall(span.of(reading.text)))
            yield term, "grave-fact-read-as-judgement" if grave else "plain-word-read-as-judging"


def is_shown(reading: Reading, span: Span) -> bool:
    """True for a whole sentence of the body that can be weighed beside others."""
    words = one_line(span.of(reading.text))
    if not SHORT <= len(words) <= LONG or not WHOLE.fullmatch(words):
        return False
    return (
        words[-1] not in "?!"
        and role_at(reading, span.start) is Role.BODY
        and not STRAY.search(SAID.sub(" ", words))
    )


def tells_plainly(reading: Reading, span: Span) -> bool:
    """True where no word outside the quotations of a sentence is known to judge, or looks like one that may."""
    if any(
        t.kind is ToneKind.LOADED and t.voice is None and span.covers(t.start, t.end) for t in reading.tones
    ):
        return False
    own = SAID.sub(" ", one_line(span.of(reading.text)))
    return (
        not OPINION.search(own)
        and not STRESS.search(own)
        and not any(_may_judge(w) for w in WORD.findall(own))
    )


def _may_judge(word: str) -> bool:
    """True for a word of the tables, and for any adjective or adverb that may say more than a fact."""
    folded = word.casefold()
    if is_listed(word) or (folded.endswith("ly") and folded not in PLAIN_LY):
        return True
    return folded in _adjectives() and folded not in PLAIN_ADJECTIVES | OF_WHAT_FIELD


@cache
def _adjectives() -> frozenset[str]:
    """Adjectives with an opposite, and those that judge."""
    pairs = (word for row in rows_of("antonyms") if row[0] == "a" for word in row[1:])
    return frozenset(pairs) | {adjective for adjective, _ in rows_of("judgement")}


def _quotes_a_judgement(reading: Reading, span: Span) -> bool:
    spoken = [q for q in reading.quotations if q.manner is not Manner.INDIRECT and q.speaker is not None]
    marked = [
        Span(span.start + m.start(), span.start + m.end()) for m in SAID.finditer(span.of(reading.text))
    ]
    return any(
        t.kind is ToneKind.LOADED
        and t.voice is not None
        and t.strength >= STRONG
        and any(m.covers(t.start, t.end) for m in marked)
        and any(q.start <= t.start and t.end <= q.end for q in spoken)
        for t in reading.tones
    )


def writer_judges(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    reading = matrix.reading(name_in(answer, 0))
    if reading.article != name_in(arguments, 0):
        raise Undecided("a sentence of another article")
    span = sentence_at(reading, name_in(answer, 1))
    if not is_shown(reading, span) or is_inside_speech(reading, span):
        raise Undecided("no sentence that can be weighed by itself")
    own = (j for j in judging_words(matrix, reading.article) if j.tone.voice is None and j.sentence == span)
    if any(own):
        is_own = not MARKS.search(span.of(reading.text)) and is_plain_sentence(reading, span)
        return no_doubt_when(is_own, "perhaps words of somebody", answer=True)
    return no_doubt_when(tells_plainly(reading, span), "perhaps a judgement", answer=False)


def _sentence(matrix: Matrix, term: Term) -> str:
    reading = matrix.reading(name_in(term, 0))
    return quoted(one_line(sentence_at(reading, name_in(term, 1)).of(reading.text)))


SENTENCE_QUESTIONS: dict[str, Question] = {"writer-judges": Question(writer_judges, _sentence)}
