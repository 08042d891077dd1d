"""Sentences that articles share, word for word or nearly: blocking by shingles, then alignment. Free of spaCy.

Sentences that have no run of `BLOCK` words in common are never compared, so the work grows with the length
of the story, not with its square. Words are compared folded: case, the shape of marks, the ways to write "US",
figures and percents, and British and American spellings fall together, because copies change just these.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations

from quizzes.nlp.lexicons.numbers import ONES, TENS
from quizzes.nlp.lexicons.spellings import american
from quizzes.nlp.types import TOLD, Manner, Passage, Reading, Role, Span

RUN = 7
"""Words in a row that two texts rarely share by chance (METER's wire copies, and the usual setting of
plagiarism detection, lie between six and eight)."""

BLOCK = 5
"""Words in a row that two sentences must share to be compared at all."""

NEAR = 0.85
"""Share of the shorter sentence's words, in order, that makes a near copy without a run of `RUN` words."""

PART = 0.5
"""A run shorter than `LONG_RUN` must make up, with what else is shared, this part of the shorter sentence:
seven words of a long sentence ("to return to the 2020 trade deal") may be chance."""

LONG_RUN = 10
"""A run that needs no such proof."""

NEAR_WORDS = 8
"""A near copy shares at least so many words: shorter ones are too often stock phrases."""

NAMES_MOST = 0.6
"""Share of names and figures in the shared words above which a run is a title or a name, not a borrowed sentence."""

COPY = 0.9
"""Share of common shingles from which two articles are one text (headers and corrected letters aside)."""

WORD = re.compile(
    r"\b(?:united\s+states(?:\s+of\s+america)?|u\.\s?s\.\s?a?\.?|usa|us)(?![\w])|\bper\s+cent\b|%|[^\W_]+(?:[.,'’][^\W_]+)*",
    re.IGNORECASE,
)
US = re.compile(r"(?:united\s+states.*|u\.?\s?s\.?\s?a?\.?)", re.IGNORECASE)


@dataclass(frozen=True)
class Word:
    folded: str
    start: int
    end: int
    is_name: bool


@dataclass(frozen=True)
class Sentence:
    article: str
    span: Span
    role: Role
    words: tuple[Word, ...]
    quoted: frozenset[int]
    """The places of the words that stand between quotation marks."""


@dataclass(frozen=True)
class SharedSentence:
    """Two sentences that share `shared` words in order, `run` of them in a row.

    `is_marked`: most of these stand between marks in one sentence at least; `is_quotation`: in both.
    """

    left: Sentence
    right: Sentence
    shared: int
    run: int
    is_quotation: bool
    is_verbatim: bool
    is_marked: bool = False


def fold_words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of a stretch of text, folded, with their offsets."""
    return tuple(
        Word(fold(m.group()), m.start(), m.end(), m.group()[0].isupper() or m.group()[0].isdigit())
        for m in WORD.finditer(text, start, end)
    )


NUMBERS = {word: f"{int(value)}" for word, value in (ONES | TENS).items() if value > 1}
"""Papers spell small numbers out or not, each by its own rule; "one" is a pronoun as well."""


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """A word as it is compared: lower case, straight marks, one way to write "US", percents, figures and American spelling."""
    if US.fullmatch(word):
        return "us"
    small = word.casefold().replace("’", "'")
    if small == "%" or small.split() == ["per", "cent"]:
        return "percent"
    if small[:1].isdigit():
        return re.sub(r"(?<=\d),(?=\d{3})", "", small)
    return NUMBERS.get(small) or american(small)


def told_sentences(reading: Reading) -> Iterator[Sentence]:
    """The sentences of a reading's headline, captions and body, as words."""
    quotations = [Span(q.start, q.end) for q in reading.quotations if q.manner is not Manner.INDIRECT]
    passages = told_passages(reading)
    starts = [p.start for p in passages]
    for span in reading.sentences:
        passage = passages[bisect_right(starts, span.start) - 1] if starts else None
        if passage is None or not passage.start <= span.start < passage.end:
            continue
        words = fold_words(reading.text, span.start, span.end)
        here = [q for q in quotations if q.start < span.end and span.start < q.end]
        quoted = frozenset(n for n, w in enumerate(words) if any(q.covers(w.start, w.end) for q in here))
        yield Sentence(reading.article, span, passage.role, words, quoted)


