"""The forms by which open answers are graded, two graders compared, and marks settled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms

from quizzes.models import RubricMark
from quizzes.reports.grading import AnswerGroup, Line

SHARES = (0, 10, 15, 20, 25, 33, 50, 100)
"""Per cent of the answers that two graders mark, as offered; 15 or at least 20 answers is what is asked for."""


class LevelField(forms.TypedChoiceField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=RubricMark.Level.choices, coerce=int, widget=forms.RadioSelect, **kwargs)


class GradeForm(forms.Form):
    """A rubric level, a comment, and the wordings that get the same; `shown` is when the answers were shown."""

    level = LevelField(
        error_messages={"required": "Choose a level first: Basic, Emergent or Proficient."},
    )
    comment = forms.CharField(required=False, max_length=2000)
    lines = forms.MultipleChoiceField(error_messages={"required": "Tick at least one answer to grade."})
    shown = forms.FloatField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, group: AnswerGroup | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.group = group
        lines = group.lines if group else ()
        self.fields["lines"].choices = [(token, line.text) for line in lines for token in line.tokens]  # type: ignore[attr-defined]

    def clean_shown(self) -> dt.datetime:
        try:
            return dt.datetime.fromtimestamp(self.cleaned_data["shown"], tz=dt.UTC)
        except (ValueError, OverflowError, OSError) as error:
            raise forms.ValidationError("This is no moment.") from error

    @property
    def ticked(self) -> list[Line]:
        """The wordings that get the mark."""
        chosen = set(self.cleaned_data["lines"])
        return [line for line in (self.group.lines if self.group else ()) if chosen & set(line.tokens)]

    @property
    def responses(self) -> list[int]:
        """Ids of the responses in these wordings."""
        return [pk for line in self.ticked for pk in line.pks]


class DraftForm(forms.Form):
    """What is chosen and written so far; nothing is asked for."""

    level = LevelField(required=False, empty_value=None)
    comment = forms.CharField(required=False, max_length=2000)


class DoubleMarkingForm(forms.Form):
    share = forms.TypedChoiceField(
        label="Marked by two graders",
        coerce=int,
        choices=[(0, "none"), *((n, f"{n} %") for n in SHARES[1:-1]), (100, "all of them")],
        widget=forms.Select(attrs={"class": "form-select"}),
    )

    def __init__(self, *args: Any, now: int, **kwargs: Any) -> None:
        kwargs["initial"] = {"share": now}
        super().__init__(*args, **kwargs)
        if now not in SHARES:
            self.fields["share"].choices = [*self.fields["share"].choices, (now, f"{now} %")]  # type: ignore[attr-defined]


class SettleForm(forms.Form):
    """The level that counts for an answer on which two graders differ."""

    answer = forms.ChoiceField()
    level = LevelField(error_messages={"required": "Choose the level that is to count."})
    reason = forms.CharField(required=False, max_length=300)

    def __init__(self, *args: Any, tokens: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = [(token, token) for token in tokens]  # type: ignore[attr-defined]
