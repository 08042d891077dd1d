"""Nouns by which news calls what a story is about, in classes of words that may stand for the same thing or act.

Own lists of general English: what a thesaurus gives beside the first word of each class, for the things that news is
about most (laws, courts, money, disputes, weapons, disasters, machines).
"""

from __future__ import annotations

from dataclasses import dataclass

from quizzes.nlp.lexicons.wordlists import words

NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Thing:
    """A class of nouns. A `loose` one has other meanings too: it counts where the article has a noun of the class beside it."""

    nouns: frozenset[str]
    loose: frozenset[str] = NO_WORDS


THINGS: dict[str, Thing] = {
    "law": Thing(
        words("bill legislation law statute amendment ordinance"),
        words(
            "measure act reform resolution proposal package provision centerpiece centrepiece rule overhaul"
        ),
    ),
    "lawsuit": Thing(
        words("lawsuit suit litigation"), words("case complaint action petition claim challenge")
    ),
    "ruling": Thing(words("ruling verdict judgment judgement"), words("order opinion decision sentence")),
    "charge": Thing(
        words("charge accusation allegation"), words("claim indictment count complaint rumor rumour")
    ),
    "inquiry": Thing(words("investigation inquiry enquiry probe"), words("review audit examination hearing")),
    "report": Thing(
        words("report study dossier"),
        words("paper document memo findings survey analysis assessment summary"),
    ),
    "remark": Thing(
        words("comment remark assertion gaffe"),
        words("statement claim rant tirade outburst quip joke jab word"),
    ),
    "reaction": Thing(
        words("backlash criticism outcry uproar fury outrage pushback condemnation furor furore"),
        words("reaction response anger complaint rebuke heat ire scorn complaint"),
    ),
    "dispute": Thing(
        words("dispute row feud spat quarrel standoff showdown impasse tussle"),
        words(
            "fight battle brawl clash controversy fracas argument flap debate confrontation conflict war stalemate deadlock gridlock kerfuffle brouhaha wrangle"
        ),
    ),
    "scandal": Thing(words("scandal controversy"), words("affair saga debacle fiasco")),
    "deal": Thing(
        words("deal agreement accord pact compromise truce treaty"), words("bargain arrangement stand-down")
    ),
    "money": Thing(
        words("fund funding aid grant subsidy payout bailout financing"),
        words("payment transfer assistance spending"),
    ),
    "plan": Thing(
        words("plan proposal blueprint"), words("scheme strategy program programme initiative policy budget")
    ),
    "barrier": Thing(words("wall barrier fence fencing")),
    "explosive": Thing(words("bomb explosive"), words("device package parcel")),
    "result": Thing(words("win victory triumph defeat"), words("rout landslide upset loss drubbing jolt")),
    "firing": Thing(words("firing dismissal ouster sacking"), words("removal termination")),
    "leaving": Thing(words("resignation departure"), words("exit retirement")),
    "misconduct": Thing(
        words("harassment misconduct impropriety wrongdoing"), words("abuse behavior behaviour assault")
    ),
    "drug": Thing(words("marijuana cannabis"), words("pot weed drug")),
    "phone": Thing(words("phone smartphone handset"), words("device gadget")),
    "flight": Thing(words("flight plane airliner"), words("jet aircraft trip journey")),
    "ship": Thing(words("ship vessel boat ferry tanker freighter")),
    "error": Thing(
        words("error mistake glitch blunder mix-up mixup"), words("slip oversight bug malfunction")
    ),
    "mishap": Thing(words("malfunction mishap misfire explosion blast"), words("fault failure accident")),
    "crash": Thing(words("crash collision derailment pileup"), words("wreck smash accident")),
    "blaze": Thing(words("blaze inferno wildfire bushfire"), words("fire")),
    "snow": Thing(words("snow snowfall snowstorm blizzard"), words("storm flurry")),
    "storm": Thing(words("storm hurricane cyclone typhoon tornado"), words("tempest")),
    "flood": Thing(words("flood flooding"), words("deluge")),
    "quake": Thing(words("earthquake quake tremor")),
    "illness": Thing(words("virus outbreak epidemic pandemic"), words("disease illness infection")),
    "violence": Thing(
        words("attack shooting rampage massacre bombing ambush stabbing shootout"),
        words("assault violence fray carnage bloodshed onslaught gunfire raid"),
    ),
    "strike": Thing(words("strike airstrike bombardment"), words("bombing raid retaliation")),
    "protest": Thing(
        words("protest demonstration riot"), words("march rally unrest disorder uprising revolt")
    ),
    "death": Thing(words("death killing murder slaying homicide"), words("execution suicide assassination")),
    "war": Thing(words("war invasion occupation"), words("conflict fighting")),
    "crisis": Thing(words("crisis emergency"), words("disaster catastrophe")),
    "regime": Thing(words("regime junta"), words("government administration")),
    "campaign": Thing(words("spree spate rash"), words("campaign wave string series plot scare")),
    "settlement": Thing(words("settlement"), words("outpost")),
    "message": Thing(words("message"), words("text correspondence missive exchange")),
    "speech": Thing(words("speech address keynote"), words("remark talk lecture sermon")),
    "cut": Thing(words("cut cutback reduction"), words("saving slash trim")),
    "tie": Thing(words("relationship friendship relation"), words("tie bond rapport alliance")),
    "territory": Thing(words("territory"), words("land")),
}

VERBS: dict[str, frozenset[str]] = {
    "reaction": words(
        "criticize criticise slam blast bash chide rebuke condemn denounce assail fume anger infuriate enrage"
    ),
    "result": words("win defeat beat rout trounce upset"),
    "firing": words("fire sack dismiss oust"),
    "leaving": words("resign quit depart"),
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
"""Verbs of the same acts: what they tell in the headline, the nouns of the class name in the text."""

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
