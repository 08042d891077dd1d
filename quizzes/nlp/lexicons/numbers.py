"""Words that count, fence in or measure. Own lists of general English (closed classes, so they are near complete);
the ranges of vague words are ours and documented beside the table."""

from __future__ import annotations

from quizzes.nlp.lexicons.wordlists import words
from quizzes.nlp.types import Bound

ONES = {
    word: float(value)
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10.0 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
}
SHORT_SCALES = frozenset({"k", "m", "mn", "bn", "tn"})
"""Scales that stand only right behind a figure ("$5m"), never behind a number word."""

GROUPS = {"dozen": 12.0, "score": 20.0, "pair": 2.0}
"""Nouns that stand for a number of things: "a dozen", "two dozen", "a pair of"."""

FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}

NOBODY = frozenset({"nobody", "none", "no-one", "nothing"})

VAGUE: dict[str, tuple[float, float]] = {
    # What a careful reader would still accept for the word; wide on purpose, because a proof that rests
    # on them must hold for every value inside. "Dozens" is at least two of them and short of a hundred.
    "couple": (2, 3),
    "few": (2, 9),
    "handful": (2, 9),
    "several": (3, 20),
    "multiple": (2, 100),
    "number": (2, 100),
    "some": (2, 100),
    "various": (2, 100),
    "numerous": (4, 1000),
    "many": (4, 1e6),
    "countless": (10, 1e6),
    "cluster": (2, 100),
    "string": (2, 100),
    "series": (2, 100),
    "spate": (2, 100),
    "tens": (20, 100),
    "dozens": (24, 120),
    "scores": (40, 200),
    "hundreds": (200, 1e4),
    "thousands": (2000, 1e6),
    "millions": (2e6, 1e9),
    "billions": (2e9, 1e12),
    "trillions": (2e12, 1e15),
}
ARTICLED = frozenset({"couple", "few", "handful", "number", "cluster", "string", "series", "spate"})
"""Vague words that count only behind an article ("a number of", "a few")."""
TELLING = frozenset(
    {"tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions", "trillions"}
)
"""Vague words that say an order of magnitude: a checkable statement even without a frame."""
PLURAL = (2.0, 1e6)
"""What a bare plural stands for ("lorries were destroyed")."""

BEFORE: dict[tuple[str, ...], Bound] = {
    ("at", "least"): Bound.AT_LEAST,
    ("no", "fewer", "than"): Bound.AT_LEAST,
    ("no", "less", "than"): Bound.AT_LEAST,
    ("not", "fewer", "than"): Bound.AT_LEAST,
    ("not", "less", "than"): Bound.AT_LEAST,
    ("a", "minimum", "of"): Bound.AT_LEAST,
    ("upward", "of"): Bound.MORE_THAN,
    ("upwards", "of"): Bound.MORE_THAN,
    ("more", "than"): Bound.MORE_THAN,
    ("greater", "than"): Bound.MORE_THAN,
    ("in", "excess", "of"): Bound.MORE_THAN,
    ("over",): Bound.MORE_THAN,
    ("above",): Bound.MORE_THAN,
    ("up", "to"): Bound.AT_MOST,
    ("at", "most"): Bound.AT_MOST,
    ("at", "the", "most"): Bound.AT_MOST,
    ("no", "more", "than"): Bound.AT_MOST,
    ("not", "more", "than"): Bound.AT_MOST,
    ("a", "maximum", "of"): Bound.AT_MOST,
    ("as", "many", "as"): Bound.AT_MOST,
    ("as", "much", "as"): Bound.AT_MOST,
    ("as", "few", "as"): Bound.AT_LEAST,
    ("as", "little", "as"): Bound.AT_LEAST,
    ("as", "high", "as"): Bound.AT_MOST,
    ("as", "large", "as"): Bound.AT_MOST,
    ("as", "long", "as"): Bound.AT_MOST,
    ("as", "low", "as"): Bound.AT_LEAST,
    ("as", "short", "as"): Bound.AT_LEAST,
    ("less", "than"): Bound.LESS_THAN,
    ("fewer", "than"): Bound.LESS_THAN,
    ("under",): Bound.LESS_THAN,
    ("below",): Bound.LESS_THAN,
    ("just", "under"): Bound.LESS_THAN,
    ("just", "over"): Bound.MORE_THAN,
    ("about",): Bound.ABOUT,
    ("around",): Bound.ABOUT,
    ("some",): Bound.ABOUT,
    ("roughly",): Bound.ABOUT,
    ("approximately",): Bound.ABOUT,
    ("circa",): Bound.ABOUT,
    ("nearly",): Bound.ABOUT,
    ("almost",): Bound.ABOUT,
    ("close", "to"): Bound.ABOUT,
    ("an", "estimated"): Bound.ABOUT,
    ("estimated",): Bound.ABOUT,
    ("perhaps",): Bound.ABOUT,
    ("maybe",): Bound.ABOUT,
    ("in", "the", "region", "of"): Bound.ABOUT,
    ("something", "like"): Bound.ABOUT,
    ("~",): Bound.ABOUT,
    (">",): Bound.MORE_THAN,
    ("<",): Bound.LESS_THAN,
}
AFTER: dict[tuple[str, ...], Bound] = {
    ("or", "more"): Bound.AT_LEAST,
    ("or", "so"): Bound.ABOUT,
    ("or", "fewer"): Bound.AT_MOST,
    ("or", "less"): Bound.AT_MOST,
    ("-", "plus"): Bound.AT_LEAST,
    ("+",): Bound.AT_LEAST,
    ("at", "least"): Bound.AT_LEAST,
    ("at", "most"): Bound.AT_MOST,
}
EVEN = frozenset(
    {"only", "just", "exactly", "precisely", "a", "total", "of", "another", "the", "least", "single"}
)
"""Words that may stand between a bound and its figure ("at least another two", "at least a dozen")."""

