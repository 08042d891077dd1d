"""A student in another class, and two who are one: nothing that was answered is lost."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import timezone

from quizzes.factories import (
    PIN,
    AssignmentFactory,
    AttemptFactory,
    ClassroomFactory,
    FrozenItemFactory,
    StudentFactory,
    TeacherFactory,
)
from quizzes.flows import merging, rosters
from quizzes.flows.taking import NotOpen, start_attempt
from quizzes.models import (
    Assignment,
    Attempt,
    Audit,
    Classroom,
    GradeOverride,
    Membership,
    Revote,
    RevoteAnswer,
    StudentQuestion,
    StudentTerms,
    User,
)
from quizzes.reports.student_home import student_home
from tests.reports.listing import listed

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def teacher() -> User:
    return TeacherFactory()


@pytest.fixture
def assignment(teacher: User) -> Assignment:
    return AssignmentFactory(classroom=ClassroomFactory(owner=teacher, name="8B"))


@pytest.fixture
def amara(assignment: Assignment) -> Membership:
    return StudentFactory(classroom=assignment.classroom, display_name="Amara")


@pytest.fixture
def other_class(teacher: User) -> Classroom:
    return ClassroomFactory(owner=teacher, name="8C")


def attempt_of(
    student: Membership, assignment: Assignment, *, minutes_ago: int = 10, **given: object
) -> Attempt:
    began = NOW - dt.timedelta(minutes=minutes_ago)
    return AttemptFactory(membership=student, assignment=assignment, started_at=began, **given)


def test_every_thing_that_hangs_on_a_student_is_thought_of() -> None:
    """A new table with students in it has to be moved and merged, too."""
    thought_of = {"attempts", "terms", "questions", "overrides", "revote_answers"}
    assert {r.name for r in Membership._meta.related_objects} == thought_of


# To another class


def test_name_pin_session_and_time_go_along(amara: Membership, other_class: Classroom, teacher: User) -> None:
    session = amara.session_key
    merging.move_student(student=amara, to=other_class, by=teacher)
    amara.refresh_from_db()
    assert (amara.classroom, amara.display_name, amara.session_key) == (other_class, "Amara", session)
    assert amara.has_pin(PIN)
    assert Audit.objects.filter(action="student moved").count() == 2


def test_what_both_classes_were_given_counts_in_the_new_one(
    amara: Membership, assignment: Assignment, other_class: Classroom, teacher: User
) -> None:
    theirs = AssignmentFactory(version=assignment.version, classroom=other_class)
    attempt = attempt_of(amara, assignment, submitted_at=NOW)
    StudentTerms.objects.create(assignment=assignment, membership=amara, is_excused=True)
    assert merging.move_student(student=amara, to=other_class, by=teacher) == merging.Moved(1, 0)
    attempt.refresh_from_db()
    assert attempt.assignment == theirs
    assert StudentTerms.objects.get().assignment == theirs


def test_who_moves_to_and_fro_has_all_attempts_in_their_order(
    amara: Membership, assignment: Assignment, other_class: Classroom, teacher: User
) -> None:
    first = attempt_of(amara, assignment, submitted_at=NOW, minutes_ago=60)
    merging.move_student(student=amara, to=other_class, by=teacher)
    theirs = AssignmentFactory(version=assignment.version, classroom=other_class)
    second = attempt_of(amara, theirs, submitted_at=NOW)
    merging.move_student(student=amara, to=assignment.classroom, by=teacher)
    assert list(amara.attempts.filter(assignment=assignment).order_by("number")) == [first, second]


def test_all_else_stays_in_the_old_class_s_results_and_in_the_student_s_list(
    amara: Membership, assignment: Assignment, other_class: Classroom, teacher: User
) -> None:
    attempt_of(amara, assignment, submitted_at=NOW)
    assert merging.move_student(student=amara, to=other_class, by=teacher) == merging.Moved(0, 1)
    assert [line.pk for line in listed(assignment).page] == [amara.pk]
    assert [card.assignment for card in student_home(amara, NOW).done] == [assignment]


def test_what_she_is_in_the_middle_of_goes_on_where_it_began(
    amara: Membership, assignment: Assignment, other_class: Classroom, teacher: User
) -> None:
    AssignmentFactory(version=assignment.version, classroom=other_class)
    attempt = attempt_of(amara, assignment)
    merging.move_student(student=amara, to=other_class, by=teacher)
    attempt.refresh_from_db()
    assert attempt.assignment == assignment
    assert assignment in [card.assignment for card in student_home(amara, NOW).open]


def test_nothing_new_is_begun_in_a_class_that_was_left(
    amara: Membership, assignment: Assignment, other_class: Classroom, teacher: User
) -> None:
    Assignment.objects.update(attempts_allowed=3)
    attempt_of(amara, assignment, submitted_at=NOW)
    merging.move_student(student=amara, to=other_class, by=teacher)
    assignment.refresh_from_db()
    with pytest.raises(NotOpen):
        start_attempt(assignment=assignment, student=amara, at=NOW)
    assert student_home(amara, NOW).open == ()


def test_a_name_that_is_taken_there_is_refused(
    amara: Membership, other_class: Classroom, teacher: User
) -> None:
    StudentFactory(classroom=other_class, display_name="AMARA")
    with pytest.raises(rosters.NameTaken, match="AMARA"):
        merging.move_student(student=amara, to=other_class, by=teacher)


def test_a_full_class_takes_nobody(
    amara: Membership, other_class: Classroom, teacher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "MAX_STUDENTS", 0)
    with pytest.raises(rosters.ClassFull):
        merging.move_student(student=amara, to=other_class, by=teacher)


# Two who are one


@pytest.fixture
def twin(amara: Membership) -> Membership:
    return StudentFactory(classroom=amara.classroom, display_name="Amara D", pin="1357")


def test_attempts_of_both_are_kept_in_the_order_in_which_they_began(
    amara: Membership, twin: Membership, assignment: Assignment, teacher: User
) -> None:
    late = attempt_of(amara, assignment, number=1, minutes_ago=5)
    early = attempt_of(twin, assignment, number=1, minutes_ago=50, submitted_at=NOW)
    middle = attempt_of(twin, assignment, number=2, minutes_ago=20, submitted_at=NOW)
    merging.merge_students(kept=amara, gone=twin, by=teacher)
    assert list(amara.attempts.order_by("number")) == [early, middle, late]
    assert [a.number for a in amara.attempts.order_by("number")] == [1, 2, 3]
    assert Membership.objects.students().get() == amara


def test_who_is_kept_keeps_name_and_pin_and_the_longer_time(
    amara: Membership, twin: Membership, teacher: User
) -> None:
    twin.extra_time = Decimal("1.50")
    twin.save()
    kept = merging.merge_students(kept=amara, gone=twin, by=teacher)
    kept.refresh_from_db()
    assert (kept.display_name, kept.extra_time) == ("Amara", Decimal("1.50"))
    assert kept.has_pin(PIN)
    assert Audit.objects.get().old == {"kept": "Amara", "gone": "Amara D", "attempts": 0}


def test_own_dates_and_questions_go_along_where_there_are_none_yet(
    amara: Membership, twin: Membership, assignment: Assignment, teacher: User
) -> None:
    StudentTerms.objects.create(assignment=assignment, membership=amara, reason="kept")
    StudentTerms.objects.create(assignment=assignment, membership=twin, reason="gone")
    moved = StudentTerms.objects.create(
        assignment=AssignmentFactory(classroom=amara.classroom), membership=twin, reason="moved"
    )
    merging.merge_students(kept=amara, gone=twin, by=teacher)
    assert {terms.reason for terms in amara.terms.all()} == {"kept", moved.reason}
    assert not StudentQuestion.objects.exists()


def test_two_running_attempts_at_one_quiz_are_refused_and_nothing_is_changed(
    amara: Membership, twin: Membership, assignment: Assignment, teacher: User
) -> None:
    for student in (amara, twin):
        attempt_of(student, assignment)
    with pytest.raises(merging.BothRunning, match=assignment.version.title):
        merging.merge_students(kept=amara, gone=twin, by=teacher)
    assert Membership.objects.students().count() == 2


# Grades set by hand, answers in a debrief


def override(assignment: Assignment, student: Membership, points: int) -> GradeOverride:
    return GradeOverride.objects.create(
        assignment=assignment, membership=student, points=points, reason="talked it through"
    )


def revote_answer(assignment: Assignment, student: Membership, answer: str) -> RevoteAnswer:
    item = assignment.version.items.first() or FrozenItemFactory(version=assignment.version)
    revote, _ = Revote.objects.get_or_create(assignment=assignment, item=item, defaults={"opened_at": NOW})
    return RevoteAnswer.objects.create(revote=revote, membership=student, answer=answer, answered_at=NOW)


def test_what_only_the_other_had_is_kept(assignment: Assignment, amara: Membership, teacher: User) -> None:
    twin = StudentFactory(classroom=assignment.classroom, display_name="Amara B")
    override(assignment, twin, 3)
    revote_answer(assignment, twin, "o2")
    merging.merge_students(kept=amara, gone=twin, by=teacher)
    assert [o.points for o in amara.overrides.all()] == [3]
    assert [a.answer for a in amara.revote_answers.all()] == ["o2"]


def test_where_both_had_one_that_of_the_kept_stands(
    assignment: Assignment, amara: Membership, teacher: User
) -> None:
    twin = StudentFactory(classroom=assignment.classroom, display_name="Amara B")
    for student, points, answer in ((amara, 2, "o1"), (twin, 3, "o2")):
        override(assignment, student, points)
        revote_answer(assignment, student, answer)
    merging.merge_students(kept=amara, gone=twin, by=teacher)
    assert [o.points for o in GradeOverride.objects.all()] == [2]
    assert [a.answer for a in RevoteAnswer.objects.all()] == ["o1"]


def test_a_grade_set_by_hand_goes_along_with_the_attempt(
    assignment: Assignment, amara: Membership, other_class: Classroom, teacher: User
) -> None:
    counterpart = AssignmentFactory(classroom=other_class, version=assignment.version)
    attempt_of(amara, assignment, submitted_at=NOW)
    override(assignment, amara, 2)
    merging.move_student(student=amara, to=other_class, by=teacher)
    assert [o.assignment for o in amara.overrides.all()] == [counterpart]
