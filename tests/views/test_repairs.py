"""The page on which a wrong key is put right: what it shows, what would change, done and undone."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.factories import AssignmentFactory, ClassroomFactory, TeacherFactory
from quizzes.models import Assignment, FrozenItem, GradeOverride, KeyRepair, Score, User
from tests.flows.test_repairing import NEW_KEYS, hand_in
from tests.frozen import fill_other_kinds, frozen_quiz, items_by_kind, student_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher() -> User:
    return TeacherFactory()


@pytest.fixture
def assignment(teacher: User) -> Assignment:
    assignment = frozen_quiz(classroom=ClassroomFactory(owner=teacher))
    fill_other_kinds(assignment.version)
    return assignment


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def at(assignment: Assignment, item: FrozenItem) -> str:
    return reverse("key-repair", args=[assignment.pk, item.pk])


def fields(kind: str, answer: Any) -> dict[str, Any]:
    """What the page sends for an answer, as forms.answers reads it."""
    match kind:
        case "number":
            return {"text": answer}
        case "match":
            return {f"match-{left}": right for left, right in answer.items()}
        case "order":
            return {f"place-{option}": place for place, option in enumerate(answer, 1)}
        case "evidence":
            return {"evidence": [f"{p['article']}:{p['start']}:{p['end']}" for p in answer]}
        case "claim_evidence":
            return {"choice": answer["choice"], **fields("evidence", answer["evidence"])}
        case _:
            return {"choice": str(answer).lower() if isinstance(answer, bool) else answer}


def test_it_shows_the_answers_of_the_class_beside_what_the_articles_say(
    desk: Client, assignment: Assignment
) -> None:
    for answer in ("o1", "o1", "o2"):
        hand_in(assignment, {"choice": answer})
    page = desk.get(at(assignment, items_by_kind(assignment)["claim_evidence"])).content.decode()
    assert "What the class answered" in page and "Twelve people were hurt on Monday, police said." in page
    page = desk.get(at(assignment, items_by_kind(assignment)["choice"])).content.decode()
    assert "67\u202f%" in page or "67 %" in page


@pytest.mark.parametrize("kind", NEW_KEYS)
def test_a_new_key_is_given_as_a_student_would_answer(
    desk: Client, assignment: Assignment, kind: str
) -> None:
    hand_in(assignment, NEW_KEYS)
    item = items_by_kind(assignment)[kind]
    page = desk.get(at(assignment, item)).content.decode()
    sent = {"policy": "replace", **fields(kind, NEW_KEYS[kind])}
    assert all(f'name="{name}"' in page for name in sent)
    told = desk.post(at(assignment, item), sent, headers={"HX-Request": "true"}).content.decode()
    assert "<b>1</b> up, <b>0</b> down" in told and not KeyRepair.objects.exists()
    answer = desk.post(at(assignment, item), {**sent, "act": "apply", "reason": "A typing error."})
    assert answer.status_code == 302
    assert Score.objects.get(item=item).points == item.points
    page = desk.get(answer["Location"]).content.decode()
    assert "A typing error." in page and "Corrected: replace the key" in page
    desk.post(at(assignment, item), {"act": "undo"})
    assert Score.objects.get(item=item).points != item.points


def test_the_sentences_of_the_key_are_ticked_to_begin_with(desk: Client, assignment: Assignment) -> None:
    for kind in ("evidence", "claim_evidence"):
        page = desk.get(at(assignment, items_by_kind(assignment)[kind])).content.decode()
        assert 'value="A:19:66" checked' in page and 'value="A:67:86">' in page


def test_an_open_item_has_only_the_policies_that_need_no_key(desk: Client, assignment: Assignment) -> None:
    item = items_by_kind(assignment)["open"]
    page = desk.get(at(assignment, item)).content.decode()
    assert 'value="left_out"' in page and 'value="replace"' not in page
    answer = desk.post(at(assignment, item), {"policy": "replace", "act": "apply", "reason": "x"})
    assert answer.status_code == 422 and not KeyRepair.objects.exists()


def test_without_a_reason_or_a_key_nothing_is_done_and_what_was_typed_stays(
    desk: Client, assignment: Assignment
) -> None:
    item = items_by_kind(assignment)["choice"]
    answer = desk.post(at(assignment, item), {"policy": "accept_also", "choice": "o1", "act": "apply"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Write why" in page and 'value="o1" checked' in page
    answer = desk.post(
        at(assignment, item), {"policy": "accept_also", "act": "apply", "reason": "Both say so"}
    )
    assert (
        "Give the answer that is right" in answer.content.decode()
        and "Both say so" in answer.content.decode()
    )
    assert not KeyRepair.objects.exists()


def test_points_set_by_hand_stay_and_are_told(desk: Client, assignment: Assignment, teacher: User) -> None:
    student = student_of(assignment)
    hand_in(assignment, {"choice": "o1"}, membership=student)
    GradeOverride.objects.create(
        assignment=assignment, membership=student, points=3, reason="x", set_by=teacher
    )
    sent = {"policy": "full_credit"}
    told = desk.post(
        at(assignment, items_by_kind(assignment)["choice"]), sent, headers={"HX-Request": "true"}
    )
    assert "1 with points set by hand" in told.content.decode()


def test_the_same_quiz_in_her_other_classes_is_offered_and_no_stranger_s(
    desk: Client, assignment: Assignment, teacher: User
) -> None:
    hers = AssignmentFactory(version=assignment.version, classroom=ClassroomFactory(owner=teacher, name="7C"))
    strange = AssignmentFactory(version=assignment.version, classroom=ClassroomFactory(name="Not hers"))
    item = items_by_kind(assignment)["choice"]
    page = desk.get(at(assignment, item)).content.decode()
    assert "Do it in 7C too" in page and "Not hers" not in page
    sent = {"policy": "left_out", "act": "apply", "reason": "Nonsense."}
    refused = desk.post(at(assignment, item), {**sent, "also": [hers.pk, strange.pk]})
    assert refused.status_code == 422 and not KeyRepair.objects.exists()
    desk.post(at(assignment, item), {**sent, "also": [hers.pk]})
    assert set(KeyRepair.objects.values_list("assignment", flat=True)) == {assignment.pk, hers.pk}


def test_an_item_of_another_quiz_is_not_there(desk: Client, assignment: Assignment) -> None:
    other = frozen_quiz().version.items.first()
    assert other
    assert desk.get(at(assignment, other)).status_code == 404
