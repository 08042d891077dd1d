"""Whether an article quotes a person, or so much as speaks of them."""

from __future__ import annotations

import re

from quizzes.nlp.findings.voices import surname
from quizzes.nlp.spellings import fold
from quizzes.nlp.types import Manner, Quotation, Reading, SourceKind


def quotes_by_name(reading: Reading, name: str) -> Quotation | None:
    """The first words between marks that the article gives to the person by name; a pronoun beside them is not enough."""
    return next((q for q in reading.quotations if _is_by(q, name) and fold(name) in fold(reading.text)), None)


def _is_by(quotation: Quotation, name: str) -> bool:
    speaker = quotation.speaker
    return (
        quotation.manner is not Manner.INDIRECT
        and speaker is not None
        and speaker.kind is SourceKind.PERSON
        and surname(speaker.name) == surname(name)
        and surname(name) in re.findall(r"[\w-]+", fold(speaker.text))
    )


def speaks_of(reading: Reading, name: str) -> bool:
    """True where the person's surname stands anywhere in the text."""
    return surname(name) in re.findall(r"[\w-]+", fold(reading.text))
