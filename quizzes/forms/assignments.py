"""The forms of giving a class a quiz. Times are typed on the class's own clock and cleaned to moments."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from quizzes.flows.assigning import MAX_ATTEMPTS, MAX_LIMIT_MINUTES
from quizzes.models import Assignment, Classroom
from quizzes.timing import moment_in, zone_name


class LocalTimeField(forms.Field):
    """A date and a time of day on the class's own clock, without a zone: which class it is, another field says."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

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


class AssignmentForm(forms.Form):
    """When and how a class takes a quiz. `opens_at` and `closes_at` are cleaned to moments in the class's zone."""

    classroom = forms.ModelChoiceField(label="Class", queryset=Classroom.objects.none(), empty_label=None)
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
        label="Attempts", min_value=1, max_value=MAX_ATTEMPTS, initial=1, help_text="The last one counts."
    )
    feedback = forms.ChoiceField(
        label="Students see their result, with keys and reasons",
        choices=Assignment.Feedback.choices,
        initial=Assignment.Feedback.ON_RELEASE,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, classes: QuerySet[Classroom], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["classroom"]
        field.queryset = classes  # type: ignore[attr-defined]
        field.label_from_instance = _with_clock  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if classroom := cleaned.get("classroom"):
            _to_moments(self, cleaned, classroom)
        closes_at = cleaned.get("closes_at")
        if closes_at and closes_at.tzinfo and closes_at <= timezone.now():
            self.add_error("closes_at", "This time is over: the quiz would be closed at once.")
        return cleaned


def _with_clock(classroom: Classroom) -> str:
    """A class with what its clock shows: a teacher may have classes in two zones."""
    now = timezone.now().astimezone(classroom.zone)
    return f"{classroom.name} ({zone_name(classroom.time_zone)}, now {now:%H:%M})"


class TimesForm(forms.Form):
    """Another opening and closing, on the class's clock; cleaned to moments."""

    opens_at = LocalTimeField(label="Opens")
    closes_at = LocalTimeField(label="Closes")

    def __init__(self, *args: Any, assignment: Assignment, **kwargs: Any) -> None:
        self.classroom = assignment.classroom
        initial = {
            name: getattr(assignment, name).astimezone(self.classroom.zone).replace(tzinfo=None)
            for name in ("opens_at", "closes_at")
        }
        super().__init__(*args, **kwargs | {"initial": initial})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        _to_moments(self, cleaned, self.classroom)
        return cleaned


def _to_moments(form: forms.Form, cleaned: dict[str, Any], classroom: Classroom) -> None:
    """Opening and closing as moments in place of clock times; an error on the field whose time the clocks skip."""
    for name in ("opens_at", "closes_at"):
        if cleaned.get(name):
            try:
                cleaned[name] = moment_in(classroom.zone, cleaned[name])
            except ValueError as error:
                form.add_error(name, str(error))
