"""Asking an item of a quiz once more, in the debrief; the answers never touch a score."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from quizzes.models.assignments import Assignment
from quizzes.models.people import Membership, User
from quizzes.models.quizzes import FrozenItem


class Revote(models.Model):
    """An item put to the class again after it was discussed; open until `closed_at` is set."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="revotes")
    item = models.ForeignKey(FrozenItem, models.PROTECT, related_name="revotes")
    opened_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["assignment", "-opened_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment"], condition=Q(closed_at__isnull=True), name="one_open_revote_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"item {self.item_id} again"


class RevoteAnswer(models.Model):
    """One student's answer to a re-vote; a second one takes the place of the first."""

    revote = models.ForeignKey(Revote, models.CASCADE, related_name="answers")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="revote_answers")
    answer = models.JSONField(null=True)
    answered_at = models.DateTimeField()

    class Meta:
        ordering = ["revote", "membership"]
        constraints = [
            models.UniqueConstraint(fields=["revote", "membership"], name="one_answer_in_a_revote")
        ]

    def __str__(self) -> str:
        return f"{self.revote_id}/{self.membership_id}"
