"""Words that colour what they tell, each row beside a word that tells it with less: what an editor could write instead.

Own list of general English, after what style guides of agencies and broadcasters (AP, Reuters, the BBC, the Guardian) tell
reporters to write in the place of such words. In a row all are of one class, so that any may stand where another does, and
beside the first one nobody would take another for the one that judges least. Words that are often meant literally
("hit", "war", "gang") and words of two classes in one form ("clash", "feud") are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

LEAST = 3
"""Coloured words that stand beside the milder one in a question, at least."""

VERBS = """
criticize: bash, slam, blast, trash, skewer, lambaste, excoriate, pummel, assail, savage, clobber, hammer, maul, pan, castigate, berate
criticize: disparage, smear, vilify, malign, denigrate, discredit, tarnish
criticize: tear into, rip into, lay into, lash out at
answer: fire back, lash back, snap back, punch back, clap back
question: ridicule, sneer at, jeer at, scoff at
anger: enrage, infuriate, incense, outrage, madden
surprise: stun, stagger, floor, dumbfound, flabbergast
defeat: trounce, crush, thrash, demolish, humiliate, annihilate, topple, steamroll
cause: provoke, stir up, whip up, ignite, unleash
react to: pounce on, jump on, swoop on, seize on
yield: cave, buckle, crumble, capitulate, surrender
complain: fume, rage, rant, howl, whine, moan
ignore: flout, trample on, spit on, sneer at
avoid: sidestep, dodge, duck, evade
involve: embroil, entangle, ensnare, enmesh, mire
attract: entice, lure, seduce, bait
change: upend, shatter, wreck, torpedo
weaken: undermine, cripple, torpedo, sabotage, gut
harm: devastate, ravage, wreck, cripple, decimate
reduce: slash, gut, decimate, cripple
increase: soar, skyrocket, rocket, balloon, mushroom
drop: plummet, plunge, nosedive, crater
worry: unsettle, terrify, horrify, spook
remove: oust, boot, purge, kick out
end: scrap, axe, torpedo, ditch
refuse: snub, spurn, rebuff, shun
stop: quash, squelch, crush, stamp out
urge: bully, browbeat, badger, hound
"""
ADJECTIVES = """
critical: scathing, blistering, withering, savage, searing, vicious
large: massive, enormous, gigantic, colossal, whopping, mammoth, monstrous, staggering
angry: furious, enraged, livid, raging, seething
strong: fierce, ferocious, savage, vicious, brutal
strong: ardent, rabid, fanatical, zealous
unusual: bizarre, weird, freakish, outlandish, crazy
unclear: baffling, bewildering, maddening, absurd
unclear: murky, shady, sleazy, fishy
strict: draconian, merciless, oppressive, heavy-handed
unconfirmed: unfounded, baseless, bogus, trumped-up, far-fetched
negative: dire, apocalyptic, nightmarish, catastrophic
well-known: notorious, infamous, disgraceful, shameful, scandalous
broad: sweeping, drastic, radical, extreme
lively: feisty, rowdy, unruly, raucous
uncertain: shaky, doomed, hopeless, rickety
steady: unwavering, unflinching, ironclad, rock-solid
disputed: divisive, toxic, poisonous, incendiary, inflammatory
long: tedious, mind-numbing, dreary, interminable
surprising: stunning, shocking, staggering, astounding, jaw-dropping
happy: ecstatic, overjoyed, delirious, euphoric
quick: hasty, rash, reckless, headlong
difficult: humiliating, crushing, degrading, mortifying
major: landmark, groundbreaking, monumental, epoch-making, earth-shattering
old: archaic, antiquated, prehistoric, moth-eaten
expensive: lavish, extravagant, exorbitant, obscene
small: measly, paltry, pitiful, laughable
secret: shadowy, sinister, furtive, underhand
careful: timid, cowardly, spineless, gutless
confident: cocky, arrogant, brash, swaggering
determined: stubborn, pig-headed, obstinate, hell-bent
risky: foolhardy, reckless, irresponsible, suicidal
"""
NOUNS = """
criticism: backlash, furor, outcry, uproar, firestorm, outrage
dispute: brawl, slugfest, dogfight, free-for-all
mistake: blunder, fiasco, debacle, disaster
supporter: crony, lackey, minion, stooge, puppet
executive: tycoon, mogul, magnate, oligarch
group: mob, horde, rabble, swarm
surprise: bombshell, shocker, thunderbolt, sensation
confusion: chaos, mayhem, bedlam, pandemonium, havoc
dislike: contempt, loathing, scorn, disdain, hatred
anger: fury, rage, wrath, frenzy
problem: nightmare, catastrophe, horror, ordeal
series: spate, barrage, avalanche, torrent, onslaught
payment: handout, giveaway, windfall, bonanza
speech: rant, tirade, diatribe, harangue
opponent: foe, nemesis, archenemy, arch-rival
defeat: drubbing, rout, thrashing, trouncing
"""
ADVERBS = """
very: utterly, wildly, insanely, ridiculously, outrageously, absurdly, exceedingly
surprisingly: shockingly, disgracefully, appallingly, scandalously
strongly: fiercely, ferociously, savagely, viscerally
openly: brazenly, shamelessly, blatantly, flagrantly
quickly: hastily, rashly, recklessly, frantically
"""

PAST = {"tear": "tore", "lay": "laid"}
"""Irregular forms among the verbs of the rows."""


@dataclass(frozen=True)
class Row:
    """A milder word and the coloured ones beside it, each in all its forms: of all words the forms are in one order."""

    milder: tuple[str, ...]
    coloured: tuple[tuple[str, ...], ...]


@cache
def rows() -> tuple[Row, ...]:
    """The verbs with base form, present, past and "-ing" form, the nouns with their plural."""
    tables = ((VERBS, verb_forms), (NOUNS, noun_forms), (ADJECTIVES, _alone), (ADVERBS, _alone))
    return tuple(
        Row(forms(milder), tuple(forms(w) for w in others.split(", ")))
        for table, forms in tables
        for milder, _, others in (line.partition(": ") for line in table.split("\n") if line)
    )


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
