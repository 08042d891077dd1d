"""Which labels of different articles are for one person, group, thing or act. Free of spaCy."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from quizzes.nlp.lexicons.labels import CLASSES
from quizzes.nlp.types import Label, Occurrence

PERSON, BODY = "person", "body"


class Sort(Enum):
    """What labels are for; `NOUN` is a thing that every article calls by the same noun."""

    PERSON = "person"
    GROUP = "group"
    THING = "thing"
    NOUN = "noun"


@dataclass(frozen=True)
class Called:
    """The labels that are for one and the same."""

    sort: Sort
    labels: tuple[Label, ...]

    @property
    def leading(self) -> set[str]:
        """The articles that call it in headline or lead."""
        return {x.article for x in self.labels if x.is_lead}


def find_called(labels: Sequence[Label], occurrences: Iterable[Occurrence]) -> Iterator[Called]:
    """What at least two articles call by some words, each with its labels in order.

    `Label.actor` is "class" or "class:name+name"; of a person, "person:full name".
    """
    of = {h: o.id for o in occurrences for h in o.happenings}
    kinds: defaultdict[str, list[Label]] = defaultdict(list)
    for label in labels:
        kinds[label.actor.partition(":")[0]].append(label)
    for kind, members in sorted(settled(kinds).items()):
        for joined in joined_of(kind, members, of):
            called = called_of(kind, joined)
            if not is_central(called):
                aside = [called_of(kind, labels) for labels in by_modifier(joined)]
                called = aside[0] if aside else Called(called.sort, ())
            if len({x.article for x in called.labels}) > 1:
                yield called


def settled(kinds: dict[str, list[Label]]) -> dict[str, list[Label]]:
    """The labels by class, a head of two classes ("gunman") in that which some other label of the story is of.

    Reading gives such a head the first of its classes.
    """
    moved: defaultdict[str, list[Label]] = defaultdict(list)
    for kind, labels in kinds.items():
        heads = Counter(folded(x).split()[-1] for x in labels if folded(x))
        for label in labels:
            moved[better_class(kind, folded(label), heads, kinds)].append(label)
    return moved


def better_class(kind: str, words: str, heads: Counter[str], kinds: dict[str, list[Label]]) -> str:
    if not is_group(kind) or not words or any(h not in shared_heads(kind) for h in heads):
        return kind
    others = [
        k
        for k in sorted(kinds)
        if is_group(k) and k != kind and words.split()[-1] in CLASSES[k.partition("/")[0]]
    ]
    return others[0] if others else kind


def shared_heads(kind: str) -> frozenset[str]:
    """The heads of a class that are also of another."""
    own = CLASSES[kind.partition("/")[0]]
    return own & frozenset().union(*(nouns for k, nouns in CLASSES.items() if k != kind.partition("/")[0]))


def called_of(kind: str, labels: list[Label]) -> Called:
    return Called(sort_of(kind), tuple(sorted(labels, key=lambda x: (x.article, x.start))))


def is_group(kind: str) -> bool:
    """True for a class of persons, or "class/one"."""
    return kind.partition("/")[0] in CLASSES


def sort_of(kind: str) -> Sort:
    if kind in {PERSON, BODY}:
        return Sort.PERSON
    if is_group(kind):
        return Sort.GROUP
    return Sort.NOUN if kind.startswith("=") else Sort.THING


def joined_of(kind: str, members: list[Label], of: dict[str, str]) -> list[list[Label]]:
    if kind == PERSON:
        return by_person(members)
    if kind == BODY:
        return by_body(members)
    if is_group(kind):
        return by_thing(members)
    return by_thing(of_one_occurrence(members, of))


def is_central(called: Called) -> bool:
    """True for what the story is about: of things, what two articles name in headline or lead."""
    return called.sort in {Sort.GROUP, Sort.PERSON} or len(called.leading) > 1


def by_modifier(members: list[Label]) -> list[list[Label]]:
    """The labels of a thing beside the story's own that two articles call by the same noun and one same word before it:
    "a heated congressional hearing", "an explosive congressional hearing"."""
    found: defaultdict[tuple[str, str], list[Label]] = defaultdict(list)
    for label in members:
        *before, noun = folded(label).split() or [""]
        for word in before:
            found[word, noun].append(label)
    shared = [labels for labels in found.values() if len({x.article for x in labels}) > 1]
    return [max(shared, key=len)] if shared else []


def by_person(members: list[Label]) -> list[list[Label]]:
    """The labels of each person: one surname, parted by first names where an article has two people of that surname."""
    people: defaultdict[str, list[Label]] = defaultdict(list)
    for label in members:
        people[surname(label)].append(label)
    sure = {name: [x for x in labels if is_sure(x, people)] for name, labels in people.items()}
    return [person for labels in sure.values() for person in parted(labels)]


def is_sure(label: Label, people: Mapping[str, list[Label]]) -> bool:
    """False for a label that may be a father's or his son's of one name: where the story may tell of both, only those count
    that hold the name itself, and the younger's "Jr." or that he is a son."""
    name = surname(label)
    elder = name.removesuffix(JUNIOR)
    younger = people.get(elder + JUNIOR, [])
    if not younger or (
        elder not in people and all(JUNIOR in x.text.casefold() for x in younger if has_name(x))
    ):
        return True
    words = set(re.findall(r"\w+", label.text.casefold()))
    if name.endswith(JUNIOR):
        return bool(words & {JUNIOR.strip(), "son", "namesake"})
    return elder in words and JUNIOR.strip() not in words


