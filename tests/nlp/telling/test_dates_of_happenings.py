from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.types import Reading

Read = Callable[..., Reading]

FIRE = "Fire in Leeds\n\nA fire in Leeds killed two people on Monday.\n\n"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The fire came five years after a blaze killed nine people in York.", "2017"),
        ("Two weeks earlier, a blaze in York hurt nine people.", "2022-10-24"),
        ("In March a blaze in York hurt nine people.", "2022-03"),
        ("The 2014 blaze in York hurt nine people.", "2014"),
        ("Last year a blaze in York hurt nine people.", "2021"),
    ],
)
def test_an_earlier_happening_has_its_own_date(read: Read, text: str, date: str) -> None:
    first, second = read(FIRE + text, published="2022-11-08").happenings
    assert first.dates == ("2022-11-07",)
    assert second.dates == (date,)


def test_a_month_ahead_stays_ahead(read: Read) -> None:
    reading = read(
        "The vote was set for March, she said.\n\nA vote in March will decide.", published="2022-11-08"
    )
    assert all(not d.startswith("2022-03") for h in reading.happenings for d in h.dates)


def test_what_is_only_measured_by_gives_no_date(read: Read) -> None:
    (happening,) = read("A fire killed two people in Leeds, the worst since the war of 1945.").happenings
    assert happening.dates == ()


def test_a_year_clause_takes_its_figure_away(read: Read) -> None:
    reading = read(
        FIRE + "It was the worst in the county since 1996, when 62 people died at Karst.",
        published="2022-11-08",
    )
    assert {c.value.text: c.happening for c in reading.claims if c.measure == "killed"}["62"] is None
