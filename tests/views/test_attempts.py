"""The student's quizzes and the attempt page."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quizzes.factories import AssignmentFactory, FrozenItemFactory
from quizzes.flows.saving import save_form
from quizzes.models import Assignment, Attempt, Membership, Response
from tests.frozen import HURT_A, items_by_kind
from tests.views.pages import page, send

pytestmark = pytest.mark.django_db


def test_quizzes_are_open_coming_or_done_in_the_time_of_the_class(
    desk: Client, assignment: Assignment
) -> None:
    far = {"classroom": assignment.classroom, "opens_at": winter(2030, 9), "closes_at": winter(2030, 10)}
    AssignmentFactory(version__title="Coming soon", **far)
    past = {"classroom": assignment.classroom, "opens_at": winter(2020, 9), "closes_at": winter(2020, 10)}
    AssignmentFactory(version__title="Long gone", **past)
    home = desk.get(reverse("student-home")).content.decode()
    coming, done = home.index("Coming soon"), home.index("Long gone")
    assert home.index(assignment.version.title) < coming < done
    assert "Opens Thursday 10 January 2030, 09:00 Dublin time" in home
    assert "not taken" in home


def winter(year: int, hour: int) -> dt.datetime:
    return dt.datetime(year, 1, 10, hour, tzinfo=dt.UTC)


def test_twenty_quizzes_cost_no_more_queries_than_one(
    desk: Client, assignment: Assignment, django_assert_num_queries: Any
) -> None:
    AssignmentFactory.create_batch(19, classroom=assignment.classroom)
    # session, student, overdue attempts, attempts, own terms, assignments, an open vote
    with django_assert_num_queries(7):
        desk.get(reverse("student-home"))


def test_the_start_page_says_what_awaits(desk: Client, assignment: Assignment, student: Membership) -> None:
    Assignment.objects.update(limit_minutes=40)
    Membership.objects.filter(pk=student.pk).update(extra_time="1.25")
    start = page(desk, "student-assignment", assignment.pk)
    assert "5, 12 points in all" in start
    assert "50 minutes from when you start, your extra time counted in" in start


def test_a_quiz_that_has_closed_is_not_started(desk: Client, assignment: Assignment) -> None:
    Assignment.objects.update(opens_at=winter(2020, 9), closes_at=winter(2020, 10))
    answer = desk.post(reverse("student-assignment", args=[assignment.pk]), follow=True)
    assert "This quiz is not open." in answer.content.decode()
    assert not Attempt.objects.exists()


def test_articles_stand_by_letter_and_outlet_without_their_furniture(desk: Client, attempt: Attempt) -> None:
    shown = page(desk, "attempt", attempt.pk)
    assert "The A Post" in shown
    assert "outlet not stated" in shown
    assert "Caption" in shown
    assert "Read more about ferries" not in shown


def test_the_asked_item_is_shown_and_its_answer_stands_in_it(desk: Client, attempt: Attempt) -> None:
    item = items_by_kind(attempt.assignment)["number"]
    save_form(attempt=attempt, item=item, answer="twelve", at=timezone.now())
    shown = page(desk, "attempt", attempt.pk, item="2")
    assert 'value="twelve"' in shown
    assert 'data-number="2" data-kind="number" autocomplete="off"' in shown


def test_twenty_items_cost_no_more_queries_than_five(
    desk: Client, attempt: Attempt, django_assert_num_queries: Any
) -> None:
    FrozenItemFactory.create_batch(15, version=attempt.assignment.version)
    with django_assert_num_queries(
        9
    ):  # session, student, attempt, overdue; articles, answers, items; own terms, last event
        page(desk, "attempt", attempt.pk)


@pytest.mark.parametrize("asked", ["0", "6", "x", "²", ""])
def test_an_item_that_is_not_there_is_the_first(desk: Client, attempt: Attempt, asked: str) -> None:
    assert "Item 1 of 5" in page(desk, "attempt", attempt.pk, item=asked)


def test_sentences_can_be_ticked_only_where_proof_is_asked_for(desk: Client, attempt: Attempt) -> None:
    assert "disabled" in page(desk, "attempt", attempt.pk, item="1")
    proof = page(desk, "attempt", attempt.pk, item="4")
    assert 'value="A:19:66" form="item-4">' in proof


def test_a_ticked_sentence_is_repeated_and_can_be_taken_out(desk: Client, attempt: Attempt) -> None:
    item = items_by_kind(attempt.assignment)["claim_evidence"]
    url = reverse("attempt-save", args=[attempt.pk])
    sent = {"item": item.pk, "choice": "o1", "evidence": ["A:19:66", "A:67:86"]}
    desk.post(url, sent)
    assert 'data-pick="A:67:86"' in page(desk, "attempt", attempt.pk, item="4")
    desk.post(url, {**sent, "remove": "A:67:86"})
    assert Response.objects.get().answer == {"choice": "o1", "evidence": [HURT_A]}


def test_the_review_names_what_has_no_answer(desk: Client, attempt: Attempt) -> None:
    send(desk, attempt)
    assert "4 of 5 items have no answer yet." in page(desk, "attempt-submit", attempt.pk)


def test_handing_in_twice_gives_one_receipt(desk: Client, attempt: Attempt) -> None:
    url = reverse("attempt-submit", args=[attempt.pk])
    receipts = [desk.post(url, follow=True).content for _ in range(2)]
    attempt.refresh_from_db()
    assert all(attempt.receipt.encode() in receipt for receipt in receipts)


def test_a_receipt_can_be_kept_as_a_file(desk: Client, attempt: Attempt) -> None:
    send(desk, attempt)
    desk.post(reverse("attempt-submit", args=[attempt.pk]))
    attempt.refresh_from_db()
    kept = desk.get(reverse("attempt-receipt-text", args=[attempt.pk]))
    assert kept["Content-Disposition"] == f'attachment; filename="receipt-{attempt.receipt}.txt"'
    assert all(
        part in kept.content.decode() for part in (attempt.receipt, "1 of 5 items", "Amara", "Dublin time")
    )


def test_an_attempt_whose_time_is_over_is_handed_in_at_next_sight(desk: Client, attempt: Attempt) -> None:
    Attempt.objects.update(deadline_at=timezone.now() - dt.timedelta(minutes=5))
    assert desk.get(reverse("attempt", args=[attempt.pk])).url == reverse(
        "attempt-receipt", args=[attempt.pk]
    )
    attempt.refresh_from_db()
    assert attempt.submitted_at == attempt.deadline_at


def test_all_items_stand_on_one_page_also_without_a_script(desk: Client, attempt: Attempt) -> None:
    items = items_by_kind(attempt.assignment)
    shown = page(desk, "attempt", attempt.pk, all="1", item="4")
    forms = re.findall(r'<form class="item[^>]*>', shown)
    assert len(forms) == len(items)
    assert not any("hidden" in form for form in forms)
    assert 'form="item-4"' in shown, "sentences are ticked for the item that was gone to"
    sent = {"item": items["choice"].pk, "choice": "o2", "go": "1", "all": "1"}
    answer = desk.post(reverse("attempt-save", args=[attempt.pk]), sent)
    assert answer["Location"].endswith("?all=1&item=1#item-1")
