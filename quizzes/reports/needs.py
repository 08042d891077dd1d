"""What waits for a teacher, ranked by what harm waiting does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse

from quizzes.models import Article, Assignment, Classroom, Membership, Quiz, Story, StudentQuestion, User

CLOSES_SOON = dt.timedelta(hours=2)
MANAGERS = (Membership.Role.OWNER, Membership.Role.INSTRUCTOR)


class Harm(IntEnum):
    """What waiting does, the worst first."""

    SHUT_OUT = 1  # a student stands at the door while the quiz runs
    RUNNING_OUT = 2
    WRONG_KEY_NOW = 3  # students answer an item that is no longer proved
    POINTS_MISSING = 4  # in results that students see
    SOMEBODY_WAITS = 5
    RESULTS_WAIT = 6
    STOPPED = 7
    WRONG_KEY_LATER = 8
    UNFINISHED = 9


@dataclass(frozen=True)
class Need:
    """One thing to do: what it is about, what it says, where it is done."""

    harm: Harm
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


def needs(
    user: User, given: Iterable[Given], stories: Iterable[Story], quizzes: Iterable[Quiz], now: dt.datetime
) -> tuple[Need, ...]:
    """All that waits, the most harmful first; three queries beside what is handed in."""
    given, quizzes = list(given), list(quizzes)
    found = [
        *_newcomers(user, now),
        *_closing(given, now),
        *_stale(user, now),
        *_questions(user),
        *_to_grade(given),
        *_to_release(given, now),
        *_unfinished(stories, {quiz.story_id for quiz in quizzes}),
        *_to_give(quizzes),
    ]
    return tuple(sorted(found, key=lambda need: need.harm))  # a stable sort: the order above within one harm


# --- Students ---


def _newcomers(user: User, now: dt.datetime) -> Iterable[Need]:
    mine = Classroom.objects.of(user).filter(memberships__user=user, memberships__role__in=MANAGERS)
    running = Assignment.objects.open(now).filter(classroom=OuterRef("pk"))
    classes = (
        Classroom.objects.filter(pk__in=mine.values("pk"))
        .annotate(
            waiting=Count("memberships", filter=Q(memberships__awaits_approval=True)), runs=Exists(running)
        )
        .filter(waiting__gt=0)
    )
    for classroom in classes:
        yield Need(
            Harm.SHUT_OUT if classroom.runs else Harm.SOMEBODY_WAITS,
            str(classroom),
            f"{counted(classroom.waiting, 'newcomer')} to let in",
            "A quiz is open, and they cannot begin." if classroom.runs else "They have joined by the code.",
            reverse("classroom-newcomers", kwargs={"pk": classroom.pk}),
            "See who",
        )


def _closing(given: Iterable[Given], now: dt.datetime) -> Iterable[Need]:
    for g in given:
        a = g.assignment
        if not a.is_open(now) or a.closes_at - now > CLOSES_SOON or not g.working:
            continue
        yield Need(
            Harm.RUNNING_OUT,
            f"{g.about} closes at {a.closes_at.astimezone(a.classroom.zone):%H:%M}",
            f"{counted(g.working, 'student')} still writing",
            f"{counted(g.not_begun, 'student')} of the class not begun yet." if g.not_begun else "",
            reverse("assignment-results", kwargs={"pk": a.pk}),
            "See who",
        )


def _questions(user: User) -> Iterable[Need]:
    waiting = (
        StudentQuestion.objects.filter(
            answered_at__isnull=True,
            assignment__classroom__memberships__user=user,
            assignment__classroom__deleted_at__isnull=True,
        )
        .order_by("assignment")
        .values_list("assignment", "assignment__classroom__name", "assignment__version__title")
        .annotate(n=Count("pk"))
    )
    for assignment, classroom, title, n in waiting:
        yield Need(
            Harm.SOMEBODY_WAITS,
            f"{classroom}: {title}",
            f"{counted(n, 'question')} from students",
            "Your answer stands under the item in their result.",
            f"{reverse('question-list')}#a{assignment}",
            "Answer",
        )


def _to_grade(given: Iterable[Given]) -> Iterable[Need]:
    for g in given:
        if not g.waiting:
            continue
        is_out = g.assignment.released_at is not None
        yield Need(
            Harm.POINTS_MISSING if is_out else Harm.RESULTS_WAIT,
            g.about,
            f"{counted(g.waiting, 'open answer')} to be graded",
            "Students see their results already: these points are missing."
            if is_out
            else "Grade them, then release the results.",
            reverse("grading-list", kwargs={"pk": g.assignment.pk}),
            "Grade",
        )


def _to_release(given: Iterable[Given], now: dt.datetime) -> Iterable[Need]:
    for g in given:
        a = g.assignment
        is_done = a.taken_until <= now and g.handed_in and not g.waiting
        is_hers_to_release = (
            a.feedback == Assignment.Feedback.ON_RELEASE and a.shown != Assignment.Shown.NOTHING
        )
        if is_done and is_hers_to_release and a.released_at is None and g.role in MANAGERS:
            yield Need(
                Harm.RESULTS_WAIT,
                g.about,
                "All is graded, nothing is released",
                f"{counted(g.handed_in, 'student')} handed in.",
                reverse("assignment-results", kwargs={"pk": g.assignment.pk}),
                "See the results",
            )


# --- Quizzes and stories ---


def _stale(user: User, now: dt.datetime) -> Iterable[Need]:
    running = Assignment.objects.open(now).filter(version__quiz=OuterRef("pk"))
    quizzes = (
        Quiz.objects.of(user)
        .filter(quiz_items__item__is_stale=True)
        .annotate(stale=Count("quiz_items__item", distinct=True), runs=Exists(running))
    )
    for quiz in quizzes:
        yield Need(
            Harm.WRONG_KEY_NOW if quiz.runs else Harm.WRONG_KEY_LATER,
            f"Quiz: {quiz.title}",
            f"{counted(quiz.stale, 'item')} no longer proved",
            "A class is answering it now: look whether the key still holds."
            if quiz.runs
            else "The articles were read again since: look at the key, or take it out.",
            reverse("quiz-detail", kwargs={"pk": quiz.pk}),
            "Look at it",
        )


def _to_give(quizzes: Iterable[Quiz]) -> Iterable[Need]:
    for quiz in quizzes:
        if quiz.item_count and not quiz.given_count:  # type: ignore[attr-defined]  # annotated
            yield Need(
                Harm.UNFINISHED,
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
            harm, title, text, page, action = need
            url = reverse(page, kwargs={"pk": story.pk})
            yield Need(harm, f"Story: {story.title}", title, text, url, action)


def _story_need(story: Story, quizzed: set[int]) -> tuple[Harm, str, str, str, str] | None:
    """What one story lacks: harm, title, text, page and action."""
    articles = list(story.articles.all())
    unread = sum(a.state == Article.State.FAILED for a in articles)
    unnamed = sum(not a.outlet for a in articles)
    drafts: int = story.item_count  # type: ignore[attr-defined]  # annotated
    if story.state == Story.State.EMPTY:
        return Harm.UNFINISHED, "No articles yet", "Add two at least.", "article-add", "Add articles"
    if story.state == Story.State.FAILED:
        return Harm.STOPPED, "The reading stopped", story.failure, "story-detail", "Look at it"
    if story.state != Story.State.READY:
        return None
    if unread:
        title, text = f"{counted(unread, 'article')} could not be read", "The others are compared."
        return Harm.STOPPED, title, text, "story-detail", "Look at it"
    if len(articles) == 1:
        text = "Add another on the same event to compare them."
        return Harm.UNFINISHED, "One article is read", text, "article-add", "Add articles"
    if unnamed and story.pk not in quizzed:
        text = "The text does not name it. Questions ask by outlet: fill it in if you know it."
        title = f"{counted(unnamed, 'article')} without an outlet"
        return Harm.UNFINISHED, title, text, "story-detail", "Fill it in"
    if drafts and story.pk not in quizzed:
        title, text = (
            f"{counted(drafts, 'item draft')} to look at",
            "Keep what is good, then make a quiz of it.",
        )
        return Harm.UNFINISHED, title, text, "item-list", "See the drafts"
    return None


def counted(n: int, noun: str) -> str:
    """ "one article", "4 articles"."""
    return f"one {noun}" if n == 1 else f"{n} {noun}s"
