from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.types import Reading

Read = Callable[..., Reading]


def figures(reading: Reading) -> list[tuple[str, str]]:
    return [(c.measure, c.value.text) for c in reading.claims if c.value.type.value == "number"]


@pytest.mark.parametrize(
    ("text", "measure", "value"),
    [
        ("A crowd of 8,400 saw the derby at Elm Road.", "attended", "8,400"),
        ("They played in front of 8,400 people.", "attended", "8,400"),
        ("Some 900 spectators lined the track.", "attended", "Some 900"),
        ("About 250 parents packed the hall.", "attended", "About 250"),
        ("More than 700 people came to the hearing.", "attended", "More than 700"),
        ("About 2,000 people marched through the town.", "attended", "About 2,000"),
        ("The concert drew 12,000 fans.", "attended", "12,000"),
        ("The union counted 3,000 people at the rally.", "attended", "3,000"),
        ("She won by 731 votes.", "margin", "731"),
        ("He lost the race by a margin of 412 votes.", "margin", "412"),
        ("The margin is 1,406 votes.", "margin", "1,406"),
        ("Her lead has shrunk to 906.", "margin", "906"),
        ("At the pier the wind gusted to 97 mph.", "wind speed", "97"),
        ("The storm brought winds of up to 90 miles an hour.", "wind speed", "up to 90"),
        ("The train was going 84 mph when it left the rails.", "speed", "84"),
        ("The damage will come to $70 million.", "damage", "$70 million"),
        ("The quake caused $30 million in damage.", "damage", "$30 million"),
        ("The striker will be out for eight weeks.", "time out of action", "eight"),
        ("She will miss four to six weeks with a broken foot.", "time out of action", "four to six"),
        ("The ferry crossing takes 40 minutes.", "length of the trip", "40"),
        ("The pupils sit on a bus for 55 minutes.", "length of the trip", "55"),
        ("The trip takes an hour.", "length of the trip", "an hour"),
        ("The clerk put turnout at 48.2 percent.", "turnout", "48.2 percent"),
        ("An engineer put the cost at $2 million.", "cost", "$2 million"),
        ("The divers were trapped 120 metres underground.", "depth", "120"),
        ("The cave lies about 300 feet below the surface.", "depth", "about 300"),
    ],
)
def test_the_place_of_a_figure_tells_its_kind(read: Read, text: str, measure: str, value: str) -> None:
    assert (measure, value) in figures(read(text))


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Two residents came to the meeting.", "attended"),
        ("Some 900 soldiers marched into the town.", "attended"),
        ("Seven people slept in the hall.", "attended"),
        ("The party won 900 votes.", "margin"),
        ("The team leads the table by two points.", "margin"),
        ("The limit on the road is 35 mph.", "speed"),
        ("The court awarded her $2 million in damages.", "damage"),
        ("The lift had been out of order for six weeks.", "time out of action"),
        ("He stayed for the last 35 minutes.", "length of the trip"),
        ("Four hours into the flight the plane turned back.", "length of the trip"),
    ],
)
def test_what_only_looks_alike_is_of_no_such_kind(read: Read, text: str, measure: str) -> None:
    assert measure not in [m for m, _ in figures(read(text))]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The union said 1,100 bakers had stopped work. The mill, which pays them, put the number at 640.",
            [("bakers", "1,100"), ("bakers", "640")],
        ),
        (
            "The union counted 1,500 people at the rally; the police spoke of about 600.",
            [("attended", "1,500"), ("attended", "about 600")],
        ),
        ("The blast killed 20 people. The rebels put the toll at 35.", [("killed", "20"), ("killed", "35")]),
        (
            "Bakers stop work\n\nHow many people came to the rally? Police said about 600.",
            [("attended", "about 600")],
        ),
        ("She owns 40 horses. Her brother is 30.", [("horses", "40")]),
    ],
)
def test_a_bare_figure_answers_the_one_before(read: Read, text: str, claims: list[tuple[str, str]]) -> None:
    assert figures(read(text)) == claims


@pytest.mark.parametrize(
    ("text", "value", "source"),
    [
        ("The insurers' association put the damage at $40 million.", "$40 million", "insurers' association"),
        ("The damage was put at $30 million by the mayor, Rick Sole.", "$30 million", "Rick Sole"),
        ("Arn Power counted 6,200 customers without light.", "6,200", "Arn Power"),
        ("Lee set the bar at two metres.", "two", None),
        ("He counted 30 cars on the way.", "30", None),
    ],
)
def test_who_reckons_is_the_source(read: Read, text: str, value: str, source: str | None) -> None:
    [claim] = [c for c in read(text).claims if c.value.text == value]
    assert (claim.source.name if claim.source else None) == source


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Three polling places ran short of paper.", [("places", "Three")]),
        ("The forward has scored 19 goals.", [("goals", "19")]),
        ("The clinic has 40 confirmed cases of measles.", [("cases", "40")]),
        ("The plan has three goals.", []),
        ("Voters approved a $90 million bond for a library.", [("money", "$90 million")]),
    ],
)
def test_a_noun_that_mostly_lays_out_a_text_may_count(
    read: Read, text: str, claims: list[tuple[str, str]]
) -> None:
    assert figures(read(text)) == claims
