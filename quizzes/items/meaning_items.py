"""Items on what a word for people or things tells that another outlet's word does not."""

from __future__ import annotations

from itertools import permutations

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.expressions import Call
from quizzes.items.label_meanings import group_of, own_place
from quizzes.items.matrix import Matrix
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import capitalised, quoted
from quizzes.nlp.lexicons.word_choices import echoes_of, tells_of
from quizzes.nlp.types import Evidence, Finding, Position


def meaning_item(matrix: Matrix, finding: Finding, seed: int) -> ItemDraft | None:
    """A choice of what a telling word says that another outlet's word for it does not."""
    own = [
        p
        for p in finding.positions
        if p.article in matrix.readings
        and p.source is None
        and p.value
        and own_place(matrix.reading(p.article), p.value)
    ]
    pairs = ((one, other) for one, other in permutations(own, 2) if one.article != other.article)
    return next((d for one, other in pairs if (d := _item(matrix, finding, seed, one, other))), None)


def _item(matrix: Matrix, finding: Finding, seed: int, one: Position, other: Position) -> ItemDraft | None:
    labels = one.value or "", other.value or ""
    found = group_of(*labels)
    if found is None or not echoes_of(found[1].casefold()):
        return None
    group, word, plainer = found
    stem = (
        f"{matrix.name(one.article)} writes {quoted(labels[0])}, {matrix.name(other.article)} {quoted(labels[1])}."
        f" What does the word {quoted(word)} do that the word {quoted(plainer)} does NOT?"
    )
    why = (
        f"{quoted(capitalised(word))} {tells_of(word, group)}. {quoted(capitalised(plainer))} {tells_of(plainer, group)}."
        " An outlet chooses between such words, and each gives readers another idea."
    )
    key = next(w for w in group if tells_of(w, group) == tells_of(word, group))
    rows = {tells: w for w, tells in reversed(group.items())}
    return building.choice(
        Ask(matrix, finding, seed, Skill.WORDING, stem, why, _evidence(matrix, one, other), 0.5),
        Call("label-tells", (one.article, labels[0], other.article, labels[1])),
        (key,),
        [((w,), "strong-fact-read-as-judgement") for w in rows.values() if w != key],
    )


def _evidence(matrix: Matrix, *positions: Position) -> tuple[Evidence, ...]:
    found = []
    for position in positions:
        text = matrix.reading(position.article).text
        if at := own_place(matrix.reading(position.article), position.value or ""):
            found.append(Evidence(position.article, at.start, at.end, at.of(text)))
    return tuple(found)
