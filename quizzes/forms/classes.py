"""The forms of a class: the class itself, who joins, staff, putting it away."""

from __future__ import annotations

import zoneinfo
from functools import cache
from typing import Any

from django import forms

from quizzes.models import Classroom, Membership

STAFF_ROLES = [
    (Membership.Role.INSTRUCTOR, "instructor: assigns, releases, keeps the list of students"),
    (Membership.Role.GRADER, "grader: grades open answers and changes nothing else"),
]


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
        labels = {"name": "Name of the class"}
        help_texts = {"name": "Students see it: “8B Media”, say."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["time_zone"] = forms.ChoiceField(
            label="Time zone",
            choices=zone_choices,
            help_text="Every time on this class's pages is shown in it, by name.",
        )


class JoiningForm(forms.Form):
    joining = forms.TypedChoiceField(choices=Classroom.Joining, coerce=Classroom.Joining)


class InvitationForm(forms.Form):
    role = forms.ChoiceField(label="As", choices=STAFF_ROLES)
    email = forms.EmailField(label="E-mail address (may be left empty)", required=False)


class RoleForm(forms.Form):
    role = forms.TypedChoiceField(choices=STAFF_ROLES, coerce=Membership.Role)
