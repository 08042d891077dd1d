"""Values in unlike words that are of one thing, since rare words around them are shared; and such as are not."""

from __future__ import annotations

from typing import Any

import pytest

from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.findings.tied_values import find_tied_values
from quizzes.nlp.types import Bound, Claim, Finding, Quantity, Relation, ValueType
from tests.nlp.hand_made import claim, figure, reading, side

Told = tuple[str, Quantity, str, dict[str, Any]]


def text_value(text: str, type: ValueType, norm: str) -> Quantity:
    return Quantity(text, 0, len(text), type, norm=norm)


def told(sentence: str, number: float, words: str, unit: str, *counted: str, **facts: Any) -> Told:
    bound = facts.pop("bound", Bound.EXACT)
    value = figure(words, number, bound)
    return (
        sentence,
        Quantity(**(vars(value) | {"unit": unit})),
        facts.pop("measure", "size"),
        {"counted": counted} | facts,
    )


def at(sentence: str, words: str, norm: str, type: ValueType, measure: str, *counted: str) -> Told:
    return sentence, text_value(words, type, norm), measure, {"counted": counted}


def claims_of(article: str, *given: Told) -> tuple[str, list[Claim]]:
    """The article's text, a sentence to each claim, and the claims."""
    text, claims = "", []
    for sentence, value, measure, facts in given:
        claims.append(
            claim(
                article,
                value,
                start=len(text),
                text=sentence,
                measure=measure,
                **{"occurrence": None} | facts,
            )
        )
        text += sentence + " "
    return text, claims


def found(one: list[Told], other: list[Told]) -> list[Finding]:
    (text, claims), (other_text, others) = claims_of("a", *one), claims_of("b", *other)
    both = side(reading("a", text), reading("b", other_text), claims=[*claims, *others])
    return list(find_tied_values(both, ()))


COLD = told("The temperature dropped to 19 degrees.", 19, "19", "degrees", "drop")
COLDER = told("Campers told of a temperature of 24 degrees.", 24, "24", "degrees", "tell")
GATES = told("Wardens shut eight gates.", 8, "eight", "gates", "gate", measure="gates")
SHUT = at("The ford stayed closed until 6 p.m.", "6 p.m.", "18:00", ValueType.TIME, "time")
REOPENED = at("The ford was closed until 8 p.m.", "8 p.m.", "20:00", ValueType.TIME, "time")


@pytest.mark.parametrize(
    ("one", "other", "relation", "aspect"),
    [
        (COLD, COLDER, Relation.CONFLICT, "number"),
        (
            GATES,
            told("They closed twelve gates.", 12, "twelve", "gates", "gate", measure="gates"),
            Relation.CONFLICT,
            "number",
        ),
        (
            told("Some 640 people lose their jobs.", 640, "640", "people", "person"),
            told("The jobs of 720 workers are lost.", 720, "720", "workers", "worker"),
            Relation.CONFLICT,
            "number",
        ),
        (
            told("Parents waited three hours.", 3, "three", "hours", "wait", measure="duration"),
            told("The wait went on for 300 minutes.", 300, "300", "minutes", measure="interval"),
            Relation.CONFLICT,
            "number",
        ),
        (
            told("The finder gets a reward of $5,000.", 5000, "$5,000", "dollars", measure="reward"),
            told("A reward was put up: $8,000.", 8000, "$8,000", "dollars", measure="money"),
            Relation.CONFLICT,
            "number",
        ),
        (
            told("The barge slid 41 meters.", 41, "41", "meters", measure="distance"),
            told("It slid about 40 meters.", 40, "about 40", "meters", measure="size", bound=Bound.ABOUT),
            Relation.PRECISION,
            "number",
        ),
        (SHUT, REOPENED, Relation.CONFLICT, "date"),
        (
            at(
                "The lift was checked in March.", "March", "2024-03", ValueType.DATE, "date: checked", "check"
            ),
            at(
                "They last checked it in May.",
                "May",
                "2024-05",
                ValueType.DATE,
                "date: checked",
                "lift",
                "check",
            ),
            Relation.CONFLICT,
            "date",
        ),
        (
            at("He limped on his left foot.", "left", "left", ValueType.TEXT, "side", "foot"),
            at("Her right foot, she limped.", "right", "right", ValueType.TEXT, "side", "ann", "foot"),
            Relation.CONFLICT,
            "attribute",
        ),
    ],
)
def test_values_with_a_rare_word_in_common_are_of_one_thing(
    one: Told, other: Told, relation: Relation, aspect: str
) -> None:
    [finding] = found([one], [other])
    assert (finding.relation, finding.aspect) == (relation, aspect)
    assert finding.confidence >= SHOWN


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # no word in common but the unit
        ([COLD], [told("The oven has 30 degrees.", 30, "30", "degrees", "have")]),
        # a word that an article has often ties less
        (
            [
                told("Trams wait six hours.", 6, "six", "hours"),
                told("Trams cost $9. Trams smell.", 9, "$9", "dollars"),
            ],
            [told("Trams ran for ten hours.", 10, "ten", "hours")],
        ),
        # the other article gives the same figure as well
        ([COLD], [COLDER, told("In the hut it was 19 degrees.", 19, "19", "degrees")]),
        # two that fit as well
        ([COLD], [COLDER, told("Once a temperature of 26 degrees was told of.", 26, "26", "degrees")]),
        # what is, and what might be
        ([COLD], [told("The temperature could drop to 24 degrees.", 24, "24", "degrees")]),
        # another year, another day, another place
        ([COLD], [told("In 1987 a temperature of 24 degrees was felt.", 24, "24", "degrees")]),
        (
            [told("On Monday wardens shut eight gates.", 8, "eight", "gates", "gate", measure="gates")],
            [told("On Friday they shut twelve gates.", 12, "twelve", "gates", "gate", measure="gates")],
        ),
        ([COLD], [told("At Port Arn the temperature was 24 degrees.", 24, "24", "degrees")]),
        # many times as many, and one
        ([GATES], [told("They closed 90 gates.", 90, "90", "gates", "gate", measure="gates")]),
        ([GATES], [told("Just one of the gates stayed shut.", 1, "one", "gates", "gate", measure="gates")]),
        # a limit and an hour
        ([SHUT], [at("The ford closed at 8 p.m.", "8 p.m.", "20:00", ValueType.TIME, "time")]),
        # another deed
        (
            [
                at(
                    "The lift was checked in March.",
                    "March",
                    "2024-03",
                    ValueType.DATE,
                    "date: checked",
                    "check",
                )
            ],
            [
                at(
                    "The checked lift was sold in May.",
                    "May",
                    "2024-05",
                    ValueType.DATE,
                    "date: sold",
                    "lift",
                    "sell",
                )
            ],
        ),
    ],
)
def test_values_that_may_be_of_two_things_are_left_in_peace(one: list[Told], other: list[Told]) -> None:
    assert found(one, other) == []


def test_who_repeats_one_of_two_values_stands_with_it() -> None:
    again = told("At night 24 degrees were felt.", 24, "24", "degrees")
    [finding] = found([COLD], [COLDER, again])
    assert [(p.article, p.value) for p in finding.positions] == [("a", "19"), ("b", "24"), ("b", "24")]
