"""Whether two claims count the same kind of thing, and are about the same thing at all."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache, lru_cache

from quizzes.nlp.findings.same_matter import are_surely_one, is_standing
from quizzes.nlp.lexicons.numbers import CURRENCIES, DISTANCES, DURATIONS
from quizzes.nlp.types import Bound, Claim, Quantity, ValueType

HARMS = frozenset(
    {"killed", "injured", "missing", "arrested", "displaced", "rescued", "destroyed", "damaged", "shot"}
)
"""Measures that say in themselves what is counted: within one occurrence two such figures are about one thing."""

THINGS = frozenset({"destroyed", "damaged"})

ANYBODY = frozenset(
    "person people individual human life soul body victim casualty death fatality killing dead injury injured other".split()
)
"""Heads that may stand for anybody who was hurt (general English)."""

ALIKE = (
    frozenset("fighter militant militiaman combatant insurgent rebel paramilitary guerrilla gunman".split()),
    frozenset("soldier troop trooper serviceman servicewoman servicemember service-member personnel".split()),
    frozenset("policeman policewoman police constable officer police-officer".split()),
    frozenset("lorry truck".split()),
    frozenset("building structure".split()),
    frozenset("student pupil".split()),
    frozenset("child kid youngster".split()),
    frozenset("employee worker staffer".split()),
    frozenset("house home".split()),
)
"""Heads that news uses for one another, from the entries of a thesaurus for each of the first words."""

LEARNERS = frozenset("pupil student child kid youngster schoolchild".split())
"""Who goes to school: their counts may be rounder or finer than each other, but they contradict only under one name."""

TELLS_NOTHING = frozenset("whole entire total more other further additional new alleged suspected".split())
"""Modifiers that set off no group of their own."""

STOP = frozenset(
    """that this these those with from have were been they their there which would about after into over under said
    says say more than when what where while also most some such other only very just like could should will""".split()
)

LEAST_SHARED, SHARE = 3, 0.3
"""Outside the harms two figures meet only where their sentences share three words of content, and of the
shorter one three in ten: the word counted alone ("percent", "years") names no measure."""


BEFORE = re.compile(
    r"\b(?:(?:up|down|rose|risen|rising|fell|fallen|falling|grew|grown|increased?|decreased?|dropped)(?:\s\w+)?\sfrom"
    r"|compared\s(?:with|to)|instead\sof)\s(?:about\s|some\s|nearly\s)?$",
    re.IGNORECASE,
)
"""What stands before the figure that one of today's is set beside ("48 percent, up from 41 percent")."""

SEVERAL, NEARER = 100, 1.05
"""Counts of one rare noun so large that differ by a twentieth at most are hardly of two things ("1,204 votes", "1,240 votes")."""

LARGE, NEAR, LEAST_BESIDE = 1000, 1.25, 2
"""Large counts of the same things that differ by a quarter at most need two more words in common, whatever their sentences' length."""

ARTICLES = frozenset({"a", "an"})
CLAD = re.compile(
    r"\s(?:\w+ )?(?:men|women|people|youths|teenagers|robbers|thieves|raiders|gunmen|attackers|intruders) (?:in|wearing|with)"
    r" (?:[\w-]+ ){0,3}?(vests|masks|balaclavas|hoods|hoodies|helmets|uniforms|overalls|jackets|coats|suits|fatigues)\b",
    re.IGNORECASE,
)
"""People of whom nobody knows more than their dress, behind their number."""
ON_BOARD = re.compile(r"\b(?:aboard|on board)\b", re.IGNORECASE)
DAMAGE = frozenset({"injury", "wound", "burn"})


def is_count(claim: Claim) -> bool:
    """False for what counts nobody: a bare plural ("trucks"), and an injury described ("a minor leg injury")."""
    if claim.value.text.casefold() == (claim.value.unit or "").casefold():
        return False
    return not (head(claim.counted) in DAMAGE and modifiers(claim))


def is_indefinite(claim: Claim) -> bool:
    """True for "a guard": one is spoken of, but nobody says that there was only one."""
    return claim.value.text.casefold() in ARTICLES


SUMS = frozenset({"dollars", "pounds", "euros", "yen", "rupees"})
UNITS = {"money": CURRENCIES, "length": DISTANCES, "time": DURATIONS, "share": frozenset({"percent"})}
UNNAMED = frozenset({"money", "percent", "duration", "distance", "size", "interval"})
"""Measures that say no more than the unit: beside one of them a figure of the same unit may be of any matter."""


