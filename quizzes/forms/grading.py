"""The form by which an open answer is graded."""

from __future__ import annotations

from django import forms

from quizzes.models import Response, RubricMark


class GradeForm(forms.Form):
    """A rubric level, a comment, and the like answers that get the same. `queue` is the group's responses."""

    level = forms.TypedChoiceField(
        choices=RubricMark.Level.choices,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a level first: Basic, Emergent or Proficient."},
    )
    comment = forms.CharField(
        required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2, "class": "form-control"})
    )
    responses = forms.ModelMultipleChoiceField(
        queryset=Response.objects.none(),
        error_messages={"required": "Tick at least one answer to grade."},
    )

    def __init__(self, *args: object, responses: tuple[Response, ...], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["responses"].queryset = Response.objects.select_related(  # type: ignore[attr-defined]
            "attempt__membership", "item"
        ).filter(pk__in=[r.pk for r in responses])
