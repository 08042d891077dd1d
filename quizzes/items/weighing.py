"""Open items on two numbers: which to trust more, or why both can be right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from quizzes.items import building
from quizzes.items.bounds import disjoint, figure, lower, surely_more, upper
from quizzes.items.expressions import Call
from quizzes.items.figures import Table, source_rank
from quizzes.items.matrix import Matrix
from quizzes.items.proof import told_by
from quizzes.items.texts import has_no_source
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import (
    is_telling,
    listed,
    rationale_quote,
    same_source,
    shown_count,
    shown_value,
    source_phrase,
)
from quizzes.nlp.types import Claim, Relation

Pair = tuple[Claim, Claim]

REASONS = {
    Relation.SCOPE: "they do not count the same thing",
    Relation.PRECISION: "one is rounder or vaguer than the other",
    Relation.UPDATE: "one report is later and knows more",
}


def weigh(table: Table) -> ItemDraft | None:
    """Two numbers of two articles, their sources, and what may be concluded, in a few sentences."""
    pairs = list(_pairs(table))
    if not pairs:
        return None
    one, other = max(pairs, key=_telling)
    names = [told_by(table.matrix, one), told_by(table.matrix, other)]
    outlets = listed([table.matrix.name(one.article), table.matrix.name(other.article)])
    differ = f"The numbers of {table.words.counted} in {table.place} differ between {outlets}."
    if any(_has_another(table, c) for c in (one, other)):
        differ = f"Compare two reports. {_writes(table.matrix, one)}. {_writes(table.matrix, other)}. Both are numbers of {table.words.counted} in {table.place}."
    told = f"{_sentence(table.matrix, one)} {_sentence(table.matrix, other)}"
    relation = table.finding.relation
    stem, levels, concluded = (
        _both_can_be_right(differ, names, REASONS[relation])
        if relation in REASONS
        else _trust(differ, names, _weighed(one, other, table.matrix))
    )
    answer = "Yes." if relation in REASONS else _verdict(one, other, table.matrix)
    quotes = " ".join(
        rationale_quote(table.matrix.name(c.article), table.matrix.evidence(c), c.source)
        for c in (one, other)
    )
    ask = table.ask(Skill.CORROBORATE, stem, f"{quotes} {concluded}", (one, other), 0.8)
    return building.open_answer(
        ask, levels=levels, names=names, model=f"{answer} {told} {concluded}", claims=(one, other)
    )


def how_they_stand(table: Table) -> ItemDraft | None:
    """Can two numbers both be right? A choice, for pairs that count the same things."""
    for one, other in sorted(_pairs(table), key=_telling, reverse=True):
        call = Call("stands", (one.id, other.id))
        told = f"{_sentence(table.matrix, one)} {_sentence(table.matrix, other)}"
        stem = f"Compare two reports. {told} Both numbers are of {table.words.counted} in {table.place}. How do the two stand to each other?"
        quotes = " ".join(
            rationale_quote(table.matrix.name(c.article), table.matrix.evidence(c), c.source)
            for c in (one, other)
        )
        is_apart = disjoint(one.value, other.value)
        why = "No number fits both." if is_apart else "One of them leaves room, and the other fits into it."
        wrong = "difference-explained-away" if is_apart else "difference-read-as-error"
        ask = table.ask(Skill.NUMBERS, stem, f"{quotes} {why}", (one, other), 0.5)
        draft = building.choice(
            ask,
            call,
            ("apart" if is_apart else "rounder",),
            [(("rounder" if is_apart else "apart",), wrong), (("scope",), "other-measure")],
        )
        if draft is not None:
            return draft
    return None


def says_otherwise(table: Table) -> ItemDraft | None:
    """Which outlet says of the people counted what the others deny ("a local guide", "a non-local guide")."""
    own = [
        c
        for c in table.matrix.of_finding(table.finding)
        if is_telling(c) and shown_count(c) != shown_value(c)
    ]
    told: dict[tuple[str, ...], set[str]] = {}
    for claim in own:
        told.setdefault(claim.counted, set()).add(claim.article)
    key = next((c for c in own if len(told[c.counted]) == 1), None)
    if key is None or len(told) != 2:
        return None
    stem = (
        f"The articles give the same number of {table.words.counted} in {table.place}, but not the same people."
        f" Which outlet writes “{shown_count(key)}”?"
    )
    one_each = list({c.article: c for c in own}.values())
    quotes = " ".join(
        rationale_quote(table.matrix.name(c.article), table.matrix.evidence(c), c.source) for c in one_each
    )
    ask = table.ask(
        Skill.CORROBORATE,
        stem,
        f"{quotes} The words deny each other, so they cannot all be right.",
        one_each,
        0.5,
    )
    wrong = [((c.article,), "figures-agree-unread") for c in one_each if c.article != key.article]
    return building.choice(ask, Call("says-so", (key.id,)), (key.article,), wrong)


def weigh_attribute(table: Table) -> ItemDraft | None:
    """One number, but of whom? Two articles that say the opposite ("a local guide", "a non-local guide")."""
    own = [
        c
        for c in table.matrix.of_finding(table.finding)
        if _can_be_shown(table.matrix, c) and shown_count(c) != shown_value(c)
    ]
    pair = next(
        ((a, b) for a, b in combinations(own, 2) if a.article != b.article and a.counted != b.counted), None
    )
    if pair is None:
        return None
    names = [told_by(table.matrix, c) for c in pair]
    first, second = (_writes(table.matrix, c) for c in pair)
    stem = (
        f"Two articles count the {table.words.counted} in {table.place}. {first}. {second}. "
        "Can both be right? Say what a reader should do next."
    )
    conclusion = (
        "The number is the same, but the words say the opposite of whom it counts: both cannot be right."
    )
    quotes = " ".join(
        rationale_quote(table.matrix.name(c.article), table.matrix.evidence(c), c.source) for c in pair
    )
    ask = table.ask(Skill.CORROBORATE, stem, f"{quotes} {conclusion}", pair, 0.7)
    return building.open_answer(
        ask,
        levels=(
            "Says that both can be right, or that the articles agree because the number is the same.",
            f"Says that the words contradict each other ({'; '.join(names)}), but not what to do about it.",
            "Quotes the words that contradict each other, says that both cannot be right, looks at the source of each, and"
            " names where a reader could find out.",
        ),
        names=names,
        model=(
            f"No. {_sentence(table.matrix, pair[0])} {_sentence(table.matrix, pair[1])} {conclusion}"
            " I would look for a report that names the people, or for a statement by those who know them."
        ),
        claims=pair,
    )


def _has_another(table: Table, claim: Claim) -> bool:
    """True where the article gives a second number: a stem has to say which one it means."""
    return any(
        c.article == claim.article
        and (lower(c.value), upper(c.value)) != (lower(claim.value), upper(claim.value))
        for c in table.claims
    )


def _writes(matrix: Matrix, claim: Claim) -> str:
    return f"{matrix.name(claim.article)} writes “{shown_count(claim)}”"


def _pairs(table: Table) -> Iterator[Pair]:
    """Pairs of the finding's claims, of different articles, that surely stand in its relation."""
    own = [
        c
        for c in table.matrix.of_finding(table.finding)
        if c in table.claims and _can_be_shown(table.matrix, c)
    ]
    of_article: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in table.claims:
        of_article[claim.article].append(claim)
    for one, other in permutations(own, 2):
        if (
            one.article != other.article
            and upper(one.value) >= upper(other.value)
            and _stands(table, one, other, of_article[other.article])
        ):
            yield one, other


