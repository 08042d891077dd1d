"""Words that judge what they tell: tables of general English, written for this project, and the look-up of their forms.

README.md beside this file says who made the tables, by what criteria and what the columns mean. The tables are read once,
when the first article is; nothing here knows grammar beyond the regular forms of a word.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quizzes.nlp.lexicons.derived import rows_of
from quizzes.nlp.lexicons.speech import inflected

FOLDER = Path(__file__).parent
TABLES = ("verbs", "nouns", "adjectives", "adverbs")
GAP = "…"
JOINTS = frozenset("-‑–")
PIECES = re.compile(r"…|'s\b|'(?=\s|$)|[^\s'-]+(?:'(?!s\b)[^\s'-]+)*|-")
SHORTEST_VERB = 3

MORE_FORMS = {
    "gone": "go", "went": "go", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be",
    "slew": "slay", "stricken": "strike", "wrought": "wreak",
}  # fmt: skip
"""Irregular forms that WordNet's lists of exceptions lack, or give to another verb."""


@dataclass(frozen=True)
class LoadedWord:
    """A row of the tables.

    `parts` are the pieces of the words in order, "-" and "…" (a gap) among them; `pos` is verb, noun, adjective, adverb or
    phrase (whatever the parse makes of it). `is_only` says that the word is of no other class, so that a tagger that takes it
    for another is wrong. `where` names a condition on its place in the sentence, `literal` the
    subjects on which the word is meant literally, `not_with` the words beside which it judges nothing.
    """

    words: str
    parts: tuple[str, ...]
    pos: str
    category: str
    strength: float
    where: str = ""
    is_only: bool = False
    literal: frozenset[str] = frozenset()
    not_with: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Anchored:
    """A row of several parts, looked up by its longest one, which is the rarest as a rule; `at` is that part's number."""

    word: LoadedWord
    at: int


@dataclass(frozen=True)
class LoadedWords:
    """The tables by the forms in which their words stand in a text, in small letters."""

    single: dict[str, tuple[LoadedWord, ...]]
    several: dict[str, tuple[Anchored, ...]]
    bases: dict[str, frozenset[str]]
    """Every form of every part of the rows of several, with the parts that it may be a form of."""


@cache
def loaded_words() -> LoadedWords:
    """All rows of the four tables, ready to be looked up."""
    single: defaultdict[str, list[LoadedWord]] = defaultdict(list)
    several: defaultdict[str, list[Anchored]] = defaultdict(list)
    bases: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows():
        if len(row.parts) == 1:
            for form in forms_of(row.parts[0], row.pos):
                single[form].append(row)
            continue
        at = max(range(len(row.parts)), key=lambda n: len(row.parts[n]))
        for part in row.parts:
            for form in forms_of(part, "phrase"):
                bases[form].add(part)
        for form in forms_of(row.parts[at], "phrase"):
            several[form].append(Anchored(row, at))
    return LoadedWords(
        {form: tuple(found) for form, found in single.items()},
        {form: tuple(found) for form, found in several.items()},
        {form: frozenset(parts) for form, parts in bases.items()},
    )


def rows() -> tuple[LoadedWord, ...]:
    """The rows of the four tables as they stand there."""
    return tuple(row for table in TABLES for row in read_table(FOLDER / f"{table}.tsv"))


def read_table(path: Path) -> list[LoadedWord]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            LoadedWord(
                row["words"],
                tuple(PIECES.findall(row["words"])),
                row["pos"],
                row["category"],
                float(row["strength"]),
                row["where"],
                row["only"] == "yes",
                frozenset(row["literal"].split()),
                frozenset(row["not_with"].split()),
            )
            for row in csv.DictReader(lines, delimiter="\t")
        ]


def forms_of(word: str, pos: str) -> set[str]:
    """The forms in which a word stands in a text: a verb's and a noun's regular and irregular ones, else the word alone."""
    if not word.isalpha():
        return {word}
    forms = {word}
    if pos in {"verb", "phrase"} and len(word) >= SHORTEST_VERB:
        forms |= inflected(word)
    if pos in {"noun", "phrase"}:
        forms |= plurals(word)
    if pos != "adjective":
        forms |= irregular_forms().get(word, frozenset())
    return forms


@cache
def irregular_forms() -> dict[str, frozenset[str]]:
    """The irregular forms of verbs and nouns, by the word: a lemmatizer guesses at what it has not learnt."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for form, word in (*rows_of("irregular_verbs"), *rows_of("irregular_nouns"), *MORE_FORMS.items()):
        found[word].add(form)
    return {word: frozenset(forms) for word, forms in found.items()}


def plurals(noun: str) -> set[str]:
    """The regular plural of a noun by the usual rules of spelling."""
    if noun.endswith("y") and noun[-2:-1] not in set("aeiou"):
        return {noun[:-1] + "ies"}
    if noun.endswith("man"):
        return {noun[:-3] + "men"}
    return {noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")}
