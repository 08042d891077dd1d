"""One utterance given in different words between the marks, cut to different lengths, or without its marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding
from quizzes.nlp.findings.spelt_persons import spelt_twice
from quizzes.nlp.reuse import Sentence, Word, find_shared, fold_words, shingles
from quizzes.nlp.types import (
    Finding,
    FindingKind,
    Manner,
    Position,
    Quotation,
    Reading,
    Relation,
    Source,
    SourceKind,
    Span,
)

BLOCK = 3
"""Words in a row that two quoted sentences share before they are compared."""

ALIKE, FEWEST = 0.75, 5
"""Two quoted sentences are one utterance where they share three in four words of the shorter, and five at least."""

ALIKE_INSIDE = 0.85
"""And of the stretch from the first shared word to the last, what lies between them may differ so little."""

ALIKE_OF_ONE, FEWEST_OF_ONE = 0.7, 4
"""Where one person by name speaks, so little will do inside sentences that begin and end alike, and so few words of
one that is cut at an end."""

CUT = 3
"""A cut of fewer words at an end ("and", "I think") changes nothing worth a question."""

LONG_WORD, LONG_WORDS = 6, 2
"""A cut-out phrase of fewer than `FEWEST` words must hold two long ones, else it may be anybody's."""

ALTERED, TRIMMED, UNMARKED = 0.75, 0.5, 0.65


@dataclass(frozen=True)
class Quoted:
    """The part of a quotation that lies in one sentence."""

    article: str
    span: Span
    speaker: Source | None
    words: tuple[Word, ...]
    is_split: bool
    """Cut in two by its own cue: then a part is no shortening."""
    known_as: frozenset[str] = frozenset()
    """The words of the name of the person who speaks, folded; those of a name in two spellings by one of them."""

    @property
    def folded(self) -> tuple[str, ...]:
        return tuple(spelling(w.folded) for w in self.words)


def find_altered_quotations(side: SideBySide) -> Iterator[Finding]:
    """A finding for each utterance that articles quote in different words or lengths, or repeat without marks."""
    spellings = {
        name.casefold(): spelt[0].name.casefold()
        for spelt in spelt_twice(side)
        for other in spelt
        for name in (other.name, other.name.split()[-1])
    }
    quoted = [q for r in side.originals for q in quoted_sentences(r, spellings)]
    related: defaultdict[Relation, list[tuple[Quoted, Quoted]]] = defaultdict(list)
    for a, b in candidates(quoted):
        relation = relate(a.folded, b.folded, is_one=bool(a.known_as & b.known_as))
        if relation is Relation.CONFLICT or (relation and not (a.is_split or b.is_split)):
            related[relation].append((a, b))
    for relation, pairs in sorted(related.items()):
        for together in connected(pairs):
            yield altered(side, relation, together)
    yield from unmarked(side)


def quoted_sentences(reading: Reading, spellings: dict[str, str]) -> Iterator[Quoted]:
    split = {
        i for q in reading.quotations if q.continues and goes_on(reading, q) for i in (q.id, q.continues)
    }
    for quotation in reading.quotations:
        if quotation.manner is Manner.INDIRECT:
            continue
        for sentence in reading.sentences:
            start, end = max(sentence.start, quotation.start), min(sentence.end, quotation.end)
            words = fold_words(reading.text, start, end) if start < end else ()
            if len(words) >= BLOCK:
                yield Quoted(
                    reading.article,
                    Span(start, end),
                    quotation.speaker,
                    words,
                    quotation.id in split,
                    known_as(quotation.speaker, spellings),
                )


def goes_on(reading: Reading, quotation: Quotation) -> bool:
    """True where the cue before a quotation interrupts a sentence, and no stop stands behind it."""
    cue = reading.text[max(0, quotation.start - 10) : quotation.start].rstrip(" \n\"“”'‘’«»")
    return quotation.text[:1].islower() or not cue.endswith((".", "!", "?", ":"))


def known_as(speaker: Source | None, spellings: dict[str, str]) -> frozenset[str]:
    if speaker is None or speaker.kind is not SourceKind.PERSON:
        return frozenset()
    name = speaker.name.casefold()
    return frozenset(spellings.get(name, name).split())


def candidates(quoted: list[Quoted]) -> list[tuple[Quoted, Quoted]]:
    """The pairs from two articles that share a run of `BLOCK` words."""
    blocks: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, unit in enumerate(quoted):
        for shingle in set(shingles(unit.folded, BLOCK)):
            blocks[shingle].append(at)
    # One article may say the same a thousand times; only what two share is paired.
    shared = [places for places in blocks.values() if len({quoted[at].article for at in places}) > 1]
    pairs = sorted({pair for places in shared for pair in combinations(places, 2)})
    return [(quoted[a], quoted[b]) for a, b in pairs if may_be_one(quoted[a], quoted[b])]


