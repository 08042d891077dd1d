"""When two figures told in unlike words are of one thing: of one kind that a happening has once, answers to each other, or
all that two articles leave over of what they count."""

from __future__ import annotations

import re
from functools import cache

from quizzes.nlp.lexicons.numbers import ONES, TENS
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.lexicons.speech import CAN_SPEAK
from quizzes.nlp.lexicons.typed import ATTENDED, CROWDS, HELD, MARGINS, TURNOUT, TYPED, WIND
from quizzes.nlp.lexicons.wordlists import words
from quizzes.nlp.types import Claim, Role
from quizzes.nlp.written.figures import read_figure

NEXT = 3
"""Characters between two sentences that follow each other."""

NAME = re.compile(r"(?<=[\w,;:)’'”\"] )[A-Z][\w’'-]*[a-z][\w’'-]*")
"""A word that a capital marks as a name: the first of a sentence is none."""
FIRST = re.compile(r"([A-Z][a-z]{2,}(?:[’'][a-z]+)?)\b(?<!s)(?<!ing)(?<!ed)(?<!ly)[\s,]")
"""The first word of a sentence, where its form leaves open that it is a name."""
OPENERS = (
    PEOPLE
    | CAN_SPEAK
    | HELD
    | CROWDS
    | MARGINS
    | ONES.keys()
    | TENS.keys()
    | words(
        """
        the this that these those there then they and but for from with without after before about around some more most
        many much each every all both few several nearly almost over under when while where what who which how why not now
        here out our its his her their she you one another other least only just also even still yet however per since until
        during within between among against into onto upon near far next last first second third once twice again later
        earlier today tonight tomorrow yesterday turnout damage attendance wind gale storm speed cost repair saving spending
        half hundred thousand million dozen pupil enrollment enrolment revenue population power water traffic rain snow work
        time back home head captain coach striker defender forward goalkeeper keeper midfielder winger crowd
        """
    )
)
"""Words that open sentences and are no names (own list of general English, with the lists of people and bodies)."""
DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
PAST = re.compile(
    r"\b(?:last|the previous|the year before|an earlier) (?:year|season|month|week|election|time)\b|\byears? (?:ago|earlier|before)\b"
    r"|\b(?:at that time|back then|in those days)\b",
    re.IGNORECASE,
)
"""Words of another time than the story's."""
STANDING = re.compile(
    r"\b(?:employ(?:s|ed|ing)?|capacity|home to|population|workforce|staff of|serves?|houses|enroll?(?:s|ed|ment)|in total|licensed)\b",
    re.IGNORECASE,
)
SITE = re.compile(r"\b(?:in|at|across) (?:the )?([A-Z][a-z]+)")
CLAUSE = re.compile(r"; |, while |, but |, (?:up|down) from |, compared (?:with|to) ")
"""What divides a sentence that tells of two things ("the gauge on the pier read 104, while …")."""
RATE = re.compile(r"\W*(?:a|an|per|each|every|for each|for every)\s(\w+)", re.IGNORECASE)
AVERAGE = re.compile(r"\b(?:averaged?|each|apiece|per|every|typical|median)\b", re.IGNORECASE)
ANSWER = re.compile(
    r"\b(?:put|puts|placed|places|estimated|estimates|pegged|pegs|reckoned)\s(?:the|that|their|its|his|her|it)\b[^.;]{0,40}?\bat\s$"
    r"|\b(?:speaks|spoke|talks|talked)\sof\s$",
    re.IGNORECASE,
)
"""What stands before a figure by which somebody answers another's ("the company put the number at 640")."""
HEARSAY = re.compile(
    r"\b(?:we are told|reportedly|supposedly|it (?:is|was) (?:said|reported)|(?:is|are|was|were) said to|according to reports)\b",
    re.IGNORECASE,
)
BARE_ANSWER = re.compile(r"\b(?:said|says|counted|counts|estimated|reported)\s$", re.IGNORECASE)
"""What stands so before a figure that nothing follows ("police said about 600")."""
END = re.compile(r"\W*(?:$|[.,;])")
OVER = re.compile(r"\bover\s$", re.IGNORECASE)
SHARE = re.compile(r"([\w.]+)\s?(?:percent|per cent|%)", re.IGNORECASE)
SUM = re.compile(r"[$£€]\s?[\d.,]*\d(?:\s(?:thousand|million|billion|trillion))?", re.IGNORECASE)

SEVERAL, TIMES = 100, 2
"""Counts that all of two articles' figures for a noun leave over: large, and no more than twice each other."""
GOT = frozenset({"vote", "ballot", "point", "seat", "goal", "share", "job"})
"""What several sides get, or what comes and goes: two figures of it are seldom of one thing."""
CHANGE = re.compile(
    r"\b(?:hir\w+|add(?:s|ed|ing)?|recruit\w*|lay(?:s|ing)?\soff|laid\soff|layoffs?|fir(?:e|ed|ing)|cut(?:s|ting)?|los(?:e|es|t|ing)\s(?:their\s)?(?:jobs?|work)|"
    r"new|more|another|other|additional|extra|among|includ\w+|of\sthem|up\sto)\b",
    re.IGNORECASE,
)
"""Words by which a figure is of a part, or of what comes and goes."""


def is_same_matter(a: Claim, b: Claim) -> bool:
    """True for two figures of a kind that a happening has once, unless their clauses tell of two places, days or times."""
    return a.measure == b.measure and a.measure in TYPED and not are_apart(a, b)


def are_surely_one(a: Claim, b: Claim) -> bool:
    """True for two figures that measure one thing, whatever words stand beside them."""
    return is_same_matter(a, b) or answers(a, b) or are_tied(a, b)


