"""States that exclude each other, the weather, and the parts of a day. Own lists of general English."""

from __future__ import annotations

import re

STATES = tuple(
    tuple(frozenset(side.split("|")) for side in row.split(" / "))
    for row in (
        "open|reopened|re-opened|open again / closed|shut|sealed off|cordoned off|shut down",
        "conscious|awake / unconscious|in a coma",
        "locked|bolted / unlocked",
        "licensed / unlicensed",
        "insured / uninsured",
        "armed / unarmed",
        "sober / drunk|intoxicated",
        "empty|deserted|vacant|unoccupied / full|packed|crowded|occupied",
        "working|functioning / broken|faulty|out of order|defective|disconnected",
        "lit|well lit|brightly lit / dark|unlit",
        "restored / cut off|knocked out",
        "finished|completed|complete / unfinished|incomplete",
        "extinguished|put out|under control / still burning|out of control",
        "moored|anchored|docked / drifting|adrift",
        "vaccinated / unvaccinated",
        "attended|staffed|manned / unattended|unstaffed|unmanned",
        "legal|lawful / illegal|unlawful",
        "registered / unregistered",
        "loaded / unloaded",
        "married / single|unmarried|divorced",
        "lifted / still in force|in force|in place",
        "cleared|acquitted|found not guilty / convicted|found guilty",
        "delayed|late / on time",
        "in hospital|hospitalized|hospitalised / discharged|released|sent home",
        "turned on|switched on|still on / turned off|switched off|shut off",
        "sealed|intact / cracked|torn|ruptured|leaking",
        "voluntary / mandatory|compulsory",
    )
)
"""Rows of two sides: something is in a state of one side at a time."""
STATE_OF = {
    word: (row, side)
    for row, sides in enumerate(STATES)
    for side, words in enumerate(sides)
    for word in words
}

_DAY = r"(?:night|evening|morning|afternoon|day)"
WEATHER = tuple(
    (of, side, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE))
    for of, side, pattern in (
        ("sight", 0, r"fog|foggy|mist|misty|haze|poor visibility"),
        ("sight", 1, rf"clear {_DAY}|clear (?:sky|skies|weather|conditions)|cloudless|(?:bright )?sunshine|good visibility|sunny"),
        ("wet", 0, r"rain|raining|rainy|downpour|drizzle|snow|snowing|sleet|hail"),
        ("wet", 1, rf"dry (?:weather|conditions|road|{_DAY})|sunny|cloudless|clear (?:sky|skies)|clear and dry"),
        ("wind", 0, rf"light winds?|little wind|wind was light|calm (?:seas?|waters?|weather|conditions|{_DAY})|flat calm|still {_DAY}|windless"),
        ("wind", 1, r"rough (?:seas?|waters?)|choppy|gales?|strong winds?|high winds?|heavy seas?|stormy"),
    )
)  # fmt: skip
"""Of what, one of two sides, and its words."""

HOURS = (
    (r"early (?:\w+day )?morning|(?:small|early) hours|before (?:dawn|sunrise)", 0.0, 9.0),
    (r"(?:at|around|about) dawn|sunrise|daybreak", 4.0, 8.0),
    (r"mid-?morning", 8.0, 12.0),
    (r"late morning", 9.0, 12.5),
    (r"morning", 0.0, 12.0),
    (r"(?:at|around|about|shortly after|just after|shortly before|just before) (?:noon|midday)|lunchtime", 11.0, 14.0),
    (r"early afternoon", 12.0, 16.0),
    (r"late afternoon", 14.5, 19.0),
    (r"afternoon", 12.0, 19.0),
    (r"early evening", 16.5, 20.0),
    (r"evening|(?:at|around|about) (?:dusk|sunset)|nightfall", 16.5, 24.0),
    (r"overnight|after dark", 18.0, 31.0),
    (r"(?:at|late at|that|during the|in the middle of the|\w+day|last) night", 18.0, 31.0),
    (r"(?:at|around|about|shortly after|just after|shortly before|just before) midnight", 23.0, 25.5),
)  # fmt: skip
"""Words for parts of a day with the hours between which they lie; those past 24 are of the next day."""
PART_OF_DAY = re.compile(
    "|".join(rf"(?P<h{n}>\b(?:{words})\b)" for n, (words, _, _) in enumerate(HOURS)), re.I
)


def are_hours_apart(one: int, other: int) -> bool:
    """True where two parts of the day, by their places in HOURS, have no hour in common."""
    (_, start, end), (_, begin, stop) = HOURS[one], HOURS[other]
    return not any(start + turn < stop and begin < end + turn for turn in (-24, 0, 24))
