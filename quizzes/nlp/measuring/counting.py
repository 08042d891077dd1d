"""Which numbers count something, and what: names, years and "the two of them" are left out."""

from __future__ import annotations

import re

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.lexicons.numbers import CURRENCY_SIGNS, DURATIONS, PERCENT
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.measuring.ages import aged, is_age
from quizzes.nlp.measuring.counted import MORE, Counted, Kind, counted_of
from quizzes.nlp.measuring.named_numbers import is_idle, is_name
from quizzes.nlp.measuring.noun_phrases import lemma_of, noun_after, plural_behind
from quizzes.nlp.measuring.units import (
    MATTERS,
    counted_by_hyphen,
    fraction_at,
    hyphenated_unit,
    is_compound,
    kind_of,
    matter_of,
    modified,
    share_of,
    unit_at,
    whole,
)
from quizzes.nlp.types import Bound
from quizzes.nlp.written.figures import Number, bound_after, bound_before, number_at

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
BEFORE_VERB = frozenset({"to", "will", "would", "can", "could", "may", "might", "should", "must", "not"})
"""Words behind which "last" is a verb."""
POSSESSIVE = frozenset({"its", "their", "his", "her", "our", "my", "your"})
POINTED_AT = 20
"""A smaller number behind "the" points at what was counted before; a larger one is still a figure to check."""
OF_A_YEAR = frozenset(
    """candidate contender hopeful nominee delegate graduate elector voter recruit champion other democrat
    republican""".split()
)
"""People who are named by a year ("the 2016 candidates")."""
OPENING, CLOSING = frozenset({'"', "“", "‘", "``"}), frozenset({'"', "”", "''"})
GUESSED = frozenset({"estimated", "approximate"})
SPANNING = frozenset(
    """for in of after within at a the well way just than , is was been being last lasted lasts lasting take took taken
    takes taking spend spent spends spending wait waited waiting serve served serving span spanned spanning need needs
    needed require required give gave given have has had face faces got get left with""".split()
)
"""Words before "over" and a time that leave it no other sense than "more than"."""
FARTHEST = 30
"""Words between "how many farmers" and their number."""


def numbered(sentence: DocSpan, words: list[str], at: int, number: Number) -> Counted | None:
    """The quantity of a number in words or digits; None for one that only names ("Room 12", "one of the", "the two")."""
    low, high, end = number.low, number.high, number.end
    if is_name(sentence, words, at, end) or is_idle(sentence, words, at, number):
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
        if low == high == 100 and is_emphasis(sentence, end):
            return None
        of = whole(sentence, words, end)
        return counted_of(sentence, Kind.PERCENT, start, end, None, low, high, bound, unit="percent", of=of)
    if is_age(sentence, words, at, end, low):
        of = aged(sentence[at])
        return counted_of(sentence, Kind.AGE, start, end, None, low, high, bound, unit="years", of=of)
    if noun := counted_by_hyphen(sentence, words, end):
        of = (*modified(noun), lemma_of(noun))
        return counted_of(sentence, Kind.COUNT, start, end, noun, low, high, bound, of=of)
    if is_compound(sentence, words, end):
        return None
    if noun := hyphenated_unit(sentence, words, end):
        if words[end + 2 : end + 3] in (["line"], ["mark"]):
            # "the 18-yard line" is a spot.
            return None
        kind = Kind.AGE if words[end + 2 : end + 4] in (["-", "old"], ["-", "olds"]) else kind_of(noun)
        return counted_of(sentence, kind, start, end, noun, low, high, bound, of=modified(noun))
    if is_quote_end(sentence, end) and not (at and words[at - 1] in OPENING):
        # "the “HR 1” measure": a quotation that ends with its figure does not count the noun behind it.
        sentence, words = sentence[:end], words[:end]
    if (
        fence is None
        and behind is None
        and is_definite(words, start)
        and not (
            tells_despite(words, start, low) or is_told_of(sentence, end) or is_size(sentence, words, end)
        )
    ):
        return None
    if share := fraction_at(words, end):
        found = share_of(sentence, words, start, end + 1, 100 * low * share, bound)
        # "one-half of a point" is a share of no whole.
        return None if "percentage" in found.counted or "percent" in found.counted else found
    if fence is None and is_year(words[at]) and not counts_people(sentence, end):
        return None
    if words[end : end + 2] in (["mm", "handgun"], ["mm", "pistol"], ["mm", "rifle"], ["mm", "gun"]):
        return None
    return count(sentence, words, Number(low, high, end), start, bound)


