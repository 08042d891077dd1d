"""What a teacher sees first: what needs her now, ranked by what harm waiting does; what runs; her stories and classes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from quizzes.models import Article, Assignment, Attempt, Classroom, Membership, Quiz, Score, Story, User
from quizzes.reports.classes import class_list
from quizzes.reports.quizzes import quiz_list
from quizzes.reports.stories import story_list
from quizzes.timing import zone_name

CLOSES_SOON = dt.timedelta(hours=2)
MANAGERS = (Membership.Role.OWNER, Membership.Role.INSTRUCTOR)
SHOWN_STORIES = 6


@dataclass(frozen=True)
class Need:
    """One thing to do: what it is about, what it says, where it is done."""

    about: str
    title: str
    text: str
    url: str
    action: str


@dataclass(frozen=True)
class Given:
    """An assignment in one of the user's classes, and how far the class is with it."""

    assignment: Assignment
    role: str
    students: int
    handed_in: int
    working: int
    waiting: int
    """Open answers that nobody has graded."""

    @property
    def not_begun(self) -> int:
        return max(0, self.students - self.handed_in - self.working)

    @property
    def about(self) -> str:
        return f"{self.assignment.classroom}: {self.assignment.version.title}"


@dataclass(frozen=True)
class Home:
    needs: tuple[Need, ...]
    running: tuple[Given, ...]
    stories: tuple[Story, ...]
    classes: tuple[Classroom, ...]

    @property
    def is_new(self) -> bool:
        """True for a teacher who has nothing yet."""
        return not (self.stories or self.classes)

    @property
    def zone(self) -> str:
        """The zone in which the page tells the date: that of her first class."""
        return self.classes[0].time_zone if self.classes else "UTC"

    @property
    def zone_name(self) -> str:
        return zone_name(self.zone)


def home(user: User, now: dt.datetime) -> Home:
    """The home page of a teacher or instructor, in five queries."""
    given = list(_given(user))
    running = tuple(g for g in given if g.assignment.is_open(now))
    stories = tuple(story_list(user)[:SHOWN_STORIES])
    quizzes = list(quiz_list(user))
    needs = [
        *_closing(running, now),
        *_to_grade(given),
        *_to_release(given, now),
        *_to_give(quizzes),
        *_unfinished(stories, {quiz.story_id for quiz in quizzes}),
    ]
    return Home(tuple(needs), running, stories, tuple(class_list(user)))


def _given(user: User) -> Iterable[Given]:
    for a in _assignments(user):
        yield Given(a, a.role, a.students, a.handed_in, a.working, a.waiting)  # type: ignore[attr-defined]  # annotated


def _assignments(user: User) -> QuerySet[Assignment]:
    """The assignments in the user's classes with `role`, `students`, `handed_in`, `working`, `waiting`; one query."""
    attempts = Attempt.objects.filter(assignment=OuterRef("pk"))
    pending = Score.objects.pending().filter(
        attempt__assignment=OuterRef("pk"), attempt__submitted_at__isnull=False
    )
    students = Membership.objects.admitted().filter(classroom=OuterRef("classroom"))
    return (
        Assignment.objects.filter(classroom__memberships__user=user, classroom__deleted_at__isnull=True)
        .select_related("classroom", "version")
        .annotate(
            role=F("classroom__memberships__role"),
            students=_count(students, "classroom", "pk"),
            handed_in=_count(attempts.filter(submitted_at__isnull=False), "assignment", "membership"),
            working=_count(attempts.filter(submitted_at__isnull=True), "assignment", "membership"),
            waiting=_count(pending, "attempt__assignment", "pk"),
        )
        .order_by("closes_at", "pk")
    )


def _count(rows: QuerySet[Any], by: str, what: str) -> Coalesce:
    grouped = rows.order_by().values(by).annotate(n=Count(what, distinct=True))
    return Coalesce(Subquery(grouped.values("n")), 0)


