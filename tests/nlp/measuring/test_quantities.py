from __future__ import annotations

import pytest
from spacy.language import Language

from quizzes.nlp.measuring.counted import Counted, Kind
from quizzes.nlp.measuring.quantities import find_quantities
from quizzes.nlp.types import Bound, ValueType


def told(nlp: Language, text: str) -> list[Counted]:
    """The quantities of a text without the noun phrases that only some measures take."""
    return [q for q in find_quantities(nlp(text)) if q.kind not in {Kind.ARTICLE, Kind.PLURAL}]


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "bound", "unit"),
    [
        ("The blast killed 14 people.", "14", 14, 14, Bound.EXACT, "people"),
        ("The blast killed at least 14 people.", "at least 14", 14, None, Bound.AT_LEAST, "people"),
        ("More than two dozen guests left.", "More than two dozen", 24, None, Bound.MORE_THAN, "guests"),
        (
            "As many as 2.5 million voters came.",
            "As many as 2.5 million",
            None,
            2.5e6,
            Bound.AT_MOST,
            "voters",
        ),
        ("Fewer than 300 seats were sold.", "Fewer than 300", None, 300, Bound.LESS_THAN, "seats"),
        ("About 2,500 US troops stayed.", "About 2,500", 2500, 2500, Bound.ABOUT, "US troops"),
        ("Nearly 2 500 homes were lost.", "Nearly 2 500", 2500, 2500, Bound.ABOUT, "homes"),
        ("He counted 10 to 12 lorries.", "10 to 12", 10, 12, Bound.RANGE, "lorries"),
        ("Some 46-57 homes burned.", "Some 46-57", 46, 57, Bound.RANGE, "homes"),
        ("Five or more boats sank.", "Five or more", 5, None, Bound.AT_LEAST, "boats"),
        ("No one was hurt.", "No one", 0, 0, Bound.EXACT, None),
        ("No sailors were hurt.", "No", 0, 0, Bound.EXACT, "sailors"),
        ("It hurt one non-local guide.", "one", 1, 1, Bound.EXACT, "non-local guide"),
        ("They found two more of the wooden boxes.", "two", 2, 2, Bound.EXACT, "wooden boxes"),
        ("The town lost $13 million.", "$13 million", 13e6, 13e6, Bound.EXACT, "dollars"),
        ("It asked for up to $200 a head.", "up to $200", None, 200, Bound.AT_MOST, "dollars"),
        ("Turnout reached 90 percent.", "90 percent", 90, 90, Bound.EXACT, "percent"),
        ("Half of the crew drowned.", "Half", 50, 50, Bound.EXACT, "percent"),
        ("The river rose six inches.", "six", 6, 6, Bound.EXACT, "inches"),
    ],
)
def test_a_figure_is_found_with_bound_and_unit(
    nlp: Language,
    text: str,
    words: str,
    low: float | None,
    high: float | None,
    bound: Bound,
    unit: str | None,
) -> None:
    value = told(nlp, text)[0].quantity
    assert (value.text, value.low, value.high, value.bound, value.unit) == (words, low, high, bound, unit)
    assert text[value.start : value.end] == words


@pytest.mark.parametrize(
    ("text", "words", "bound"),
    [
        ("The raid hurt several guards.", "several", Bound.VAGUE),
        ("The raid hurt a number of guards.", "a number", Bound.VAGUE),
        ("The raid hurt up to a handful of guards.", "up to a handful", Bound.AT_MOST),
        ("Dozens of guards were hurt.", "Dozens", Bound.VAGUE),
        ("Several hundred guards were hurt.", "Several hundred", Bound.VAGUE),
        ("Tens of thousands of people fled.", "Tens of thousands", Bound.VAGUE),
    ],
)
def test_a_vague_word_has_a_range_and_no_figure(nlp: Language, text: str, words: str, bound: Bound) -> None:
    value = told(nlp, text)[0].quantity
    assert (value.text, value.low, value.high, value.bound) == (words, None, None, bound)
    assert value.about is not None and value.about[0] < value.about[1]


def test_about_widens_the_figure(nlp: Language) -> None:
    value = told(nlp, "About 100 cows were sold.")[0].quantity
    assert (value.low, value.high, value.about) == (100, 100, (80, 120))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The show lasted 12 minutes.", Kind.DURATION),
        ("It was a 12-minute display.", Kind.DURATION),
        ("The 10-year-old law was changed.", Kind.AGE),
        ("Anna Lee, 56, of Leeds was held.", Kind.AGE),
        ("The farm lies seven miles away.", Kind.DISTANCE),
        ("The bill passed 234-193.", Kind.TALLY),
        ("It began at 5:10 a.m. sharp.", Kind.TIME),
    ],
)
def test_a_figure_that_counts_nothing_is_told_apart(nlp: Language, text: str, kind: Kind) -> None:
    assert [q.kind for q in told(nlp, text)] == [kind]