NEARNESS = 0.2
"""How far "about" may be off, as a share of the figure: news rounds to one or two leading digits."""

CURRENCY_SIGNS = {
    "$": "dollars",
    "£": "pounds",
    "€": "euros",
    "¥": "yen",
    "us$": "dollars",
    "a$": "dollars",
    "c$": "dollars",
    "₹": "rupees",
}
CURRENCIES = words(
    """
    dollar pound euro yen yuan rupee ruble rouble franc peso krona krone cent penny dinar rial riyal
    shekel lira won rand zloty
    """
)
PERCENT = frozenset({"%", "percent", "pct"})
DURATIONS = words(
    """
    second minute hour day night week weekend fortnight month year decade century
    """
)
MINUTES = {
    "second": 1 / 60,
    "minute": 1.0,
    "hour": 60.0,
    "day": 1440.0,
    "week": 10080.0,
    "month": 43200.0,
    "year": 518400.0,
}
"""Units of time in minutes, a month as thirty days and a year as twelve months: only ever used to turn a larger unit into
the next smaller ("two years and three months")."""
ROUND_TIMES = frozenset({"decade", "century"})
"""Units that news counts by where years would be too exact."""
FREQUENCIES = {"twice": 2.0, "thrice": 3.0}
ORDINALS = {
    word: float(value)
    for value, word in enumerate(
        [
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
        ],
        2,
    )
}
RANKED = words(
    """
    time day week month year season term attempt bid try attack bombing shooting strike raid incident accident crash
    death fatality victim killing murder arrest game match win victory loss defeat title goal touchdown point
    championship medal anniversary birthday marriage child visit meeting round vote ballot debate test launch flight
    case infection outbreak dose wave storm hurricane earthquake fire protest election conviction trial lawsuit
    """
)
"""What comes one after another, so that the how manieth it is can be checked; floors, streets and centuries are names."""
HYPHENATED = words(
    """
    page person member man woman seat bedroom room storey story car vehicle vote term hole lane team nation country
    """
)
"""What a figure joined by a hyphen counts ("a 40-page report"); "two-state", "one-sided", "two-way" are words."""
DISTANCES = words(
    """
    mile kilometer kilometre km meter metre foot feet inch yard centimeter centimetre cm millimeter
    millimetre mm
    """
)
WEIGHTS = words(
    """
    ton tonne pound kilogram kilo kg gram ounce liter litre gallon barrel acre hectare degree
    """
)
RATES = words("mph kph knot megawatt watt volt")
