"""Nouns by which news calls what a story is about, in classes of words that may stand for the same thing or act.

Derived from WordNet (table `classes`: the nouns below the synsets of each class) and own lists of general English: what a
thesaurus gives beside the first word of each class, for the things that news is about most (laws, courts, money, disputes,
weapons, disasters, machines).
"""

from __future__ import annotations

from dataclasses import dataclass

from quizzes.nlp.lexicons.derived import rows_of, words_of
from quizzes.nlp.lexicons.wordlists import words

NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Thing:
    """A class of nouns. A `loose` one has other meanings too: it counts where the article has a noun of the class beside it."""

    nouns: frozenset[str]
    loose: frozenset[str] = NO_WORDS


MORE: dict[str, Thing] = {
    "barrier": Thing(words("barrier fence fencing wall")),
    "blaze": Thing(words("blaze bushfire inferno"), words("fire")),
    "campaign": Thing(words("rash spate spree"), words("campaign plot scare series string wave")),
    "charge": Thing(words("allegation charge"), words("claim complaint count rumor rumour")),
    "closing": Thing(words("closing closure consolidation shutdown"), words("merger shuttering")),
    "conversation": Thing(words("dialog dialogue"), words("correspondence exchange talk")),
    "crash": Thing(words("crash derailment"), words("smash")),
    "crisis": Thing(words("crisis emergency"), words("catastrophe disaster")),
    "cut": Thing(words("cut cutback reduction"), words("saving slash trim")),
    "deal": Thing(words("accord agreement compromise deal truce"), words("arrangement stand-down")),
    "death": Thing(words("death killing"), words("execution")),
    "deceit": Thing(words("hoax"), words("fabrication falsehood fraud ruse scam sham")),
    "dispute": Thing(
        words("row showdown spat standoff tussle"),
        words("battle brawl brouhaha clash conflict confrontation debate fight flap gridlock kerfuffle war"),
    ),
    "drug": Thing(words("cannabis marijuana"), words("drug pot weed")),
    "error": Thing(words("error glitch mixup"), words("bug malfunction")),
    "explosive": Thing(NO_WORDS, words("device package parcel")),
    "firing": Thing(words("dismissal firing ouster sacking"), words("removal termination")),
    "flight": Thing(words("flight plane"), words("aircraft journey trip")),
    "flood": Thing(words("flood flooding"), words("deluge")),
    "illness": Thing(words("epidemic outbreak pandemic virus"), words("disease illness infection")),
    "inquiry": Thing(words("enquiry inquiry investigation probe"), words("audit examination hearing review")),
    "law": Thing(
        words("amendment law ordinance"),
        words("centerpiece centrepiece measure overhaul package proposal provision reform resolution rule"),
    ),
    "lawsuit": Thing(words("suit"), words("action case challenge claim complaint petition")),
    "leaving": Thing(words("departure resignation"), words("exit retirement")),
    "message": Thing(words("message"), words("correspondence exchange missive text")),
    "misconduct": Thing(
        words("harassment impropriety misconduct wrongdoing"), words("abuse assault behavior behaviour")
    ),
    "mishap": Thing(words("blast explosion malfunction misfire mishap"), words("accident failure fault")),
    "money": Thing(
        words("aid bailout financing fund funding grant payout subsidy"),
        words("assistance payment spending transfer"),
    ),
    "offer": Thing(words("overture"), words("bid invitation proposal")),
    "phone": Thing(words("smartphone"), words("device gadget")),
    "picture": Thing(
        words("photo photograph picture portrait screenshot selfie snapshot"),
        words("image render shot still"),
    ),
    "plan": Thing(
        words("blueprint plan proposal"), words("budget initiative policy program programme scheme strategy")
    ),
    "protest": Thing(words("demonstration protest riot"), words("disorder march rally unrest")),
    "quake": Thing(words("tremor")),
    "reaction": Thing(
        words("backlash condemnation criticism furor furore fury outcry outrage pushback uproar"),
        words("complaint heat reaction response scorn"),
    ),
    "regime": Thing(words("junta regime"), words("administration government")),
    "remark": Thing(words("assertion"), words("claim jab joke outburst rant statement tirade word")),
    "report": Thing(
        words("dossier report study"),
        words("analysis assessment document findings memo paper summary survey"),
    ),
    "result": Thing(words("defeat"), words("defeat drubbing jolt loss rout upset")),
    "ruling": Thing(words("judgement judgment"), words("decision opinion order sentence")),
    "scandal": Thing(words("controversy scandal"), words("affair debacle fiasco intrigue saga")),
    "settlement": Thing(words("settlement"), words("outpost")),
    "ship": Thing(words("ferry vessel")),
    "snow": Thing(words("blizzard snow snowfall snowstorm"), words("flurry storm")),
    "speech": Thing(words("address keynote speech"), words("remark talk")),
    "storm": Thing(words("cyclone")),
    "strike": Thing(words("airstrike bombardment strike"), words("bombing raid retaliation")),
    "territory": Thing(words("territory"), words("land")),
    "tie": Thing(words("friendship relation relationship"), words("alliance bond rapport tie")),
    "video": Thing(words("footage video"), words("clip film recording")),
    "violence": Thing(words("massacre rampage stabbing"), words("assault bloodshed carnage")),
    "war": Thing(words("invasion occupation war"), words("conflict fighting")),
}
"""What the table lacks: nouns whose meaning in news WordNet's texts have too seldom ("probe", "backlash"), compounds, and
classes that no synset gathers (money, plans, scandals)."""

