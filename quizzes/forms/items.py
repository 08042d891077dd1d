"""An item as a teacher writes or edits it: fields by kind of item, and back to the shape that the flow takes.

Lines (options) are added, removed and moved by buttons that post the form: `act` says which. What she has typed
comes back as `initial` then, so that nothing is called missing before she saves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from quizzes.flows.building import MOST_POINTS
from quizzes.flows.deciding import CHOSEN, Edit, EditedOption, ItemRefused, Sentence, check
from quizzes.forms.answers import VERDICTS
from quizzes.forms.item_lines import changed, lines_of
from quizzes.forms.item_rows import Choosing, Row, TickedArticle, shows_of, ticked_articles
from quizzes.items.difficulty import SET, difficulty_word
from quizzes.items.skills import SKILLS
from quizzes.items.types import ItemKind
from quizzes.models import Finding, Item
from quizzes.reports.attempt_sheet import SheetArticle
from quizzes.reports.wording import TF3

LEVELS = ("Basic", "Emergent", "Proficient")
PROVED = frozenset({ItemKind.EVIDENCE, ItemKind.CLAIM_EVIDENCE})
"""Kinds whose key is made of sentences."""
ANY, ALL = "any", "all"
SKILL_CHOICES = [
    (skill.value, f"{info.name} ({', '.join(s.code for s in info.standards)})")
    for skill, info in SKILLS.items()
]


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
    skill = forms.ChoiceField(label="Skill", choices=SKILL_CHOICES, required=False)
    difficulty = forms.ChoiceField(label="Difficulty", choices=[(word, word) for word in SET], required=False)

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        item: Item,
        articles: Sequence[SheetArticle] = (),
        findings: Sequence[Choosing] = (),
        act: str = "",
    ) -> None:
        super().__init__(None if act else data)
        self.item, self.kind = item, ItemKind(item.kind)
        self.articles, self.findings = articles, findings
        self.rows = list(item.options.all()) if item.pk else []
        lines = lines_of(self.kind, self.rows, item.key, data)
        self.lines = changed(lines, act) if act else lines
        self.initial = self._known()
        self._add_fields()
        if item.is_own:
            self._add_own(findings)
        if act and data is not None:
            self.initial |= self._typed(data)

    def _known(self) -> dict[str, Any]:
        item = self.item
        known: dict[str, Any] = {"stem": item.stem, "rationale": item.rationale, "points": item.points}
        known |= {"skill": item.skill, "difficulty": difficulty_word(item.difficulty)}
        return known | {f"text_{line.name}": line.row.text for line in self.lines if line.row}

    def _typed(self, data: QueryDict) -> dict[str, Any]:
        """What stands on the page now; a line that was just added holds nothing."""
        return {
            name: data.getlist(name) if isinstance(field, forms.MultipleChoiceField) else data.get(name, "")
            for name, field in self.fields.items()
        }

    # --- Fields by kind ---

    def _add_fields(self) -> None:
        for number, line in enumerate(self.lines, 1):
            label = self._line_label(number, line.side)
            attrs = {"aria-label": label} | ({"autofocus": ""} if line.is_newest else {})
            self.fields[f"text_{line.name}"] = forms.CharField(
                label=label, required=False, max_length=500, widget=forms.TextInput(attrs=attrs)
            )
        match self.kind:
            case ItemKind.CHOICE | ItemKind.CLAIM_EVIDENCE | ItemKind.MULTI:
                self._add_choice()
            case ItemKind.TF3:
                self._add_verdict()
            case ItemKind.MATCH:
                self._add_match()
            case ItemKind.NUMBER:
                self._add_number()
            case ItemKind.OPEN:
                self._add_open()

    def _line_label(self, number: int, side: str) -> str:
        if self.kind is ItemKind.ORDER:
            return f"Place {number}"
        if side == "right":
            number -= sum(line.side == "left" for line in self.lines)
        return f"{side.capitalize()} entry {number}" if side else f"Option {number}"

    def _add_choice(self) -> None:
        key = self.item.key["choice"] if self.kind is ItemKind.CLAIM_EVIDENCE else self.item.key
        choices = [(line.name, line.name) for line in self.lines]
        one = {"label": "Key", "choices": choices, "initial": key}
        missing = {"required": "Mark the key.", "invalid_choice": "Mark the key."}
        self.fields["key"] = (
            forms.MultipleChoiceField(**one, error_messages={"required": "Mark every right option."})
            if self.kind is ItemKind.MULTI
            else forms.ChoiceField(**one, error_messages=missing)
        )

    def _add_verdict(self) -> None:
        self.fields["verdict"] = forms.ChoiceField(
            label="Key",
            choices=[(str(verdict).lower(), words) for verdict, words in TF3.items()],
            initial=str(self.item.key).lower(),
        )

    def _add_match(self) -> None:
        left, right = ([line for line in self.lines if line.side == side] for side in ("left", "right"))
        partners = dict(self.item.key)
        choices = [
            (line.name, f"{n}. {line.row.text}" if line.row else f"Right entry {n}")
            for n, line in enumerate(right, 1)
        ]
        for n, line in enumerate(left):
            beside = right[n].name if n < len(right) and not line.row else None
            self.fields[f"pair_{line.name}"] = forms.ChoiceField(
                label=f"Partner of left entry {n + 1}",
                choices=choices,
                initial=partners.get(line.name, beside),
                required=False,
            )

    def _add_number(self) -> None:
        key = self.item.key
        self.fields["low"] = forms.FloatField(label="Right figure", initial=_plain(key.get("low")))
        self.fields["high"] = forms.FloatField(
            label="Up to",
            required=False,
            initial=_plain(key.get("high")),
            help_text="Only where every figure between the two is right. Empty: the figure alone.",
        )
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

    def _add_own(self, findings: Sequence[Choosing]) -> None:
        """What only an item of the teacher's own lets her choose: its finding, and the sentences that prove it."""
        self.fields["finding"] = forms.ChoiceField(
            label="Finding",
            choices=[("", "none"), *((str(f.pk), f.title) for f in findings)],
            initial=self.item.finding_id or "",
            required=False,
            help_text="What it asks about, where the comparison shows it.",
        )
        ticked = {f"{e['article']}:{e['start']}:{e['end']}" for e in self.item.evidence}
        values = [p.value for a in self.articles for para in a.paragraphs for p in para.pieces if p.value]
        self.fields["proof"] = forms.MultipleChoiceField(
            choices=[(v, v) for v in values], initial=sorted(ticked), required=False
        )
        if self.kind in PROVED:
            groups = self.item.key["groups"] if self.kind is ItemKind.CLAIM_EVIDENCE else self.item.key
            letters = [group[0]["article"] for group in groups]
            self.fields["needed"] = forms.ChoiceField(
                choices=[
                    (ANY, "one ticked sentence of each article is enough"),
                    (ALL, "every ticked sentence is needed"),
                ],
                initial=ALL if len(set(letters)) < len(letters) else ANY,
                label="A full answer",
                required=False,
            )

    def as_typed(self) -> QueryDict:
        """What the page would post if it were sent as it stands."""
        data = QueryDict(mutable=True)
        data.setlist("line", [line.name for line in self.lines])
        for name in self.fields:
            value = self[name].value()
            values = value if isinstance(value, list | tuple) else [value]
            data.setlist(name, ["" if v is None else str(v) for v in values])
        return data

    # --- For the template ---

    @property
    def options(self) -> list[Row]:
        return [Row.of(self, line) for line in self.lines if self.kind in CHOSEN or not line.side]

    @property
    def columns(self) -> list[list[Row]]:
        """The two columns of a match item."""
        if self.kind is not ItemKind.MATCH:
            return []
        return [
            [Row.of(self, line) for line in self.lines if line.side == side] for side in ("left", "right")
        ]

    @property
    def chosen_keys(self) -> list[str]:
        """The options marked as right."""
        value = self["key"].value() if "key" in self.fields else []
        return list(value) if isinstance(value, list | tuple) else [str(value)]

    @property
    def more(self) -> list[BoundField]:
        """The fields that only an item of this kind has."""
        names = {
            ItemKind.NUMBER: ("low", "high", "unit"),
            ItemKind.TF3: ("verdict",),
            ItemKind.OPEN: ("level_0", "level_1", "level_2", "names", "model"),
        }.get(self.kind, ())
        return [self[name] for name in names]

    @property
    def proof_articles(self) -> list[TickedArticle]:
        return ticked_articles(self.articles, self["proof"].value()) if "proof" in self.fields else []

    @property
    def must_prove(self) -> bool:
        return self.kind in PROVED

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
        """The item as the page has it; what is missing or wrong there is left empty, so that it can be shown already."""
        given = self.cleaned_data
        word: str = given.get("difficulty", "")
        is_same = not word or (self.item.pk and word == difficulty_word(self.item.difficulty))
        finding = Finding(pk=int(given["finding"])) if given.get("finding") else None
        return Edit(
            stem=given.get("stem", ""),
            rationale=given.get("rationale", ""),
            points=given.get("points") or self.item.points,
            key=self._key(given),
            options=tuple(self._edited_options(given)),
            skill=given.get("skill", ""),
            difficulty=None if is_same else SET[word],
            evidence=tuple(self._sentences(given)),
            finding=finding,
        )

    def _edited_options(self, given: Mapping[str, Any]) -> Iterator[EditedOption]:
        """The lines that hold words, in the order in which students see them; new ones last."""
        place = {row.code: n for n, row in enumerate(self.rows)}
        for line in sorted(self.lines, key=lambda line: place.get(line.name, len(place))):
            if text := given.get(f"text_{line.name}", "").strip():
                shown = shows_of(line, self._keys(given))
                yield EditedOption(line.name, text, shown, line.side)

    @staticmethod
    def _keys(given: Mapping[str, Any]) -> list[str]:
        key = given.get("key", [])
        return key if isinstance(key, list) else [key]

    def _sentences(self, given: Mapping[str, Any]) -> list[Sentence]:
        parts = (value.split(":") for value in given.get("proof", ()))
        return [Sentence(letter, int(start), int(end)) for letter, start, end in parts]

    def _groups(self, given: Mapping[str, Any]) -> list[list[dict[str, Any]]]:
        """Groups of sentences of which one each is needed, as quizzes.scoring.evidence takes them."""
        plain = [{"article": s.article, "start": s.start, "end": s.end} for s in self._sentences(given)]
        if given.get("needed") == ALL:
            return [[one] for one in plain]
        return [[s for s in plain if s["article"] == a] for a in dict.fromkeys(s["article"] for s in plain)]

    def _key(self, given: Mapping[str, Any]) -> Any:
        key, own = self.item.key, self.item.is_own
        named = {line.name for line in self.lines if given.get(f"text_{line.name}", "").strip()}
        match self.kind:
            case ItemKind.CHOICE | ItemKind.MULTI:
                return given.get("key", [] if self.kind is ItemKind.MULTI else "")
            case ItemKind.TF3:
                return VERDICTS.get(given.get("verdict", ""), "unknown")
            case ItemKind.EVIDENCE:
                return self._groups(given) if own else key
            case ItemKind.CLAIM_EVIDENCE:
                groups = self._groups(given) if own else key["groups"]
                return key | {"choice": given.get("key", ""), "groups": groups}
            case ItemKind.ORDER:
                return [line.name for line in self.lines if line.name in named]
            case ItemKind.MATCH:
                left = [line.name for line in self.lines if line.side == "left" and line.name in named]
                return [[name, given.get(f"pair_{name}", "")] for name in left]
            case ItemKind.NUMBER:
                low = given.get("low") or 0.0
                high = low if given.get("high") is None else given["high"]
                return key | {"low": _plain(low), "high": _plain(high), "unit": given.get("unit") or None}
            case ItemKind.OPEN:
                lines = given.get("names", "").splitlines()
                return {
                    "levels": [given.get(f"level_{n}", "").strip() for n in range(len(LEVELS))],
                    "names": [line.strip() for line in lines if line.strip()],
                    "model": given.get("model", "").strip(),
                }


def _plain(figure: float | None) -> float | int | None:
    return int(figure) if figure is not None and float(figure).is_integer() else figure
