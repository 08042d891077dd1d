"""Figures whose kind is told by their place: a crowd, a margin of votes, the wind's speed, damage, a time out of action, a trip."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from quizzes.nlp.lexicons.typed import (
    ATTENDED,
    AWAY,
    BALLOTS,
    BELOW,
    COME,
    CROWDS,
    DAMAGE,
    DAMAGED,
    DEPTH,
    DRAW,
    FILL,
    GROUND,
    GUSTING,
    HELD,
    MARCH,
    MARGIN,
    MARGINS,
    MISSING,
    MOVING,
    ONLOOKERS,
    OUT,
    PER_HOUR,
    PLACES,
    SIDELINED,
    SITTING,
    SPEED,
    TALLIED,
    TRIP,
    TRIPS,
    VEHICLES,
    VISITORS,
    WIND,
    WINDS,
    WINNING,
)
from quizzes.nlp.measuring.counted import Counted, Kind
from quizzes.nlp.measuring.matters import is_between
from quizzes.nlp.measuring.noun_phrases import lemma_of

MANY = 20
"""Fewer are no crowd: "two residents came to the door"."""
STEPS = 3
NEAR = 6
"""Words before a figure within which the word that types it may stand."""


def typed(counted: Counted) -> tuple[str, Token] | None:
    """The name of the kind of a figure, with the word that tells it; None for one that only says what is counted."""
    match counted.kind:
        case Kind.COUNT:
            return margin(counted) or attendance(counted)
        case Kind.MONEY:
            return damage(counted)
        case Kind.WEIGHT | Kind.DISTANCE:
            return speed(counted) or depth(counted)
        case Kind.DURATION if not is_between(counted):
            return sidelined(counted) or trip(counted)
        case _:
            return None


def margin(counted: Counted) -> tuple[str, Token] | None:
    """ "Won by 40 votes", "her lead of 40 votes", "the margin is 40 votes"; "the lead has shrunk to 40"."""
    before = words_before(counted, 2)
    if counted.noun is not None and lemma_of(counted.noun) not in BALLOTS:
        return None
    if counted.noun is not None and before[-1:] and before[-1].lower_ == "by":
        verb = counted.noun.head
        found = next((t for t in (verb, *before) if t.lemma_.lower() in WINNING | {"ahead", "behind"}), None)
        return (MARGIN, found) if found is not None else None
    beside = before[:1] if len(before) == 2 and before[1].lower_ == "of" else []
    holder = next(
        (t for t in [*beside, subject_of(counted)] if t is not None and lemma_of(t) in MARGINS), None
    )
    return (MARGIN, holder) if holder is not None else None


def attendance(counted: Counted) -> tuple[str, Token] | None:
    """ "A crowd of 400", "400 spectators", "in front of 400 people", "400 people came to the meeting", "400 filled the hall"."""
    value = counted.quantity
    least = value.low if value.low is not None else value.high
    if least is None and value.about is not None:
        least = value.about[0]
    if counted.is_more or (least is not None and least < MANY):
        return None
    before = words_before(counted, 3)
    if len(before) >= 2 and before[-1].lower_ == "of" and lemma_of(before[-2]) in CROWDS:
        return ATTENDED, before[-2]
    if counted.noun is None:
        return None
    noun = lemma_of(counted.noun)
    if [t.lower_ for t in before[-3:]] == ["in", "front", "of"] and noun in VISITORS:
        return ATTENDED, before[-2]
    if noun in ONLOOKERS:
        return ATTENDED, counted.noun
    if noun not in VISITORS:
        return None
    verb, dep = counted.anchor.head, counted.anchor.dep_.split(":")[0]
    if verb.pos_ == "VERB":
        return came(verb, dep)
    clause = next((c for c in counted.noun.children if c.dep_.startswith("acl") and c.pos_ == "VERB"), None)
    # A parser may take "2,000 people marched" for people who were marched.
    return came(clause, "nsubj") if clause is not None and dep == "ROOT" else None


def depth(counted: Counted) -> tuple[str, Token] | None:
    """ "Trapped 400 metres underground", "about 400 metres below the surface"."""
    if counted.kind is not Kind.DISTANCE or counted.noun is None:
        return None
    behind = [t for t in counted.noun.doc[counted.noun.i + 1 : counted.noun.i + 4] if t.lower_ != "the"]
    if behind and behind[0].lower_ == "underground":
        return DEPTH, behind[0]
    is_below = len(behind) > 1 and behind[0].lower_ in BELOW and behind[1].lower_ in GROUND
    return (DEPTH, behind[1]) if is_below else None


def came(verb: Token, dep: str) -> tuple[str, Token] | None:
    """The attendance of those who are subject of "came to the meeting" or "filled the hall", or object of "drew"."""
    lemma = verb.lemma_.lower()
    if dep == "obj" and (
        lemma in DRAW or (lemma in TALLIED and any(lemma_of(t) in HELD for t in verb.subtree))
    ):
        return ATTENDED, verb
    if dep != "nsubj":
        return None
    below = [t for t in verb.subtree if t.i > verb.i]
    if lemma in MARCH or (lemma in COME and any(lemma_of(t) in HELD for t in below)):
        return ATTENDED, verb
    if lemma == "turn" and any(t.lower_ == "out" for t in below[:1]):
        return ATTENDED, verb
    held = next((c for c in verb.children if c.dep_ == "obj"), None)
    if lemma in FILL and held is not None and lemma_of(held) in PLACES:
        return ATTENDED, verb
    return None


def speed(counted: Counted) -> tuple[str, Token] | None:
    """Miles per hour are a speed, no way; the wind's where the sentence tells of wind."""
    unit = counted.noun
    if unit is None:
        return None
    behind = tuple(t.lower_ for t in unit.doc[unit.i + 1 : unit.i + 3])
    if lemma_of(unit) not in {"mph", "kph", "knot"} and behind not in PER_HOUR:
        return None
    # "Winds" at the head of a sentence is taken for a verb or a name.
    told = next((t for t in unit.sent if t.lower_.removesuffix("s") in WINDS or t.lemma_ in GUSTING), None)
    if told is not None:
        return WIND, told
    moving = next((t for t in words_before(counted, NEAR) if t.lemma_ in MOVING and t.pos_ == "VERB"), None)
    return (SPEED, moving) if moving is not None else ("size", unit)


