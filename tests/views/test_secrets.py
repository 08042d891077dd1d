"""Before release no page, answer or error that a student can reach holds a key, a reason or what gives them away."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from quizzes.factories import PIN
from quizzes.flows.debriefs import NOT_ASKED_AGAIN
from quizzes.flows.reopening import reopen_attempt
from quizzes.flows.saving import save_form
from quizzes.flows.taking import start_attempt, submit_attempt
from quizzes.flows.terms import recall, set_student_terms
from quizzes.models import Assignment, Attempt, FrozenItem
from tests.frozen import ANSWERS, HURT_A, OTHER_ANSWERS, fill_other_kinds, items_by_kind, student_of
from tests.views.pages import send

pytestmark = pytest.mark.django_db
SECRET = "zq-secret"
STATES = ("running", "handed in", "given back", "another running", "points only", "taken back", "excused")
TEACHERS_PAGE = re.compile(
    r'(?:href|action|hx-get|hx-post|src)="/(?:stories|quizzes|items|assignments|classes|questions)/'
)
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


@pytest.mark.parametrize("state", STATES)
def test_no_student_page_holds_a_secret_before_release(desk: Client, planted: Attempt, state: str) -> None:
    bring_to(planted, state)
    for method, name, query in asked_for():
        url = address(name, planted) + query
        answer = getattr(desk, method)(url, follow=True, headers={"HX-Request": "true"} if query else {})
        said = answer.content.decode()
        assert not holds_secret(answer), (method, url)
        assert "<!--" not in said, "a comment in a page's source is read by whoever looks"
        assert not TEACHERS_PAGE.search(said), (method, url)


def asked_for() -> Iterator[tuple[str, str, str]]:
    """Method, name and query of all that a student can ask: whole pages, htmx's parts, what ends a session last."""
    for name in NAMES:
        numbers = range(1, 10) if name == "attempt" else (1,)
        yield from (("get", name, ""), ("get", name, "?all=1"))
        yield from (("get", name, f"?item={number}&show=BA") for number in numbers)
    last = ("attempt-submit", "student-leave")
    yield from (("post", name, "") for name in [*(n for n in NAMES if n not in last), *last])


def bring_to(attempt: Attempt, state: str) -> None:
    """The quiz as it is at some moment before its keys may be seen."""
    now, assignment = timezone.now(), attempt.assignment
    owner = assignment.classroom.memberships.staff().get().user
    assert owner
    if state != "running":
        submit_attempt(attempt=attempt, at=now)
    if state == "given back":
        until = now + dt.timedelta(hours=1)
        reopen_attempt(attempt=attempt, until=until, reason="x", actor=owner, at=now)
        Assignment.objects.update(released_at=now)  # keys wait for her, whoever sees them
    if state == "another running":
        Assignment.objects.update(attempts_allowed=2)
        start_attempt(assignment=assignment, student=attempt.membership, at=now)
        Assignment.objects.update(released_at=now)
    if state == "points only":
        Assignment.objects.update(released_at=now, shown=Assignment.Shown.SCORE)
    if state == "taken back":
        recall(assignment=assignment, hands_in=True, at=now)
    if state == "excused":
        set_student_terms(assignment=assignment, student=attempt.membership, at=now, is_excused=True)


def test_no_refusal_holds_a_secret(desk: Client, planted: Attempt) -> None:
    """Another student's attempt, a wrong method, a forged form, nobody: refused in words that say nothing."""
    forged, classmate = Client(enforce_csrf_checks=True), Client()
    forged.cookies = desk.cookies
    student_of(planted.assignment, display_name="Bo")
    sent = {"code": planted.assignment.classroom.code, "name": "Bo", "pin": PIN}
    assert classmate.post(reverse("join"), sent).status_code == 302
    for name in NAMES:
        url = address(name, planted)
        refused = [classmate.get(url), desk.put(url), forged.post(url), Client().get(url)]
        assert not any(holds_secret(answer) for answer in refused), name
        if "attempt" in name:
            assert refused[0].status_code in (404, 405), name


def test_no_other_student_s_answer_or_order_is_on_a_page(desk: Client, planted: Attempt) -> None:
    Assignment.objects.update(shuffles_items=True, shuffles_options=True, forms=2)
    other = start_attempt(
        assignment=planted.assignment, student=student_of(planted.assignment), at=timezone.now()
    )
    item = items_by_kind(planted.assignment)["open"]
    save_form(attempt=other, item=item, answer=SECRET, at=timezone.now())
    before = [desk.get(address(name, planted)).content for name in ("attempt", "attempt-submit")]
    assert not any(SECRET in page.decode() for page in before)
    Attempt.objects.filter(pk=other.pk).update(form=2)
    after = [desk.get(address(name, planted)).content for name in ("attempt", "attempt-submit")]
    assert [len(page) for page in before] == [len(page) for page in after]


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


@pytest.mark.parametrize("kind", sorted(KEYS.keys() - NOT_ASKED_AGAIN))
def test_no_vote_in_a_debrief_holds_a_secret(desk: Client, planted: Attempt, kind: str) -> None:
    item = items_by_kind(planted.assignment)[kind]
    revote = planted.assignment.revotes.create(item=item, opened_at=timezone.now())
    url = reverse("student-vote")
    answers = [desk.get(url), desk.get(url, headers={"HX-Request": "true"})]
    assert all(item.stem in answer.content.decode() for answer in answers)
    for sent in ({"choice": "o1"}, {"choice": SECRET}, {"text": "7"}, {}):
        answers.append(desk.post(url, {"revote": revote.pk, **sent}, follow=True))
    assert not any(holds_secret(answer) for answer in answers)


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
