"""Nouns for people, so that "a contractor was killed" counts one and "a bridge was hit" counts nobody.

Own list of general English: common heads of phrases for victims, suspects, crowds and troops in news.
"""

from __future__ import annotations

from quizzes.nlp.lexicons.wordlists import words

PEOPLE = words(
    """
    person people man woman child boy girl baby infant toddler teenager teen youth adult pensioner
    victim casualty survivor hostage captive prisoner detainee inmate suspect defendant patient civilian
    citizen resident villager local native foreigner national tourist visitor traveller traveler
    passenger pedestrian cyclist biker motorcyclist motorist driver commuter bystander onlooker
    passer-by passerby soldier troop trooper serviceman servicewoman servicemember member marine sailor
    airman pilot guard guardsman officer policeman policewoman constable deputy sheriff agent ranger
    recruit cadet reservist veteran commander general colonel major captain lieutenant sergeant corporal
    private conscript peacekeeper fighter militant insurgent rebel gunman gunmen terrorist extremist
    jihadist militiaman combatant attacker assailant bomber hijacker sniper shooter perpetrator
    guerrilla paramilitary contractor worker employee staffer labourer laborer miner fisherman farmer
    engineer technician driver firefighter fireman rescuer paramedic medic doctor nurse surgeon teacher
    pupil student professor lecturer journalist reporter photographer cameraman correspondent editor
    aide lobbyist lawmaker congressman congresswoman senator minister mayor governor official diplomat
    ambassador politician activist protester protestor demonstrator striker marcher rioter looter
    spectator fan supporter player athlete runner coach worshipper worshiper pilgrim priest imam rabbi
    monk nun bishop migrant refugee asylum-seeker evacuee immigrant returnee mother father parent son
    daughter brother sister wife husband grandmother grandfather grandchild sibling family relative
    couple friend neighbour neighbor customer shopper guest client diner partygoer concertgoer reveller
    reveler holidaymaker hiker climber skier swimmer diver camper crew crewman crewmember mariner
    stowaway voter elector candidate delegate attendee participant volunteer owner tenant homeowner
    other body human individual adolescent elder minor newborn orphan widow
    """
)
"""Lemmas. "body" and "other" stand here because news counts the dead by them ("12 bodies", "four others")."""

IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "gunmen": "gunman",
    "policemen": "policeman",
    "servicemen": "serviceman",
    "firemen": "fireman",
    "wives": "wife",
    "troops": "troop",
    "personnel": "personnel",
    "lives": "life",
}
"""Plurals that the lemmatizer may leave as they are."""
