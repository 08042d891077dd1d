"""The claims that hold the highest number of a row, as far as that is sure."""

from __future__ import annotations

from quizzes.items.asking import Undecided
from quizzes.items.bounds import highest_figure, surely_highest
from quizzes.items.expressions import Argument, Call, Cell
from quizzes.items.matrix import Matrix
from quizzes.nlp.types import Claim


def top_claims(matrix: Matrix, argument: Argument) -> tuple[Claim, ...]:
    """The claims that hold the highest number of a `max(cell)` or `max-figure(cell)`."""
    match argument:
        case Call("max", (Cell(measure, occurrence),)):
            found = surely_highest(matrix.cell(measure, occurrence))
        case Call("max-figure", (Cell(measure, occurrence),)):
            found = highest_figure(matrix.cell(measure, occurrence))
        case _:
            raise Undecided("max() or max-figure() of a cell is expected")
    if not found:
        raise Undecided("no article surely has the highest number")
    return found
