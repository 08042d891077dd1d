"""The end of an account: what goes, and what stays with other people's classes."""

from __future__ import annotations

import datetime as dt

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from quizzes.factories import (
    ArticleFactory,
    AssignmentFactory,
    AttemptFactory,
    ClassroomFactory,
    FrozenItemFactory,
    ItemFactory,
    QuizFactory,
    QuizItemFactory,
    QuizVersionFactory,
    ResponseFactory,
    ScoreFactory,
    StaffFactory,
    StoryFactory,
    TeacherFactory,
)
from quizzes.flows import accounts
from quizzes.flows.deleting import TooLate, purge, take_back
from quizzes.models import (
    Article,
    Assignment,
    Attempt,
    Classroom,
    FrozenItem,
    Item,
    Membership,
    Quiz,
    QuizVersion,
    Story,
    User,
)
from quizzes.reports.accounts import holdings

pytestmark = pytest.mark.django_db

NOW = timezone.now()


def given_quiz(teacher: User, classroom: Classroom) -> Assignment:
    """A quiz of the teacher's story, given to the class, with one answered attempt."""
    story = StoryFactory(teacher=teacher, title="Ferry")
    ArticleFactory(story=story, letter="A")
    quiz = QuizFactory(story=story)
    QuizItemFactory(quiz=quiz, item=ItemFactory(story=story))
    version = QuizVersionFactory(quiz=quiz)
    item = FrozenItemFactory(version=version, item=story.items.get())
    assignment: Assignment = AssignmentFactory(version=version, classroom=classroom)
    attempt = AttemptFactory(assignment=assignment, submitted_at=NOW)
    ResponseFactory(attempt=attempt, item=item)
    ScoreFactory(attempt=attempt, item=item)
    return assignment


def test_stories_quizzes_and_owned_classes_go_with_the_account() -> None:
    teacher = TeacherFactory()
    given_quiz(teacher, ClassroomFactory(owner=teacher))
    QuizFactory(story=StoryFactory(teacher=teacher))
    other = given_quiz(*(lambda t: (t, ClassroomFactory(owner=t)))(TeacherFactory()))
    accounts.delete_account(user=teacher, at=NOW)
    assert not User.objects.filter(email=teacher.email).exists()
    for model in (Story, Quiz, QuizVersion, FrozenItem, Item, Article, Classroom, Attempt, Assignment):
        assert model.objects.count() == 1, model
    assert Assignment.objects.get() == other


def test_a_class_taught_together_stays_with_what_it_was_given() -> None:
    teacher, colleague = TeacherFactory(), TeacherFactory()
    classroom = ClassroomFactory(owner=colleague)
    StaffFactory(classroom=classroom, user=teacher)
    assignment = given_quiz(teacher, classroom)
    accounts.delete_account(user=teacher, at=NOW)
    assignment.refresh_from_db()
    assert assignment.attempts.get().scores.get().points == 1
    assert assignment.version.items.count() == 1
    assert list(classroom.memberships.staff().values_list("user", flat=True)) == [colleague.pk]
    assert not Item.objects.exists() and not Article.objects.exists()


def test_nobody_sees_or_takes_back_the_quiz_that_a_class_keeps() -> None:
    teacher, colleague = TeacherFactory(), TeacherFactory()
    classroom = ClassroomFactory(owner=colleague)
    given_quiz(teacher, classroom)
    accounts.delete_account(user=teacher, at=NOW)
    assert not Story.objects.of(colleague) and not Quiz.objects.of(colleague)
    for thing in (Story.objects.get(), Quiz.objects.get()):
        with pytest.raises(TooLate):
            take_back(thing=thing, at=NOW)
    purge(at=NOW + dt.timedelta(days=1))
    assert Assignment.objects.exists()
    accounts.delete_account(user=colleague, at=NOW)
    assert not Quiz.objects.exists() and not Story.objects.exists()


def test_what_is_deleted_already_goes_too() -> None:
    teacher = TeacherFactory()
    given_quiz(teacher, ClassroomFactory(owner=teacher, deleted_at=NOW))
    Story.objects.update(deleted_at=NOW)
    Quiz.objects.update(deleted_at=NOW)
    accounts.delete_account(user=teacher, at=NOW)
    assert not Story.objects.exists() and not Classroom.objects.exists()


def test_what_goes_and_what_stays_is_counted() -> None:
    teacher, colleague = TeacherFactory(), TeacherFactory()
    own, shared = ClassroomFactory(owner=teacher, name="8B"), ClassroomFactory(owner=colleague, name="9C")
    StaffFactory(classroom=shared, user=teacher)
    given_quiz(teacher, own)
    given_quiz(teacher, shared)
    held = holdings(teacher)
    assert (held.stories, held.articles, held.quizzes) == (("Ferry", "Ferry"), 2, 2)
    assert [(c.name, c.students, c.attempts) for c in held.classes] == [("8B", 1, 1)]
    assert (held.shared, held.kept_quizzes) == (("9C",), 1)


def test_a_quiz_in_her_own_class_and_in_anothers_stays_in_the_other() -> None:
    teacher, colleague = TeacherFactory(), TeacherFactory()
    own, shared = ClassroomFactory(owner=teacher), ClassroomFactory(owner=colleague)
    assignment = given_quiz(teacher, own)
    AssignmentFactory(version=assignment.version, classroom=shared)
    assert holdings(teacher).kept_quizzes == 1
    accounts.delete_account(user=teacher, at=NOW)
    assert Assignment.objects.get().classroom == shared


def test_an_address_is_changed_at_once_and_only_to_a_free_one() -> None:
    teacher, other = TeacherFactory(), TeacherFactory()
    accounts.answer_for_address(user=teacher)
    accounts.change_address(user=teacher, email="New@school.example")
    assert User.objects.get(pk=teacher.pk).email == "new@school.example"
    assert [a.email for a in EmailAddress.objects.filter(user=teacher)] == ["new@school.example"]
    with pytest.raises(accounts.AddressTaken):
        accounts.change_address(user=teacher, email=other.email.upper())


def test_roles_in_classes_go_with_the_account() -> None:
    grader = StaffFactory(role=Membership.Role.GRADER)
    accounts.delete_account(user=grader.user, at=NOW)
    assert Classroom.objects.get().memberships.count() == 1
