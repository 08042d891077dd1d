"""Statements told apart by who stands behind them: a person with a name, a source without one, or nobody but the outlet.

| question | an answer is | it is right where |
|---|---|---|
| `on-nameless-word()` | statement | it is surely an unnamed source's; a named one's, or the outlet's own, is wrong |
| `own-voice()` | statement | the article surely gives no source for it; what surely somebody says is wrong |
| `stands-behind()` | statement + `person`, `nameless` or `outlet` | so it is |

A statement is (article, start of a quotation), or (article, start of a sentence, `sentence`) for one in the outlet's own voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.items.asking import Arguments, Question, Undecided, name_in, no_doubt_when
from quizzes.items.expressions import Term
from quizzes.items.indefinite import is_full_name, is_indefinite
from quizzes.items.matrix import Matrix
from quizzes.items.sentences import sentence_at, telling_stems
from quizzes.items.sharing import has_marks
from quizzes.items.texts import SAYING
from quizzes.items.unmarked import is_inside_speech
from quizzes.items.whole_sentences import (
    BOUND,
    LEANING,
    MARKS,
    OPINION,
    POINTING,
    SHORT,
    WHOLE,
    has_verb,
    runs_on,
)
from quizzes.items.whose_words import quotation_at, surely_says
from quizzes.items.wording import capitalised, one_line, quoted
from quizzes.nlp.findings.side_by_side import role_at
from quizzes.nlp.types import Reading, Role, SourceKind, Span

SENTENCE = "sentence"

BEHIND = {
    "person": "A person whose name is given",
    "nameless": "Somebody whose name is not given",
    "outlet": "Nobody: no source is given",
}

IN_AN_OPTION = 180
"""Characters of a statement that stands beside others."""

MOSTLY = 0.5
"""Part of a sentence's telling words in another one that may give the source of both."""

HELD_BACK = re.compile(
    r"\b(?:apparent\w*|suspect\w*|accus\w+|charg\w+|expected|thought|called|calls|describ\w+|wrote|writes?|tweet\w*|post(?:ed|s)?|show(?:s|ed|n)?"
    r"|f(?:ou|i)nds?|argu\w+|contend\w*|deni\w+|den(?:y|ies)|agree\w*|acknowledg\w+|ask(?:s|ed|ing)?|promis\w+|pledg\w+|predict\w*|note[sd]?"
    r"|learn\w*|known?|question\w*|complain\w*|want(?:s|ed)?|hop(?:es?|ed)|plan(?:s|ned)?|vow\w*|applau\w+|prais\w+|blam\w+|encourag\w+"
    r"|compar\w+|echo\w*|condemn\w*|denounc\w+|critici\w+|rumou?r\w*|consider\w*|regard\w*|seen as|is seen|fear\w*|appeal\w*|urg\w+"
    r"|threat\w+|jok\w+|thank\w*|demand\w*|welcom\w+|object\w*|recommend\w*|testif\w+|rul(?:ed|ing)|respon\w+|respond\w*|clear|discuss\w*"
    r"|convers\w+|talk\w*|sp(?:oke|eaks?)|cast|challeng\w+|support\w*|belief|scheduled|authorities (?:ha[ds]|have|were|are|will)|press|conference|statement|debate\w*|controvers\w+)\b",
    re.IGNORECASE,
)
"""Further words by which a sentence hands on what somebody thinks, shows or has said, or judges it (own list)."""


def own_sentences(reading: Reading) -> Iterator[Span]:
    """Whole sentences that the article states itself, without a source in their paragraph and without telling them again.

    Not the first of the text: it sums up what the next ones give sources for.
    """
    body = [s for s in reading.sentences if role_at(reading, s.start) is Role.BODY]
    for sentence in body[1:]:
        if _is_whole(reading, sentence) and _is_own(reading, sentence):
            yield sentence


def _is_whole(reading: Reading, sentence: Span) -> bool:
    """True for one plain statement of a fact that is understood beside others of its article."""
    words = one_line(sentence.of(reading.text))
    if not SHORT <= len(words) <= IN_AN_OPTION or not WHOLE.fullmatch(words) or not has_verb(words):
        return False
    is_plain = not any(p.search(words) for p in (MARKS, LEANING, POINTING, OPINION, BOUND))
    return is_plain and not runs_on(reading, sentence)


def _is_own(reading: Reading, sentence: Span) -> bool:
    paragraph = next((p for p in reading.passages if p.start <= sentence.start < p.end), sentence)
    text = reading.text[paragraph.start : paragraph.end]
    if (
        SAYING.search(text)
        or HELD_BACK.search(text)
        or has_marks(text)
        or is_inside_speech(reading, sentence)
    ):
        return False
    if any(q.start < paragraph.end and paragraph.start < q.end for q in reading.quotations):
        return False
    sought = telling_stems(sentence.of(reading.text))
    again = (s for s in reading.sentences if s != sentence)
    return not any(
        len(sought & telling_stems(s.of(reading.text))) >= MOSTLY * max(1, len(sought)) for s in again
    )


def _kind(matrix: Matrix, statement: Term) -> str:
    """Who stands behind a statement; Undecided where a reader may doubt it."""
    reading = matrix.reading(name_in(statement, 0))
    if len(statement) > 2:
        is_own = sentence_at(reading, name_in(statement, 1)) in own_sentences(reading)
        no_doubt_when(is_own, "a source may stand behind it", answer=True)
        return "outlet"
    speaker = surely_says(matrix, quotation_at(matrix, name_in(statement, 0), name_in(statement, 1)))
    if speaker.kind is SourceKind.ANONYMOUS:
        no_doubt_when(is_indefinite(speaker), "perhaps named elsewhere", answer=True)
        return "nameless"
    no_doubt_when(is_full_name(speaker), "a body, or half a name", answer=True)
    return "person"


def rests_on_nameless(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    return _kind(matrix, answer) == "nameless"


def is_in_own_voice(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    if len(answer) > 2:
        return _kind(matrix, answer) == "outlet"
    surely_says(matrix, quotation_at(matrix, name_in(answer, 0), name_in(answer, 1)))
    return False


def stands_behind(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    *statement, kind = answer
    if kind not in BEHIND:
        raise Undecided("no kind of source")
    return _kind(matrix, tuple(statement)) == kind


def _told(matrix: Matrix, term: Term) -> str:
    """A statement as an option: what is retold begins like a sentence too, and none ends in a stop."""
    if len(term) == 1:
        return BEHIND[name_in(term, 0)]
    if len(term) > 2:
        reading = matrix.reading(name_in(term, 0))
        words = sentence_at(reading, name_in(term, 1)).of(reading.text)
    else:
        words = quotation_at(matrix, name_in(term, 0), name_in(term, 1)).text
    return quoted(capitalised(one_line(words).strip(" ,;:.")))


OWN_VOICE_QUESTIONS: dict[str, Question] = {
    "on-nameless-word": Question(rests_on_nameless, _told),
    "own-voice": Question(is_in_own_voice, _told),
    "stands-behind": Question(stands_behind, _told),
}
