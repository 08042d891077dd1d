"""An item as a teacher edits it: fields by kind of item, and back to the shape that the flow takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField

from quizzes.flows.building import MOST_POINTS
from quizzes.flows.deciding import CHOSEN, Edit, EditedOption, ItemRefused, check
from quizzes.forms.answers import VERDICTS
from quizzes.items.misconceptions import MISCONCEPTIONS
from quizzes.items.types import ItemKind
from quizzes.models import Item, Option
from quizzes.reports.wording import TF3

NEW_OPTIONS = ("new1", "new2")
"""Empty lines under the options, for distractors of the teacher's own."""
MOST_OPTIONS = 6
LEVELS = ("Basic", "Emergent", "Proficient")


@dataclass(frozen=True)
class OptionLine:
    """One option as the template shows it: its words, whether it is the key, what choosing it shows."""

    name: str
    text: BoundField
    shows: str
    pair: BoundField | None = None


class ItemForm(forms.Form):
    stem = forms.CharField(
        label="Stem",
        widget=forms.Textarea(attrs={"rows": 3, "class": "serif-field"}),
        help_text="The question as students read it.",
    )
    rationale = forms.CharField(
        label="Rationale",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Why the key is right. Students see it with their result.",
    )
    points = forms.IntegerField(
        label="Points",
        min_value=1,
        max_value=MOST_POINTS,
        widget=forms.NumberInput(attrs={"class": "figure"}),
    )

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        initial = {"stem": item.stem, "rationale": item.rationale, "points": item.points}
        super().__init__(*args, **kwargs | {"initial": initial})
        self.item = item
        self.kind = ItemKind(item.kind)
        self.rows = list(item.options.all())
        match self.kind:
            case ItemKind.CHOICE | ItemKind.CLAIM_EVIDENCE | ItemKind.MULTI:
                self._add_choice()
            case ItemKind.ORDER:
                self._add_order()
            case ItemKind.TF3:
                self._add_verdict()
            case ItemKind.MATCH:
                self._add_match()
            case ItemKind.NUMBER:
                self._add_number()
            case ItemKind.OPEN:
                self._add_open()

    # --- Fields by kind ---

    def _add_choice(self) -> None:
        key = self.item.key["choice"] if self.kind is ItemKind.CLAIM_EVIDENCE else self.item.key
        names = [row.code for row in self.rows]
        names += NEW_OPTIONS[: max(0, MOST_OPTIONS - len(names))]
        for number, name in enumerate(names, 1):
            row = self._row(name)
            self.fields[f"text_{name}"] = forms.CharField(
                label=f"Option {number}",
                required=False,
                max_length=500,
                initial=row.text if row else "",
                widget=forms.TextInput(attrs={"aria-label": f"Option {number}"}),
            )
        choices = [(name, name) for name in names]
        self.fields["key"] = (
            forms.MultipleChoiceField(
                label="Keys", choices=choices, initial=key, widget=forms.CheckboxSelectMultiple
            )
            if self.kind is ItemKind.MULTI
            else forms.ChoiceField(label="Key", choices=choices, initial=key, widget=forms.RadioSelect)
        )
        self.option_names = names

    def _add_order(self) -> None:
        for place, code in enumerate(self.item.key, 1):
            row = self._row(code)
            self.fields[f"text_{code}"] = forms.CharField(
                label=f"Place {place}", max_length=500, initial=row.text if row else ""
            )

    def _add_verdict(self) -> None:
        self.fields["verdict"] = forms.ChoiceField(
            label="Key",
            choices=[(str(verdict).lower(), words) for verdict, words in TF3.items()],
            initial=str(self.item.key).lower(),
        )

    def _add_match(self) -> None:
        right = [row for row in self.rows if row.side == "right"]
        partners = dict(self.item.key)
        for number, row in enumerate(self.rows, 1):
            self.fields[f"text_{row.code}"] = forms.CharField(
                label=f"Entry {number}", max_length=500, initial=row.text
            )
            if row.side == "left":
                self.fields[f"pair_{row.code}"] = forms.ChoiceField(
                    label=f"Goes with entry {number}",
                    choices=[(r.code, r.text) for r in right],
                    initial=partners.get(row.code),
                )

    def _add_number(self) -> None:
        key = self.item.key
        for name, label in (("low", "From"), ("high", "To")):
            self.fields[name] = forms.FloatField(label=label, initial=_plain(key.get(name)))
        self.fields["unit"] = forms.CharField(label="Unit", required=False, initial=key.get("unit") or "")

    def _add_open(self) -> None:
        key = self.item.key
        for n, (level, text) in enumerate(zip(LEVELS, key["levels"], strict=False)):
            self.fields[f"level_{n}"] = forms.CharField(
                label=level, initial=text, widget=forms.Textarea(attrs={"rows": 2})
            )
        self.fields["names"] = forms.CharField(
            label="What a full answer names",
            required=False,
            initial="\n".join(key["names"]),
            widget=forms.Textarea(attrs={"rows": 3}),
            help_text="One thing a line.",
        )
        self.fields["model"] = forms.CharField(
            label="Model answer", initial=key["model"], widget=forms.Textarea(attrs={"rows": 3})
        )

    def _row(self, code: str) -> Option | None:
        return next((row for row in self.rows if row.code == code), None)

    # --- For the template ---

    @property
    def options(self) -> Iterator[OptionLine]:
        """The lines of a choice item; a line without words is no option."""
        for name in self.option_names if self.kind in CHOSEN else ():
            row = self._row(name)
            yield OptionLine(name, self[f"text_{name}"], _shows(row))

    @property
    def columns(self) -> list[list[OptionLine]]:
        """The two columns of a match item."""
        if self.kind is not ItemKind.MATCH:
            return []
        return [
            [
                OptionLine(
                    row.code,
                    self[f"text_{row.code}"],
                    _shows(row),
                    self[f"pair_{row.code}"] if side == "left" else None,
                )
                for row in self.rows
                if row.side == side
            ]
            for side in ("left", "right")
        ]

    @property
    def chosen_keys(self) -> list[str]:
        """The options marked as right."""
        value = self["key"].value() if "key" in self.fields else []
        return list(value) if isinstance(value, list | tuple) else [str(value)]

    @property
    def has_several_keys(self) -> bool:
        return self.kind is ItemKind.MULTI

    @property
    def more(self) -> list[BoundField]:
        """The fields that only a number or an open item has."""
        if self.kind is ItemKind.NUMBER:
            return [self[name] for name in ("low", "high", "unit")]
        if self.kind is ItemKind.ORDER:
            return [self[f"text_{code}"] for code in self.item.key]
        if self.kind is ItemKind.TF3:
            return [self["verdict"]]
        if self.kind is ItemKind.OPEN:
            return [self[name] for name in ("level_0", "level_1", "level_2", "names", "model")]
        return []

    # --- Back to the domain ---

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            try:
                check(self.item, self.edit())
            except ItemRefused as refusal:
                raise forms.ValidationError(str(refusal)) from refusal
        return cleaned

    def edit(self) -> Edit:
        given = self.cleaned_data
        return Edit(
            stem=given["stem"],
            rationale=given["rationale"],
            points=given["points"],
            key=self._key(),
            options=tuple(self._edited_options()),
        )

    def _edited_options(self) -> Iterator[EditedOption]:
        given = self.cleaned_data
        if self.kind in CHOSEN:
            for name in self.option_names:
                row, text = self._row(name), given[f"text_{name}"].strip()
                if text:
                    yield EditedOption(name, text, self._misconception(row, name))
        elif self.kind is ItemKind.ORDER:
            for row in self.rows:
                yield EditedOption(row.code, given[f"text_{row.code}"], row.misconception)
        elif self.kind is ItemKind.MATCH:
            for row in self.rows:
                yield EditedOption(row.code, given[f"text_{row.code}"], row.misconception, row.side)

    def _misconception(self, row: Option | None, name: str) -> str:
        """A key shows no misconception; a former key that became a distractor shows none that is known."""
        keys = self.cleaned_data["key"]
        return row.misconception if row and name not in (keys if isinstance(keys, list) else [keys]) else ""

    def _key(self) -> Any:
        given, key = self.cleaned_data, self.item.key
        match self.kind:
            case ItemKind.CHOICE | ItemKind.MULTI:
                return given["key"]
            case ItemKind.TF3:
                return VERDICTS[given["verdict"]]
            case ItemKind.CLAIM_EVIDENCE:
                return key | {"choice": given["key"]}
            case ItemKind.MATCH:
                return [[r.code, given[f"pair_{r.code}"]] for r in self.rows if r.side == "left"]
            case ItemKind.NUMBER:
                return key | {"low": given["low"], "high": given["high"], "unit": given["unit"] or None}
            case ItemKind.OPEN:
                return {
                    "levels": [given[f"level_{n}"].strip() for n in range(3)],
                    "names": [line.strip() for line in given["names"].splitlines() if line.strip()],
                    "model": given["model"].strip(),
                }
        return key


def _shows(row: Option | None) -> str:
    if row is None or not row.misconception:
        return ""
    known = MISCONCEPTIONS.get(row.misconception)
    return known.shows if known else row.misconception.replace("-", " ").replace("_", " ")


def _plain(figure: float | None) -> float | int | None:
    return int(figure) if figure is not None and float(figure).is_integer() else figure