def told_passages(reading: Reading) -> tuple[Passage, ...]:
    return tuple(p for p in reading.passages if p.role in TOLD)


def find_shared(readings: Sequence[Reading]) -> Iterator[SharedSentence]:
    """Pairs of sentences, in two articles or in one, that share `RUN` words in a row or are near copies.

    What stands many times word for word is compared with others once: its copies are paired with the first alone.
    """
    return shared_among([s for r in readings for s in told_sentences(r)])


def shared_among(sentences: Sequence[Sentence]) -> Iterator[SharedSentence]:
    """Pairs of these sentences."""
    first: dict[tuple[object, ...], int] = {}
    pairs: set[tuple[int, int]] = set()
    blocks: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, sentence in enumerate(sentences):
        words = tuple(w.folded for w in sentence.words)
        original = first.setdefault((words, sentence.quoted, sentence.role), at)
        if original != at:
            pairs.add((original, at))
            continue
        for shingle in set(shingles(words)):
            blocks[shingle].append(at)
    pairs |= {pair for places in blocks.values() for pair in combinations(places, 2)}
    for left, right in sorted(pairs):
        a, b = sentences[left], sentences[right]
        if a.article == b.article and {a.role, b.role} != {Role.BODY}:
            continue  # a headline or caption repeats its text
        shared = align(a, b)
        if shared is not None:
            yield shared


def shingles(words: Sequence[str], size: int = BLOCK) -> Iterator[tuple[str, ...]]:
    return (tuple(words[n : n + size]) for n in range(len(words) - size + 1))


def align(left: Sentence, right: Sentence) -> SharedSentence | None:
    """What two sentences share, None where it is too little, or names alone."""
    a, b = [w.folded for w in left.words], [w.folded for w in right.words]
    blocks = [m for m in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks() if m.size]
    if not blocks:
        return None
    run, shared = max(m.size for m in blocks), sum(m.size for m in blocks)
    part = shared / min(len(a), len(b))
    is_near = shared >= NEAR_WORDS and part >= NEAR
    is_run = run >= LONG_RUN or (run >= RUN and part >= PART)
    if not (is_near or is_run):
        return None
    at = [n for m in blocks for n in range(m.a, m.a + m.size) if m.size >= 2]
    opposite = [n for m in blocks for n in range(m.b, m.b + m.size) if m.size >= 2]
    if sum(left.words[n].is_name for n in at) > NAMES_MOST * len(at):
        return None
    together = list(zip(at, opposite, strict=True))
    in_both = sum(x in left.quoted and y in right.quoted for x, y in together)
    in_one = sum(x in left.quoted or y in right.quoted for x, y in together)
    half = len(together) / 2
    return SharedSentence(left, right, shared, run, in_both > half, a == b, in_one > half)


def is_strong(pair: SharedSentence) -> bool:
    """True for a near copy of so many words that nobody writes it twice by chance."""
    shorter = min(len(pair.left.words), len(pair.right.words))
    if pair.is_verbatim:
        return pair.shared >= NEAR_WORDS
    return pair.shared >= LONG_RUN and pair.shared >= NEAR * shorter


def find_copies(readings: Iterable[Reading]) -> dict[str, str]:
    """Each article that repeats another's whole text, with the article it repeats: the first by date, then by id.

    An article without a date stands after those with one: nothing shows that it came first.
    """
    ordered = sorted(readings, key=lambda r: (r.published or "9999", r.article))
    copies: list[tuple[int, str]] = []
    originals: list[tuple[str, int]] = []
    having: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for reading in ordered:
        own = told_shingles(reading)
        common = Counter(at for shingle in own for at in having.get(shingle, ()))
        like = [at for at, n in common.items() if n >= COPY * (len(own) + originals[at][1] - n)]
        if like:
            copies.append((min(like), reading.article))
            continue
        for shingle in own:
            having[shingle].append(len(originals))
        originals.append((reading.article, len(own)))
    return {copy: originals[at][0] for at, copy in sorted(copies, key=lambda c: c[0])}


def told_shingles(reading: Reading) -> frozenset[tuple[str, ...]]:
    words = [w.folded for p in told_passages(reading) for w in fold_words(reading.text, p.start, p.end)]
    return frozenset(shingles(words))
