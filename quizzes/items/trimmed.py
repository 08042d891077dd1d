"""Items from one utterance that two articles give in different words or lengths: what is gone, where it stands, what it does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from quizzes.items import building
from quizzes.items.building import Ask, Distractor
from quizzes.items.expressions import Call
from quizzes.items.matrix import Matrix
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.unmarked import places_of, words_in
from quizzes.items.wording import one_line, quoted, speech, stop
from quizzes.nlp.findings.voices import surname
from quizzes.nlp.findings.word_changes import Change, Stretch, compare_words
from quizzes.nlp.types import Evidence, Finding, Manner, Position, Quotation

LONG = 330
"""Characters of the longer version that a stem can hold."""

LEAST, MOST = 3, 8
"""Words of a stretch that an option shows: fewer say little, more are no longer weighed side by side."""

CUT_LEAST = 2
"""Long words that are gone at least, where the cut takes away something worth asking about."""

FILLER = re.compile(
    r"(?:truth be told|(?:and )?i think|you know|i mean|as i(?:'ve|’ve| have)? said|i (?:can't|can’t|cannot) help but think|frankly"
    r"|let me be clear|the fact (?:of the matter )?is|to be honest|look|well|again|of course|we have seen|it is|it's|it’s)\b[ ,]*",
    re.IGNORECASE,
)
"""Openings that say nothing of their own (own list): without them the whole thought is still there."""

SHOWN_CUT = re.compile(r"…|\.\s?\.")
"""Marks by which an outlet shows that it has left out words."""

SHARED_LEAST = 3
"""Words in a row that a student can look for in both articles."""
SHARED_SHOWN = 12

LONG_WORD = 6
"""Letters of a word that says something by itself: with one such, two words will do."""

IN_A_ROW = 5
"""Words in a row that are no chance: where an article has so many of a cut, it may have moved them."""


@dataclass(frozen=True)
class Versions:
    """A fuller and a shorter version of one utterance, each in its quotation, and what lies between them."""

    fuller: Position
    shorter: Position
    in_fuller: Quotation
    in_shorter: Quotation
    stretches: tuple[Stretch, ...]
    cut: tuple[str, ...]
    """What the fuller version has and the shorter article has nowhere, where it is long enough to say something."""
    shared: str
    """The longest words in a row that both have, in each article in one place alone."""
    speaker: str
    """Who says it, by both articles."""

    def call(self, name: str) -> Call:
        ends = (self.in_fuller, self.in_shorter)
        return Call(name, tuple(a for q in ends for a in (q.article, str(q.start))))


def versions_of(matrix: Matrix, positions: tuple[Position, ...]) -> Versions | None:
    """The two positions that differ most in what the shorter leaves out; None without two such."""
    found = [v for a, b in permutations(positions, 2) if (v := _versions(matrix, a, b)) is not None]
    return max(
        found,
        key=lambda v: (bool(v.cut), len(v.fuller.value or ""), -len(v.shorter.value or "")),
        default=None,
    )


def _versions(matrix: Matrix, fuller: Position, shorter: Position) -> Versions | None:
    ends = _quotation(matrix, fuller), _quotation(matrix, shorter)
    if fuller.article == shorter.article or ends[0] is None or ends[1] is None:
        return None
    speaker = one_speaker(ends[0], ends[1])
    stretches = compare_words(fuller.value or "", shorter.value or "")
    same = [s.one for s in stretches if s.change is Change.SAME]
    shared = _without_small_ends(max(same, key=lambda text: len(words_in(text)), default=""))
    if speaker is None or len(words_in(shared)) < SHARED_LEAST:
        return None
    # a second place with the same words may be what the other article has cut
    if any(len(list(places_of(matrix.reading(p.article), shared))) != 1 for p in (fuller, shorter)):
        return None
    has_more = any(s.change is not Change.SAME and s.one for s in stretches)
    cut = tuple(
        s.one
        for s in stretches
        if s.change is not Change.SAME and is_telling_cut(s.one) and is_gone(matrix, shorter.article, s.one)
    )
    if not has_more:
        return None
    return Versions(fuller, shorter, ends[0], ends[1], stretches, cut, shared, speaker)


SMALL_ENDS = frozenset(
    "a an the of to and or but in on at for with by that this is it like as from he's".split()
)


def _without_small_ends(text: str) -> str:
    """The words in a row without those at their ends that say nothing when torn off ("and gives it to the")."""
    words = list(words_in(text))
    while words and words[-1].folded in SMALL_ENDS:
        words.pop()
    while words and words[0].folded in {"and", "or", "but", "that"}:
        words.pop(0)
    return one_line(text[words[0].start : words[-1].end]) if words else ""


def one_speaker(one: Quotation, other: Quotation) -> str | None:
    """The fuller name of the person who says both; None where an article leaves it open or names another."""
    names = [q.speaker.name for q in (one, other) if q.speaker is not None]
    if len(names) < 2 or len({surname(n) for n in names}) > 1 or not surname(names[0]):
        return None
    return max(names, key=lambda n: (len(n.split()), n))


def is_only_cut(versions: Versions) -> bool:
    """True where the shorter version has no word that the fuller lacks, small ones like "a" aside."""
    put_in = (s.other for s in versions.stretches if s.change in {Change.ADDED, Change.CHANGED})
    return all(w.folded in SMALL_ENDS for text in put_in for w in words_in(text))


def is_telling_cut(text: str) -> bool:
    """True for words without which a part of the thought is gone."""
    rest = text
    while (found := FILLER.match(rest.lstrip(" ,"))) and found.end():
        rest = rest.lstrip(" ,")[found.end() :]
    return says_something(rest) and sum(len(w.folded) >= LONG_WORD for w in words_in(rest)) >= CUT_LEAST


def is_gone(matrix: Matrix, article: str, words: str) -> bool:
    """True where no part of the words stands anywhere in the article, be it in another sentence of the quotation."""
    reading = matrix.reading(article)
    return not any(next(places_of(reading, piece), None) for piece in pieces(words, IN_A_ROW))


def _quotation(matrix: Matrix, position: Position) -> Quotation | None:
    """The quotation that holds the position's words between marks."""
    if position.article not in matrix.readings:
        return None
    return next(
        (
            q
            for q in matrix.reading(position.article).quotations
            if q.manner is not Manner.INDIRECT
            and (position.value or "") in q.text
            and any(e.start < q.end and q.start < e.end for e in position.evidence)
        ),
        None,
    )


