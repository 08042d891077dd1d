from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.types import Happening, Reading

Read = Callable[..., Reading]


def one(reading: Reading) -> Happening:
    (happening,) = reading.happenings
    return happening


def words(reading: Reading, happening: Happening) -> list[str]:
    return [m.of(reading.text) for m in happening.mentions]


def test_a_happening_has_act_place_date_and_means(read: Read) -> None:
    happening = one(read("A rocket attack on a depot near Mosul hurt two guards on 3 May 2020."))
    assert (happening.act, happening.means, happening.dates) == ("attack", ("rocket",), ("2020-05-03",))
    assert happening.places == ("mosul",)
    assert happening.label == "rocket attack in Mosul, 3 May 2020"


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("A French air strike hit a camp.", ("france",)),
        ("France bombed a camp.", ("france",)),
        ("The Kremlin ordered a strike on the camp.", ("russia",)),
        ("The raid was carried out by rebels.", ("armed group",)),
        ("Iran-backed fighters attacked a camp.", ("armed group",)),
        ("A strike hit a camp.", ()),
    ],
)
def test_who_did_it_is_a_nation_or_an_armed_group(read: Read, text: str, agents: tuple[str, ...]) -> None:
    assert read(text).happenings[0].agents == agents


@pytest.mark.parametrize(
    ("text", "act", "means"),
    [
        ("Rockets hit a depot.", "attack", ("rocket",)),
        ("An airstrike flattened a depot.", "strike", ("air",)),
        ("A car bombing shook the market.", "bombing", ("bomb", "car")),
        ("A gunman opened fire in a park.", "shooting", ("gun",)),
        ("Two trains collided in a tunnel.", "crash", ("train",)),
        ("A storm hit the coast.", "storm", ()),
    ],
)
def test_acts_and_means(read: Read, text: str, act: str, means: tuple[str, ...]) -> None:
    happening = one(read(text))
    assert (happening.act, happening.means) == (act, means)


def test_a_back_reference_goes_to_what_was_told(read: Read) -> None:
    reading = read("A rocket attack near Mosul hurt two guards. The attack lasted an hour.")
    assert words(reading, one(reading)) == ["attack", "attack"]


def test_spellings_of_a_place_are_one(read: Read) -> None:
    reading = read("Rockets hit a base in Latakia on Monday. An attack in Lattakia hurt two guards.")
    assert len(reading.happenings) == 1


def test_two_attacks_in_one_article_stay_two(read: Read) -> None:
    reading = read(
        "French jets bombed a camp in Mali on 3 May 2020, killing 20 fighters.\n\n"
        "The air strike came after a rocket attack near Mosul on 15 April 2020 killed one guard."
    )
    by_figure = {c.value.text: c.happening for c in reading.claims if c.measure == "killed"}
    assert by_figure.keys() == {"20", "one"}
    assert by_figure["20"] != by_figure["one"]


def test_a_toll_without_an_event_goes_to_its_paragraph(read: Read) -> None:
    reading = read("A blast tore through a mine near Leeds. At least 14 miners were killed.")
    (claim,) = (c for c in reading.claims if c.measure == "killed")
    assert claim.happening == one(reading).id


def test_a_standing_fact_has_no_happening(read: Read) -> None:
    reading = read("A blast tore through a mine near Leeds.\n\nThere are 2,500 troops in the valley.")
    assert [c.happening for c in reading.claims] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The plan is to deter future attacks.",
        "If they strike, we shall answer.",
        "They could attack the camp.",
        "He had a heart attack.",
        "The workers went on strike.",
        "There was no attack.",
    ],
)
def test_what_did_not_happen_is_no_happening(read: Read, text: str) -> None:
    assert read(text).happenings == ()


@pytest.mark.parametrize(
    "text", ["", "attack", "The the strike strike", "on on on Monday", "strike of of", "—\n\n—"]
)
def test_scraps_raise_nothing(read: Read, text: str) -> None:
    assert isinstance(read(text).happenings, tuple)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Fair ends in blast\n\nFive guests were hurt when a stall caught fire at the fair.", 1),
        ("Fair ends in blast\n\nRebels set the fair ablaze; the fire by the rebels hurt five.", 2),
        ("Fair ends in stabbing\n\nFive guests were hurt when a stall caught fire at the fair.", 2),
    ],
)
def test_an_explosion_and_a_fire_may_be_one_accident(read: Read, text: str, count: int) -> None:
    assert len(read(text).happenings) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A fire in Norway shut a fair. Five were hurt in the incident at Bergen on 3 May.", 1),
        ("A fire in Oslo shut a fair. Five were hurt in the incident at Bergen on 3 May.", 2),
        ("A fire in Norway on Monday shut a fair. Five were hurt in the incident at Bergen on 3 May.", 2),
        ("A raid by rebels in Norway shut a fair. Five were hurt in the incident at Bergen on 3 May.", 2),
        ("A fire in Norway shut a fair. It was old. Five were hurt in the incident at Bergen on 3 May.", 2),
    ],
)
def test_the_spot_and_day_of_an_accident_narrow_its_country(read: Read, text: str, count: int) -> None:
    assert len(read(text).happenings) == count
