"""The forms of a class's page: the class itself, names, staff."""

from __future__ import annotations

import zoneinfo
from functools import cache
from typing import Any

from django import forms

from quizzes.flows.classes import EXTRA_TIME, MAX_STUDENTS
from quizzes.forms.names import clean_name
from quizzes.models import Classroom, Membership
from quizzes.models.people import fold_name


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
