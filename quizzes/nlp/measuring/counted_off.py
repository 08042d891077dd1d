"""Deaths that are counted off: "a third patient died" is the toll of three that the article gives as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizzes.nlp.lexicons.numbers import ORDINALS
from quizzes.nlp.types import Claim

KILLED = "killed"


def with_counted_off(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims; one death told as the third has the figure three where the article says elsewhere that three are dead.

    Without that figure "a third man died" may be the third of whom the sentence tells, not the third dead.
    """
    tolls = {c.value.low for c in claims if c.measure == KILLED and c.value.low == c.value.high}
    for claim in claims:
        number = ORDINALS.get(claim.counted[0]) if claim.counted else None
        yield counted_off(claim, number) if number in tolls and number is not None else claim


def counted_off(claim: Claim, number: float) -> Claim:
    """The claim with the ordinal as its figure; as it is where that does not stand right behind "a"."""
    value = claim.value
    words = f"{value.text} {claim.counted[0]}"
    at = value.start - claim.start
    if claim.measure != KILLED or value.text.casefold() != "a" or claim.text[at : at + len(words)] != words:
        return claim
    told = replace(value, text=words, end=value.start + len(words), low=number, high=number)
    return replace(claim, value=told, counted=claim.counted[1:])
