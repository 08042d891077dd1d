"""What the comparison of a story's articles shows."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from quizzes.models.sources import Article, Occurrence, Story, choices
from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.types import FindingKind, Relation


class FindingQuerySet(models.QuerySet["Finding"]):
    def shown(self) -> FindingQuerySet:
        return self.filter(is_dismissed=False)

    def sure(self) -> FindingQuerySet:
        """Those that make items; the others are shown where the teacher asks for them."""
        return self.filter(confidence__gte=SHOWN)


class Finding(models.Model):
    """A discrepancy or framing difference; each of its positions carries evidence."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="findings")
    uid = models.CharField(max_length=40)
    kind = models.CharField(max_length=24, choices=choices(FindingKind))
    relation = models.CharField(max_length=10, choices=choices(Relation), blank=True)
    aspect = models.CharField(max_length=40, blank=True)
    measure = models.CharField(max_length=120, blank=True)
    occurrence = models.ForeignKey(
        Occurrence, models.SET_NULL, null=True, blank=True, related_name="findings"
    )
    summary = models.TextField()
    confidence = models.FloatField()
    silent = models.JSONField(default=list, blank=True)
    is_dismissed = models.BooleanField(default=False)
    dismissed_reason = models.CharField(max_length=300, blank=True)
    is_own = models.BooleanField(default=False)
    """True where the teacher has added the finding herself: no comparison takes it away."""
    order = models.PositiveIntegerField(default=0)

    objects = FindingQuerySet.as_manager()

    class Meta:
        ordering = ["story", "order"]
        constraints = [
            models.UniqueConstraint(fields=["story", "uid"], name="one_finding_once"),
            models.CheckConstraint(
                condition=Q(confidence__gte=0, confidence__lte=1), name="confidence_between_0_and_1"
            ),
        ]

    def __str__(self) -> str:
        return self.summary


class Position(models.Model):
    """What one article says in a finding; `evidence` is a list of {"start", "end", "text"} in its text."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="positions")
    article = models.ForeignKey(Article, models.CASCADE, related_name="positions")
    claims = models.JSONField(default=list, blank=True)
    value = models.CharField(max_length=500, blank=True)
    source = models.JSONField(null=True, blank=True)
    evidence = models.JSONField()
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["finding", "order"]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.value}"