def damage(counted: Counted) -> tuple[str, Token] | None:
    """ "The damage will come to $5 million", "put the damage at $5 million", "$5 million in damage"."""
    doc, sentence = counted.anchor.doc, counted.anchor.sent
    behind = list(doc[counted.end : min(counted.end + 4, sentence.end)])
    found = next((t for t in behind if t.lower_ == "damage"), None)
    if found is not None and any(t.lower_ in {"in", "of"} for t in behind[:2]):
        return DAMAGE, found
    for word in [subject_of(counted), *objects_of(counted), *words_before(counted, 4)]:
        if word is not None and word.lower_ in DAMAGED and word.pos_ == "NOUN":
            return DAMAGE, word
    return None


def sidelined(counted: Counted) -> tuple[str, Token] | None:
    """ "Out for six weeks", "will miss six weeks", "do without her for six weeks", "a layoff of six weeks"."""
    before = words_before(counted, NEAR)
    for at in range(len(before) - 1, -1, -1):
        word = before[at]
        rest = [t.lower_ for t in before[at + 1 :]]
        if word.lower_ in OUT and rest in ([], ["for"]):
            return SIDELINED, word
        if word.lemma_.lower() in MISSING and word.pos_ == "VERB" and all(r in {"the", "next"} for r in rest):
            return SIDELINED, word
        if lemma_of(word) in AWAY and rest == ["of"]:
            return SIDELINED, word
    return without(counted)


def without(counted: Counted) -> tuple[str, Token] | None:
    """The "do" of "will have to do without their captain for six weeks"."""
    if not counted.start or counted.anchor.doc[counted.start - 1].lower_ != "for":
        return None
    sentence = counted.anchor.sent
    for token in sentence.doc[sentence.start : counted.start - 1]:
        follows = token.nbor(1)
        if follows.lower_ == "without" and token.lemma_.lower() in {"do", "be", "go", "cope", "manage"}:
            return SIDELINED, token
    return None


def trip(counted: Counted) -> tuple[str, Token] | None:
    """ "The ride takes 40 minutes", "they sit on a bus for 40 minutes"."""
    for word in [subject_of(counted), *words_before(counted, 2), *behind_unit(counted)]:
        if word is not None and lemma_of(word) in TRIPS and word.pos_ == "NOUN":
            return TRIP, word
    verb = (counted.noun or counted.anchor).head
    if verb.lemma_.lower() in SITTING and verb.pos_ == "VERB":
        for child in verb.children:
            if lemma_of(child) in VEHICLES and child.dep_.startswith("obl"):
                return TRIP, verb
    return None


def behind_unit(counted: Counted) -> list[Token]:
    """The noun right behind the unit ("a 40-minute ride", "40 minutes' drive")."""
    unit = counted.noun
    if unit is None:
        return []
    return list(unit.doc[unit.i + 1 : min(unit.i + 3, unit.sent.end)])


def words_before(counted: Counted, most: int) -> list[Token]:
    """The words of the sentence before a figure and its bound, at most so many."""
    sentence = counted.anchor.sent
    return list(sentence.doc[max(sentence.start, counted.start - most) : counted.start])


def subject_of(counted: Counted) -> Token | None:
    """The subject of the verb or figure that a figure hangs on, within three steps."""
    for node in above(counted):
        found = next((c for c in node.children if c.dep_ in {"nsubj", "nsubj:pass"}), None)
        if found is not None:
            return found if found.i < counted.start else None
    return None


def objects_of(counted: Counted) -> Iterator[Token]:
    """What is put or estimated at a figure ("put the damage at $5 million")."""
    for node in above(counted):
        if node.pos_ == "VERB":
            yield from (c for c in node.children if c.dep_ == "obj")
            return


def above(counted: Counted) -> Iterator[Token]:
    """The figure's noun or head and what these hang on, as far as the next verb."""
    token = counted.noun or counted.anchor
    for _ in range(STEPS):
        yield token
        if token.head == token or token.pos_ in {"VERB", "AUX"}:
            return
        token = token.head
