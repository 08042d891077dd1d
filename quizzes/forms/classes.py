"""The forms of a class's page: the class itself, names, staff, and giving it a quiz."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from functools import cache
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from quizzes.flows.assigning import MAX_ATTEMPTS, MAX_LIMIT_MINUTES
from quizzes.flows.classes import EXTRA_TIME, MAX_STUDENTS
from quizzes.forms.names import clean_name
from quizzes.models import Assignment, Classroom, Membership
from quizzes.models.people import fold_name
from quizzes.timing import moment_in, zone_name


@cache
def zone_choices() -> list[tuple[str, Any]]:
    """Time zones by continent and place, as the tz database names them ("Europe/Dublin": Europe, Dublin)."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(zoneinfo.available_timezones()):
        area, _, place = name.partition("/")
        if place and area not in ("Etc", "SystemV", "US", "posix", "right"):
            groups.setdefault(area, []).append((name, place.replace("_", " ").replace("/", ", ")))
    return [("", "Choose the class's time zone"), ("UTC", "UTC"), *groups.items()]


class ClassroomForm(forms.ModelForm):
    class Meta:
        model = Classroom
        fields = ["name", "time_zone"]
        labels = {"name": "Name of the class", "time_zone": "Time zone"}
        help_texts = {
            "name": "Students see it: “8B Media”, say.",
            "time_zone": "All times of this class are shown in it.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["time_zone"] = forms.ChoiceField(
            label="Time zone",
            choices=zone_choices,
            help_text="Every time on this class's pages is shown in it, by name.",
        )


class NamesForm(forms.Form):
    """Names, one a line. Cleaned: in the order given, each once."""

    names = forms.CharField(
        label="Names, one a line",
        max_length=30_000,
        help_text="First names are enough; where two are alike, add an initial. No e-mail is needed.",
        widget=forms.Textarea(attrs={"rows": 5, "spellcheck": "false"}),
    )

    def clean_names(self) -> list[str]:
        names: dict[str, str] = {}
        for line in filter(str.strip, self.cleaned_data["names"].splitlines()):
            name = clean_name(line)
            names.setdefault(fold_name(name), name)
        if len(names) > MAX_STUDENTS:
            raise forms.ValidationError(f"A class holds {MAX_STUDENTS} names at the most.")
        return list(names.values())


class StaffForm(forms.Form):
    email = forms.EmailField(label="E-mail address they sign in with")
    role = forms.ChoiceField(
        label="As",
        choices=[
            (Membership.Role.INSTRUCTOR, "instructor: assigns, releases, keeps the roster"),
            (Membership.Role.GRADER, "grader: grades open answers and changes nothing else"),
        ],
    )


class ExtraTimeForm(forms.Form):
    factor = forms.TypedChoiceField(
        label="Extra time",
        coerce=lambda value: next(f for f in EXTRA_TIME if str(f) == value),
        choices=[(str(f), "none" if f == 1 else f"{(f - 1) * 100:.0f} % more") for f in EXTRA_TIME],
    )


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
