"""Words that evaluate or colour what they tell, each row beside a word that tells it with less: what an editor could write instead.

Own list of general English, after what style guides of agencies and broadcasters (AP, Reuters, the BBC, the Guardian) tell
reporters to write in the place of such words. In a row all are of one class and tell the same act or thing, so that any may
stand where another does, and beside the first one nobody would take another for the one that judges least. Behind the ";"
stand words that are asked about and not offered: rare ones, and such as do not go with every object. Behind the "|" of an
adjective stand the nouns that all of its row go with. Left out are words that are often meant literally ("hit", "war",
"gang"), that only say how much ("massive", "soar", "utterly"), that tell another fact than the milder one ("sabotage"), and
that hardly judge ("provoke", "divisive").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

LEAST = 3
"""Coloured words that stand beside the milder one in a question, at least."""

WITH_OBJECT = """
criticize: bash, slam, blast, skewer, lambaste, savage, hammer; trash, excoriate, pummel, assail, clobber, pan, castigate, berate
criticize: tear into, rip into, lay into, lash out at
criticize: ridicule, mock, sneer at, scoff at, jeer at
anger: enrage, infuriate, incense, outrage, madden
surprise: stun, stagger, dumbfound, flabbergast, floor
defeat: trounce, crush, thrash, demolish, annihilate
react to: pounce on, jump on, swoop on, leap on; seize on
attract: entice, lure, seduce, bait
"""
ALONE = """
answer: fire back, lash back, snap back, punch back, clap back
yield: cave, buckle, crumble, fold
"""
COMPLAINING = """
complain: fume, rage, rant, howl, moan
"""
ADJECTIVES = """
critical: scathing, blistering, withering, savage, vicious; searing | speech report letter statement review editorial column article post message remark comment response assessment book
angry: furious, enraged, livid, irate, seething | reaction response crowd resident neighbour neighbor voter parent customer passenger supporter opponent critic fan worker lawmaker senator mayor letter
strong: fierce, ferocious, savage, vicious, brutal | criticism opposition attack reaction response resistance rhetoric
strong: ardent, rabid, fanatical, zealous | supporter defender critic backer opponent advocate fan believer
unusual: bizarre, weird, freakish, outlandish, crazy | situation incident idea plan theory story behavior behaviour claim statement scene episode case video letter
strict: draconian, merciless, oppressive, heavy-handed | law rule measure policy penalty sentence restriction regime punishment
negative: dire, apocalyptic, nightmarish, catastrophic | prediction forecast outlook assessment picture vision scenario
noisy: rowdy, unruly, raucous, riotous | crowd audience meeting protest rally session debate supporter fan
surprising: stunning, shocking, staggering, astounding, jaw-dropping | defeat loss victory decision move announcement reversal result admission revelation turn news
happy: ecstatic, euphoric, delirious, rapturous | crowd fan supporter voter mood reaction
quick: hasty, rash, reckless, headlong | retreat decision move withdrawal departure
old: archaic, antiquated, prehistoric, moth-eaten | law rule system equipment idea view method
small: measly, paltry, pitiful, laughable | sum amount raise turnout payment offer increase salary fine
determined: stubborn, pig-headed, obstinate, bull-headed | opposition opponent refusal resistance leader
risky: foolhardy, reckless, irresponsible, suicidal | plan move decision strategy policy bet
"""
NOUNS = """
criticism: backlash, furor, outcry, uproar, firestorm
dispute: brawl, slugfest, dogfight, free-for-all
failure: fiasco, debacle, shambles, train wreck
supporter: crony, lackey, minion, stooge, puppet
group: mob, horde, rabble, swarm
confusion: chaos, mayhem, bedlam, pandemonium
anger: fury, rage, wrath, outrage
series: spate, barrage, torrent, avalanche, onslaught
speech: rant, tirade, diatribe, harangue
defeat: drubbing, rout, thrashing, trouncing
"""
ADVERBS = """
openly: brazenly, shamelessly, blatantly, flagrantly
"""

PAST = {"tear": "tore", "lay": "laid", "leap": "leapt"}
"""Irregular forms among the verbs of the rows."""


class Frame(StrEnum):
    """What has to stand beside a word of a row, so that each of the row could stand there."""

    OBJECT = "object"
    ALONE = "no object and nobody whom it is done to"
    NO_OBJECT = "no object"
    NOUN = "noun"
    ANY = "any"


@dataclass(frozen=True)
class Row:
    """A milder word and the coloured ones beside it, each in all its forms: of all words the forms are in one order.

    `offered` are those of the coloured ones that an option may show, `nouns` the nouns that adjectives go with.
    """

    milder: tuple[str, ...]
    coloured: tuple[tuple[str, ...], ...]
    offered: tuple[tuple[str, ...], ...]
    frame: Frame
    nouns: frozenset[str] = frozenset()


@cache
def rows() -> tuple[Row, ...]:
    """The verbs with base form, present, past and "-ing" form, the nouns with their plural."""
    tables = (
        (WITH_OBJECT, verb_forms, Frame.OBJECT),
        (ALONE, verb_forms, Frame.ALONE),
        (COMPLAINING, verb_forms, Frame.NO_OBJECT),
        (NOUNS, noun_forms, Frame.ANY),
        (ADJECTIVES, _alone, Frame.NOUN),
        (ADVERBS, _alone, Frame.ANY),
    )
    return tuple(
        _row(line, forms, frame) for table, forms, frame in tables for line in table.split("\n") if line
    )


def _row(line: str, forms: Callable[[str], tuple[str, ...]], frame: Frame) -> Row:
    line, _, nouns = line.partition(" | ")
    milder, _, others = line.partition(": ")
    offered, asked = ([forms(w) for w in part.split(", ") if w] for part in f"{others}; ".split("; ")[:2])
    return Row(forms(milder), (*offered, *asked), tuple(offered), frame, frozenset(nouns.split()))


def row_of(word: str, shown: str) -> tuple[Row, int] | None:
    """The first row with a coloured word, in its first form or as it is shown, and which of its forms `shown` surely is."""
    for row in rows():
        forms = next(
            (forms for forms in row.coloured if word in (forms[0], shown.casefold()) and word in forms), None
        )
        if forms is not None:
            places = [n for n, form in enumerate(forms) if form == shown.casefold()]
            return (row, places[0]) if len(places) == 1 else None
    return None


def verb_forms(verb: str) -> tuple[str, ...]:
    """ "stir up" → "stir up", "stirs up", "stirred up", "stirring up"."""
    base, space, rest = verb.partition(" ")
    doubled = base + base[-1] if _is_doubled(base) else base
    third = (
        base[:-1] + "ies" if _is_y(base) else base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")
    )
    past = PAST.get(base) or (
        base[:-1] + "ied" if _is_y(base) else base + "d" if base.endswith("e") else doubled + "ed"
    )
    going = (base[:-1] if base.endswith("e") else doubled) + "ing"
    return tuple(f"{form}{space}{rest}" for form in (base, third, past, going))


def noun_forms(noun: str) -> tuple[str, ...]:
    return (noun, noun[:-1] + "ies" if _is_y(noun) else noun + "s")


def _alone(word: str) -> tuple[str, ...]:
    return (word,)


def _is_y(word: str) -> bool:
    return word.endswith("y") and word[-2] not in "aeiou"


def _is_doubled(verb: str) -> bool:
    """True for a short verb with one vowel before one consonant ("slam", not "hammer")."""
    vowels = [n for n, letter in enumerate(verb) if letter in "aeiou"]
    return len(vowels) == 1 and vowels[0] == len(verb) - 2 and verb[-1] not in "wxy"
