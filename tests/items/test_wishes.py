"""A wish for a quiz: by number, by minutes, by level, by skills; and what is said where it is not met."""

from __future__ import annotations

from typing import Any

import pytest

from quizzes.items.levels import Level
from quizzes.items.proposing import Candidate
from quizzes.items.types import ItemKind, Skill
from quizzes.items.wishes import PROPOSED, Wish, propose_for
from quizzes.nlp.types import FindingKind

WORDS = (
    "pier crew fare storm owner mayor horn wharf tide cargo anchor bridge captain deck engine flag galley hull"
).split()
KINDS = (
    FindingKind.DISCREPANCY,
    FindingKind.TEXT_REUSE,
    FindingKind.LABEL_CHOICE,
    FindingKind.HEADLINE_ANGLE,
    FindingKind.AGREEMENT,
    FindingKind.OMISSION,
)


def candidate(n: int, **fields: Any) -> Candidate:
    known: dict[str, Any] = {
        "kind": ItemKind.EVIDENCE if n % 3 == 0 else ItemKind.CHOICE,
        "stem": " ".join([WORDS[n]] * 3) + "?",
        "finding": f"f{n}",
        "finding_kind": KINDS[n % len(KINDS)],
        "skill": Skill.CORROBORATE,
        "minutes": 2.0,
    }
    return Candidate(**known | fields)


def bank(count: int, **fields: Any) -> list[Candidate]:
    return [candidate(n, **fields) for n in range(count)]


def test_a_wish_without_more_gives_the_usual_number() -> None:
    proposal = propose_for(bank(12), Wish())
    assert len(proposal.places) == PROPOSED
    assert proposal.unmet == ()


def test_minutes_are_filled_and_not_passed() -> None:
    candidates = bank(12)
    proposal = propose_for(candidates, Wish(minutes=11))
    assert sum(candidates[n].minutes for n in proposal.places) == 10
    assert proposal.unmet == ()


def test_minutes_too_few_for_any_item_give_one_and_say_so() -> None:
    proposal = propose_for(bank(4, minutes=6.0), Wish(minutes=1))
    assert len(proposal.places) == 1
    assert proposal.unmet == ("The shortest quiz takes about 6 minutes.",)


def test_minutes_that_the_bank_cannot_fill_are_said() -> None:
    proposal = propose_for(bank(3), Wish(minutes=40))
    assert len(proposal.places) == 3
    assert proposal.unmet == ("About 6 minutes, not 40: the bank has no more.",)


def test_a_skill_binds() -> None:
    candidates = [candidate(n, skill=Skill.WORDING if n % 2 else Skill.SOURCING) for n in range(12)]
    proposal = propose_for(candidates, Wish(size=3, skills=frozenset({Skill.WORDING})))
    assert len(proposal.places) == 3
    assert all(n % 2 for n in proposal.places)


def test_a_skill_without_items_is_named() -> None:
    proposal = propose_for(bank(6), Wish(size=4, skills=frozenset({Skill.CORROBORATE, Skill.NUMBERS})))
    assert proposal.unmet == ("No item asks to “read numbers closely”: the bank has none.",)


def test_a_level_comes_first_and_gives_way() -> None:
    candidates = [candidate(n, difficulty=0.3 if n >= 9 else 0.8) for n in range(12)]
    proposal = propose_for(candidates, Wish(size=4, level=Level.EASY))
    assert {9, 10, 11} < set(proposal.places)
    assert proposal.unmet == ("1 of the 4 items is not easy: no more that are go together.",)


def test_a_level_that_the_bank_can_fill_is_kept_to() -> None:
    candidates = [candidate(n, difficulty=0.3 if n % 2 else 0.8) for n in range(12)]
    proposal = propose_for(candidates, Wish(size=4, level=Level.EASY))
    assert all(n % 2 for n in proposal.places)
    assert proposal.unmet == ()


def test_too_few_items_are_said() -> None:
    assert propose_for(bank(3), Wish(size=4)).unmet == ("3 items, not 4: the bank has no more.",)


def test_items_that_ask_the_same_do_not_fill_a_quiz() -> None:
    alike = bank(3, stem="Who counted the passengers on the pier?")
    assert propose_for(alike, Wish(size=3)).unmet == (
        "1 item, not 3: the bank has no more that ask different things.",
    )


def test_what_a_quiz_should_hold_and_this_one_does_not_is_said_once() -> None:
    dull = bank(6, kind=ItemKind.CHOICE, finding_kind=FindingKind.DISCREPANCY)
    (said,) = propose_for(dull, Wish(size=6)).unmet
    for lack in (
        "1 kind of findings, not 5",
        "no open or evidence items, not 2",
        "no item on what the articles agree",
    ):
        assert lack in said


@pytest.mark.parametrize(
    "wish", [Wish(), Wish(minutes=10), Wish(level=Level.HARD), Wish(skills=frozenset({Skill.NUMBERS}))]
)
def test_an_empty_bank_gives_nothing_and_says_so(wish: Wish) -> None:
    proposal = propose_for([], wish)
    assert proposal.places == ()
    assert proposal.unmet
