from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.telling.elsewhere import sentences_elsewhere
from quizzes.nlp.telling.occurrences import assign
from quizzes.nlp.types import Reading

Read = Callable[..., Reading]

MATCH = "Otters rout Kestrels 41-10\n\nThe Marlow Otters routed the Dunmore Kestrels 41-10 on Saturday in the rain.\n\nNobody was surprised.\n\nThe crowd sang.\n\n"
DEED = (
    "Ann Lee, mayor of Tarnbury, released a 40-page report on Monday about the parking on Marlow Street.",
    "The council of Tarnbury issued a report on Monday about the parking on Marlow Street, Mayor Ann Lee noted.\n\n",
)


def occurrences_in(read: Read, *texts: str) -> list[dict[str, str | None]]:
    """For each article the occurrence of each figure, by its words."""
    readings = tuple(
        read(text, name, published="2031-05-08") for text, name in zip(texts, "abc", strict=False)
    )
    claims, _ = assign(readings)
    return [{c.value.text: c.occurrence for c in claims if c.article == r.article} for r in readings]


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("Cole Harrow threw for 212 yards.", "212"),
        ("Tanner had two touchdowns and a long run.", "two"),
        ("Harrow, who was hurt on Thursday, made 14 passes in the second quarter.", "14"),
    ],
)
def test_a_figure_of_the_report_is_of_its_match(read: Read, sentence: str, figure: str) -> None:
    (found,) = occurrences_in(read, MATCH + sentence)
    assert found[figure] == found["41-10"] is not None


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        pytest.param("Harrow has thrown for 212 yards.", "212", id="perfect"),
        pytest.param("Harrow threw for 212 yards in 2029.", "212", id="another year"),
        pytest.param("Harrow threw for 212 yards last season.", "212", id="last season"),
        pytest.param("The stadium will hold 4,512 seats.", "4,512", id="ahead"),
        pytest.param("Harrow thanked his 4,512 followers.", "4,512", id="what somebody has"),
        pytest.param("Meanwhile, Dale Voss ran for 96 yards at Esk.", "96", id="elsewhere"),
    ],
)
def test_what_looks_back_ahead_or_elsewhere_is_not(read: Read, sentence: str, figure: str) -> None:
    (found,) = occurrences_in(read, MATCH + sentence)
    assert found[figure] is None or found[figure] != found["41-10"]


def test_the_score_of_another_match_is_not_of_this_one(read: Read) -> None:
    (found,) = occurrences_in(read, MATCH + "The Quellford Pikes won 20-17 against the Esk Ravens.")
    assert found["20-17"] != found["41-10"]


def test_a_deed_that_dates_show_has_the_figures_told_in_its_words(read: Read) -> None:
    first, second = occurrences_in(read, DEED[0], DEED[1] + "The report named 512 cars on Marlow Street.")
    assert second["512"] == second["Monday"] == first["Monday"] is not None


def test_other_figures_of_a_deeds_article_are_not_of_it(read: Read) -> None:
    _, second = occurrences_in(read, DEED[0], DEED[1] + "Elmsford opened 12 swimming pools.")
    assert second["12"] is None


def test_an_article_that_opens_with_nothing_ties_no_figure(read: Read) -> None:
    (found,) = occurrences_in(read, "Ann Lee likes trains.\n\nShe rode 14 trains.")
    assert found["14"] is None


def test_home_names_bring_a_report_back(read: Read) -> None:
    text = MATCH + "Harrow threw well.\n\nMeanwhile, Voss lost.\n\nHe limped.\n\nThe Otters sang."
    reading = read(text, "a", published="2031-05-08")
    away = [
        reading.text[s.start : s.end]
        for s in reading.sentences
        if s.start in set(sentences_elsewhere(reading, lead=len(MATCH)))
    ]
    assert away == ["Meanwhile, Voss lost.", "He limped."]
