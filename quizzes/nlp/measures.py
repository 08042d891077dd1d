"""What a quantity measures: a small table of frames, and the grammar that ties a quantity to one of them.

A measure that news counts often is a row of MEASURES; anything else is named by what is counted ("vehicles").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from spacy.tokens import Doc, Token

from quizzes.nlp.counted import Counted, Kind
from quizzes.nlp.lexicons import harms
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.lexicons.wordlists import words
from quizzes.nlp.noun_phrases import lemma_of

REACH = 8
"""Words between "the death toll" and its figure."""
NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Measure:
    """A frame. The counted are the object of `active` verbs (or subject of their passive), the subject of `subject` verbs,
    carry one of `states` ("22 dead"), or are counted by `nouns` ("22 fatalities"). `people`: True only people,
    False only things, None either."""

    name: str
    active: frozenset[str] = NO_WORDS
    subject: frozenset[str] = NO_WORDS
    states: frozenset[str] = NO_WORDS
    nouns: frozenset[str] = NO_WORDS
    people: bool | None = None
    is_harm: bool = False


MEASURES = (
    Measure("killed", harms.KILL, harms.DIE, harms.DEAD, harms.DEATHS, people=True, is_harm=True),
    Measure("injured", harms.INJURE, NO_WORDS, harms.INJURED, harms.INJURIES, people=True, is_harm=True),
    Measure("missing", states=harms.MISS, people=None, is_harm=True),
    Measure("arrested", harms.ARREST, nouns=frozenset({"arrest"}), people=True, is_harm=True),
    Measure(
        "displaced",
        harms.DISPLACE,
        harms.FLEE,
        frozenset({"displaced", "homeless"}),
        people=True,
        is_harm=True,
    ),
    Measure("rescued", harms.RESCUE, people=True, is_harm=True),
    Measure("destroyed", harms.DESTROY, states=frozenset({"destroyed"}), people=False, is_harm=True),
    Measure("damaged", harms.DAMAGE, states=frozenset({"damaged"}), people=False, is_harm=True),
    Measure("hit", harms.HIT, people=None),
    Measure("shot", frozenset({"shoot"}), people=True, is_harm=True),
    Measure("attended", frozenset({"attend"}), frozenset({"attend"}), people=True),
    Measure("troops", nouns=frozenset({"troop", "personnel", "serviceman"})),
)
ROWS = {measure.name: measure for measure in MEASURES}
MONEY_VERBS = {
    "cost": "cost",
    "pay": "paid",
    "spend": "spent",
    "raise": "raised",
    "earn": "earned",
    "lose": "lost",
    "donate": "donated",
    "fine": "fined",
    "invest": "invested",
    "owe": "owed",
    "sell": "sold",
    "buy": "bought",
}
PLAIN = {
    Kind.PERCENT: "percent",
    Kind.DURATION: "duration",
    Kind.DISTANCE: "distance",
    Kind.WEIGHT: "size",
    Kind.AGE: "age",
    Kind.TIME: "time",
}
VOTES = words(
    "vote ballot bill measure resolution legislation amendment motion senate house parliament congress council committee "
    "lawmaker jury referendum"
)
"""Words of a chamber: beside one of them a result is a vote, else a score."""


@dataclass(frozen=True)
class Framed:
    """A measure's name and the verb or noun that gives it (None where only the counted noun does)."""

    measure: str
    trigger: Token | None
    is_framed: bool


def find_measures(counted: Counted) -> tuple[Framed, ...]:
    """The measures that a quantity belongs to: one, or two for "killed or injured"; () where it measures nothing."""
    if counted.kind is Kind.MONEY:
        return (money(counted),)
    if counted.kind is Kind.TALLY:
        return (result(counted),)
    if counted.kind in PLAIN:
        return (Framed(PLAIN[counted.kind], None, True),)
    framed = tuple(frames(counted))
    if framed or counted.kind in {Kind.ARTICLE, Kind.PLURAL} or counted.noun is None:
        return framed
    return (Framed(plural(counted.noun), None, False),)


def frames(counted: Counted) -> Iterator[Framed]:
    """The rows of the table that the quantity's place in the sentence calls for."""
    noun = lemma_of(counted.noun) if counted.noun is not None else None
    own = next((m for m in MEASURES if noun in m.nouns), None)
    if counted.kind in {Kind.ARTICLE, Kind.PLURAL} and own is not None:
        return
    if own is not None and own.is_harm:
        yield Framed(own.name, counted.noun, True)
        return
    if noun in harms.CASUALTIES and counted.quantity.high == 0:
        yield Framed("killed", counted.noun, True)
        yield Framed("injured", counted.noun, True)
        return
    # What stands right beside a figure is read better than what the parse hangs it on.
    for verb, way in chain(neighbours(counted), governors(counted.anchor, counted)):
        found = row_of(verb, way, counted)
        if found is not None:
            yield Framed(found.name, verb, True)
            for other in conjoined(verb):
                also = row_of(other, way, counted)
                if also is not None and also is not found:
                    yield Framed(also.name, other, True)
            return
    if own is not None:
        yield Framed(own.name, counted.noun, True)


