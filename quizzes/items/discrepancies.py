"""Items of a discrepancy, chosen by how its numbers stand to each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from quizzes.items.anchored import anchored_items, one_of_each
from quizzes.items.days import day_items
from quizzes.items.figures import Table
from quizzes.items.matrix import Matrix
from quizzes.items.types import ItemDraft
from quizzes.items.weighing import how_they_stand, says_otherwise, weigh, weigh_attribute
from quizzes.nlp.types import Finding, Relation


def discrepancy_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Items of one discrepancy; the best first, None where one cannot be proved."""
    yield from one_of_each(chain(_of_row(matrix, finding, seed), anchored_items(matrix, finding, seed)))


def _of_row(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Items that name what is measured: of a row of the matrix, or a day."""
    table = Table.of(matrix, finding, seed)
    if finding.aspect == "date":
        yield from day_items(matrix, finding, seed)
        return
    if table is None or finding.aspect not in (None, "number", "attribute"):
        return
    if finding.aspect == "attribute":
        yield says_otherwise(table)
        yield weigh_attribute(table)
        return
    if finding.relation is Relation.PRECISION:
        yield table.most_exact()
        yield how_they_stand(table)
    asks_highest = finding.relation in (Relation.CONFLICT, Relation.UPDATE) and table.words.is_one_kind
    if asks_highest and len({p.article for p in finding.positions}) > 1:
        yield table.highest_and_source() or table.highest()
        yield weigh(table)
        # forms take turns: one matches the numbers, the next has the highest one typed
        third = [table.outlets_and_figures, table.highest_figure]
        yield from (ask() for ask in (third if seed % 2 == 0 else reversed(third)))
        return
    yield weigh(table)
