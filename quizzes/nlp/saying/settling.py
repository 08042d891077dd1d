"""Settling: a second look at whom a mention was resolved to, by how the whole article writes the name.

The recognizer looks at one sentence at a time: it misses a first name here, and takes a person for a body there. The
article's own capitals, first names and forms of address put both right, and what only looks like a person ("friends of
Lee's") stays unnamed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Token

from quizzes.nlp.lexicons.genders import MEN, OF_MEN, OF_WOMEN, WOMEN
from quizzes.nlp.lexicons.names import (
    HONORIFICS,
    OF_BODIES,
    OF_PLACES,
    PARTIES,
    TITLE_WORDS,
    first_names,
    place_names,
)
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.lexicons.speech import BODIES, ROLES, UNNAMED
from quizzes.nlp.saying.bodies import is_bodys_name, is_called_body
from quizzes.nlp.saying.names import ALSO_NAMES, clean_name, is_outlet, without_titles
from quizzes.nlp.saying.roster import CROWDS, Named, Roster
from quizzes.nlp.saying.titles import TitleIndex
from quizzes.nlp.types import TOLD, Role, SourceKind

Resolved = tuple[str, SourceKind]
"""The fullest name of a source and its kind."""

WORD = r"[A-Z][\w’'-]*[a-z][\w’'-]*"
RUN = re.compile(
    rf"\b(?=(({WORD})\s(?:[A-Z]\.\s)?((?:(?:de|la|van|von|der|bin|al|el|di|da|du|del)\s)*{WORD})))(?<![\w’'-])"
)
"""A first name, an initial perhaps, and a surname with its small words; overlapping, for titles look like first names."""
INNER_CAPITAL = re.compile(r"(?:D|De|Da|La|Le|Ja)['’][A-Z]")
"""First names of two parts ("De’Osk")."""
INITIALS = re.compile(r"(?:[A-Z]\.){1,2}[A-Z]\.?")
POSSESSIVE = re.compile(r"['’]s?$")
LONGEST_TITLE = 24
CLERGY = frozenset(
    {"bishop", "archbishop", "cardinal", "rabbi", "imam", "father", "sister", "brother", "pastor", "rev"}
)
"""Forms of address before a first name, too common as surnames for a list of titles."""
SIDE = re.compile(r"^[^,]+(?=,\s)")
OF_WOMAN = frozenset({"woman", "mother", "grandmother", "girl"})
OF_MAN = frozenset({"man", "father", "grandfather", "boy"})
NO_NAMES = frozenset("neither both either nor even only then yet but and while when as if".split())
LONG_LINE = 12
MOST_BACK = 600
"""How far before initials alone their bearer may be named."""
MANY = frozenset({"some", "many", "most", "several", "few", "others"})
PERSONAL_SEX = {"she": True, "he": False}
LONGEST = 4


@dataclass
class Settling:
    """The names of one article, for a second look at what its mentions were resolved to."""

    text: str
    roster: Roster
    titles: TitleIndex
    known_bodies: dict[str, bool] = field(default_factory=dict)

    def settled(self, head: Token, mention: str, resolved: Resolved) -> Resolved:
        """Name and kind of a mention with the head, its words and what it was resolved to."""
        name, kind = resolved
        if kind in {SourceKind.OUTLET, SourceKind.DOCUMENT} or is_listed(name):
            return resolved
        if kind is SourceKind.PERSON and self.is_body(name):
            return name, SourceKind.ORGANISATION
        if kind is SourceKind.PERSON and self.is_only_told_of(head, mention, name):
            return clean_name(mention), SourceKind.ANONYMOUS
        if kind is not SourceKind.PERSON:
            person = self.person(head, mention, name, kind)
            return (person, SourceKind.PERSON) if person else resolved
        return self.fullest(name, sex_of(head, mention), clean_name(mention)), kind

    def is_body(self, name: str) -> bool:
        """True for the name of a body that the recognizer takes for a person's."""
        if not name or name.split()[0] in first_names():
            return False
        if name not in self.known_bodies:
            is_told = is_bodys_name(name, self.text) or is_called_body(name, self.text)
            self.known_bodies[name] = is_told or name.casefold() in CROWDS
        return self.known_bodies[name]

    def person(self, head: Token, mention: str, name: str, kind: SourceKind) -> str | None:
        """The full name of a person who was taken for a body or for nobody, or None."""
        words = name.split()
        if re.search(r"['’]s?\s", name):
            return None  # "Mrs. Lee's advisers"
        if words and words[0].casefold() in HONORIFICS and len(words) > 1:
            return self.fullest(" ".join(words[1:]), sex_of(head, mention), "")
        if INITIALS.fullmatch(name) and self.are_persons(name):
            return self.last_called(name, head.idx) or name
        before = self.text[max(0, head.idx - 60) : head.idx + len(head)].split()
        if kind is SourceKind.ORGANISATION and looks_like_person(words):
            is_addressed = (
                len(before) > len(words) and before[-len(words) - 1].casefold().strip(".") in CLERGY
            )
            if is_addressed or self.is_called_by_pronoun(words):
                return name
        if kind is SourceKind.ANONYMOUS and head.tag_ == "NN" and head.lemma_.casefold() in OF_WOMAN | OF_MAN:
            return self.named_later(head, mention)
        side = SIDE.match(name)
        if kind is SourceKind.ANONYMOUS and side and looks_like_person(side[0].split()):
            return side[0] if side[0].split()[0] in first_names() else None
        if kind is not SourceKind.DOCUMENT and len(words) == 1 and words[0].casefold() in self.roster.people:
            is_named = words[0][:1].isupper() and words[0] not in place_names()
            return self.roster.people[words[0].casefold()] if is_named else None
        return None

    def are_persons(self, initials: str) -> bool:
        """True for initials before somebody's surname in the article ("T.J." beside "T.J. Rook"), whoever bears them here."""
        return any(n.name.startswith(f"{initials.rstrip('.')}. ") for n in self.roster.names)

    def last_called(self, initials: str, before: int) -> str | None:
        """The full name with the initials that stands shortly before an offset, where two bear them ("T.J." behind "T.J.
        Rook"); None where none is near."""
        told = self.text[max(0, before - MOST_BACK) : before]
        fitting = re.findall(rf"\b{re.escape(initials.rstrip('.'))}\. [A-Z][a-z][\w’'-]*", told)
        return fitting[-1] if fitting else None

    def named_later(self, head: Token, mention: str) -> str | None:
        """The one private person of the story whom its first paragraph calls "an Ohio woman"; None where it may be another:
        two fit, or who fits has an office."""
        is_woman = head.lemma_.casefold() in OF_WOMAN
        passages = [p for p in self.roster.text[: head.idx].split("\n\n") if len(p.split()) > LONG_LINE]
        if passages[:-1] or not mention.casefold().startswith(("a ", "an ", "the ")):
            return None
        names = {
            self.roster.fullest(n)
            for n in self.roster.names
            if n.kind is SourceKind.PERSON and self.roster.role_at(n.start) in {Role.BODY, Role.CAPTION}
        }
        full = {n for n in names if len(n.split()) > 1 and sex_of_first(n) in {None, is_woman}}
        if len(full) != 1 or self.titles.of(min(full))[0]:
            return None
        return full.pop()

    def is_called_by_pronoun(self, words: list[str]) -> bool:
        """True where the first name is of one sex alone, or a known one whose bearer the article calls "he" or "she"."""
        is_known = words[0] in first_names() and words[-1].casefold() in self.roster.sexes
        return words[0].casefold() in MEN | WOMEN or is_known

    def is_only_told_of(self, head: Token, mention: str, name: str) -> bool:
        """True for several people, or for somebody unnamed, whom a named person only tells apart ("friends of Lee's", "a
        Lee aide")."""
        words = mention.split()
        is_many = head.tag_ == "NNS" or head.lower_ in MANY
        if (
            is_many
            and " and " not in name
            and name != clean_name(mention)
            and head.lemma_.casefold() not in BODIES
        ):
            return bool(re.search(r"\b(?:of|for|in|other)\b|['’]s?\b", mention))
        is_one = head.tag_ == "NN" and head.lemma_.casefold() in PEOPLE | UNNAMED and not head.ent_type_
        return (
            is_one
            and words[:1] in (["a"], ["an"], ["A"], ["An"])
            and len(name.split()) == 1
            and name in words[1:-1]
        )

    def fullest(self, name: str, is_woman: bool | None, mention: str) -> str:
        """The full name that the article's prose gives somebody known by a surname alone, or by a part of the mention; the
        name itself where there is none, or two."""
        own = without_titles(mention.split())
        if len(name.split()) == 1 < len(own) <= LONGEST and name in own and own[0] in first_names():
            return " ".join(own) if all(w[0].isupper() for w in own) else name
        bare = name.split()
        while len(bare) > 1 and bare[0].casefold() in HONORIFICS:
            bare = bare[1:]
        surname = " ".join(bare)
        if len(bare) > 1 and not bare[0].islower():
            return name
        found = self.full_names.get(surname.casefold(), set()) | {
            n.name for n in self.roster.names if n.name.endswith(f" {surname}") and self.is_amid_prose(n)
        }
        if len({full.split()[0] for full in found}) > 1 and is_woman is not None:
            found = {full for full in found if sex_of_first(full) is is_woman}
        firsts = {full.split()[0] for full in found}
        return max(sorted(found), key=len) if len(firsts) == 1 else name

    def is_amid_prose(self, named: Named) -> bool:
        """True for a person's first and last name within a sentence, where only a name has two capitals."""
        words = named.name.split()
        before = self.text[max(0, named.start - LONGEST_TITLE) : named.start].split()[-1:]
        is_within = bool(before) and before[0][:1].islower()
        is_plain = words[0].casefold() in (
            TITLE_WORDS | ROLES | PEOPLE | PARTIES | NO_NAMES | self.roster.lower_words
        )
        return named.kind is SourceKind.PERSON and len(words) == 2 and is_within and not is_plain

    @cached_property
    def full_names(self) -> dict[str, set[str]]:
        """Folded surname → the first names with it that the article's prose sets side by side."""
        found: dict[str, set[str]] = {}
        for run in RUN.finditer(self.text):
            full, first, last = run.groups()
            if not self.is_first_name(first, run.start()) or self.roster.role_at(run.start()) not in TOLD:
                continue
            words = {w.casefold() for w in last.split()}
            if words & (BODIES | OF_BODIES | OF_PLACES) or is_outlet(full) or full in place_names():
                continue
            found.setdefault(POSSESSIVE.sub("", last).casefold(), set()).add(POSSESSIVE.sub("", full))
        return found

    def is_first_name(self, word: str, at: int) -> bool:
        """True for a known first name that is no common word of the article ("Will Lee go?"), and for whatever stands
        behind a title ("President Osk Lee")."""
        folded = word.casefold()
        if folded in MEN | WOMEN or INNER_CAPITAL.match(word):
            return True
        if word in first_names():
            return folded not in self.roster.lower_words
        before = self.text[max(0, at - LONGEST_TITLE) : at].split()[-1:]
        return (
            bool(before)
            and before[0].casefold().strip(".") in TITLE_WORDS - ALSO_NAMES
            and folded not in (TITLE_WORDS | self.roster.lower_words)
        )


