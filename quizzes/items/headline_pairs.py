"""What two headlines on one event put first, what they say of it, and which words only one of them has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, dropwhile, takewhile

from quizzes.items.wording import folded, one_line
from quizzes.nlp.findings.comparable import STOP
from quizzes.nlp.lexicons.same_deeds import DEED_OF
from quizzes.nlp.types import Reading

LONGEST = 7
"""Words of a subject at most: a longer one is more likely misread than meant."""

UNTOLD = re.compile(r"[:;?!…]|\.\.\.")
"""What a headline has that tells in more than one sentence, asks, or is cut off."""

SMALL = (
    "and or as after before amid over about for of with from in into at on to by ahead between against during despite while when who"
    " that unlike than aboard the a an"
)
JOINTS = re.compile(
    rf"(?:^|\s*[,–—]\s*|\s+)(?:(?:{SMALL.replace(' ', '|')})(?:\s+|$))+|\s*[,–—]\s*|(?<!\w)['‘“\"]|['’”\"](?!\w)",
    re.IGNORECASE,
)
"""Where the parts of a headline meet."""

POSSESSIVE = re.compile(r"['’]s?(?!\w)")

TELLING, STEM = 3, 6
"""Letters of a telling word at least, and those by which another form of it is known ("armed", "arming" by what is left)."""
ENDINGS = ("ing", "ers", "er", "ed", "es", "s", "y", "e")
PARTS = 2
"""Parts that only one headline has, as many as a model answer lists."""


@dataclass(frozen=True)
class Angle:
    """A headline as it tells: what it puts first, and what it says of that, both as written."""

    reading: Reading
    headline: str
    first: str
    said: str


def angle_of(reading: Reading) -> Angle | None:
    """None where the headline does not surely open with its subject, or a phrase before it, and go on to its verb."""
    frame, headline = reading.headline_frame, one_line(reading.headline or "")
    if frame is None or not frame.subject or not frame.act or UNTOLD.search(headline):
        return None
    subject, act = one_line(frame.subject), one_line(frame.act)
    begins = headline.find(subject)
    ends = begins + len(subject)
    at = headline.find(act, ends)
    between = headline[ends:at].strip(". ")
    # between subject and verb only a clause that says who is meant ("Roe, Who Built the Pier, Is Fired")
    if begins < 0 or at < 0 or (between and not between.startswith(",")):
        return None
    if begins and not headline[:begins].endswith(", "):
        return None
    first = headline[:ends].rstrip(",") + ("." if headline[ends : ends + 1] == "." else "")
    return Angle(reading, headline, first, headline[at:]) if len(first.split()) <= LONGEST else None


def unlike_pairs(angles: Sequence[Angle]) -> list[tuple[Angle, Angle]]:
    """Every two headlines that tell each other's readers something more, those most unlike each other first."""
    pairs = [(a, b) for a, b in combinations(angles, 2) if tell_apart(a, b)]
    return sorted(pairs, key=lambda p: -_distance(*p))


def tell_apart(one: Angle, other: Angle) -> bool:
    """True where each says something in words of which the other has none."""
    turns = ((one, other), (other, one))
    own = [only_in(*turn) for turn in turns]
    is_told = any(stems_of(a.said) <= stems_of(b.headline) for a, b in turns)
    # a new verb alone may say the same in another word, and two verbs of one deed are known to
    is_more = all(own) and any(" " in part for parts in own for part in parts)
    return is_more and not is_told and (not do_the_same(one, other) or _deed(one) == _deed(other))


def do_the_same(one: Angle, other: Angle) -> bool:
    """True where both have the same verb, or one of the verbs by which news tells one deed."""
    deeds = [_deed(a) for a in (one, other)]
    known = [{number for word, number in _deeds().items() if word in deed} for deed in deeds]
    return not all(deeds) or bool(deeds[0] & deeds[1]) or bool(known[0] & known[1])


def _deed(angle: Angle) -> set[str]:
    frame = angle.reading.headline_frame
    return stems_of(frame.act or "") if frame else set()


@cache
def _deeds() -> dict[str, int]:
    return {_stem(word): number for word, number in DEED_OF.items()}


def _distance(one: Angle, other: Angle) -> float:
    """The share of telling words that only one of the two has; more where they let the same one do different things."""
    ours, theirs = stems_of(one.headline), stems_of(other.headline)
    return len(ours ^ theirs) / len(ours | theirs) + SAME * (same_first(one, other) is not None)


SAME = 0.5
"""What it is worth that two headlines begin alike: then only what they say of it differs."""


def same_first(one: Angle, other: Angle) -> str | None:
    """What both put first, by its shorter name ("Roe", "Ann Roe"); None where they begin with different things."""
    short, long = sorted((a.first.rstrip(".") for a in (one, other)), key=len)
    if short.casefold() == long.casefold():
        return short
    is_name = long.startswith(f"{short} ") or long.endswith(f" {short}")
    return short if is_name and not POSSESSIVE.search(long) and "," not in long else None


def only_in(one: Angle, other: Angle) -> list[str]:
    """The parts of the first headline of which the second has no word, as written: those of several words, and what the verb
    leads to where both have the same one; else the verb, where that is new."""
    known = stems_of(other.headline)
    parts = [p for part in JOINTS.split(f"{one.first}, {one.said}") if (p := part.strip(" ,."))]
    whole = [p for p in parts if len(p.split()) > 1 and stems_of(p) and not stems_of(p) & known]
    verb = one.said.split()[0]
    led_to = _led_to(JOINTS.split(one.said), known) if do_the_same(one, other) else []
    found = [*led_to, *whole] or [v for v in (verb,) if stems_of(v) and not stems_of(v) & known]
    return list(dict.fromkeys(found))[:PARTS]


def _led_to(parts: Sequence[str], known: set[str]) -> list[str]:
    """The new words that come right after the verb, in its own part of the headline or in the next."""
    told = [p for p in parts if p.strip(" ,.")]
    part = next((p for p in told[:2] if len(p.split()) > 1 or p != told[0]), "")
    run = list(takewhile(lambda w: not stems_of(w) & known, reversed(part.split())))
    own = list(dropwhile(lambda w: not stems_of(w), reversed(run)))
    return [" ".join(own)] if own else []


def stems_of(words: str) -> set[str]:
    every = re.findall(r"[^\W_]+", folded(words).replace("'s", ""))
    return {_stem(w) for w in every if w not in STOP and (len(w) >= TELLING or w.isdigit())}


def _stem(word: str) -> str:
    bare = (word.removesuffix(e) for e in ENDINGS if word.endswith(e))
    return next((b for b in bare if len(b) >= TELLING), word)[:STEM]
