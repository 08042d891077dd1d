"""Which items make a quiz: the best ones, spread over kinds of findings, with some to prove and one agreement.

A quiz that only asks where articles differ teaches that they always do; one that never asks for proof teaches
that the answer is enough. So a proposed quiz of five items or more covers five kinds of findings, has two items that
are open or ask for evidence, and one on an agreement as control, as far as the items allow it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from quizzes.items.types import ItemKind, Skill
from quizzes.nlp.types import FindingKind

OPEN_SHARE = 4
"""One open answer in four items at the most: each is graded by hand for every student."""
IN_A_TURN = {FindingKind.DISCREPANCY: 2}
"""Findings of a kind that are asked about in one turn: reports that disagree are what a quiz is for."""
ALIKE = 0.7
"""Share of words in common order from which two stems ask the same with other names in it."""
SPREAD_FROM = 5
"""Items from which a quiz is long enough to hold all that it should."""
KINDS, PROVING, CONTROLS = 5, 2, 1
"""Kinds of findings, items to prove and agreements that such a quiz should hold."""
ASK_FOR_PROOF = frozenset({ItemKind.OPEN, ItemKind.EVIDENCE, ItemKind.CLAIM_EVIDENCE})


@dataclass(frozen=True)
class Candidate:
    """What the choice needs to know of an item; `finding` and its kind are None for a teacher's own item."""

    kind: ItemKind
    stem: str
    finding: str | None = None
    finding_kind: FindingKind | None = None
    evidence: tuple[tuple[str, int, int], ...] = ()
    """Article, start and end of what proves it."""
    proof: tuple[str, ...] = ()
    """The sentences that prove it, as written."""
    skill: Skill | None = None
    difficulty: float = 0.5
    minutes: float = 1.0


def propose(candidates: Sequence[Candidate], size: int, begun: Sequence[int] = ()) -> list[int]:
    """Places of at most `size` candidates (given the best first), in their order; those of `begun` among them.

    Kinds of findings in turn, each finding once before any twice, no two questions nearly alike, few open answers.
    Fewer than `size` where the rest would break this.
    """
    chosen = list(begun)
    left = [n for n in range(len(candidates)) if n not in chosen]
    while len(chosen) < size:
        so_far = [candidates[n] for n in chosen]
        fit = [n for n in left if _goes_with(candidates[n], so_far, size)]
        if not fit:
            break
        fit = _needed([(n, candidates[n]) for n in fit], so_far, size)
        best = min(fit, key=lambda n: (*_turn(candidates[n], so_far), n))
        chosen.append(best)
        left.remove(best)
    return sorted(chosen)


def are_alike(one: str, other: str) -> bool:
    """True where two stems have most of their words in the same order, what they quote aside."""
    left, right = (re.sub("“[^”]*”", "“”", stem).casefold().split() for stem in (one, other))
    return SequenceMatcher(None, left, right, autojunk=False).ratio() >= ALIKE


Lacking = Callable[[Candidate], bool]


def _needed(fit: list[tuple[int, Candidate]], chosen: Sequence[Candidate], size: int) -> list[int]:
    """Those that fill most of what the quiz still lacks, once the places left are only just enough for it."""
    lacking = [wants for wants in _lacking(chosen, size) if any(wants(c) for _, c in fit)]
    if len(lacking) < size - len(chosen):
        return [n for n, _ in fit]
    filled = {n: sum(wants(c) for wants in lacking) for n, c in fit}
    most = max(filled.values())
    return [n for n, count in filled.items() if count == most]


def _lacking(chosen: Sequence[Candidate], size: int) -> list[Lacking]:
    """What a quiz of the size should still get, each as the question whether a candidate is that."""
    if size < SPREAD_FROM:
        return []
    kinds = {c.finding_kind for c in chosen}
    proving = sum(c.kind in ASK_FOR_PROOF for c in chosen)
    controls = sum(c.finding_kind is FindingKind.AGREEMENT for c in chosen)
    wants: list[Lacking] = [lambda c: c.finding_kind not in kinds] * max(0, KINDS - len(kinds))
    wants += [lambda c: c.kind in ASK_FOR_PROOF] * max(0, PROVING - proving)
    wants += [lambda c: c.finding_kind is FindingKind.AGREEMENT] * max(0, CONTROLS - controls)
    return wants


def _goes_with(candidate: Candidate, chosen: Sequence[Candidate], size: int) -> bool:
    """False for one open answer too many, and for a question that reads nearly like another."""
    opens = sum(c.kind is ItemKind.OPEN for c in chosen)
    if candidate.kind is ItemKind.OPEN and opens >= max(1, size // OPEN_SHARE):
        return False
    return not any(clash(candidate, other) for other in chosen)


@lru_cache(maxsize=2**14)
def clash(one: Candidate, other: Candidate) -> bool:
    """True where one quiz should not ask both. Remembered: a bank is gone through once for each place in the quiz."""
    return (
        are_alike(one.stem, other.stem)
        or _rest_on_one(one, other)
        or _shows_proof(one, other)
        or _shows_proof(other, one)
    )


def _shows_proof(one: Candidate, other: Candidate) -> bool:
    """True where a stem quotes the sentence that another item asks to pick."""
    if other.kind not in ASK_FOR_PROOF or other.kind is ItemKind.OPEN:
        return False
    shown = {run for words in QUOTED.findall(one.stem) for run in _runs(words)}
    return any(not shown.isdisjoint(_runs(sentence)) for sentence in other.proof)


QUOTED = re.compile("“([^”]+)”")
RUN = 6
"""Words in a row by which a sentence is known again."""


def _runs(words: str) -> list[tuple[str, ...]]:
    every = re.findall(r"[\w'’-]+", words.casefold())
    return [tuple(every[n : n + RUN]) for n in range(len(every) - RUN + 1)]


def _rest_on_one(one: Candidate, other: Candidate) -> bool:
    """True where the same words prove both: the one may show what the other asks for. An open answer may stand beside the
    closed item that leads to it."""
    if (one.kind is ItemKind.OPEN) is not (other.kind is ItemKind.OPEN):
        return False
    return any(
        a == b and start < last and first < end
        for a, start, end in one.evidence
        for b, first, last in other.evidence
    )


def _turn(candidate: Candidate, chosen: Sequence[Candidate]) -> tuple[int, int]:
    """How often its finding, and its kind of finding, has been asked about; a teacher's own items are of no finding."""
    if candidate.finding_kind is None:
        return 0, 0
    again = sum(c.finding == candidate.finding for c in chosen)
    turns = sum(c.finding_kind is candidate.finding_kind for c in chosen)
    return again, turns // IN_A_TURN.get(candidate.finding_kind, 1)