def has_name(label: Label) -> bool:
    return surname(label).removesuffix(JUNIOR) in re.findall(r"\w+", label.text.casefold())


def parted(labels: list[Label]) -> list[list[Label]]:
    """The labels of one surname as one person's ("Bill" is "William"), or a list for each initial where two bear it."""
    initials: defaultdict[str, set[str]] = defaultdict(set)
    for label in labels:
        initials[label.article] |= {first_initial(label)} - {""}
    if all(len(found) < 2 for found in initials.values()):
        return [labels]
    every = sorted(set().union(*initials.values()))
    return [[x for x in labels if first_initial(x) == initial] for initial in every]


def by_body(members: list[Label]) -> list[list[Label]]:
    """The labels of each company, office or league of one full name."""
    bodies: defaultdict[str, list[Label]] = defaultdict(list)
    for label in members:
        bodies[label.actor].append(label)
    return list(bodies.values())


SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
JUNIOR = " jr"


def name_parts(label: Label) -> list[str]:
    return [w for w in re.findall(r"\w+", label.actor.partition(":")[2]) if w not in SUFFIXES]


def surname(label: Label) -> str:
    """The last name; a son's with his "jr"."""
    parts = name_parts(label)
    suffix = JUNIOR if label.actor.rstrip(".").endswith(JUNIOR) else ""
    return parts[-1] + suffix if parts else ""


def first_initial(label: Label) -> str:
    parts = name_parts(label)
    return parts[0][0] if len(parts) > 1 else ""


def by_name(members: list[Label]) -> list[list[Label]]:
    """The labels of one class, an actor each; a label without a name goes to the only actor its article names."""
    groups: list[tuple[set[str], list[Label]]] = []
    for label in (m for m in members if names(m)):
        same = [g for g in groups if g[0] & names(label)]
        groups = [g for g in groups if not g[0] & names(label)]
        groups.append((names(label).union(*(g[0] for g in same)), [x for g in same for x in g[1]] + [label]))
    bare = [m for m in members if not names(m)]
    if not groups:
        return [bare]
    actors = [list(group) for _, group in groups]
    for label in bare:
        near = [n for n, (_, group) in enumerate(groups) if any(x.article == label.article for x in group)]
        if len(near) == 1:
            actors[near[0]].append(label)
    return actors


def by_thing(members: list[Label]) -> list[list[Label]]:
    """As by name, and where all names of the story's articles are of one thing, every label is for it."""
    things = by_name(members)
    return [members] if len(things) == 1 else things


def of_one_occurrence(members: list[Label], of: dict[str, str]) -> list[Label]:
    """The labels without those that call another happening than the one that most articles call so."""
    called: defaultdict[str, set[str]] = defaultdict(set)
    for label in members:
        if label.happening in of:
            called[of[label.happening]].add(label.article)
    if not called:
        return members
    main = max(sorted(called), key=lambda o: len(called[o]))
    if len(called) > 1 and len(called[main]) < 2:
        return []
    return [x for x in members if of.get(x.happening or "") in {main, None}]


def names(label: Label) -> set[str]:
    return set(filter(None, label.actor.partition(":")[2].split("+")))


def folded(label: Label) -> str:
    """A label as it is told apart from others: no case, no plural ending, one form of a name and its adjective."""
    words = [w.removesuffix("s") for w in re.findall(r"\w+", label.text.casefold()) if w not in PLAIN]
    stems = names(label)
    return " ".join(next((s for s in stems if w.startswith(s)), w) for w in words)


PLAIN = frozenset("s a an the of in for to and".split())
