"""The simulated classes are what they say: valid for every kind of item, scored as the program scores, the same again."""

from __future__ import annotations

import pytest

from quizzes.flows.scoring import score_attempt
from quizzes.items.types import ItemKind
from quizzes.models import Attempt, Response, Score
from quizzes.scoring.responses import check_response
from tests.simulated import SimulatedClass, simulate, thirteen_items

pytestmark = pytest.mark.django_db


def drawn(made: SimulatedClass) -> list[object]:
    attempts = [s.attempt for s in made.students if s.attempt]
    answers = Response.objects.filter(attempt__in=attempts).order_by("attempt", "item__order")
    return list(answers.values_list("answer", flat=True))


def test_thirteen_items_are_of_all_kinds() -> None:
    items = thirteen_items().version.items.all()
    assert len(items) == 13
    assert {item.kind for item in items} == set(ItemKind)


def test_every_answer_is_one_that_a_page_sends_and_every_score_is_the_programs_own() -> None:
    made = simulate(thirteen_items(), handed_in=12, working=3, not_begun=2)
    for response in Response.objects.select_related("item"):
        sentences = {
            a.letter: {(s["start"], s["end"]) for s in a.sentences}
            for a in response.item.version.articles.all()
        }
        check_response(
            ItemKind(response.item.kind), response.item.options, response.answer, sentences=sentences
        )
    assert [bool(s.attempt and s.attempt.submitted_at) for s in made.students].count(True) == 12
    assert [s.attempt for s in made.students].count(None) == 2
    simulated = set(Score.objects.values_list("attempt", "item", "points"))
    for attempt in Attempt.objects.submitted():
        score_attempt(attempt)
    assert simulated == set(Score.objects.values_list("attempt", "item", "points"))


def test_the_same_seed_gives_the_same_class_and_another_another() -> None:
    first, again, other = (simulate(thirteen_items(), handed_in=8, seed=seed) for seed in (3, 3, 4))
    assert drawn(first) == drawn(again) != drawn(other)


def test_who_holds_a_misconception_falls_for_it() -> None:
    made = simulate(thirteen_items(), handed_in=40, planted={"newest-is-truest": 0.5})
    holders = {student.pk for student in made.holders("newest-is-truest")}
    assert 10 < len(holders) < 30
    fell = Response.objects.filter(item__order=11, answer="o3").values_list("attempt__membership", flat=True)
    assert sum(pk in holders for pk in fell) > 0.7 * len(holders)
