from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.types import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("headline", "sentence", "told"),
    [
        ("Death toll in tunnel fire rises to three", "A third driver died on Monday.", ("A third", 3)),
        ("Death toll in tunnel fire rises to four", "A third driver died on Monday.", ("A", 1)),
        ("Tunnel fire goes out", "Two men were hurt and a third driver died on Monday.", ("a", 1)),
    ],
)
def test_a_death_counted_off_is_the_toll(
    read: Read, headline: str, sentence: str, told: tuple[str, float]
) -> None:
    claims = [c for c in read(f"{headline}\n\n{sentence}").claims if c.measure == "killed"]
    assert told in [(c.value.text, c.value.low) for c in claims]