def trimmed_items(
    matrix: Matrix, finding: Finding, seed: int, *, is_changed: bool
) -> Iterator[ItemDraft | None]:
    """Which words are left out, the sentences that hold the two versions, and what the cut does.

    `is_changed`: words inside the two versions differ, so that they are worth finding even where nothing is cut.
    """
    positions = tuple(p for p in finding.positions if p.article in matrix.readings)
    versions = versions_of(matrix, positions)
    if versions is None or not (is_changed or (versions.cut and is_only_cut(versions))):
        return
    if SHOWN_CUT.search(versions.shorter.value or ""):
        return
    if versions.cut and is_only_cut(versions):
        yield which_words(matrix, finding, seed, versions)
    yield where_they_stand(matrix, finding, seed, versions)


def says_something(text: str) -> bool:
    words = words_in(text)
    return len(words) >= LEAST or (len(words) == LEAST - 1 and any(len(w.folded) >= LONG_WORD for w in words))


def which_words(matrix: Matrix, finding: Finding, seed: int, versions: Versions) -> ItemDraft | None:
    """Words of the fuller version, of which the shorter lacks one set."""
    kept = [s.one for s in versions.stretches if s.change is Change.SAME]
    most = max(LEAST, min(MOST, sum(len(words_in(text)) for text in kept) // 2))
    wrong: list[Distractor] = [
        ((piece,), "kept-read-as-cut") for text in kept for piece in pieces(text, most)
    ]
    full = speech(versions.fuller.value or "")
    if len(full) > LONG:
        return None
    one, other = (matrix.name(p.article) for p in (versions.fuller, versions.shorter))
    stem = f"{one} quotes {versions.speaker}: {full}{stop(full)} Which of these words are missing from the quotation in {other}?"
    ask = _ask(matrix, finding, seed, versions, stem, 0.5)
    keys = sorted({p for text in versions.cut for p in pieces(text, most)}, key=lambda k: (-weight(k), k))
    drafts = (building.choice(ask, versions.call("left-out"), (key,), wrong) for key in keys)
    return next((d for d in drafts if d is not None), None)


def weight(words: str) -> int:
    """How many of the words say something: those are asked for first."""
    return sum(len(w.folded) >= LONG_WORD for w in words_in(words))


def pieces(text: str, most: int) -> Iterator[str]:
    """The text in runs of words that an option can show, in even parts where it is long."""
    words = words_in(text)
    if not says_something(text):
        return
    parts = -(-len(words) // most)
    size = -(-len(words) // parts)
    for at in range(0, len(words), size):
        piece = one_line(text[words[at].start : words[min(at + size, len(words)) - 1].end])
        if says_something(piece) and "[" not in piece and "]" not in piece:
            yield piece


def where_they_stand(matrix: Matrix, finding: Finding, seed: int, versions: Versions) -> ItemDraft | None:
    """The sentences to pick: in each of the two articles, the one that holds the utterance."""
    one, other = (
        matrix.name(a) for a in matrix.readings if a in {versions.fuller.article, versions.shorter.article}
    )
    if len(words_in(versions.shared)) > SHARED_SHOWN:
        return None
    more = (
        "One of the two quotes more of what was said."
        if is_only_cut(versions)
        else "The rest of the quotation is not the same in both."
    )
    stem = (
        f"{one} and {other} both quote {versions.speaker} with the words {quoted(versions.shared)}. {more} "
        "In each of the two, tick the sentence with these words."
    )
    ask = _ask(matrix, finding, seed, versions, stem, 0.4)
    return building.evidence(ask, versions.call("version"), (versions.shared,))


def _told(matrix: Matrix, versions: Versions) -> list[str]:
    one, other = (matrix.name(p.article) for p in (versions.fuller, versions.shorter))
    told = [f"The words {speech(text)} stand in {one} and not in {other}." for text in versions.cut]
    changed = [
        f"{one} has {speech(s.one)} where {other} has {speech(s.other)}."
        for s in versions.stretches
        if s.change is Change.CHANGED and s.one.strip() and s.other.strip()
    ]
    return [*told, *changed]


def _ask(
    matrix: Matrix, finding: Finding, seed: int, versions: Versions, stem: str, difficulty: float
) -> Ask:
    evidence: tuple[Evidence, ...] = tuple(p.evidence[0] for p in (versions.fuller, versions.shorter))
    quotes = " ".join(f"{matrix.name(e.article)}: {quoted(e.text)}" for e in evidence)
    why = f"{quotes} {' '.join(_told(matrix, versions))}"
    return Ask(matrix, finding, seed, Skill.WORDING, stem, why, evidence, difficulty)
