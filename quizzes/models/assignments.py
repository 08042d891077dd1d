"""A quiz version given to a class, and the record of who changed what in a class."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from quizzes.models.people import Classroom, Membership, User
from quizzes.models.quizzes import QuizVersion


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def open(self, at: dt.datetime) -> AssignmentQuerySet:
        return self.filter(opens_at__lte=at, closes_at__gt=at, recalled_at__isnull=True)

    def for_student(self, membership: Membership) -> AssignmentQuerySet:
        """What the student's class was given, and what she began in a class that she has left."""
        own = Q(classroom=membership.classroom_id) | Q(attempts__membership=membership)
        return self.filter(own, classroom__deleted_at__isnull=True).distinct()

    def with_ends(self) -> AssignmentQuerySet:
        """With `last_own_closing` and `most_extra_time`, so that `ends_for_all_at` needs no query for each row."""
        own = StudentTerms.objects.filter(
            assignment=OuterRef("pk"), is_excused=False, closes_at__isnull=False
        )
        students = Membership.objects.admitted().filter(classroom=OuterRef("classroom"))
        return self.annotate(
            last_own_closing=Subquery(own.order_by("-closes_at").values("closes_at")[:1]),
            most_extra_time=Subquery(students.order_by("-extra_time").values("extra_time")[:1]),
        )

    def with_excused(self) -> AssignmentQuerySet:
        """With `excused`: how many students of the class are not expected to hand in."""
        own = StudentTerms.objects.filter(
            assignment=OuterRef("pk"), is_excused=True, membership__classroom=OuterRef("classroom")
        )
        numbers = own.order_by().values("assignment").annotate(n=Count("pk")).values("n")
        return self.annotate(excused=Coalesce(Subquery(numbers), 0))


