"""Items from one utterance of which one article quotes more than another: what the readers of the shorter do not learn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from quizzes.items import building
from quizzes.items.building import Ask, Distractor
from quizzes.items.clauses import clauses, runs, says_much, turns_the_sense, weight
from quizzes.items.expressions import Call
from quizzes.items.matrix import Matrix
from quizzes.items.speech_questions import has_run, is_told
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.unmarked import words_in
from quizzes.items.whose_words import is_between_marks
from quizzes.items.wording import one_line, quoted, speech, stop
from quizzes.nlp.findings.voices import surname
from quizzes.nlp.findings.word_changes import Change, Stretch, compare_words
from quizzes.nlp.types import Evidence, Finding, Manner, Position, Quotation

SHARED_LEAST = 5
"""Words in a row that show one utterance: with fewer, somebody may have said much the same twice."""

SHOWN_CUT = re.compile(r"…|\.\s?\.")
"""Marks by which an outlet shows that it has left out words."""

IN_A_ROW = 4
"""Words in a row by which an utterance is known to go on as another version does."""

SMALL_ENDS = frozenset(
    "a an the of to and or but in on at for with by that this is it like as from he's".split()
)


@dataclass(frozen=True)
class Versions:
    """A fuller and a shorter version of one utterance, each in its quotation, and what lies between them."""

    fuller: Position
    shorter: Position
    in_fuller: Quotation
    in_shorter: Quotation
    stretches: tuple[Stretch, ...]
    cut: tuple[str, ...]
    """Clauses of the fuller version that the shorter article tells nowhere, those that say most first."""
    speaker: str
    """Who says it, by both articles."""

    def call(self, name: str) -> Call:
        ends = (self.in_fuller, self.in_shorter)
        return Call(name, tuple(a for q in ends for a in (q.article, str(q.start))))


def trimmed_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """What a reader of the shorter version does not learn, and what the cut does."""
    positions = tuple(p for p in finding.positions if p.article in matrix.readings)
    versions = versions_of(matrix, positions)
    if versions is not None:
        yield which_words(matrix, finding, seed, versions)
        yield what_the_cut_does(matrix, finding, seed, versions)


def versions_of(matrix: Matrix, positions: tuple[Position, ...]) -> Versions | None:
    """The two positions that differ most in what the shorter leaves out; None without two such."""
    found = [v for a, b in permutations(positions, 2) if (v := _versions(matrix, a, b)) is not None]
    return max(found, key=lambda v: (len(v.fuller.value or ""), -len(v.shorter.value or "")), default=None)


def _versions(matrix: Matrix, fuller: Position, shorter: Position) -> Versions | None:
    ends = quotation_of(matrix, fuller), quotation_of(matrix, shorter)
    if fuller.article == shorter.article or ends[0] is None or ends[1] is None:
        return None
    speaker = one_speaker(ends[0], ends[1])
    stretches = compare_words(fuller.value or "", shorter.value or "")
    if speaker is None or SHOWN_CUT.search(shorter.value or "") or not is_only_cut(stretches):
        return None
    if not is_one_utterance(stretches) or _goes_another_way(fuller.value or "", shorter.value or "", ends[1]):
        return None
    cut = (*_cut(matrix, fuller.value or "", stretches, ends[1]), *_hedges(matrix, stretches, ends[1]))
    return Versions(fuller, shorter, ends[0], ends[1], stretches, cut, speaker) if cut else None


def is_only_cut(stretches: tuple[Stretch, ...]) -> bool:
    """True where the shorter version has no word that the fuller lacks, small ones like "a" aside."""
    put_in = (s.other for s in stretches if s.change in {Change.ADDED, Change.CHANGED})
    return all(w.folded in SMALL_ENDS for text in put_in for w in words_in(text))


def is_one_utterance(stretches: tuple[Stretch, ...]) -> bool:
    """True where enough words in a row are the same."""
    return any(s.change is Change.SAME and len(words_in(s.one)) >= SHARED_LEAST for s in stretches)


def _goes_another_way(fuller: str, shorter: str, in_shorter: Quotation) -> bool:
    """True where the shorter article's speaker goes on, or began, with words that the fuller version has otherwise.

    A quotation that has more words of its own at the cut is no cut one: the two were said at different times.
    """
    at = in_shorter.text.find(shorter)
    before = [w.folded for w in words_in(in_shorter.text[:at])][-IN_A_ROW:]
    behind = [w.folded for w in words_in(in_shorter.text[at + len(shorter) :])][:IN_A_ROW]
    stretches = compare_words(fuller, shorter)
    is_cut_before, is_cut_behind = (stretches[n].change is not Change.SAME for n in (0, -1))
    return (bool(before) and is_cut_before and not has_run(fuller, " ".join(before))) or (
        bool(behind) and is_cut_behind and not has_run(fuller, " ".join(behind))
    )


def _cut(
    matrix: Matrix, fuller: str, stretches: tuple[Stretch, ...], in_shorter: Quotation
) -> tuple[str, ...]:
    """The telling clauses of what is cut, as options show them; none of those that the article may tell elsewhere."""
    reading = matrix.reading(in_shorter.article)
    found: list[str] = []
    for stretch in stretches:
        if stretch.change is Change.SAME:
            continue
        # a clause that is cut in part only would read as if the rest were gone too
        gone = one_line(stretch.one)
        whole = [c for c in clauses(fuller) if one_line(fuller[c.start : c.end]) in gone]
        untold = tuple(c for c in whole if not is_told(reading, in_shorter, fuller[c.start : c.end]))
        found += [r for r in runs(fuller, untold) if r in gone and says_much(r) and turns_the_sense(r)]
    return tuple(sorted(dict.fromkeys(found), key=lambda r: (-weight(r), len(r), r)))


HEDGE = re.compile(
    r"in (?:many|some|most|a few) cases|perhaps|maybe|possibly|probably|at least in part|if possible|if necessary|for now|so far",
    re.IGNORECASE,
)
"""Few words that make a statement less certain or less general (own list)."""


def _hedges(matrix: Matrix, stretches: tuple[Stretch, ...], in_shorter: Quotation) -> Iterator[str]:
    """What the shorter version leaves out between words that it has, and without which it says more than was said."""
    text = matrix.reading(in_shorter.article).text
    for stretch in stretches[1:-1]:
        words = one_line(stretch.one).strip(" ,;:.?!-–—")
        if stretch.change is Change.CUT and HEDGE.fullmatch(words) and not has_run(text, words):
            yield words


def one_speaker(one: Quotation, other: Quotation) -> str | None:
    """The fuller name of the person who says both; None where an article leaves it open or names another."""
    names = [q.speaker.name for q in (one, other) if q.speaker is not None]
    if len(names) < 2 or len({surname(n) for n in names}) > 1 or not surname(names[0]):
        return None
    return max(names, key=lambda n: (len(n.split()), n))


def quotation_of(matrix: Matrix, position: Position) -> Quotation | None:
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


def which_words(matrix: Matrix, finding: Finding, seed: int, versions: Versions) -> ItemDraft | None:
    """Words of one speaker, all of which the shorter article quotes but one."""
    one, other = (matrix.name(p.article) for p in (versions.fuller, versions.shorter))
    stem = (
        f"{one} and {other} both quote {versions.speaker}, but not all the same words."
        f" Which of these words of {versions.speaker} does {other} leave out?"
    )
    ask = _ask(matrix, finding, seed, versions, stem, 0.5)
    wrong = list(_kept(matrix, versions))
    keys = [key for key in versions.cut if not HEDGE.fullmatch(key)]
    drafts = (building.choice(ask, versions.call("left-out"), (key,), wrong) for key in keys)
    return next((d for d in drafts if d is not None), None)


def _kept(matrix: Matrix, versions: Versions) -> Iterator[Distractor]:
    """What the shorter article quotes of the speaker: of this utterance, then of others."""
    reading = matrix.reading(versions.shorter.article)
    own = [
        q
        for q in reading.quotations
        if is_between_marks(q) and q.speaker and surname(q.speaker.name) == surname(versions.speaker)
    ]
    seen: list[str] = []
    for quotation in sorted(own, key=lambda q: (q != versions.in_shorter, q.start)):
        parts = clauses(quotation.text)
        for run in sorted(runs(quotation.text, parts), key=lambda r: -weight(r)):
            if weight(run) and not any(has_run(run, s) or has_run(s, run) for s in seen):
                seen.append(run)
                yield (run,), "kept-read-as-cut"


def what_the_cut_does(matrix: Matrix, finding: Finding, seed: int, versions: Versions) -> ItemDraft | None:
    """How the fuller version changes what a reader makes of the shorter; asked where a word of the cut shows it."""
    key = versions.cut[0]
    turn = next((told for sort, told in WHAT_IT_DOES if sort.search(key)), None)
    full, short = (one_line(p.value or "") for p in (versions.fuller, versions.shorter))
    if turn is None or len(full) + len(short) > LONG:
        return None
    one, other = (matrix.name(p.article) for p in (versions.fuller, versions.shorter))
    stem = (
        f"{one} quotes {versions.speaker}: {speech(full)}{stop(full)} {other} quotes only this of it: {speech(short)}{stop(short)}"
        f" What does a reader of {other} alone not learn? How does it change what the rest says?"
    )
    return building.open_answer(
        _ask(matrix, finding, seed, versions, stem, 0.7),
        levels=(
            "Says only that one quotation is longer than the other.",
            f"Says that {other} leaves out the words {quoted(key)}, and no more.",
            f"Says that {other} leaves out the words {quoted(key)}, and what they do to the rest: {turn}.",
        ),
        names=[f"{other} leaves out {quoted(key)}", turn],
        model=(
            f"Both outlets quote {speech(short)}{stop(short)} {one} also has the words {quoted(key)}. {other} does not quote them and"
            f" does not tell this in its own words. It matters for the rest: {turn}. A reader of {other} alone knows only the other"
            f" part of what {versions.speaker} said."
        ),
    )


WHAT_IT_DOES = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), told)
    for words, told in (
        ("but|however|although|though|whereas|except|instead", "the missing words set something against it"),
        ("if|unless", "the missing words tie it to a condition"),
        ("because", "the missing words give a reason for it"),
        (
            "perhaps|maybe|possibly|probably|at least in part|for now|so far|in (?:many|some|most|a few) cases",
            "the missing words make it less certain, or less general",
        ),
    )
)
"""Words by which a clause shows what it does to the one beside it, and what that is (own list)."""

LONG = 480
"""Characters of both versions that a stem can hold."""


def _ask(
    matrix: Matrix, finding: Finding, seed: int, versions: Versions, stem: str, difficulty: float
) -> Ask:
    evidence: tuple[Evidence, ...] = tuple(p.evidence[0] for p in (versions.fuller, versions.shorter))
    quotes = " ".join(f"{matrix.name(e.article)}: {quoted(e.text)}" for e in evidence)
    one, other = (matrix.name(p.article) for p in (versions.fuller, versions.shorter))
    why = f"{quotes} The words {quoted(versions.cut[0])} stand in {one}; {other} does not quote them."
    return Ask(matrix, finding, seed, Skill.WORDING, stem, why, evidence, difficulty)
