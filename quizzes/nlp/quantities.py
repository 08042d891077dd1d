"""Which words of a sentence give a quantity, what it is a quantity of, and how it is fenced in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from quizzes.nlp.clocks import clock_at
from quizzes.nlp.dates import find_dates
from quizzes.nlp.figures import DASHES, bound_after, bound_before, number_at, single_at
from quizzes.nlp.lexicons.numbers import (
    ARTICLED,
    CURRENCIES,
    CURRENCY_SIGNS,
    DISTANCES,
    DURATIONS,
    FRACTIONS,
    GROUPS,
    NEARNESS,
    NOBODY,
    PERCENT,
    PLURAL,
    RATES,
    SCALES,
    VAGUE,
    WEIGHTS,
)
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.noun_phrases import content_words, lemma_of, noun_after, phrase_start
from quizzes.nlp.types import Bound, Quantity, ValueType


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


MORE = frozenset({"more", "other", "further", "additional", "another", "else"})
DEFINITE = frozenset(
    {
        "the",
        "these",
        "those",
        "both",
        "its",
        "their",
        "his",
        "her",
        "our",
        "my",
        "your",
        "first",
        "last",
        "next",
        "past",
    }
)
UNITS = DURATIONS | DISTANCES | WEIGHTS | CURRENCIES
MATTERS = frozenset({Kind.MONEY, Kind.DURATION, Kind.DISTANCE, Kind.WEIGHT})
"""Kinds whose unit says nothing of what was measured."""
OLDEST = 115
"""Nobody in the news is older: larger numbers behind a name count something else."""
TALLY = re.compile(r"\d+(?:[-–]\d+)+")


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
    spans = find_dates(sentence.text, None)
    return frozenset(
        i for i, t in enumerate(sentence) for d in spans if d.start <= t.idx - base < d.end and d.is_calendar
    )


def quantity_at(sentence: DocSpan, words: list[str], at: int) -> Counted | None:
    """The quantity that begins with the sentence's token `at`, or None."""
    if found := clock_at(words, at):
        norm, end = found
        return timed(sentence, words, at, end, norm)
    if end := tally_end(sentence, words, at):
        return tally(sentence, at, end)
    if number := number_at(words, at):
        return numbered(sentence, words, at, number.low, number.high, number.end)
    if (
        words[at] == "half"
        and words[at + 1 : at + 2] == ["of"]
        and words[at - 1 : at] != ["and"]
        and not is_ordinal(sentence, at)
    ):
        return share_of(sentence, words, at, at + 1, 50)
    if words[at] in NOBODY or words[at] == "no":
        return none_of(sentence, words, at)
    if words[at] in VAGUE and words[at - 1 : at] != ["as"]:
        return vaguely(sentence, words, at)
    if words[at] == "single":
        return single(sentence, words, at)
    return indefinite(sentence, words, at)


def timed(sentence: DocSpan, words: list[str], at: int, end: int, norm: str) -> Counted:
    fence = bound_before(words, at)
    start = fence[1] if fence else at
    bound = fence[0] if fence else Bound.EXACT
    return counted_of(sentence, Kind.TIME, start, end, None, bound=bound, norm=norm, type=ValueType.TIME)


