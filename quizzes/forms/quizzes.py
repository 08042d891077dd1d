"""The forms of a quiz: making one from kept items, and the builder."""

from __future__ import annotations

from typing import Any

from django import forms

from quizzes.flows.building import MOST_POINTS
from quizzes.models import Item, Quiz, QuizItem, Story


class QuizCreateForm(forms.Form):
    title = forms.CharField(label="Title", max_length=Quiz._meta.get_field("title").max_length)
    items = forms.ModelMultipleChoiceField(
        label="Items", queryset=Item.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, story: Story, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["items"].queryset = story.items.kept().order_by("order", "pk")  # type: ignore[attr-defined]


class QuizForm(forms.ModelForm):
    """Title, instructions, and the points of each item (`points_<item>`)."""

    class Meta:
        model = Quiz
        fields = ["title", "instructions"]
        widgets = {"instructions": forms.Textarea(attrs={"rows": 2})}
        help_texts = {"instructions": "Students see this before the first question. May stay empty."}

    def __init__(self, *args: Any, entries: list[QuizItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entries = entries
        for number, entry in enumerate(entries, 1):
            self.fields[f"points_{entry.item_id}"] = forms.IntegerField(
                label=f"Points for item {number}", min_value=1, max_value=MOST_POINTS, initial=entry.points
            )

    def points(self) -> dict[int, int]:
        return {e.item_id: self.cleaned_data[f"points_{e.item_id}"] for e in self.entries}