DONE = {"saving": "saved", "loss": "lost"}
"""What one article tells as done and another as to come."""


def family(claim: Claim) -> str:
    """What figures may be compared with: those of one harm or count by its name, those with a unit with all of that unit.

    One article writes "cost", another only the sum.
    """
    unit = (claim.value.unit or "").casefold()
    if claim.measure in HARMS or claim.value.type is not ValueType.NUMBER or claim.measure == "age":
        return claim.measure
    if unit in SUMS:
        return "money"
    if len(claim.counted) == 1 and claim.counted[0] in LEARNERS:
        return "pupils"
    if is_aboard(claim):
        return "aboard"
    return next(
        (name for name, units in UNITS.items() if unit in units or unit.removesuffix("s") in units),
        claim.measure,
    )


def are_named_alike(a: Claim, b: Claim) -> bool:
    """True for one measure, and where one of two says no more than the unit."""
    is_one = DONE.get(a.measure, a.measure) == DONE.get(b.measure, b.measure)
    return is_one or bool({a.measure, b.measure} & UNNAMED) or are_loosely_alike(a, b) or are_all_aboard(a, b)


def is_aboard(claim: Claim) -> bool:
    """True for a count of passengers, and of people told to be on board."""
    if claim.counted == ("passenger",):
        return claim.measure == "passengers"
    return (
        claim.measure == "people" and claim.counted == ("person",) and ON_BOARD.search(claim.text) is not None
    )


def are_all_aboard(a: Claim, b: Claim) -> bool:
    """True for a count of passengers and one of all people on board, the crew among them, that is a little higher."""
    if {family(a), family(b)} != {"aboard"} or {a.measure, b.measure} != {"people", "passengers"}:
        return False
    people, passengers = sorted((a, b), key=lambda c: c.measure == "passengers")
    x, y = bare_figure(people.value), bare_figure(passengers.value)
    return x is not None and y is not None and y < x <= NEAR * y


def are_loosely_alike(a: Claim, b: Claim) -> bool:
    """True for plain counts of pupils and of children."""
    return a.measure != b.measure and family(a) == family(b) == "pupils"


class Kinship(Enum):
    """How what two claims count stands to each other; WHOLE: the first's things include the second's."""

    SAME = "same"
    WHOLE = "whole"
    PART = "part"
    DIFFERENT = "different"


def kinship(a: Claim, b: Claim) -> Kinship:
    """Whether two claims count the same things, a whole and its part, or different things."""
    head_a, head_b = head(a.counted), head(b.counted)
    if head_a in ANYBODY and head_b in ANYBODY:
        return modified(a, b)
    if head_a in ANYBODY:
        return Kinship.WHOLE
    if head_b in ANYBODY:
        return Kinship.PART
    if (
        head_a == head_b
        or are_loosely_alike(a, b)
        or any(head_a in group and head_b in group for group in ALIKE)
    ):
        return modified(a, b)
    return Kinship.DIFFERENT


def head(counted: tuple[str, ...]) -> str:
    """The noun counted; a bare figure ("22 were killed") counts anybody."""
    if not counted:
        return "person"
    return (
        "-".join(counted[-2:])
        if counted[-2:] in {("service", "member"), ("police", "officer")}
        else counted[-1]
    )


def modified(a: Claim, b: Claim) -> Kinship:
    """SAME unless each of two like heads carries a modifier that the other lacks, or one marks it off ("non-local")."""
    left, right = modifiers(a), modifiers(b)
    return Kinship.DIFFERENT if left - right and right - left else Kinship.SAME


def modifiers(claim: Claim) -> frozenset[str]:
    return frozenset(claim.counted[:-1]) - TELLS_NOTHING


def denies(a: Claim, b: Claim) -> tuple[str, str] | None:
    """The modifiers by which one claim denies what the other says ("non-local", "local"), None where none does."""
    for x in sorted(modifiers(a)):
        for y in sorted(modifiers(b)):
            if x in {f"non-{y}", f"non{y}"} or y in {f"non-{x}", f"non{x}"}:
                return x, y
    return None


