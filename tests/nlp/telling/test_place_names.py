from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.types import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    "text",
    [
        "A fire in the town of Quellby killed two people.",
        "A fire killed two people in Quellby, a village in the hills.",
        "The Quellby fire killed two people. Quellby police said so.",
        "The Quellby fire killed two people, the mayor of Quellby said.",
        "Quellby fire kills two\n\nA fire killed two people on Monday.\n\nPeople in Quellby wept. Shops in Quellby shut.",
    ],
)
def test_an_unknown_town_is_read_by_what_stands_beside_it(read: Read, text: str) -> None:
    assert "quellby" in read(text).happenings[0].places


@pytest.mark.parametrize(
    "text", ["The fire spread through a tunnel.", "A suit against Acme was filed in March."]
)
def test_a_bare_noun_or_month_is_no_place(read: Read, text: str) -> None:
    assert [h.places for h in read(text).happenings] == [()]


def test_who_has_an_army_acts_and_is_not_where(read: Read) -> None:
    reading = read(
        "Norland air strike kills two\n\nNorland jets bombed a base in Vostra on Monday, the army of Vostra said."
    )
    assert "norland" not in reading.happenings[0].places
