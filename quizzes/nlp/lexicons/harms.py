"""Verbs and nouns of the measures that news counts: killing, injuring, destroying and the like.

Derived from WordNet (tables "killing", "injuring" …: the verbs below *kill*, *injure*); each supplement and exclusion says
why it is made by hand. What is no verb is our own list of general English.
"""

from __future__ import annotations

from quizzes.nlp.lexicons.derived import rows_of, words_of
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.lexicons.wordlists import words

KILL_ALSO = words("poison drown")
"""Have commoner uses in WordNet's texts; in news the people who were poisoned or drowned are dead."""
OF_THINGS = words(
    "annihilate brain decimate dismember stone martyr eradicate erase halter liquidate off overlie burke chine"
)
"""Below *kill*, and said of jobs, diseases, debts and crowds, or hardly ever said as a verb."""
KILL = (words_of("killing") | KILL_ALSO) - OF_THINGS

DIE = words_of("dying") | words("drown succumb")
"""*drown* and *succumb* have commoner senses; behind people they are deaths."""
DEATHS = words("death fatality dead killing murder homicide slaying")
"""Nouns of which each is one person's death: WordNet has no table of these ("a massacre" is no count of the dead)."""
DEAD = frozenset({"dead", "killed", "slain", "deceased"})
INJURE_ALSO = words("burn hospitalize hospitalise hurt mutilate")
"""Lie elsewhere in WordNet, or have commoner senses; with people as their object they injure."""
NO_WOUND = words(
    """ail bruise excruciate hamstring handicap harm invalid lame martyr martyrise martyrize overstretch pain recrudesce
    rick sprain wrick stab knife bayonet poniard"""
)
"""Below *hurt* in WordNet, and told of feelings, chances, ankles and old illnesses; who is stabbed may be dead of it."""
INJURE = (words_of("injuring") | INJURE_ALSO) - NO_WOUND
INJURIES = words("injury wound wounded injured")
"""Nouns of which each is one person hurt."""
AILMENTS = (
    INJURIES
    | words_of("injuries")
    | words("burn fracture inhalation hypothermia exhaustion shock concussion")
) - words("harm hurt")
"""What somebody suffers or is treated for; of these only the injuries count people by themselves."""
INJURED = frozenset({"injured", "wounded", "hurt", "hospitalized", "hospitalised"})
DESTROY_ALSO = words("burn flatten level obliterate")
"""Have commoner senses; with buildings as their object they destroy."""
UNDONE = words(
    """cremate decouple demyelinate dilapidate disassemble dismantle elide eliminate except exclude extinguish interdict
    omit prune ruin self-destroy self-destruct vandalise vandalize"""
)
"""Below *destroy* in WordNet, and leave the thing standing, put out a fire or strike out a word."""
DESTROY = (words_of("destroying") | DESTROY_ALSO) - UNDONE
DAMAGE = words("damage deface vandalize vandalise")
"""WordNet has skin and feelings below *damage*; news counts damaged things by these."""
HIT = words("hit strike")
ARREST = words_of("arresting") - {"cop"} | {"detain"}
"""*detain* stands with *imprison* in WordNet; "to cop" is slang for much else."""
MISS = frozenset({"missing", "unaccounted"})
SENT_AWAY = words(
    """banish blackball deport deracinate dislocate eject exile exorcise exorcize expatriate expel extradite ostracise
    ostracize repatriate transplant"""
)
"""Below *displace* in WordNet: done to persons by an office, which news counts by these words and not as displaced."""
DISPLACE = (words_of("displacing") | {"displace"}) - SENT_AWAY
FLEE = words("flee evacuate")
"""Who has fled is counted among the displaced; WordNet's *escape*, *elope* and *defect* are other things."""
RESCUE = words("rescue")
"""WordNet's *save*, *salvage*, *reprieve* are of money, wrecks and sentences as often."""
SUFFER = words("suffer sustain receive")
TOLL = frozenset({"toll", "number", "count", "total", "figure", "tally"})
FORMS = {
    form: verb
    for form, verb in rows_of("irregular_verbs")
    if verb in KILL | DIE | INJURE | DESTROY | DAMAGE | HIT | ARREST | DISPLACE | FLEE
} | {"shot": "shoot", "slew": "slay", "drowned": "drown"}
"""Forms of verbs of this list, which a lemmatizer by rules gets wrong where they are irregular."""
LEAD_AWAY = words("move remove lead bring take rush escort clear")
"""Verbs that displace somebody where it is done for their safety."""
SAFETY = frozenset({"safety", "precaution"})
CASUALTIES = frozenset({"casualty"})
"""Killed or injured: a number of them belongs to neither measure, none of them to both."""
STAY = words("remain stay go be become lie report list declare feel leave")
"""Verbs that hand their subject (or object) on to a state: "remain missing", "was reported dead", "leaving 12 dead"."""
THINGS = (
    words_of("buildings")
    | words_of("vehicles")
    | words(
        """home apartment flat block structure property business school church road street bridge jet drone rocket
        facility site base depot acre hectare tree field crop village town city neighbourhood neighborhood target
        position outpost tunnel aircraft train warehouse"""
    )
) - PEOPLE
"""Nouns for what is destroyed, never killed or injured."""
PASSING = words("have believe report confirm fear say think know see find")
"""Verbs that may stand between the counted and what befell them ("22 people are reported killed")."""
