"""Newcomers let in, known after all, turned away."""

from __future__ import annotations

import pytest

from quizzes.factories import PIN, AttemptFactory, StudentFactory, TeacherFactory
from quizzes.flows import newcomers
from quizzes.models import Audit, Membership, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher() -> User:
    return TeacherFactory()


@pytest.fixture
def bo() -> Membership:
    return StudentFactory(display_name="Bo", pin="1357", awaits_approval=True)


def test_who_is_let_in_waits_no_more(bo: Membership, teacher: User) -> None:
    newcomers.let_in(newcomer=bo, by=teacher)
    assert bo.classroom.memberships.admitted().get() == bo
    assert Audit.objects.get().subject == "Bo"


def test_all_are_let_in_at_once(bo: Membership, teacher: User) -> None:
    StudentFactory.create_batch(3, classroom=bo.classroom, awaits_approval=True)
    StudentFactory(awaits_approval=True)
    assert newcomers.let_all_in(classroom=bo.classroom, by=teacher) == 4
    assert Membership.objects.newcomers().count() == 1


def test_who_is_turned_away_is_gone(bo: Membership, teacher: User) -> None:
    newcomers.turn_away(newcomer=bo, by=teacher)
    assert not Membership.objects.students().exists()


def test_who_is_known_after_all_has_that_name_those_answers_and_her_new_pin(
    bo: Membership, teacher: User
) -> None:
    robert = StudentFactory(classroom=bo.classroom, display_name="Robert")
    attempt = AttemptFactory(membership=robert, assignment__classroom=bo.classroom)
    session = bo.session_key
    merged = newcomers.let_in_as(newcomer=bo, student=robert, by=teacher)
    merged.refresh_from_db()
    assert (merged.pk, merged.display_name, merged.awaits_approval) == (bo.pk, "Robert", False)
    assert merged.session_key == session
    assert merged.has_pin("1357")
    assert not merged.has_pin(PIN)
    assert merged.attempts.get() == attempt


@pytest.mark.parametrize("decide", [newcomers.let_in, newcomers.turn_away])
def test_of_two_who_decide_the_second_is_told(decide: object, bo: Membership, teacher: User) -> None:
    newcomers.let_in(newcomer=bo, by=teacher)
    with pytest.raises(newcomers.NotWaiting):
        decide(newcomer=bo, by=teacher)  # type: ignore[operator]
    assert bo.classroom.memberships.admitted().get() == bo
