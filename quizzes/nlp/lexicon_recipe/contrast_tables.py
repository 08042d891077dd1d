"""The table of nouns of which one thing is one at most: a room is a kitchen or a garage, a vehicle a bus or a tram."""

from __future__ import annotations

from quizzes.nlp.lexicon_recipe.database import Database, Key
from quizzes.nlp.lexicon_recipe.word_tables import is_plain

OFTEN = 0.4
"""As for vehicles and weapons: what stands before the noun tells which sense is meant."""

ROOTS: dict[str, tuple[str, ...]] = {
    "animal": ("mammal.n.1", "bird.n.1", "reptile.n.1", "insect.n.1", "fish.n.1"),
    "body": ("external_body_part.n.1", "organ.n.1", "bone.n.1", "joint.n.1"),
    "building": ("building.n.1", "housing.n.1", "facility.n.1", "mercantile_establishment.n.1", "place_of_business.n.1"),
    "crime": ("crime.n.1",),
    "drink": ("beverage.n.1",),
    "food": ("foodstuff.n.2", "food.n.2"),
    "garment": ("garment.n.1", "headdress.n.1", "footwear.n.1"),
    "illness": ("illness.n.1",),
    "instrument": ("musical_instrument.n.1",),
    "land": ("geological_formation.n.1", "tract.n.1", "body_of_water.n.1", "way.n.6"),
    "material": ("metallic_element.n.1", "building_material.n.1", "fabric.n.1", "alloy.n.1", "plant_material.n.1", "synthetic_resin.n.1"),
    "premises": ("room.n.1", "outbuilding.n.1", "storey.n.1", "passage.n.3", "stairway.n.1", "entrance.n.1", "door.n.1", "window.n.1", "roof.n.1", "elevator.n.1", "porch.n.1", "yard.n.2"),
    "vehicle": ("vehicle.n.1", "public_transport.n.1"),
    "weapon": ("weapon.n.1", "tool.n.1"),
    "weather": ("weather.n.1", "atmosphere.n.5", "fog.n.1", "ice.n.1"),
}  # fmt: skip
"""Kinds of things with the synsets that hold them. Of what one and the same sentence tells there is one of a kind."""
UNMET = frozenset({"premises", "vehicle", "weapon"})
"""Kinds whose rare words stand in news too; of the others only what the tagged texts have is listed."""


def nouns_of_one_kind(wordnet: Database) -> list[str]:
    """Rows "noun, kind, the nouns that may be meant by the same thing": those of its synset and of all wider ones."""
    return sorted(
        row for kind, roots in ROOTS.items() for row in rows_of_kind(wordnet, kind, wordnet.below(*roots))
    )


def rows_of_kind(wordnet: Database, kind: str, meant: frozenset[Key]) -> list[str]:
    found = {word for key in meant for word in wordnet.synsets[key].words if is_plain(word)}
    nouns = {
        noun
        for noun in found
        if (kind in UNMET or wordnet.count(noun, "n")) and wordnet.share(noun, "n", meant) > OFTEN
    }
    return [f"{noun}\t{kind}\t{'|'.join(sorted(nouns & wider(wordnet, noun, meant)))}" for noun in nouns]


def wider(wordnet: Database, noun: str, meant: frozenset[Key]) -> set[str]:
    """The other words of a noun's synsets and of those above them, within a kind."""
    waiting = [sense.synset.key for sense in wordnet.senses(noun, "n") if sense.synset.key in meant]
    found: set[str] = set()
    seen: set[Key] = set()
    while waiting:
        key = waiting.pop()
        if key in meant and key not in seen:
            seen.add(key)
            found.update(wordnet.synsets[key].words)
            waiting += wordnet.follow(key, "@")
    return found - {noun}
