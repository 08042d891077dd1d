"""Heard: who has spoken so far in an article, for pronouns and "the company": the voice or subject named last."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable
from dataclasses import dataclass, field

from quizzes.nlp.lexicons.genders import MEN, WOMEN
from quizzes.nlp.saying.mentions import PRONOUNS
from quizzes.nlp.saying.names import is_outlet
from quizzes.nlp.saying.roster import Named, Roster
from quizzes.nlp.types import Role, Source, SourceKind

# A pronoun speaks for somebody named shortly before; further back the reader has forgotten him too.
REACH = 600
NEAR = 300
PASSED_ON = 40
CAPITALISED = re.compile(r"\b[A-Z][\w’'-]*[a-z]\b")
SENTENCE_END = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\b[A-Z])(?<!\b(?:Sen|Rep|Gov|Gen))[.!?][\"”’']*\s|\n"
)
# Nouns for one unnamed speaker, whom "he" or "she" then stands for.
ONE_PERSON = frozenset(
    """spokesman spokeswoman spokesperson official lawyer attorney aide source executive adviser advisor officer analyst
    witness diplomat investigator resident commander prosecutor employee worker doctor manager man woman""".split()
)


@dataclass
class Heard:
    """The sources of one article in order of their mentions, beside its roster of names."""

    text: str
    roster: Roster
    is_quoted: Callable[[int], bool] = lambda offset: False
    spoken: list[Source] = field(default_factory=list)

    def remember(self, source: Source) -> None:
        insort(self.spoken, source, key=lambda s: s.start)

    def heard_before(self, offset: int, most: int) -> list[Source]:
        """The last sources that speak before an offset, in order."""
        at = bisect_left(self.spoken, offset, key=lambda s: s.start)
        return self.spoken[max(0, at - most) : at]

    def unnamed_speaker(self, before: int) -> str | None:
        """The name of the one unnamed person who spoke last of all ("Lee's lawyer said … He added …"), or None."""
        heard = self.heard_before(before, 1)
        if not heard or heard[0].kind is not SourceKind.ANONYMOUS or before - heard[0].start > REACH:
            return None
        head = heard[0].text.split(" of ")[0].split(" for ")[0].split(",")[0].split()
        is_one = (
            bool(head)
            and head[-1].casefold() in ONE_PERSON
            and head[0].casefold() not in {"some", "many", "two"}
        )
        newer = [n for n in self.roster.names if heard[0].end < n.start < before and n.is_subject]
        is_taken = any(n.kind is SourceKind.PERSON and self.is_later(n, heard[0]) for n in newer)
        return heard[0].name if is_one and not is_taken else None

    def latest(self, before: int, kind: SourceKind, pronoun: str = "") -> str | None:
        """The name of the person or body that spoke last, or else was last a subject, within reach; one who may be
        called by the pronoun, where there is one."""
        alike = {kind, SourceKind.OUTLET} if kind is SourceKind.ORGANISATION else {kind}
        speakers = [
            s
            for s in self.heard_before(before, 8)
            if s.kind in alike
            and before - s.start <= REACH
            and s.name.casefold() not in PRONOUNS
            and (not pronoun or self.may_be(s.name, pronoun))
        ]
        at = bisect_right(self.roster.starts, before - 1)
        subjects = [
            n
            for n in self.roster.names[max(0, at - 12) : at]
            if n.kind is kind
            and n.is_subject
            and not self.is_quoted(n.start)
            and before - n.start <= REACH
            and (not pronoun or self.may_be(self.roster.fullest(n), pronoun))
        ]
        nearest_speaker = max(speakers, key=lambda s: s.start, default=None)
        if nearest_speaker and nearest_speaker.kind is SourceKind.OUTLET:
            # An outlet that only passes on ("…, the port said, reports the Times") does not take the floor.
            told = [s for s in speakers if s.kind is kind and nearest_speaker.start - s.end <= PASSED_ON]
            nearest_speaker = told[-1] if told else nearest_speaker
        nearest_subject = max(subjects, key=lambda n: n.start, default=None)
        # A name in what a speaker says ("she said Rook was late") does not take the floor from her.
        if nearest_subject and (nearest_speaker is None or self.is_later(nearest_subject, nearest_speaker)):
            return self.roster.fullest(nearest_subject)
        return nearest_speaker.name if nearest_speaker else None

    def sole_name(self, before: int, pronoun: str) -> str | None:
        """The full name of the one person whose surname stands shortly before an offset in its paragraph, or else in that or
        the one before, subject or not ("a panel led by Ann Lee. On Monday, she said"); None where it may be another's."""
        paragraphs = self.text[max(0, before - NEAR) : before].split("\n\n")[-2:]
        for told in (paragraphs[-1:], paragraphs):
            start = before - len("\n\n".join(told))
            if fitting := self.named_between(start, before, pronoun):
                return fitting[0] if len(fitting) == 1 else None
        return None

    def named_between(self, start: int, before: int, pronoun: str) -> list[str | None]:
        """The full names between two offsets that the pronoun may stand for; None for one that no surname shows."""
        found = {
            self.roster.people.get(surname, word.group())
            for word in CAPITALISED.finditer(self.text, start, before)
            if (surname := word.group().casefold()) in self.roster.surnames and self.is_told(word.start())
        }
        others = {
            self.roster.fullest(n)
            for n in self.roster.names
            if n.kind is SourceKind.PERSON and start <= n.start < before and self.is_told(n.start)
        }
        return [name if name in found else None for name in found | others if self.may_be(name, pronoun)]

    def is_told(self, offset: int) -> bool:
        """True for the outlet's own words outside the headline, whose capitals make names of anything."""
        return self.roster.role_at(offset) is not Role.HEADLINE and not self.is_quoted(offset)

    def may_be(self, name: str, pronoun: str) -> bool:
        """True for a person that a pronoun can stand for: no outlet, no body taken for a name, of no other sex."""
        is_paper = is_outlet(name) and name.split()[0].casefold() not in MEN | WOMEN
        return not is_paper and self.roster.is_surely_person(name) and self.roster.may_be(name, pronoun)

    def is_later(self, named: Named, speaker: Source) -> bool:
        between = self.text[speaker.end : named.start] if named.start > speaker.end else ""
        return bool(SENTENCE_END.search(between))
