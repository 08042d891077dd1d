"""Which words of a sentence give a quantity, what it is a quantity of, and how it is fenced in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from quizzes.nlp.lexicons.acts import FAMILY_OF_NOUN
from quizzes.nlp.lexicons.numbers import (
    ARTICLED,
    DURATIONS,
    FREQUENCIES,
    GROUPS,
    NOBODY,
    ONES,
    ORDINALS,
    PLURAL,
    SCALES,
    TENS,
    VAGUE,
)
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.measuring.counted import Counted, Kind, counted_of
from quizzes.nlp.measuring.counting import fence_before, numbered
from quizzes.nlp.measuring.noun_phrases import lemma_of, noun_after
from quizzes.nlp.measuring.spans import span_at
from quizzes.nlp.measuring.turns import turn_at
from quizzes.nlp.measuring.units import is_ordinal, kind_of, share_of
from quizzes.nlp.types import Bound, ValueType
from quizzes.nlp.written.clocks import NAMED, clock_at
from quizzes.nlp.written.dates import find_dates
from quizzes.nlp.written.figures import DASHES, bound_before, number_at, single_at

TO = re.compile(r"to-\d+")
DECADE = re.compile(r"[1-9]0s")
RESULTS = frozenset({"vote", "ballot", "score", "margin", "count", "tally"})
"""Words before a result in figures joined by "to"."""
STRETCH = re.compile(r"(?:1[5-9]|20)\d\d[-–](?:(?:1[5-9]|20)\d\d|\d\d)(?!\d)")
"""Two years joined by a dash."""
TALLY = re.compile(r"\d+(?:[-–]\d+)+")
OPENING = (
    frozenset({"a", "an", "half", "no", "single", "quarter"})
    | frozenset().union(ONES, TENS, NOBODY, VAGUE, DURATIONS, FREQUENCIES, ORDINALS)
    | NAMED.keys()
)
"""Words in letters alone that can open a quantity other than a bare plural; most words cannot."""


def find_quantities(tokens: Doc | DocSpan) -> tuple[Counted, ...]:
    """The quantities of a sentence in order; dates, ordinals and numbers that only name something are left out."""
    return tuple(read_quantities(tokens[:] if isinstance(tokens, Doc) else tokens))


def read_quantities(sentence: DocSpan) -> Iterator[Counted]:
    words = [t.lower_ for t in sentence]
    dated = dated_tokens(sentence)
    at = 0
    while at < len(words):
        found = None if at in dated else quantity_at(sentence, words, at)
        if found is not None:
            yield found
            at = max(at + 1, found.end - sentence.start)
        else:
            at += 1


def dated_tokens(sentence: DocSpan) -> frozenset[int]:
    """The tokens (counted from the sentence's first) that stand in a date."""
    base = sentence.start_char
    spans = [d for d in find_dates(sentence.text, None) if d.is_calendar]
    if not spans:
        return frozenset()
    return frozenset(i for i, t in enumerate(sentence) for d in spans if d.start <= t.idx - base < d.end)


def quantity_at(sentence: DocSpan, words: list[str], at: int) -> Counted | None:
    """The quantity that begins with the sentence's token `at`, or None."""
    if words[at].isalpha() and words[at] not in OPENING:
        return indefinite(sentence, words, at)
    if clock := clock_at(words, at):
        norm, end = clock
        return timed(sentence, words, at, end, norm)
    if last := tally_end(sentence, words, at):
        return tally(sentence, at, last)
    if found := span_at(sentence, words, at):
        return found
    if number := number_at(words, at):
        return numbered(sentence, words, at, number)
    if found := turn_at(sentence, words, at):
        return found
    if (
        words[at] == "half"
        and words[at + 1 : at + 2] == ["of"]
        and words[at - 1 : at] not in (["and"], ["-"])
        and not is_ordinal(sentence, at)
    ):
        fence = fence_before(sentence, words, at)
        bound, start = fence or (Bound.EXACT, at)
        return share_of(sentence, words, start, at + 1, 50, bound)
    if words[at] in NOBODY or words[at] == "no":
        return none_of(sentence, words, at)
    if words[at] in VAGUE and words[at - 1 : at] != ["as"]:
        return vaguely(sentence, words, at)
    if (
        DECADE.fullmatch(words[at])
        and words[at - 2 : at - 1] == ["in"]
        and words[at - 1] in {"his", "her", "their"}
    ):
        return decade(sentence, at)
    if words[at] == "single":
        return single(sentence, words, at)
    return indefinite(sentence, words, at)


def timed(sentence: DocSpan, words: list[str], at: int, end: int, norm: str) -> Counted:
    fence = bound_before(words, at)
    start = fence[1] if fence else at
    bound = fence[0] if fence else Bound.EXACT
    return counted_of(sentence, Kind.TIME, start, end, None, bound=bound, norm=norm, type=ValueType.TIME)


def tally_end(sentence: DocSpan, words: list[str], at: int) -> int | None:
    """The token after a result ("234-193", "11-2"): two figures joined by a dash, the second no larger or counting nothing."""
    if is_no_result(words, at):
        return None
    if glued := TALLY.fullmatch(words[at]):
        ends = [int(n) for n in re.findall(r"\d+", glued[0])]
        return at + 1 if ends[0] >= ends[-1] or noun_after(sentence, at + 1) is None else None
    if words[at + 1 : at + 2] == ["to"] and is_result(sentence, words, at):
        return at + 3
    if words[at + 1 : at + 4] == ["-", "to", "-"] and single_at(words, at) and single_at(words, at + 4):
        return at + 5
    if (
        words[at].isdigit()
        and words[at + 1 : at + 2] == ["-"]
        and TO.fullmatch(" ".join(words[at + 2 : at + 3]))
    ):
        return at + 3
    if (
        at + 2 >= len(words)
        or words[at + 1] not in DASHES
        or not (words[at].isdigit() and words[at + 2].isdigit())
    ):
        return None
    if sentence[at].whitespace_ or sentence[at + 1].whitespace_:
        return None
    return at + 3 if int(words[at]) >= int(words[at + 2]) or noun_after(sentence, at + 3) is None else None


def is_no_result(words: list[str], at: int) -> bool:
    """True for a number in a register ("No. 14-98"), a stretch of years ("2003-2016") and "50-50"."""
    joined = "".join(words[at : at + 3])
    is_numbered = words[max(0, at - 1) : at] in (["no."], ["nos."], ["#"]) or words[max(0, at - 2) : at] == [
        "no",
        ".",
    ]
    return is_numbered or bool(STRETCH.match(joined)) or joined.startswith(("50-50", "50–50"))


def is_result(sentence: DocSpan, words: list[str], at: int) -> bool:
    """True for the "52 to 48" of "by a vote of 52 to 48" and "voted 52 to 48"."""
    ends = words[at], *words[at + 2 : at + 3]
    if len(ends) < 2 or not all(w.isdigit() for w in ends):
        return False
    near = {t.lemma_.lower() for t in sentence[max(0, at - 3) : at]}
    return bool(near & RESULTS) and noun_after(sentence, at + 3) is None


def tally(sentence: DocSpan, at: int, end: int) -> Counted:
    """A result such as "234-193": comparable as text, no number of anything."""
    norm = re.sub(r"-to-| to |[–—‑]", "-", sentence[at:end].text.lower())
    return counted_of(sentence, Kind.TALLY, at, end, None, norm=norm, type=ValueType.TEXT)


def none_of(sentence: DocSpan, words: list[str], at: int) -> Counted | None:
    """Nought, for "no one", "nobody", "no service members", "none"."""
    end = at + 1
    if words[at] == "no":
        if words[end : end + 1] == ["one"]:
            end += 1
            return counted_of(sentence, Kind.COUNT, at, end, None, 0, 0)
        noun = noun_after(sentence, end)
        if noun is None or words[end] in {"more", "longer", "doubt", "matter", "fewer", "less"}:
            return None
        return counted_of(sentence, Kind.COUNT, at, end, noun, 0, 0)
    return counted_of(sentence, Kind.COUNT, at, end, None, 0, 0)


def vaguely(sentence: DocSpan, words: list[str], at: int) -> Counted | None:
    """The quantity of a vague word; with "up to" and the like the word's own range gives the bound."""
    word, start = words[at], at
    if word in ARTICLED:
        if at == 0 or (words[at - 1] not in {"a", "an"} and words[at - 2 : at] != ["a", "small"]):
            return None
        start = at - 1
    if word in {"couple", "number", "cluster", "string", "series", "spate", "handful"} and words[
        at + 1 : at + 2
    ] != ["of"]:
        return None
    if word == "some" and words[at + 1 : at + 2] and number_at(words, at + 1):
        return None
    skip = at + 2 if words[at + 1 : at + 2] == ["of"] else at + 1
    # "several hundred", "a few dozen"
    scale = (SCALES.get(words[skip]) or GROUPS.get(words[skip])) if skip < len(words) else None
    if scale:
        return scaled(sentence, words, start, skip, (VAGUE[word][0] * scale, VAGUE[word][1] * scale))
    # "tens of thousands", "hundreds of millions"
    if words[skip : skip + 1] and words[skip] in VAGUE and words[skip].endswith("s") and skip == at + 2:
        at, skip = skip, skip + (2 if words[skip + 1 : skip + 2] == ["of"] else 1)
    noun = noun_after(sentence, skip)
    low, high = VAGUE[words[at]]
    if words[start:at] and words[start] in {"tens", "hundreds"}:
        low, high = low * 10, high * 10
    fence = fence_before(sentence, words, start)
    if noun is None and word in {"number", "some", "series", "string", "cluster"}:
        return None
    if noun is not None and lemma_of(noun) in DURATIONS:
        return None
    outer = sentence[at] if words[at + 1 : at + 2] == ["of"] else None
    is_fenced = fence is not None and fence[0] is not Bound.ABOUT
    return counted_of(
        sentence,
        kind_of(noun),
        fence[1] if fence else start,
        at + 1,
        noun,
        bound=fence[0] if fence and is_fenced else Bound.VAGUE,
        about=(low, high),
        anchor=outer,
    )


def scaled(sentence: DocSpan, words: list[str], start: int, at: int, about: tuple[float, float]) -> Counted:
    """The quantity of a vague word with a scale behind it ("several hundred people")."""
    noun = noun_after(sentence, at + 2 if words[at + 1 : at + 2] == ["of"] else at + 1)
    return counted_of(sentence, kind_of(noun), start, at + 1, noun, bound=Bound.VAGUE, about=about)


def indefinite(sentence: DocSpan, words: list[str], at: int) -> Counted | None:
    """One, for an indefinite noun phrase; a vague many for a bare plural. Only some measures take these."""
    token = sentence[at]
    if words[at] in {"a", "an", "another"}:
        noun = noun_after(sentence, at + 1)
        if noun is None or noun.tag_ in {"NNS", "NNPS"} or words[at + 1] in VAGUE:
            return None
        return counted_of(sentence, Kind.ARTICLE, at, at + 1, noun, 1, 1)
    return None if token.tag_ != "NNS" or has_determiner(token) else bare(sentence, at, token)


def has_determiner(noun: Token) -> bool:
    return any(c.dep_ in {"det", "nummod", "nmod:poss"} for c in noun.children) or noun.dep_ == "compound"


def single(sentence: DocSpan, words: list[str], at: int) -> Counted | None:
    """One, for "the single strike": who stresses that it was one makes a claim of it."""
    noun = noun_after(sentence, at + 1)
    if noun is None or noun.tag_ != "NN" or words[at - 1 : at] not in (["the"], ["a"]):
        return None
    if lemma_of(noun) not in PEOPLE and lemma_of(noun) not in FAMILY_OF_NOUN:
        return None
    if {"not", "n't", "n’t", "never", "without"} & set(words[max(0, at - 5) : at]):
        return None
    return counted_of(sentence, Kind.COUNT, at, at + 1, noun, 1, 1)


def decade(sentence: DocSpan, at: int) -> Counted:
    """The ages that "in his 50s" allows."""
    low = float(sentence[at].text[:2])
    owner = sentence[at].head
    of = (lemma_of(owner),) if owner.pos_ == "NOUN" else ()
    return counted_of(sentence, Kind.AGE, at, at + 1, None, low, low + 9, Bound.RANGE, unit="years", of=of)


def bare(sentence: DocSpan, at: int, noun: Token) -> Counted:
    """A vague many, for a plural without determiner."""
    return counted_of(sentence, Kind.PLURAL, at, at + 1, noun, bound=Bound.VAGUE, about=PLURAL)
