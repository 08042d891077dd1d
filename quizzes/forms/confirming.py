"""A title typed once more, so that nothing is deleted by a slip of the hand."""

from __future__ import annotations

from typing import Any

from django import forms

from quizzes.models.people import fold_name


class ConfirmForm(forms.Form):
    """Holds where the title was typed: case, accents, spaces and punctuation aside."""

    title = forms.CharField(widget=forms.TextInput({"autocomplete": "off"}))

    def __init__(self, *args: Any, title: str, what: str = "title", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.expected, self.what = title, what
        self.fields["title"].label = f"Type the {what} to confirm"
        self.fields["title"].help_text = title

    def clean_title(self) -> str:
        typed: str = self.cleaned_data["title"]
        if _letters(typed) != _letters(self.expected):
            raise forms.ValidationError(f"This is not the {self.what}. Nothing has been deleted.")
        return typed


def _letters(title: str) -> str:
    folded = fold_name(title)
    return "".join(c for c in folded if c.isalnum()) or folded
