from __future__ import annotations

import pytest

from quizzes.nlp.findings.marks import find_mark_discrepancies
from quizzes.nlp.findings.places import find_place_discrepancies
from quizzes.nlp.findings.statuses import find_status_discrepancies
from quizzes.nlp.types import Claim, Finding, Quantity, Relation, ValueType
from tests.nlp.hand_made import claim, reading, side


def said(article: str, measure: str, text: str, words: str, norm: str, *counted: str) -> Claim:
    value = Quantity(words, 0, len(words), ValueType.TEXT, norm=norm)
    return claim(article, value, text=text, measure=measure, counted=counted, occurrence=None)


def status(article: str, text: str, words: str, norm: str, *counted: str) -> Claim:
    return said(article, "status", text, words, norm, *counted)


def found(*claims: Claim, a: str = "2024-05-06", b: str = "2024-05-06") -> list[Finding]:
    readings = [
        reading(n, " ".join(c.text for c in claims if c.article == n), published=day)
        for n, day in (("a", a), ("b", b))
    ]
    both = side(*readings, claims=claims)
    return [
        *find_status_discrepancies(both),
        *find_mark_discrepancies(both),
        *find_place_discrepancies(both),
    ]


CONCEDED = status("a", "Ana Lorne conceded at midnight.", "conceded", "concede", "ana", "lorne")
REFUSED = status("b", "Lorne has refused to concede.", "has refused to concede", "not concede", "lorne")


def test_what_was_done_and_was_not_is_a_conflict() -> None:
    [finding] = found(CONCEDED, REFUSED)
    assert (finding.relation, finding.aspect) == (Relation.CONFLICT, "status")
    assert [p.value for p in finding.positions] == ["conceded", "has refused to concede"]


def test_what_was_done_at_last_is_an_update() -> None:
    assert [f.relation for f in found(CONCEDED, REFUSED, a="2024-05-07")] == [Relation.UPDATE]
    assert [f.relation for f in found(CONCEDED, REFUSED, b="2024-05-07")] == [Relation.CONFLICT]


def test_critical_and_later_dead_is_an_update() -> None:
    critical = status(
        "a", "Ana Lorne is in critical condition.", "critical condition", "critical", "ana", "lorne"
    )
    dead = status("b", "Ana Lorne died on Tuesday.", "died", "dead", "ana", "lorne")
    assert [f.relation for f in found(critical, dead, b="2024-05-07")] == [Relation.UPDATE]
    assert [f.relation for f in found(critical, dead)] == [Relation.CONFLICT]


@pytest.mark.parametrize(
    "other",
    [
        status(
            "b", "Tom Lorne has refused to concede.", "has refused to concede", "not concede", "tom", "lorne"
        ),
        status("b", "Lorne has refused to resign.", "has refused to resign", "not resign", "lorne"),
        status("b", "Lorne conceded.", "conceded", "concede", "lorne"),
        status("b", "Reed has refused to concede.", "has refused to concede", "not concede", "reed"),
    ],
)
def test_other_people_and_other_deeds_are_left_in_peace(other: Claim) -> None:
    assert found(CONCEDED, other) == []


def test_an_article_that_tells_both_has_its_own_story_of_it() -> None:
    first = status("a", "Lorne first refused to concede.", "refused to concede", "not concede", "lorne")
    assert found(first, CONCEDED, REFUSED) == []


def test_what_can_be_done_again_needs_more_in_common() -> None:
    one = status("a", "Lorne signed the bill on dams.", "signed", "sign bill", "lorne")
    other = status(
        "b", "Lorne has not signed the bill on schools.", "has not signed", "not sign bill", "lorne"
    )
    assert found(one, other) == []


def side_of(article: str, words: str, *counted: str) -> Claim:
    text = f"The captain hurt the {words} in the match at Orrin Lane on Saturday."
    return said(article, "side", text, words, words.split()[0], *counted)


def test_left_and_right_cannot_both_be() -> None:
    [finding] = found(side_of("a", "left knee", "lorne", "knee"), side_of("b", "right knee", "knee"))
    assert (finding.relation, finding.aspect, finding.measure) == (Relation.CONFLICT, "attribute", "side")


@pytest.mark.parametrize(
    "others",
    [
        [side_of("b", "right knee", "reed", "knee")],
        [side_of("b", "right foot", "lorne", "foot")],
        [side_of("b", "left knee", "lorne", "knee")],
        [side_of("b", "right knee", "lorne", "knee"), side_of("b", "left knee", "lorne", "knee")],
    ],
)
def test_another_bearer_part_or_pair_is_left_in_peace(others: list[Claim]) -> None:
    assert found(side_of("a", "left knee", "lorne", "knee"), *others) == []


def place(article: str, words: str, *counted: str, text: str | None = None) -> Claim:
    sentence = text or f"A hiker was rescued {words}."
    return said(article, "place: rescued", sentence, words, words.partition(" ")[2].lower(), *counted)


def test_one_person_was_not_rescued_in_two_places() -> None:
    [finding] = found(
        place("a", "near Bald Ridge", "hiker", "rescued"), place("b", "near Orrin Lake", "hiker", "rescued")
    )
    assert (finding.relation, finding.aspect) == (Relation.CONFLICT, "place")


@pytest.mark.parametrize(
    "other",
    [
        place("b", "in Dorn County", "hiker", "rescued"),
        place("b", "near Bald Ridge Farm", "hiker", "rescued"),
        place("b", "in Canada", "hiker", "rescued"),
        place("b", "near Orrin Lake", "sailor", "rescued"),
        place(
            "b",
            "in Wells",
            "hiker",
            "rescued",
            text="A hiker was rescued in Wells, near Bald Ridge, Wells in Bald Ridge.",
        ),
    ],
)
def test_wider_places_and_others_are_left_in_peace(other: Claim) -> None:
    assert found(place("a", "near Bald Ridge", "hiker", "rescued"), other) == []
