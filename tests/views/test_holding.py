"""Several tabs on one attempt, and items marked to come back to: what the addresses say."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quizzes.flows.taking import submit_attempt
from quizzes.models import Attempt, Response
from tests.frozen import items_by_kind
from tests.views.pages import page, send

pytestmark = pytest.mark.django_db
FIRST, SECOND = "first-tab", "second-tab"


def hold(desk: Client, attempt: Attempt, device: str, *, takes_over: bool = False) -> Any:
    body = json.dumps({"device": device, "takes_over": takes_over})
    return desk.post(reverse("attempt-hold", args=[attempt.pk]), data=body, content_type="application/json")


def flag(desk: Client, attempt: Attempt, **changed: Any) -> Any:
    item = items_by_kind(attempt.assignment)["choice"]
    body = json.dumps({"item": item.pk, "is_flagged": True, **changed})
    return desk.post(reverse("attempt-flag", args=[attempt.pk]), data=body, content_type="application/json")


def test_the_second_tab_is_told_since_when_and_by_whom_the_attempt_is_held(
    desk: Client, attempt: Attempt
) -> None:
    assert hold(desk, attempt, FIRST).json()["holds"]
    told = hold(desk, attempt, SECOND).json()
    attempt.refresh_from_db()
    local = attempt.held_at.astimezone(attempt.assignment.classroom.zone)
    assert (told["holds"], told["holder"], told["since"]) == (False, FIRST, f"{local:%H:%M}")


def test_looking_changes_nothing(desk: Client, attempt: Attempt) -> None:
    asked = desk.get(reverse("attempt-hold", args=[attempt.pk]), {"device": SECOND}).json()
    attempt.refresh_from_db()
    assert (asked["holds"], attempt.holder) == (True, "")


def test_a_save_says_that_another_has_taken_over_and_is_stored_all_the_same(
    desk: Client, attempt: Attempt
) -> None:
    hold(desk, attempt, FIRST)
    hold(desk, attempt, SECOND, takes_over=True)
    saved = send(desk, attempt, device=FIRST).json()
    assert (saved["holds"], saved["is_stale"]) == (False, False)
    assert Response.objects.get().answer == "o1"


def test_a_page_that_is_asked_after_the_end_learns_it(desk: Client, attempt: Attempt) -> None:
    submit_attempt(attempt=attempt, at=timezone.now())
    assert hold(desk, attempt, FIRST).json()["is_over"] is True


@pytest.mark.parametrize("body", [{"device": "x", "takes_over": True}, {"device": FIRST}, []])
def test_what_no_page_of_ours_asks_is_refused(desk: Client, attempt: Attempt, body: Any) -> None:
    url = reverse("attempt-hold", args=[attempt.pk])
    assert desk.post(url, data=json.dumps(body), content_type="application/json").status_code == 400


def test_ending_the_session_lets_go(desk: Client, attempt: Attempt) -> None:
    hold(desk, attempt, FIRST)
    desk.post(reverse("student-leave"))
    attempt.refresh_from_db()
    assert attempt.holder == ""


# Flags


def test_a_flag_is_found_on_every_page_of_the_attempt(desk: Client, attempt: Attempt) -> None:
    item = items_by_kind(attempt.assignment)["choice"]
    assert flag(desk, attempt).json() == {"flagged": [item.pk]}
    assert "not answered, flagged" in page(desk, "attempt", attempt.pk)
    assert "flagged" in page(desk, "attempt-submit", attempt.pk)
    assert flag(desk, attempt, is_flagged=False).json() == {"flagged": []}
    assert "flagged" not in page(desk, "attempt-submit", attempt.pk)


@pytest.mark.parametrize("changed", [{"item": 0}, {"item": "1"}, {"item": True}, {"is_flagged": 1}])
def test_a_flag_of_no_item_is_refused(desk: Client, attempt: Attempt, changed: dict[str, Any]) -> None:
    assert flag(desk, attempt, **changed).status_code == 400


def test_without_a_script_the_flag_saves_the_answer_too(desk: Client, attempt: Attempt) -> None:
    item = items_by_kind(attempt.assignment)["choice"]
    answer = desk.post(
        reverse("attempt-save", args=[attempt.pk]), {"item": item.pk, "choice": "o2", "flag": "on", "at": "1"}
    )
    attempt.refresh_from_db()
    assert answer.url.endswith("?item=1#question")
    assert (attempt.flagged, Response.objects.get().answer) == ([item.pk], "o2")


# Without a script


def test_a_page_says_that_another_tab_holds_the_attempt(desk: Client, attempt: Attempt) -> None:
    words = "If you save here"
    assert words not in page(desk, "attempt", attempt.pk)
    hold(desk, attempt, FIRST)
    assert words in page(desk, "attempt", attempt.pk)


def test_an_answer_over_one_that_was_not_seen_is_kept_aside_and_said(desk: Client, attempt: Attempt) -> None:
    item = items_by_kind(attempt.assignment)["choice"]
    hold(desk, attempt, FIRST)
    send(desk, attempt, device=FIRST)
    url = reverse("attempt-save", args=[attempt.pk])
    said = desk.post(url, {"item": item.pk, "choice": "o2", "seen": "0"}, follow=True).content.decode()
    assert "that answer stands and is shown now" in said
    assert Response.objects.get().answer == "o1"
    assert attempt.events.filter(is_stale=True, answer="o2").count() == 1
