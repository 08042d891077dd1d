"""The form by which an open item's rubric is changed in one assignment."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms

from quizzes.flows.scoring import Scale
from quizzes.models import FrozenItem
from quizzes.reports.rubrics import RubricVersion

NAMES = ("Basic", "Emergent", "Proficient")


class RubricForm(forms.Form):
    """Three texts and three numbers of points, from 0 to the item's, none lower than the one before.

    `version` is the number of the rubric that the change was made from.
    """

    reason = forms.CharField(
        max_length=300,
        required=False,
        label="Why it changes",
        help_text="Kept in the record of the class.",
        widget=forms.TextInput(attrs={"class": "form-control", "autocomplete": "off"}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, item: FrozenItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.item = item
        for n in range(len(NAMES)):
            self.fields[f"text_{n}"] = forms.CharField(
                label="What the answer does",
                max_length=500,
                widget=forms.Textarea(attrs={"rows": 3, "class": "form-control"}),
            )
            self.fields[f"points_{n}"] = forms.DecimalField(
                label="Points",
                min_value=0,
                max_value=item.points,
                max_digits=6,
                decimal_places=2,
                widget=forms.NumberInput(attrs={"class": "form-control", "step": "0.25", "min": "0"}),
                error_messages={
                    "max_value": f"The item has {item.points} point{'' if item.points == 1 else 's'}: give no level more."
                },
            )

    @staticmethod
    def initial_of(version: RubricVersion, seen: int) -> dict[str, Any]:
        texts = {f"text_{level.value}": level.text for level in version.levels}
        points = {f"points_{level.value}": f"{level.points:g}" for level in version.levels}
        return {**texts, **points, "version": seen}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        points = [cleaned.get(f"points_{n}") for n in range(3)]
        for n in (1, 2):
            before, here = points[n - 1], points[n]
            if before is not None and here is not None and here < before:
                self.add_error(
                    f"points_{n}",
                    f"{NAMES[n]} is worth less than {NAMES[n - 1]}: points rise from level to level.",
                )
        return cleaned

    def lines(self) -> Iterator[tuple[str, forms.BoundField, forms.BoundField]]:
        """Level by level its name, text and points."""
        return ((name, self[f"text_{n}"], self[f"points_{n}"]) for n, name in enumerate(NAMES))

    @property
    def texts(self) -> list[str]:
        return [self.cleaned_data[f"text_{n}"].strip() for n in range(3)]

    @property
    def points(self) -> Scale:
        low, middle, high = (float(self.cleaned_data[f"points_{n}"] or Decimal()) for n in range(3))
        return low, middle, high
