"""Tables of nations and places: WordNet's instances of countries, states, capitals and cities, and who lives there."""

from __future__ import annotations

from collections import defaultdict

from quizzes.nlp.lexicon_recipe.database import Database, Key, Synset

COUNTRY = "country.n.2"
KINDS = {
    "country": COUNTRY,
    "capital": "national_capital.n.1",
    "state": "state.n.1",
    "city": "city.n.1",
    "town": "town.n.1",
    "continent": "continent.n.1",
    "island": "island.n.1",
    "sea": "body_of_water.n.1",
    "region": "region.n.3",
}
"""Kinds of places, the narrower first: a place is listed under the first that it is an instance of."""
PEOPLES = ("a member of", "any member of")
"""How WordNet glosses one of a people that lives in a country among others: no word for whoever is of the country."""


def nations(wordnet: Database) -> list[str]:
    """Rows "country; its names; its people and their adjectives; its capitals; the adjectives alone", names of one field
    apart by "|"."""
    people = wordnet.below("person.n.1")
    pertaining = adjectives(wordnet)
    rows = []
    for key in instances(wordnet, COUNTRY):
        synset = wordnet.synsets[key]
        dwellers = [
            word
            for to in wordnet.follow(key, "%m")
            if to in people and not wordnet.synsets[to].gloss.startswith(PEOPLES)
            for word in names_of(wordnet.synsets[to])
        ]
        capitals = [
            word
            for to in wordnet.follow(key, "%p")
            if is_instance(wordnet, to, KINDS["capital"])
            for word in names_of(wordnet.synsets[to])
        ]
        names, own = names_of(synset), pertaining[key]
        fields = (names[:1], names, [*dwellers, *own], capitals, own)
        rows.append("\t".join("|".join(dict.fromkeys(field)) for field in fields))
    return sorted(rows)


def adjectives(wordnet: Database) -> defaultdict[Key, list[str]]:
    """The adjectives that pertain to each synset: to a country "Iraqi"."""
    found: defaultdict[Key, list[str]] = defaultdict(list)
    for key, synset in wordnet.synsets.items():
        for pointer in synset.pointers:
            if key[0] == "a" and pointer.symbol == "\\":
                found[pointer.to] += names_of(synset)
    return found


def places(wordnet: Database) -> list[str]:
    """Rows "names apart by |; kind; the country or state that it lies in, where WordNet says so"."""
    rows, seen = [], set()
    for kind, root in KINDS.items():
        for key in instances(wordnet, root):
            if key not in seen:
                seen.add(key)
                rows.append("\t".join(("|".join(names_of(wordnet.synsets[key])), kind, holder(wordnet, key))))
    return sorted(rows)


def holder(wordnet: Database, key: Key) -> str:
    """The country or state of which a place is part; "" where there is none."""
    for root in (KINDS["state"], COUNTRY):
        for whole in wordnet.follow(key, "#p"):
            if is_instance(wordnet, whole, root):
                return names_of(wordnet.synsets[whole])[0]
    return ""


def instances(wordnet: Database, root: str) -> list[Key]:
    """The named things of a kind and of its narrower kinds."""
    return sorted({to for kind in wordnet.below(root) for to in wordnet.follow(kind, "~i")})


def is_instance(wordnet: Database, key: Key, root: str) -> bool:
    kinds = wordnet.below(root)
    return any(to in kinds for to in wordnet.follow(key, "@i"))


def names_of(synset: Synset) -> list[str]:
    """A synset's names as they are written, without the descriptions that WordNet lists among them ("capital of Iraq")."""
    return [
        word.replace("_", " ")
        for word in synset.words
        if word[0].isupper() and "capital" not in word.lower().split("_")
    ]
