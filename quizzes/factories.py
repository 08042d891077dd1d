"""A valid default world, built piece by piece: for the tests and for the demonstration alike.

Each factory makes one saved row whose neighbours are valid too; a caller changes only what it is about.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import factory
from django.utils import timezone

from quizzes import models
from quizzes.items.types import ItemKind, Skill
from quizzes.nlp.types import FindingKind, ValueType

PASSWORD = "correct horse battery"
PIN = "2468"


class TeacherFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"teacher{n}@school.example")
    name = factory.Sequence(lambda n: f"Teacher {n}")

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> models.User:
        return model_class.objects.create_user(**{"password": PASSWORD, **kwargs})


class ClassroomFactory(factory.django.DjangoModelFactory):
    """A class with its owner (`owner=` a user)."""

    class Meta:
        model = models.Classroom
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Class {n}")
    time_zone = "Europe/Dublin"

    @factory.post_generation
    def owner(self: Any, create: bool, owner: models.User | None, **kwargs: Any) -> None:
        StaffFactory(classroom=self, user=owner or TeacherFactory(), role=models.Membership.Role.OWNER)


class StaffFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Membership

    classroom = factory.SubFactory(ClassroomFactory)
    user = factory.SubFactory(TeacherFactory)
    role = models.Membership.Role.INSTRUCTOR


class StudentFactory(factory.django.DjangoModelFactory):
    """A student with PIN 2468 unless `pin=` says otherwise."""

    class Meta:
        model = models.Membership

    classroom = factory.SubFactory(ClassroomFactory)
    role = models.Membership.Role.STUDENT
    display_name = factory.Sequence(lambda n: f"Student {n}")
    pin = PIN

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> models.Membership:
        pin = kwargs.pop("pin")
        student = model_class(**kwargs)
        student.name_student(kwargs["display_name"])
        student.set_pin(pin)
        student.save()
        return student


class InvitationFactory(factory.django.DjangoModelFactory):
    """An open invitation into a class, as grader."""

    class Meta:
        model = models.Invitation

    classroom = factory.SubFactory(ClassroomFactory)
    role = models.Membership.Role.GRADER
    invited_by = factory.SubFactory(TeacherFactory)
    expires_at = factory.LazyFunction(lambda: timezone.now() + dt.timedelta(days=14))


class StoryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Story

    teacher = factory.SubFactory(TeacherFactory)
    title = factory.Sequence(lambda n: f"Story {n}")
    state = models.Story.State.READY


class ArticleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Article

    story = factory.SubFactory(StoryFactory)
    letter = factory.Sequence(lambda n: "ABCDEFGH"[n % 8])
    text = factory.LazyAttribute(
        lambda a: (
            f"Fire on the ferry\n\nTwelve people were hurt on Monday, police said. This is article {a.letter}."
        )
    )
    fingerprint = factory.Sequence(lambda n: f"{n:064x}")
    outlet_read = factory.LazyAttribute(lambda a: f"The {a.letter} Post")
    headline_read = "Fire on the ferry"
    state = models.Article.State.READ


class ClaimFactory(factory.django.DjangoModelFactory):
    """A claim in the second sentence of ArticleFactory's text: twelve people were hurt."""

    class Meta:
        model = models.Claim

    article = factory.SubFactory(ArticleFactory)
    uid = factory.Sequence(lambda n: f"c{n}")
    measure = "injured"
    start, end = 19, 66
    value_text = "Twelve"
    value_start, value_end = 19, 25
    value_type = ValueType.NUMBER.value
    low = high = 12.0
    unit = "people"
    counted = factory.LazyFunction(lambda: ["person"])


class FindingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Finding

    story = factory.SubFactory(StoryFactory)
    uid = factory.Sequence(lambda n: f"f{n}")
    kind = FindingKind.DISCREPANCY.value
    relation = "conflict"
    measure = "injured"
    summary = "The articles give different numbers of injured."
    confidence = 0.9


class PositionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Position

    finding = factory.SubFactory(FindingFactory)
    article = factory.SubFactory(ArticleFactory)
    value = "Twelve people"
    evidence = factory.LazyFunction(
        lambda: [{"start": 19, "end": 63, "text": "Twelve people were hurt on Monday, police said."}]
    )