def neighbours(counted: Counted) -> Iterator[tuple[Token, str]]:
    """The verb or state right before or behind a quantity, with how it would hold it."""
    doc = counted.anchor.doc
    last = max(counted.end - 1, (counted.noun or counted.anchor).i)
    before = doc[counted.start - 1] if counted.start else None
    if before is not None and before.tag_ in {"VBG", "VBD", "VBZ", "VBP", "VB"}:
        yield before, "object"
    if last + 1 < len(doc):
        # "12 dead and 20 wounded"
        yield doc[last + 1], "state"
    yield from toll_before(counted)
    last = end_of_list(last, doc)
    is_passive = False
    for token in doc[last + 1 : last + 5]:
        if token.lemma_ in {"be", "get"}:
            is_passive = True
        elif token.tag_ in {"VBN", "VBD", "VBP", "VBZ", "JJ"} and token.lemma_ not in harms.PASSING:
            yield from [(token, "object"), (token, "state")] if is_passive else [(token, "subject")]
            if suffers(token):
                yield token, "injuries"
            return
        elif token.pos_ not in {"ADV", "AUX", "VERB"} and token.lower_ != "to":
            return


def end_of_list(last: int, doc: Doc) -> int:
    """Where the list that the counted noun opens ends before its common verb ("five drivers and a guard were hurt")."""
    if last + 1 >= len(doc) or doc[last + 1].lower_ != "and":
        return last
    for token in doc[last + 2 : last + 2 + REACH]:
        if token.lemma_ == "be":
            return token.i - 1
        if token.pos_ not in {"DET", "ADJ", "NOUN", "PROPN", "NUM"} and token.text != "-":
            return last
    return last


def suffers(verb: Token) -> bool:
    """True for "suffered minor injuries"."""
    return verb.lemma_ in harms.SUFFER and any(
        t.lemma_ in harms.INJURIES for t in verb.doc[verb.i + 1 : verb.i + 5]
    )


def row_of(word: Token, way: str, counted: Counted) -> Measure | None:
    return next((m for m in MEASURES if fits(m, word, way) and may_count(m, counted)), None)


def fits(measure: Measure, word: Token, way: str) -> bool:
    """True where the word, standing to the counted in this way, is one of the measure's."""
    lemma = word.lemma_.lower()
    match way:
        case "object":
            return lemma in measure.active
        case "subject":
            return lemma in measure.subject
        case "state":
            return word.lower_ in measure.states or lemma in measure.states
        case "nominal":
            return lemma_of(word) in measure.nouns and measure.is_harm
        case "injuries":
            return measure.name == "injured"
    return False


def may_count(measure: Measure, counted: Counted) -> bool:
    """True where the measure takes what is counted: people for "killed", things for "destroyed"."""
    if counted.kind is Kind.ARTICLE and not measure.is_harm:
        return False
    if counted.kind is Kind.PLURAL:
        # "People were killed" says nothing to check; "the strikes hit lorries" says what was hit.
        return not measure.people and lemma_of(counted.anchor) in harms.THINGS and measure.name != "missing"
    if counted.noun is None or measure.people is None:
        return True
    lemma = lemma_of(counted.noun)
    is_person = lemma in PEOPLE
    if measure.people and lemma in harms.THINGS:
        return False
    if counted.kind is Kind.ARTICLE:
        return is_person is measure.people
    return measure.people or not is_person


def governors(anchor: Token, counted: Counted) -> Iterator[tuple[Token, str]]:
    """The words a quantity hangs on, nearest first, with how: object, subject, state, nominal or injuries."""
    for node in [anchor, *conjuncts_above(anchor)]:
        for child in node.children:
            if child.dep_.startswith("acl"):
                yield from clause_on(child)
            elif child.dep_ == "amod":
                yield child, "state"
        if counted.noun is not None and node == anchor and counted.noun != anchor:
            for child in counted.noun.children:
                if child.dep_.startswith("acl"):
                    yield from clause_on(child)
        head, dep = node.head, node.dep_
        if dep == "nsubj:pass":
            yield head, "object"
            yield head, "state"
            yield from reported(head)
            yield from left_so(head)
        elif dep == "nsubj":
            yield head, "subject"
            yield head, "state"
            yield from ((c, "subject") for c in head.children if c.dep_ == "conj" and not has_subject(c))
            yield from left_so(head)
            if head.tag_ == "VBN" and not has_auxiliary(head):
                yield head, "object"
            if suffers(head):
                yield head, "injuries"
        elif dep in {"obj", "iobj"} and head.lemma_ in harms.STAY:
            yield from left_so(head)
        elif dep in {"obj", "iobj"} or (dep.startswith("obl") and is_fence(node, counted)):
            yield head, "object"
        elif dep.startswith("nmod") and counted.kind is Kind.COUNT:
            yield head, "nominal"
        elif dep == "ROOT" or dep == "dep":
            yield from cut_off(node)
        if head.dep_ in {"acl", "acl:relcl"} and dep in {"nsubj", "nsubj:pass"}:
            yield head, "object"


