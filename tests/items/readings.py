"""Readings and findings made by hand for items that rest on words."""

from __future__ import annotations

from dataclasses import replace

from quizzes.items.drafting import draft_items
from quizzes.items.proof import prove
from quizzes.items.types import ItemDraft, Option, Pairing
from quizzes.nlp.types import (
    Comparison,
    Evidence,
    Finding,
    FindingKind,
    Manner,
    Occurrence,
    Position,
    Quotation,
    Reading,
    Source,
    SourceKind,
)
from tests.items.stories import (
    Telling,
)


def article(letter: str, outlet: str, *sentences: str) -> Reading:
    return Telling(letter, outlet, sentences).reading()


def quoting(reading: Reading, **said: str) -> Reading:
    """The reading with quotations: the words by their speaker's name, "_" for the blank in it."""
    quotations = tuple(quotation(reading, name.replace("_", " "), words) for name, words in said.items())
    return replace(reading, quotations=quotations)


def quotation(reading: Reading, name: str, words: str) -> Quotation:
    at, by = reading.text.index(words), reading.text.find(name)
    speaker = Source(name, by, by + len(name), name, SourceKind.PERSON)
    return Quotation(
        f"q-{reading.article}-{at}",
        reading.article,
        at,
        at + len(words),
        words,
        Manner.DIRECT,
        "said",
        speaker,
    )


def story(
    *readings: Reading, findings: tuple[Finding, ...] = (), **more: tuple[Occurrence, ...]
) -> Comparison:
    return Comparison(readings, (), more.get("occurrences", ()), findings)


def position(reading: Reading, value: str, sentence: str | None = None) -> Position:
    shown = sentence or value
    at = reading.text.index(shown)
    return Position(
        reading.article, (), value, None, (Evidence(reading.article, at, at + len(shown), shown),)
    )


def of_kind(kind: FindingKind, *positions: Position, nth: int = 1, **more: object) -> Finding:
    return Finding(f"f-{kind}-{nth}", kind, "A finding.", 0.75, positions, **more)  # type: ignore[arg-type]


def asked(comparison: Comparison, start: str) -> list[ItemDraft]:
    drafts = [d for d in draft_items(comparison) if d.proof.startswith(start)]
    assert all(prove(d, comparison) for d in drafts)
    return drafts


def shown(draft: ItemDraft) -> dict[str, str]:
    options: tuple[Option, ...] | Pairing = draft.options
    listed = (*options.left, *options.right) if isinstance(options, Pairing) else options
    return {o.id: o.text for o in listed}
