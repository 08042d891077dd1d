from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.types import Bound, Claim, Reading, ValueType

Read = Callable[..., Reading]

OPENING = "Quiet day in town\n\nThe park opened.\n\n"


def dates(reading: Reading) -> list[Claim]:
    return [c for c in reading.claims if c.value.type is ValueType.DATE]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The mayor signed the order on Feb. 3.", [("date: signed", "Feb. 3", "2021-02-03")]),
        ("In June, he was escorted from his office.", [("date: escorted", "June", "2020-06")]),
        ("She was born on 3 May 1975.", [("date: born", "3 May 1975", "1975-05-03")]),
        ("She was beaten Tuesday night by one novice.", [("date: beaten", "Tuesday night", "2021-03-02")]),
        ("In a statement on Friday, the baker was calm.", [("date: statement", "Friday", "weekday:friday")]),
        ("In a February interview, the baker was calm.", [("date: interview", "February", "2021-02")]),
        ("The cook left the inn earlier this month.", [("date: left", "earlier this month", "2021-03")]),
        ("Why is it so cold this month?", []),
        ("The 1967 war changed the land.", [("date: war", "1967", "1967")]),
        ("She worked at the mill in the 1990s.", [("date: worked", "1990s", "1990s")]),
        (
            "In a speech to young bakers on Monday, the mayor sang.",
            [("date: speech", "Monday", "weekday:monday")],
        ),
        ("Farmers in 2008 grew less.", [("date: grew", "2008", "2008")]),
        ("The council's campaign on Monday thanked him.", [("date: thanked", "Monday", "2021-03-01")]),
        ("He held a rally in the park on Monday.", [("date", "Monday", "2021-03-01")]),
        ("The shop will not open until 2022.", [("date: open", "2022", "2022")]),
        (
            "The shop was open between 2005 and 2008.",
            [("date: open", "2005", "2005"), ("date: open", "2008", "2008")],
        ),
    ],
)
def test_a_date_is_of_the_verb_or_noun_it_hangs_on(
    read: Read, text: str, claims: list[tuple[str, str, str]]
) -> None:
    found = dates(read(OPENING + text, published="2021-03-03"))
    assert [(c.measure, c.value.text, c.value.norm) for c in found] == claims


def test_the_date_of_a_happening_is_its_own(read: Read) -> None:
    reading = read("An attack on the base on Monday killed two guards.", published="2021-03-03")
    (claim,) = dates(reading)
    assert (claim.measure, claim.value.norm) == ("date", "2021-03-01")
    assert claim.happening == reading.happenings[0].id


@pytest.mark.parametrize(
    ("text", "norm"),
    [
        ("The choir left on Friday.", "2021-02-26"),
        ("The choir will sing on Friday.", "2021-03-05"),
        ("The choir is scheduled to sing on Friday.", "2021-03-05"),
        ("The choir is heading to town on Friday.", "2021-03-05"),
        ("The road was cleared for the visit on Friday.", "weekday:friday"),
        ("Herbs have been sold here since May.", "2020-05"),
        ("Herbs will be sold here from May.", "2021-05"),
        ("The rink was to open in May.", "2021-05"),
    ],
)
def test_the_tense_says_on_which_side_of_the_article_a_day_lies(read: Read, text: str, norm: str) -> None:
    assert [c.value.norm for c in dates(read(OPENING + text, published="2021-03-03"))] == [norm]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The debt must be paid by late 2023.", Bound.AT_MOST),
        ("The debt must be paid before May 2023.", Bound.LESS_THAN),
        ("The rules changed after May 2012.", Bound.MORE_THAN),
        ("The rules changed in May 2012.", Bound.EXACT),
    ],
)
def test_the_word_before_a_date_fences_it_in(read: Read, text: str, bound: Bound) -> None:
    assert [c.value.bound for c in dates(read(OPENING + text, published="2021-03-03"))] == [bound]


@pytest.mark.parametrize(
    "text",
    [
        "The baker said on Friday.",
        "The 2020 candidates met.",
        "More bread is sold this year.",
        "Two years earlier he had left.",
        "In the last year, bakers have left.",
        "The shop usually closes until September.",
        "Forty pounds between 2005 and 2008 were found.",
        "He reads the City Today.",
        "She will win if he is still popular in May.",
        "Both are higher than in 2004.",
        "The mood goes back to 1972.",
        "The shop will not close if they agree by Friday.",
        "He did not bake on Monday.",
        "The vote falls on Super Tuesday.",
        "A 1970s-era stove was found.",
        "She sang on Saturday Night Live with a band.",
        "It was made by up-and-coming bakers in the 1970s.",
        "A plan to close the inn on Friday was read.",
    ],
)
def test_dates_of_words_and_wide_periods_are_left_out(read: Read, text: str) -> None:
    assert not dates(read(OPENING + text, published="2021-03-03"))
