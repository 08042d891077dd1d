from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest

from quizzes.nlp.telling.occurrences import assign, group_occurrences
from quizzes.nlp.telling.spellings import fold, name_keys
from quizzes.nlp.types import Reading

Read = Callable[..., Reading]

STRIKE = "French jets bomb camp in Mali\n\nA French air strike on a camp in Mali on {} killed {} fighters."
ROCKETS = "\n\nIt followed a rocket attack near {} on 15 April 2020 that killed {}."


def occurrence_of(readings: tuple[Reading, ...], article: str, figure: str) -> str | None:
    claims, _ = assign(readings)
    return next(c.occurrence for c in claims if c.article == article and c.value.text == figure)


@pytest.fixture
def story(read: Read) -> tuple[Reading, ...]:
    first = STRIKE.format("Thursday", "at least 22") + ROCKETS.format("Latakia", "one guard")
    second = STRIKE.format("7 May 2020", "17") + ROCKETS.format("Lattakia", "two guards")
    return (
        read(first, "a", published="2020-05-08", headline="French jets bomb camp in Mali"),
        read(second, "b", published="2020-05-09", headline="French jets bomb camp in Mali"),
    )


def test_one_happening_in_two_articles_is_one_occurrence(story: tuple[Reading, ...]) -> None:
    assert occurrence_of(story, "a", "at least 22") == occurrence_of(story, "b", "17") is not None


def test_spellings_of_a_place_do_not_part_it(story: tuple[Reading, ...]) -> None:
    assert occurrence_of(story, "a", "one") == occurrence_of(story, "b", "two") is not None


def test_two_attacks_are_never_mixed(story: tuple[Reading, ...]) -> None:
    strike = occurrence_of(story, "a", "at least 22")
    assert strike not in {occurrence_of(story, "a", "one"), occurrence_of(story, "b", "two")}


def test_another_day_is_another_occurrence(read: Read) -> None:
    texts = [f"A blast in Leeds on {day} May 2020 killed {n} miners." for day, n in ((3, 14), (9, 6))]
    readings = tuple(read(text, name) for text, name in zip(texts, "ab", strict=True))
    assert occurrence_of(readings, "a", "14") != occurrence_of(readings, "b", "6")


def test_another_place_is_another_occurrence(read: Read) -> None:
    first = read("Rockets hit a base in Mosul, killing two guards.", "a")
    second = read("Rockets hit a base in Kirkuk, killing three guards.", "b")
    assert occurrence_of((first, second), "a", "two") != occurrence_of((first, second), "b", "three")


def test_the_order_of_articles_changes_nothing(story: tuple[Reading, ...]) -> None:
    assert len({group_occurrences(order) for order in permutations(story)}) == 1


def test_every_happening_is_in_one_occurrence(story: tuple[Reading, ...]) -> None:
    ids = [h for o in group_occurrences(story) for h in o.happenings]
    assert sorted(ids) == sorted(h.id for r in story for h in r.happenings)


def test_a_label_can_be_read(story: tuple[Reading, ...]) -> None:
    labels = {o.label for o in group_occurrences(story)}
    assert (
        "France air strike in Mali, 7 May 2020" in labels or "French air strike in Mali, 7 May 2020" in labels
    )


def test_no_readings_give_nothing() -> None:
    assert assign(()) == ((), ())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Latakia", "Lattakia", True),
        ("Latakia", "Latakiya", True),
        ("Mukalla", "al Makalla", True),
        ("Latakia", "Latakia International Airport", True),
        ("Kyiv", "Kiev", False),
        ("Iraq", "Iran", False),
        ("eastern Syria", "eastern Iraq", False),
        ("Rome", "Ramah", False),
    ],
)
def test_names_are_compared_by_their_consonants(one: str, other: str, same: bool) -> None:
    assert bool(name_keys(one) & name_keys(other)) is same


@pytest.mark.parametrize(
    ("name", "folded"),
    [("Al-Hamra", "hamra"), ("Sana'a", "sanaa"), ("São Paulo", "sao paulo"), ("U.S.", "us"), ("", "")],
)
def test_a_name_is_folded(name: str, folded: str) -> None:
    assert fold(name) == folded
