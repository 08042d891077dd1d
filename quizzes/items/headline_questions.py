"""Questions on headlines: who acts in them, whose words they hold, and what in the article bears them out.

| question | an answer is | it is right where |
|---|---|---|
| `headline-names-doer(verb)` | article | its headline says by that verb who did it; wrong where it says by that verb only to whom it was done |
| `headline-leaves-open()` | article + `doer`, `deed`, `whom` or `why` | the headline tells what was done to whom and not who did it; wrong where it tells that |
| `headline-speaker(article, words)` | name of a speaker, or `outlet` | the article gives the headline's quoted words as that person's, and as nobody else's |
"""

from __future__ import annotations

import re
from functools import cache

from quizzes.items import texts
from quizzes.items.asking import Arguments, Groups, Question, Undecided, name_in, no_doubt_when, outlet_text
from quizzes.items.expressions import Term
from quizzes.items.groups import NoSentence, sentence_group
from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.items.speakers import is_persons_name, quotes_by_name
from quizzes.items.unmarked import places_of
from quizzes.items.wording import folded
from quizzes.nlp.findings.side_by_side import role_at
from quizzes.nlp.findings.voices import surname
from quizzes.nlp.lexicons.derived import rows_of, words_of
from quizzes.nlp.lexicons.same_deeds import DEED_OF
from quizzes.nlp.lexicons.speech import inflected
from quizzes.nlp.types import (
    HeadlineFrame,
    Manner,
    Quotation,
    Reading,
    Role,
    Source,
    SourceKind,
    Span,
)

OUTLET = "outlet"
OUTLET_TEXT = "Nobody: the words are the outlet’s own"
BEING = frozenset(
    "is are was were has have had be been will would may might can could must shall should".split()
)
"""Helpers beside the verb of a headline."""

HEADLINE_MARKS = re.compile(r"(?<!\w)['‘“\"]([^'‘’“”\"]{4,80})['’”\"](?!\w)")


