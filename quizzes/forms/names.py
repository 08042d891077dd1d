"""Display names as students and teachers type them."""

from __future__ import annotations

from django import forms

from quizzes.models import Membership
from quizzes.models.people import fold_name

LONGEST = 60
LONGEST_KEY = Membership._meta.get_field("name_key").max_length or 0


def clean_name(typed: str) -> str:
    """The name with its outer and doubled spaces gone. Raises ValidationError, in words for who typed it."""
    name = " ".join(typed.split())
    key = fold_name(name)
    if not any(c.isalnum() for c in key):
        raise forms.ValidationError("Give a name with letters in it.")
    if len(name) > LONGEST or len(key) > LONGEST_KEY:  # one character can fold into many
        raise forms.ValidationError(
            "“%(name)s …” is longer than %(longest)s characters.",
            params={"name": name[:30], "longest": LONGEST},
        )
    return name
