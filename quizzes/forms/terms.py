"""The forms of one student's own terms and of taking a quiz back. Times are typed on the class's own clock."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

from django import forms

from quizzes.flows.terms import MAX_ATTEMPTS, MAX_LIMIT_MINUTES
from quizzes.forms.assignments import LocalTimeField
from quizzes.models import Assignment, Classroom, Membership, StudentTerms
from quizzes.timing import clock_of, moment_in


class StudentTermsForm(forms.Form):
    """What holds for one student; what is left empty is as for the class. `terms` has the times as moments."""

    opens_at = LocalTimeField(label="Opens", required=False)
    closes_at = LocalTimeField(label="Closes", required=False)
    limit_minutes = forms.IntegerField(
        label="Time limit in minutes", required=False, min_value=1, max_value=MAX_LIMIT_MINUTES
    )
    attempts_allowed = forms.IntegerField(
        label="Attempts in all", required=False, min_value=1, max_value=MAX_ATTEMPTS
    )
    is_excused = forms.BooleanField(label="Excused: not expected to hand in", required=False)
    reason = forms.CharField(
        label="Why",
        max_length=300,
        required=False,
        help_text="For you and your colleagues; the student does not see it.",
    )

    def __init__(
        self,
        *args: Any,
        assignment: Assignment,
        student: Membership,
        own: StudentTerms | None,
        **kwargs: Any,
    ) -> None:
        self.classroom, self.own = assignment.classroom, own
        super().__init__(*args, **kwargs | {"initial": _own_initial(own) | kwargs.get("initial", {})})
        self.terms: dict[str, Any] = {}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("is_excused") and not cleaned.get("reason"):
            self.add_error("reason", "Say in a word why: a colleague may ask.")
        if not self.errors:
            self.terms = {name: value for name, value in cleaned.items() if name != "reason"}
            for name in ("opens_at", "closes_at"):
                self.terms[name] = self._moment(name, cleaned.get(name))
        return cleaned

    def _moment(self, name: str, clock: dt.datetime | None) -> dt.datetime | None:
        kept = getattr(self.own, name, None)
        if clock is None:
            return None
        if kept and clock_of(kept, self.classroom.zone) == clock.replace(second=0):
            return cast(dt.datetime, kept)
        try:
            return moment_in(self.classroom.zone, clock)
        except ValueError as error:
            self.add_error(name, str(error))
            return None


def _own_initial(own: StudentTerms | None) -> dict[str, Any]:
    if own is None:
        return {}
    zone = own.assignment.classroom.zone
    fields = ("opens_at", "closes_at", "limit_minutes", "attempts_allowed", "is_excused", "reason")
    initial = {name: getattr(own, name) for name in fields}
    return initial | {
        name: clock_of(initial[name], zone) for name in ("opens_at", "closes_at") if initial[name]
    }


class ReopenForm(forms.Form):
    """Until when an attempt is given back, and why; `until` comes back as a moment."""

    until = LocalTimeField(label="Open again until")
    reason = forms.CharField(
        label="Why", max_length=300, help_text="For you and your colleagues; the student does not see it."
    )
    knows = forms.BooleanField(
        label="I know that the keys have been shown, and give it back all the same", required=False
    )

    def __init__(self, *args: Any, classroom: Classroom, asks_about_keys: bool, **kwargs: Any) -> None:
        self.classroom = classroom
        super().__init__(*args, **kwargs)
        if not asks_about_keys:
            del self.fields["knows"]

    def clean_until(self) -> dt.datetime:
        try:
            return moment_in(self.classroom.zone, self.cleaned_data["until"])
        except ValueError as error:
            raise forms.ValidationError(str(error)) from None


class RecallForm(forms.Form):
    """What happens to attempts that run when a quiz is taken back."""

    running = forms.ChoiceField(
        label="Who is working on it now",
        choices=[
            ("finish", "may finish: until the end of the time they have"),
            ("hand_in", "is handed in now, with what is saved"),
        ],
        initial="finish",
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label="Why (for the record)", max_length=300, required=False)
