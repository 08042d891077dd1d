"""What a quantity measures: a small table of frames, and the grammar that ties a quantity to one of them.

A measure that news counts often is a row of MEASURES; anything else is named by what is counted ("vehicles").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from spacy.tokens import Token

from quizzes.nlp.lexicons import harms
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.lexicons.wordlists import words
from quizzes.nlp.measuring.counted import Counted, Kind
from quizzes.nlp.measuring.governors import conjoined, governors, neighbours
from quizzes.nlp.measuring.implied import implied
from quizzes.nlp.measuring.matters import PLAIN, matter_named
from quizzes.nlp.measuring.noun_phrases import lemma_of, noun_after
from quizzes.nlp.measuring.typed import typed

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
VOTES = words(
    "vote ballot bill measure resolution legislation amendment motion senate house parliament congress council committee "
    "lawmaker jury referendum justice supreme"
)
"""Words of a chamber: beside one of them a result is a vote, else a score."""


RESULTS = words(
    "win victory loss defeat vote margin decision edge lead result score ruling majority rout triumph tie draw"
)
"""Nouns for a result."""
GLUED = 3
"""Words of a result in figures ("3-1"); "six-to-one" has more."""
RECORD = frozenset({"record", "improve", "fall", "drop", "start", "season"})


@dataclass(frozen=True)
class Framed:
    """A measure's name and the verb or noun that gives it (None where only the counted noun does)."""

    measure: str
    trigger: Token | None
    is_framed: bool


def find_measures(counted: Counted) -> tuple[Framed, ...]:
    """The measures that a quantity belongs to: one, or two for "killed or injured"; () where it measures nothing."""
    if counted.kind is Kind.TALLY:
        return (result(counted),)
    if counted.kind in PLAIN:
        return (Framed(*(typed(counted) or matter_named(counted)), True),)
    framed = tuple(frames(counted))
    if framed or counted.kind in {Kind.ARTICLE, Kind.PLURAL}:
        return framed
    if kind := typed(counted):
        return (Framed(*kind, True),)
    if counted.noun is None:
        name = implied(counted) if counted.kind is Kind.COUNT and counted.quantity.high != 0 else None
        return (Framed(name, None, True),) if name else ()
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


def row_of(word: Token, way: str, counted: Counted) -> Measure | None:
    return next((m for m in MEASURES if fits(m, word, way) and may_count(m, counted)), None)


def fits(measure: Measure, word: Token, way: str) -> bool:
    """True where the word, standing to the counted in this way, is one of the measure's."""
    lemma = harms.FORMS.get(word.lower_, word.lemma_.lower())
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
        case "led away":
            return measure.name == "displaced"
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
    if measure.name == "shot" and not is_person and counted.noun.pos_ != "PROPN":
        # A camera shoots frames, a player goals.
        return False
    if counted.kind is Kind.ARTICLE:
        return is_person is measure.people
    return measure.people or not is_person


def result(counted: Counted) -> Framed:
    """A ratio before a noun that is no result ("a six-to-one match"); a vote where the sentence speaks of a chamber; a record of games where it stands in brackets or behind "record" or
    "improve to"; else a score."""
    sentence = counted.anchor.sent
    noun = noun_after(sentence, counted.end - sentence.start)
    if noun is not None and lemma_of(noun) not in RESULTS and counted.end - counted.start > GLUED:
        return Framed("ratio", None, True)
    trigger = next((t for t in sentence if t.lemma_.lower() in VOTES), None)
    if (
        trigger is None
        and (counted.quantity.norm or "").endswith(("-1", "-one"))
        and "to" in counted.quantity.text.lower()
    ):
        # "beat them by three to one"
        return Framed("ratio", None, True)
    before = sentence.doc[max(sentence.start, counted.start - 4) : counted.start]
    if before.text.endswith("(") or any(t.lemma_.lower() in RECORD for t in before):
        return Framed("record", None, True)
    return Framed("vote" if trigger is not None else "score", trigger, True)


def plural(noun: Token) -> str:
    """The name of a plain count: the plural of the noun counted, so that "one truck" and "two trucks" meet."""
    lemma = lemma_of(noun)
    if noun.lower_ == "peoples":
        return "peoples"
    if lemma in {"person", "other"}:
        return "people" if lemma == "person" else "others"
    if noun.tag_ == "NNS" or noun.lower_.endswith("s"):
        return noun.lower_
    if lemma.endswith("man"):
        return lemma[:-3] + "men"
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    return lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else lemma + "s"