def reported(verb: Token) -> Iterator[tuple[Token, str]]:
    """The verb behind one of thinking or telling ("were thought to have been killed", "is feared to have died")."""
    if verb.lemma_ not in harms.PASSING:
        return
    for child in verb.children:
        if child.dep_ == "xcomp":
            is_passive = any(c.dep_ == "aux:pass" for c in child.children)
            yield child, "object" if is_passive else "subject"


def left_so(verb: Token) -> Iterator[tuple[Token, str]]:
    """The state that a verb leaves somebody in ("remain missing", "leaving 12 dead")."""
    if verb.lemma_ in harms.STAY:
        yield from ((c, "state") for c in verb.children if c.dep_ in {"xcomp", "advcl", "acl", "advmod"})


def clause_on(verb: Token) -> Iterator[tuple[Token, str]]:
    """How a clause hangs on its noun: "people killed", "people who died"; a clause with its own object counts another thing."""
    if any(c.dep_.startswith("nsubj") and c.tag_ not in {"WDT", "WP"} for c in verb.children):
        return
    if verb.tag_ == "VBN" and not any(c.dep_ == "obj" for c in verb.children):
        yield verb, "object"
        yield verb, "state"
    elif verb.dep_ == "acl:relcl" and not any(c.dep_ == "obj" for c in verb.children):
        yield verb, "subject"
        if any(c.dep_ == "aux:pass" for c in verb.children):
            yield verb, "object"


def conjuncts_above(token: Token) -> Iterator[Token]:
    """The nouns that a conjunct is joined to, up to the first: they share its place."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
        if token.pos_ in {"VERB", "AUX"}:
            return
        yield token


def conjoined(verb: Token) -> Iterator[Token]:
    """Verbs joined to a verb that leave their subject and object to it ("killed or injured")."""
    for child in verb.children:
        if child.dep_ == "conj" and not any(
            c.dep_.split(":")[0] in {"nsubj", "obj", "obl"} for c in child.children
        ):
            yield child


def has_subject(verb: Token) -> bool:
    return any(c.dep_.startswith("nsubj") for c in verb.children)


def has_auxiliary(verb: Token) -> bool:
    return any(c.dep_.startswith("aux") for c in verb.children)


def is_fence(node: Token, counted: Counted) -> bool:
    """True where the preposition before a quantity is the "to" of its own "up to"."""
    return any(c.dep_ == "case" and counted.start <= c.i < counted.end for c in node.children)


def toll_before(counted: Counted) -> Iterator[tuple[Token, str]]:
    """The noun of a count that "rose to 22": "the death toll" is read by its modifier, "the number of dead" by its complement."""
    doc = counted.anchor.doc
    between = doc[max(0, counted.start - REACH) : counted.start]
    at = next((t.i for t in reversed(between) if t.lemma_ in harms.TOLL), None)
    if at is None or not any(
        t.lower_ in {"to", "at", "of", "is", "was", "hit", "reached"} for t in doc[at + 1 : counted.start]
    ):
        return
    if at:
        yield doc[at - 1], "nominal"
    yield from ((t, "nominal") for t in doc[at + 1 : counted.start] if t.pos_ in {"NOUN", "ADJ", "VERB"})


def cut_off(node: Token) -> Iterator[tuple[Token, str]]:
    """The verb of a coordinated subject whose first half the parser has cut off ("A guard and five others were hurt")."""
    following = node.doc[node.i + 1] if node.i + 1 < len(node.doc) else None
    if following is None or following.dep_ != "cc":
        return
    for child in node.children:
        if child.dep_ == "conj" and any(c.dep_ == "nsubj:pass" and following.i < c.i for c in child.children):
            yield child, "object"


def money(counted: Counted) -> Framed:
    """What is done with a sum: "cost", "paid", "raised", or plain "money"."""
    token = counted.anchor
    for _ in range(4):
        if token.lemma_ in MONEY_VERBS:
            return Framed(MONEY_VERBS[token.lemma_], token, True)
        token = token.head
    return Framed("money", None, True)


def result(counted: Counted) -> Framed:
    """A vote where the sentence speaks of a chamber, else a score."""
    sentence = counted.anchor.sent
    trigger = next((t for t in sentence if t.lemma_.lower() in VOTES), None)
    return Framed("vote" if trigger is not None else "score", trigger, True)


def plural(noun: Token) -> str:
    """The name of a plain count: the plural of the noun counted, so that "one truck" and "two trucks" meet."""
    lemma = lemma_of(noun)
    if lemma in {"person", "other"}:
        return "people" if lemma == "person" else "others"
    if noun.tag_ == "NNS" or noun.lower_.endswith("s"):
        return noun.lower_
    if lemma.endswith("man"):
        return lemma[:-3] + "men"
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    return lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else lemma + "s"
