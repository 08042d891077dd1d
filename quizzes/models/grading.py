"""How open answers are graded: rubrics, marks, comments, and what graders have under their hands."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from quizzes.models.assignments import Assignment
from quizzes.models.attempts import Response
from quizzes.models.people import User
from quizzes.models.quizzes import FrozenItem


class Rubric(models.Model):
    """A rubric that an instructor has put in place of an open item's own; the newest of an assignment holds.

    Without a row the item's own holds: FrozenItem.key["levels"], with 0, half and all of the points.
    """

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="rubrics")
    item = models.ForeignKey(FrozenItem, models.PROTECT, related_name="rubrics")
    number = models.PositiveSmallIntegerField()
    """2 for the first change: the item's own is version 1."""
    levels = models.JSONField()
    """Three texts, Basic to Proficient."""
    points = models.JSONField()
    """Three numbers of points, rising, from 0 to the item's."""
    reason = models.CharField(max_length=300, blank=True)
    changed_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["assignment", "item", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["assignment", "item", "number"], name="one_rubric_version_once")
        ]

    def __str__(self) -> str:
        return f"rubric {self.number} of item {self.item.order}"


class RubricMarkQuerySet(models.QuerySet["RubricMark"]):
    def counting(self) -> RubricMarkQuerySet:
        """Marks that stand: neither undone nor given to see how far two graders agree."""
        return self.standing().filter(is_second=False)

    def standing(self) -> RubricMarkQuerySet:
        """First and second marks that are not undone and were given for the answer as it is now.

        An attempt can be given back to its student: an answer that she has changed since waits to be graded again.
        """
        return self.filter(undone_at__isnull=True, marked_at__gte=F("response__answered_at"))


class RubricMark(models.Model):
    """The level that a grader gave an open answer: 0 Basic, 1 Emergent, 2 Proficient. The newest of `counting` counts."""

    class Level(models.IntegerChoices):
        BASIC = 0, "Basic"
        EMERGENT = 1, "Emergent"
        PROFICIENT = 2, "Proficient"

    response = models.ForeignKey(Response, models.CASCADE, related_name="marks")
    grader = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    level = models.PositiveSmallIntegerField(choices=Level)
    rubric = models.ForeignKey(Rubric, models.SET_NULL, null=True, blank=True, related_name="marks")
    """The version it was given under; None for the item's own."""
    is_second = models.BooleanField(default=False)
    """True for the mark of a second grader, who does not see the first: it is compared and does not count."""
    marked_at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = RubricMarkQuerySet.as_manager()

    class Meta:
        ordering = ["response", "-pk"]

    def __str__(self) -> str:
        return str(self.get_level_display())


class Comment(models.Model):
    """What a grader writes to the student; seen after release."""

    response = models.ForeignKey(Response, models.CASCADE, related_name="comments")
    author = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    text = models.TextField()
    written_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["response", "pk"]

    def __str__(self) -> str:
        return self.text


class SavedComment(models.Model):
    """A comment that a grader uses again, by level; `item` where it is about that item alone."""

    author = models.ForeignKey(User, models.CASCADE, related_name="saved_comments")
    level = models.PositiveSmallIntegerField(choices=RubricMark.Level)
    item = models.ForeignKey(FrozenItem, models.CASCADE, null=True, blank=True, related_name="+")
    text = models.CharField(max_length=500)
    used_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["author", "level", "-used_at", "-pk"]

    def __str__(self) -> str:
        return self.text


class GradingLease(models.Model):
    """An answer that a grader has before her until `until`; no other grader is given it before that."""

    response = models.OneToOneField(Response, models.CASCADE, related_name="lease")
    grader = models.ForeignKey(User, models.CASCADE, related_name="+")
    until = models.DateTimeField()

    class Meta:
        ordering = ["until"]

    def __str__(self) -> str:
        return f"{self.response_id} until {self.until}"


class GradingDraft(models.Model):
    """What a grader has chosen and written for an answer, and not given yet."""

    response = models.ForeignKey(Response, models.CASCADE, related_name="drafts")
    grader = models.ForeignKey(User, models.CASCADE, related_name="+")
    level = models.PositiveSmallIntegerField(choices=RubricMark.Level, null=True, blank=True)
    comment = models.TextField(blank=True)
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["response", "grader"]
        constraints = [models.UniqueConstraint(fields=["response", "grader"], name="one_draft_of_a_grader")]

    def __str__(self) -> str:
        return f"draft of {self.grader}"


class KeyRepairQuerySet(models.QuerySet["KeyRepair"]):
    def standing(self) -> KeyRepairQuerySet:
        """Those by which answers are scored now: one an item and assignment at the most."""
        return self.filter(undone_at__isnull=True)


class KeyRepair(models.Model):
    """What an instructor has done about an item whose key was found to be wrong, in one assignment."""

    class Policy(models.TextChoices):
        ACCEPT_ALSO = "accept_also", "accept another answer too"
        REPLACE = "replace", "replace the key"
        FULL_CREDIT = "full_credit", "full points for everybody"
        LEFT_OUT = "left_out", "leave the item out"

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="key_repairs")
    item = models.ForeignKey(FrozenItem, models.PROTECT, related_name="key_repairs")
    policy = models.CharField(max_length=12, choices=Policy)
    key = models.JSONField(null=True, blank=True)
    """The key accepted beside or in place of the item's own, in the shape of its kind; None for the other two."""
    keeps_better = models.BooleanField(default=False)
    """Where the key is replaced: who was right by the old one keeps the points."""
    reason = models.CharField(max_length=300)
    made_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    undone_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = KeyRepairQuerySet.as_manager()

    class Meta:
        ordering = ["assignment", "-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "item"],
                condition=Q(undone_at__isnull=True),
                name="one_key_repair_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"item {self.item.order}: {self.get_policy_display()}"


class GradeOverride(models.Model):
    """The points that an instructor has set for a student's whole quiz, in place of what the answers earn."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="overrides")
    membership = models.ForeignKey("quizzes.Membership", models.CASCADE, related_name="overrides")
    points = models.DecimalField(max_digits=7, decimal_places=3)
    reason = models.CharField(max_length=300)
    set_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    set_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["assignment", "membership"]
        constraints = [
            models.UniqueConstraint(fields=["assignment", "membership"], name="one_override_for_a_student"),
            models.CheckConstraint(condition=Q(points__gte=0), name="no_negative_override"),
        ]

    def __str__(self) -> str:
        return f"{self.points} for {self.membership}"