class ItemFactory(factory.django.DjangoModelFactory):
    """A choice item with three options, the second the key; other kinds through `kind`, `key`, `options`."""

    class Meta:
        model = models.Item
        skip_postgeneration_save = True

    story = factory.SubFactory(StoryFactory)
    uid = factory.Sequence(lambda n: f"i{n}")
    kind = ItemKind.CHOICE.value
    skill = Skill.CORROBORATE.value
    stem = factory.Sequence(lambda n: f"Which outlet reported the highest number of injured, number {n}?")
    key = "o2"
    rationale = "The A Post says twelve."
    points = 1
    order = factory.Sequence(int)

    @factory.post_generation
    def options(self: Any, create: bool, texts: list[str] | None, **kwargs: Any) -> None:
        if self.kind not in (ItemKind.CHOICE, ItemKind.MULTI, ItemKind.ORDER, ItemKind.CLAIM_EVIDENCE):
            return
        keys = self.key if isinstance(self.key, list) else [self.key]
        for n, text in enumerate(texts or ["The A Post", "The B Post", "The C Post"], 1):
            models.Option.objects.create(
                item=self,
                code=f"o{n}",
                text=text,
                order=n,
                misconception="" if f"o{n}" in keys else "vague-taken-for-high",
            )


class QuizFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Quiz

    story = factory.SubFactory(StoryFactory)
    teacher = factory.SelfAttribute("story.teacher")
    title = factory.Sequence(lambda n: f"Quiz {n}")


class QuizItemFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.QuizItem

    quiz = factory.SubFactory(QuizFactory)
    item = factory.SubFactory(ItemFactory, story=factory.SelfAttribute("..quiz.story"))
    order = factory.Sequence(int)
    points = 1


class QuizVersionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.QuizVersion

    quiz = factory.SubFactory(QuizFactory)
    number = 1
    title = factory.SelfAttribute("quiz.title")
    story_title = factory.SelfAttribute("quiz.story.title")


class FrozenArticleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.FrozenArticle

    version = factory.SubFactory(QuizVersionFactory)
    letter = "A"
    outlet = "The A Post"
    headline = "Fire on the ferry"
    text = "Fire on the ferry\n\nTwelve people were hurt on Monday, police said."
    passages = factory.LazyFunction(
        lambda: [{"role": "headline", "start": 0, "end": 17}, {"role": "body", "start": 19, "end": 66}]
    )
    sentences = factory.LazyFunction(lambda: [{"start": 0, "end": 17}, {"start": 19, "end": 66}])


class FrozenItemFactory(factory.django.DjangoModelFactory):
    """A choice item, "o2" its key; other kinds through `kind`, `key`, `options`."""

    class Meta:
        model = models.FrozenItem

    version = factory.SubFactory(QuizVersionFactory)
    order = factory.Sequence(lambda n: n + 1)
    kind = ItemKind.CHOICE.value
    skill = Skill.CORROBORATE.value
    stem = "Which outlet reported the highest number of injured?"
    options = factory.LazyFunction(
        lambda: [
            {"id": "o1", "text": "The A Post", "misconception": "vague-taken-for-high", "article": "A"},
            {"id": "o2", "text": "The B Post", "misconception": None, "article": "B"},
            {"id": "o3", "text": "The C Post", "misconception": "vague-taken-for-high", "article": "C"},
        ]
    )
    points = 1
    key = "o2"
    rationale = "The B Post says twelve."


class AssignmentFactory(factory.django.DjangoModelFactory):
    """Open since an hour ago, for a day."""

    class Meta:
        model = models.Assignment

    version = factory.SubFactory(QuizVersionFactory)
    classroom = factory.SubFactory(ClassroomFactory)
    opens_at = factory.LazyFunction(lambda: timezone.now() - dt.timedelta(hours=1))
    closes_at = factory.LazyFunction(lambda: timezone.now() + dt.timedelta(days=1))


class AttemptFactory(factory.django.DjangoModelFactory):
    """A running attempt of a student of the assignment's class."""

    class Meta:
        model = models.Attempt

    assignment = factory.SubFactory(AssignmentFactory)
    membership = factory.SubFactory(StudentFactory, classroom=factory.SelfAttribute("..assignment.classroom"))
    started_at = factory.LazyFunction(lambda: timezone.now() - dt.timedelta(minutes=10))
    deadline_at = factory.SelfAttribute("assignment.closes_at")


class ResponseFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Response

    attempt = factory.SubFactory(AttemptFactory)
    item = factory.SubFactory(
        FrozenItemFactory, version=factory.SelfAttribute("..attempt.assignment.version")
    )
    answer = "o2"
    answered_at = factory.LazyFunction(timezone.now)


class ScoreFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Score

    attempt = factory.SubFactory(AttemptFactory)
    item = factory.SubFactory(
        FrozenItemFactory, version=factory.SelfAttribute("..attempt.assignment.version")
    )
    points = 1
    maximum = 1


class QuestionFactory(factory.django.DjangoModelFactory):
    """A student's question about an item of a quiz that she has been given."""

    class Meta:
        model = models.StudentQuestion

    assignment = factory.SubFactory(AssignmentFactory)
    membership = factory.SubFactory(StudentFactory, classroom=factory.SelfAttribute("..assignment.classroom"))
    item = factory.SubFactory(FrozenItemFactory, version=factory.SelfAttribute("..assignment.version"))
    text = "Why is it not the other one?"
    asked_at = factory.LazyFunction(timezone.now)
