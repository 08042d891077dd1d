"""Durations that are written without a plain figure, or with two: "hour-long", "a decade", "8 hours and 20 minutes"."""

from __future__ import annotations

from spacy.tokens import Span as DocSpan

from quizzes.nlp.lexicons.matters import LATER
from quizzes.nlp.lexicons.numbers import DURATIONS, MINUTES, ROUND_TIMES
from quizzes.nlp.measuring.counted import Counted, Kind, counted_of
from quizzes.nlp.measuring.noun_phrases import lemma_of
from quizzes.nlp.measuring.units import matter_of, modified, unit_at
from quizzes.nlp.types import Bound
from quizzes.nlp.written.figures import bound_before, number_at

LASTING = frozenset(
    """for after within over nearly almost about than least around in take takes took taken taking last lasts lasted
    lasting""".split()
)
"""Words before "a year" that make it a length of time; elsewhere it is a rate ("$5 a year") or a day in the calendar."""
LONG = ("-", "long")


def span_at(sentence: DocSpan, words: list[str], at: int) -> Counted | None:
    """The duration in words that begins with the sentence's token `at`, or None."""
    return (
        compound_span(sentence, words, at)
        or joined_span(sentence, words, at)
        or one_unit(sentence, words, at)
    )


def joined_span(sentence: DocSpan, words: list[str], at: int) -> Counted | None:
    """One hour, for the "hour-long" of "an hour-long talk"; "hours-long" gives no figure."""
    if tuple(words[at + 1 : at + 3]) != LONG or words[at] not in DURATIONS or at < 1:
        return None
    if words[at - 1] in {"-", "–"} or (number_at(words, at - 1) and words[at - 1] not in {"a", "an"}):
        return None
    of = modified(sentence[at + 2])
    return counted_of(sentence, Kind.DURATION, at, at + 3, sentence[at], 1, 1, of=of, anchor=sentence[at])


def one_unit(sentence: DocSpan, words: list[str], at: int) -> Counted | None:
    """One year, for the "a year" of "for a year" or "a year later" and for "a full year"; a decade and a century are round."""
    if words[at] not in {"a", "an"}:
        return None
    is_full = words[at + 1 : at + 2] != [] and words[at + 1] in {"full", "whole", "entire"}
    end = at + 2 + is_full
    if len(words) < end or words[end - 1] not in DURATIONS - {"second", "night", "weekend"}:
        return None
    follows = words[end : end + 1]
    if follows in (["-"], ["of"]) or (
        words[at - 1 : at] == ["in"] and follows in (["when"], ["where"], ["that"])
    ):
        return None
    is_lasting = is_full or (at > 0 and words[at - 1] in LASTING)
    if not is_lasting and not (follows and follows[0] in LATER):
        return None
    unit = sentence[end - 1]
    if is_lasting and unit.head.i > unit.i and unit.dep_ in {"compound", "amod", "nmod:poss"}:
        # "for a week end", "in a year's time"
        return None
    fence = bound_before(words, at)
    bound = fence[0] if fence else Bound.ABOUT if words[end - 1] in ROUND_TIMES else Bound.EXACT
    start = fence[1] if fence else at
    return counted_of(sentence, Kind.DURATION, start, end, unit, 1, 1, bound, of=matter_of(unit), anchor=unit)


def compound_span(sentence: DocSpan, words: list[str], at: int) -> Counted | None:
    """The minutes of "8 hours and 20 minutes", the days of "three weeks and two days"."""
    first = number_at(words, at)
    if first is None or first.low != first.high or unit_at(sentence, words, first.end) is None:
        return None
    behind = first.end + 1 + (words[first.end + 1 : first.end + 2] in (["and"], [","]))
    second = number_at(words, behind) if behind < len(words) else None
    if second is None or second.low != second.high:
        return None
    large, small = unit_at(sentence, words, first.end), unit_at(sentence, words, second.end)
    if large is None or small is None:
        return None
    sizes = MINUTES.get(lemma_of(large)), MINUTES.get(lemma_of(small))
    if sizes[0] is None or sizes[1] is None or sizes[0] <= sizes[1]:
        return None
    value = first.low * sizes[0] / sizes[1] + second.low
    fence = bound_before(words, at)
    found = counted_of(
        sentence,
        Kind.DURATION,
        fence[1] if fence else at,
        second.end + 1,
        None,
        value,
        value,
        fence[0] if fence else Bound.EXACT,
        unit=small.text,
        anchor=small,
        of=matter_of(small),
    )
    return found
