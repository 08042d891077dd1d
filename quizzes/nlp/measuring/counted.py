"""A quantity where it stands in a sentence: its value, its words, and what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.lexicons.numbers import NEARNESS
from quizzes.nlp.measuring.noun_phrases import content_words, phrase_start
from quizzes.nlp.types import Bound, Quantity, ValueType

OWNERS = frozenset({"their", "our", "his", "her", "its", "my", "your"})
MORE = frozenset({"more", "other", "further", "additional", "another", "else"})


class Kind(StrEnum):
    """What sort of quantity it is: decides which measures it can belong to."""

    COUNT = "count"
    ARTICLE = "article"
    PLURAL = "plural"
    MONEY = "money"
    PERCENT = "percent"
    DURATION = "duration"
    DISTANCE = "distance"
    WEIGHT = "weight"
    AGE = "age"
    TIME = "time"
    TALLY = "tally"
    DATE = "date"
    WORDS = "words"
    TURNS = "turns"
    RANK = "rank"


@dataclass(frozen=True)
class Counted:
    """A quantity where it stands: its tokens (`start` to `end` of the doc), the noun it counts, and the token by which
    both hang in the sentence. `is_more` marks what comes on top of others ("two more attacks")."""

    quantity: Quantity
    kind: Kind
    start: int
    end: int
    noun: Token | None
    anchor: Token
    counted: tuple[str, ...] = ()
    is_more: bool = False
    is_part: bool = False


def counted_of(
    sentence: DocSpan,
    kind: Kind,
    start: int,
    end: int,
    noun: Token | None,
    low: float | None = None,
    high: float | None = None,
    bound: Bound = Bound.EXACT,
    *,
    about: tuple[float, float] | None = None,
    norm: str | None = None,
    type: ValueType = ValueType.NUMBER,
    unit: str | None = None,
    anchor: Token | None = None,
    is_part: bool = False,
    of: tuple[str, ...] | None = None,
) -> Counted:
    """The Counted of the sentence's tokens `start` to `end`."""
    first, last = sentence[start], sentence[end - 1]
    low, high, about = fenced(low, high, bound, about)
    if noun is not None:
        unit = noun.doc[phrase_start(noun, sentence.start + end).i : noun.i + 1].text
    words = content_words(noun, sentence.start + end) if noun is not None else ()
    words = words if of is None else of
    return Counted(
        Quantity(
            text=sentence[start:end].text,
            start=first.idx,
            end=last.idx + len(last),
            type=type,
            low=low,
            high=high,
            about=about,
            norm=norm,
            bound=bound,
            unit=unit,
        ),
        kind,
        sentence.start + start,
        sentence.start + end,
        noun,
        anchor or noun or last,
        tuple(w for w in words if w not in MORE | OWNERS) or words,
        is_more=any(t.lower_ in MORE for t in sentence.doc[sentence.start + end : (noun or last).i + 2]),
        is_part=is_part,
    )


def fenced(
    low: float | None, high: float | None, bound: Bound, about: tuple[float, float] | None
) -> tuple[float | None, float | None, tuple[float, float] | None]:
    """low, high and about as types.Quantity documents them for the bound."""
    if bound in {Bound.AT_LEAST, Bound.MORE_THAN}:
        return low, None, about
    if bound in {Bound.AT_MOST, Bound.LESS_THAN}:
        return None, high, about
    if bound is Bound.ABOUT and low is not None and high is not None:
        return low, high, (low * (1 - NEARNESS), high * (1 + NEARNESS))
    return low, high, about
