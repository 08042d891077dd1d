"""Before release no page, answer or error that a student can reach holds a key, a reason or what gives them away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from quizzes.flows.taking import submit_attempt
from quizzes.models import Assignment, Attempt, FrozenItem
from tests.frozen import ANSWERS, HURT_A, OTHER_ANSWERS, fill_other_kinds, items_by_kind
from tests.views.pages import send

pytestmark = pytest.mark.django_db
SECRET = "zq-secret"
PLACE = {"article": SECRET, "start": 0, "end": 5, "text": SECRET}
KEYS: dict[str, Any] = {
    "choice": SECRET,
    "number": {"low": 424242, "high": 424242, "unit": SECRET, "tolerance": 0},
    "match": [["l1", SECRET], ["l2", SECRET]],
    "claim_evidence": {"choice": SECRET, "groups": [[PLACE]]},
    "multi": [SECRET, f"{SECRET}-too"],
    "tf3": SECRET,
    "order": [SECRET, f"{SECRET}-too"],
    "evidence": [[PLACE]],
    "open": {"levels": [SECRET] * 3, "names": [SECRET], "model": SECRET},
}
PUBLIC = {"id", "version", "item", "order", "kind", "stem", "options", "points"}
PLANTED = {
    "skill": SECRET,
    "misconceptions": {"424242": SECRET},
    "proof": SECRET,
    "rationale": SECRET,
    "evidence": [PLACE],
    "finding_kind": SECRET,
    "relation": SECRET,
    "row_title": SECRET,
    "row": [
        {
            "letter": "A",
            "value": SECRET,
            "source": {"name": SECRET, "text": SECRET, "kind": "person"},
            "evidence": [PLACE],
        }
    ],
}


def student_urls() -> Iterator[URLPattern]:
    """Every address that the project has marked as a student's."""
    for entry in get_resolver().url_patterns:
        patterns = getattr(entry, "url_patterns", [entry])
        yield from (p for p in patterns if getattr(p.callback, "student_required", False))


NAMES = sorted(str(pattern.name) for pattern in student_urls())


@pytest.fixture
def planted(attempt: Attempt) -> Attempt:
    """The running attempt of a quiz whose every secret says so."""
    Assignment.objects.update(feedback=Assignment.Feedback.ON_RELEASE)
    fill_other_kinds(attempt.assignment.version)
    for item in FrozenItem.objects.all():
        item.key = KEYS[item.kind]
        for name, value in PLANTED.items():
            setattr(item, name, value)
        for option in [o for side in sides(item.options) for o in side]:
            option["misconception"] = SECRET
        item.save()
    return attempt


def sides(options: Any) -> list[list[dict[str, Any]]]:
    return list(options.values()) if isinstance(options, dict) else [options]


def address(name: str, attempt: Attempt) -> str:
    """A student's address by its name; a new one with other arguments has to be thought of here."""
    if name in ("student-home", "student-leave", "student-waiting", "student-vote"):
        return reverse(name)
    if name == "question-ask":
        return reverse(name, args=[attempt.pk, items_by_kind(attempt.assignment)["choice"].pk])
    return reverse(name, args=[attempt.assignment_id if name == "student-assignment" else attempt.pk])


def holds_secret(answer: Any) -> bool:
    said = answer.content.decode() + json.dumps(dict(answer.headers)) + str(answer.cookies)
    return SECRET in said or "424242" in said or "424,242" in said


def test_every_secret_field_of_an_item_is_planted() -> None:
    assert {field.name for field in FrozenItem._meta.fields} == PUBLIC | {"key"} | PLANTED.keys()


def test_there_are_student_addresses_to_read() -> None:
    assert {"attempt", "attempt-save", "attempt-submit", "student-home"} <= set(NAMES)


@pytest.mark.parametrize("state", ["running", "handed in"])
@pytest.mark.parametrize("name", NAMES)
def test_no_student_page_holds_a_secret_before_release(
    desk: Client, planted: Attempt, name: str, state: str
) -> None:
    if state == "handed in":
        submit_attempt(attempt=planted, at=timezone.now())
    for number in range(1, 10):
        assert not holds_secret(desk.get(f"{address(name, planted)}?item={number}&show=BA", follow=True))
    assert not holds_secret(desk.get(address(name, planted), headers={"HX-Request": "true"}))
    assert not holds_secret(desk.post(address(name, planted), follow=True))


@pytest.mark.parametrize("kind", KEYS)
def test_no_answer_to_a_saved_item_holds_a_secret(desk: Client, planted: Attempt, kind: str) -> None:
    item = items_by_kind(planted.assignment)[kind]
    url = reverse("attempt-save", args=[planted.pk])
    given = ((ANSWERS | OTHER_ANSWERS)[kind], SECRET[:0], 7, {"choice": "o1", "evidence": [HURT_A]})
    sent = [send(desk, planted, item=item.pk, answer=a, sequence=n) for n, a in enumerate(given)]
    sent.append(
        desk.post(url, {"item": item.pk, "choice": "o9", "text": "1", "evidence": "A:1:2"}, follow=True)
    )
    assert not any(holds_secret(answer) for answer in sent)


def test_options_stand_in_their_stored_order(desk: Client, planted: Attempt) -> None:
    shown = desk.get(address("attempt", planted)).content.decode()
    for number, item in enumerate(items_by_kind(planted.assignment).values(), 1):
        form = shown.partition(f'id="item-{number}"')[2].partition("</form>")[0]
        for side in sides(item.options):
            places = [form.index(f">{option['text']}<") for option in side]
            assert places == sorted(places)


def test_after_release_the_same_secrets_are_shown(desk: Client, planted: Attempt) -> None:
    """The tests above look where there is something to see."""
    choice = items_by_kind(planted.assignment)["choice"]
    FrozenItem.objects.filter(pk=choice.pk).update(key="o1")
    for kind in KEYS.keys() - {"choice", "number", "open"}:
        items_by_kind(planted.assignment)[kind].delete()
    submit_attempt(attempt=planted, at=timezone.now())
    Assignment.objects.update(released_at=timezone.now())
    assert holds_secret(desk.get(address("attempt-feedback", planted)))
