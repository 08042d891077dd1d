"""Items on who stands behind a statement: somebody with a name, a source without one, or the outlet alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from quizzes.items import building
from quizzes.items.asking import Undecided
from quizzes.items.building import Ask, Distractor
from quizzes.items.expressions import Call, Term
from quizzes.items.indefinite import is_full_name
from quizzes.items.matrix import Matrix
from quizzes.items.own_voice import IN_AN_OPTION, SENTENCE, own_sentences
from quizzes.items.retold import SAYING_INSIDE, SOMEBODY, WHOSE, is_told_again
from quizzes.items.said import is_clause
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.whole_sentences import POINTING
from quizzes.items.whose_words import (
    is_between_marks,
    sentence_of,
    sentences_around,
    sure_speaker,
    surely_says,
)
from quizzes.items.wording import one_line, quoted, rationale_quote
from quizzes.nlp.types import Evidence, Finding, Quotation, Reading

SHORTEST = 6
"""Words that a statement needs to say something."""

LEANING = re.compile(
    r"^(?:he|she|they|his|her|their|we|i|who|which|that|this|these|those|it|its|such|there|then|so)\b|[\"“”‘]|(?:^|\s)['’]",
    re.IGNORECASE,
)
"""How a statement begins that speaks of its own source, and marks inside one: part of it is quoted."""

SECOND_HAND = re.compile(
    r"\b(?:according to|reportedly|reported|reports|privately|citing|cited|sources?|familiar with|spoke on condition|told)\b",
    re.IGNORECASE,
)
"""Words by which a named person's statement may itself have come through somebody else ("he told her, the Post reported")."""


def behind_items(
    matrix: Matrix, finding: Finding, seed: int, statement: Quotation, *, is_first: bool
) -> Iterator[ItemDraft | None]:
    """Who is behind each of several statements, asked once of an article; which of them comes from a source without a name."""
    each = who_is_behind_each(matrix, finding, seed, statement) if is_first else None
    yield each or which_is_nameless(matrix, finding, seed, statement)


def which_is_nameless(matrix: Matrix, finding: Finding, seed: int, statement: Quotation) -> ItemDraft | None:
    """Of statements by several speakers and by the outlet itself, the one behind which a source without a name stands."""
    evidence, reading = sentence_of(matrix, statement), matrix.reading(statement.article)
    if evidence is None or not is_brief(statement):
        return None
    wrong: list[Distractor] = [(t, "attribution-overlooked") for t in _of_the_named(reading, is_brief)]
    wrong += [(t, "source-assumed") for t in _own(reading)]
    outlet = matrix.name(statement.article)
    stem = f"{outlet} reports all of these statements. Which one rests on a source without a name?"
    why = f"{rationale_quote(outlet, evidence, statement.speaker)} For each of the others a person is named, or no source at all."
    ask = Ask(matrix, finding, seed, Skill.SOURCING, stem, why, (evidence,), 0.5)
    return building.choice(ask, Call("on-nameless-word"), _term(statement), wrong)


def who_is_behind_each(matrix: Matrix, finding: Finding, seed: int, statement: Quotation) -> ItemDraft | None:
    """One statement by a named person, one by a source without a name, and one in the outlet's own voice."""
    reading = matrix.reading(statement.article)
    named = next(_of_the_named(reading, is_plain), None)
    own, evidence = next(_own(reading), None), sentence_of(matrix, statement)
    if evidence is None or named is None or own is None or not is_plain(statement):
        return None
    pairs: list[tuple[Term, Term]] = [
        (named, ("person",)),
        (_term(statement), ("nameless",)),
        (own, ("outlet",)),
    ]
    shown = [_sentence_of(matrix, term) for term, _ in pairs]
    outlet = matrix.name(reading.article)
    stem = f"{outlet} reports these three statements. Match each with who stands behind it in the article."
    quotes = " ".join(quoted(one_line(e.text)) for e in shown)
    why = f"{outlet}: {quotes} Whom an article names can be looked up and asked; for the rest a reader has only the outlet's word."
    ask = Ask(matrix, finding, seed, Skill.SOURCING, stem, why, tuple(shown), 0.5)
    return building.match(ask, Call("stands-behind"), pairs, articles=False)


