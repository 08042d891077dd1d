"""Questions on who says what: whose words a quotation holds, who is heard where, and what a shorter version leaves out.

| question | an answer is | it is right where |
|---|---|---|
| `says(article, start)`, `says()` | name of a source or `nobody`, (article, start, name) | the quotation there is surely that source's |
| `heard-in(article, …)` | name | each of these articles quotes the person |
| `as-said(article)` | (article, start, name) | that article has the quotation as that person's words |
| `left-out(article, start, article, start)` | words | they stand in the first quotation, and the second's article tells them nowhere; wrong where it quotes the speaker so |

A quotation is named by its article and the offset of its start. Whatever a careful reader could dispute is Undecided.
"""

from __future__ import annotations

from quizzes.items import texts
from quizzes.items.asking import Arguments, Groups, Question, Undecided, name_in, no_doubt_when, outlet_text
from quizzes.items.clauses import is_told_in, is_told_near, is_touched_on
from quizzes.items.expressions import Term
from quizzes.items.groups import sentence_group
from quizzes.items.matrix import Matrix, NotInMatrix, once
from quizzes.items.pronouns import is_pronoun
from quizzes.items.speakers import person_named, speaks_of
from quizzes.items.unmarked import places_of, words_in
from quizzes.items.whose_words import (
    is_between_marks,
    is_named_in,
    is_nobodys,
    quotation_at,
    said_elsewhere,
    sentences_around,
    shares_surname,
    sure_speaker,
    surely_says,
)
from quizzes.items.wording import (
    alike_sources,
    capitalised,
    folded,
    quoted,
    same_source,
    speech,
    with_article,
)
from quizzes.nlp.findings.voices import surname
from quizzes.nlp.types import Quotation, Reading, Source

NOBODY = "nobody"
NOBODY_TEXT = "Nobody is named"


def source_called(matrix: Matrix, name: str) -> Source:
    """The first source of that name whom any article lets speak, or a person whom one names; else NotInMatrix."""
    every = (s for article in matrix.readings for s in texts.sources_of(matrix, article))
    found = next((s for s in every if folded(s.name) == folded(name)), None)
    named = (person for r in matrix.readings.values() if (person := person_named(r, name)))
    if found is None and (found := next(named, None)) is None:
        raise NotInMatrix(name)
    return found


