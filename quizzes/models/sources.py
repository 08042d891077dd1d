"""A story and its articles, and what was read in them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models
from django.db.models import F, Q

from quizzes.models.people import User
from quizzes.nlp.types import Bound, Manner, Role, SourceKind, ValueType


def choices(names: Any) -> list[tuple[str, str]]:
    return [(name.value, name.value) for name in names]


class StoryQuerySet(models.QuerySet["Story"]):
    def of(self, teacher: User) -> StoryQuerySet:
        """A teacher's stories but those that she has deleted."""
        return self.filter(teacher=teacher, deleted_at__isnull=True)


class Story(models.Model):
    """A teacher's set of articles on one event."""

    class State(models.TextChoices):
        EMPTY = "empty", "no articles yet"
        WAITING = "waiting", "waiting to be read"
        READING = "reading", "being read"
        READY = "ready", "read and compared"
        FAILED = "failed", "not read"

    teacher = models.ForeignKey(User, models.CASCADE, related_name="stories")
    title = models.CharField(max_length=160)
    state = models.CharField(max_length=8, choices=State, default=State.EMPTY)
    failure = models.TextField(blank=True)
    reading_started_at = models.DateTimeField(null=True, blank=True)
    reading_seen_at = models.DateTimeField(null=True, blank=True)
    """The last sign of life from the worker that reads the story."""
    reading_token = models.CharField(max_length=32, blank=True)
    """Set anew by each reading: a worker that finds another token here stops, so two never write one story."""
    letters_given = models.PositiveSmallIntegerField(default=0)
    """How many letters articles have had: a removed article's letter is never given again."""
    copies = models.JSONField(default=dict, blank=True)
    set_aside = models.JSONField(default=list, blank=True)
    archived_at = models.DateTimeField(null=True, blank=True)
    """Set where the teacher has put the story away: it leaves her list, and everything stays."""
    deleted_at = models.DateTimeField(null=True, blank=True)
    """Set where the teacher has deleted the story: for an hour she can take that back."""
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = StoryQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at", "-pk"]
        verbose_name_plural = "stories"

    def __str__(self) -> str:
        return self.title


class Article(models.Model):
    """An article as read: its text never changes. What the teacher set wins over what was read.

    A `…_set` of None means "not set"; an empty one means that the teacher says the text does not tell.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "waiting"
        READING = "reading", "being read"
        READ = "read", "read"
        FAILED = "failed", "not read"

    story = models.ForeignKey(Story, models.CASCADE, related_name="articles")
    letter = models.CharField(max_length=2)
    file_name = models.CharField(max_length=200, blank=True)
    url = models.URLField(max_length=1000, blank=True)
    """The web address that the article was fetched from, where it was."""
    text = models.TextField()
    fingerprint = models.CharField(max_length=64)
    outlet_read = models.CharField(max_length=200, blank=True)
    outlet_set = models.CharField(max_length=200, null=True, blank=True)  # noqa: DJ001 - None is "not set", "" is "not stated"
    headline_read = models.CharField(max_length=500, blank=True)
    headline_set = models.CharField(max_length=500, null=True, blank=True)  # noqa: DJ001
    byline_read = models.CharField(max_length=200, blank=True)
    byline_set = models.CharField(max_length=200, null=True, blank=True)  # noqa: DJ001
    published_read = models.DateField(null=True, blank=True)
    published_set = models.DateField(null=True, blank=True)
    published_denied = models.BooleanField(default=False)
    """True where the teacher says that the date that was read is none of this article."""
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    failure = models.TextField(blank=True)
    reading = models.JSONField(default=dict, blank=True)
    """What has no table of its own: sentences, happenings, labels, unnamed sources, the headline's frame."""
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["story", "added_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["story", "letter"], name="one_letter_once_in_a_story"),
            models.UniqueConstraint(
                fields=["story", "fingerprint", "outlet_read"], name="one_text_once_under_one_outlet"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.letter}: {self.name}"

    @property
    def outlet(self) -> str:
        return self.outlet_read if self.outlet_set is None else self.outlet_set

    @property
    def headline(self) -> str:
        return self.headline_read if self.headline_set is None else self.headline_set

    @property
    def byline(self) -> str:
        return self.byline_read if self.byline_set is None else self.byline_set

    @property
    def published(self) -> dt.date | None:
        if self.published_set:
            return self.published_set
        return None if self.published_denied else self.published_read

    @property
    def name(self) -> str:
        """How pages and stems call the article: its outlet, or "Article B" where none is known."""
        return self.outlet or f"Article {self.letter}"

    @property
    def uid(self) -> str:
        """The article's id in readings, claims and findings: its letter, which never changes."""
        return self.letter


class WebAddressQuerySet(models.QuerySet["WebAddress"]):
    def unsettled(self) -> WebAddressQuerySet:
        """Those that wait or are being fetched."""
        return self.filter(state__in=[WebAddress.State.WAITING, WebAddress.State.FETCHING])


class WebAddress(models.Model):
    """A web address that a teacher asks to have fetched into a story, and what became of it."""

    class State(models.TextChoices):
        WAITING = "waiting", "waiting"
        FETCHING = "fetching", "being fetched"
        FETCHED = "fetched", "fetched"
        FAILED = "failed", "not fetched"

    story = models.ForeignKey(Story, models.CASCADE, related_name="web_addresses")
    url = models.URLField(max_length=1000)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    failure = models.TextField(blank=True)
    article = models.OneToOneField(
        Article, models.SET_NULL, null=True, blank=True, related_name="web_address"
    )
    asked_at = models.DateTimeField()

    objects = WebAddressQuerySet.as_manager()

    class Meta:
        ordering = ["story", "pk"]
        verbose_name_plural = "web addresses"

    def __str__(self) -> str:
        return self.url


class RemovedArticle(models.Model):
    """What is needed to put a removed article back under its letter: its fields as they were, roles included."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="removed_articles")
    letter = models.CharField(max_length=2)
    fields = models.JSONField()
    removed_at = models.DateTimeField()

    class Meta:
        ordering = ["story", "-removed_at"]

    def __str__(self) -> str:
        return f"{self.letter}, removed"


class Correction(models.Model):
    """What a teacher says of a reading or comparison. It is laid over each new one, so nothing overwrites it.

    `subject` says what is corrected in terms that outlive a reading: an article's letter, offsets, a measure,
    happenings. `value` says what holds instead. Both are described in quizzes.flows.correcting.
    """

    class Kind(models.TextChoices):
        VALUE = "value", "another value"
        SOURCE = "source", "another source"
        NO_CLAIM = "no_claim", "not a claim"
        LABEL = "label", "not a word for this"
        SAME = "same", "one and the same happening"
        APART = "apart", "two happenings"

    story = models.ForeignKey(Story, models.CASCADE, related_name="corrections")
    kind = models.CharField(max_length=8, choices=Kind)
    subject = models.JSONField()
    value = models.JSONField(null=True, blank=True)
    made_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["story", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.subject}"


class Stretch(models.Model):
    """A stretch of an article's text: offsets count characters, `end` is exclusive."""

    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        abstract = True


class Passage(Stretch):
    article = models.ForeignKey(Article, models.CASCADE, related_name="passages")
    role = models.CharField(max_length=12, choices=choices(Role))
    role_set = models.CharField(max_length=12, choices=choices(Role), blank=True)

    class Meta:
        ordering = ["article", "start"]
        constraints = [
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="passage_start_before_end"),
            models.UniqueConstraint(fields=["article", "start"], name="one_passage_at_a_place"),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.start}–{self.end}"


