"""Which words that judge are asked about: each once in a story, four of them at most, and the milder word for two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quizzes.items.asking import name_in
from quizzes.items.expressions import Proof, Term, parse_proof
from quizzes.items.matrix import Matrix
from quizzes.items.told import finding_named
from quizzes.items.types import ItemDraft
from quizzes.nlp.types import FindingKind, ToneKind

MOST, MOST_MILDER = 4, 2
"""Questions of a story on words that judge, and such on which word would judge least: more of one form are a drill."""

STEM = 6
"""Letters of a milder word by which its forms are known ("criticize", "criticized")."""

PLACE = 3
"""Parts of a term that names a place: article, start and end."""


@dataclass(frozen=True)
class Turn:
    """The judging words that an item asks about, by their basic forms, and how the milder word begins that it is keyed to, if any."""

    words: frozenset[str] = frozenset()
    milder: str | None = None


def turn_of(matrix: Matrix, draft: ItemDraft) -> Turn:
    """What an item on loaded language asks about; an empty turn of every other item."""
    finding = finding_named(matrix, draft.finding)
    if finding.kind is not FindingKind.LOADED_LANGUAGE:
        return Turn()
    proof = parse_proof(draft.proof)
    if proof.call.name == "judges-least":
        milder = next(name_in(b.term, 0) for b in proof.bindings if b.option == draft.key)
        return Turn(
            _words(matrix, [tuple(map(str, proof.call.arguments))]),
            milder.removeprefix("a ").removeprefix("an ")[:STEM],
        )
    found = _words(matrix, _keyed(draft, proof))
    places = [(p.article, str(e.start), str(e.end)) for p in finding.positions[:1] for e in p.evidence[:1]]
    return Turn(found or _words(matrix, places))


def _keyed(draft: ItemDraft, proof: Proof) -> list[Term]:
    keys = {draft.key} if isinstance(draft.key, str) else set(draft.key)
    return [b.term for b in proof.bindings if b.option in keys and len(b.term) == PLACE]


def _words(matrix: Matrix, places: Iterable[Term]) -> frozenset[str]:
    found = set()
    for place in places:
        article, start = name_in(place, 0), int(name_in(place, 1))
        tones = matrix.readings[article].tones if article in matrix.readings else ()
        found |= {t.word for t in tones if t.kind is ToneKind.LOADED and t.start <= start < t.end}
    return frozenset(found)


def may_follow(turn: Turn, before: Iterable[Turn]) -> bool:
    """True where no word of the item was asked about before, nor its milder word, nor that form or any often enough."""
    before = list(before)
    if turn.words and sum(bool(t.words) for t in before) >= MOST:
        return False
    milder = [t.milder for t in before if t.milder]
    is_new = turn.milder is None or (turn.milder not in milder and len(milder) < MOST_MILDER)
    return is_new and not any(turn.words & t.words for t in before)
