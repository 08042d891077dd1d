"""Items from one name that the articles write in several ways."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.expressions import Call
from quizzes.items.matrix import Matrix
from quizzes.items.name_questions import has_short_form, is_plainly_short
from quizzes.items.texts import has_words
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import listed, quoted
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import Finding, Manner, Position


def spelling_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """What several forms of one name show: one question, for each of the forms that it could take shows the answer."""
    chosen = _one_each(matrix, finding)
    if len(chosen) < 2:
        return
    if not any(has_short_form([p.value or "", q.value or ""]) for p in chosen for q in chosen):
        yield next((d for d in _of_a_place(matrix, finding, seed, chosen) if d is not None), None)
    elif _is_worth_asking(matrix, chosen[:2]):
        yield _of_a_person(matrix, finding, seed, chosen[:2])


def _is_worth_asking(matrix: Matrix, chosen: tuple[Position, ...]) -> bool:
    """True where each outlet itself writes one form alone, of somebody whom no headline names, and the short form does not sound
    like the full one: else nobody doubts who that is."""
    one, other = chosen
    if is_plainly_short([p.value or "" for p in chosen]):
        return False
    surname = (one.value or "").split()[-1]
    headlines = (r.headline or "" for r in matrix.readings.values())
    if any(has_words(h, surname) for h in headlines):
        return False
    return not (_has_name(matrix, other.article, one) or _has_name(matrix, one.article, other)) and not any(
        _is_quoted(matrix, p) for p in chosen
    )


def _has_name(matrix: Matrix, article: str, position: Position) -> bool:
    """True where the article has the form too, with or without a middle name."""
    given, *_, surname = (position.value or "").split()
    form = re.compile(rf"\b{re.escape(given)}\s+(?:[\w.'’-]+\s+)?{re.escape(surname)}\b", re.IGNORECASE)
    return bool(form.search(matrix.reading(article).text))


def _is_quoted(matrix: Matrix, position: Position) -> bool:
    """True where a name stands in somebody's quoted words: then it is not the outlet that writes it so."""
    reading = matrix.reading(position.article)
    quotations = [q for q in reading.quotations if q.manner is not Manner.INDIRECT]
    for evidence in position.evidence[:1]:
        at = evidence.text.find(position.value or "")
        start = evidence.start + max(0, at)
        if any(q.start <= start < q.end for q in quotations):
            return True
    return False


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
) -> ItemDraft | None:
    why = "The family name is the same, and so is what is told of the person: one first name is short for the other."
    stem = f"{_written(matrix, chosen)}. Who is meant by these names?"
    wrong = [(("people",), "spelling-read-as-difference"), (("mistaken",), "difference-read-as-error")]
    call = Call("one-name", tuple(p.value or "" for p in chosen))
    return building.choice(_ask(matrix, finding, seed, chosen, stem, why), call, ("person",), wrong)


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
