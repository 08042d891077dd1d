"""What a student's result says of each item: sentences told apart, what the teacher has corrected, points by skill."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from quizzes.factories import AttemptFactory, ResponseFactory, TeacherFactory
from quizzes.flows.repairing import Wanted, repair_key
from quizzes.flows.scoring import score_attempt
from quizzes.models import Attempt
from quizzes.reports.feedback import Feedback, ItemFeedback, attempt_feedback
from quizzes.scoring.repairs import Policy
from tests.frozen import ANSWERS, HURT_A, HURT_B, TOWED_A, frozen_quiz, items_by_kind, student_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt() -> Attempt:
    assignment = frozen_quiz(feedback="on_submit")
    return AttemptFactory(
        assignment=assignment, membership=student_of(assignment), submitted_at=timezone.now(), receipt="R-1"
    )


def result(attempt: Attempt, **answers: Any) -> Feedback:
    items = items_by_kind(attempt.assignment)
    for kind, answer in answers.items():
        ResponseFactory(attempt=attempt, item=items[kind], answer=answer)
    score_attempt(attempt)
    return attempt_feedback(attempt)


def of(feedback: Feedback, kind: str) -> ItemFeedback:
    return next(item for item in feedback.items if item.kind == kind)


def test_each_sentence_says_whether_it_proves_and_was_ticked(attempt: Attempt) -> None:
    feedback = result(attempt, claim_evidence={"choice": "o1", "evidence": [HURT_A, TOWED_A]})
    item = of(feedback, "claim_evidence")
    marks = {column.letter: [q.mark for c in column.cells for q in c.quotes] for column in item.row}
    assert marks == {"A": ["ok"], "B": ["miss"]}
    assert [(quote.text, quote.mark) for quote in item.stray] == [("The ship was towed.", "no")]


def test_of_two_sentences_that_prove_the_same_one_is_enough(attempt: Attempt) -> None:
    item = items_by_kind(attempt.assignment)["claim_evidence"]
    item.key = {"choice": "o1", "groups": [[HURT_A, TOWED_A], [HURT_B]]}
    item.save()
    feedback = result(attempt, claim_evidence={"choice": "o1", "evidence": [TOWED_A]})
    item_feedback = of(feedback, "claim_evidence")
    assert [q.mark for c in item_feedback.row[0].cells for q in c.quotes] == ["also"]
    assert [quote.mark for quote in item_feedback.stray] == ["ok"]


def test_a_quotation_stands_in_its_sentence_and_leads_to_it(attempt: Attempt) -> None:
    item = items_by_kind(attempt.assignment)["claim_evidence"]
    item.row[0]["evidence"] = [{"start": 19, "end": 25}]
    item.save()
    quote = of(result(attempt), "claim_evidence").row[0].cells[0].quotes[0]
    assert (quote.before, quote.text, quote.after) == (
        "",
        "Twelve",
        " people were hurt on Monday, police said.",
    )
    anchors = {
        p.anchor for a in result(attempt).articles for para in a.paragraphs for p in para.pieces if p.value
    }
    assert f"at-{quote.letter}-{quote.at}" in anchors


def test_an_article_of_many_figures_shows_first_what_the_key_is_about(attempt: Attempt) -> None:
    item = items_by_kind(attempt.assignment)["claim_evidence"]
    towed = {"letter": "A", "value": "towed", "source": None, "evidence": [{"start": 67, "end": 86}]}
    item.row = [towed, towed, towed, *item.row]
    item.save()
    column = of(result(attempt), "claim_evidence").row[0]
    assert [cell.value for cell in column.first] == ["Twelve"]
    assert len(column.rest) == 3


@pytest.mark.parametrize(
    ("policy", "answer", "points", "maximum", "key", "also"),
    [
        (Policy.REPLACE, "o1", 1, 1, ["The A Post"], []),
        (Policy.ACCEPT_ALSO, "o1", 1, 1, ["The B Post"], ["The A Post"]),
        (Policy.FULL_CREDIT, None, 1, 1, ["The B Post"], []),
        (Policy.LEFT_OUT, None, 0, 0, ["The B Post"], []),
    ],
)
def test_a_corrected_item_says_what_was_done_and_counts_so(
    attempt: Attempt,
    policy: Policy,
    answer: str,
    points: float,
    maximum: int,
    key: list[str],
    also: list[str],
) -> None:
    item = items_by_kind(attempt.assignment)["choice"]
    ResponseFactory(attempt=attempt, item=item, answer="o1")
    score_attempt(attempt)
    repair_key(
        assignments=[attempt.assignment],
        item=item,
        wanted=Wanted(policy, answer),
        reason="C says so too.",
        by=TeacherFactory(),
    )
    shown = of(attempt_feedback(attempt), "choice")
    assert (shown.points, shown.maximum) == (points, maximum)
    assert shown.corrected and shown.is_unfolded
    assert [line.text for line in shown.key] == key
    assert [line.text for line in shown.also] == also
    assert bool(shown.rationale) is (policy is not Policy.REPLACE), "a wrong key had a wrong reason"


def test_skills_are_said_in_points_and_one_hint_leads(attempt: Attempt) -> None:
    feedback = result(attempt, **{**ANSWERS, "choice": "o1", "number": "9"})
    (line,) = feedback.skills
    assert (line.maximum, line.pending) == (
        sum(i.maximum for i in feedback.items) - feedback.pending_points,
        1,
    )
    assert line.points == feedback.points
    assert feedback.hint
    assert feedback.hint in {advice for item in feedback.items for advice in item.next_time}