def numbered(
    sentence: DocSpan, words: list[str], at: int, low: float, high: float, end: int
) -> Counted | None:
    """The quantity of a number in words or digits; None for one that only names ("Room 12", "one of the", "the two")."""
    if is_name(sentence, words, at, end):
        return None
    sign = CURRENCY_SIGNS.get(words[at - 1]) if at else None
    start = at - 1 if sign else at
    fence, behind = fence_before(sentence, words, start), bound_after(words, end)
    bound = fence[0] if fence else Bound.EXACT
    start = fence[1] if fence else start
    if behind and fence is None:
        bound, end = behind
    if low != high and bound in {Bound.EXACT, Bound.ABOUT}:
        bound = Bound.RANGE
    if sign:
        of = matter_of(sentence[end - 1])
        return counted_of(sentence, Kind.MONEY, start, end, None, low, high, bound, unit=sign, of=of)
    if (words[end : end + 1] and words[end] in PERCENT) or words[end : end + 2] == ["per", "cent"]:
        end += 1 if words[end] in PERCENT else 2
        of = whole(sentence, words, end)
        return counted_of(sentence, Kind.PERCENT, start, end, None, low, high, bound, unit="percent", of=of)
    if is_age(sentence, words, at, end, low):
        return counted_of(
            sentence, Kind.AGE, start, end, None, low, high, bound, unit="years", of=aged(sentence[at])
        )
    if is_compound(sentence, words, end):
        return None
    if noun := hyphenated_unit(sentence, words, end):
        is_old = words[end + 2 : end + 4] == ["-", "old"]
        kind = Kind.AGE if is_old else kind_of(noun)
        return counted_of(sentence, kind, start, end, noun, low, high, bound, of=modified(noun))
    if is_definite(words, start) and not fence:
        return None
    if share := fraction_at(words, end):
        return share_of(sentence, words, start, end + 1, 100 * low * share, bound)
    skip = end + 1 if words[end : end + 1] and words[end] in MORE else end
    is_part = words[skip : skip + 1] == ["of"]
    noun = unit_at(sentence, words, end) or noun_after(sentence, skip + 1 if is_part else end)
    if low == high == 1 and (is_part or noun is None):
        return None
    kind = kind_of(noun)
    if noun is None and low == high and (is_year(words[at]) or not is_free(sentence, end)):
        return None
    if (
        is_year(words[at])
        and fence is None
        and kind is Kind.COUNT
        and (noun is None or lemma_of(noun) not in PEOPLE)
    ):
        return None
    of = matter_of(noun) if kind in MATTERS else None
    return counted_of(sentence, kind, start, end, noun, low, high, bound, is_part=is_part, of=of)


def is_ordinal(sentence: DocSpan, at: int) -> bool:
    """True for the half of "the first half", "the other half"."""
    return at > 0 and sentence[at - 1].tag_.startswith("JJ")


def fraction_at(words: list[str], at: int) -> float | None:
    """The share that "thirds" or "quarter" behind a figure stands for, where something is divided."""
    at += words[at : at + 1] == ["-"]
    word = words[at].removesuffix("s") if at < len(words) else ""
    return FRACTIONS.get(word) if words[at + 1 : at + 2] == ["of"] else None


def share_of(
    sentence: DocSpan, words: list[str], start: int, end: int, percent: float, bound: Bound = Bound.EXACT
) -> Counted:
    """A share said in words ("two thirds of voters"), as a percentage."""
    percent = round(percent, 1)
    end += words[end - 1] == "-"
    of = whole(sentence, words, end)
    return counted_of(
        sentence, Kind.PERCENT, start, end, None, percent, percent, bound, unit="percent", of=of
    )


def whole(sentence: DocSpan, words: list[str], end: int) -> tuple[str, ...]:
    """The folded words of what a share is a share of."""
    if words[end : end + 1] != ["of"]:
        return ()
    noun = noun_after(sentence, end + 1)
    return content_words(noun, sentence.start + end) if noun is not None else ()


def fence_before(sentence: DocSpan, words: list[str], at: int) -> tuple[Bound, int] | None:
    """The bound before a figure; none where its word belongs to the verb ("turned around four hours later")."""
    found = bound_before(words, at)
    if found is None:
        return None
    token = sentence[found[1]]
    is_of_verb = (
        token.head.i < token.i and token.head.pos_ == "VERB" and token.dep_ in {"compound:prt", "advmod"}
    )
    return None if is_of_verb and at - found[1] == 1 else found


def is_age(sentence: DocSpan, words: list[str], at: int, end: int, value: float) -> bool:
    """True for "Ann Lee, 56," and "aged 56"; in brackets stands a shirt number as often as an age."""
    if not 0 < value <= OLDEST or not at:
        return False
    if words[at - 1] in {"aged", "age"}:
        return True
    closes = words[end : end + 1] in ([], [","], ["."], [";"])
    return closes and at > 1 and words[at - 1] == "," and sentence[at - 2].ent_type_ == "PERSON"


