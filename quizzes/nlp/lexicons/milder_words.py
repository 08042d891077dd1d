"""Words that evaluate or colour what they tell, each row beside a word that tells it with less: what an editor could write instead.

Own list of general English, written from general knowledge of how news is worded. In a row all are of one class and tell the
same act or thing, so that any may stand where another does, and beside the first one nobody would take another for the one
that judges least. Behind the ";" stand words that are asked about and not offered: rare ones, and such as do not go with
every object. Behind the "|" stand the nouns that all of an adjective's row go with, or one of which a verb's row has for its
object, or the words that all of an adverb's row may stand before. Left out are words that are often meant literally ("hit",
"war", "gang"), that only say how much ("massive", "soar", "utterly"), that tell another fact than the milder one ("sabotage"),
and that hardly judge ("provoke", "divisive"). What the milder one leaves out is feeling and degree, and no fact: who brags is proud.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

LEAST = 3
"""Coloured words that stand beside the milder one in a question, at least."""

WITH_OBJECT = """
criticize: bash, slam, blast, skewer, lambaste, savage, hammer; trash, excoriate, pummel, assail, clobber, pan, castigate, eviscerate
criticize: tear into, rip into, lay into, lash out at; take aim at, beat up on, hit out at, light into
criticize: scold, upbraid, berate, chastise; chide, rebuke, tongue-lash, browbeat
criticize: ridicule, mock, sneer at, scoff at, jeer at; deride, lampoon, poke fun at
criticize: vilify, demonize, smear, malign; demonise, besmirch, denigrate, disparage, slander, badmouth
speak against: rail against, rage against, thunder against, fulminate against; rant against, inveigh against
praise: gush over, rave about, fawn over, swoon over; drool over, lionize, lionise, extol, sing the praises of
speak proudly of: brag about, gloat about, crow about, boast about
defeat: trounce, crush, thrash, demolish, annihilate; maul, obliterate, humble, pulverize
react to: pounce on, jump on, swoop on, leap on; seize on, pile on
attract: entice, lure, seduce, tempt
press: badger, browbeat, bully, strong-arm; pester, harangue
"""
OF_EMOTION = """
anger: enrage, infuriate, incense, outrage, madden
surprise: stun, stagger, dumbfound, flabbergast, floor; astound, stupefy
frighten: terrify, petrify, spook, freak out
please: thrill, enchant, electrify, enrapture; captivate, enthral, enthrall
"""
WITH_ONE_OF = """
spread: peddle, spout, spew, hawk; push, trumpet, parrot, trot out, churn out | claim theory lie story falsehood rumor rumour myth conspiracy argument nonsense propaganda message
break: flout, trample on, ride roughshod over, make a mockery of; spit on, thumb its nose at | law rule norm order ban promise regulation standard pledge agreement treaty
cause: stir up, whip up, stoke, unleash; fan, ignite, inflame | anger fear tension outrage hatred fury reaction resentment panic controversy
block: torpedo, scuttle, sink, strangle; derail, crush, doom, scupper, stymie | bill plan deal legislation measure proposal reform effort nomination agreement amendment
avoid: dodge, duck, weasel out of, wriggle out of; evade, sidestep | question issue answer topic subject responsibility vote debate blame
cut: slash, gut, butcher, decimate; axe | budget spending fund funding program programme benefit grant service
spend: squander, blow, fritter away, throw away; splurge | money dollar million billion fortune fund
demand: clamor for, howl for, bay for, scream for; clamour for | resignation answer apology change action reform blood inquiry investigation
"""
ALONE = """
answer: fire back, lash back, snap back, punch back, clap back; hit back, shoot back
yield: cave, buckle, crumble, fold; capitulate
"""
COMPLAINING = """
complain: fume, rage, rant, howl, moan; whine, gripe, seethe
"""
ADJECTIVES = """
critical: scathing, blistering, withering, savage, vicious; searing, damning, stinging, caustic | speech report letter statement review editorial column article post message remark comment response assessment book verdict
angry: furious, enraged, livid, irate, seething; fuming, incensed, outraged | reaction response crowd resident neighbour neighbor voter parent customer passenger supporter opponent critic fan worker lawmaker senator mayor letter protester demonstrator father mother family driver shopper caller email
strong: fierce, ferocious, savage, vicious, brutal; bitter, blistering, scathing, withering, harsh, stinging, virulent | criticism opposition attack reaction response resistance rhetoric
strong: fiery, incendiary, inflammatory, explosive; bombastic | speech rhetoric statement comment remark word language tweet message
strong: ardent, rabid, fanatical, zealous; fervent, die-hard, diehard, hardcore | supporter defender critic backer opponent advocate fan believer admirer follower
difficult: explosive, stormy, combustible, volcanic; fiery, bruising, tempestuous, tumultuous | hearing meeting debate session exchange encounter interview confrontation
unfriendly: toxic, poisonous, venomous, noxious | atmosphere climate mood
serious: bitter, vicious, venomous, poisonous; acrimonious, ugly, nasty | dispute feud debate argument row rivalry disagreement
serious: crippling, devastating, catastrophic, ruinous; shattering, disastrous, crushing, calamitous | impact effect consequence damage loss blow setback defeat
serious: dire, apocalyptic, cataclysmic, nightmarish; doomsday, calamitous | warning threat crisis consequence situation
unusual: bizarre, weird, freakish, outlandish, crazy; wacky, surreal | situation incident idea plan theory story behavior behaviour claim statement scene episode case video letter
doubtful: preposterous, ludicrous, absurd, laughable; ridiculous, crackpot, far-fetched, wild, harebrained | claim theory excuse explanation argument suggestion accusation assertion
strict: draconian, merciless, oppressive, heavy-handed; cruel, heartless, inhumane, harsh, tyrannical, punitive, ruthless | law rule measure policy penalty sentence restriction regime punishment regulation
negative: dire, apocalyptic, nightmarish, catastrophic; gloomy, bleak | prediction forecast outlook assessment picture vision scenario
positive: glowing, gushing, fawning, sycophantic; adoring, rapturous, breathless | review profile report coverage portrait article interview tribute
difficult: nightmarish, hellish, ghastly, horrendous; nightmare, torturous, harrowing, disastrous | flight journey trip holiday vacation commute drive
hard: bruising, brutal, bloody, punishing; grueling, gruelling, cutthroat | campaign contest primary negotiation race
tough: ruthless, cutthroat, merciless, pitiless; cold-blooded | negotiator businessman businesswoman boss competitor rival executive landlord
noisy: rowdy, unruly, raucous, riotous; rambunctious | crowd audience meeting protest rally session debate supporter fan
surprising: stunning, shocking, staggering, astounding, jaw-dropping; bombshell, sensational, astonishing, mind-blowing | defeat loss victory decision move announcement reversal result admission revelation turn news win upset comeback collapse testimony report claim allegation
impressive: breathtaking, jaw-dropping, mind-blowing, awe-inspiring; spectacular, dazzling, magnificent | celebration show display view performance goal victory win
happy: ecstatic, euphoric, delirious, rapturous; jubilant | crowd fan supporter voter mood reaction
lively: rousing, electrifying, barnstorming, spellbinding; stirring, thunderous | speech address performance
quick: hasty, rash, reckless, headlong | retreat decision move withdrawal departure
urgent: frantic, frenzied, panicky, hysterical; desperate, feverish | effort attempt search bid call appeal plea
weak: feeble, pathetic, pitiful, laughable; lame, limp, flimsy | excuse attempt response argument effort defense defence answer
poor: dismal, abysmal, woeful, pathetic; lamentable, dreadful, miserable, lousy, atrocious | performance record result showing start turnout rating grade
good: sensational, dazzling, stellar, magical; superb, breathtaking, sparkling | performance season start record
clear: blatant, brazen, shameless, flagrant; naked, barefaced, bald-faced | attempt violation breach disregard lie
secret: underhanded, devious, sneaky, sly; crafty, shady | deal move tactic plan attempt
unclear: murky, shady, shadowy, sinister; dodgy, fishy | tie link dealing origin circumstance
close: cozy, chummy, incestuous, pally; cosy | tie relationship relation link
expensive: lavish, extravagant, over-the-top, ostentatious; opulent, gilded, swanky, palatial | party lifestyle trip wedding home house mansion dinner holiday office event
large: bloated, monstrous, gargantuan, out-of-control; swollen | budget bureaucracy government deficit payroll
large: eye-watering, jaw-dropping, mind-boggling, obscene; eye-popping, outrageous, staggering | sum amount bill fine bonus debt
old: archaic, antiquated, prehistoric, moth-eaten; outmoded | law rule system equipment idea view method code
small: measly, paltry, pitiful, laughable | sum amount raise turnout payment offer increase salary fine
determined: stubborn, pig-headed, obstinate, bull-headed | opposition opponent refusal resistance leader
risky: foolhardy, reckless, irresponsible, suicidal | plan move decision strategy policy bet
confident: smug, cocky, arrogant, conceited; self-satisfied, haughty | reply answer tone remark manner smile
"""
BEHIND_BE = """
angry: furious, livid, enraged, apoplectic; irate, incensed, seething, outraged
happy: ecstatic, euphoric, delirious, overjoyed; elated, jubilant
surprised: stunned, flabbergasted, dumbfounded, thunderstruck; astounded, shell-shocked, gobsmacked
old-fashioned: archaic, prehistoric, antiquated, moth-eaten; medieval
"""
NOUNS = """
criticism: backlash, furor, outcry, uproar, firestorm; furore, brouhaha, flak
criticism: barb, jab, broadside, salvo, potshot; brickbat
reaction: backlash, furor, firestorm, hullabaloo, ruckus; outcry, uproar, furore, maelstrom, brouhaha
dispute: brawl, slugfest, dogfight, free-for-all; catfight, bust-up, slanging match
disagreement: rift, schism, chasm, feud; bust-up, bad blood
failure: fiasco, debacle, shambles, train wreck; flop, catastrophe
mistake: blunder, gaffe, howler, foul-up; bungle, screw-up, goof, cock-up
problem: nightmare, quagmire, mess, morass; headache
reversal: flip-flop, climbdown, backflip, about-face
move: ploy, stunt, gimmick, ruse; charade, trick
event: farce, charade, travesty, sham; pantomime, mockery
investigation: witch hunt, inquisition, fishing expedition, crusade; vendetta
supporter: crony, lackey, minion, stooge, puppet; flunky, toady
supporter: cheerleader, apologist, disciple, worshipper; fanboy, acolyte
critic: naysayer, hater, basher, attack dog; knocker
opponent: nemesis, archenemy, mortal enemy, sworn enemy; foe
activist: zealot, fanatic, agitator, rabble-rouser; firebrand
official: bureaucrat, apparatchik, mandarin, pen-pusher
group: mob, horde, rabble, swarm
group: cabal, clique, cult, mafia; junta
confusion: chaos, mayhem, bedlam, pandemonium
excitement: frenzy, hysteria, mania, hype
concern: hysteria, paranoia, alarmism, scaremongering; fearmongering
anger: fury, rage, wrath, outrage; ire, venom
series: spate, barrage, torrent, avalanche, onslaught; deluge, tsunami, blizzard
speech: rant, tirade, diatribe, harangue; screed
talk: bluster, hot air, drivel, blather; claptrap, posturing
payment: handout, giveaway, freebie, sweetener
defeat: drubbing, rout, thrashing, trouncing; shellacking, mauling, humiliation
"""
ADVERBS = """
openly: brazenly, shamelessly, blatantly, flagrantly
strongly: savagely, viciously, ferociously, bitterly; fiercely, vehemently, furiously | criticized criticised opposed condemned resisted objected attacked
very: insanely, ridiculously, outrageously, absurdly; wildly, ludicrously | high expensive rich popular large big low long small difficult hard
unexpectedly: shockingly, stunningly, sensationally, astonishingly | lost won resigned quit fell beat
"""

PAST = {
    "tear": "tore", "lay": "laid", "leap": "leapt", "light": "lit", "take": "took", "beat": "beat", "hit": "hit",
    "ride": "rode", "make": "made", "spit": "spat", "sink": "sank", "blow": "blew", "throw": "threw", "shoot": "shot",
    "break": "broke", "cut": "cut", "spend": "spent", "sing": "sang", "extol": "extolled", "speak": "spoke",
}  # fmt: skip
"""Irregular forms among the verbs of the rows."""
PLURALS = {"nemesis": "nemeses", "shambles": "shambles", "harangue": "harangues"}


class Frame(StrEnum):
    """What has to stand beside a word of a row, so that each of the row could stand there."""

    OBJECT = "object"
    ONE_OF = "an object of a list"
    EMOTION = "object, whom it moves"
    ALONE = "no object and nobody whom it is done to"
    NO_OBJECT = "no object"
    BEFORE = "a word of a list right behind it"
    BEHIND_BE = "a form of be before it"
    NOUN = "noun"
    ANY = "any"


VERBAL = frozenset({Frame.OBJECT, Frame.ONE_OF, Frame.EMOTION, Frame.ALONE, Frame.NO_OBJECT})


@dataclass(frozen=True)
class Row:
    """A milder word and the coloured ones beside it, each in all its forms: of all words the forms are in one order.

    `offered` are those of the coloured ones that an option may show, `beside` the words that a frame asks for.
    """

    milder: tuple[str, ...]
    coloured: tuple[tuple[str, ...], ...]
    offered: tuple[tuple[str, ...], ...]
    frame: Frame
    beside: frozenset[str] = frozenset()


@cache
def rows() -> tuple[Row, ...]:
    """The verbs with base form, present, past and "-ing" form, the nouns with their plural; adjectives first, as a form of a verb
    may be one."""
    tables = (
        (ADJECTIVES, _alone, Frame.BEFORE),
        (BEHIND_BE, _alone, Frame.BEHIND_BE),
        (ADVERBS, _alone, Frame.ANY),
        (WITH_OBJECT, verb_forms, Frame.OBJECT),
        (OF_EMOTION, verb_forms, Frame.EMOTION),
        (WITH_ONE_OF, verb_forms, Frame.ONE_OF),
        (ALONE, verb_forms, Frame.ALONE),
        (COMPLAINING, verb_forms, Frame.NO_OBJECT),
        (NOUNS, noun_forms, Frame.NOUN),
    )
    return tuple(
        _row(line, forms, frame) for table, forms, frame in tables for line in table.split("\n") if line
    )


def _row(line: str, forms: Callable[[str], tuple[str, ...]], frame: Frame) -> Row:
    line, _, beside = line.partition(" | ")
    milder, _, others = line.partition(": ")
    offered, asked = ([forms(w) for w in part.split(", ") if w] for part in f"{others}; ".split("; ")[:2])
    if frame is Frame.ANY and beside:
        frame = Frame.BEFORE
    return Row(forms(milder), (*offered, *asked), tuple(offered), frame, frozenset(beside.split()))


LONGEST = 4
"""Words of a coloured verb at most ("thumb its nose at")."""


@cache
def _by_form() -> dict[str, tuple[tuple[Row, int, str], ...]]:
    found: defaultdict[str, list[tuple[Row, int, str]]] = defaultdict(list)
    for row in rows():
        for forms in row.coloured:
            for at, form in enumerate(forms):
                found[form].append((row, at, forms[0]))
    return {form: tuple(places) for form, places in found.items()}


def rows_of(shown: str) -> tuple[tuple[Row, int, str], ...]:
    """The rows with a coloured word in the form that is shown: which form it may be, and the word's first form."""
    return _by_form().get(shown.casefold(), ())


