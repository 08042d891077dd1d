"""The forms of a quiz: proposing one, making one from kept items, and the builder."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django import forms

from quizzes.flows.building import MOST_POINTS, bank
from quizzes.items.levels import Level, level_of
from quizzes.items.skills import SKILLS
from quizzes.items.types import Skill
from quizzes.items.wishes import PROPOSED, Wish
from quizzes.models import Item, Quiz, QuizItem, Story

MOST_ITEMS, MOST_MINUTES = 60, 180
ITEMS, MINUTES = "items", "minutes"
LEVEL_NAMES = {Level.EASY: "Easy", Level.MIDDLE: "Middle", Level.HARD: "Hard"}


class TitleForm(forms.Form):
    title = forms.CharField(label="Title", max_length=Quiz._meta.get_field("title").max_length)


class ProposeForm(TitleForm):
    """What the quiz should be like; all but the title may be left as it is."""

    amount = forms.IntegerField(
        label="How long", min_value=1, required=False, widget=forms.NumberInput(attrs={"max": MOST_MINUTES})
    )
    unit = forms.ChoiceField(
        label="Counted in",
        choices=[(ITEMS, "items"), (MINUTES, "minutes to answer")],
        required=False,
    )
    level = forms.ChoiceField(label="Level", required=False)
    skills = forms.MultipleChoiceField(
        label="Skills", required=False, widget=forms.CheckboxSelectMultiple(attrs={"class": "tick"})
    )

    def __init__(self, *args: Any, story: Story, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"amount": PROPOSED, "unit": ITEMS, **self.initial}
        asked = list(bank(story).prefetch_related(None).values_list("skill", "difficulty"))
        skills = Counter(skill for skill, _ in asked)
        levels = Counter(level_of(difficulty) for _, difficulty in asked)
        self.total = len(asked)
        self.fields["skills"].choices = [  # type: ignore[attr-defined]
            (skill.value, f"{info.name} ({skills[skill.value]})") for skill, info in SKILLS.items()
        ]
        self.fields["level"].choices = [  # type: ignore[attr-defined]
            ("", "Any"),
            *((level.value, f"{name} ({levels[level]})") for level, name in LEVEL_NAMES.items()),
        ]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        by_minutes = cleaned.get("unit") == MINUTES
        most = MOST_MINUTES if by_minutes else MOST_ITEMS
        if (cleaned.get("amount") or 1) > most:
            self.add_error("amount", f"{most} {MINUTES if by_minutes else ITEMS} at the most.")
        return cleaned

    def wish(self) -> Wish:
        amount, by_minutes = self.cleaned_data["amount"], self.cleaned_data["unit"] == MINUTES
        level = self.cleaned_data["level"]
        return Wish(
            size=PROPOSED if by_minutes else amount or PROPOSED,
            minutes=amount if by_minutes else None,
            level=Level(level) if level else None,
            skills=frozenset(map(Skill, self.cleaned_data["skills"])),
        )


class QuizCreateForm(TitleForm):
    items = forms.ModelMultipleChoiceField(
        label="Items", queryset=Item.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, story: Story, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["items"].queryset = story.items.kept().order_by("order", "pk")  # type: ignore[attr-defined]


class QuizForm(forms.ModelForm):
    """Title, instructions, the points of each item (`points_<item>`), and the order of the items (`order`)."""

    class Meta:
        model = Quiz
        fields = ["title", "instructions"]
        widgets = {"instructions": forms.Textarea(attrs={"rows": 2})}
        help_texts = {"instructions": "Students read this before they start. May stay empty."}

    def __init__(self, *args: Any, entries: list[QuizItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entries = entries
        for number, entry in enumerate(entries, 1):
            name = f"points_{entry.item_id}"
            self.fields[name] = forms.IntegerField(
                label=f"Points for item {number}",
                min_value=1,
                max_value=MOST_POINTS,
                initial=entry.points,
                # An item put in from another window since this page was made has no field on it.
                required=not self.is_bound or name in self.data,
            )

    def points(self) -> dict[int, int]:
        points = {e.item_id: self.cleaned_data[f"points_{e.item_id}"] for e in self.entries}
        return {item: given for item, given in points.items() if given is not None}

    def order(self) -> list[int]:
        """The ids of the items in the order of the page; empty where it says none."""
        return [int(pk) for pk in self.data.getlist("order") if pk.isascii() and pk.isdigit()]  # type: ignore[attr-defined]