def is_said_by(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    if arguments:
        article, start, name = name_in(arguments, 0), name_in(arguments, 1), name_in(answer, 0)
    else:
        article, start, name = name_in(answer, 0), name_in(answer, 1), name_in(answer, 2)
    quotation, reading = quotation_at(matrix, article, start), matrix.reading(article)
    if quotation.speaker is None:
        if not is_nobodys(reading, quotation) or said_elsewhere(matrix, quotation):
            raise Undecided("perhaps somebody's words after all")
        return name == NOBODY
    speaker = surely_says(matrix, quotation)
    if name == NOBODY:
        return False
    return _is_speaker(matrix, reading, quotation, speaker, source_called(matrix, name))


def _is_speaker(
    matrix: Matrix, reading: Reading, quotation: Quotation, speaker: Source, offered: Source
) -> bool:
    if same_source(speaker, offered):
        return True
    around = sentences_around(reading, quotation)
    sentence = reading.text[around[0].start : around[-1].end]
    is_close = alike_sources(speaker, offered) or surname(speaker.name) == surname(offered.name)
    is_beside = is_named_in(offered.name, sentence) or folded(offered.name) in folded(sentence)
    return no_doubt_when(not is_close and not is_beside, "too close to the speaker", answer=False)


def speech_groups(matrix: Matrix, arguments: Arguments, key: Term) -> Groups:
    """The sentence in which the article gives the words and names who says them: what stands beside it shows no speaker."""
    article, start = name_in(arguments, 0), name_in(arguments, 1)
    quotation, reading = quotation_at(matrix, article, start), matrix.reading(article)
    if quotation.speaker is None:
        raise Undecided("no sentence proves that nobody is named")
    if is_pronoun(quotation.speaker):
        raise Undecided("two sentences prove it together")
    at = quotation.speaker.start
    return [
        sentence_group(article, [s for s in sentences_around(reading, quotation) if s.start <= at < s.end])
    ]


def is_heard_in(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    name = name_in(answer, 0)
    if shares_surname(matrix, name):
        raise Undecided("two persons of that name")
    heard = []
    for n in range(len(arguments)):
        reading = matrix.reading(name_in(arguments, n))
        if quoted_words(reading, name):
            heard.append(True)
        elif speaks_of(reading, name):
            raise Undecided("spoken of, and perhaps quoted")
        elif speaks_of_office(matrix, reading, name):
            raise Undecided("perhaps quoted by the office alone")
        else:
            heard.append(False)
    return all(heard)


def speaks_of_office(matrix: Matrix, reading: Reading, name: str) -> bool:
    """True where the article speaks of the person's office ("the inspector general"), by which it may quote them."""
    return any(office in folded(reading.text) for office in _offices(matrix, surname(name)))


@once
def _offices(matrix: Matrix, name: str) -> frozenset[str]:
    """The offices that the story's articles give to persons of a surname."""
    return frozenset(
        folded(office)
        for a in matrix.readings
        for s in texts.sources_of(matrix, a)
        if surname(s.name) == name
        for office in (s.title, s.affiliation)
        if office and len(office.split()) > 1
    )


def quoted_words(reading: Reading, name: str) -> Quotation | None:
    """The first words between marks that the article surely gives to the person by name."""
    return next(
        (
            q
            for q in reading.quotations
            if is_between_marks(q)
            and (speaker := sure_speaker(reading, q))
            and surname(speaker.name) == surname(name)
        ),
        None,
    )


def is_as_said(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    """Whether the article asked has these words from this person."""
    if name_in(arguments, 0) != name_in(answer, 0):
        raise Undecided("another article's quotation")
    return is_said_by(matrix, (), answer)


def is_not_said_here(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    """True where the article asked has neither the words nor the person."""
    asked, article, start, name = name_in(arguments, 0), *(name_in(answer, n) for n in range(3))
    if asked == article or asked in matrix.comparison.copies:
        return False
    quotation, reading = quotation_at(matrix, article, start), matrix.reading(asked)
    if speaks_of(reading, name) or shares_run(reading, quotation.text):
        raise Undecided("it may say so in other words")
    surely_says(matrix, quotation)
    return True


RUN = 4
"""Words in a row that would remind a reader of a quotation."""


def shares_run(reading: Reading, words: str, size: int = RUN) -> bool:
    """True where the article has a run of words of these."""
    ours, theirs = ([w.folded for w in words_in(t)] for t in (words, reading.text))
    runs = {tuple(theirs[n : n + size]) for n in range(len(theirs) - size + 1)}
    return any(tuple(ours[n : n + size]) in runs for n in range(len(ours) - size + 1))


def is_left_out(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    """Of the speaker's words: True where the other article tells them nowhere, False where it quotes the speaker so."""
    longer, shorter = (quotation_at(matrix, name_in(arguments, n), name_in(arguments, n + 1)) for n in (0, 2))
    words, reading = name_in(answer, 0), matrix.reading(shorter.article)
    if any(has_run(q.text, words) for q in reading.quotations if _is_like(q, shorter)):
        return False
    if not has_run(longer.text, words):
        raise NotInMatrix(words)
    return no_doubt_when(
        next(places_of(reading, words), None) is None and not is_told(reading, shorter, words),
        "it has them elsewhere, or nearly so",
        answer=True,
    )


def is_told(reading: Reading, quotation: Quotation, clause: str) -> bool:
    """True where the article may tell what the clause says: in a word of the same speaker, beside the quotation, or anywhere."""
    if any(is_touched_on(q.text, clause) for q in reading.quotations if _is_like(q, quotation)):
        return True
    at = [n for n, s in enumerate(reading.sentences) if s in sentences_around(reading, quotation)]
    beside = reading.sentences[max(0, at[0] - 1) : at[-1] + 2] if at else ()
    return any(is_told_near(s.of(reading.text), clause) for s in beside) or any(
        is_told_in(s.of(reading.text), clause) for s in reading.sentences
    )


def _is_like(one: Quotation, other: Quotation) -> bool:
    """True for words between marks of one and the same speaker."""
    if one.speaker is None or other.speaker is None or not is_between_marks(one):
        return one == other
    return surname(one.speaker.name) == surname(other.speaker.name)


def has_run(text: str, words: str) -> bool:
    """True where the words stand in the text in a row, case and marks aside."""
    sought, every = ([w.folded for w in words_in(part)] for part in (words, text))
    return any(every[n : n + len(sought)] == sought for n in range(len(every) - len(sought) + 1))


def _speaker(matrix: Matrix, term: Term) -> str:
    if name_in(term, 0) == NOBODY:
        return NOBODY_TEXT
    if len(term) == 2:
        return speech(quotation_at(matrix, name_in(term, 0), name_in(term, 1)).text)
    return capitalised(with_article(source_called(matrix, name_in(term, 0))))


def _outlet_and_source(matrix: Matrix, term: Term) -> str:
    source = source_called(matrix, name_in(term, 1))
    return f"{outlet_text(matrix, term)}: {capitalised(with_article(source))}"


def _name(matrix: Matrix, term: Term) -> str:
    return name_in(term, 0)


def _statement(matrix: Matrix, term: Term) -> str:
    quotation = quotation_at(matrix, name_in(term, 0), name_in(term, 1))
    return f"{name_in(term, 2)} says: {speech(quotation.text)}"


def _words(matrix: Matrix, term: Term) -> str:
    return quoted(name_in(term, 0))


SPEECH_QUESTIONS: dict[str, Question] = {
    "says": Question(is_said_by, _speaker, speech_groups),
    "heard-in": Question(is_heard_in, _name),
    "as-said": Question(is_as_said, _statement, untold=is_not_said_here),
    "left-out": Question(is_left_out, _words),
}
