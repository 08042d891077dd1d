"""The forms of giving a class a quiz and of changing its terms. Times are typed on the class's own clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from quizzes.flows.terms import (
    MAX_ATTEMPTS,
    MAX_GRACE_MINUTES,
    MAX_LIMIT_MINUTES,
    ORDER_TERMS,
    TERMS,
    TermsGiven,
)
from quizzes.models import Assignment, Classroom
from quizzes.timing import clock_of, days_later, moment_in, zone_name

OPEN_FOR = 7
"""Days that the form proposes: a week is the commonest span of a homework."""
TIMES = ("opens_at", "closes_at", "late_until")
FORMS = [
    (0, "each student an order of their own"),
    (1, "the same order for everybody"),
    *((n, f"{n} forms, dealt out in turn") for n in (2, 3, 4)),
]
LATE = [
    ("refuse", "Nothing is taken any more"),
    ("accept", "Answers are taken until a later time, and marked late"),
]


class LocalTimeField(forms.Field):
    """A date and a time of day on the class's own clock, without a zone: which class it is, another field says."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(**{"widget": widget, **kwargs})

    def to_python(self, value: Any) -> dt.datetime | None:
        if value in self.empty_values:
            return None
        try:
            moment = parse_datetime(value)
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo is not None:
            raise forms.ValidationError("Give a day and a time, as 2026-03-12T09:00.")
        return moment