def aged(number: Token) -> tuple[str, ...]:
    """The folded words of the name before an age."""
    doc, at = number.doc, number.i - 2
    if at < 0 or doc[at].ent_type_ != "PERSON":
        return ()
    while at > 0 and doc[at - 1].ent_type_ == "PERSON" and doc[at].ent_iob_ == "I":
        at -= 1
    return tuple(t.lower_ for t in doc[at : number.i - 1] if t.is_alpha)


def is_compound(sentence: DocSpan, words: list[str], end: int) -> bool:
    """True for a figure inside a longer word that measures nothing ("two-state solution") or in a name ("Six-Day War")."""
    if (
        end + 1 >= len(words)
        or words[end] not in DASHES
        or sentence[end].whitespace_
        or sentence[end - 1].whitespace_
    ):
        return False
    if words[end + 1].removesuffix("s") not in UNITS:
        return words[end + 1] not in {"member", "person", "strong", "man"}
    return sentence[end - 1].is_title and sentence[end + 1].is_title


def hyphenated_unit(sentence: DocSpan, words: list[str], end: int) -> Token | None:
    """The unit of "12-minute" and "10-year-old"; None where no unit is joined to the figure."""
    if (
        words[end : end + 1]
        and words[end] in DASHES
        and end + 1 < len(words)
        and words[end + 1].rstrip("s") in UNITS
    ):
        return sentence[end + 1]
    return None


def unit_at(sentence: DocSpan, words: list[str], end: int) -> Token | None:
    """The unit right behind a figure ("226 yards passing", "11 hour flight"), whatever nouns follow it."""
    is_unit = end < len(words) and (words[end] in UNITS or words[end].removesuffix("s") in UNITS)
    return sentence[end] if is_unit else None


def matter_of(unit: Token) -> tuple[str, ...]:
    """The folded word that tells what is measured: "snow" of "34 inches of snow", "bill" of "a bill of $40", "fall" of "it
    fell 3 feet"; so that like is compared with like."""
    for child in unit.children:
        if child.dep_.startswith("nmod") and child.i > unit.i and child.pos_ in {"NOUN", "PROPN"}:
            return (lemma_of(child),)
    head = unit.head
    while head.i + 1 == unit.i and head.pos_ == "NUM" and head.head != head:
        head = head.head
    if head == unit or head.pos_ not in {"NOUN", "PROPN", "VERB"}:
        return ()
    return (lemma_of(head) if head.pos_ != "VERB" else head.lemma_.lower(),)


def modified(unit: Token) -> tuple[str, ...]:
    """The folded words of what a hyphenated measure tells the size of ("a 12-minute display")."""
    sentence = unit.sent
    at = unit.i - sentence.start + 1
    while at < len(sentence) and sentence[at].lower_ in {"-", "old", "long", "high", "wide", "deep"}:
        at += 1
    noun = noun_after(sentence, at)
    return content_words(noun, sentence.start + at) if noun is not None else ()


def is_free(sentence: DocSpan, end: int) -> bool:
    """True where a bare number stands for people or things itself ("killing three", "at least 22 died")."""
    token = sentence[end - 1]
    if token.i > sentence.start and token.nbor(-1).tag_.startswith("VB"):
        return True
    return token.dep_.split(":")[0] in {"nsubj", "obj", "obl", "conj", "nummod", "ROOT", "ccomp", "nmod"}


def is_year(word: str) -> bool:
    return bool(re.fullmatch(r"1[5-9]\d\d|20\d\d", word))


