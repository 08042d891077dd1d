"""Words for what news says of who was hurt or held, and of how an act was done: conditions, occupations, weapons, causes.

Nationalities and weapons are derived from WordNet; the other lists are our own, of general English.
"""

from __future__ import annotations

from quizzes.nlp.lexicons.derived import rows_of, words_of
from quizzes.nlp.lexicons.wordlists import words

NATIONALITIES = frozenset(
    adjective.casefold() for row in rows_of("nations") for adjective in row[2].split("|") if adjective
) | words("american british french dutch irish swiss palestinian")
"""Adjectives of nations, folded."""

OCCUPATIONS = words(
    """
    accountant actor actress aide ambassador analyst architect artist athlete author baker banker barber bartender
    bodyguard bricklayer builder businessman businesswoman butcher carpenter cashier chaplain chef cleaner clerk coach
    columnist composer constable contractor cook coroner councilman councilwoman councillor cyclist dancer dentist deputy
    designer detective diplomat director doctor driver economist editor electrician engineer farmer firefighter
    fisherman footballer gardener guard guide hairdresser hunter inspector interpreter investigator janitor journalist
    judge lawmaker lawyer lecturer librarian lifeguard lobbyist magistrate maid manager marine mayor mechanic medic
    midwife miner minister model monk musician nun nurse officer painter paramedic pastor pharmacist photographer
    physician pilot plumber poet policeman policewoman politician porter priest principal producer professor programmer
    prosecutor psychologist rabbi ranger realtor receptionist reporter researcher sailor salesman scientist secretary
    senator sergeant sheriff shepherd singer soldier student surgeon tailor teacher technician trader translator trucker
    tutor vet veterinarian waiter waitress warden welder writer
    """
)
"""What somebody does for a living, or as a student."""

CONDITIONS = words("critical stable serious grave fair good guarded satisfactory poor")
"""Words for a patient's condition, as hospitals give it."""
STATES = {
    ("in", "custody"): "in custody",
    ("in", "police", "custody"): "in custody",
    ("into", "custody"): "in custody",
    ("at", "large"): "at large",
    ("on", "the", "run"): "at large",
    ("on", "life", "support"): "on life support",
    ("in", "a", "coma"): "in a coma",
    ("in", "intensive", "care"): "in intensive care",
    ("pronounced", "dead"): "dead",
    ("declared", "dead"): "dead",
}
"""Phrases that say how somebody is, with the form they are compared by."""
LET_GO = words("release discharge free")
HELD_IN = words("hospital custody jail prison detention bail bond")

CAUSING = words("cause spark trigger")
WIELDING = words("wield brandish fire carry use")
AMMUNITION = words(
    "ammo ammunition bullet buckshot cartridge cartouch cartouche shell slug shot missile rocket"
)
WEAPONS = (
    words_of("weapons")
    - AMMUNITION
    - words("automatic banger blockbuster canister firework sparkler spitball squib trident")
) | words(
    "knife machete hammer axe hatchet sword blade gun rifle pistol handgun shotgun revolver grenade bomb"
)
"""What somebody is hurt with."""
ANSWERING = words("claim take accept assume")
"""Verbs with "responsibility"."""
