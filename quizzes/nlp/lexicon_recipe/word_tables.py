"""Tables that hold the words below some synsets of WordNet: which synsets, and how sure a word must be of that meaning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizzes.nlp.lexicon_recipe.database import Database, Key, Sense

MOSTLY = 0.5
"""A noun must be used in the meaning of its table more often than in all others together."""
OFTEN = 0.4
"""Verbs have more senses, half of them figures of speech, and are looked for in a frame that says which is meant."""
SOMETIMES = 0.3
"""For arrests: their verbs (*collar*, *nab*, *apprehend*) have been borrowed from other uses, and take a suspect."""


@dataclass(frozen=True)
class Below:
    """A table's rule: the single words below `roots` ("kill.v.1" is the first sense of the verb), without the branches
    of `without`, whose use falls on these senses to more than the share `bar`."""

    roots: tuple[str, ...]
    bar: float
    without: tuple[str, ...] = ()

    @property
    def part(self) -> str:
        return self.roots[0].split(".")[1]


TABLES = {
    "people": Below(("person.n.1", "operator.n.2"), MOSTLY),
    "people_judged": Below(
        ("bad_person.n.1", "unpleasant_person.n.1", "wrongdoer.n.1", "simpleton.n.1", "hero.n.1", "good_guy.n.1"),
        MOSTLY,
    ),
    "groups": Below(("organization.n.1", "social_group.n.1", "institution.n.1", "military_unit.n.1"), MOSTLY),
    "documents": Below(
        ("document.n.1", "document.n.2", "report.n.1", "message.n.2", "statement.n.1", "book.n.1", "press.n.2"), MOSTLY
    ),
    "weapons": Below(("weapon.n.1", "ammunition.n.1", "explosive.n.1", "projectile.n.1", "bomb.n.1", "rocket.n.1"), OFTEN),
    "vehicles": Below(("vehicle.n.1", "public_transport.n.1"), OFTEN),
    "buildings": Below(("building.n.1", "structure.n.1", "housing.n.1"), MOSTLY),
    "crimes": Below(("crime.n.1", "felony.n.1", "misdemeanor.n.1", "fraud.n.1"), OFTEN),
    "deaths": Below(("killing.n.2", "death.n.1", "casualty.n.2"), OFTEN),
    "injuries": Below(("injury.n.1",), OFTEN),
    "killing": Below(("kill.v.1",), OFTEN),
    "dying": Below(("die.v.1",), OFTEN),
    "injuring": Below(("injure.v.1", "hurt.v.2", "maim.v.1"), OFTEN),
    "destroying": Below(("destroy.v.1", "destroy.v.2", "demolish.v.2"), OFTEN),
    "damaging": Below(("damage.v.1",), OFTEN),
    "attacking": Below(("attack.v.1", "attack.v.3", "assail.v.1"), OFTEN),
    "arresting": Below(("collar.v.1",), SOMETIMES),
    "imprisoning": Below(("detain.v.1",), OFTEN),
    "displacing": Below(("displace.v.1", "evacuate.v.1", "expel.v.1", "deport.v.2"), OFTEN),
    "fleeing": Below(("flee.v.1",), OFTEN),
    "rescuing": Below(("rescue.v.1",), OFTEN),
    "moving": Below(("travel.v.1",), MOSTLY),
    "judging": Below(("criticize.v.1", "praise.v.1", "accuse.v.1", "accuse.v.2", "disapprove.v.1"), OFTEN),
    "criticizing": Below(("criticize.v.1", "anger.v.1"), OFTEN),
    "voicing": Below(("shout.v.1", "shout.v.3", "complain.v.1", "joke.v.1", "answer.v.1", "mumble.v.1"), OFTEN),
    "naming": Below(("label.v.1", "label.v.3", "call.v.2", "name.v.1", "describe.v.1"), OFTEN),
}  # fmt: skip

COMMUNICATION, COGNITION = 32, 31
"""Lexicographer files (manual page lexnames) of verbs of telling and of thinking."""
THAT_CLAUSE = 26
"""The sentence frame "Somebody ----s that CLAUSE"."""

EVENTS = {"act": 4, "event": 11, "phenomenon": 19}
"""Lexicographer files of nouns for what happens."""


def words_below(wordnet: Database, rule: Below) -> list[str]:
    """A table's words, sorted."""
    return [
        word
        for word, share in shares(wordnet, wordnet.below(*rule.roots, without=rule.without))
        if share > rule.bar
    ]


def shares(wordnet: Database, keys: frozenset[Key]) -> Iterator[tuple[str, float]]:
    """The single small-letter words of synsets, sorted, each with the share of its use that falls on these synsets."""
    part = next(iter(keys))[0]
    found = {word for key in keys for word in wordnet.synsets[key].words if is_plain(word)}
    for word in sorted(found):
        yield word, wordnet.share(word, part, keys)


def people_of_name(wordnet: Database) -> list[str]:
    """Nouns written with a capital for people of a nation, a faith, a party or a town ("Muslim"), used so mostly."""
    people = wordnet.below("person.n.1")
    found = {word for key in people for word in wordnet.synsets[key].words}
    return sorted(
        word
        for word in found
        if word.isalpha()
        and word.istitle()
        and len(word) > 2
        and wordnet.share(word.lower(), "n", people) > MOSTLY
    )


def is_plain(word: str) -> bool:
    """True for a single word of small letters: no phrase, no name, no abbreviation with a dot or a digit."""
    return word == word.lower() and word.replace("-", "").isalpha() and len(word) > 2


def verbs_of_saying(wordnet: Database) -> list[str]:
    """Verbs with a sense of telling that takes a that-clause, used for telling more often than not (bar: `OFTEN`)."""
    return clause_verbs(wordnet, COMMUNICATION)


def verbs_of_thinking(wordnet: Database) -> list[str]:
    """The same for thinking."""
    return clause_verbs(wordnet, COGNITION)


def clause_verbs(wordnet: Database, file_number: int) -> list[str]:
    meant = wordnet.of_file(file_number)
    return [
        verb
        for verb in sorted(wordnet.lemmas("v"))
        if is_plain(verb)
        and any(takes_clause(sense, file_number) for sense in wordnet.senses(verb, "v"))
        and wordnet.share(verb, "v", meant) > OFTEN
    ]


def takes_clause(sense: Sense, file_number: int) -> bool:
    at = [word.lower() for word in sense.synset.words].index(sense.word.lower()) + 1
    return sense.synset.file_number == file_number and any(
        frame == THAT_CLAUSE and word in (0, at) for frame, word in sense.synset.frames
    )


def verbs_of_telling(wordnet: Database) -> list[str]:
    """Every verb used for communicating more often than not: the manners of speaking among them."""
    meant = wordnet.of_file(COMMUNICATION)
    verbs = sorted(verb for verb in wordnet.lemmas("v") if is_plain(verb))
    return [verb for verb in verbs if wordnet.share(verb, "v", meant) > MOSTLY]


def event_nouns(wordnet: Database) -> list[str]:
    """Rows "noun, kind": nouns met that mostly name an act, an event or a phenomenon, under the kind they name most."""
    kinds = {kind: wordnet.of_file(number) for kind, number in EVENTS.items()}
    rows = []
    for noun in sorted(wordnet.lemmas("n")):
        if is_plain(noun) and wordnet.count(noun, "n") > 0:
            share, kind = max((wordnet.share(noun, "n", meant), kind) for kind, meant in kinds.items())
            if share > MOSTLY:
                rows.append(f"{noun}\t{kind}")
    return rows