def names_doer(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    reading = matrix.reading(name_in(answer, 0))
    frame = reading.headline_frame
    if (
        frame is None
        or verb_stem(frame) != name_in(arguments, 0)
        or not frame.subject
        or not reading.headline
    ):
        raise Undecided("the headline does not tell this act")
    if frame.is_passive:
        return no_doubt_when(
            not frame.object and not NAMED_AFTER.search(reading.headline),
            "it may name who did it",
            answer=False,
        )
    return no_doubt_when(
        bool(frame.object) and texts.says_who_acts(frame), "perhaps a passive without its verb", answer=True
    )


NAMED_AFTER = re.compile(r"\b[Bb]y\b|:")
STEM = 4


def verb_stem(frame: HeadlineFrame) -> str | None:
    """By what two headlines tell one act: "fires", "Is Fired"."""
    words = (frame.act or "").casefold().split()
    telling = [w for w in words if w not in BEING]
    return telling[0][:STEM] if len(telling) == 1 and len(telling[0]) >= STEM else None


def is_headline_speaker(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    said = headline_quotation(matrix.reading(name_in(arguments, 0)), name_in(arguments, 1))
    if said is None or said.speaker is None:
        raise Undecided("not surely one person's words")
    offered = name_in(answer, 0)
    if offered == OUTLET:
        return False
    if surname(offered) == surname(said.speaker.name):
        return True
    known = quotes_by_name(matrix.reading(name_in(arguments, 0)), offered) is not None
    return no_doubt_when(known and is_persons_name(offered), "nobody who is surely another", answer=False)


def headline_quotation(reading: Reading, words: str) -> Quotation | None:
    """The quotation of the body that holds the headline's words, where all that hold them are one named person's."""
    found = []
    for span in places_of(reading, words):
        if _is_in_headline(reading, span):
            continue
        holding = [
            q
            for q in reading.quotations
            if q.manner is not Manner.INDIRECT and q.start <= span.start and span.end <= q.end
        ]
        if not holding or not _is_named(holding[0].speaker):
            return None
        found += holding[:1]
    names = {surname(q.speaker.name) for q in found if q.speaker is not None}
    return found[0] if len(names) == 1 else None


def _is_in_headline(reading: Reading, span: Span) -> bool:
    """True in the headline, and where the text prints it a second time."""
    if role_at(reading, span.start) is Role.HEADLINE:
        return True
    headline = folded(reading.headline or "")
    lines = reading.text[: span.start].rpartition("\n")[2] + reading.text[span.start :].partition("\n")[0]
    return bool(headline) and folded(lines) == headline


def _is_named(source: Source | None) -> bool:
    return source is not None and source.kind is SourceKind.PERSON and is_persons_name(source.name)


def speaker_groups(matrix: Matrix, arguments: Arguments, key: Term) -> Groups:
    """The sentences of the body that give the headline's words as somebody's."""
    reading, words = matrix.reading(name_in(arguments, 0)), name_in(arguments, 1)
    spans = [s for s in places_of(reading, words) if not _is_in_headline(reading, s)]
    sentences = {matrix.sentence(reading.article, s.start, s.end) for s in spans}
    if not sentences or None in sentences:
        raise NoSentence
    holding = [
        q
        for q in reading.quotations
        if any(q.start <= s.start and s.end <= q.end for s in spans) and q.speaker
    ]
    for quotation in holding:
        sentences |= {s for s in reading.sentences if s.start < quotation.end and quotation.start < s.end}
        sentences |= {s for s in reading.sentences if quotation.speaker and _leads_to(reading, s, quotation)}
    return [sentence_group(reading.article, sorted(s for s in sentences if s is not None))]


def _leads_to(reading: Reading, sentence: Span, quotation: Quotation) -> bool:
    """True for the sentence that names the speaker, the quotation's own or the one right before or behind it."""
    speaker = quotation.speaker
    if speaker is None:
        return False
    if sentence.start <= speaker.start < sentence.end:
        return True
    own = [n for n, s in enumerate(reading.sentences) if s.start < quotation.end and quotation.start < s.end]
    at = reading.sentences.index(sentence)
    is_near = bool(own) and own[0] - 1 <= at <= own[-1] + 1
    return is_near and surname(speaker.name) in folded(sentence.of(reading.text)).split()


DONE_BY_PEOPLE = ("criticizing", "arresting", "killing", "injuring", "imprisoning", "attacking", "naming")
"""Tables of verbs for what somebody does to somebody; others ("stuck", "stunned") may tell how he feels."""
LEFT_OPEN = {
    "doer": "By whom was {name} {done}?",
    "deed": "What was done to {name}?",
    "whom": "Who was {done}?",
    "why": "Why was {name} {done}?",
}
"""With the verb, not "it": a headline may hold a second act, as what somebody was criticized for."""
REASON = re.compile(r"\b(?:over|for|because)\b", re.IGNORECASE)


@cache
def deeds() -> frozenset[str]:
    """The forms of the verbs for what somebody does to somebody."""
    verbs = {verb for table in DONE_BY_PEOPLE for verb in words_of(table)}
    forms = {form for verb in verbs for form in inflected(verb)}
    forms |= {form for form, verb in rows_of("irregular_verbs") if verb in verbs}
    done = {DEED_OF[word] for word in ("dismissed", "killed", "arrested", "charged", "sued")}
    return frozenset(forms | {word for word, deed in DEED_OF.items() if deed in done})


def is_left_open(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    """Who did it is left open by a headline that names to whom it was done, tells what, and has no "by"."""
    reading = matrix.reading(name_in(answer, 0))
    frame, headline = reading.headline_frame, reading.headline or ""
    if frame is None or not frame.is_passive or not frame.subject or NAMED_AFTER.search(headline):
        raise Undecided("it may say who did it")
    name, told = to_whom(frame), done_in(frame)
    if len(told) != 1 or told[0] not in deeds() or not _is_name_in(reading, name):
        raise Undecided("perhaps nobody did it, or it is not said to whom")
    asked = name_in(answer, 1)
    if asked == "why":
        return no_doubt_when(bool(REASON.search(headline)), "perhaps no reason is given", answer=False)
    return asked == "doer"


def to_whom(frame: HeadlineFrame) -> str:
    """The last two words of a headline's subject: a name, where the body has them too."""
    return " ".join((frame.subject or "").partition(",")[0].split()[-2:])


def done_in(frame: HeadlineFrame) -> list[str]:
    """The words of its verb without the helpers."""
    return [w for w in (frame.act or "").casefold().split() if w not in BEING]


def _is_name_in(reading: Reading, name: str) -> bool:
    """True for a name of two words that the body has too: words with capitals may be no name in a headline."""
    places = (m.start() for m in re.finditer(rf"\b{re.escape(name)}\b", reading.text))
    return len(name.split()) > 1 and any(role_at(reading, at) is not Role.HEADLINE for at in places)


def _asked(matrix: Matrix, term: Term) -> str:
    frame = matrix.reading(name_in(term, 0)).headline_frame
    if (asked := name_in(term, 1)) in LEFT_OPEN and frame is not None:
        return LEFT_OPEN[asked].format(name=to_whom(frame), done=" ".join(done_in(frame)))
    raise NotInMatrix(asked)


def _speaker(matrix: Matrix, term: Term) -> str:
    name = name_in(term, 0)
    return OUTLET_TEXT if name == OUTLET else name


HEADLINE_QUESTIONS: dict[str, Question] = {
    "headline-names-doer": Question(names_doer, outlet_text),
    "headline-leaves-open": Question(is_left_open, _asked),
    "headline-speaker": Question(is_headline_speaker, _speaker, speaker_groups),
}
