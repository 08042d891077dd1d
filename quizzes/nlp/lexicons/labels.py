"""Nouns by which news calls the groups and persons of a story, in classes of words that may be used for the same ones.

Own lists of general English: the words that a thesaurus gives for the first word of each class, and those that guides on
wording (Associated Press and Guardian style books, the BBC's notes on "terrorist") tell reporters to choose among.
"""

from __future__ import annotations

CLASSES: dict[str, frozenset[str]] = {
    "armed": frozenset(
        """militia militant militiaman fighter rebel insurgent gunman paramilitary terrorist extremist jihadist jihadi
        guerrilla separatist proxy combatant mercenary partisan warlord islamist""".split()
    ),
    "migrants": frozenset(
        "migrant refugee immigrant asylum-seeker alien newcomer expatriate evacuee deportee dreamer".split()
    ),
    "protesters": frozenset(
        "protester protestor demonstrator rioter looter marcher agitator mob vandal activist dissident striker picketer".split()
    ),
    "attacker": frozenset(
        """shooter attacker assailant perpetrator killer murderer bomber sniper hijacker gunman madman terrorist
        extremist culprit""".split()
    ),
    "crowd": frozenset(
        "spectator reveller reveler onlooker bystander partygoer crowd audience concertgoer festivalgoer".split()
    ),
    "convicts": frozenset(
        "felon ex-felon convict ex-convict prisoner inmate detainee offender criminal ex-offender captive".split()
    ),
    "rich": frozenset(
        "billionaire millionaire tycoon mogul magnate oligarch financier philanthropist donor".split()
    ),
    "accusers": frozenset("accuser complainant whistleblower informant leaker".split()),
    "plaintiffs": frozenset("plaintiff claimant litigant".split()),
    "critics": frozenset("critic opponent detractor foe adversary naysayer".split()),
    "liberals": frozenset("liberal progressive leftist lefty".split()),
    "conservatives": frozenset("conservative right-winger rightist".split()),
    "scholars": frozenset("professor faculty academic lecturer scholar prof".split()),
}
"""A head may stand in two classes ("gunman"): its label is then of the first that another label of the story is of."""

IN_PLURAL = frozenset({"striker"})
"""Heads that call one person something else: a striker kicks balls, strikers march."""

MARKS: dict[str, frozenset[str]] = {
    "migrants": frozenset("undocumented asylum border deportation".split()),
    "protesters": frozenset("protest demonstrate riot".split()),
    "attacker": frozenset("deranged".split()),
    "convicts": frozenset(
        "felony convict convicted imprison imprisoned jail jailed incarcerate incarcerated prison".split()
    ),
    "plaintiffs": frozenset("sue".split()),
    "critics": frozenset("critical criticize criticise oppose".split()),
}
"""Words of a clause behind "people" or "those" that say which class they are of ("people who have been in prison")."""

ANYBODY = frozenset("people person man woman individual those adult resident citizen other".split())
"""Nouns for anybody, whom a clause behind them may describe."""

GATHERED = frozenset(
    """group band network coalition alliance handful host number dozens crowd mob army string series chorus cadre bunch
    pair trio gang collection cluster throng""".split()
)
"""Nouns before "of" that gather the group that follows ("a handful of rebels")."""

LEANINGS: dict[str, frozenset[str]] = {
    "liberals": frozenset("liberal progressive left-wing leftist left-leaning".split()),
    "conservatives": frozenset("conservative right-wing right-leaning".split()),
}
"""Modifiers that say which side a "group" or "activist" is of."""

NUMBERED = frozenset(
    "conservatives attacker convicts protesters critics liberals scholars plaintiffs".split()
)
"""Classes in which one person and several are never called by each other's labels."""

OF_ONE = frozenset({"rich", "accusers"})
"""Classes of single persons: two tycoons in a story are most often two, so these labels count beside a name alone."""

ARMING = frozenset(
    "militant militia armed rebel insurgent paramilitary jihadist jihadi terror terrorist extremist guerrilla separatist".split()
)
"""Modifiers that make "group" or "faction" an armed one."""

TIES = frozenset("back link align tie support ally fund arm train sponsor affiliate equip control".split())
"""Verbs whose participle says whose a group is ("backed by", "linked to", "-aligned")."""

TIE_NOUNS = frozenset({"link", "tie", "connection", "loyalty", "allegiance"})

COLLECTIVE = frozenset(
    "group faction force organisation organization movement outfit band network wing cell gang unit army element".split()
)
"""Heads that say nothing of what kind a group is; its modifiers do."""

FILLERS = frozenset(
    "same main many much several few other others various such certain more most some numerous several local small large new".split()
)
"""Modifiers that pick out or count and call nobody anything."""

SAME_NAME = {
    "shia": "shiite",
    "shi'a": "shiite",
    "shi'ite": "shiite",
    "muslims": "muslim",
    "kurds": "kurd",
    "kurdish": "kurd",
}
"""Names of peoples and faiths whose forms no regular ending joins."""