def is_told_of(sentence: DocSpan, end: int) -> bool:
    """True for the number of "the ten guards who had fled": the clause says which, so that the number is news."""
    noun = noun_after(sentence, end)
    return (
        noun is not None
        and noun.tag_ in {"NNS", "NNPS"}
        and any(c.dep_ == "acl:relcl" for c in noun.children)
    )


def tells_despite(words: list[str], start: int, low: float) -> bool:
    """True for the figure of "the 340 pages" and "her three terms", which tell a size that nobody has told before."""
    if words[start - 1] in POSSESSIVE:
        return low > 2
    return words[start - 1] == "the" and low >= POINTED_AT


def is_size(sentence: DocSpan, words: list[str], end: int) -> bool:
    """True for the figure of "the 3.5 mm jack": a length right before what is that long."""
    unit = unit_at(sentence, words, end)
    return unit is not None and kind_of(unit) is Kind.DISTANCE and bool(modified(unit))


def is_emphasis(sentence: DocSpan, end: int) -> bool:
    """True for the "100 percent" of "I am 100 percent sure", "we 100 percent support it"."""
    if end >= len(sentence):
        return False
    follows = sentence[end]
    return follows.pos_ in {"VERB", "ADJ", "ADV"} or follows.lower_ in {"support", "agree", "behind", "sure"}


def count(sentence: DocSpan, words: list[str], number: Number, start: int, bound: Bound) -> Counted | None:
    """The quantity of a plain number with the noun it counts, or of one that stands for people itself."""
    end = number.end
    skip = end + 1 if words[end : end + 1] and words[end] in MORE else end
    is_part = words[skip : skip + 1] == ["of"]
    noun = unit_at(sentence, words, end) or noun_after(sentence, skip + 1 if is_part else end)
    if noun is not None and number.low > 1:
        noun = plural_behind(noun)
    if noun is not None and noun.lower_ == "hurt":
        # "41 hurt, three missing"
        noun = None
    if noun is None and number.low != number.high:
        noun = asked_before(sentence, words, start)
    if noun is None and words[end - 1 : end] == ["half"]:
        noun = unit_before(sentence, words, start)
    is_one = number.low == number.high == 1
    if is_one and (is_part or noun is None):
        return None
    if noun is None and number.low == number.high and not is_free(sentence, end):
        return None
    kind = kind_of(noun)
    if noun is not None and lemma_of(noun) == "degree" and noun.i > sentence.start + end:
        # "two associate degrees"
        kind = Kind.COUNT
    if noun is not None and kind in MATTERS and is_war(sentence, number.end):
        return None
    if kind is Kind.DURATION and is_of_two_units(sentence, words, number.end, start):
        return None
    of = matter_of(noun) if noun is not None and kind in MATTERS else None
    return counted_of(
        sentence, kind, start, end, noun, number.low, number.high, bound, is_part=is_part, of=of
    )


def unit_before(sentence: DocSpan, words: list[str], at: int) -> Token | None:
    """The unit that "four and a half" leaves to a figure before it ("the two-hour show was cut to one and a half")."""
    return next((sentence[i] for i in range(at - 1, -1, -1) if words[i].removesuffix("s") in DURATIONS), None)


def is_war(sentence: DocSpan, end: int) -> bool:
    """True for the "Six Day" of "the Six Day War": figure, unit and what follows are written as a name."""
    words = sentence[end - 1 : end + 2]
    return len(words) == 3 and all(t.text[:1].isupper() for t in words) and end - 1 > 0