def may_be_one(a: Quoted, b: Quoted) -> bool:
    """False within one article, and where two persons of different names speak."""
    if a.article == b.article:
        return False
    return not (a.known_as and b.known_as) or bool(a.known_as & b.known_as)


def spelling(word: str) -> str:
    """British and American spellings of one word alike."""
    return word.replace("isation", "ization").replace("ise", "ize").replace("our", "or")


def relate(a: tuple[str, ...], b: tuple[str, ...], *, is_one: bool = False) -> Relation | None:
    """CONFLICT where words inside differ, PRECISION where one is cut out of the other; None for no or equal utterances.

    `is_one`: one person by name says both.
    """
    short, long = sorted((a, b), key=len)
    at = next((n for n in range(len(long) - len(short) + 1) if long[n : n + len(short)] == short), None)
    if at is not None:
        is_end = is_one and at in {0, len(long) - len(short)}
        telling = (
            len(short) >= (FEWEST_OF_ONE if is_end else FEWEST)
            or sum(len(w) >= LONG_WORD for w in short) >= LONG_WORDS
        )
        return Relation.PRECISION if telling and len(long) - len(short) >= CUT else None
    blocks = [m for m in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks() if m.size]
    shared = sum(m.size for m in blocks)
    first, last = blocks[0], blocks[-1]
    region = last.a + last.size - first.a + last.b + last.size - first.b
    if shared < FEWEST or shared < ALIKE * len(short):
        return None
    is_framed = (first.a, first.b) == (0, 0) and region == len(a) + len(b)
    alike = ALIKE_OF_ONE if is_one and is_framed else ALIKE_INSIDE
    return Relation.CONFLICT if 2 * shared >= alike * region else None


def connected(pairs: Iterable[tuple[Quoted, Quoted]]) -> list[list[Quoted]]:
    """The quoted sentences that hang together by pairs."""
    sets: list[list[Quoted]] = []
    for pair in pairs:
        joined = [s for s in sets if pair[0] in s or pair[1] in s]
        sets = [s for s in sets if s not in joined]
        sets.append(list(dict.fromkeys([q for s in joined for q in s] + list(pair))))
    return sets


def altered(side: SideBySide, relation: Relation, quoted: list[Quoted]) -> Finding:
    names = listed([side.name(a) for a in sorted({q.article for q in quoted})])
    how = "in different words" if relation is Relation.CONFLICT else "cut to different lengths"
    return make_finding(
        FindingKind.QUOTATION_ALTERED,
        [quoted_position(side, q.article, q.span, q.speaker) for q in quoted],
        f"{names} quote the same words {how}.",
        ALTERED if relation is Relation.CONFLICT else TRIMMED,
        relation=relation,
        aspect="words" if relation is Relation.CONFLICT else "length",
    )


def quoted_position(side: SideBySide, article: str, span: Span, speaker: Source | None = None) -> Position:
    """The position of quoted words; the sentence that holds them is the evidence."""
    words = side.slice(article, span.start, span.end)
    return Position(article, (), words.text, speaker, (side.sentence(article, span.start) or words,))


def unmarked(side: SideBySide) -> Iterator[Finding]:
    """A finding for each sentence that an article gives as its own and others quote."""
    quoting: defaultdict[tuple[str, Span], list[Sentence]] = defaultdict(list)
    for shared in find_shared(side.originals):
        marked, bare = sorted((shared.left, shared.right), key=lambda s: -len(s.quoted))
        if marked.article == bare.article or bare.quoted or not marked.quoted or is_reported(side, bare):
            continue
        if shared.shared >= ALIKE * len(marked.quoted) and 2 * len(marked.quoted) >= ALIKE * len(
            marked.words
        ):
            quoting[bare.article, bare.span].append(marked)
    for (article, span), marked_ones in sorted(quoting.items()):
        names = listed([side.name(a) for a in sorted({m.article for m in marked_ones})])
        yield make_finding(
            FindingKind.QUOTATION_ALTERED,
            [
                quoted_position(side, a, s)
                for a, s in [(article, span), *((m.article, m.span) for m in marked_ones)]
            ],
            f"{side.name(article)} gives as its own words what others quote ({names}).",
            UNMARKED,
            relation=Relation.CONFLICT,
            aspect="marks",
        )


def is_reported(side: SideBySide, sentence: Sentence) -> bool:
    """True where the sentence is somebody's words after all: reported speech, or a paragraph opened by a mark."""
    reading, span = side.reading(sentence.article), sentence.span
    if any(q.start < span.end and span.start < q.end for q in reading.quotations):
        return True
    paragraph = next((p for p in reading.passages if p.start <= span.start < p.end), None)
    marks = set("\"'“”‘«„")
    return bool(paragraph and reading.text[paragraph.start] in marks) or bool(
        marks & set(span.of(reading.text))
    )