def _can_be_shown(matrix: Matrix, claim: Claim) -> bool:
    return is_telling(claim) and (claim.source is not None or has_no_source(matrix, claim))


def _stands(table: Table, one: Claim, other: Claim, beside: Sequence[Claim]) -> bool:
    """True where two claims stand in the finding's relation; `beside` are all claims of the second's article."""
    match table.finding.relation:
        case Relation.CONFLICT:
            return surely_more([one], beside)
        case Relation.PRECISION:
            return not disjoint(one.value, other.value) and figure(one.value) != figure(other.value)
        case Relation.SCOPE:
            return one.counted != other.counted and disjoint(one.value, other.value)
        case Relation.UPDATE:
            dates = [table.matrix.reading(c.article).published for c in (one, other)]
            return None not in dates and dates[0] != dates[1] and figure(one.value) != figure(other.value)
    return False


def _telling(pair: Pair) -> tuple[float | str, ...]:
    """Pairs whose sources can be weighed come first: both named, then of different rank, then the highest number."""
    ranks = [source_rank(c.source) for c in pair]
    return (
        sum(r > 0 for r in ranks),
        sum(ranks),
        ranks[0] != ranks[1],
        lower(pair[0].value),
        pair[0].id,
        pair[1].id,
    )


Weighing = tuple[str, tuple[str, str, str], str]
"""Stem, rubric and conclusion."""


def _both_can_be_right(differ: str, names: Sequence[str], reason: str) -> Weighing:
    return (
        f"{differ} Can both be right? Explain with the words of both articles.",
        (
            "Says only that the numbers differ, or that one of them must be wrong.",
            f"Gives both numbers ({'; '.join(names)}), but no reason why both can stand.",
            f"Gives both numbers and says why both can be right: {reason}. Quotes the words that show it.",
        ),
        f"Both can be right: {reason}.",
    )


def _trust(differ: str, names: Sequence[str], weighed: str) -> Weighing:
    return (
        f"{differ} Which number would you trust more, and why? Name each number and its source.",
        (
            "Picks a number without a reason, or says only that the articles differ.",
            f"Gives both numbers ({'; '.join(names)}), but does not use the sources to weigh them.",
            "Gives both numbers with the source of each, and weighs them by who says so, how that source could know,"
            " and how exact the words are.",
        ),
        f"Both numbers count the same thing, so they cannot both be right. {weighed}",
    )


def _sentence(matrix: Matrix, claim: Claim) -> str:
    behind = (
        "and gives no source" if claim.source is None else f"and its source is {source_phrase(claim.source)}"
    )
    return f"{_writes(matrix, claim)} {behind}."


def _verdict(one: Claim, other: Claim, matrix: Matrix) -> str:
    """The first sentence of a model answer on two numbers that cannot both be right."""
    ranked = sorted((one, other), key=lambda c: source_rank(c.source), reverse=True)
    first, second = (source_rank(c.source) for c in ranked)
    if first == second or same_source(one.source, other.source):
        return "I would trust neither of them yet."
    return f"I would sooner trust the number in {matrix.name(ranked[0].article)}, but I would not take it for certain."


def _weighed(one: Claim, other: Claim, matrix: Matrix) -> str:
    """What the sources allow to say, and no more than that."""
    ranked = sorted((one, other), key=lambda c: source_rank(c.source), reverse=True)
    first, second = (source_rank(c.source) for c in ranked)
    if first == second or same_source(one.source, other.source):
        return "The sources alone do not settle it: I would look for a third report that says how it was counted."
    better, weaker = (matrix.name(c.article) for c in ranked)
    if first == 2:
        return (
            f"A reader can find out who stands behind the number in {better}, but not behind that in {weaker}."
            " That does not prove it right: the next step is to ask how it was counted."
        )
    return (
        f"{better} at least says what kind of source it has, {weaker} does not. Neither can be checked from the article"
        " alone, so the next step is a report with a named source."
    )
