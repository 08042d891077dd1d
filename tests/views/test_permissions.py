"""Who may see which page: every URL name has a row here, and a name without one fails.

A row says how the page is asked and what each of the people gets. The people: the owner of story, quiz and class;
an instructor and a grader of that class; a stranger (a teacher with a class of her own); a student of the class
with an attempt, her classmate, a student of another class; and anybody who is not signed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from quizzes.factories import (
    ArticleFactory,
    AssignmentFactory,
    AttemptFactory,
    ClaimFactory,
    ClassroomFactory,
    FrozenArticleFactory,
    FrozenItemFactory,
    InvitationFactory,
    ItemFactory,
    PositionFactory,
    QuestionFactory,
    QuizFactory,
    QuizItemFactory,
    QuizVersionFactory,
    StaffFactory,
    StoryFactory,
    StudentFactory,
    TeacherFactory,
)
from quizzes.flows import deleting
from quizzes.flows.accounts import invite_teacher
from quizzes.middleware import SESSION_KEY, SESSION_MEMBERSHIP
from quizzes.models import Correction, Membership, Occurrence, User

pytestmark = pytest.mark.django_db


class Gets(StrEnum):
    """What a person gets: the page (or, after a post, the way on), or one of four refusals."""

    PAGE = "the page"
    HIDDEN = "404"
    FORBIDDEN = "403"
    SIGN_IN = "sent to sign in"
    JOIN = "sent to join"


TEACHERS = ("owner", "instructor", "grader", "stranger")
OTHERS = ("student", "classmate", "other_student", "anybody")
PEOPLE = (*TEACHERS, *OTHERS)

Access = dict[str, Gets]

ANYBODY: Access = dict.fromkeys(PEOPLE, Gets.PAGE)
TEACHER: Access = dict.fromkeys(TEACHERS, Gets.PAGE) | dict.fromkeys(OTHERS, Gets.SIGN_IN)
"""Any signed-in teacher, who sees her own things on it."""
OWNER: Access = (
    dict.fromkeys(TEACHERS, Gets.HIDDEN) | {"owner": Gets.PAGE} | dict.fromkeys(OTHERS, Gets.SIGN_IN)
)
STAFF: Access = TEACHER | {"stranger": Gets.HIDDEN}
MANAGERS: Access = STAFF | {"grader": Gets.FORBIDDEN}
CLASS_OWNER: Access = MANAGERS | {"instructor": Gets.FORBIDDEN}
STUDENTS: Access = dict.fromkeys((*TEACHERS, "anybody"), Gets.JOIN) | dict.fromkeys(
    ("student", "classmate", "other_student"), Gets.PAGE
)
"""Any student who has joined, who sees her own things on it."""
CLASS: Access = STUDENTS | {"other_student": Gets.HIDDEN}
STUDENT: Access = CLASS | {"classmate": Gets.HIDDEN}


@dataclass(frozen=True)
class World:
    """One of everything, and whose it is."""

    people: dict[str, User | Membership | None]
    pks: dict[str, int]
    code: str
    teacher_token: str
    token: str


@dataclass(frozen=True)
class Row:
    """How a page is asked, and what each person gets. `kwargs` names a thing of the world for each part of the address;
    in `data` a name with "@" before it stands for the thing's id."""

    access: Access
    kwargs: dict[str, str] = field(default_factory=dict)
    post: bool = False
    data: dict[str, str] = field(default_factory=dict)


