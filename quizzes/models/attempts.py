"""A student's attempts: what was answered (events, only added), what stands (responses), what it earns (scores)."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from quizzes.models.assignments import Assignment, StudentTerms
from quizzes.models.people import Membership, User
from quizzes.models.quizzes import FrozenItem

NETWORK_GRACE = dt.timedelta(seconds=30)
"""What arrives this long after the deadline still counts: the answer was given in time and the network was slow."""


class AttemptQuerySet(models.QuerySet["Attempt"]):
    def running(self) -> AttemptQuerySet:
        return self.filter(submitted_at__isnull=True)

    def submitted(self) -> AttemptQuerySet:
        return self.filter(submitted_at__isnull=False)

    def expected(self) -> AttemptQuerySet:
        """Those of students who are not excused."""
        own = StudentTerms.objects.filter(
            assignment=OuterRef("assignment"), membership=OuterRef("membership")
        )
        return self.exclude(Exists(own.filter(is_excused=True)))


class Attempt(models.Model):
    """One student's run at an assignment. `deadline_at` is the server's and counts extra time."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="attempts")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="attempts")
    number = models.PositiveSmallIntegerField(default=1)
    form = models.PositiveIntegerField(default=1)
    """Which order of items and options the student was dealt: the seed of the shuffle."""
    started_at = models.DateTimeField()
    deadline_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    receipt = models.CharField(max_length=12, blank=True)
    holder = models.CharField(max_length=36, blank=True)
    """The key of the tab that writes this attempt now; "" before the first has said so. Every other tab only reads."""
    held_at = models.DateTimeField(null=True, blank=True)
    """When `holder` took the attempt over."""
    flagged = models.JSONField(default=list, blank=True)
    """Ids of the items that the student has marked to come back to."""
    reopened_until = models.DateTimeField(null=True, blank=True)
    """Set where a teacher has given the attempt back after it was handed in: until then answers are taken again."""

    objects = AttemptQuerySet.as_manager()

    class Meta:
        ordering = ["assignment", "membership", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "membership"],
                condition=Q(submitted_at__isnull=True),
                name="one_open_attempt_for_a_student",
            ),
            models.UniqueConstraint(
                fields=["assignment", "membership", "number"], name="one_attempt_number_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership}, attempt {self.number}"

    @property
    def is_running(self) -> bool:
        return self.submitted_at is None

    def takes_answers(self, at: dt.datetime) -> bool:
        return self.is_running and at <= self.deadline_at + NETWORK_GRACE


class Hold(models.Model):
    """A tab, or "form" for pages without script, that has taken an attempt over: the newest holds it, see flows.holding.

    Their order settles which of two answers to an item is the newer one, whenever each arrives.
    """

    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="holds")
    device = models.CharField(max_length=36)
    held_at = models.DateTimeField()

    class Meta:
        ordering = ["attempt", "pk"]

    def __str__(self) -> str:
        return f"{self.device} from {self.held_at}"


class ResponseEvent(models.Model):
    """One change of one answer, as a device sent it: `device` and `sequence` number it, so the same again is the same."""

    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="events")
    item = models.ForeignKey(FrozenItem, models.PROTECT, related_name="events")
    device = models.CharField(max_length=36)
    sequence = models.PositiveIntegerField()
    answer = models.JSONField(null=True)
    is_late = models.BooleanField(default=False)
    is_stale = models.BooleanField(default=False)
    """True for what a tab sent on after another had taken the attempt over and answered the item: kept, does not stand."""
    received_at = models.DateTimeField()

    class Meta:
        ordering = ["attempt", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["attempt", "device", "sequence"], name="one_event_for_a_device_and_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.device}:{self.sequence}"


class Response(models.Model):
    """The newest answer to one item of an attempt."""

    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="responses")
    item = models.ForeignKey(FrozenItem, models.PROTECT, related_name="responses")
    answer = models.JSONField(null=True)
    answered_at = models.DateTimeField()

    class Meta:
        ordering = ["attempt", "item__order"]
        constraints = [models.UniqueConstraint(fields=["attempt", "item"], name="one_response_for_an_item")]

    def __str__(self) -> str:
        return f"{self.attempt_id}/{self.item_id}"


class ScoreQuerySet(models.QuerySet["Score"]):
    def pending(self) -> ScoreQuerySet:
        return self.filter(points__isnull=True)


class Score(models.Model):
    """What a response earns, derived and recomputable; `points` is None while an open answer waits to be graded.

    `maximum` is the item's points, or 0 where the item has been left out after its key was found to be wrong.
    """

    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="scores")
    item = models.ForeignKey(FrozenItem, models.PROTECT, related_name="scores")
    points = models.DecimalField(max_digits=7, decimal_places=3, null=True, blank=True)
    maximum = models.PositiveSmallIntegerField()
    scored_at = models.DateTimeField(auto_now=True)

    objects = ScoreQuerySet.as_manager()

    class Meta:
        ordering = ["attempt", "item__order"]
        constraints = [
            models.UniqueConstraint(fields=["attempt", "item"], name="one_score_for_an_item"),
            models.CheckConstraint(
                condition=Q(points__isnull=True) | Q(points__gte=0, points__lte=F("maximum")),
                name="points_between_0_and_maximum",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.points} of {self.maximum}"


class StudentQuestion(models.Model):
    """What a student asks the teacher about an item of a quiz whose result is out, and what she answers."""

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="questions")
    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="questions")
    item = models.ForeignKey(FrozenItem, models.CASCADE, related_name="questions")
    text = models.TextField()
    asked_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["assignment", "asked_at", "pk"]

    def __str__(self) -> str:
        return self.text
