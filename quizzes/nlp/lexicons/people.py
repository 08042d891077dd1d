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
    accountant actor actress analyst apprentice archbishop architect artist assistant astronaut athlete attendant author
    babysitter baker banker barber bartender beggar bodyguard boxer bride groom broker builder businessman businesswoman
    butcher caretaker carer carpenter cashier caterer chauffeur chef chemist chief choirboy cleaner clergyman cleric clerk
    clown commuter composer conductor consultant cook courier cowboy dancer dentist deputy designer detective director
    dishwasher dockworker doorman electrician entertainer executive expert fishmonger florist footballer foreman gardener
    gambler goalkeeper grandparent grocer guide hairdresser helper herder hunter hostess inspector instructor interpreter
    investigator investor janitor jeweller jockey judge juror keeper king knight landlord lawyer librarian lifeguard
    logger magistrate maid manager marshal mason mechanic messenger midwife miller musician neighbour negotiator
    newcomer novice orderly painter parishioner pastor patrolman peasant pharmacist physician pianist playwright
    plumber poet policyholder porter postman president prince princess producer promoter prosecutor psychologist
    publisher queen rapper receptionist referee researcher retiree runner salesman saleswoman scientist scout
    sculptor secretary servant settler shepherd shopkeeper singer sister skater smuggler specialist spokesman
    spokeswoman squatter stagehand stallholder steward stewardess stockbroker storekeeper stuntman superintendent
    supervisor surfer tailor taxpayer teammate thief trader trainee trainer translator trucker trustee tutor twin
    undergraduate uncle aunt cousin nephew niece usher vendor vet viewer violinist waiter waitress warden watchman
    welder witness workman wrestler writer zookeeper scholar schoolboy schoolgirl schoolchild toddler
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
