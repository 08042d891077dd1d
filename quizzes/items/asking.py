"""What a question to the matrix is, and how an answer's parts are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quizzes.items.expressions import Argument, Cell, Term
from quizzes.items.matrix import Matrix

Arguments = tuple[Argument, ...]


class Undecided(ValueError):
    """The matrix does not say whether the answer is right."""


@dataclass(frozen=True)
class Question:
    """`holds(matrix, arguments, answer)` decides or raises Undecided; `text(matrix, answer)` is how an option shows it."""

    holds: Callable[[Matrix, Arguments, Term], bool]
    text: Callable[[Matrix, Term], str]


def no_doubt_when(sure: bool, doubt: str, *, answer: bool) -> bool:
    """The answer; raises Undecided where it is not sure."""
    if not sure:
        raise Undecided(doubt)
    return answer


def name_in(term: Term | Arguments, at: int) -> str:
    """The name at a place of an answer or of the arguments."""
    if at < len(term) and isinstance(found := term[at], str):
        return found
    raise Undecided("a name is expected")


def cell_in(term: Term) -> Cell:
    match term:
        case (Cell() as cell,):
            return cell
    raise Undecided("a cell is expected")


def outlet_text(matrix: Matrix, term: Term) -> str:
    return matrix.name(name_in(term, 0))
