from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from quizzes.nlp.findings.discrepancies import find_agreements, find_discrepancies
from quizzes.nlp.findings.same_matter import answers, are_tied, is_same_matter
from quizzes.nlp.types import Bound, Claim, Finding, Quantity, Relation, Role
from tests.nlp.hand_made import claim, figure, reading, side, source

UNION, MILL = source("Bakers' Union"), source("Mill Trust")


def told(article: str, measure: str, value: Quantity, text: str, **facts: Any) -> Claim:
    given: dict[str, Any] = {"measure": measure, "occurrence": None, "counted": ()} | facts
    return claim(article, value, text=text, **given)


def found(*claims: Claim, **published: str) -> list[Finding]:
    articles = sorted({c.article for c in claims})
    readings = [reading(a, outlet=f"The {a.upper()}", published=published.get(a)) for a in articles]
    return list(find_discrepancies(side(*readings, claims=claims)))


def relations(*claims: Claim) -> list[Relation | None]:
    return [f.relation for f in found(*claims)]


CROWD = ("attended", figure("150", 150), "Some 150 parents filled the gym.")


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        (CROWD, ("attended", figure("300", 300), "More than 300 came to the hearing."), True),
        (CROWD, ("people", figure("300", 300), "More than 300 live in the street."), False),
        (CROWD, ("attended", figure("300", 300), "Last year 300 came."), False),
        (CROWD, ("attended", figure("300", 300), "In 1998 a crowd of 300 came."), False),
        (
            ("attended", figure("150", 150), "Some 150 came to the vigil."),
            ("attended", figure("900", 900), "Some 900 came to the funeral."),
            False,
        ),
        (
            ("attended", figure("150", 150), "On Friday 150 came."),
            ("attended", figure("900", 900), "On Monday 900 came."),
            False,
        ),
        (
            ("wind speed", figure("97", 97), "The wind at Gull Point reached 97 mph."),
            ("wind speed", figure("110", 110), "The wind at Port Arn reached 110 mph."),
            False,
        ),
        (
            ("wind speed", figure("97", 97), "The wind at Gull Point reached 97 mph."),
            ("wind speed", figure("110", 110), "At Port Arn it blew; winds at Gull Point reached 110 mph."),
            True,
        ),
        (
            ("wind speed", figure("97", 97), "The wind at Gull Point reached 97 mph."),
            ("wind speed", figure("110", 110), "A gust at Gull Point reached 110 mph."),
            False,
        ),
        (
            ("wind speed", figure("97", 97), "The wind at Gull Point reached 97 mph."),
            ("wind speed", figure("110", 110), "The wind reached 110 mph."),
            False,
        ),
        (
            ("turnout", figure("51 percent", 51), "Turnout in Harlow was 51 percent."),
            ("turnout", figure("39 percent", 39), "Turnout was 39 percent."),
            False,
        ),
        (
            ("time out of action", figure("six", 6), "Dunn will miss six weeks."),
            ("time out of action", figure("nine", 9), "Kane will miss nine weeks."),
            False,
        ),
        (
            ("damage", figure("$2 million", 2e6), "The damage is $2 million a day."),
            ("damage", figure("$9 million", 9e6), "The damage is $9 million."),
            False,
        ),
        (
            ("turnout", figure("39 percent", 39), "Turnout was 39 percent."),
            ("turnout", figure("41 percent", 41), "Turnout was 41 percent, up from 33 percent in 2019."),
            True,
        ),
    ],
)
def test_figures_of_one_kind_are_of_one_thing_unless_their_clauses_part_them(
    one: tuple[str, Quantity, str], other: tuple[str, Quantity, str], is_one: bool
) -> None:
    assert is_same_matter(told("a", *one), told("b", *other)) is is_one


def test_figures_of_one_kind_need_no_words_in_common() -> None:
    one = told("a", *CROWD)
    other = told("b", "attended", figure("350", 350), "The hearing drew 350 neighbours.")
    assert relations(one, other) == [Relation.CONFLICT]


def test_figures_many_times_each_other_are_of_two_things() -> None:
    one = told("a", *CROWD)
    other = told("b", "attended", figure("9,000", 9000), "The hearing drew 9,000 neighbours.")
    assert relations(one, other) == []


def test_a_headline_takes_no_part_in_choosing() -> None:
    headline = told("a", "margin", figure("40", 40), "Lee wins by 40 votes", role=Role.HEADLINE)
    body = told("a", "margin", figure("42", 42), "Ann Lee won by 42 votes.", start=100)
    other = told("b", "margin", figure("47", 47), "The margin is 47 votes.")
    assert Relation.CONFLICT in relations(headline, body, other)


WEEKS = told(
    "a", "time out of action", replace(figure("eight", 8), unit="weeks"), "She is out for eight weeks."
)


@pytest.mark.parametrize(
    ("value", "unit", "relation"),
    [
        (2, "months", None),
        (3, "months", Relation.CONFLICT),
        (56, "days", None),
        (70, "days", Relation.CONFLICT),
    ],
)
def test_figures_of_two_units_are_compared_in_one(value: float, unit: str, relation: Relation | None) -> None:
    number = replace(figure(str(value), value), unit=unit)
    other = told("b", "time out of action", number, f"The club will miss her for {value} {unit}.")
    assert relations(WEEKS, other) == ([relation] if relation else [])
    agreed = list(find_agreements(side(reading("a"), reading("b"), claims=(WEEKS, other))))
    assert bool(agreed) is (relation is None)


