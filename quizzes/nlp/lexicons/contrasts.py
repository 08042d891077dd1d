"""Words of which one thing can be called by one at most: nouns of one kind (from WordNet), and modifiers by groups."""

from __future__ import annotations

from functools import cache

from quizzes.nlp.lexicons.derived import rows_of

PLACES = frozenset({"premises", "building", "land"})
HELD_IN = PLACES | {"vehicle"}
"""Kinds of what somebody can be in."""
FIGURATIVE = frozenset({"aisle", "field", "floor", "ground", "channel", "course", "table", "road", "path"})
"""Places that news speaks of without meaning any ("on both sides of the aisle")."""
CONCRETE = frozenset(
    {"premises", "building", "vehicle", "weapon", "animal", "garment", "body", "material", "instrument", "drink", "food", "crime"}
)  # fmt: skip
"""Kinds whose words mean themselves; "the storm" and "the mountain" are told of too many things."""


@cache
def kinds_of(noun: str) -> dict[str, frozenset[str]]:
    """The kinds that a noun is of, each with the other nouns that may be meant by the same thing; {} for any other noun."""
    return table().get(noun, {})


@cache
def table() -> dict[str, dict[str, frozenset[str]]]:
    found: dict[str, dict[str, frozenset[str]]] = {}
    for noun, kind, wider in rows_of("contrasts"):
        found.setdefault(noun, {})[kind] = frozenset(wider.split("|")) - {""}
    return found


def exclude(one: str, other: str, kind: str) -> bool:
    """True for two nouns of a kind that cannot be meant by one thing: "kitchen" and "attic", not "truck" and "vehicle"."""
    left, right = kinds_of(one).get(kind), kinds_of(other).get(kind)
    if left is None or right is None or one == other:
        return False
    return one not in right and other not in left


GROUPS = tuple(
    tuple(tuple(word for word in meaning.split("|")) for meaning in row.split())
    for row in """
    north|northern south|southern east|eastern west|western
    left right
    front back|rear
    upper lower
    inner outer
    northbound southbound eastbound westbound
    indoor outdoor
    morning afternoon evening|night
    spring summer autumn winter
    wooden|timber steel|metal|iron stone|brick|concrete glass plastic|nylon leather cotton wool|woollen|woolen paper|cardboard
    gold|golden silver bronze|brass
    black white red blue green yellow grey|gray orange purple brown pink
    passenger freight|cargo|goods
    diesel electric petrol|gasoline
    primary|elementary secondary
    military civilian
    single double|twin triple
    """.strip().splitlines()
)
"""Modifiers of which a thing has one of a row; words with "|" between mean the same (own list of general English)."""
GROUP_OF = {
    word: (row, at)
    for row, meanings in enumerate(GROUPS)
    for at, meaning in enumerate(meanings)
    for word in meaning
}
"""For each modifier its row and its meaning in it."""
