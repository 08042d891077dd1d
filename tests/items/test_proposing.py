"""What a proposed quiz holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.items.proposing import ASK_FOR_PROOF, Candidate, propose
from quizzes.items.types import ItemKind
from quizzes.nlp.types import FindingKind

CHOICE, OPEN, EVIDENCE = ItemKind.CHOICE, ItemKind.OPEN, ItemKind.EVIDENCE
TOLL, AGREED, WORDS = FindingKind.DISCREPANCY, FindingKind.AGREEMENT, FindingKind.LABEL_CHOICE
VOICE, SOURCE, REUSE = FindingKind.VOICE_UNIQUE, FindingKind.ANONYMOUS_SOURCE, FindingKind.TEXT_REUSE
SUBJECTS = "pier crew fare storm owner mayor horn wharf tide cargo lamp rope".split()


def candidates(*kinds: tuple[ItemKind, FindingKind]) -> list[Candidate]:
    """Each on a finding of its own, with a stem like no other."""
    return [
        Candidate(kind, " ".join([SUBJECTS[n]] * 3) + "?", f"f{n}", finding)
        for n, (kind, finding) in enumerate(kinds)
    ]


def test_a_quiz_holds_five_kinds_two_proofs_and_an_agreement() -> None:
    many = candidates(
        *[(CHOICE, TOLL)] * 5,
        (CHOICE, WORDS),
        (CHOICE, VOICE),
        (CHOICE, SOURCE),
        (CHOICE, AGREED),
        (EVIDENCE, REUSE),
        (OPEN, TOLL),
    )
    chosen = [many[n] for n in propose(many, 6)]
    assert len({c.finding_kind for c in chosen}) >= 5
    assert sum(c.kind in ASK_FOR_PROOF for c in chosen) == 2
    assert AGREED in {c.finding_kind for c in chosen}


def test_a_short_quiz_takes_the_best() -> None:
    many = candidates((CHOICE, TOLL), (CHOICE, WORDS), (CHOICE, VOICE), (OPEN, AGREED))
    assert propose(many, 3) == [0, 1, 2]


def test_what_the_items_do_not_hold_is_not_waited_for() -> None:
    many = candidates(*[(CHOICE, TOLL)] * 4, *[(CHOICE, WORDS)] * 3)
    assert len(propose(many, 6)) == 6


def test_a_teachers_own_items_take_part() -> None:
    own = [Candidate(CHOICE, f"What does the {s} say?" * (n + 1)) for n, s in enumerate(SUBJECTS[:2])]
    assert 0 in propose([*own, *candidates((CHOICE, TOLL))], 5)


@pytest.mark.parametrize("size", [0, 1])
def test_nothing_comes_of_nothing(size: int) -> None:
    assert propose([], size) == []


@given(
    kinds=st.lists(
        st.tuples(st.sampled_from(ItemKind), st.sampled_from(FindingKind)), max_size=len(SUBJECTS)
    ),
    size=st.integers(0, 12),
)
def test_no_more_than_asked_each_once_in_the_order_of_rank(
    kinds: list[tuple[ItemKind, FindingKind]], size: int
) -> None:
    chosen = propose(candidates(*kinds), size)
    assert len(chosen) <= size
    assert chosen == sorted(set(chosen))


RAN = "The pilot ran from the wheel to the lamp before anybody spoke."


@pytest.mark.parametrize(
    ("kind", "stem", "both"),
    [
        (CHOICE, f"Whose words are “{RAN}”?", False),
        (OPEN, f"What do readers learn from “{RAN}”?", False),
        (CHOICE, "Whose words are “the pilot ran from”?", True),
        (CHOICE, "Whose wharf is it?", True),
    ],
)
def test_no_stem_quotes_the_sentence_that_another_asks_to_pick(kind: ItemKind, stem: str, both: bool) -> None:
    proving = Candidate(EVIDENCE, "Which sentence shows who ran?", "f1", VOICE, (("a1", 0, 60),), (RAN,))
    other = Candidate(kind, stem, "f2", WORDS, (("a2", 0, 60),), (RAN,))
    assert len(propose([proving, other], 4)) == 1 + both
    assert len(propose([other, proving], 4)) == 1 + both


def test_two_that_only_quote_one_sentence_may_stand_together() -> None:
    asks = Candidate(CHOICE, f"Who says “{RAN}”?", "f1", VOICE, (("a1", 0, 60),), (RAN,))
    opens = Candidate(
        OPEN, f"Why might the town distrust this: “{RAN}”?", "f2", WORDS, (("a1", 0, 60),), (RAN,)
    )
    assert len(propose([asks, opens], 4)) == 2
