"""Numbers that only name or stand in a saying: "Flight 370", "No. 10", "seven days a week", "one night", "a $100 bill"."""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Span as DocSpan

from quizzes.nlp.lexicons.harms import DEAD, INJURED, MISS
from quizzes.nlp.lexicons.numbers import CURRENCY_SIGNS, ONES
from quizzes.nlp.lexicons.wordlists import words as listed
from quizzes.nlp.measuring.noun_phrases import noun_after
from quizzes.nlp.measuring.units import unit_at
from quizzes.nlp.written.clocks import spoken_hour
from quizzes.nlp.written.figures import DASHES, Number

BANKNOTES = frozenset({1, 2, 5, 10, 20, 50, 100, 200, 500, 1000})
POINTS = frozenset({"day", "night", "morning", "afternoon", "evening", "weekend"})
"""What "one" before it makes a time at which something was, no length of time."""
PLACED = listed(
    "level deck floor case platform lane terminal track exit ward junction berth bay shaft seam dock hangar"
)
"""Nouns in the singular whose number behind them only names one ("a fire on level 9")."""
STATES = DEAD | INJURED | MISS
LENGTHENED = frozenset({"later", "earlier", "before", "after", "since", "ago", "long", "of"})
LASTING = listed(
    "for in within after over under just only least than about last to every per and or nearly almost"
)
AT = (["at"], ["around"], ["about"], ["until"], ["before"], ["after"], ["just"])
SPANNED = listed("last take spend need give serve have wait stay remain")
"""Verbs whose object lasts ("it took one day")."""
SIZED = listed("tall long high deep wide of from away above below thick by in")
"""Words behind "one foot" that make it a length."""


def is_idle(sentence: DocSpan, words: list[str], at: int, number: Number) -> bool:
    """True for a number that gives no figure to check, though a unit or noun stands behind it."""
    end = number.end
    if spoken_hour(words, at) is not None and (words[at + 1] == "past" or words[at - 1 : at] in AT):
        # "ten past eleven", of which half of the day nobody tells
        return True
    if words[at - 1 : at] == ["every"]:
        # "every four years" tells how often.
        return True
    if words[max(0, at - 2) : at + 1] in (["50", "-", "50"], ["fifty", "-", "fifty"]):
        return True
    if words[at - 1 : at] == ["in"] and at > 1 and words[at - 2] in ONES:
        # The ten of "three in ten" counts nobody.
        return True
    if words[at - 1 : at] and words[at - 1] in CURRENCY_SIGNS and number.low in BANKNOTES:
        return words[end : end + 1] in (["bill"], ["bills"], ["note"], ["notes"])
    if words[end : end + 3] in (["days", "a", "week"], ["hours", "a", "day"], ["months", "a", "year"]):
        return number.low in {7, 12, 24}
    return words[at : at + 1] == ["one"] and is_point(sentence, words, end)


def is_point(sentence: DocSpan, words: list[str], end: int) -> bool:
    """True for "one night he left", "with one foot on the board"; not for "it took one night", "one foot tall"."""
    unit = words[end] if end < len(words) else ""
    follows = words[end + 1] if end + 1 < len(words) else ""
    if unit == "foot":
        return follows not in SIZED
    if unit not in POINTS or follows in LENGTHENED:
        return False
    before = words[end - 2] if end > 1 else ""
    return before not in LASTING and sentence[end].head.lemma_.lower() not in SPANNED


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
            "hr",
            "h.r.",
            "bill",
            "proposition",
            "amendment",
            "clause",
            "week",
            "gate",
            "pier",
            "fortune",
            "forbes",
            "episode",
            "volume",
            "verse",
        }
        or words[max(0, at - 2) : at] == ["no", "."]
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
    if before is not None and before.lower_ in PLACED and token.text[:1].isdigit():
        return True
    if is_in_title(sentence, words, at, end):
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


def is_in_title(sentence: DocSpan, words: list[str], at: int, end: int) -> bool:
    """True for the number of "Two Oaks Bakery" and of "8 News Staff": it opens a name in the singular."""
    if unit_at(sentence, words, end) is not None or not (sentence[at].is_digit or sentence[at].is_title):
        return False
    behind = list(takewhile(lambda t: t.tag_ in {"NNP", "NNPS"} and t.text[:1].isupper(), sentence[end:]))
    if behind and sentence[at].is_digit and behind[0].lower_ == "news":
        return True
    if not behind or behind[-1].tag_ != "NNP" or behind[0].lower_ in STATES:
        return False
    rest = sentence[end + len(behind) : end + len(behind) + 1]
    if any(t.tag_.startswith(("NN", "JJ", "HYPH")) or t.text == "-" for t in rest):
        # "90 Marlow College teachers"
        return False
    least = 1 if sentence[at].is_digit else 2
    has_small = any(t.is_lower and t.is_alpha for t in sentence)
    return len(behind) >= least and has_small
