"""Items from sources without a name: to tell them from named ones, to say whose words stand on them, and to weigh them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.items.behind import behind_items, which_is_its_own
from quizzes.items.checking import can_it_be_checked, can_the_figure_be_checked
from quizzes.items.described import described_items, outlets_and_sources
from quizzes.items.figures import source_rank
from quizzes.items.indefinite import insider_role, is_indefinite
from quizzes.items.matrix import Matrix
from quizzes.items.retold import is_told_again
from quizzes.items.speech_questions import shares_run
from quizzes.items.types import ItemDraft
from quizzes.items.whose_words import sentences_around, sure_speaker
from quizzes.items.wording import (
    MEASURES,
    is_plural,
    is_telling,
    one_line,
    same_source,
)
from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.types import Claim, Finding, FindingKind, Quotation, Source

SHORTEST, LONGEST = 6, 260
"""Words that a statement needs to say something, and characters that a stem can hold."""


def anonymous_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Which sources stay unnamed, whose word a statement is, and what a reader can check of it."""
    source, article = _source(matrix, finding), finding.positions[0].article
    if source is None:
        yield _its_own(matrix, finding, seed, article)
        return
    claim = _said_by(matrix, article, source)
    if claim is not None and _is_named_elsewhere(matrix, claim):
        return
    statement = _statement(matrix, article, source)
    is_first = finding == _first_of_article(matrix, article)
    if is_first and article == next(a for a in matrix.readings if _first_of_article(matrix, a)):
        yield outlets_and_sources(matrix, finding, seed)
    if statement is not None:
        yield from behind_items(matrix, finding, seed, statement, is_first=is_first)
        may_repeat = is_first and not _is_in_another(matrix, statement)
        yield from described_items(matrix, finding, seed, statement, may_repeat=may_repeat)
    yield _its_own(matrix, finding, seed, article)
    if claim is not None:
        yield can_the_figure_be_checked(matrix, finding, seed, claim, source)
    elif statement is not None and is_first:
        yield can_it_be_checked(matrix, finding, seed, statement, source)


SAME_WORDS = 6
"""Words in a row by which two articles have one statement from one text."""


def _is_in_another(matrix: Matrix, statement: Quotation) -> bool:
    """True where an article before this one has the statement too: the same would be asked of it."""
    articles = list(matrix.readings)
    before = articles[: articles.index(statement.article)]
    return any(shares_run(matrix.reading(a), statement.text, SAME_WORDS) for a in before)


def _its_own(matrix: Matrix, finding: Finding, seed: int, article: str) -> ItemDraft | None:
    """What the article gives no source for at all, asked once of it."""
    is_first = finding == next(_findings(matrix, article), None)
    return which_is_its_own(matrix, finding, seed, article) if is_first else None


def _findings(matrix: Matrix, article: str) -> Iterator[Finding]:
    """The findings on nameless sources of an article."""
    return (
        f
        for f in matrix.comparison.findings
        if f.kind is FindingKind.ANONYMOUS_SOURCE
        and f.confidence >= SHOWN
        and f.positions[0].article == article
    )


def _first_of_article(matrix: Matrix, article: str) -> Finding | None:
    """The first finding of the article with a source whose statement can be shown: what reads alike is asked once."""
    return next(
        (
            f
            for f in _findings(matrix, article)
            if (source := _source(matrix, f)) and _statement(matrix, article, source)
        ),
        None,
    )


def _source(matrix: Matrix, finding: Finding) -> Source | None:
    """The finding's source where it may be anyone of a kind; else None."""
    found = next((p for p in finding.positions if p.source and p.article in matrix.readings), None)
    if found is None or found.source is None or not is_indefinite(found.source):
        return None
    if insider_role(found.source) is None:
        return None
    if _is_counted_among(matrix, found.article, found.source) or _are_named(
        matrix, found.article, found.source
    ):
        return None
    return found.source


def _is_counted_among(matrix: Matrix, article: str, source: Source) -> bool:
    """True for "63 per cent of drivers said": a share of many, and no source of the article's."""
    before = matrix.reading(article).text[max(0, source.start - 12) : source.start]
    return bool(re.search(r"(?:percent|per cent|%|\d) (?:of )?$", before))


def _are_named(matrix: Matrix, article: str, source: Source) -> bool:
    """True for "several judges" where the article has a "Judge Vale": some of them are named after all."""
    head = re.split(r"\s(?:who|that|with|of|from|in|at|on|close|familiar)\b|,", source.name, maxsplit=1)[0]
    one = head.split()[-1].removesuffix("s") if head.split() else ""
    return bool(
        re.search(rf"\b(?i:{re.escape(one)}) [A-Z][a-z]", matrix.reading(article).text)
    ) and is_plural(head)


def _statement(matrix: Matrix, article: str, source: Source) -> Quotation | None:
    """What the source surely says, in marks or retold, told in one sentence; the article has it on no other word."""
    reading = matrix.reading(article)
    for quotation in reading.quotations:
        speaker = sure_speaker(reading, quotation)
        if speaker is None or not same_source(speaker, source):
            continue
        around = sentences_around(reading, quotation)
        is_short = len(one_line(quotation.text)) <= LONGEST
        is_whole = len(around) == 1 and is_short and len(quotation.text.split()) >= SHORTEST
        if is_whole and not is_told_again(reading, quotation):
            return quotation
    return None


def _said_by(matrix: Matrix, article: str, source: Source) -> Claim | None:
    """A number that matters on the word of the source."""
    own = (
        c for c in matrix.claims.values() if c.article == article and c.measure in MEASURES and is_telling(c)
    )
    return next((c for c in own if same_source(c.source, source)), None)


def _is_named_elsewhere(matrix: Matrix, claim: Claim) -> bool:
    """True where the article gives the same number on a named source's word: the two may be one source."""
    return any(
        c.article == claim.article
        and c.measure == claim.measure
        and c.value.low == claim.value.low
        and source_rank(c.source) > 1
        for c in matrix.claims.values()
    )
