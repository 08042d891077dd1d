from __future__ import annotations

from dataclasses import dataclass

from quizzes.nlp.types import Passage


@dataclass(frozen=True)
class Metadata:
    """What the text states of itself; None where it does not. `published` is an ISO date."""

    outlet: str | None = None
    headline: str | None = None
    byline: str | None = None
    published: str | None = None


def read_metadata(text: str, passages: tuple[Passage, ...]) -> Metadata:
    return Metadata()
