"""Items from one name that the articles spell differently."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.expressions import Call
from quizzes.items.matrix import Matrix
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import listed, quoted
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import Finding, Position


def spelling_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """What several spellings of one name show."""
    chosen = _one_each(matrix, finding)
    if len(chosen) < 2:
        return
    written = listed([f"{matrix.name(p.article)} writes {quoted(p.value or '')}" for p in chosen])
    quotes = " ".join(f"{matrix.name(e.article)}: {quoted(e.text)}" for p in chosen for e in p.evidence[:1])
    why = (
        f"{quotes} The consonants are the same and so is what happened there: names from other languages are often"
        " written in several ways, and none of them need be wrong."
    )
    evidence = tuple(e for p in chosen for e in p.evidence[:1])
    ask = Ask(
        matrix, finding, seed, Skill.CORROBORATE, f"{written}. What are these words?", why, evidence, 0.3
    )
    words = tuple(p.value or "" for p in chosen)
    wrong = [(("several",), "spelling-read-as-difference"), (("mistake",), "difference-read-as-error")]
    yield building.choice(ask, Call("one-name", words), ("one",), wrong)


def _one_each(matrix: Matrix, finding: Finding) -> tuple[Position, ...]:
    """A position for each spelling, each of another article where that can be."""
    chosen: dict[str, Position] = {}
    for position in finding.positions:
        held = {p.article for p in chosen.values()}
        if position.article in matrix.readings and position.article not in held:
            chosen.setdefault(fold(position.value or ""), position)
    return tuple(chosen.values())
