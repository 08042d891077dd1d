"""Items from numbers on which the articles agree: the control beside the discrepancies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from quizzes.items import building
from quizzes.items.agreed import is_independent, matters
from quizzes.items.anchored import anchored_items
from quizzes.items.bounds import figure
from quizzes.items.building import Ask, Distractor
from quizzes.items.expressions import Call, Cell
from quizzes.items.figures import Table
from quizzes.items.groups import MOST_GROUPS
from quizzes.items.matrix import Matrix
from quizzes.items.told import told_in
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import MEASURES, listed, rationale_quote, shown_value
from quizzes.nlp.types import Claim, Finding, FindingKind


def agreement_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """On which toll the articles agree, to be chosen, typed and proved; of other things, where else the number of a sentence
    that is quoted whole is given: only the sentence says whose number it is, of what and by when.
    """
    of_row = [d for d in _of_row(matrix, finding, seed) if d is not None]
    yield from of_row or anchored_items(matrix, finding, seed)


def _of_row(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    table = Table.of(matrix, finding, seed)
    if table is None or not table.words.is_one_kind or table.cell.measure not in MEASURES:
        return
    told = [t for t in told_in(matrix, finding) if matters(matrix, t)]
    if not told or len({t.article for t in told}) < len({c.article for c in table.claims}):
        return
    if not all(is_independent(matrix, a, b) for a, b in combinations(told, 2) if a.article != b.article):
        return
    yield _agreed_topic(table)
    yield _agreed_number(table)
    yield _proof_of_the_number(table)


def _proof_of_the_number(table: Table) -> ItemDraft | None:
    """Tick a sentence in each article that gives the number, which the stem does not."""
    held = {c.article for c in table.claims}
    outlets = listed([table.matrix.name(a) for a in table.matrix.readings if a in held][:MOST_GROUPS])
    stem = (
        f"The articles agree on the {table.words.topic} in {table.place}. Find the number in {outlets},"
        " and tick one sentence in each that gives it."
    )
    return building.evidence(_ask(table, stem, 0.4), Call("all-equal", (table.cell,)), (table.claims[0].id,))


def _agreed_number(table: Table) -> ItemDraft | None:
    outlets = listed([table.matrix.name(a) for a in dict.fromkeys(c.article for c in table.claims)])
    stem = f"The {table.words.topic} in {table.place} is the same in {outlets}. What number do they give?"
    return building.number(
        _ask(table, stem, 0.3),
        Call("agreed", (table.cell,)),
        unit=table.words.counted,
        wrong=[(f, name) for c, name in _others(table) if (f := figure(c.value)) is not None],
    )


def _agreed_topic(table: Table) -> ItemDraft | None:
    stem = "The articles differ on some numbers and agree on others. On which of these do they agree?"
    return building.choice(
        _ask(table, stem, 0.5), Call("agree"), (table.cell,), [*_disputed(table.matrix, table.cell)]
    )


def _ask(table: Table, stem: str, difficulty: float) -> Ask:
    one_each = list({c.article: c for c in reversed(table.claims)}.values())[::-1]
    quotes = " ".join(
        rationale_quote(table.matrix.name(c.article), table.matrix.evidence(c), c.source) for c in one_each
    )
    why = f"{quotes} All of them give the same number: {shown_value(one_each[0])}."
    return table.ask(Skill.CORROBORATE, stem, why, one_each, difficulty)


def _others(table: Table) -> Iterator[tuple[Claim, str]]:
    """Numbers of other events, and of other things in this one."""
    for claim in table.matrix.claims.values():
        if claim.occurrence == table.cell.occurrence and claim.measure != table.cell.measure:
            yield claim, "other-measure"
        elif claim.measure == table.cell.measure and claim.occurrence not in (None, table.cell.occurrence):
            yield claim, "other-occurrence"


def _disputed(matrix: Matrix, agreed: Cell) -> Iterator[Distractor]:
    cells = dict.fromkeys(
        Cell(f.measure, f.occurrence)
        for f in matrix.comparison.findings
        if f.kind is FindingKind.DISCREPANCY and f.measure and f.occurrence
    )
    yield from (((cell,), "figures-agree-unread") for cell in cells if cell != agreed)
