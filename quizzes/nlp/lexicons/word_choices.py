"""Words among which news chooses for the same people or the same thing, and what each tells beside who or what is meant.

Own list of general English. In a group every word may be used for the same ones; what it tells stands behind it, as the end of a sentence that
begins with the word.
"""

from __future__ import annotations

import re
from functools import cache

OF_PEOPLE = """
illegal: puts breaking the law into the name of the people themselves
undocumented: says only that they have no papers
unauthorized, unauthorised: says only that they have no permission
alien: makes them sound like strangers who do not belong here

felon, convict, criminal: calls people by their crime, whether it lies in the past or not
ex-felon, ex-convict, ex-offender: says that the crime and its punishment lie in the past
prisoner, inmate: says that they are locked up now

terrorist: judges them, because it says that they want to spread fear
extremist: judges their views, because it says that these go too far
militant, fighter: says that they fight, and does not judge for what
rebel, insurgent: says that they rise against those in power

mob, horde: makes many people sound wild and dangerous
crowd: says only that they were many
spectator: says that they had come to watch
onlooker, bystander: says that they happened to be there
reveller, reveler, partygoer: shows them in the middle of a party
rioter, looter: says that they broke the law
protester, protestor, demonstrator: says that they spoke up for a cause

tycoon, mogul, magnate, oligarch: makes people sound powerful because of their money
billionaire, millionaire: tells how much money somebody has
donor, philanthropist: tells that somebody gives money away
businessman, businesswoman, executive, owner: tells what somebody does for a living

leaker: says that somebody let secrets out
whistleblower: praises, because it says that somebody brought a wrong to light
informant: says that somebody told the police or an office what they knew

migrant: says only that they move from one place to another
refugee: says that they fled from danger
"""
OF_THINGS = """
murder, slaying: says that somebody killed on purpose
killing: says that somebody killed, and does not say why
death: does not say how it came about

rout, thrashing, drubbing, blowout: says that the other side had no chance
upset: says that hardly anybody had expected it
win, victory: says only who won

regime: makes a government sound as if it had no right to rule
junta: says that soldiers have taken power
government, administration: names those who govern and does not judge them

riot: says that people broke the law
uprising, revolt: says that people rose against those in power
protest, demonstration, rally, march: says that people spoke up for a cause

"""

ECHOES = """
illegal: illegal unlawful lawbreak
felon, convict, criminal: felon convict criminal crime
terrorist: terror
extremist: extrem radical
mob, horde: mob horde unruly
rioter, looter: riot loot
protester, protestor, demonstrator: protest demonstrat rally march
reveller, reveler, partygoer: revel party partie celebrat
tycoon, mogul, magnate, oligarch: tycoon mogul magnate oligarch powerful
billionaire, millionaire: billion million wealth rich
leaker: leak
whistleblower: whistle
refugee: refuge fled flee
murder, slaying: murder slay slain kill homicide assassin
killing: kill murder slay slain homicide
rout, thrashing, drubbing, blowout: rout thrash drub blow romp crush dominat trounc hammer maul demolish cruis lopsided runaway
upset: upset stun surpris shock unexpected expected astonish
regime: regime dictator autocra strongman
riot: riot loot
uprising, revolt: uprising revolt rebel
"""
"""Beginnings of words by which a text tells elsewhere what a word tells: a reader who misses the one still learns it."""


def echoes_of(word: str) -> frozenset[str]:
    """Beginnings of words that tell what the word does; none for a word that tells little."""
    [table] = groups(ECHOES)
    return frozenset((tells_of(word, table) or "").split())


@cache
def groups(text: str) -> tuple[dict[str, str], ...]:
    """The groups of a table, each word with what it tells."""
    return tuple(
        {
            word: tells
            for words, _, tells in (row.partition(": ") for row in part.split("\n") if row)
            for word in words.split(", ")
        }
        for part in text.strip().split("\n\n")
    )


def word_choice(label: str, group: dict[str, str]) -> str | None:
    """The one word of a label that is of the group, as written; None where it has none or several."""
    found = [w for w in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", label) if tells_of(w, group)]
    return found[0] if len(found) == 1 else None


def tells_of(word: str, group: dict[str, str]) -> str | None:
    """What a word of the group, or its plural, tells."""
    folded = word.casefold()
    return group.get(folded) or group.get(folded.removesuffix("s"))