STOPPED = "The Bakers' Union said 1,100 bakers had stopped work."
PUT = "The Mill Trust put the number at 640."


def bakers(article: str, number: float, text: str, **facts: Any) -> Claim:
    value = figure(f"{number:,.0f}", number)
    return told(article, "bakers", value, text, counted=("baker",), **facts)


def test_a_figure_put_against_another_is_in_conflict_with_it() -> None:
    one = bakers("a", 1100, STOPPED, source=UNION)
    other = bakers("a", 640, PUT, source=MILL, start=len(STOPPED) + 1)
    assert answers(one, other)
    assert relations(one, other) == [Relation.CONFLICT]


@pytest.mark.parametrize(
    ("text", "start", "facts"),
    [
        (PUT, 300, {"source": MILL}),
        (PUT, 54, {"source": UNION}),
        (PUT, 54, {}),
        ("The Mill Trust said 640 bakers had left.", 54, {"source": MILL}),
    ],
    ids=["far off", "the same source", "nobody", "what follows has its own noun"],
)
def test_what_answers_no_figure(text: str, start: int, facts: dict[str, Any]) -> None:
    one = bakers("a", 1100, STOPPED, source=UNION)
    assert not answers(one, bakers("a", 640, text, start=start, **facts))


def test_an_article_that_tells_both_figures_leaves_them_to_others() -> None:
    one = bakers("a", 1100, STOPPED, source=UNION)
    other = bakers("a", 640, PUT, source=MILL, start=len(STOPPED) + 1)
    third = bakers("b", 640, "Barely 640 bakers kept the town without bread.")
    [finding] = found(one, other, third)
    assert [(p.article, p.value) for p in finding.positions] == [("a", "1,100"), ("a", "640"), ("b", "640")]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The closing sends 241 pupils to the town.", Relation.CONFLICT),
        ("In 1998 there were 241 pupils.", None),
        ("Some 241 new pupils come in the autumn.", None),
        ("It has 241 pupils for each hall on average.", None),
        ("The district enrolls 241 pupils.", None),
        ("It has 900 pupils.", None),
    ],
)
def test_what_two_articles_leave_over_is_of_one_thing(text: str, relation: Relation | None) -> None:
    one = told("a", "pupils", figure("214", 214), "The school of 214 pupils will shut.", counted=("pupil",))
    value = next(n for n in (241, 900) if str(n) in text)
    other = told("b", "pupils", figure(str(value), value), text, counted=("pupil",))
    assert relations(one, other) == ([relation] if relation else [])


def test_a_second_figure_for_the_noun_leaves_it_open_which_is_meant() -> None:
    one = told("a", "pupils", figure("214", 214), "The school of 214 pupils will shut.", counted=("pupil",))
    more = told("b", "pupils", figure("260", 260), "In the hall sat 260 pupils.", counted=("pupil",))
    other = told("b", "pupils", figure("241", 241), "It sends 241 pupils away.", counted=("pupil",), start=90)
    assert relations(one, more, other) == []


@pytest.mark.parametrize(("number", "relation"), [(200, Relation.PRECISION), (300, None)])
def test_pupils_may_be_rounded_as_children(number: float, relation: Relation | None) -> None:
    one = told("a", "pupils", figure("214", 214), "The school of 214 pupils will shut.", counted=("pupil",))
    value = figure(f"More than {number}", number, Bound.MORE_THAN)
    other = told("b", "children", value, f"More than {number} children must move.", counted=("child",))
    assert relations(one, other) == ([relation] if relation else [])


@pytest.mark.parametrize(
    ("text", "is_tied"),
    [
        ("It cannot pay more than 11 percent over four years.", True),
        ("It cannot pay more than 9 percent over four years.", False),
        ("It pays 11 percent for four years.", False),
    ],
)
def test_the_years_of_one_raise_are_tied_by_it(text: str, is_tied: bool) -> None:
    one = told("a", "duration", figure("three", 3), "The offer is 11 percent over three years.")
    assert are_tied(one, told("b", "duration", figure("four", 4), text)) is is_tied


def test_a_dozen_is_a_round_twelve() -> None:
    one = told(
        "a", "routes", figure("12", 12), "On Monday 12 routes of the company were served.", counted=("route",)
    )
    round_one = figure("about a dozen", 12, Bound.ABOUT)
    other = told(
        "b", "routes", round_one, "The company served about a dozen routes on Monday.", counted=("route",)
    )
    assert relations(one, other) == [Relation.PRECISION]


def test_a_figure_far_above_an_open_bound_is_no_finer_one() -> None:
    one = told("a", "attended", figure("60,000", 60_000), "A crowd of 60,000 lined the streets.")
    open_one = figure("more than 20,000", 20_000, Bound.MORE_THAN)
    assert relations(one, told("b", "attended", open_one, "The race drew more than 20,000.")) == []


def test_of_two_figures_that_fit_alike_none_is_meant() -> None:
    one = told("a", "margin", figure("300", 300), "Lee won by 300 votes.")
    two = told("a", "margin", figure("900", 900), "Lee lost by 900 votes.", start=60)
    assert relations(one, two, told("b", "margin", figure("950", 950), "The margin is 950 votes.")) == []
