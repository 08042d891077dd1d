"""WordNet's files (format: the manual page wndb), read once into memory: senses, how often each was met, what lies below."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

FILES = {"n": "noun", "v": "verb", "a": "adj"}
TYPE_NUMBER = {"n": 1, "v": 2, "a": 3, "s": 5}
"""How a sense key writes the kind of a synset."""
BELOW = {"n": ("~",), "v": ("~",), "a": ("&",)}
"""The pointer from a synset to narrower ones: hyponyms, troponyms, satellites of an adjective."""

Key = tuple[str, int]
"""Part of speech ("n", "v", "a") and offset: what names a synset."""


class Pointer(NamedTuple):
    """A pointer from one synset to another; `source` and `target` count words from 1, 0 stands for the whole synset."""

    symbol: str
    to: Key
    source: int
    target: int


class Synset(NamedTuple):
    key: Key
    file_number: int
    words: tuple[str, ...]
    sense_keys: tuple[str, ...]
    """A key for each word, shortened as by `shortened`."""
    pointers: tuple[Pointer, ...]
    frames: tuple[tuple[int, int], ...]
    """Sentence frames of a verb as (frame, word counted from 1, 0 for all)."""
    gloss: str


@dataclass(frozen=True)
class Sense:
    """One meaning of a word; `count` is how often the tagged texts that come with WordNet use the word so."""

    word: str
    synset: Synset
    count: int


class Database:
    """WordNet in memory. Raises FileNotFoundError where the folder lacks one of its files."""

    def __init__(self, folder: Path) -> None:
        counts = {
            shortened(key): int(count)
            for key, _, count in (line.split() for line in lines_of(folder / "cntlist.rev"))
        }
        self.synsets: dict[Key, Synset] = {}
        for part, name in FILES.items():
            for line in lines_of(folder / f"data.{name}"):
                synset = read_synset(line, part)
                self.synsets[synset.key] = synset
        self._senses: dict[tuple[str, str], list[Sense]] = defaultdict(list)
        for part, name in FILES.items():
            for line in lines_of(folder / f"index.{name}"):
                for sense in self._read_index(line, part, counts):
                    self._senses[part, sense.word.lower()].append(sense)

    def _read_index(self, line: str, part: str, counts: dict[str, int]) -> Iterator[Sense]:
        fields = line.split()
        lemma, number = fields[0], int(fields[2])
        for offset in fields[-number:]:
            synset = self.synsets[part, int(offset)]
            at = [word.lower() for word in synset.words].index(lemma)
            yield Sense(synset.words[at], synset, counts.get(synset.sense_keys[at], 0))

    def lemmas(self, part: str) -> Iterator[str]:
        """All words of a part of speech, small letters, "_" between the words of a phrase."""
        return (lemma for p, lemma in self._senses if p == part)

    def senses(self, lemma: str, part: str) -> list[Sense]:
        """The senses of a word, the most used first; none where it is no word of this part of speech."""
        return self._senses.get((part, lemma), [])

    def named(self, name: str) -> Synset:
        """The synset that a word's n-th sense lies in: "kill.v.1". Raises IndexError where there is none."""
        lemma, part, number = name.rsplit(".", 2)
        return self.senses(lemma, part)[int(number) - 1].synset

    def below(self, *names: str, without: Iterable[str] = ()) -> frozenset[Key]:
        """The synsets named and all narrower ones, to any depth, leaving out the branches of `without`."""
        barred = {self.named(name).key for name in without}
        found: set[Key] = set()
        waiting = [self.named(name).key for name in names]
        while waiting:
            key = waiting.pop()
            if key not in found and key not in barred:
                found.add(key)
                waiting += self.follow(key, *BELOW[key[0]])
        return frozenset(found)

    def follow(self, key: Key, *symbols: str) -> list[Key]:
        """Where a synset's pointers of these kinds lead."""
        return [pointer.to for pointer in self.synsets[key].pointers if pointer.symbol in symbols]

    def of_file(self, number: int) -> frozenset[Key]:
        """The synsets of one of the lexicographers' files (manual page lexnames)."""
        return frozenset(key for key, synset in self.synsets.items() if synset.file_number == number)

    def share(self, lemma: str, part: str, meant: Container[Key]) -> float:
        """How much of a word's use falls on the synsets meant, 0 to 1.

        Each sense weighs as often as it was met, and one more: a sense never met is rare and not impossible
        (Laplace's rule). A word of which nothing was met is thus judged by the number of its senses.
        """
        senses = self.senses(lemma, part)
        weight = sum([sense.count + 1 for sense in senses if sense.synset.key in meant])
        return weight / max(1, sum([sense.count + 1 for sense in senses]))

    def count(self, lemma: str, part: str) -> int:
        """How often a word was met in any sense."""
        return sum([sense.count for sense in self.senses(lemma, part)])


def shortened(sense_key: str) -> str:
    """A sense key without the head that a satellite's names: what is left is one sense's alone."""
    return ":".join(sense_key.split(":")[:3])


def lines_of(path: Path) -> Iterator[str]:
    """A file's lines without the licence at its head, whose lines begin with two blanks."""
    with path.open(encoding="utf-8") as file:
        yield from (line.rstrip("\n") for line in file if not line.startswith("  "))


def read_synset(line: str, part: str) -> Synset:
    """One line of a data file."""
    body, _, gloss = line.partition(" | ")
    fields = body.split()
    offset, file_number, kind, number = int(fields[0]), int(fields[1]), fields[2], int(fields[3], 16)
    written = [
        fields[4 + 2 * at].partition("(")[0] for at in range(number)
    ]  # "alive(p)": stands behind its noun
    identifiers = [int(fields[5 + 2 * at], 16) for at in range(number)]
    keys = tuple(
        f"{word.lower()}%{TYPE_NUMBER[kind]}:{file_number:02}:{identifier:02}"
        for word, identifier in zip(written, identifiers, strict=True)
    )
    at = 4 + 2 * number
    pointers = tuple(read_pointer(fields[start : start + 4]) for start in pointer_starts(fields, at))
    return Synset(
        key=(part, offset),
        file_number=file_number,
        words=tuple(written),
        sense_keys=keys,
        pointers=pointers,
        frames=tuple(read_frames(fields[at + 1 + 4 * len(pointers) :])),
        gloss=gloss.strip(),
    )


def pointer_starts(fields: list[str], at: int) -> range:
    return range(at + 1, at + 1 + 4 * int(fields[at]), 4)


def read_pointer(fields: list[str]) -> Pointer:
    symbol, offset, part, words = fields
    part = "a" if part == "s" else part
    return Pointer(symbol, (part, int(offset)), int(words[:2], 16), int(words[2:], 16))


def read_frames(fields: list[str]) -> Iterator[tuple[int, int]]:
    """A verb's sentence frames: "02 + 08 00 + 26 01"; nothing for the other parts of speech."""
    for at in range(1, len(fields), 3):
        yield int(fields[at + 1]), int(fields[at + 2], 16)
