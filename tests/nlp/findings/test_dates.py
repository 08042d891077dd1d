from __future__ import annotations

import pytest

from quizzes.nlp.findings.dates import find_date_discrepancies
from quizzes.nlp.findings.hours import find_hour_discrepancies
from quizzes.nlp.types import Bound, Claim, Finding, Quantity, Relation, ValueType
from tests.nlp.hand_made import claim, reading, side


def dated(article: str, text: str, words: str, norm: str, counted: tuple[str, ...], **facts: object) -> Claim:
    value = Quantity(words, 0, len(words), ValueType.DATE, norm=norm)
    given = {"measure": f"date: {counted[-1]}", "counted": counted, "occurrence": None} | facts
    return claim(article, value, text=text, **given)


def found(*claims: Claim, a: str | None = "2024-03-04", b: str | None = "2024-03-04") -> list[Finding]:
    texts = {"a": a, "b": b}
    readings = [
        reading(n, next((c.text for c in claims if c.article == n), ""), published=d)
        for n, d in texts.items()
    ]
    return list(find_date_discrepancies(side(*readings, claims=claims)))


RESUME = ("talk", "resume")
WEDNESDAY = dated("a", "The talks will resume on Wednesday.", "Wednesday", "2024-03-06", RESUME)
THURSDAY = dated("b", "The talks are to resume on Thursday.", "Thursday", "2024-03-07", RESUME)


def test_what_is_still_to_come_has_one_date() -> None:
    [finding] = found(WEDNESDAY, THURSDAY)
    assert [(p.article, p.value) for p in finding.positions] == [("a", "Wednesday"), ("b", "Thursday")]
    assert (finding.relation, finding.aspect, finding.measure) == (Relation.CONFLICT, "date", "date: resume")


def test_a_weekday_alone_is_enough_where_the_sentence_looks_ahead() -> None:
    later = dated("b", "The talks are to resume on Thursday.", "Thursday", "weekday:thursday", RESUME)
    assert len(found(WEDNESDAY, later, b=None)) == 1


def test_a_later_article_that_tells_of_a_delay_is_an_update() -> None:
    moved = dated(
        "b", "The talks, postponed twice, will resume on Thursday.", "Thursday", "2024-03-07", RESUME
    )
    assert [f.relation for f in found(WEDNESDAY, moved, b="2024-03-05")] == [Relation.UPDATE]


def test_what_is_done_once_has_one_date() -> None:
    one = dated("a", "Ana Lorne died on 1 March.", "1 March", "2024-03-01", ("lorne", "die"))
    other = dated("b", "Ana Lorne died on 2 March.", "2 March", "2024-03-02", ("lorne", "die"))
    assert len(found(one, other)) == 1


@pytest.mark.parametrize(
    "other",
    [
        dated("b", "The game will resume on Thursday.", "Thursday", "2024-03-07", ("game", "resume")),
        dated("b", "The talks will resume in March.", "March", "2024-03", RESUME),
        dated("b", "The talks will resume on 6 March.", "6 March", "2024-03-06", RESUME),
        dated("b", "The talks will resume next week.", "next week", "2024-03-11", RESUME),
        dated("b", "The talks resumed on Friday.", "Friday", "2024-03-01", RESUME),
        dated("b", "They will resume on Thursday.", "Thursday", "2024-03-07", ("resume",)),
    ],
)
def test_other_deeds_and_dates_that_fit_are_left_in_peace(other: Claim) -> None:
    assert found(WEDNESDAY, other) == []


def test_a_deed_that_can_be_done_again_may_have_two_dates() -> None:
    one = dated("a", "Ana Lorne tweeted on 1 March.", "1 March", "2024-03-01", ("lorne", "tweet"))
    other = dated("b", "Ana Lorne tweeted on 2 March.", "2 March", "2024-03-02", ("lorne", "tweet"))
    assert found(one, other) == []


def test_a_month_and_a_day_of_it_are_less_and_more_exact() -> None:
    one = dated("a", "Ana Lorne was born in May 1931.", "May 1931", "1931-05", ("lorne", "bear"))
    other = dated("b", "Ana Lorne was born in 1931.", "1931", "1931", ("lorne", "bear"))
    assert [f.relation for f in found(one, other)] == [Relation.PRECISION]
    same = dated("b", "Ana Lorne was born in May 1931.", "May 1931", "1931-05", ("lorne", "bear"))
    assert found(one, same) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mayor will speak on dams on Wednesday.", "The mayor is to speak to pupils on Thursday."),
        ("The mayor will vote in town on Wednesday.", "The mayor will travel on Thursday."),
    ],
)
def test_what_may_be_planned_twice_is_one_only_in_sentences_alike(one: str, other: str) -> None:
    a = dated("a", one, "Wednesday", "2024-03-06", ("mayor", "speak"))
    b = dated("b", other, "Thursday", "2024-03-07", ("mayor", "speak"))
    assert found(a, b) == []


def test_an_article_with_both_dates_tells_of_two() -> None:
    also = dated("b", "The talks will resume on Wednesday.", "Wednesday", "2024-03-06", RESUME)
    assert found(WEDNESDAY, THURSDAY, also) == []


def hour(article: str, text: str, words: str, norm: str, bound: Bound = Bound.EXACT) -> Claim:
    value = Quantity(words, 0, len(words), ValueType.TIME, norm=norm, bound=bound)
    return claim(article, value, text=text, measure="time", counted=())


def hours(*claims: Claim) -> list[Relation | None]:
    return [
        f.relation
        for f in find_hour_discrepancies(side(*(reading(c.article, c.text) for c in claims), claims=claims))
    ]


STRUCK = hour("a", "The storm came ashore near Orrin Point at 11:40 p.m. on Thursday.", "11:40 p.m.", "23:40")


def test_one_moment_at_two_hours_is_a_conflict() -> None:
    assert hours(STRUCK, hour("b", "The storm hit Orrin Point at 10:40 p.m.", "10:40 p.m.", "22:40")) == [
        Relation.CONFLICT
    ]


def test_an_hour_told_roughly_is_less_exact() -> None:
    rough = hour("a", "The trains touched at about 5 a.m.", "5 a.m.", "05:00", Bound.ABOUT)
    fine = hour("b", "It was around 5:10 a.m. when it happened.", "5:10 a.m.", "05:10", Bound.ABOUT)
    assert hours(rough, fine) == [Relation.PRECISION]


@pytest.mark.parametrize(
    ("text", "words", "norm"),
    [
        ("The storm hit Orrin Point shortly before midnight.", "midnight", "00:00"),
        ("The storm hit Orrin Point, and at 10:40 p.m. the lights went out.", "10:40 p.m.", "22:40"),
        ("The storm hit Orrin Point at 11:42 p.m.", "11:42 p.m.", "23:42"),
        ("The bridge closed at 9 p.m.", "9 p.m.", "21:00"),
        ("The storm hit Orrin Point at 10:40 p.m. Central time.", "10:40 p.m.", "22:40"),
        ("The storm hit Port Ellis at 10:40 p.m.", "10:40 p.m.", "22:40"),
        ("The storm hit Orrin Point again at 10:40 p.m.", "10:40 p.m.", "22:40"),
    ],
)
def test_limits_other_moments_and_other_clocks_are_left_in_peace(text: str, words: str, norm: str) -> None:
    assert hours(STRUCK, hour("b", text, words, norm)) == []