def _closing(running: Iterable[Given], now: dt.datetime) -> Iterable[Need]:
    for given in running:
        a = given.assignment
        if a.closes_at - now > CLOSES_SOON or not given.working:
            continue
        missing = given.not_begun
        yield Need(
            f"{given.about} closes at {a.closes_at.astimezone(a.classroom.zone):%H:%M}",
            f"{counted(given.working, 'student')} still writing",
            f"{counted(missing, 'student')} of the class not begun yet." if missing else "",
            reverse("assignment-results", kwargs={"pk": a.pk}),
            "See who",
        )


def _to_grade(given: Iterable[Given]) -> Iterable[Need]:
    for g in given:
        if g.waiting:
            yield Need(
                g.about,
                f"{counted(g.waiting, 'open answer')} to be graded",
                "Students see their results already: these points are missing."
                if g.assignment.released_at
                else "Grade them, then release the results.",
                reverse("grading-list", kwargs={"pk": g.assignment.pk}),
                "Grade",
            )


def _to_release(given: Iterable[Given], now: dt.datetime) -> Iterable[Need]:
    for g in given:
        is_done = g.assignment.closes_at <= now and g.handed_in and not g.waiting
        if is_done and not g.assignment.shows_feedback(now) and g.role in MANAGERS:
            yield Need(
                g.about,
                "All is graded, nothing is released",
                f"{counted(g.handed_in, 'student')} handed in.",
                reverse("assignment-results", kwargs={"pk": g.assignment.pk}),
                "See the results",
            )


def _to_give(quizzes: Iterable[Quiz]) -> Iterable[Need]:
    for quiz in quizzes:
        if quiz.item_count and not quiz.given_count:  # type: ignore[attr-defined]  # annotated
            yield Need(
                f"Quiz: {quiz.title}",
                "Ready, and given to no class yet",
                f"{counted(quiz.item_count, 'item')} from “{quiz.story.title}”.",  # type: ignore[attr-defined]
                reverse("quiz-detail", kwargs={"pk": quiz.pk}),
                "Open it",
            )


def _unfinished(stories: Iterable[Story], quizzed: set[int]) -> Iterable[Need]:
    for story in stories:
        need = _story_need(story, quizzed)
        if need:
            title, text, page, action = need
            yield Need(f"Story: {story.title}", title, text, reverse(page, kwargs={"pk": story.pk}), action)


def _story_need(story: Story, quizzed: set[int]) -> tuple[str, str, str, str] | None:
    articles = list(story.articles.all())
    unread = sum(a.state == Article.State.FAILED for a in articles)
    unnamed = sum(not a.outlet for a in articles)
    if story.state == Story.State.EMPTY:
        return "No articles yet", "Add two at least.", "article-add", "Add articles"
    if story.state == Story.State.FAILED:
        return "The reading stopped", story.failure, "story-detail", "Look at it"
    if story.state != Story.State.READY:
        return None
    if len(articles) == 1:
        return (
            "One article is read",
            "Add another on the same event to compare them.",
            "article-add",
            "Add articles",
        )
    if unread:
        return (
            f"{counted(unread, 'article')} could not be read",
            "The others are compared.",
            "story-detail",
            "Look at it",
        )
    if unnamed and story.pk not in quizzed:
        return (
            f"{counted(unnamed, 'article')} without an outlet",
            "The text does not name it. Questions ask by outlet: fill it in if you know it.",
            "story-detail",
            "Fill it in",
        )
    if story.item_count and story.pk not in quizzed:  # type: ignore[attr-defined]  # annotated
        return (
            f"{counted(story.item_count, 'item draft')} to look at",  # type: ignore[attr-defined]
            "Keep what is good, then make a quiz of it.",
            "item-list",
            "See the drafts",
        )
    return None


def counted(n: int, noun: str) -> str:
    """ "one article", "4 articles"."""
    return f"one {noun}" if n == 1 else f"{n} {noun}s"
