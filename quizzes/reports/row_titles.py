"""What the rows and filters of the matrix are called."""

from __future__ import annotations

from quizzes.items.wording import MEASURES
from quizzes.nlp.types import FindingKind

FIGURES = frozenset({FindingKind.DISCREPANCY, FindingKind.AGREEMENT})
"""Kinds of findings that are badges on a row of claims; the others have rows of their own under "How it is told"."""

FILTERS = {
    "conflict": "Conflict",
    "precision": "Precision",
    "scope": "Scope",
    "update": "Update",
    "agreement": "Agree",
    "framing": "How it is told",
}

TOLD = {
    FindingKind.LABEL_CHOICE: "Words for one and the same",
    FindingKind.HEADLINE_ANGLE: "What the headline puts first",
    FindingKind.ANONYMOUS_SOURCE: "Sources without a name",
    FindingKind.UNATTRIBUTED_FIGURE: "Figures without a source",
    FindingKind.TEXT_REUSE: "The same sentence twice",
    FindingKind.QUOTATION_ALTERED: "One quotation, different words",
    FindingKind.QUOTATION_UNATTRIBUTED: "Quotations without a speaker",
    FindingKind.VOICE_UNIQUE: "Heard here alone",
    FindingKind.OMISSION: "Left out by some",
    FindingKind.LOADED_LANGUAGE: "Words that judge",
    FindingKind.REPORT_VERB: "Verbs of saying that judge",
    FindingKind.AGENTLESS: "Harm without who did it",
    FindingKind.LOST_ATTRIBUTION: "A source lost in the copy",
    FindingKind.NAME_VARIANT: "One name, several spellings",
    FindingKind.INTRUDER: "A passage of another story",
}
"""What the rows under "How it is told" are called."""

MERGED = frozenset(
    {
        FindingKind.ANONYMOUS_SOURCE,
        FindingKind.UNATTRIBUTED_FIGURE,
        FindingKind.TEXT_REUSE,
        FindingKind.LOADED_LANGUAGE,
        FindingKind.REPORT_VERB,
        FindingKind.AGENTLESS,
        FindingKind.LOST_ATTRIBUTION,
        FindingKind.QUOTATION_UNATTRIBUTED,
        FindingKind.VOICE_UNIQUE,
        FindingKind.OMISSION,
    }
)
"""Kinds of which an article often holds several: they share one row, each entry with its own link."""


def measure_title(measure: str) -> str:
    """How the page calls a measure: "People killed"."""
    words = MEASURES[measure].counted if measure in MEASURES else measure
    return words[:1].upper() + words[1:]
