"""What a teacher has changed of a story's readings, in words, and whether it still fits anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quizzes.flows.corrections import corrections_of, overlay_of
from quizzes.flows.records import readings_as_read
from quizzes.models import Correction, Occurrence, Story
from quizzes.reports.cells import value_words
from quizzes.reports.row_titles import measure_title

Kind = Correction.Kind


@dataclass(frozen=True)
class Change:
    """A correction in words: which article, what was read, what holds instead."""

    what: str
    letters: tuple[str, ...]
    fits: bool
    correction: Correction | None = None
    occurrence: Occurrence | None = None
    """Set where the change is a name for it."""


def changes(story: Story) -> list[Change]:
    """The newest first."""
    corrections = corrections_of(story)
    readings = readings_as_read(story)
    overlay = overlay_of(readings, corrections)
    labels = {(r.article, x.start, x.end) for r in readings for x in r.labels}
    listed = [
        Change(_what(c), tuple(_letters(c)), overlay.fits(c, labels), correction=c)
        for c in reversed(corrections)
    ]
    named = story.occurrences.exclude(label_set="").prefetch_related("claims", "findings")
    return [*listed, *(_name(o) for o in named)]


def _name(occurrence: Occurrence) -> Change:
    was = f" (was “{occurrence.label}”)" if occurrence.label != occurrence.label_set else ""
    fits = bool(occurrence.claims.all() or occurrence.findings.all())
    return Change(f"A happening is called “{occurrence.label_set}”{was}", (), fits, occurrence=occurrence)


def _letters(correction: Correction) -> Iterable[str]:
    subject = correction.subject
    if "article" in subject:
        return [subject["article"]]
    return subject.get("articles", [])


def _what(correction: Correction) -> str:
    subject, value = correction.subject, correction.value
    titles = subject.get("titles", ())
    match correction.kind:
        case Kind.VALUE:
            said = value_words(value["low"], value["high"], value["norm"], value["bound"]) if value else ""
            return f"{_measure(subject)}: “{subject['was']}” is read as {said}"
        case Kind.SOURCE:
            said = f"“{value['name']}”" if value else "nobody: no source is given"
            return f"{_measure(subject)}: who says “{subject['was']}” is {said}"
        case Kind.NO_CLAIM:
            return f"{_measure(subject)}: “{subject['was']}” makes no claim about this"
        case Kind.LABEL:
            return f"“{subject['was']}” is not a word for this"
        case Kind.SAME:
            return f"One and the same: “{titles[0]}” and “{titles[1]}”"
    return f"Told apart: “{titles[0]}”"


def _measure(subject: dict[str, str]) -> str:
    return measure_title(subject["measure"])
