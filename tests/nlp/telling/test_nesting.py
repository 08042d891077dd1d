from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.telling.nesting import PlaceKind, kind_of, levels, places_clash
from quizzes.nlp.telling.occurrences import assign
from quizzes.nlp.types import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    "text",
    [
        "Blaze at Ashdown School leaves four hurt\n\nFour were hurt in a fire in Tarnbury on Monday, police said.",
        "Blaze leaves four hurt\n\nFour were hurt in a fire at Ashdown School in Tarnbury on Monday.\n\nThe blaze ruined a hall.",
        "Four Hurt in School Inferno\n\nFour were hurt in an inferno at a school in Tarnbury on Monday. Nine rooms burned in the fire.",
        "Blaze hurts four\n\nFour were hurt in Tarnbury in a fire on 5 March 2025.\n\nThe fire at Ashdown School ruined a hall.",
        "Two die in motorway crash\n\nTwo died in a crash on the M42 near Leeds on Friday.\n\nThe crash near Leeds shut the road.",
        "Crash near Leeds kills two\n\nTwo died in a collision on the Harwick Motorway on Friday, police said.",
        "Storm hits county\n\nA storm over Elmshire County tore off roofs on Sunday.\n\nThe storm in Tarnbury hurt nine.",
        "Gunman opens fire at Ashdown School\n\nTwo people were hurt in a shooting in Tarnbury on Monday.",
    ],
)
def test_places_inside_each_other_are_of_one_happening(read: Read, text: str) -> None:
    assert len(read(text).happenings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Fire in Tarnbury hurts two\n\nA fire in Tarnbury hurt two people. A fire in Millhaven hurt six.",
        "Two were hurt in a fire in Tarnbury on Monday.\n\nSix were hurt in a fire in Tarnbury on Thursday.",
        "A fire at Ashdown School hurt two people.\n\nA fire at Birch School hurt six people.",
        "A fire at Ashdown School hurt two people.\n\nA second fire in Tarnbury hurt six people.",
        "A fire at Ashdown School on Monday hurt two.\n\nLast year's fire in Tarnbury hurt six people.",
        "A fire at Ashdown School on Monday hurt two.\n\nA fire in Tarnbury in 2019 killed six people.",
        "Crash near Leeds kills two\n\nA crash near York killed four people on Friday.",
        "A rocket attack on a base in Mosul hurt two guards.\n\nA second rocket attack in Mosul hurt six guards.",
        "Attack at Tarnbury Airport\n\nRockets hit Tarnbury Airport, hurting two. Rockets hit a base in Millhaven, hurting six.",
    ],
)
def test_two_happenings_of_one_kind_stay_two(read: Read, text: str) -> None:
    assert len(read(text).happenings) == 2


def test_a_headlines_figure_is_of_the_fire_that_the_body_tells(read: Read) -> None:
    reading = read(
        "Blaze leaves at least four injured\n\nAt least four people were injured in a fire at Ashdown School in Tarnbury "
        "on Monday, police said.\n\nThe blaze destroyed nine classrooms."
    )
    figures = [c.happening for c in reading.claims if c.measure in {"injured", "destroyed"}]
    assert figures == [reading.happenings[0].id] * 3


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("A fire at Ashdown School", "A fire in Tarnbury", 1),
        ("A fire in Leeds", "A fire in York", 2),
        ("A fire at Ashdown School", "A fire at Birch School", 2),
        ("A crash on the Harwick Motorway", "A crash near Leeds", 1),
        ("A storm over Elmshire County", "A storm in Tarnbury", 1),
        ("A fire in Tarnbury on 3 March 2025", "A fire at Ashdown School on 9 March 2025", 2),
    ],
)
def test_places_inside_each_other_are_of_one_occurrence(read: Read, one: str, other: str, count: int) -> None:
    readings = (read(f"{one} hurt four people.", "a"), read(f"{other} hurt nine people.", "b"))
    assert len(assign(readings)[1]) == count


def test_march_in_a_date_is_no_protest(read: Read) -> None:
    reading = read(
        "Shops open\n\nBy Ann Lee, 5 March 2025\n\nNine shops opened. A march in Leeds drew a crowd."
    )
    assert [m.of(reading.text) for h in reading.happenings for m in h.mentions] == ["march"]


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("ashdown school", PlaceKind.SPOT),
        ("m42", PlaceKind.SPOT),
        ("interstate 80", PlaceKind.SPOT),
        ("elmshire county", PlaceKind.REGION),
        ("county down", PlaceKind.REGION),
        ("tarnbury", PlaceKind.NAMED),
        ("", PlaceKind.NAMED),
    ],
)
def test_a_name_may_say_its_kind(place: str, kind: PlaceKind) -> None:
    assert kind_of(place) is kind


def test_a_name_may_hold_several() -> None:
    assert levels("ashdown school in tarnbury, elmshire") == ("ashdown school", "tarnbury", "elmshire")
    assert levels("the school") == ()


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (["ashdown school"], ["tarnbury"], False),
        (["ashdown school", "tarnbury"], ["tarnbury"], False),
        (["ashdown school", "tarnbury"], ["millhaven"], True),
        (["ashdown school"], ["birch school"], True),
        ([], ["tarnbury"], False),
    ],
)
def test_only_places_of_one_kind_clash(one: list[str], other: list[str], clash: bool) -> None:
    assert places_clash(one, other) is clash