class Quotation(Stretch):
    article = models.ForeignKey(Article, models.CASCADE, related_name="quotations")
    uid = models.CharField(max_length=40)
    manner = models.CharField(max_length=8, choices=choices(Manner))
    cue = models.CharField(max_length=200, blank=True)
    speaker = models.JSONField(null=True, blank=True)
    continues = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["article", "start"]
        constraints = [
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="quotation_start_before_end"),
            models.UniqueConstraint(fields=["article", "uid"], name="one_quotation_once"),
        ]

    def __str__(self) -> str:
        return f"{self.manner} {self.start}–{self.end}"


class Occurrence(models.Model):
    story = models.ForeignKey(Story, models.CASCADE, related_name="occurrences")
    uid = models.CharField(max_length=40)
    label = models.CharField(max_length=300)
    label_set = models.CharField(max_length=300, blank=True)
    """The name that the teacher has given it."""
    happenings = models.JSONField(default=list)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["story", "order"]
        constraints = [models.UniqueConstraint(fields=["story", "uid"], name="one_occurrence_once")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return self.label_set or self.label


class Claim(Stretch):
    """A claim; `start` and `end` are its sentence, `value_start` and `value_end` the words of its value."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="claims")
    occurrence = models.ForeignKey(Occurrence, models.SET_NULL, null=True, blank=True, related_name="claims")
    uid = models.CharField(max_length=40)
    measure = models.CharField(max_length=120)
    value_text = models.CharField(max_length=300)
    value_start = models.PositiveIntegerField()
    value_end = models.PositiveIntegerField()
    value_type = models.CharField(max_length=8, choices=choices(ValueType))
    low = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)
    about = models.JSONField(null=True, blank=True)
    norm = models.CharField(max_length=300, blank=True)
    bound = models.CharField(max_length=10, choices=choices(Bound), default=Bound.EXACT.value)
    unit = models.CharField(max_length=200, blank=True)
    source = models.JSONField(null=True, blank=True)
    source_kind = models.CharField(max_length=12, choices=choices(SourceKind), blank=True)
    happening = models.CharField(max_length=40, blank=True)
    counted = models.JSONField(default=list)
    role = models.CharField(max_length=12, choices=choices(Role), default=Role.BODY.value)

    class Meta:
        ordering = ["article", "value_start"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    start__lte=F("value_start"), value_end__lte=F("end"), value_start__lt=F("value_end")
                ),
                name="value_inside_its_sentence",
            ),
            models.UniqueConstraint(fields=["article", "uid"], name="one_claim_once"),
        ]

    def __str__(self) -> str:
        return f"{self.measure}: {self.value_text}"
