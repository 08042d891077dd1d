"""What a gradebook is asked for, weights, and points set by hand."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from django import forms
from django.http import QueryDict

from quizzes.reports.gradebook import SHOWS, Asked

SORT = re.compile(r"-?(name|total|missing|late|waiting|a\d+)")
WEIGHT = re.compile(r"w(\d+)")


def asked_from(data: QueryDict) -> Asked:
    """What an address asks for; what it cannot mean is left out."""
    show, sort, page = data.get("show", ""), data.get("sort", ""), data.get("page", "")
    return Asked(
        q=data.get("q", "").strip()[:60],
        show=show if show in SHOWS else "",
        sort=sort if SORT.fullmatch(sort) else "name",
        page=int(page) if page.isdecimal() and len(page) < 6 else 1,
    )


def weights_from(data: QueryDict) -> dict[int, Decimal]:
    """assignment id → weight, from the fields "w12". Raises ValueError for what is no number."""
    weights = {}
    for name, value in data.items():
        if found := WEIGHT.fullmatch(name):
            try:
                weight = Decimal(str(value).strip().replace(",", "."))
            except InvalidOperation as error:
                raise ValueError(value) from error
            if not weight.is_finite():
                raise ValueError(value)
            weights[int(found[1])] = weight.quantize(Decimal("0.01"))
    return weights


class PointsForm(forms.Form):
    """A student's points for a whole quiz, in place of what her answers earn."""

    points = forms.DecimalField(
        label="Points",
        min_value=0,
        max_digits=7,
        decimal_places=3,
        localize=False,
        widget=forms.NumberInput(attrs={"class": "figure", "step": "0.5", "min": "0"}),
    )
    reason = forms.CharField(
        label="Why",
        max_length=300,
        help_text="Kept in the record of the class. The student sees the points, not this.",
        error_messages={"required": "Write why: it stays in the record of the class."},
    )
