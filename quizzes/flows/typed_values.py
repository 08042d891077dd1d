"""What a teacher types as a claim's value or source, as readings keep it. The words are always the article's own."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

from quizzes.nlp.lexicons.numbers import VAGUE
from quizzes.nlp.types import Bound, Claim, Reading, Source, SourceKind, ValueType
from quizzes.nlp.written.clocks import clock_at
from quizzes.nlp.written.dates import find_dates
from quizzes.nlp.written.figures import read_figure

NEARNESS = 0.1
"""How far "about" may be off, as a share of the figure: as reading has it."""

Json = dict[str, Any]


class ValueRefused(Exception):
    """What was typed is not in the article, or says no value; the text says why, to a teacher."""


def typed_value(claim: Claim, *, words: str, stands_for: str, bound: Bound, published: str | None) -> Json:
    """The value of a correction. `words` are in the claim's sentence; `stands_for` says what they mean, "" for
    what they say themselves. Raises ValueRefused."""
    start, end = _found(claim, words)
    value: Json = {"start": start, "end": end, "low": None, "high": None, "about": None, "norm": None}
    said = stands_for or words
    match claim.value.type:
        case ValueType.NUMBER:
            return value | _figure(words, said, bound)
        case ValueType.DATE:
            return value | {"norm": _day(said, published), "bound": bound.value}
        case ValueType.TIME:
            return value | {"norm": _time(said), "bound": bound.value}
    return value | {"norm": " ".join(said.casefold().split()), "bound": Bound.EXACT.value}


def _found(claim: Claim, words: str) -> tuple[int, int]:
    places = [m.span() for m in _pattern(words).finditer(claim.text)] if words.strip() else []
    if not places:
        raise ValueRefused(
            f"“{words}” does not stand in this sentence. Copy the words as the article has them."
        )
    at = claim.value.start - claim.start
    start, end = min(places, key=lambda span: abs(span[0] - at))
    return claim.start + start, claim.start + end


def _pattern(words: str) -> re.Pattern[str]:
    """The words as whole words, whatever blanks and line breaks stand between them."""
    spaced = r"\s+".join(re.escape(word) for word in words.split())
    return re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)


def _figure(words: str, said: str, bound: Bound) -> Json:
    if bound is Bound.VAGUE:
        range_of = next((VAGUE[w] for w in re.findall(r"[a-z]+", words.lower()) if w in VAGUE), None)
        if range_of is None:
            raise ValueRefused(
                f"“{words}” is no vague word that is known here. Say which figure it stands for."
            )
        return {"about": list(range_of), "bound": bound.value}
    figure = read_figure(said)
    if figure is None:
        raise ValueRefused(f"No figure can be read in “{said}”. Type it in digits.")
    low, high = figure
    if low != high and bound in (Bound.EXACT, Bound.ABOUT):
        bound = Bound.RANGE
    if bound is Bound.RANGE and low == high:
        bound = Bound.EXACT
    about = [low * (1 - NEARNESS), high * (1 + NEARNESS)] if bound is Bound.ABOUT else None
    return {
        "low": None if bound in (Bound.AT_MOST, Bound.LESS_THAN) else low,
        "high": None if bound in (Bound.AT_LEAST, Bound.MORE_THAN) else high,
        "about": about,
        "bound": bound.value,
    }


def _day(said: str, published: str | None) -> str:
    norm = next((d.norm for d in find_dates(said, published) if d.norm), None)
    if norm is None:
        raise ValueRefused(f"No day can be read in “{said}”. Type it like 15 February 2021.")
    return norm


def _time(said: str) -> str:
    words = said.lower().split()
    found = next((clock for at in range(len(words)) if (clock := clock_at(words, at))), None)
    if found is None:
        raise ValueRefused(f"No time of day can be read in “{said}”. Type it like 17:30.")
    return found[0]


def typed_source(reading: Reading, claim: Claim, *, kind: SourceKind, words: str) -> Json:
    """The source as the article names it, nearest to the claim. Raises ValueRefused."""
    places = [m.span() for m in _pattern(words).finditer(reading.text)] if words.strip() else []
    if not places:
        raise ValueRefused(
            f"“{words}” does not stand in article {reading.article}. Copy the words by which it calls the source."
        )
    start, end = min(places, key=lambda span: _distance(claim, span))
    said = reading.text[start:end]
    source = Source(said, start, end, " ".join(said.split()), kind)
    return asdict(source) | {"kind": kind.value}


def _distance(claim: Claim, span: tuple[int, int]) -> int:
    return 0 if claim.start <= span[0] and span[1] <= claim.end else abs(span[0] - claim.start)