def is_name(sentence: DocSpan, words: list[str], at: int, end: int) -> bool:
    """True for a number that is part of a name or a place in a list ("Flight 370", "number one", "No. 10", "F-18")."""
    token, before = sentence[at], sentence[at - 1] if at else None
    if before is not None and (
        words[at - 1]
        in {
            "number",
            "no.",
            "nos.",
            "#",
            "page",
            "chapter",
            "article",
            "section",
            "room",
            "route",
            "highway",
            "flight",
            "day",
            "phase",
            "grade",
            "covid-",
            "title",
        }
        or (
            before.tag_ in {"NNP", "NNPS"}
            and before.dep_ != "ROOT"
            and token.text[:1].isdigit()
            and token.head == before
        )
        or (
            words[at - 1] in DASHES
            and at > 1
            and sentence[at - 2].text[-1:].isalpha()
            and not sentence[at - 1].whitespace_
            and sentence[at - 1].idx == sentence[at - 2].idx + len(sentence[at - 2])
            and words[at].isdigit()
        )
    ):
        return True
    # "Channel 10 news", "Case 1000": digits behind a name count only what is plural.
    if before is not None and before.tag_ == "NNP" and token.text[:1].isdigit() and not before.is_upper:
        noun = noun_after(sentence, end)
        if (
            (noun is None or noun.tag_ in {"NN", "NNP"})
            and words[end : end + 1] != ["-"]
            and unit_at(sentence, words, end) is None
            and words[end : end + 1] not in (["%"], ["percent"])
        ):
            return True
    # "one" as a pronoun: "one in Baghdad", "in one", "one another".
    if words[at] == "one" and end == at + 1:
        return words[end : end + 1] in (["another"], ["in"], ["at"], ["or"], ["day"]) or (
            token.tag_ in {"PRP", "NN"} and token.head.i <= token.i
        )
    return False


def is_definite(words: list[str], start: int) -> bool:
    """True behind "the", "these", "its": the number was given before, or only points at something."""
    return start > 0 and words[start - 1] in DEFINITE


def kind_of(noun: Token | None) -> Kind:
    """What sort of quantity a figure before this noun gives."""
    if noun is None:
        return Kind.COUNT
    lemma = lemma_of(noun)
    if lemma in CURRENCIES:
        return Kind.MONEY
    if lemma in PERCENT or lemma == "percentage":
        return Kind.PERCENT
    if lemma in DURATIONS:
        follows = noun.doc[noun.i + 1 : noun.i + 2].text.lower()
        return Kind.AGE if lemma == "year" and follows == "old" else Kind.DURATION
    if lemma in DISTANCES:
        return Kind.DISTANCE
    return Kind.WEIGHT if lemma in WEIGHTS | RATES else Kind.COUNT


def tally_end(sentence: DocSpan, words: list[str], at: int) -> int | None:
    """The token after a result ("234-193", "11-2"): two figures joined by a dash, the second no larger or counting nothing."""
    if glued := TALLY.fullmatch(words[at]):
        ends = [int(n) for n in re.findall(r"\d+", glued[0])]
        return at + 1 if ends[0] >= ends[-1] or noun_after(sentence, at + 1) is None else None
    if words[at + 1 : at + 4] == ["-", "to", "-"] and single_at(words, at) and single_at(words, at + 4):
        return at + 5
    if (
        at + 2 >= len(words)
        or words[at + 1] not in DASHES
        or not (words[at].isdigit() and words[at + 2].isdigit())
    ):
        return None
    if sentence[at].whitespace_ or sentence[at + 1].whitespace_:
        return None
    return at + 3 if int(words[at]) >= int(words[at + 2]) or noun_after(sentence, at + 3) is None else None


def tally(sentence: DocSpan, at: int, end: int) -> Counted:
    """A result such as "234-193": comparable as text, no number of anything."""
    norm = re.sub(r"[–—‑]|-to-", "-", sentence[at:end].text.lower())
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
    fence = bound_before(words, start)
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
    return counted_of(sentence, Kind.COUNT, at, at + 1, noun, 1, 1)


def bare(sentence: DocSpan, at: int, noun: Token) -> Counted:
    """A vague many, for a plural without determiner."""
    return counted_of(sentence, Kind.PLURAL, at, at + 1, noun, bound=Bound.VAGUE, about=PLURAL)


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
        tuple(w for w in words if w not in MORE) or words,
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