def test_a_time_of_day_has_a_norm(nlp: Language) -> None:
    value = told(nlp, "It began at about 5:10 p.m. sharp.")[0].quantity
    assert (value.type, value.norm, value.bound) == (ValueType.TIME, "17:10", Bound.ABOUT)


@pytest.mark.parametrize(
    "text",
    [
        "One of the guards was hurt.",
        "The two guards were hurt.",
        "On 15 February the guards left.",
        "It was built in 2011.",
        "The 2016 nominee lost.",
        "They sailed on Flight 370.",
        "He is number one.",
        "They want a two-state solution.",
        "They talked to one another.",
    ],
)
def test_what_names_or_points_is_no_quantity(nlp: Language, text: str) -> None:
    assert told(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("It hurt one non-local guide.", ("non-local", "guide")),
        ("It hurt five other drivers.", ("driver",)),
        ("It hurt 3 armed policemen.", ("armed", "policeman")),
        ("It brought 34 inches of snow.", ("snow",)),
    ],
)
def test_what_is_counted_is_folded(nlp: Language, text: str, counted: tuple[str, ...]) -> None:
    assert told(nlp, text)[0].counted == counted


@pytest.mark.parametrize(
    "text", ["", "   ", "1", "$", "%", "of", "a", "-", "1 - 2 -", "no", "half", "\u00a0", "some some"]
)
def test_scraps_raise_nothing(nlp: Language, text: str) -> None:
    assert isinstance(find_quantities(nlp(text)), tuple)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Police sought a man in his 50s.", [(50, 59, Bound.RANGE)]),
        ("It cost more than the $3 million they had.", [(3e6, 3e6, Bound.EXACT)]),
        ("It cost more than $3 million.", [(3e6, None, Bound.MORE_THAN)]),
        ("The flight took 8 hours and 20 minutes.", [(500, 500, Bound.EXACT)]),
        ("The course takes 40- to 60-hour weeks.", [(40, 60, Bound.RANGE)]),
        ("It took two-and-a-half hours.", [(2.5, 2.5, Bound.EXACT)]),
        ("An hour-long talk followed.", [(1, 1, Bound.EXACT)]),
        ("The mill closed a decade ago.", [(1, 1, Bound.ABOUT)]),
        ("He pays $5 a year.", [(5, 5, Bound.EXACT)]),
        ("The 90-page report is out.", [(90, 90, Bound.EXACT)]),
        ("They want a two-state solution.", []),
        ("It was the 31st person killed.", [(31, 31, Bound.EXACT)]),
        ("She lives on 5th Street in the 21st century.", []),
        ("The plan was approved twice.", [(2, 2, Bound.EXACT)]),
        ("The hall is twice as large.", []),
        ("The phone has 12 “smart” keys.", [(12, 12, Bound.EXACT)]),
    ],
)
def test_figures_that_are_easily_misread(
    nlp: Language, text: str, figures: list[tuple[float, float | None, Bound]]
) -> None:
    found = [
        q.quantity
        for q in find_quantities(nlp(text))
        if len(q.quantity.text) > 1 and q.kind.value not in {"article", "plural"}
    ]
    assert [(q.low, q.high, q.bound) for q in found] == figures


@pytest.mark.parametrize(
    ("text", "words", "norm"),
    [
        ("The bridge fell at about ten to eight on Monday evening.", "about ten to eight", "19:50"),
        ("It was half past six in the morning.", "half past six", "06:30"),
        ("They met at a quarter past nine that night.", "a quarter past nine", "21:15"),
        ("The bell rang at twenty past two at night.", "twenty past two", "02:20"),
    ],
)
def test_a_time_is_told_in_words(nlp: Language, text: str, words: str, norm: str) -> None:
    value = told(nlp, text)[0].quantity
    assert (value.text, value.norm, value.type) == (words, norm, ValueType.TIME)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They sold the mill at ten past eleven.", []),
        ("A fire on level 7 killed 14 divers.", ["14"]),
        ("The leak on deck 3 was found.", []),
        ("Two Lakes Power had closed 12 of its offices.", ["12"]),
        ("Five to seven people came to the door.", ["Five to seven"]),
        ("More than 40 Marlow College teachers walked out.", ["More than 40"]),
        ("Eight Marines were hurt.", ["Eight"]),
    ],
)
def test_a_number_that_names_or_tells_no_full_time_counts_nothing(
    nlp: Language, text: str, words: list[str]
) -> None:
    assert [q.quantity.text for q in told(nlp, text)] == words
