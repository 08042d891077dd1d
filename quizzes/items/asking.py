"""What a question to the matrix is, and how an answer's parts are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from quizzes.items.expressions import Argument, Cell, Term
from quizzes.items.matrix import Matrix

Arguments = tuple[Argument, ...]

Groups = list[list[dict[str, Any]]]
"""Sentences as students pick them, {"article", "start", "end"}: any of a group counts."""


class Undecided(ValueError):
    """The matrix does not say whether the answer is right."""


def _no_groups(matrix: Matrix, arguments: Arguments, key: Term) -> Groups:
    raise Undecided("no sentence proves this")


def _never(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    return False


@dataclass(frozen=True)
class Question:
    """What can be asked of the matrix.

    `holds(matrix, arguments, answer)` decides or raises Undecided; `text(matrix, answer)` is how an option shows it.
    `groups(matrix, arguments, key)` are all the sentences that prove a right answer, a group for each proving article;
    `untold(matrix, arguments, answer)` is true where surely no article says whether the answer is right.
    """

    holds: Callable[[Matrix, Arguments, Term], bool]
    text: Callable[[Matrix, Term], str]
    groups: Callable[[Matrix, Arguments, Term], Groups] = _no_groups
    untold: Callable[[Matrix, Arguments, Term], bool] = _never


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