def are_apart(a: Claim, b: Claim) -> bool:
    """True where the clauses of two figures name two sites, occasions, days, years or rates."""
    if is_past(a) != is_past(b) or years(a) != years(b):
        return True
    if a.measure == ATTENDED and differ(occasions(a), occasions(b)):
        return True
    if a.measure == WIND and (is_gust(a) != is_gust(b) or bool(names(a)) != bool(names(b))):
        # Each place has its own wind, and a gust is more than the wind it comes with.
        return True
    if a.measure == TURNOUT and site(a) != site(b):
        return True
    return differ(names(a), names(b)) or differ(days(a), days(b)) or rate(a) != rate(b)


def is_gust(claim: Claim) -> bool:
    return "gust" in clause(claim).casefold()


def site(claim: Claim) -> frozenset[str]:
    """The places by name that a figure is told of ("turnout in Harlow")."""
    return frozenset(w.casefold() for w in SITE.findall(clause(claim))) - MONTHS


def differ(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left and right and not left & right)


@cache
def clause(claim: Claim) -> str:
    """The part of its sentence in which a figure stands."""
    at, start = claim.value.start - claim.start, 0
    for found in CLAUSE.finditer(claim.text):
        if found.end() > at:
            return claim.text[start : found.start()]
        start = found.end()
    return claim.text[start:]


@cache
def names(claim: Claim) -> frozenset[str]:
    """The folded words of names in a figure's clause but its source's; none in a headline, where capitals mark no names."""
    if claim.role is Role.HEADLINE:
        return frozenset()
    said_by = f"{claim.source.text} {claim.source.name}".casefold() if claim.source else ""
    said = clause(claim)
    found = {w.casefold().removesuffix("'s").removesuffix("’s") for w in NAME.findall(said)}
    first = FIRST.match(said)
    if first and first[1].casefold() not in OPENERS:
        found.add(first[1].casefold())
    return frozenset(w for w in found if w not in said_by and w not in MONTHS and not DAY.fullmatch(w))


def occasions(claim: Claim) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", clause(claim).casefold())) & HELD


def days(claim: Claim) -> frozenset[str]:
    return frozenset(d.casefold() for d in DAY.findall(clause(claim)))


def years(claim: Claim) -> frozenset[str]:
    return frozenset(YEAR.findall(clause(claim)))


def is_standing(claim: Claim) -> bool:
    """True for the size of a thing that stands ("the plant employs 520 workers"), whatever happens to some of it."""
    return STANDING.search(clause(claim)) is not None


def is_past(claim: Claim) -> bool:
    """True for a figure of last year's election or of four years ago."""
    return PAST.search(clause(claim)) is not None


def rate(claim: Claim) -> str | None:
    """ "day" for "$2 million a day"."""
    found = RATE.match(claim.text[claim.value.end - claim.start :])
    return found[1].casefold() if found else None


def answers(a: Claim, b: Claim) -> bool:
    """True where one of two figures of an article is what somebody else puts the other at, at once behind it."""
    first, second = sorted((a, b), key=lambda c: c.value.start)
    if first.article != second.article or second.start - first.end > NEXT:
        return False
    if second.source is None or (first.source is not None and first.source.name == second.source.name):
        return False
    before = second.text[: second.value.start - second.start]
    is_bare = END.match(second.text[second.value.end - second.start :]) is not None
    return ANSWER.search(before) is not None or (is_bare and BARE_ANSWER.search(before) is not None)


def are_tied(a: Claim, b: Claim) -> bool:
    """True for the years of one raise: "11 percent over three years" and "11 percent over four years"."""
    left, right = tie(a), tie(b)
    return left is not None and left == right


def tie(claim: Claim) -> tuple[float, float] | None:
    """The share or sum that a figure behind "over" spreads out in time."""
    before = claim.text[: claim.value.start - claim.start]
    if not OVER.search(before):
        return None
    spread = SUM.findall(before) or SHARE.findall(before)
    return read_figure(spread[-1]) if spread else None


def are_left_over(a: Claim, b: Claim, group: tuple[Claim, ...]) -> bool:
    """True for two large counts of one noun where each article gives no other that the other could be meant by.

    A figure of another year, an average, and one that both articles have are out of the question.
    """
    x, y = bare(a), bare(b)
    if not a.counted or not b.counted or x is None or y is None or a.article == b.article:
        return False
    if a.counted[-1] in GOT or min(x, y) < SEVERAL or max(x, y) > TIMES * min(x, y) or are_apart(a, b):
        return False
    if is_standing(a) != is_standing(b) or any(
        CHANGE.search(around(c)) or AVERAGE.search(around(c)) for c in (a, b)
    ):
        return False
    return not rivals(a, b, group) and not rivals(b, a, group)


def around(claim: Claim) -> str:
    """A figure's clause without the figure ("more than 200" is no more of anything)."""
    return clause(claim).replace(claim.value.text, "", 1)


def rivals(one: Claim, other: Claim, group: tuple[Claim, ...]) -> list[Claim]:
    """The figures of one's article that may be of the same as the other."""
    given = {bare(c) for c in group if c.article == other.article}
    return [
        c
        for c in group
        if c.article == one.article
        and c.measure == one.measure
        and bare(c) not in {bare(one), None, *given}
        and not (is_past(c) or years(c) != years(other) or AVERAGE.search(clause(c)) or answers(c, one))
    ]


def is_hearsay(claim: Claim) -> bool:
    """True for what an outlet passes on without saying whose it is ("…, we are told")."""
    return HEARSAY.search(claim.text) is not None


def bare(claim: Claim) -> float | None:
    """The figure by itself; None for a vague word and a range."""
    value = claim.value
    if value.low is not None and value.high is not None and value.low != value.high:
        return None
    return value.low if value.low is not None else value.high
