"""Verbs and nouns of the measures that news counts: killing, injuring, destroying and the like.

Own lists of general English, from the senses of kill, injure, destroy, arrest, displace in a thesaurus; no text was counted for them.
"""

from __future__ import annotations

from quizzes.nlp.lexicons.wordlists import words

KILL = words(
    """
    kill slay murder assassinate massacre slaughter execute behead electrocute drown poison
    """
)
DIE = words("die perish drown succumb")
DEATHS = words("death fatality dead killing murder homicide")
DEAD = frozenset({"dead", "killed", "slain", "deceased"})
INJURE = words("injure wound hurt maim burn hospitalize hospitalise")
INJURIES = words("injury wound wounded injured")
AILMENTS = INJURIES | words("burn fracture concussion bruise inhalation hypothermia exhaustion shock")
"""What somebody suffers or is treated for; of these only the injuries count people by themselves."""
INJURED = frozenset({"injured", "wounded", "hurt", "hospitalized", "hospitalised"})
DESTROY = words("destroy demolish flatten level raze obliterate wreck burn")
DAMAGE = words("damage")
HIT = words("hit strike")
ARREST = words("arrest detain apprehend")
MISS = frozenset({"missing", "unaccounted"})
DISPLACE = words("displace evacuate uproot")
FLEE = words("flee evacuate")
RESCUE = words("rescue")
SUFFER = words("suffer sustain receive")
TOLL = frozenset({"toll", "number", "count", "total", "figure", "tally"})
FORMS = {
    "fled": "flee",
    "slew": "slay",
    "slain": "slay",
    "shot": "shoot",
    "struck": "strike",
    "drowned": "drown",
}
"""Forms of verbs of this list that a lemmatizer by rules gets wrong."""
LEAD_AWAY = words("move remove lead bring take rush escort clear")
"""Verbs that displace somebody where it is done for their safety."""
SAFETY = frozenset({"safety", "precaution"})
CASUALTIES = frozenset({"casualty"})
"""Killed or injured: a number of them belongs to neither measure, none of them to both."""
STAY = words("remain stay go be become lie report list declare feel leave")
"""Verbs that hand their subject (or object) on to a state: "remain missing", "was reported dead", "leaving 12 dead"."""
THINGS = words(
    """home house building apartment flat block structure property shop store business office factory school church
    mosque temple hospital hotel bridge road street vehicle car truck lorry bus train van tank plane aircraft jet
    helicopter boat ship vessel drone rocket missile warehouse facility site base depot acre hectare tree field crop
    village town city neighbourhood neighborhood target position outpost bunker tunnel camp tent"""
)
"""Nouns for what is destroyed, never killed or injured."""
PASSING = words("have believe report confirm fear say think know see find")
"""Verbs that may stand between the counted and what befell them ("22 people are reported killed")."""
