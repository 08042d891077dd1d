"""The forms of a class's students: names typed, pasted or uploaded; one student's name, time, class."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from quizzes.exchange.rosters import RosterUnreadable, Row, read_roster
from quizzes.flows.rosters import EXTRA_TIME, MAX_STUDENTS
from quizzes.forms.names import LONGEST, clean_name
from quizzes.models import Classroom, Membership
from quizzes.models.people import fold_name

MAX_FILE = 1024 * 1024


@dataclass(frozen=True)
class ReadNames:
    """What a list of names came to: those to take in, in their order; those named twice; lines with no usable name."""

    names: tuple[str, ...]
    twice: tuple[str, ...]
    refused: tuple[str, ...]


class NamesForm(forms.Form):
    """Names, one a line, or a CSV file of them, or both. Cleaned: `read`, a ReadNames with one name at least."""

    names = forms.CharField(
        label="Names, one a line",
        max_length=30_000,
        required=False,
        help_text="First names are enough; where two are alike, add an initial. No e-mail is needed.",
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
    )
    file = forms.FileField(
        label="Or a CSV file",
        required=False,
        help_text="A column of names, or first and last names; with or without a heading.",
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv,text/plain"}),
    )

    def clean_file(self) -> list[Row]:
        file = self.cleaned_data["file"]
        if file is None:
            return []
        if file.size > MAX_FILE:
            raise ValidationError("The file is larger than 1 MB: is it the list of one class?")
        try:
            return read_roster(file.read())
        except RosterUnreadable as error:
            raise ValidationError(str(error)) from error

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return given
        pasted = [Row(n, line) for n, line in enumerate(given["names"].splitlines(), 1) if line.strip()]
        read = read_names([*pasted, *given["file"]])
        if not read.names:
            self.add_error(
                "names", read.refused[0] if read.refused else "Type or paste a name, or choose a file."
            )
        elif len(read.names) > MAX_STUDENTS:
            self.add_error("names", f"A class holds {MAX_STUDENTS} names at the most. Nothing was taken in.")
        return {**given, "read": read}


def read_names(rows: Iterable[Row]) -> ReadNames:
    """Each name cleaned and once; the second of two that are alike is told, not dropped in silence."""
    names: dict[str, str] = {}
    twice, refused = [], []
    for row in rows:
        try:
            name = clean_name(row.name)
        except ValidationError as error:
            refused.append(f"Line {row.line}, “{row.name.strip()[:30]}”: {error.messages[0]}")
            continue
        key = fold_name(name)
        if key in names:
            twice.append(name)
        names.setdefault(key, name)
    return ReadNames(tuple(names.values()), tuple(twice), tuple(refused))


class StudentNameForm(forms.Form):
    name = forms.CharField(
        label="Name",
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_name(self) -> str:
        return clean_name(self.cleaned_data["name"])


class ExtraTimeForm(forms.Form):
    factor = forms.TypedChoiceField(
        label="Extra time",
        coerce=lambda value: next(f for f in EXTRA_TIME if str(f) == value),
        choices=[(str(f), "none" if f == 1 else f"{(f - 1) * 100:.0f} % more") for f in EXTRA_TIME],
        help_text="On every quiz with a time limit, also on one that is running.",
    )


class MoveForm(forms.Form):
    to = forms.ModelChoiceField(label="To", queryset=Classroom.objects.none(), empty_label="Choose a class")

    def __init__(self, *args: Any, classes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = classes  # type: ignore[attr-defined]


class OtherStudentForm(forms.Form):
    """One of the class's other students."""

    other = forms.ModelChoiceField(
        label="The same person as", queryset=Membership.objects.none(), empty_label="Choose a name"
    )

    def __init__(self, *args: Any, others: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].queryset = others  # type: ignore[attr-defined]