NOT_SO = words(
    """
    affectation arguing bargain barge blame boner branding charge cheating choking contract contretemps count covenant
    dealing device encounter fire firing fit impromptu infiltration invasion kill launch lease licking lighter literal
    lodgement mention moot nothings oiler penetration powder pragmatic pretending prohibition rap rounding runaway shoot
    shot skip slip speaking special static stumble sub talk talking temper tender throttling tug waltz wig
    """
)
"""Nouns of the table that in news are for something else more often."""


def things() -> dict[str, Thing]:
    """The classes: those of the table and what is added here; a noun that is added to a class is of no other for sure."""
    added = frozenset().union(*(thing.nouns for thing in MORE.values()))
    rows = [(noun, kind, how) for noun, kind, how in rows_of("classes") if noun not in NOT_SO]
    found: dict[str, Thing] = {}
    for name in sorted({kind for _, kind, _ in rows} | MORE.keys()):
        more = MORE.get(name, Thing(NO_WORDS))
        sure = {noun for noun, kind, how in rows if kind == name and how == "sure" and noun not in added}
        loose = {noun for noun, kind, how in rows if kind == name and how == "loose"}
        found[name] = Thing(more.nouns | sure, (more.loose | loose) - more.nouns)
    return found


THINGS = things()

VERBS: dict[str, frozenset[str]] = {
    "reaction": words_of("criticizing")
    | words("slam blast bash assail fume pan rip lash hammer scold slate lambaste castigate"),
    "result": words("win defeat beat rout trounce upset"),
    "firing": words("fire sack dismiss oust"),
    "leaving": words("resign quit depart"),
    "closing": words("close shut shutter consolidate"),
    "death": words("kill die murder slay"),
    "violence": words("attack shoot stab ambush"),
    "strike": words("bomb bombard strike"),
    "crash": words("crash collide derail"),
    "mishap": words("malfunction explode misfire"),
    "protest": words("protest demonstrate riot"),
    "lawsuit": words("sue"),
    "ruling": words("rule"),
    "inquiry": words("investigate probe"),
    "charge": words("accuse charge indict"),
    "deal": words("agree"),
}
"""Verbs of the same acts: what they tell in headline and lead, the nouns of the class name in the text. For reactions the table
of WordNet's verbs of criticism and anger, and those of blows that news uses so."""

MASS = words(
    """
    legislation litigation funding aid financing criticism outrage fury condemnation snow snowfall harassment misconduct
    wrongdoing impropriety marijuana cannabis pot weed flooding fencing gunfire carnage bloodshed unrest disorder backlash
    """
)
"""Nouns of the classes above that stand without an article though one thing is meant."""

SORTING = words(
    """
    federal state national local international medical electoral presidential congressional military social economic
    financial public private civil criminal constitutional judicial legislative municipal regional domestic foreign nuclear
    chemical digital electric electronic
    """
)
"""Adjectives that say of which sort a thing is: with another of them it is another thing."""


EMPTY = words(
    """
    thing way part number lot kind sort type time day week month year hour minute moment decade century morning night
    evening afternoon weekend today yesterday end start beginning side point place area fact issue question problem
    matter reason example case something anything nothing everything percent cent dollar million billion thousand
    hundred dozen couple majority rest half most one other others piece bit amount level rate share total
    headline story article photo picture image video footage caption news interview reporter source spokesman spokeswoman
    statement word name people person man woman men women child children home house room door street road city town
    state country nation world life hand head face eye foot back line list group member team office work job
    use need idea view right left top bottom center centre front middle mile page degree inch foot kilometer kilometre
    effort plan policy power role position change result support call move record term level
    """
)
"""Nouns that pick nothing out by themselves: the commonest of general English, those for time and quantity, and a paper's
own parts. A class above may have some of them."""
