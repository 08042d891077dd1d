"""When one place can lie inside another: a school in a town, a town in a county. Free of spaCy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from quizzes.nlp.lexicons.wordlists import words
from quizzes.nlp.telling.spellings import name_keys

SPOTS = words(
    """
    airport arena avenue bank boulevard bridge building cafe café cathedral centre center church clinic college
    court embassy factory farm freeway hall harbor harbour highway home hospital hotel house interchange junction
    lane library mall market mill mine mosque motorway museum park pier plant plaza port prison quay restaurant
    road school shop square stadium station store street temple terminal theater theatre tower tunnel university
    warehouse works zoo
    """
)
"""Last words of names of what stands in a town or beside it. Own list of general English."""
ROADS = re.compile(r"(?:[amb]|i|us|route|interstate|highway)[\s-]?\d{1,4}", re.IGNORECASE)
"""Numbered roads ("M4", "Interstate 80"), which lead past many towns."""
REGIONS = words(
    """
    area basin bay borough canton coast coastline county district highlands hills island islands lowlands
    mountains oblast peninsula plain prefecture province region shire state valley
    """
)
"""Last words of names of what has towns in it."""
INSIDE = re.compile(r"\s+(?:in|near|outside|inside)\s+|,\s*")


class PlaceKind(Enum):
    """What a name says itself of its place; `NAMED` says nothing, as most towns and countries."""

    SPOT = "spot"
    NAMED = "named"
    REGION = "region"


def kind_of(place: str) -> PlaceKind:
    """The kind of a place by the last word of its name, or the first of "county down"."""
    parts = place.split()
    if ROADS.fullmatch(place) or (parts and parts[-1] in SPOTS):
        return PlaceKind.SPOT
    if parts and (parts[-1] in REGIONS or (len(parts) > 1 and parts[0] in REGIONS)):
        return PlaceKind.REGION
    return PlaceKind.NAMED


def levels(place: str) -> tuple[str, ...]:
    """The names in a name ("harrow school in millbrook": the school, then the town), those without a telling word left out."""
    return tuple(part for part in INSIDE.split(place) if name_keys(part))


def places_clash(one: Sequence[str], other: Sequence[str]) -> bool:
    """True where two lists of places have no name in common, and each has one of a kind: two towns, two schools."""
    if any(name_keys(a) & name_keys(b) for a in one for b in other):
        return False
    return any(kind_of(a) is kind_of(b) for a in one for b in other)