def about_one_thing(a: Claim, b: Claim) -> bool:
    """True where two claims of one measure and occurrence may be set side by side."""
    if a.measure in HARMS and a.occurrence is not None:
        return True
    if are_surely_one(a, b) or are_all_aboard(a, b) or are_rounder_and_finer(a, b) or are_clad_alike(a, b):
        return True
    if a.value.unit and b.value.unit and head(a.counted) != head(b.counted):
        return False
    if are_near_counts(a, b):
        return True
    left, right = content(a.text), content(b.text)
    shared = left & right
    if are_large_and_near(a, b) and len(shared - own_words(a)) >= LEAST_BESIDE:
        return True
    return len(shared) >= LEAST_SHARED and len(shared) >= SHARE * min(len(left), len(right))


def are_rounder_and_finer(a: Claim, b: Claim) -> bool:
    """True for "nearly $90 million" and "$86 million" in two sentences with a word in common besides: a sum and its rounding
    to one digit."""
    if (
        a.article == b.article
        or family(a) != "money"
        or not (content(a.text) & content(b.text)) - own_words(a)
    ):
        return False
    return is_rounded_to(a, b) or is_rounded_to(b, a)


def are_clad_alike(a: Claim, b: Claim) -> bool:
    """True for the strangers whom two articles know by one piece of dress ("three men in work vests", "four men in hi-vis
    vests")."""
    if a.article == b.article or a.measure != b.measure or a.counted != b.counted:
        return False
    one, other = dress(a), dress(b)
    return one is not None and one == other


def dress(claim: Claim) -> str | None:
    """ "vests" for "two men in red vests"."""
    found = CLAD.match(claim.text[claim.value.end - claim.start :])
    return found[1].casefold() if found else None


def is_rounded_to(coarse: Claim, fine: Claim) -> bool:
    """True for a figure with "about" or "nearly" that is the finer one rounded to its first digit."""
    x, y = bare_figure(coarse.value), bare_figure(fine.value)
    if x is None or y is None or x == y or coarse.value.bound is not Bound.ABOUT:
        return False
    if fine.value.bound is not Bound.EXACT or y < LARGE:
        return False
    return x == float(f"{y:.0e}")


def are_large_and_near(a: Claim, b: Claim) -> bool:
    """True for two counts of the same things in one happening that are large and close: such figures seldom meet by chance."""
    x, y = bare_figure(a.value), bare_figure(b.value)
    if x is None or y is None or a.occurrence is None or a.occurrence != b.occurrence:
        return False
    if not a.counted or head(a.counted) in ANYBODY or head(a.counted) != head(b.counted):
        return False
    return min(x, y) >= LARGE and max(x, y) <= NEAR * min(x, y)


def are_near_counts(a: Claim, b: Claim) -> bool:
    """True for two counts of several hundred of the same noun that all but meet: no two things come so near by chance."""
    x, y = bare_figure(a.value), bare_figure(b.value)
    if x is None or y is None or a.value.type is not ValueType.NUMBER or a.measure != b.measure:
        return False
    if not a.counted or a.counted != b.counted or head(a.counted) in ANYBODY or family(a) != a.measure:
        return False
    return min(x, y) >= SEVERAL and max(x, y) <= NEARER * min(x, y) and is_standing(a) == is_standing(b)


@lru_cache(maxsize=1 << 14)
def is_of_before(claim: Claim) -> bool:
    """True for the earlier figure that one of now is set beside ("up from 41 percent four years ago")."""
    return BEFORE.search(claim.text[: claim.value.start - claim.start]) is not None


def bare_figure(value: Quantity) -> float | None:
    return value.low if value.low is not None else value.high


def own_words(claim: Claim) -> frozenset[str]:
    """The stems of the figure's own words and of what it counts, which two such claims always share."""
    return content(
        f"{claim.value.text} {claim.value.unit or ''} {' '.join(claim.counted)} hundreds thousand million billion"
    )


def are_nearest(a: Claim, b: Claim, group: tuple[Claim, ...]) -> bool:
    """True where neither article has a claim of the measure in a sentence more like the other's."""
    own = likeness(a, b)
    return all(
        likeness(x, other) <= own
        for x, y in ((a, b), (b, a))
        for other in group
        if other.article == y.article
    )


def likeness(a: Claim, b: Claim) -> float:
    """Share of words of content that two sentences have in common (Jaccard), 0 to 1."""
    left, right = content(a.text), content(b.text)
    return len(left & right) / max(1, len(left | right))


@cache
def content(text: str) -> frozenset[str]:
    """The words of a sentence that carry its matter, cut to their first six letters (a rough stem)."""
    words = re.findall(r"[^\W\d_]{4,}", text.casefold())
    return frozenset(w[:6] for w in words if w not in STOP)
