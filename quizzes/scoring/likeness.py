"""Which open answers say the same or nearly so, that one mark may be given to all of them.

Two answers are *the same* where they differ in case, accents, marks, white space and small slips of spelling only;
they are *near* where few words are others. What is near is shown beside the rest with its difference marked, and
gets the mark only where the grader says so: "they did copy" and "they did not copy" are near.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

import numpy as np

NEAR = 0.75
"""Share of two answers' words that must agree for them to be near: one word in four may be another."""
FEWEST_WORDS = 3
"""Shorter answers are put together only where they are the same: in "yes" every word is the whole answer."""
CANDIDATE = 0.45
"""Share of letter triples below which two answers are not compared word by word: one slip in each word leaves a half."""
TRIED = 3
"""With how many of the likest groups an answer is compared word by word."""
BUCKETS = 2048
"""Columns into which letter triples are thrown; two in one only make a comparison more."""
MOST_TEXTS = 4000
"""Different answers beyond which only identical ones are put together: the table of all pairs takes 64 MB there."""
SLIPS = ((8, 2), (5, 1))
"""(letters of the shorter word, letters that may differ): in short words one letter makes another word (same, some)."""
NUMBER_WORDS = frozenset(
    "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty thirty forty fifty sixty seventy eighty ninety eighth ninth third fourth fifth sixth seventh tenth".split()
)
"""Never slips of one another: "eight" is not "eighty"."""


@dataclass(frozen=True)
class Word:
    """A word as compared, and where it stands in the answer."""

    fold: str
    start: int
    end: int


@dataclass(frozen=True)
class Piece:
    """A stretch of an answer; `is_other` where the first answer has other words, `missing` what only the first has."""

    text: str
    is_other: bool = False
    missing: str = ""


def fold_answer(text: str) -> str:
    """The words of an answer, case, accents, marks and white space aside."""
    return " ".join(word.fold for word in words(text))


def words(text: str) -> list[Word]:
    """The words of an answer in order; an apostrophe is part of its word ("can't" is "cant")."""
    return [
        Word(_fold(found.group()), found.start(), found.end())
        for found in re.finditer(r"\w+(?:['’ʼ]\w+)*", text)
    ]


def differences(first: str, other: str) -> tuple[Piece, ...]:
    """`other` cut where its words are not those of `first`; a single plain piece where the two are the same."""
    ours, theirs = words(first), words(other)
    pieces: list[Piece] = []
    at = 0
    for tag, i, i_end, j, j_end in _opcodes(ours, theirs):
        if tag == "equal":
            continue
        start, end = (theirs[j].start, theirs[j_end - 1].end) if j < j_end else (at, at)
        if j == j_end and j < len(theirs):
            start = end = theirs[j].start
        elif j == j_end:
            start = end = len(other)
        missing = first[ours[i].start : ours[i_end - 1].end] if i < i_end else ""
        pieces += [Piece(other[at:start]), Piece(other[start:end], is_other=True, missing=missing)]
        at = end
    pieces.append(Piece(other[at:]))
    return tuple(piece for piece in pieces if piece.text or piece.missing)


@lru_cache(maxsize=16)  # every page of a queue asks for the same groups again
def alike(texts: tuple[str, ...]) -> tuple[tuple[int, ...], ...]:
    """The places of the texts in groups of same and near ones; the same groups for any order of the texts."""
    places: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        places.setdefault(fold_answer(text), []).append(place)
    folds = sorted(places, key=lambda fold: (-len(places[fold]), fold))
    return tuple(tuple(sorted(p for n in group for p in places[folds[n]])) for group in _near(folds))


def _near(folds: Sequence[str]) -> list[list[int]]:
    """Groups of folded answers, each around its first: the commoner one of two comes first."""
    if len(folds) > MOST_TEXTS:
        return [[n] for n in range(len(folds))]
    likeness = _likeness(folds)
    tokens = [words(fold) for fold in folds]
    groups: dict[int, list[int]] = {}
    leads = np.zeros(len(folds), dtype=bool)
    for n in range(len(folds)):
        leader = next((m for m in _likest(likeness[n], leads) if _is_near(tokens[m], tokens[n])), n)
        leads[leader] = True
        groups.setdefault(leader, []).append(n)
    return list(groups.values())


def _likest(row: np.ndarray, leads: np.ndarray) -> list[int]:
    """The likest first of groups, of two alike the earlier; those that are not like enough left out."""
    candidates = np.flatnonzero(leads & (row >= CANDIDATE))
    likest = candidates[np.argsort(-row[candidates], kind="stable")]
    return [int(n) for n in likest[:TRIED]]


def _likeness(folds: Sequence[str]) -> np.ndarray:
    """Dice's coefficient of the letter triples of each two answers: 2·common / all."""
    table = np.zeros((len(folds), BUCKETS), dtype=np.float32)
    for n, fold in enumerate(folds):
        table[n, list({zlib.crc32(triple.encode()) % BUCKETS for triple in _triples(fold)})] = 1
    sizes = table.sum(axis=1)
    shares: np.ndarray = 2 * (table @ table.T) / np.maximum(sizes[:, None] + sizes[None, :], 1)
    return shares


def _triples(fold: str) -> Iterator[str]:
    padded = f"  {fold} "
    return (padded[n : n + 3] for n in range(len(padded) - 2))


def _is_near(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    same = sum(i_end - i + j_end - j for tag, i, i_end, j, j_end in _opcodes(ours, theirs) if tag == "equal")
    total = len(ours) + len(theirs)
    if same == total:
        return True
    return min(len(ours), len(theirs)) >= FEWEST_WORDS and same >= NEAR * total


def _opcodes(ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[tuple[str, int, int, int, int]]:
    """difflib's opcodes over words, with slips of spelling taken for equal."""
    matcher = SequenceMatcher(None, [w.fold for w in ours], [w.fold for w in theirs], autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag == "replace":
            yield from _replaced(ours, theirs, i, i_end, j, j_end)
        else:
            yield tag, i, i_end, j, j_end


def _replaced(
    ours: Sequence[Word], theirs: Sequence[Word], i: int, i_end: int, j: int, j_end: int
) -> Iterator[tuple[str, int, int, int, int]]:
    one, other = [w.fold for w in ours[i:i_end]], [w.fold for w in theirs[j:j_end]]
    if "".join(one) == "".join(other):  # "news papers" and "newspapers"
        yield "equal", i, i_end, j, j_end
    elif len(one) == len(other):
        for n, (a, b) in enumerate(zip(one, other, strict=True)):
            yield "equal" if is_slip(a, b) else "replace", i + n, i + n + 1, j + n, j + n + 1
    else:
        yield "replace", i, i_end, j, j_end


def is_slip(one: str, other: str) -> bool:
    """True where two words are taken for one word and a slip of its spelling.

    Their first letters must agree ("possible" and "impossible" do not), and neither may be or hold a number.
    """
    if one == other:
        return True
    allowed = next((most for letters, most in SLIPS if min(len(one), len(other)) >= letters), 0)
    if not allowed or one[0] != other[0] or not (one + other).isalpha() or {one, other} & NUMBER_WORDS:
        return False
    return _distance(one, other) <= allowed


def _distance(one: str, other: str) -> int:
    """Letters put in, left out, changed or swapped with their neighbour (Damerau's optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row, last = row, [i], before
        for j, b in enumerate(other, 1):
            cost = min(row[-1] + 1, before[j] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKD", re.sub(r"['’ʼ]", "", word))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()
