"""Items, quizzes, and the frozen versions of quizzes that are assigned."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from quizzes.items.types import ItemKind, Skill
from quizzes.models.findings import Finding
from quizzes.models.people import User
from quizzes.models.sources import Story, choices


class ItemQuerySet(models.QuerySet["Item"]):
    def kept(self) -> ItemQuerySet:
        return self.filter(state=Item.State.KEPT)


class Item(models.Model):
    """One question: a draft from a finding, or the teacher's own. `key`, `evidence` as in quizzes.items.types."""

    class State(models.TextChoices):
        DRAFT = "draft", "to decide"
        KEPT = "kept", "kept"
        DROPPED = "dropped", "dropped"

    story = models.ForeignKey(Story, models.CASCADE, related_name="items")
    finding = models.ForeignKey(Finding, models.SET_NULL, null=True, blank=True, related_name="items")
    uid = models.CharField(max_length=40)
    kind = models.CharField(max_length=16, choices=choices(ItemKind))
    skill = models.CharField(max_length=24, choices=choices(Skill))
    difficulty = models.FloatField(default=0.5)
    stem = models.TextField()
    key = models.JSONField()
    misconceptions = models.JSONField(default=dict, blank=True)
    proof = models.TextField(blank=True)
    rationale = models.TextField(blank=True)
    evidence = models.JSONField(default=list, blank=True)
    points = models.PositiveSmallIntegerField(default=1)
    form = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    is_edited = models.BooleanField(default=False)
    is_own = models.BooleanField(default=False)
    """True where the teacher has written the item herself: no comparison proves or withdraws it."""
    is_stale = models.BooleanField(default=False)
    """True where a newer reading no longer proves the key."""
    order = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(auto_now=True)

    objects = ItemQuerySet.as_manager()

    class Meta:
        ordering = ["story", "order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["story", "uid"], name="one_item_once"),
            models.CheckConstraint(condition=Q(points__gte=1), name="an_item_has_points"),
        ]

    def __str__(self) -> str:
        return self.stem


class Option(models.Model):
    """A key or distractor. `side` is "left" or "right" in a match item, empty elsewhere."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="options")
    code = models.CharField(max_length=8)
    side = models.CharField(max_length=5, blank=True, choices=[("left", "left"), ("right", "right")])
    text = models.CharField(max_length=500)
    misconception = models.CharField(max_length=60, blank=True)
    article = models.CharField(max_length=2, blank=True)
    """Letter of the article that the option names, where it names one."""
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["item", "order"]
        constraints = [models.UniqueConstraint(fields=["item", "code"], name="one_code_once_in_an_item")]

    def __str__(self) -> str:
        return self.text

    def as_dict(self) -> dict[str, Any]:
        return {
            "id": self.code,
            "text": self.text,
            "misconception": self.misconception or None,
            "article": self.article or None,
        }


class QuizQuerySet(models.QuerySet["Quiz"]):
    def of(self, teacher: User) -> QuizQuerySet:
        """A teacher's quizzes but those that she has deleted, alone or with their story."""
        return self.filter(teacher=teacher, deleted_at__isnull=True, story__deleted_at__isnull=True)


class Quiz(models.Model):
    """What a teacher builds: chosen items in an order. Assigning it freezes a version."""

    teacher = models.ForeignKey(User, models.CASCADE, related_name="quizzes")
    story = models.ForeignKey(Story, models.PROTECT, related_name="quizzes")
    title = models.CharField(max_length=160)
    instructions = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    deleted_at = models.DateTimeField(null=True, blank=True)
    """Set where the teacher has deleted the quiz: for an hour she can take that back."""

    objects = QuizQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at", "-pk"]
        verbose_name_plural = "quizzes"

    def __str__(self) -> str:
        return self.title


class QuizItem(models.Model):
    quiz = models.ForeignKey(Quiz, models.CASCADE, related_name="quiz_items")
    item = models.ForeignKey(Item, models.CASCADE, related_name="quiz_items")
    order = models.PositiveSmallIntegerField()
    points = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["quiz", "order"]
        constraints = [
            models.UniqueConstraint(fields=["quiz", "item"], name="one_item_once_in_a_quiz"),
            models.CheckConstraint(condition=Q(points__gte=1), name="a_quiz_item_has_points"),
        ]

    def __str__(self) -> str:
        return f"{self.order}. {self.item}"


class QuizVersion(models.Model):
    """A published quiz with its own copy of everything a student sees or is scored by; never changed after."""

    quiz = models.ForeignKey(Quiz, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=160)
    instructions = models.TextField(blank=True)
    story_title = models.CharField(max_length=160)
    published_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["quiz", "number"]
        constraints = [models.UniqueConstraint(fields=["quiz", "number"], name="one_version_once")]

    def __str__(self) -> str:
        return f"{self.title}, version {self.number}"

    @property
    def points(self) -> int:
        return sum(item.points for item in self.items.all())


class FrozenArticle(models.Model):
    """An article as a version shows it: `passages` [{"role", "start", "end"}], `sentences` [{"start", "end"}]."""

    version = models.ForeignKey(QuizVersion, models.CASCADE, related_name="articles")
    letter = models.CharField(max_length=2)
    outlet = models.CharField(max_length=200, blank=True)
    headline = models.CharField(max_length=500, blank=True)
    byline = models.CharField(max_length=200, blank=True)
    published = models.DateField(null=True, blank=True)
    text = models.TextField()
    passages = models.JSONField()
    sentences = models.JSONField()

    class Meta:
        ordering = ["version", "letter"]
        constraints = [
            models.UniqueConstraint(fields=["version", "letter"], name="one_letter_once_in_a_version")
        ]

    def __str__(self) -> str:
        return f"{self.letter}: {self.name}"

    @property
    def name(self) -> str:
        return self.outlet or f"Article {self.letter}"


class FrozenItem(models.Model):
    """An item as a version asks it. Everything but stem, options (without misconceptions), kind and points is secret
    until release. `options` is [{"id", "text", "misconception", "article"}] or {"left": […], "right": […]};
    `row` is the matrix row of its finding: [{"letter", "value", "source", "evidence"}], one entry a position."""

    version = models.ForeignKey(QuizVersion, models.CASCADE, related_name="items")
    item = models.ForeignKey(Item, models.SET_NULL, null=True, blank=True, related_name="frozen")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16, choices=choices(ItemKind))
    skill = models.CharField(max_length=24, choices=choices(Skill))
    stem = models.TextField()
    options = models.JSONField(default=list)
    points = models.PositiveSmallIntegerField()
    key = models.JSONField()
    misconceptions = models.JSONField(default=dict, blank=True)
    proof = models.TextField(blank=True)
    rationale = models.TextField(blank=True)
    evidence = models.JSONField(default=list)
    finding_kind = models.CharField(max_length=24, blank=True)
    relation = models.CharField(max_length=10, blank=True)
    row_title = models.CharField(max_length=400, blank=True)
    row = models.JSONField(default=list)

    class Meta:
        ordering = ["version", "order"]
        constraints = [models.UniqueConstraint(fields=["version", "order"], name="one_item_at_a_place")]

    def __str__(self) -> str:
        return f"{self.order}. {self.stem}"
