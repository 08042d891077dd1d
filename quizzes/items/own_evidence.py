"""What an article itself has by name, or on paper, on a matter that it gives on a nameless word: where a reader looks first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.items.indefinite import is_full_name
from quizzes.items.matrix import Matrix
from quizzes.items.whose_words import sentence_of, sure_speaker
from quizzes.items.wording import one_line, quoted
from quizzes.nlp.findings.told_words import ToldSentence
from quizzes.nlp.types import Evidence, Role

PAPER = re.compile(
    r"\b(?:copies|screen ?shots?|documents?|letters?|e-?mails?|messages?|transcripts?|records?|recordings?|filings?|papers|memos?"
    r"|videos?|footage|photographs?|photos|correspondence)\b|shots\b",
    re.IGNORECASE,
)
"""What others can read, see or hear again (own list)."""

MADE_PUBLIC = re.compile(
    r"\b(?:releas|publish|post(?:ed|s|ing)\b|produced\b|handed over|turned over|made public|shared\b|unseal|filed\b)",
    re.IGNORECASE,
)
"""How verbs begin that tell that somebody has let others see it."""

NOT_YET = re.compile(
    r"\b(?:not|never|refus\w+|declin\w+|fail\w+|asked|urged|sources?|anonym\w+)\b|n[’']t\b", re.IGNORECASE
)

LONGEST = 260
"""Characters of a sentence that a model answer can quote."""

SHARED = 2
"""Telling words in common from which two sentences of one article are of one matter."""

COMMON = 0.34
"""Share of an article's sentences that have a word which tells of the whole story, and of no matter in it."""


def to_look_at_first(matrix: Matrix, evidence: Evidence) -> str | None:
    """The next step inside the article: a paper that others can see, or somebody with a name who speaks of the matter."""
    told = _told(matrix, evidence)
    if told is None:
        return None
    of_matter = sorted(_of_matter(matrix, told), key=lambda s: -len(s.stems & told.stems))
    text = matrix.reading(evidence.article).text
    for sentence in of_matter:
        words = one_line(sentence.span.of(text))
        if PAPER.search(words) and MADE_PUBLIC.search(words) and not NOT_YET.search(words):
            return (
                f"the same article tells of something that others can read or see for themselves: {quoted(words)} I would look"
                " at that first, and whether it shows the same."
            )
    names = dict(_named(matrix, evidence))
    for sentence in of_matter:
        if name := names.get(sentence.span.start):
            words = one_line(sentence.span.of(text))
            return (
                f"in the same article, {name} speaks of the matter with a name: {quoted(words)} I would first weigh how much of it"
                " that confirms, since this speaker can be asked."
            )
    return None


def _told(matrix: Matrix, evidence: Evidence) -> ToldSentence | None:
    sentences = matrix.told.by_article.get(evidence.article, ())
    return next((s for s in sentences if s.span.start <= evidence.start < s.span.end), None)


def _of_matter(matrix: Matrix, told: ToldSentence) -> Iterator[ToldSentence]:
    """The other sentences of the article's body with enough of the statement's words, one at least that is not all over the
    article."""
    own = [s for s in matrix.told.by_article[told.article] if s.role is Role.BODY]
    text = matrix.reading(told.article).text
    for sentence in own:
        shared = sentence.stems & told.stems
        rare = [one for one in shared if sum(one in s.stems for s in own) <= max(SHARED, COMMON * len(own))]
        is_short = len(one_line(sentence.span.of(text))) <= LONGEST
        if sentence is not told and is_short and len(shared) >= SHARED and rare:
            yield sentence


def _named(matrix: Matrix, evidence: Evidence) -> Iterator[tuple[int, str]]:
    """Where the article hands on what persons with a name say, each in one sentence."""
    reading = matrix.reading(evidence.article)
    for quotation in reading.quotations:
        speaker, said = sure_speaker(reading, quotation), sentence_of(matrix, quotation)
        if speaker is not None and said is not None and is_full_name(speaker):
            yield said.start, speaker.name