ROWS: dict[str, Row] = {
    # Everybody
    "look": Row(ANYBODY, post=True, data={"look": "dark"}),
    # Accounts
    "profile": Row(TEACHER),
    "profile-delete": Row(TEACHER),
    "teacher-invitation": Row(ANYBODY, {"token": "teacher_token"}),
    # Home, stories, articles, findings, items, quizzes
    "home": Row(TEACHER),
    "story-try": Row(TEACHER, post=True),
    "question-list": Row(TEACHER),
    "question-answer": Row(STAFF, {"pk": "question"}, post=True, data={"seen": "yes"}),
    "story-list": Row(TEACHER),
    "story-create": Row(TEACHER),
    "story-detail": Row(OWNER, {"pk": "story"}),
    "story-progress": Row(OWNER, {"pk": "story"}),
    "story-archive": Row(OWNER, {"pk": "story"}, post=True),
    "story-copy": Row(OWNER, {"pk": "story"}),
    "story-read": Row(OWNER, {"pk": "story"}, post=True),
    "story-delete": Row(OWNER, {"pk": "story"}),
    "story-take-back": Row(OWNER, {"pk": "deleted_story"}, post=True),
    "story-compare": Row(OWNER, {"pk": "story"}),
    "article-add": Row(OWNER, {"pk": "story"}),
    "address-again": Row(OWNER, {"pk": "address"}, post=True),
    "address-forget": Row(OWNER, {"pk": "address"}, post=True),
    "address-paste": Row(OWNER, {"pk": "address"}),
    "article-detail": Row(OWNER, {"pk": "article"}),
    "article-edit": Row(OWNER, {"pk": "article"}),
    "article-role": Row(OWNER, {"pk": "article"}, post=True, data={"start": "0", "role": "body"}),
    "article-remove": Row(OWNER, {"pk": "article"}),
    "article-put-back": Row(OWNER, {"pk": "removed_article"}, post=True),
    # The matrix: findings, and what is corrected
    "finding-detail": Row(OWNER, {"story_pk": "story", "pk": "finding"}),
    "finding-create": Row(OWNER, {"pk": "story"}),
    "finding-edit": Row(OWNER, {"story_pk": "story", "pk": "finding"}),
    "finding-remove": Row(OWNER, {"story_pk": "story", "pk": "finding"}, post=True),
    "claim-detail": Row(OWNER, {"story_pk": "story", "uid": "claim"}),
    "claim-correct": Row(OWNER, {"story_pk": "story", "uid": "claim"}),
    "row-same": Row(OWNER, {"story_pk": "story", "uid": "claim"}),
    "row-apart": Row(OWNER, {"story_pk": "story", "uid": "claim"}),
    "occurrence-edit": Row(OWNER, {"story_pk": "story", "pk": "occurrence"}),
    "label-strike": Row(OWNER, {"pk": "article"}),
    "correction-list": Row(OWNER, {"pk": "story"}),
    "correction-undo": Row(OWNER, {"story_pk": "story", "pk": "correction"}, post=True),
    "item-list": Row(OWNER, {"pk": "story"}),
    "item-decide": Row(OWNER, {"pk": "item"}, post=True, data={"action": "keep"}),
    "item-edit": Row(OWNER, {"pk": "item"}),
    "item-preview": Row(OWNER, {"pk": "item"}, post=True),
    "item-another": Row(OWNER, {"pk": "item"}, post=True),
    "item-bulk": Row(OWNER, {"pk": "story"}, post=True, data={"action": "keep", "items": "@item"}),
    "item-new": Row(OWNER, {"pk": "story"}),
    "item-create": Row(OWNER, {"pk": "story", "kind": "open"}),
    "item-create-preview": Row(OWNER, {"pk": "story", "kind": "open"}, post=True),
    "item-bank": Row(TEACHER),
    "item-bank-add": Row(TEACHER, post=True, data={"items": "@item"}),
    "quiz-create": Row(OWNER, {"pk": "story"}),
    "quiz-list": Row(TEACHER),
    "quiz-detail": Row(OWNER, {"pk": "quiz"}),
    "quiz-preview": Row(OWNER, {"pk": "quiz"}),
    "quiz-delete": Row(OWNER, {"pk": "quiz"}),
    "quiz-take-back": Row(OWNER, {"pk": "deleted_quiz"}, post=True),
    # Classes and assigning
    "classroom-list": Row(TEACHER),
    "classroom-create": Row(TEACHER),
    "classroom-detail": Row(STAFF, {"pk": "classroom"}),
    "classroom-roster": Row(MANAGERS, {"pk": "classroom"}, post=True, data={"names": "Ada"}),
    "classroom-students": Row(MANAGERS, {"pk": "classroom"}),
    "classroom-cards": Row(MANAGERS, {"pk": "classroom"}),
    "classroom-staff": Row(MANAGERS, {"pk": "classroom"}),
    "classroom-settings": Row(MANAGERS, {"pk": "classroom"}),
    "classroom-code": Row(STAFF, {"pk": "classroom"}),
    "classroom-joining": Row(MANAGERS, {"pk": "classroom"}, post=True, data={"joining": "roster"}),
    "classroom-newcomers": Row(MANAGERS, {"pk": "classroom"}),
    "classroom-archive": Row(CLASS_OWNER, {"pk": "classroom"}, post=True),
    "classroom-delete": Row(CLASS_OWNER, {"pk": "classroom"}),
    "classroom-take-back": Row(CLASS_OWNER, {"pk": "classroom"}, post=True),
    "student-detail": Row(MANAGERS, {"pk": "classroom", "membership_pk": "classmate"}),
    "student-pin": Row(MANAGERS, {"pk": "classroom", "membership_pk": "classmate"}, post=True),
    "student-time": Row(MANAGERS, {"pk": "classroom", "membership_pk": "classmate"}, post=True),
    "student-move": Row(MANAGERS, {"pk": "classroom", "membership_pk": "classmate"}, post=True),
    "student-merge": Row(MANAGERS, {"pk": "classroom", "membership_pk": "classmate"}),
    "student-remove": Row(MANAGERS, {"pk": "classroom", "membership_pk": "classmate"}),
    "invitation": Row(ANYBODY, {"token": "token"}),
    "assignment-create": Row(OWNER, {"pk": "quiz"}),
    "assignment-terms": Row(MANAGERS, {"pk": "assignment"}),
    "assignment-change": Row(MANAGERS, {"pk": "assignment"}),
    "assignment-recall": Row(MANAGERS, {"pk": "assignment"}),
    "attempt-reopen": Row(MANAGERS, {"pk": "assignment", "attempt_pk": "attempt"}),
    "answer-count": Row(MANAGERS, {"pk": "assignment", "event_pk": "event"}, post=True, data={"reason": "x"}),
    "student-terms": Row(MANAGERS, {"pk": "assignment", "membership_pk": "student"}),
    # As it runs, and the debrief
    "assignment-live": Row(STAFF, {"pk": "assignment"}),
    "assignment-debrief": Row(STAFF, {"pk": "assignment"}),
    "debrief-plan": Row(STAFF, {"pk": "assignment"}),
    "revote-open": Row(MANAGERS, {"pk": "assignment", "item_pk": "choice_item"}, post=True),
    "revote-close": Row(MANAGERS, {"pk": "revote"}, post=True),
    "revote-count": Row(STAFF, {"pk": "revote"}),
    "student-vote": Row(STUDENTS),
    # Results and grading
    "assignment-results": Row(STAFF, {"pk": "assignment"}),
    "assignment-items": Row(STAFF, {"pk": "assignment"}),
    "assignment-item": Row(STAFF, {"pk": "assignment", "item_pk": "choice_item"}),
    "assignment-release": Row(MANAGERS, {"pk": "assignment"}, post=True),
    "assignment-gradebook": Row(STAFF, {"pk": "assignment"}),
    "assignment-skills": Row(STAFF, {"pk": "assignment"}),
    "classroom-skills": Row(STAFF, {"pk": "classroom"}),
    "student-record": Row(STAFF, {"pk": "classroom", "membership_pk": "student"}),
    "attempt-events": Row(STAFF, {"pk": "assignment", "membership_pk": "student"}),
    "assignment-grades-xlsx": Row(STAFF, {"pk": "assignment"}),
    "gradebook": Row(TEACHER),
    "grades-csv": Row(TEACHER),
    "grades-xlsx": Row(TEACHER),
    "classroom-gradebook": Row(STAFF, {"pk": "classroom"}),
    "classroom-grades-csv": Row(STAFF, {"pk": "classroom"}),
    "classroom-grades-xlsx": Row(STAFF, {"pk": "classroom"}),
    "classroom-audit": Row(MANAGERS, {"pk": "classroom"}),
    "classroom-audit-csv": Row(MANAGERS, {"pk": "classroom"}),
    "classroom-weights": Row(MANAGERS, {"pk": "classroom"}, post=True),
    "grade-override": Row(MANAGERS, {"pk": "assignment", "membership_pk": "student"}),
    "attempt-review": Row(STAFF, {"pk": "assignment", "membership_pk": "student"}),
    "key-repair": Row(MANAGERS, {"pk": "assignment", "item_pk": "choice_item"}),
    "grading-list": Row(STAFF, {"pk": "assignment"}),
    "grading-agreement": Row(STAFF, {"pk": "assignment"}),
    "grading-double": Row(MANAGERS, {"pk": "assignment"}, post=True, data={"share": "15"}),
    "grading-settle": Row(MANAGERS, {"pk": "assignment"}, post=True, data={"level": "2"}),
    "grading-item": Row(STAFF, {"pk": "assignment", "item_pk": "open_item"}),
    "grading-undo": Row(STAFF, {"pk": "assignment", "item_pk": "open_item"}, post=True),
    "grading-draft": Row(STAFF, {"pk": "assignment", "item_pk": "open_item"}, post=True),
    "grading-comments": Row(STAFF, {"pk": "assignment", "item_pk": "open_item"}, post=True),
    "grading-rubric": Row(MANAGERS, {"pk": "assignment", "item_pk": "open_item"}),
    # Joining, and the student's pages
    "join": Row(ANYBODY),
    "join-code": Row(ANYBODY, {"code": "code"}),
    "student-home": Row(STUDENTS),
    "student-waiting": Row(STUDENTS),
    "student-leave": Row(STUDENTS, post=True),
    "student-assignment": Row(CLASS, {"pk": "assignment"}),
    "attempt": Row(STUDENT, {"pk": "attempt"}),
    "attempt-hold": Row(STUDENT, {"pk": "attempt"}, post=True),
    "attempt-flag": Row(STUDENT, {"pk": "attempt"}, post=True),
    "attempt-save": Row(STUDENT, {"pk": "attempt"}, post=True, data={"item": "@choice_item", "choice": "o2"}),
    "attempt-clock": Row(STUDENT, {"pk": "attempt"}),
    "attempt-submit": Row(STUDENT, {"pk": "attempt"}),
    "attempt-receipt": Row(STUDENT, {"pk": "attempt"}),
    "attempt-receipt-text": Row(STUDENT, {"pk": "attempt"}),
    "attempt-feedback": Row(STUDENT, {"pk": "attempt"}),
    "question-ask": Row(STUDENT, {"pk": "attempt", "item_pk": "choice_item"}, post=True),
}

