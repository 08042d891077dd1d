"""The demonstration: one teacher, one class, stories that are really read, one quiz with attempts in every state.

Built with the factories of the tests and a fixed seed; a story goes the way of every story: imported, read,
compared, asked. Only what people do (answers, grades) is made up.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from django.db import transaction

from quizzes import factories
from quizzes.flows.assigning import assign_quiz
from quizzes.flows.building import change_quiz, propose_quiz
from quizzes.flows.grading import grade
from quizzes.flows.reading import read_story, start_reading
from quizzes.flows.scoring import score_attempt
from quizzes.flows.trying import STORY_FOLDER, STORY_TITLE, import_folder, seeds_folder
from quizzes.items.types import ItemKind
from quizzes.models import (
    Assignment,
    Attempt,
    Classroom,
    FrozenArticle,
    FrozenItem,
    Membership,
    Quiz,
    Story,
    User,
)

__all__ = ["STORY_TITLE", "is_loaded", "load", "seeds_folder", "sign_ins"]

TEACHER_EMAIL = "okafor@school.example"
TEACHER_PASSWORD = "two sources are better"
PIN = factories.PIN
CLASS_NAME, CLASS_CODE = "8B", "PHX7QD"
FURTHER_STORIES = {
    "school_closing": "The closing of Alder Creek Elementary",
    "storm": "Storm Odile and the bridge",
}
"""Read, but no quiz is made of them yet: for each folder the title."""
QUIZ_TITLE = "Air strike in Syria: five reports"
SEED = 20210226

NAMES = (
    *(
        "Aoife",
        "Amara",
        "Ben",
        "Caoimhe",
        "Chidi",
        "Daniel",
        "Elif",
        "Fatima",
        "Finn",
        "Grace",
        "Hana",
        "Ivo",
    ),
    *("Jakub", "Kayla", "Leon", "Maja", "Niamh", "Priya", "Rory", "Sofia", "Tomás", "Umar", "Wren", "Zofia"),
)
HANDED_IN, WORKING = 17, 4
"""Of the 24: the others have not begun."""
GRADED = 9
"""Attempts whose open answers are graded; the rest of those handed in wait."""

OPEN_ANSWERS = {
    0: (
        "I think one of them made it up.",
        "because they are different newspapers",
        "One of them is lying.",
        "Because they are different newspapers.",
    ),
    1: (
        "One says this: {first}. The other does not say the same.",
        "they use other words, for example {last}",
        "It is different because of {first}.",
    ),
    2: (
        "{first}. But then {last}. From these articles alone you cannot tell, so I would look for somebody who was there.",
        "If you put them side by side you see it: {first}, and on the other side {last}. A third source is needed.",
    ),
}
"""What the class writes, by the rubric level it deserves; `first` and `last` are what a full answer names."""


@transaction.atomic  # stopped half-way it leaves nothing, and the next start loads it whole
def load(*, seeds: Path, at: dt.datetime, tell: Callable[[str], None] = lambda _: None) -> None:
    """Build the demonstration from the stories in `seeds`, a folder each; nothing where it is there already."""
    if is_loaded():
        return
    draw = random.Random(SEED)
    teacher = factories.TeacherFactory(
        email=TEACHER_EMAIL, name="Ms Okafor", password=TEACHER_PASSWORD, is_demo=True
    )
    classroom = factories.ClassroomFactory(name=CLASS_NAME, code=CLASS_CODE, owner=teacher)
    students = [factories.StudentFactory(classroom=classroom, display_name=name) for name in NAMES]
    tell("Reading the articles of the demonstration ...")
    for folder, title in FURTHER_STORIES.items():
        _story(teacher, seeds / folder, title)
    quiz = _quiz(teacher, _story(teacher, seeds / STORY_FOLDER, STORY_TITLE))
    assignment = _assignment(quiz, classroom, teacher, at)
    tell(f"Answering the quiz for {HANDED_IN + WORKING} of {len(students)} students ...")
    attempts = _attempts(assignment, draw.sample(students, HANDED_IN + WORKING), at, draw)
    _grades(assignment, attempts[:GRADED], teacher, draw)


def is_loaded() -> bool:
    return User.objects.filter(email=TEACHER_EMAIL).exists()


def sign_ins() -> str:
    """How to look at the demonstration, as printed when the site starts."""
    return (
        f"Teacher: {TEACHER_EMAIL}, password: {TEACHER_PASSWORD}\n"
        f"Student: class code {CLASS_CODE[:3]} {CLASS_CODE[3:]}, any name of {', '.join(NAMES[:3])} …, PIN {PIN}"
    )


def _story(teacher: User, folder: Path, title: str) -> Story:
    story = import_folder(teacher=teacher, folder=folder, title=title)
    read_story(story_id=story.pk, token=start_reading(story=story))
    story.refresh_from_db()
    return story


def _quiz(teacher: User, story: Story) -> Quiz:
    quiz = propose_quiz(story=story, teacher=teacher, title=QUIZ_TITLE).quiz
    instructions = "Read the five reports side by side. Every answer can be shown in their own words."
    change_quiz(quiz=quiz, title=QUIZ_TITLE, instructions=instructions, points={})
    return quiz


def _assignment(quiz: Quiz, classroom: Classroom, teacher: User, at: dt.datetime) -> Assignment:
    return assign_quiz(
        quiz=quiz,
        classroom=classroom,
        opens_at=at - dt.timedelta(days=1),
        closes_at=at + dt.timedelta(days=30),
        feedback=Assignment.Feedback.ON_RELEASE,
        assigned_by=teacher,
    )


def _attempts(
    assignment: Assignment, students: Sequence[Membership], at: dt.datetime, draw: random.Random
) -> list[Attempt]:
    """The attempts that are handed in; those still running are made too."""
    items = list(assignment.version.items.all())
    articles = list(assignment.version.articles.all())
    attempts: list[Attempt] = []
    for n, student in enumerate(students):
        is_running = n >= HANDED_IN
        started_at = at - dt.timedelta(minutes=draw.randint(4, 15) if is_running else draw.randint(40, 900))
        attempt = factories.AttemptFactory(
            assignment=assignment,
            membership=student,
            started_at=started_at,
            deadline_at=assignment.closes_at,
            submitted_at=None if is_running else started_at + dt.timedelta(minutes=draw.randint(9, 28)),
            receipt="" if is_running else f"DEMO-{n + 1:04d}",
        )
        ability = draw.gauss(0.62, 0.2)
        for item in items[: draw.randint(1, len(items) - 1)] if is_running else items:
            _respond(attempt, item, articles, ability, draw)
        if not is_running:
            score_attempt(attempt)
            attempts.append(attempt)
    return attempts


def _respond(
    attempt: Attempt, item: FrozenItem, articles: list[FrozenArticle], ability: float, draw: random.Random
) -> None:
    if draw.random() < 0.04:
        return  # left blank
    answer = _answer(item, articles, ability, draw)
    factories.ResponseFactory(
        attempt=attempt,
        item=item,
        answer=answer,
        answered_at=attempt.started_at + dt.timedelta(minutes=item.order),
    )


def _answer(item: FrozenItem, articles: list[FrozenArticle], ability: float, draw: random.Random) -> Any:
    """An answer as a student of that ability (the chance to see what is asked, 0 to 1) might give it."""
    knows = draw.random() < ability
    match ItemKind(item.kind):
        case ItemKind.CHOICE:
            return item.key if knows else draw.choice([o["id"] for o in item.options])
        case ItemKind.CLAIM_EVIDENCE:
            chosen = item.key["choice"] if knows else draw.choice([o["id"] for o in item.options])
            return {"choice": chosen, "evidence": _picks(item.key["groups"], articles, ability, draw)}
        case ItemKind.EVIDENCE:
            return _picks(item.key, articles, ability, draw)
        case ItemKind.MULTI:
            return [o["id"] for o in item.options if (o["id"] in item.key) == (draw.random() < ability)]
        case ItemKind.TF3:
            return item.key if knows else draw.choice([True, False, "unknown"])
        case ItemKind.ORDER:
            return item.key if knows else draw.sample(item.key, len(item.key))
        case ItemKind.MATCH:
            right = [o["id"] for o in item.options["right"]]
            return {
                left: partner if draw.random() < ability else draw.choice(right) for left, partner in item.key
            }
        case ItemKind.NUMBER:
            wrong = [*item.misconceptions, "100"]
            return f"{item.key['low'] or item.key['high']:g}" if knows else draw.choice(wrong)
        case _:
            return _open_answer(item, ability, draw)


def _picks(
    groups: list[list[dict[str, Any]]], articles: list[FrozenArticle], ability: float, draw: random.Random
) -> list[dict[str, Any]]:
    picks = []
    for group in groups:
        if draw.random() < ability:
            picks.append(draw.choice(group))
            continue
        article = next(a for a in articles if a.letter == group[0]["article"])
        sentence = draw.choice(article.sentences)
        picks.append({"article": article.letter, "start": sentence["start"], "end": sentence["end"]})
    return picks


def _open_answer(item: FrozenItem, ability: float, draw: random.Random) -> str:
    level = 2 if draw.random() < ability - 0.25 else 1 if draw.random() < ability else 0
    return draw.choice(_open_answers(item)[level])


def _open_answers(item: FrozenItem) -> dict[int, list[str]]:
    """The answers in store for one item, by level."""
    names = item.key["names"] or ["the articles differ"]
    return {
        level: [text.format(first=names[0], last=names[-1]) for text in texts]
        for level, texts in OPEN_ANSWERS.items()
    }


def _grades(assignment: Assignment, attempts: Sequence[Attempt], teacher: User, draw: random.Random) -> None:
    for attempt in attempts:
        answers = attempt.responses.filter(item__kind=ItemKind.OPEN.value)
        for response in answers.select_related("item", "attempt__membership"):
            level = next(n for n, texts in _open_answers(response.item).items() if response.answer in texts)
            comment = "Name both sources." if level == 1 and draw.random() < 0.5 else ""
            grade(assignment=assignment, responses=[response], level=level, comment=comment, grader=teacher)
