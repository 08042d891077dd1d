"""Words of two articles that exclude each other: kinds, modifiers, states, conditions, causes, and who did it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from quizzes.nlp.findings.causes_apart import find_causes_apart
from quizzes.nlp.findings.conditions_apart import find_conditions_apart
from quizzes.nlp.findings.doers_apart import find_doers_apart
from quizzes.nlp.findings.haves_apart import find_haves_apart
from quizzes.nlp.findings.kinds_apart import find_kinds_apart
from quizzes.nlp.findings.modifiers_apart import find_modifiers_apart
from quizzes.nlp.findings.side_by_side import SHOWN, SideBySide
from quizzes.nlp.findings.states_apart import find_states_apart
from quizzes.nlp.findings.whens_apart import find_whens_apart
from quizzes.nlp.types import Finding, Relation
from tests.nlp.hand_made import reading, side

Find = Callable[[SideBySide], Iterator[Finding]]


def found(find: Find, one: str, other: str, later: str = "2024-05-06") -> list[Finding]:
    return list(find(side(reading("a", one, published="2024-05-06"), reading("b", other, published=later))))


@pytest.mark.parametrize(
    ("find", "one", "other", "aspect", "values"),
    [
        (
            find_kinds_apart,
            "The fire began in the kitchen of the old inn, the brigade said.",
            "The fire started in the garage and spread through the old inn.",
            "place",
            ["in the kitchen", "in the garage"],
        ),
        (
            find_kinds_apart,
            "Two women were hit by a tram at Olven Square.",
            "Two women were struck by a delivery van at Olven Square.",
            "attribute",
            ["by a tram", "by a delivery van"],
        ),
        (
            find_kinds_apart,
            "The missing clerk slept in his minivan near Olven.",
            "The missing clerk had slept in the barn, Olven police found.",
            "place",
            ["in his minivan", "in the barn"],
        ),
        (
            find_modifiers_apart,
            "Guards shut the north entrance of the arena.",
            "The arena's southern entrance was shut by guards.",
            "place",
            ["north entrance", "southern entrance"],
        ),
        (
            find_modifiers_apart,
            "The wooden footbridge over the Lorn gave way.",
            "The steel footbridge over the Lorn gave way at noon.",
            "attribute",
            ["wooden footbridge", "steel footbridge"],
        ),
        (
            find_states_apart,
            "The coast road has reopened after the landslide.",
            "The coast road remained closed after the landslide.",
            "status",
            ["road has reopened", "road remained closed"],
        ),
        (
            find_states_apart,
            "The old tanker was not insured, its owner said.",
            "The old tanker was insured in Olven.",
            "status",
            ["tanker was not insured", "tanker was insured"],
        ),
        (
            find_haves_apart,
            "The mill had a sprinkler system, officials said.",
            "The mill had no sprinklers, a union said.",
            "status",
            ["had a sprinkler system", "had no sprinklers"],
        ),
        (
            find_haves_apart,
            "Police have ruled out arson.",
            "Police are treating the fire as arson.",
            "status",
            ["ruled out arson", "treating the fire as arson"],
        ),
        (
            find_whens_apart,
            "The crane was last inspected in June.",
            "The crane had been inspected in August.",
            "date",
            ["in June", "in August"],
        ),
        (
            find_whens_apart,
            "The new pier will open in September.",
            "The new pier is to open next spring.",
            "date",
            ["in September", "next spring"],
        ),
        (
            find_states_apart,
            "The smoke alarm did not sound during the fire.",
            "A smoke alarm sounded during the fire and woke the guests.",
            "status",
            ["alarm did not sound", "alarm sounded"],
        ),
        (
            find_conditions_apart,
            "The balloon came down in thick fog.",
            "The balloon came down on a clear evening.",
            "attribute",
            ["fog", "clear evening"],
        ),
        (
            find_conditions_apart,
            "The crane overturned on Dale Street on Monday morning.",
            "The crane overturned on Dale Street late on Monday evening.",
            "date",
            ["morning", "evening"],
        ),
        (
            find_causes_apart,
            "A faulty heater caused the fire, investigators said.",
            "The fire was started by a candle, police believe.",
            "attribute",
            ["faulty heater", "candle"],
        ),
        (
            find_doers_apart,
            "Ilse Brandt, the night porter, raised the alarm at once.",
            "It was Tom Varga who called the police, the hotel said.",
            "name",
            ["Ilse Brandt", "Tom Varga"],
        ),
        (
            find_doers_apart,
            "A neighbour raised the alarm.",
            "A jogger called the fire brigade.",
            "name",
            ["A neighbour", "A jogger"],
        ),
        (
            find_doers_apart,
            "On Sunday Carla Munt cut the ribbon.",
            "Peter Aske was the one who cut the ribbon.",
            "name",
            ["Carla Munt", "Peter Aske"],
        ),
    ],
)
def test_words_that_exclude_each_other_are_a_conflict(
    find: Find, one: str, other: str, aspect: str, values: list[str]
) -> None:
    [finding] = found(find, one, other)
    assert (finding.relation, finding.aspect) == (Relation.CONFLICT, aspect)
    assert [p.value for p in finding.positions] == values
    assert finding.confidence >= SHOWN


@pytest.mark.parametrize(
    ("find", "one", "other"),
    [
        # a wider word for the same thing
        (
            find_kinds_apart,
            "Two women were hit by a truck at Olven Square.",
            "Two women were hit by a vehicle at Olven Square.",
        ),
        # both articles know both rooms
        (
            find_kinds_apart,
            "The fire began in the kitchen of the old inn and crossed into the garage.",
            "The fire started in the garage of the old inn.",
        ),
        # two things
        (find_kinds_apart, "A boy was found in the attic.", "The mayor spoke in the lobby."),
        (
            find_modifiers_apart,
            "Guards shut the north entrance of the arena.",
            "A choir sang at the south entrance of the school.",
        ),
        (
            find_states_apart,
            "The coast road has reopened after the landslide.",
            "The mountain school remained closed after the landslide.",
        ),
        # only supposed
        (
            find_states_apart,
            "The coast road has reopened after the landslide.",
            "It is unclear whether the coast road was closed after the landslide.",
        ),
        # a part of the day within another
        (
            find_conditions_apart,
            "The crane overturned on Dale Street before dawn on Monday.",
            "The crane overturned on Dale Street on Monday morning.",
        ),
        # what lasts may be told of any day
        (
            find_whens_apart,
            "The road to the pier remained blocked on Monday.",
            "The road to the pier remained blocked on Tuesday.",
        ),
        (find_haves_apart, "The mill had a sprinkler system.", "There was no sign of the sprinkler thief."),
        # denied
        (
            find_causes_apart,
            "A faulty heater caused the fire, investigators said.",
            "The fire was not started by a candle, police believe.",
        ),
        # two effects
        (find_causes_apart, "A faulty heater caused the fire.", "The crash was caused by a puncture."),
        # one man by his name and by what he is
        (find_doers_apart, "Tom Varga raised the alarm.", "A porter called the police."),
        (find_doers_apart, "Peter Aske opened the fair.", "Carla Munt opened the letter."),
    ],
)
def test_what_may_both_hold_is_left_in_peace(find: Find, one: str, other: str) -> None:
    assert found(find, one, other) == []


def test_a_state_of_a_later_day_is_an_update() -> None:
    one, other = (
        "The coast road was closed after the landslide.",
        "The coast road has reopened after the landslide.",
    )
    [finding] = found(find_states_apart, one, other, later="2024-05-07")
    assert finding.relation is Relation.UPDATE
