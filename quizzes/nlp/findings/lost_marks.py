"""A speaker's words that an article gives without marks: as its own, or moved into reported speech."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from quizzes.nlp.findings.quoted_sentences import Quoted
from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding
from quizzes.nlp.lexicons.derived import rows_of
from quizzes.nlp.lexicons.speech import VERB_FORMS
from quizzes.nlp.reuse import Sentence, fold_words
from quizzes.nlp.types import (
    Finding,
    FindingKind,
    Manner,
    Position,
    Quotation,
    Reading,
    Relation,
    Role,
    Source,
    Span,
)

ALIKE = 0.75
"""Share of the quoted words that the sentence without marks repeats."""

UNMARKED, SHIFTED = 0.65, 0.5

MARKS = re.compile(r"[\"“”„«»]")

TELLING, FEWEST = 3, 3
"""Letters of a word that tells something in reported speech, and how many such words must come again, in order."""


def find_lost_marks(side: SideBySide, quoted: list[Quoted]) -> Iterator[Finding]:
    """A finding for each sentence that an article gives as its own and others quote, and for each quoted sentence that
    another article puts into reported speech."""
    yield from given_as_own(side)
    yield from shifted(side, quoted)


def given_as_own(side: SideBySide) -> Iterator[Finding]:
    quoting: defaultdict[tuple[str, Span], list[Sentence]] = defaultdict(list)
    for shared in side.shared_by_originals:
        marked, bare = sorted((shared.left, shared.right), key=lambda s: -len(s.quoted))
        if not shared.is_marked or marked.article == bare.article or bare.quoted or is_reported(side, bare):
            continue
        if shared.shared >= ALIKE * len(marked.quoted) and 2 * len(marked.quoted) >= ALIKE * len(
            marked.words
        ):
            quoting[bare.article, bare.span].append(marked)
    for (article, span), marked_ones in sorted(quoting.items()):
        names = listed([side.name(a) for a in sorted({m.article for m in marked_ones})])
        how = (
            "reports without marks"
            if is_said(span.of(side.reading(article).text))
            else "gives as its own words"
        )
        yield marks_finding(
            [
                quoted_position(side, a, s)
                for a, s in [(article, span), *((m.article, m.span) for m in marked_ones)]
            ],
            f"{side.name(article)} {how} what others quote ({names}).",
            UNMARKED,
        )


def is_said(sentence: str) -> bool:
    """True where a verb of saying stands in a sentence."""
    return any(w in VERB_FORMS for w in re.findall(r"[a-z]+", sentence.casefold()))


def marks_finding(positions: list[Position], summary: str, confidence: float) -> Finding:
    return make_finding(
        FindingKind.QUOTATION_ALTERED,
        positions,
        summary,
        confidence,
        relation=Relation.CONFLICT,
        aspect="marks",
    )


def quoted_position(side: SideBySide, article: str, span: Span, speaker: Source | None = None) -> Position:
    """The position of quoted words; the sentence that holds them is the evidence."""
    words = side.slice(article, span.start, span.end)
    return Position(article, (), words.text, speaker, (side.sentence(article, span.start) or words,))


def is_reported(side: SideBySide, sentence: Sentence) -> bool:
    """True where the sentence is somebody's words after all: reported speech, or a paragraph that a mark or colon opens."""
    reading, span = side.reading(sentence.article), sentence.span
    if any(q.start < span.end and span.start < q.end for q in reading.quotations):
        return True
    told = [p for p in reading.passages if p.role is Role.BODY]
    at = bisect_right([p.start for p in told], span.start) - 1
    if at < 0:
        return False
    marks = set("\"'“‘«„")
    opened = reading.text[told[at].start] in marks or bool((marks | {"”"}) & set(span.of(reading.text)))
    return opened or (at > 0 and reading.text[: told[at - 1].end].endswith(":"))


def shifted(side: SideBySide, quoted: list[Quoted]) -> Iterator[Finding]:
    """A finding for each quoted sentence whose words another article reports of the same person without marks."""
    direct = [q for q in quoted if q.known_as]
    for reading in side.originals:
        for quotation in reading.quotations:
            if (
                quotation.manner is not Manner.INDIRECT
                or quotation.speaker is None
                or has_marks(reading, quotation)
            ):
                continue
            name = frozenset(quotation.speaker.name.casefold().split())
            repeated = [
                q
                for q in direct
                if q.article != reading.article and q.known_as & name and is_shifted(q, quotation)
            ]
            if not repeated:
                continue
            names = listed([side.name(a) for a in sorted({q.article for q in repeated})])
            span = Span(quotation.start, quotation.end)
            yield marks_finding(
                [
                    quoted_position(side, reading.article, span, quotation.speaker),
                    *(quoted_position(side, q.article, q.span, q.speaker) for q in repeated),
                ],
                f"{side.name(reading.article)} reports without marks what others quote ({names}).",
                SHIFTED,
            )


def has_marks(reading: Reading, quotation: Quotation) -> bool:
    """True where reported speech holds words between marks."""
    return MARKS.search(quotation.text) is not None or any(
        q.manner is not Manner.INDIRECT and q.start < quotation.end and quotation.start < q.end
        for q in reading.quotations
    )


def is_shifted(quoted: Quoted, reported: Quotation) -> bool:
    """True where reported speech has all telling words of a quoted sentence, in order: all but those that change with
    the one who speaks and the time ("I have", "she had")."""
    said = [stem(w.folded) for w in quoted.words if tells(w.folded)]
    rest = iter(stem(w.folded) for w in fold_words(reported.text, 0, len(reported.text)) if tells(w.folded))
    return len(said) >= FEWEST and all(word in rest for word in said)


SHIFTING = frozenset(
    """i me my mine we us our ours you your he him his she her hers it its they them their am is are was were be been being have has
    had having do does did will would shall should can could may might must this that these those here there now then today
    that's it's i'm we're they're i've we've a an the and but so to of""".split()
)
"""Words that change or fall away in reported speech, and those that tell nothing (closed classes)."""


IRREGULAR = {row[0]: row[1] for row in rows_of("irregular_verbs")}


def tells(word: str) -> bool:
    return len(word) >= TELLING and word not in SHIFTING


def stem(word: str) -> str:
    """A verb without its tense, as far as its ending tells, else as the table of irregular forms has it."""
    found = IRREGULAR.get(word, word)
    if found.endswith(("ied", "ies")):
        return f"{found[:-3]}y"
    return re.sub(r"(?:e|e?d|e?s)$", "", found)