def is_of_two_units(sentence: DocSpan, words: list[str], end: int, start: int) -> bool:
    """True for either half of "8 hours and 20 minutes", which alone would be a wrong figure."""
    follows = words[end + 1 : end + 2] == ["and"] and unit_at(sentence, words, end + 3) is not None
    is_second = (
        words[start - 1 : start] == ["and"] and start > 2 and unit_at(sentence, words, start - 2) is not None
    )
    return follows or is_second


def asked_before(sentence: DocSpan, words: list[str], at: int) -> Token | None:
    """The noun that a range without one counts: "how many farmers could join runs from 500 to 600", "the number of homes"."""
    if words[at - 1 : at] not in (["from"], ["between"]):
        return None
    for left in range(at - 2, max(0, at - FARTHEST), -1):
        if words[left : left + 2] == ["how", "many"] or words[left - 1 : left + 1] == ["number", "of"]:
            return noun_after(sentence, left + 2 if words[left] == "how" else left + 1)
    return None


def is_quote_end(sentence: DocSpan, at: int) -> bool:
    """True for a closing quotation mark right behind a figure."""
    return at < len(sentence) and sentence[at].text in CLOSING and not sentence[at - 1].whitespace_


def counts_people(sentence: DocSpan, end: int) -> bool:
    """True where people stand right behind a figure that looks like a year ("2000 people"): "2020 candidates" names a year."""
    noun = noun_after(sentence, end)
    if noun is None or noun.i != sentence.start + end:
        return False
    return (lemma := lemma_of(noun)) in PEOPLE and lemma not in OF_A_YEAR


def fence_before(sentence: DocSpan, words: list[str], at: int) -> tuple[Bound, int] | None:
    """The bound before a figure; none where its word belongs to the verb ("turned around four hours later")."""
    found = bound_before(words, at)
    if found is None:
        # "an estimated worth of $40"
        is_guess = words[at - 1 : at] == ["of"] and not GUESSED.isdisjoint(words[max(0, at - 5) : at - 1])
        return (Bound.ABOUT, at) if is_guess else None
    if found[0] in {Bound.MORE_THAN, Bound.LESS_THAN} and "the" in words[found[1] : at]:
        # "more than the $3 million it cost" compares.
        return None
    if words[found[1] : at] == ["over"] and lasts(sentence, words, at) and not takes_span(words, found[1]):
        return None
    token = sentence[found[1]]
    is_of_verb = (
        token.head.i < token.i and token.head.pos_ == "VERB" and token.dep_ in {"compound:prt", "advmod"}
    )
    return None if is_of_verb and at - found[1] == 1 else found


def lasts(sentence: DocSpan, words: list[str], at: int) -> bool:
    """True for a figure of years, days and the like."""
    number = number_at(words, at)
    unit = unit_at(sentence, words, number.end) if number is not None else None
    return unit is not None and kind_of(unit) is Kind.DURATION


def takes_span(words: list[str], at: int) -> bool:
    """True where "over" before a time can only be "more than" ("for over two years", "waited over two years"): elsewhere
    it may be "in the course of" ("rose over two years")."""
    return at == 0 or words[at - 1] in SPANNING


def is_free(sentence: DocSpan, end: int) -> bool:
    """True where a bare number stands for people or things itself ("killing three", "at least 22 died")."""
    token = sentence[end - 1]
    if token.i > sentence.start and token.nbor(-1).tag_.startswith("VB"):
        return True
    return token.dep_.split(":")[0] in {"nsubj", "obj", "obl", "conj", "nummod", "ROOT", "ccomp", "nmod"}


def is_year(word: str) -> bool:
    return bool(re.fullmatch(r"1[5-9]\d\d|20\d\d", word))


def is_definite(words: list[str], start: int) -> bool:
    """True behind "the", "these", "its": the number was given before, or only points at something."""
    if (
        words[start - 1 : start] == ["last"]
        and words[start - 2 : start - 1]
        and words[start - 2] in BEFORE_VERB
    ):
        # "is expected to last 35 minutes"
        return False
    return start > 0 and words[start - 1] in DEFINITE
