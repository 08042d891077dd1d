"""Nouns and verbs that say what a figure with a unit measures: what a sum is for, what a share is of, what lasted.

Own lists of general English, from the entries of a thesaurus for each of the first words; no text was counted for them.
"""

from __future__ import annotations

from dataclasses import dataclass

from quizzes.nlp.lexicons.wordlists import words

NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Matter:
    """What a figure with a unit measures. `nouns` are what it is said to be the size of ("a fine of $40"), `verbs` what is
    done with it or to that extent ("was fined $40", "rose 4 percent"). Adjectives of size count as nouns ("40 feet tall").
    `is_done`: its name says that something was done, which a verb of what may never be done must not be given: that is called
    `planned`, where it has such a name."""

    name: str
    nouns: frozenset[str] = NO_WORDS
    verbs: frozenset[str] = NO_WORDS
    is_done: bool = False
    planned: str = ""


TOTAL = Matter("total", words("total sum"))
SUMS = (
    TOTAL,
    Matter("cost", words("cost price fee fare expense charge tuition"), words("cost")),
    Matter("charged", NO_WORDS, words("charge"), is_done=True),
    Matter("fine", words("fine penalty"), words("fine")),
    Matter("bail", words("bail")),
    Matter("reward", words("reward bounty prize jackpot")),
    Matter("ransom", words("ransom")),
    Matter("damages", words("damage compensation restitution"), words("award compensate")),
    Matter("settlement", words("settlement"), words("settle")),
    Matter("payment", words("payment payout repayment")),
    Matter("paid", NO_WORDS, words("pay repay reimburse refund"), is_done=True),
    Matter("spent", words("spending expenditure outlay"), words("spend"), is_done=True),
    Matter("salary", words("salary wage paycheck stipend pension")),
    Matter("earned", words("income earnings"), words("earn"), is_done=True),
    Matter("raised", NO_WORDS, words("raise outraise fundraise"), is_done=True),
    Matter("donated", words("donation contribution gift"), words("donate contribute"), is_done=True),
    Matter("budget", words("budget")),
    Matter("debt", words("debt loan mortgage"), words("owe borrow")),
    Matter("deficit", words("deficit shortfall")),
    Matter("worth", words("worth value valuation fortune"), words("value")),
    Matter("tax", words("tax levy tariff")),
    Matter(
        "funding",
        words("funding grant aid subsidy appropriation package"),
        words("allocate appropriate earmark authorize authorise grant"),
    ),
    Matter("revenue", words("revenue turnover proceeds"), words("gross")),
    Matter("profit", words("profit surplus")),
    Matter("lost", words("loss"), words("lose"), is_done=True, planned="loss"),
    Matter("saved", words("saving savings"), words("save"), is_done=True, planned="saving"),
    Matter("cut", words("cut reduction"), words("cut slash trim"), is_done=True),
    Matter("bill", words("bill invoice"), words("bill")),
    Matter("invested", words("investment"), words("invest"), is_done=True),
    Matter("sold", NO_WORDS, words("sell fetch"), is_done=True),
    Matter("bought", NO_WORDS, words("buy purchase"), is_done=True),
    Matter("stolen", NO_WORDS, words("steal rob embezzle defraud"), is_done=True),
    Matter("requested", NO_WORDS, words("request demand seek")),
)

CHANGES = (
    Matter(
        "rose",
        words("rise increase growth jump gain surge hike upswing"),
        words("rise increase grow jump climb gain surge soar"),
    ),
    Matter(
        "fell",
        words("fall drop decline decrease slump plunge"),
        words("fall drop decline decrease slump sink plunge shrink tumble"),
    ),
)

SHARES = (
    TOTAL,
    *CHANGES,
    Matter("rate", words("rate")),
    Matter("rating", words("rating approval")),
    Matter("turnout", words("turnout")),
    Matter("cut", words("cut reduction")),
    Matter("discount", words("discount")),
    Matter("tax", words("tax tariff levy duty")),
    Matter("chance", words("chance probability likelihood odds")),
)

SPANS = (
    Matter(
        "sentence",
        words("sentence imprisonment prison jail probation custody"),
        words("imprison jail sentence"),
    ),
    Matter("suspension", words("suspension ban"), words("suspend ban bar")),
    Matter("delay", words("delay"), words("delay postpone")),
)

WEATHER = (
    Matter("snow", words("snow snowfall snowstorm blizzard")),
    Matter("rain", words("rain rainfall rainstorm downpour")),
)
LENGTHS = (
    TOTAL,
    *CHANGES,
    *WEATHER,
    Matter("height", words("height altitude tall high")),
    Matter("depth", words("depth deep")),
    Matter("width", words("width wide")),
    Matter("length", words("length long")),
)

FORMS = {"fined": "fine", "barred": "bar"}
"""Forms of verbs of this list that a lemmatizer gets wrong."""

LATER = words("later earlier before after since ago hence prior into")
"""Words behind a duration that make it the time between two happenings."""

SMALL_LENGTHS = words("inch centimeter centimetre cm millimeter millimetre mm")
"""Units in which a thing's size is given, no way from place to place."""

RECKON = words("put place estimate peg reckon set gauge")
"""Verbs by which somebody says how large a thing is ("put the cost at $40")."""

STANDING = words(
    "be total stand amount reach rise fall climb drop hit exceed average run come grow become remain"
)
"""Verbs that give their subject a size ("the bill came to $40")."""