class Assignment(models.Model):
    """A quiz version given to a class: from when to when, how long, how often, and when the result is shown."""

    class Feedback(models.TextChoices):
        ON_SUBMIT = "on_submit", "as soon as a student has handed in"
        AFTER_CLOSE = "after_close", "when the quiz has closed"
        ON_RELEASE = "on_release", "when I release it"

    class Shown(models.TextChoices):
        NOTHING = "nothing", "nothing but that they have handed in"
        SCORE = "score", "their points"
        FULL = "full", "their points, keys and reasons"

    class Counting(models.TextChoices):
        FIRST = "first", "the first"
        BEST = "best", "the best"
        LAST = "last", "the last"

    version = models.ForeignKey(QuizVersion, models.PROTECT, related_name="assignments")
    classroom = models.ForeignKey(Classroom, models.CASCADE, related_name="assignments")
    assigned_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    limit_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    attempts_allowed = models.PositiveSmallIntegerField(default=1)
    feedback = models.CharField(max_length=12, choices=Feedback, default=Feedback.ON_RELEASE)
    shown = models.CharField(max_length=8, choices=Shown, default=Shown.FULL)
    """What students see once `feedback` lets them."""
    counting = models.CharField(max_length=5, choices=Counting, default=Counting.LAST)
    """Which of several attempts counts."""
    late_until = models.DateTimeField(null=True, blank=True)
    """Until when answers are taken after closing, and marked late; None where closing is the end."""
    grace_minutes = models.PositiveSmallIntegerField(default=0)
    """Late by no more than this is not marked."""
    shuffles_items = models.BooleanField(default=False)
    shuffles_options = models.BooleanField(default=False)
    forms = models.PositiveSmallIntegerField(default=1)
    """How many orders there are, dealt out in turn; 0 gives each student one of her own."""
    recalled_at = models.DateTimeField(null=True, blank=True)
    """Set where the teacher has taken the quiz back from the class: nobody begins, who has begun hands in."""
    released_at = models.DateTimeField(null=True, blank=True)
    weight = models.DecimalField(max_digits=5, decimal_places=2, default=1)
    """How much the quiz counts in the class's gradebook beside the others; 0 for practice."""
    double_marked = models.PositiveSmallIntegerField(default=0)
    """Per cent of the open answers that a second grader marks too, unseen, to see how far two agree."""
    created_at = models.DateTimeField(auto_now_add=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["-opens_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(opens_at__lt=F("closes_at")), name="opens_before_it_closes"),
            models.CheckConstraint(condition=Q(attempts_allowed__gte=1), name="one_attempt_at_least"),
            models.CheckConstraint(
                condition=Q(limit_minutes__isnull=True) | Q(limit_minutes__gte=1),
                name="a_limit_of_a_minute_at_least",
            ),
            models.CheckConstraint(
                condition=Q(late_until__isnull=True) | Q(late_until__gt=F("closes_at")),
                name="late_is_after_closing",
            ),
            models.CheckConstraint(condition=Q(weight__gte=0), name="no_negative_weight"),
            models.CheckConstraint(condition=Q(double_marked__lte=100), name="double_marked_is_per_cent"),
        ]

    def __str__(self) -> str:
        return f"{self.version.title} in {self.classroom}"

    @property
    def taken_until(self) -> dt.datetime:
        """When the class's last answers are taken: the closing, or what the late policy adds to it."""
        return taken_until(self.closes_at, self.grace_minutes, self.late_until)

    @property
    def is_shuffled(self) -> bool:
        return self.shuffles_items or self.shuffles_options

    def is_open(self, at: dt.datetime) -> bool:
        return self.recalled_at is None and self.opens_at <= at < self.closes_at

    def takes_late(self, at: dt.datetime) -> bool:
        """True where the quiz has closed and answers are taken still."""
        return self.recalled_at is None and self.closes_at <= at < self.taken_until

    def shows_score(self, at: dt.datetime) -> bool:
        """True where a student who has handed in may see her points."""
        return self.shown != self.Shown.NOTHING and self._is_out(at)

    def shows_feedback(self, at: dt.datetime) -> bool:
        """True where a student who has handed in may see keys and rationales beside her points."""
        return self.shown == self.Shown.FULL and self._is_out(at)

    def _is_out(self, at: dt.datetime) -> bool:
        if self.released_at is not None and self.released_at <= at:
            return True
        if self.feedback == self.Feedback.ON_SUBMIT:
            return True
        is_after = self.feedback == self.Feedback.AFTER_CLOSE and at >= self.taken_until
        return is_after and at >= self.ends_for_all_at

    @property
    def ends_for_all_at(self) -> dt.datetime:
        """From when on nobody answers any more, students with a closing of their own or extra time included."""
        known: Any = (
            self if hasattr(self, "most_extra_time") else Assignment.objects.with_ends().get(pk=self.pk)
        )
        last = max(self.closes_at, known.last_own_closing or self.closes_at)
        extra = extra_part(self.opens_at, last, self.limit_minutes, known.most_extra_time or Decimal(1))
        late = self.late_until + extra if self.late_until else None
        return taken_until(last + extra, self.grace_minutes, late)


SITTING = dt.timedelta(hours=4)
"""A quiz without a limit that is open no longer than this is sat in one go: extra time moves its closing."""


def extra_part(
    opens_at: dt.datetime, closes_at: dt.datetime, limit_minutes: int | None, factor: Decimal
) -> dt.timedelta:
    """By how much extra time moves the closing: by its part of one sitting, that is of the limit or a short window."""
    window = closes_at - opens_at
    if limit_minutes is not None:
        sitting = min(window, dt.timedelta(minutes=limit_minutes))
    else:
        sitting = window if window <= SITTING else dt.timedelta()
    return sitting * float(factor - 1)


def taken_until(closes_at: dt.datetime, grace_minutes: int, late_until: dt.datetime | None) -> dt.datetime:
    """The end of the grace after a closing, or of the late hand-in where that is longer."""
    end = closes_at + dt.timedelta(minutes=grace_minutes)
    return max(end, late_until) if late_until else end


class StudentTerms(models.Model):
    """What holds for one student in place of an assignment's own terms: other dates, a make-up attempt, or excused.

    A field that is None leaves the assignment's own.
    """

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="student_terms")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="terms")
    opens_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    limit_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    attempts_allowed = models.PositiveSmallIntegerField(null=True, blank=True)
    is_excused = models.BooleanField(default=False)
    reason = models.CharField(max_length=300, blank=True)
    set_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    set_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["assignment", "membership"]
        verbose_name_plural = "student terms"
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "membership"], name="one_set_of_terms_for_a_student"
            ),
            models.CheckConstraint(
                condition=Q(opens_at__isnull=True)
                | Q(closes_at__isnull=True)
                | Q(opens_at__lt=F("closes_at")),
                name="own_opening_before_own_closing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership}: {self.assignment}"


class Audit(models.Model):
    """One change of a grade, key, rubric, override or release: who, when, old, new, why. Rows are only added."""

    classroom = models.ForeignKey(Classroom, models.CASCADE, related_name="audits")
    assignment = models.ForeignKey(Assignment, models.SET_NULL, null=True, blank=True, related_name="audits")
    """The quiz that it is about; None where it is about the class itself."""
    actor = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    action = models.CharField(max_length=40)
    subject = models.CharField(max_length=300)
    old = models.JSONField(null=True, blank=True)
    new = models.JSONField(null=True, blank=True)
    reason = models.TextField(blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.action}: {self.subject}"