class TermsForm(forms.Form):
    """The terms of an assignment, from when it opens to what is taken late; `terms_in` gives them for one class."""

    opens_at = LocalTimeField(label="Opens")
    closes_at = LocalTimeField(label="Closes")
    limit_minutes = forms.IntegerField(
        label="Time limit in minutes",
        required=False,
        min_value=1,
        max_value=MAX_LIMIT_MINUTES,
        help_text="Leave empty for none. Students with extra time get it on top.",
    )
    attempts_allowed = forms.IntegerField(
        label="How often a student may take it",
        min_value=1,
        max_value=MAX_ATTEMPTS,
        initial=1,
        required=False,
    )
    counting = forms.ChoiceField(
        label="Of several attempts counts",
        choices=Assignment.Counting.choices,
        initial=Assignment.Counting.LAST,
        required=False,
    )
    shuffles_items = forms.BooleanField(label="Shuffle the items", required=False)
    shuffles_options = forms.BooleanField(label="Shuffle the options of each item", required=False)
    shown = forms.ChoiceField(
        label="Students who have handed in see",
        choices=Assignment.Shown.choices,
        initial=Assignment.Shown.FULL,
        widget=forms.RadioSelect,
        required=False,
    )
    feedback = forms.ChoiceField(
        label="They see it",
        choices=Assignment.Feedback.choices,
        initial=Assignment.Feedback.ON_RELEASE,
        widget=forms.RadioSelect,
        required=False,
    )
    late = forms.ChoiceField(
        label="After the closing",
        choices=LATE,
        initial="refuse",
        widget=forms.RadioSelect,
        required=False,
    )
    late_until = LocalTimeField(label="Taken late until", required=False)
    grace_minutes = forms.IntegerField(
        label="Grace in minutes",
        min_value=0,
        max_value=MAX_GRACE_MINUTES,
        initial=0,
        required=False,
        help_text="So long after the closing answers are taken and not marked late.",
    )

    forms = forms.TypedChoiceField(  # the last field: from here on the name is this field
        label="Shuffled orders", choices=FORMS, coerce=int, initial=0, required=False, empty_value=None
    )

    more = (
        *("attempts_allowed", "counting", "shuffles_items", "shuffles_options", "forms", "shown", "feedback"),
        *("late", "late_until", "grace_minutes"),
    )
    """The rarer settings, folded away."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in self.more:
            # What the folded part did not send is as it was proposed.
            if name in cleaned and cleaned[name] in (None, "") and name != "late_until":
                cleaned[name] = self.get_initial_for_field(self.fields[name], name)
        if cleaned.get("late") == "accept":
            if not cleaned.get("late_until") and "late_until" not in self.errors:
                self.add_error("late_until", "Until when are late answers taken?")
        elif "late_until" in cleaned:
            cleaned["late_until"] = None
        return cleaned

    def has_more_errors(self) -> bool:
        return any(name in self.errors for name in self.more)

    def settings(self) -> dict[str, Any]:
        """The rarer settings as they stand in the form, sent or proposed, for the line that sums them up."""
        stands = {name: self._standing(name) for name in self.more}
        for name in ("attempts_allowed", "forms", "grace_minutes"):
            stands[name] = int(stands[name]) if str(stands[name]).isdecimal() else 0
        return stands | {"late_until": stands["late"] == "accept"}

    def _standing(self, name: str) -> Any:
        """A value as it stands, the proposed one where what was sent is none of the choices."""
        value, choices = self[name].value(), getattr(self.fields[name], "choices", None)
        if choices is None or str(value) in {str(choice) for choice, _ in choices}:
            return value
        return self.get_initial_for_field(self.fields[name], name)

    def to_moments(
        self, classroom: Classroom, kept: Mapping[str, dt.datetime | None] | None = None
    ) -> TermsGiven:
        """The cleaned terms with their times as moments in a class's zone; an error on a field whose time the clocks skip.

        `kept` are the moments as they were: a time that is not retyped stays, also one that the clocks show twice.
        """
        terms = {name: self.cleaned_data[name] for name in TERMS if name in self.cleaned_data}
        for name in TIMES:
            if clock := terms.get(name):
                terms[name] = self._moment(name, clock, classroom, (kept or {}).get(name))
        return cast(TermsGiven, terms)

    def _moment(
        self, name: str, clock: dt.datetime, classroom: Classroom, kept: dt.datetime | None
    ) -> dt.datetime | None:
        if kept and clock_of(kept, classroom.zone) == clock.replace(second=0):
            return kept
        try:
            return moment_in(classroom.zone, clock)
        except ValueError as error:
            self.add_error(name, f"{classroom}: {error}")
            return None


class ClassChoice(forms.ModelMultipleChoiceField):
    """Classes to tick, each with what its clock shows: a teacher may have classes in two zones."""

    has_it: Collection[int] = ()
    """Classes that have the quiz already."""

    def label_from_instance(self, classroom: Classroom) -> str:
        now = timezone.now().astimezone(classroom.zone)
        label = f"{classroom.name} ({zone_name(classroom.time_zone)}, now {now:%H:%M})"
        return f"{label}, has it already" if classroom.pk in self.has_it else label


class AssignmentForm(TermsForm):
    """A quiz for one or several classes; `given` has the terms of each, on its own clock."""

    classrooms = ClassChoice(
        label="Classes",
        queryset=Classroom.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick at least one class."},
    )

    def __init__(
        self, *args: Any, classes: QuerySet[Classroom], has_it: Collection[int] = (), **kwargs: Any
    ) -> None:
        first = classes.first()
        zone = first.zone if first else dt.UTC
        now = timezone.now()
        proposal: dict[str, Any] = {
            "opens_at": now.astimezone(zone).replace(tzinfo=None, second=0, microsecond=0)
        }
        if first:
            proposal["closes_at"] = days_later(first.zone, now, OPEN_FOR)
            proposal["classrooms"] = [first.pk] if len(classes) == 1 and first.pk not in has_it else []
        super().__init__(*args, **kwargs | {"initial": proposal | kwargs.get("initial", {})})
        field = cast(ClassChoice, self.fields["classrooms"])
        field.queryset = classes
        field.has_it = has_it
        self.given: list[tuple[Classroom, TermsGiven]] = []

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors:
            self.given = [(classroom, self.to_moments(classroom)) for classroom in cleaned["classrooms"]]
            if any(c and c <= timezone.now() for c in (terms.get("closes_at") for _, terms in self.given)):
                self.add_error("closes_at", "This time is over: the quiz would be closed at once.")
        return cleaned


class ChangeForm(TermsForm):
    """The terms of an assignment as they are, to be changed; `changed` has them as moments."""

    reason = forms.CharField(
        label="Why (for the record)",
        max_length=300,
        required=False,
        help_text="You and your colleagues see it under “What was changed”; students do not.",
    )

    def __init__(self, *args: Any, assignment: Assignment, is_begun: bool, **kwargs: Any) -> None:
        self.assignment = assignment
        zone = assignment.classroom.zone
        initial = {name: getattr(assignment, name) for name in TERMS}
        initial |= {name: clock_of(initial[name], zone) for name in TIMES if initial[name]}
        initial["late"] = "accept" if assignment.late_until else "refuse"
        super().__init__(*args, **kwargs | {"initial": initial})
        forms_field = cast(Any, self.fields["forms"])
        if assignment.forms not in dict(FORMS):
            forms_field.choices = [*FORMS, (assignment.forms, f"{assignment.forms} forms, dealt out in turn")]
        if is_begun:
            for name in ORDER_TERMS:
                self.fields[name].disabled = True
        self.changed: TermsGiven = {}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors:
            kept = {name: getattr(self.assignment, name) for name in TIMES}
            self.changed = self.to_moments(self.assignment.classroom, kept)
        return cleaned