OWN_ACCOUNT = frozenset(
    {"account_email", "account_change_password", "account_set_password", "account_reauthenticate"}
)
"""allauth's pages about one's own account; its others (signing in, a forgotten password) are open to anybody."""
ACCOUNT_PARTS = {"key": "key", "uidb36": "uid"}


def account_row(name: str, parts: tuple[str, ...]) -> Row:
    return Row(TEACHER if name in OWN_ACCOUNT else ANYBODY, {part: ACCOUNT_PARTS[part] for part in parts})


def names(patterns: list[Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every URL name of the site with the parts its address needs."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns)
        elif isinstance(pattern, URLPattern):
            assert pattern.name, f"{pattern} has no name"
            yield pattern.name, tuple(pattern.pattern.regex.groupindex)


ALL = dict(names(get_resolver().url_patterns))


def row_of(name: str) -> Row | None:
    return account_row(name, ALL[name]) if name.startswith("account_") else ROWS.get(name)


CLAIM_PLACE = {"article": "A", "start": 19, "end": 25, "measure": "killed", "was": "Twelve"}


@pytest.fixture
def world() -> World:
    owner, stranger = TeacherFactory(), TeacherFactory()
    classroom, other_class = ClassroomFactory(owner=owner), ClassroomFactory(owner=stranger)
    student, classmate = StudentFactory(classroom=classroom), StudentFactory(classroom=classroom)
    story = StoryFactory(teacher=owner)
    article = ArticleFactory(story=story, letter="A")
    finding = PositionFactory(finding__story=story, article=article).finding
    occurrence = Occurrence.objects.create(story=story, uid="o1", label="fire on the ferry")
    ClaimFactory(article=article, uid="c1", occurrence=occurrence)
    correction = Correction.objects.create(story=story, kind="no_claim", subject=CLAIM_PLACE)
    item = ItemFactory(story=story, finding=finding)
    quiz = QuizFactory(story=story)
    QuizItemFactory(quiz=quiz, item=item)
    version = QuizVersionFactory(quiz=quiz)
    FrozenArticleFactory(version=version)
    choice_item = FrozenItemFactory(version=version, item=item)
    open_key = {"levels": ["None.", "One.", "Both."], "names": ["both"], "model": "Both say so."}
    open_item = FrozenItemFactory(version=version, kind="open", options=[], key=open_key)
    assignment = AssignmentFactory(version=version, classroom=classroom, feedback="on_submit")
    attempt = AttemptFactory(assignment=assignment, membership=student)
    now = timezone.now()
    deleting.remove_article(article=ArticleFactory(story=story, letter="B"), at=now)
    question = QuestionFactory(assignment=assignment, membership=student, item=choice_item)
    event = attempt.events.create(
        item=choice_item, device="phone-0001", sequence=1, answer="o1", is_late=True, received_at=now
    )
    things = {
        "event": event,
        "question": question,
        "story": story,
        "deleted_story": StoryFactory(teacher=owner, deleted_at=now),
        "address": story.web_addresses.create(url="https://news.example/a", state="failed", asked_at=now),
        "article": article,
        "removed_article": story.removed_articles.get(),
        "finding": finding,
        "occurrence": occurrence,
        "correction": correction,
        "item": item,
        "quiz": quiz,
        "deleted_quiz": QuizFactory(story=story, deleted_at=now),
        "classroom": classroom,
        "assignment": assignment,
        "attempt": attempt,
        "choice_item": choice_item,
        "open_item": open_item,
        "student": student,
        "classmate": classmate,
        "revote": assignment.revotes.create(item=choice_item, opened_at=now),
    }
    return World(
        people={
            "owner": owner,
            "instructor": StaffFactory(classroom=classroom).user,
            "grader": StaffFactory(classroom=classroom, role=Membership.Role.GRADER).user,
            "stranger": stranger,
            "student": student,
            "classmate": classmate,
            "other_student": StudentFactory(classroom=other_class),
            "anybody": None,
        },
        pks={name: thing.pk for name, thing in things.items()},
        code=classroom.code,
        teacher_token=invite_teacher(email="", at=timezone.now()).token,
        token=InvitationFactory(classroom=classroom, invited_by=owner).token,
    )


def browser_of(person: User | Membership | None) -> Client:
    client = Client()
    if isinstance(person, User):
        client.force_login(person)
    elif person:
        session = client.session
        session[SESSION_MEMBERSHIP] = person.pk
        session[SESSION_KEY] = person.session_key
        session.save()
    return client


def ask(world: World, person: str, name: str, row: Row) -> Any:
    words = {
        "code": world.code,
        "key": "abc-def",
        "uid": "1",
        "claim": "c1",
        "open": "open",
        "token": world.token,
        "teacher_token": world.teacher_token,
    }
    kwargs = {part: words.get(what) or world.pks[what] for part, what in row.kwargs.items()}
    url, browser = reverse(name, kwargs=kwargs), browser_of(world.people[person])
    data = {key: world.pks[value[1:]] if value[:1] == "@" else value for key, value in row.data.items()}
    return browser.post(url, data) if row.post else browser.get(url)


def got(answer: HttpResponse) -> Gets | int:
    """What an answer is; a status that is none of these as its number."""
    if answer.status_code == 302:
        to = answer["Location"]
        if to.startswith(f"{reverse('account_login')}?next="):
            return Gets.SIGN_IN
        return Gets.JOIN if to == reverse("join") else Gets.PAGE
    refusals = {403: Gets.FORBIDDEN, 404: Gets.HIDDEN}
    if answer.status_code in refusals:
        return refusals[answer.status_code]
    return Gets.PAGE if answer.status_code < 500 and answer.status_code != 405 else answer.status_code


def test_every_name_has_a_row_and_every_row_a_name() -> None:
    assert {name for name in ALL if row_of(name) is None} == set(), "say in ROWS who may see the page"
    assert set(ROWS) - set(ALL) == set(), "no such page any more"


@pytest.mark.parametrize("name", sorted(ALL))
def test_each_person_gets_what_the_row_says(name: str, world: World) -> None:
    row = row_of(name)
    assert row is not None
    assert {person: got(ask(world, person, name, row)) for person in PEOPLE} == row.access


@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if "pk" in row.kwargs])
def test_what_does_not_exist_is_hidden_like_what_is_not_yours(name: str, world: World) -> None:
    nowhere = replace(world, pks=dict.fromkeys(world.pks, 999_999))
    person = "student" if ROWS[name].access["student"] is Gets.PAGE else "owner"
    assert got(ask(nowhere, person, name, ROWS[name])) is Gets.HIDDEN


AddressMaker = Callable[[World], str]


@pytest.mark.parametrize(
    ("address", "whose"),
    [
        (
            lambda w: reverse(
                "finding-detail", kwargs={"story_pk": w.pks["story"] + 1, "pk": w.pks["finding"]}
            ),
            "owner",
        ),
        (
            lambda w: reverse("student-pin", kwargs={"pk": w.pks["classroom"], "membership_pk": 999_999}),
            "owner",
        ),
    ],
    ids=["a finding under another story", "a student of another class"],
)
def test_a_thing_is_found_only_under_what_it_belongs_to(
    address: AddressMaker, whose: str, world: World
) -> None:
    browser = browser_of(world.people[whose])
    url = address(world)
    assert 404 in (browser.get(url).status_code, browser.post(url).status_code)
