"""What a teacher sees first: what needs her now, ranked by what harm waiting does; what runs; her stories and classes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from quizzes.models import Assignment, Attempt, Classroom, Membership, Quiz, Score, Story, User
from quizzes.reports.classes import class_list
from quizzes.reports.needs import Given, Need, needs
from quizzes.reports.quizzes import quiz_list
from quizzes.reports.stories import story_list
from quizzes.timing import zone_name

SHOWN_STORIES = 6
SHOWN_NEEDS = 8
"""Past this the rest is folded: a list that never ends is not begun."""


@dataclass(frozen=True)
class Step:
    """One of the three steps to a first quiz."""

    title: str
    text: str
    url: str
    action: str
    is_done: bool


@dataclass(frozen=True)
class Home:
    needs: tuple[Need, ...]
    running: tuple[Given, ...]
    stories: tuple[Story, ...]
    classes: tuple[Classroom, ...]
    steps: tuple[Step, ...]
    """The way to a first quiz, for who has given none yet."""

    @property
    def is_new(self) -> bool:
        """True for a teacher who has nothing yet."""
        return not (self.stories or self.classes)

    @property
    def first_needs(self) -> tuple[Need, ...]:
        return self.needs[:SHOWN_NEEDS]

    @property
    def later_needs(self) -> tuple[Need, ...]:
        return self.needs[SHOWN_NEEDS:]

    @property
    def zone(self) -> str:
        """The zone in which the page tells the date: that of her first class."""
        return self.classes[0].time_zone if self.classes else "UTC"

    @property
    def zone_name(self) -> str:
        return zone_name(self.zone)


def home(user: User, now: dt.datetime) -> Home:
    """The home page of a teacher or instructor, in eight queries."""
    given = list(_given(user))
    stories, quizzes = list(story_list(user)), list(quiz_list(user))
    classes = tuple(class_list(user))
    return Home(
        needs=needs(user, given, stories, quizzes, now),
        running=tuple(g for g in given if g.assignment.is_open(now)),
        stories=tuple(stories[:SHOWN_STORIES]),
        classes=classes,
        steps=() if given else tuple(_steps(stories, quizzes, classes)),
    )


def _steps(stories: list[Story], quizzes: list[Quiz], classes: tuple[Classroom, ...]) -> Iterable[Step]:
    yield Step(
        "Put the articles in",
        "Two at least on one event. MediaQuiz reads them and shows, side by side, what each one says.",
        reverse("story-create"),
        "Start a story",
        bool(stories),
    )
    yield Step(
        "Keep what is good",
        "Look through the drafts, each with its proof beside it, and make a quiz of those you keep.",
        reverse("item-list", kwargs={"pk": stories[0].pk}) if stories else "",
        "See the drafts",
        bool(quizzes),
    )
    newest = reverse("assignment-create", kwargs={"pk": quizzes[0].pk}) if quizzes and classes else ""
    yield Step(
        "Give it to a class",
        "Students join with a code and a name of their choice, without an account.",
        newest or ("" if classes else reverse("classroom-create")),
        "Give it" if newest else "Set up a class",
        False,
    )


def _given(user: User) -> Iterable[Given]:
    for a in _assignments(user):
        yield Given(a, a.role, a.students, a.handed_in, a.working, a.waiting)  # type: ignore[attr-defined]  # annotated


def _assignments(user: User) -> QuerySet[Assignment]:
    """The assignments in the user's classes with `role`, `students`, `handed_in`, `working`, `waiting`; one query."""
    attempts = Attempt.objects.expected().filter(assignment=OuterRef("pk"))
    pending = Score.objects.pending().filter(
        attempt__assignment=OuterRef("pk"), attempt__submitted_at__isnull=False
    )
    students = Membership.objects.admitted().filter(classroom=OuterRef("classroom"))
    return (
        Assignment.objects.with_excused()
        .filter(classroom__memberships__user=user, classroom__deleted_at__isnull=True)
        .select_related("classroom", "version")
        .annotate(
            role=F("classroom__memberships__role"),
            students=_count(students, "classroom", "pk") - F("excused"),
            handed_in=_count(attempts.filter(submitted_at__isnull=False), "assignment", "membership"),
            working=_count(attempts.filter(submitted_at__isnull=True), "assignment", "membership"),
            waiting=_count(pending, "attempt__assignment", "pk"),
        )
        .order_by("closes_at", "pk")
    )


def _count(rows: QuerySet[Any], by: str, what: str) -> Coalesce:
    grouped = rows.order_by().values(by).annotate(n=Count(what, distinct=True))
    return Coalesce(Subquery(grouped.values("n")), 0)
