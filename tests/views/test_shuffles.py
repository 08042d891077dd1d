"""An order that a student was dealt holds on reload, while answering, in the result and in the teacher's review."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quizzes.flows.taking import submit_attempt
from quizzes.models import Assignment, Attempt, FrozenItem
from tests.frozen import ANSWERS, OTHER_ANSWERS, fill_other_kinds, items_by_kind
from tests.views.pages import page, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def shuffled(attempt: Attempt) -> Attempt:
    """A running attempt at all kinds of items in an order that is not the quiz's own."""
    fill_other_kinds(attempt.assignment.version)
    Assignment.objects.update(shuffles_items=True, shuffles_options=True, forms=0)
    Attempt.objects.update(form=7)
    return Attempt.objects.get()


def items_in(shown: str) -> list[int]:
    return [int(pk) for pk in re.findall(r'data-item="(\d+)"', shown)]


def options_in(shown: str) -> list[str]:
    """Every option control of a page, in its order: choices, places, matches with their right sides."""
    return re.findall(
        r'name="choice" value="(\w+)"|name="(?:place|match)-(\w+)"|<option value="(r\d)"', shown
    )


def test_the_order_is_the_same_at_every_look(desk: Client, shuffled: Attempt) -> None:
    once, again = (page(desk, "attempt", shuffled.pk) for _ in range(2))
    own = [item.pk for item in shuffled.assignment.version.items.all()]
    assert items_in(once) == items_in(again) != own
    assert options_in(once) == options_in(again)
    assert sorted(items_in(once)) == sorted(own)


def test_every_kind_is_answered_by_code_and_earns_the_same(desk: Client, shuffled: Attempt) -> None:
    for number, (kind, item) in enumerate(items_by_kind(shuffled.assignment).items(), 1):
        answer = (ANSWERS | OTHER_ANSWERS)[kind]
        assert send(desk, shuffled, item=item.pk, answer=answer, sequence=number).status_code == 200
    shown = page(desk, "attempt", shuffled.pk)
    for code, place in zip(OTHER_ANSWERS["order"], (1, 2, 3), strict=True):
        select = shown.partition(f'name="place-{code}"')[2].partition("</select>")[0]
        assert f'value="{place}" selected' in select
    submit_attempt(attempt=shuffled, at=timezone.now())
    earned = {s.item.kind: s.points for s in shuffled.scores.select_related("item")}
    full = {
        item.kind: item.points for item in FrozenItem.objects.exclude(kind__in=["open", "claim_evidence"])
    }
    assert {kind: earned[kind] for kind in full} == full


def test_a_form_without_script_goes_on_by_the_place_she_sees(desk: Client, shuffled: Attempt) -> None:
    item = items_by_kind(shuffled.assignment)["order"]
    sent = {"item": item.pk, "place-o1": "2", "place-o2": "1", "place-o3": "3", "go": "3"}
    answer = desk.post(reverse("attempt-save", args=[shuffled.pk]), sent)
    assert answer["Location"].endswith("?item=3#question")
    assert shuffled.responses.get().answer == ["o2", "o1", "o3"]


def test_result_and_review_keep_her_order(client: Client, desk: Client, shuffled: Attempt) -> None:
    stems = {}
    for item in shuffled.assignment.version.items.all():
        item.stem = f"Stem {item.pk} of the quiz?"
        item.save()
        stems[item.stem] = item.pk
    met = items_in(page(desk, "attempt", shuffled.pk))
    submit_attempt(attempt=shuffled, at=timezone.now())
    Assignment.objects.update(released_at=timezone.now())
    result = page(desk, "attempt-feedback", shuffled.pk)
    teacher = Client()
    owner = shuffled.assignment.classroom.memberships.get(role="owner").user
    assert owner
    teacher.force_login(owner)
    address = reverse("attempt-review", args=[shuffled.assignment_id, shuffled.membership_id])
    review = teacher.get(address).content.decode()
    for shown in (result, review):
        assert [stems[s] for s in dict.fromkeys(re.findall(r"Stem \d+ of the quiz\?", shown))] == met
    assert "of the quiz ·" in review


def test_points_alone_show_no_keys(desk: Client, attempt: Attempt) -> None:
    Assignment.objects.update(shown="score", feedback="on_submit")
    FrozenItem.objects.update(rationale="Because of the secret.")
    submit_attempt(attempt=attempt, at=timezone.now())
    shown = page(desk, "attempt-feedback", attempt.pk)
    assert "of 12 points" in shown
    assert "secret" not in shown
    assert "chosen to show no more" in shown


def test_where_nothing_is_shown_the_result_is_refused_in_words(desk: Client, attempt: Attempt) -> None:
    Assignment.objects.update(shown="nothing", feedback="on_submit", released_at=timezone.now())
    submit_attempt(attempt=attempt, at=timezone.now())
    shown = desk.get(reverse("attempt-feedback", args=[attempt.pk]), follow=True).content.decode()
    assert "results of this quiz are not shown here" in shown