def looks_like_person(words: list[str]) -> bool:
    """True for two to four capitalised words, none of them a word of bodies and places."""
    lowered = {w.casefold() for w in words}
    return (
        1 < len(words) <= LONGEST
        and all(w[0].isupper() and not w.isupper() for w in words if len(w.strip(".")) > 1)
        and not lowered & (BODIES | OF_BODIES | OF_PLACES)
        and " ".join(words) not in place_names()
    )


def is_listed(name: str) -> bool:
    """True for two speakers under one name ("Lee and Roe")."""
    return re.search(r"\band\b", name) is not None


def sex_of(head: Token, mention: str) -> bool | None:
    """True for "she" and "Mrs. Lee", False for "he" and "Mr. Lee", None where the words do not tell."""
    if head.lower_ in PERSONAL_SEX:
        return PERSONAL_SEX[head.lower_]
    before = {t.lower_ for t in head.doc[max(head.sent.start, head.i - 2) : head.i]} & HONORIFICS
    beside = {*before, next(iter(mention.casefold().split()), "")}
    if beside & OF_WOMEN:
        return True
    return False if beside & OF_MEN else None


def sex_of_first(full: str) -> bool | None:
    """True for a full name with a woman's first name, False for a man's, else None."""
    first = full.split()[0].casefold()
    if first in WOMEN:
        return True
    return False if first in MEN else None
