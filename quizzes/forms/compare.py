"""The teacher's word on the matrix: what is shown, corrections of claims and happenings, findings struck and added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from quizzes.flows.findings import Marked
from quizzes.models import Finding, Occurrence, Story
from quizzes.nlp.types import Bound, Claim, FindingKind, Relation, SourceKind, ValueType
from quizzes.reports.claims import RowSheet
from quizzes.reports.matrix import Filter
from quizzes.reports.own_findings import story_measures
from quizzes.reports.row_titles import FIGURES, FILTERS, TOLD, measure_title

BOUNDS = {
    Bound.EXACT: "exactly, or from … to …",
    Bound.AT_LEAST: "at least",
    Bound.AT_MOST: "at most, up to",
    Bound.ABOUT: "about",
    Bound.MORE_THAN: "more than",
    Bound.LESS_THAN: "less than",
    Bound.VAGUE: "no figure: a vague word",
}
STANDS_FOR = {
    ValueType.NUMBER: ("The figure they stand for", "In digits, or “10 to 12”."),
    ValueType.DATE: ("The day they stand for", "Like 15 February 2021."),
    ValueType.TIME: ("The time they stand for", "Like 17:30."),
}
SOURCES = {
    SourceKind.PERSON: "a named person",
    SourceKind.ORGANISATION: "an organisation",
    SourceKind.DOCUMENT: "a document",
    SourceKind.OUTLET: "another outlet",
    SourceKind.ANONYMOUS: "somebody without a name",
}
NOBODY = "none"
REASONS = (
    "They are about different things",
    "The text was misread",
    "Right, but of no weight",
    "Not for this class",
)
KINDS = {
    "conflict": "Conflict: they cannot all be right",
    "precision": "Precision: one is rounder than the other",
    "scope": "Scope: alike, but about different things",
    "update": "Update: a later report overtakes an earlier one",
    "agreement": "Agree: they say the same",
}
"""What a finding of her own can say of facts; the kinds of how it is told follow."""


def chosen_filter(query: Mapping[str, str]) -> Filter:
    """What the address asks to be shown; a name that is no filter asks for everything."""
    show = query.get("show", "")
    known = show in FILTERS or show in {kind.value for kind in TOLD}
    return Filter(show if known else "", query.get("unsure") == "1", query.get("differences") == "1")


class ValueForm(forms.Form):
    words = forms.CharField(label="The words in the sentence", max_length=300)
    stands_for = forms.CharField(label="The figure they stand for", max_length=60, required=False)
    bound = forms.ChoiceField(
        label="How it is fenced in", choices=[(b.value, words) for b, words in BOUNDS.items()]
    )

    def __init__(self, *args: Any, claim: Claim, stands_for: str, **kwargs: Any) -> None:
        value = claim.value
        bound = Bound.EXACT if value.bound is Bound.RANGE else value.bound
        initial = {"words": value.text, "stands_for": stands_for, "bound": bound.value}
        super().__init__(*args, **kwargs | {"initial": initial})
        self.first = initial
        if value.type is not ValueType.NUMBER:
            del self.fields["bound"]
        if value.type in STANDS_FOR:
            self.fields["stands_for"].label, self.fields["stands_for"].help_text = STANDS_FOR[value.type]
        else:
            del self.fields["stands_for"]

    def typed(self) -> dict[str, Any]:
        """What `typed_values.typed_value` takes. Words that are new say for themselves what they stand for."""
        words, said = self.cleaned_data["words"], self.cleaned_data.get("stands_for", "")
        if words != self.first["words"] and said == self.first["stands_for"]:
            said = ""
        return {
            "words": words,
            "stands_for": said,
            "bound": Bound(self.cleaned_data.get("bound") or Bound.EXACT),
        }


class SourceForm(forms.Form):
    kind = forms.ChoiceField(
        label="What kind of source",
        choices=[*((k.value, words) for k, words in SOURCES.items()), (NOBODY, "nobody: no source is given")],
    )
    name = forms.CharField(
        label="The words that name the source",
        max_length=200,
        required=False,
        help_text="As they stand in the article. Leave empty where no source is given.",
    )

    def __init__(self, *args: Any, claim: Claim, **kwargs: Any) -> None:
        source = claim.source
        initial = {"kind": source.kind.value if source else NOBODY, "name": source.text if source else ""}
        super().__init__(*args, **kwargs | {"initial": initial})

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("kind") != NOBODY and not data.get("name"):
            self.add_error("name", "Type the words by which the article calls the source.")
        return data

    def source_kind(self) -> SourceKind | None:
        kind = self.cleaned_data["kind"]
        return None if kind == NOBODY else SourceKind(kind)


class SameRowForm(forms.Form):
    other = forms.ChoiceField(label="The row that tells of the same")

    def __init__(self, *args: Any, sheet: RowSheet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = [(name, list(rows)) for name, rows in sheet.others]
        self.fields["other"].choices = [("", "Choose a row"), *groups]  # type: ignore[attr-defined]


class ApartRowForm(forms.Form):
    these = forms.MultipleChoiceField(
        label="Tick what tells of another", widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, sheet: RowSheet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["these"].choices = [(t.read.id, t.read.value.text) for t in sheet.told]  # type: ignore[attr-defined]


class OccurrenceNameForm(forms.Form):
    label = forms.CharField(
        label="What you call it",
        max_length=300,
        required=False,
        help_text="It should read well after “the”: “air strike in Syria, 25 February 2021”. Empty: as it was read.",
    )


class SameOccurrenceForm(forms.Form):
    other = forms.ModelChoiceField(
        label="The other happening", queryset=Occurrence.objects.none(), empty_label="Choose a happening"
    )

    def __init__(self, *args: Any, occurrence: Occurrence, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = occurrence.story.occurrences.exclude(pk=occurrence.pk)
        self.fields["other"].queryset = others  # type: ignore[attr-defined]


class ApartOccurrenceForm(forms.Form):
    letters = forms.MultipleChoiceField(label="Articles", widget=forms.CheckboxSelectMultiple, required=False)

    def __init__(self, *args: Any, letters: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["letters"].choices = [(letter, letter) for letter in letters]  # type: ignore[attr-defined]


class DismissForm(forms.Form):
    reason = forms.ChoiceField(label="Why", choices=[(r, r) for r in REASONS])
    words = forms.CharField(label="Or in your words", max_length=300, required=False)

    def said(self) -> str:
        return self.cleaned_data["words"] or self.cleaned_data["reason"]


class FindingForm(forms.Form):
    """A finding of the teacher's own; `marked` are the values of the ticked sentences: "A:19-63"."""

    kind = forms.ChoiceField(
        label="What it shows",
        choices=[
            ("What they say", list(KINDS.items())),
            ("How it is told", [(k.value, words) for k, words in TOLD.items()]),
        ],
    )
    summary = forms.CharField(label="What you see", widget=forms.Textarea(attrs={"rows": 2}), max_length=1000)
    measure = forms.CharField(
        label="What it is about",
        max_length=120,
        required=False,
        help_text="The name of its row, such as “People injured”. Only for what they say.",
    )
    occurrence = forms.ModelChoiceField(
        label="Of which happening",
        queryset=Occurrence.objects.none(),
        required=False,
        empty_label="of none, or of all",
    )

    def __init__(self, *args: Any, story: Story, finding: Finding | None = None, **kwargs: Any) -> None:
        if finding:
            kwargs["initial"] = {
                "kind": finding.relation or finding.kind,
                "summary": finding.summary,
                "measure": measure_title(finding.measure),
                "occurrence": finding.occurrence_id,
            }
        super().__init__(*args, **kwargs)
        measures = story_measures(story)
        self.known = {measure_title(m).casefold(): m for m in measures}
        self.titles = sorted({measure_title(m) for m in measures})
        self.fields["occurrence"].queryset = story.occurrences.all()  # type: ignore[attr-defined]
        self.picked = self.data.getlist("marked") if hasattr(self.data, "getlist") else []
        if finding and not self.is_bound:
            self.picked = [
                f"{p.article.letter}:{e['start']}-{e['end']}"
                for p in finding.positions.all()
                for e in p.evidence
            ]

    def finding(self) -> dict[str, Any]:
        """What `findings.add_finding` takes."""
        kind = self.cleaned_data["kind"]
        is_relation = kind in {r.value for r in Relation}
        found = FindingKind.DISCREPANCY if is_relation else FindingKind(kind)
        is_figure, about = found in FIGURES, self.cleaned_data["measure"]
        return {
            "kind": found,
            "relation": kind if is_relation else "",
            "summary": self.cleaned_data["summary"],
            "marked": list(self._marked()),
            # The name of a row that is there means that row.
            "measure": self.known.get(about.casefold(), about) if is_figure else "",
            "occurrence": self.cleaned_data["occurrence"],
        }

    def _marked(self) -> list[Marked]:
        marked = []
        for value in self.picked:
            letter, _, span = value.partition(":")
            start, _, end = span.partition("-")
            if start.isdecimal() and end.isdecimal():
                marked.append(Marked(letter, int(start), int(end)))
        return marked