def which_is_its_own(matrix: Matrix, finding: Finding, seed: int, article: str) -> ItemDraft | None:
    """Of an article's statements, the one that it gives without saying who it is from."""
    reading = matrix.reading(article)
    keys = list(islice(_own(reading), 3))
    wrong: list[Distractor] = [(t, "attribution-overlooked") for t in _of_anybody(matrix, reading)]
    outlet = matrix.name(article)
    stem = f"{outlet} tells its readers all of this. For which one does it give no source?"
    for key in keys:
        evidence = _sentence_of(matrix, key)
        why = (
            f"{outlet}: {quoted(one_line(evidence.text))} Nobody is named as its source, so readers have only the outlet's word for it."
            " Each of the others stands beside a verb of saying, and with it who says so."
        )
        ask = Ask(matrix, finding, seed, Skill.SOURCING, stem, why, (evidence,), 0.5)
        if draft := building.choice(ask, Call("own-voice"), key, wrong):
            return draft
    return None


def is_brief(statement: Quotation) -> bool:
    """True for words that can stand beside others and do not lean on the sentence around them."""
    words = one_line(statement.text).strip(" ,;:.")
    if is_between_marks(statement) and not is_clause(statement):
        return False
    is_plain = LEANING.search(words) is None and SAYING_INSIDE.search(words) is None
    return is_plain and len(words.split()) >= SHORTEST and len(words) <= IN_AN_OPTION


def is_plain(statement: Quotation) -> bool:
    """True for a brief statement that an outlet could make too: one with "we" or "his" in it is somebody's words at a glance."""
    return is_brief(statement) and not any(p.search(statement.text) for p in (POINTING, SOMEBODY, WHOSE))


def _of_the_named(reading: Reading, is_fit: Callable[[Quotation], bool]) -> Iterator[Term]:
    """Fit statements of persons by name that come through nobody else."""
    for quotation in reading.quotations:
        speaker = sure_speaker(reading, quotation) if is_fit(quotation) else None
        if speaker and is_full_name(speaker) and not _is_at_second_hand(reading, quotation):
            yield _term(quotation)


def _of_anybody(matrix: Matrix, reading: Reading) -> Iterator[Term]:
    """Plain statements, told once and in one sentence, for which the article says who makes them."""
    for quotation in reading.quotations:
        if not is_plain(quotation) or len(sentences_around(reading, quotation)) != 1:
            continue
        if is_told_again(reading, quotation):
            continue
        try:
            surely_says(matrix, quotation)
        except Undecided:
            continue
        yield _term(quotation)


def _own(reading: Reading) -> Iterator[Term]:
    return ((reading.article, str(s.start), SENTENCE) for s in own_sentences(reading))


def _term(statement: Quotation) -> Term:
    return statement.article, str(statement.start)


def _sentence_of(matrix: Matrix, term: Term) -> Evidence:
    """The sentence that a statement begins in."""
    article, start = str(term[0]), int(str(term[1]))
    reading = matrix.reading(article)
    span = next(s for s in reading.sentences if s.start <= start < s.end)
    return Evidence(article, span.start, span.end, span.of(reading.text))


def _is_at_second_hand(reading: Reading, statement: Quotation) -> bool:
    """True where another than the speaker may have told of the statement: it may rest on a nameless word too."""
    words = " ".join(
        reading.text[s.start : s.end].replace(statement.text, "")
        for s in sentences_around(reading, statement)
    )
    cue = (statement.cue or "").split()[:1]
    return any(
        found[0].casefold() not in (w.casefold() for w in cue) for found in SECOND_HAND.finditer(words)
    )
