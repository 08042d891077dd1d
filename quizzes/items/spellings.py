"""Items from one name that the articles write in several ways."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.expressions import Call
from quizzes.items.matrix import Matrix
from quizzes.items.name_questions import has_short_form
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import listed, quoted
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import Finding, Position


def spelling_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """What several forms of one name show, whether they are two, and where the other form stands."""
    chosen = _one_each(matrix, finding)
    if len(chosen) < 2:
        return
    if any(has_short_form([p.value or "", q.value or ""]) for p in chosen for q in chosen):
        yield from _of_a_person(matrix, finding, seed, chosen[:2])
    else:
        yield from _of_a_place(matrix, finding, seed, chosen)


def _of_a_place(
    matrix: Matrix, finding: Finding, seed: int, chosen: tuple[Position, ...]
) -> Iterator[ItemDraft | None]:
    why = (
        "The consonants are the same and so is what happened there: names from other languages are often"
        " written in several ways, and none of them need be wrong."
    )
    stem = f"{_written(matrix, chosen)}. What are these words?"
    wrong = [(("several",), "spelling-read-as-difference"), (("mistake",), "difference-read-as-error")]
    call = Call("one-name", tuple(p.value or "" for p in chosen))
    yield building.choice(_ask(matrix, finding, seed, chosen, stem, why), call, ("one",), wrong)
    yield _are_two(matrix, finding, seed, chosen[:2], ("several",), "two places", why)
    yield _find(matrix, finding, seed, chosen[:2], "writes this name in another way", why)


def _of_a_person(
    matrix: Matrix, finding: Finding, seed: int, chosen: tuple[Position, ...]
) -> Iterator[ItemDraft | None]:
    why = "The family name is the same, and so is what is told of the person: one first name is short for the other."
    stem = f"{_written(matrix, chosen)}. Who is meant by these names?"
    wrong = [(("people",), "spelling-read-as-difference"), (("mistake",), "difference-read-as-error")]
    call = Call("one-name", tuple(p.value or "" for p in chosen))
    yield building.choice(_ask(matrix, finding, seed, chosen, stem, why), call, ("person",), wrong)
    yield _are_two(matrix, finding, seed, chosen, ("people",), "two people", why)
    yield _find(matrix, finding, seed, chosen, "writes the first name in another way", why)


def _are_two(
    matrix: Matrix,
    finding: Finding,
    seed: int,
    chosen: tuple[Position, ...],
    answer: tuple[str],
    two: str,
    why: str,
) -> ItemDraft | None:
    one, other = chosen
    stem = (
        f"Is this true: {quoted(one.value or '')} in {matrix.name(one.article)} and {quoted(other.value or '')} in"
        f" {matrix.name(other.article)} are {two}?"
    )
    return building.tf3(
        _ask(matrix, finding, seed, chosen, stem, why),
        Call("one-name", (one.value or "", other.value or "")),
        answer,
        misconceptions=[("true", "spelling-read-as-difference")],
    )


def _find(
    matrix: Matrix, finding: Finding, seed: int, chosen: tuple[Position, ...], other_way: str, why: str
) -> ItemDraft | None:
    one, other = chosen
    outlet = matrix.name(other.article)
    stem = (
        f"The name {quoted(one.value or '')} stands in {matrix.name(one.article)}, but {outlet} {other_way}."
        " Find it there and tick a sentence that has it."
    )
    return building.evidence(
        _ask(matrix, finding, seed, chosen, stem, why), Call("names", (other.value or "",)), (other.article,)
    )


def _written(matrix: Matrix, chosen: tuple[Position, ...]) -> str:
    written = listed([f"{quoted(p.value or '')} in {matrix.name(p.article)}" for p in chosen])
    return f"The articles write {written}"


def _ask(
    matrix: Matrix, finding: Finding, seed: int, chosen: tuple[Position, ...], stem: str, why: str
) -> Ask:
    evidence = tuple(e for p in chosen for e in p.evidence[:1])
    quotes = " ".join(f"{matrix.name(e.article)}: {quoted(e.text)}" for e in evidence)
    return Ask(matrix, finding, seed, Skill.CORROBORATE, stem, f"{quotes} {why}", evidence, 0.3)


def _one_each(matrix: Matrix, finding: Finding) -> tuple[Position, ...]:
    """A position for each form of the name, each of another article where that can be."""
    chosen: dict[str, Position] = {}
    for position in finding.positions:
        held = {p.article for p in chosen.values()}
        if position.article in matrix.readings and position.article not in held:
            chosen.setdefault(fold(position.value or ""), position)
    return tuple(chosen.values())