HISSING = ("s", "sh", "ch", "x")


def verb_forms(verb: str) -> tuple[str, ...]:
    """ "stir up" → "stir up", "stirs up", "stirred up", "stirring up"."""
    base, space, rest = verb.partition(" ")
    doubled = base + base[-1] if _is_doubled(base) else base
    third = base[:-1] + "ies" if _is_y(base) else base + ("es" if base.endswith(HISSING) else "s")
    past = PAST.get(base) or (
        base[:-1] + "ied" if _is_y(base) else base + "d" if base.endswith("e") else doubled + "ed"
    )
    going = (base[:-1] if base.endswith("e") else doubled) + "ing"
    return tuple(f"{form}{space}{rest}" for form in (base, third, past, going))


def noun_forms(noun: str) -> tuple[str, ...]:
    if noun in PLURALS:
        return (noun, PLURALS[noun])
    return (noun, noun[:-1] + "ies" if _is_y(noun) else noun + ("es" if noun.endswith(HISSING) else "s"))


def _alone(word: str) -> tuple[str, ...]:
    return (word,)


def _is_y(word: str) -> bool:
    return word.endswith("y") and word[-2] not in "aeiou"


def _is_doubled(verb: str) -> bool:
    """True for a short verb with one vowel before one consonant ("slam", not "hammer")."""
    vowels = [n for n, letter in enumerate(verb) if letter in "aeiou"]
    return len(vowels) == 1 and vowels[0] == len(verb) - 2 and verb[-1] not in "wxy"
