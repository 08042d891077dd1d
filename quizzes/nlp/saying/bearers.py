"""Bearers: which named person is meant by a role, an office or a party ("the mayor", "Roe's lawyer", "the Iowa Democrat").

By the words that the article sets beside names: before them, or in the apposition behind. Where two persons bear a
role, the role alone names neither, unless the article is about one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from quizzes.nlp.lexicons.speech import VERB_FORMS
from quizzes.nlp.saying.names import name_words
from quizzes.nlp.saying.roster import Named, Roster
from quizzes.nlp.types import SourceKind

# Short forms of an office, as they stand before a name.
SHORT_FORMS = {
    "senator": ("sen.", "sen"),
    "congressman": ("rep.", "rep", "representative"),
    "congresswoman": ("rep.", "rep", "representative"),
    "governor": ("gov.", "gov"),
    "professor": ("prof.", "prof"),
}
# "The president" is no vice president, and no former one.
OTHER_OFFICE = re.compile(r"\b(?:vice|deputy|assistant|associate|former|ex|late|onetime|then)[\s-]+$")
# An apposition ends at a comma or full stop, but not at the full stop of a short form; a relative clause is none.
APPOSITION = re.compile(
    r",\s*((?:(?!\bwho\b|\bwhose\b|\bwhich\b)(?:[^,.;:“\"]|(?<=\b\w\w)\.|(?<=\bMrs)\.))*)"
)
PARTY = re.compile(r",?\s*\(?([RDI])-([A-Z][A-Za-z.]*)")
CLOSES_NAME = re.compile(r"[,.;)]")
FAR_OFTENER = 3
BEFORE, BEHIND = 60, 120
"""Characters beside a name in which its role is looked for."""


@dataclass
class Bearers:
    """The roles of the persons whom one article names."""

    text: str
    roster: Roster
    known: dict[str, dict[str, str]] = field(default_factory=dict)

    def of(self, role: str, owner: str | None = None) -> str | None:
        """The full name of the one person who bears a folded role, or None where nobody or two do; `owner` is the folded
        surname of whoever the role is for, where the mention says so."""
        borne = self.all_of(role)
        if owner:
            borne = {name: beside for name, beside in borne.items() if owner in beside} or {
                name: beside for name, beside in borne.items() if not self.names_somebody(beside)
            }
        return self.central(borne)

    def central(self, names: Iterable[str]) -> str | None:
        """The one whom an article with several presidents means by "the president": named far oftener than the next."""
        often = sorted(((self.roster.times_named(n), n) for n in names), reverse=True)
        if not often or (len(often) > 1 and often[0][0] < FAR_OFTENER * often[1][0]):
            return None
        return often[0][1]

    def all_of(self, role: str) -> dict[str, str]:
        """Full name → the folded words beside it, for everybody who stands beside a role ("Mayor Ann Lee", "Ann Lee,
        the mayor")."""
        if role not in self.known:
            self.known[role] = dict(self.found(role))
        return self.known[role]

    def found(self, role: str) -> Iterator[tuple[str, str]]:
        forms = (role, *SHORT_FORMS.get(role, ()))
        for named in self.roster.names:
            if named.kind is not SourceKind.PERSON:
                continue
            before, behind = self.beside(named)
            titled = next((f for f in forms if re.search(rf"(?<!\w){re.escape(f)}\s+$", before)), None)
            if titled and not OTHER_OFFICE.search(before[: before.rstrip().rindex(titled)]):
                yield self.roster.fullest(named), before
                continue
            if re.search(rf"\bthe\s+(?:[\w’'.-]+\s+){{0,3}}{re.escape(role)},\s+$", before) and (
                CLOSES_NAME.match(self.text, named.end)
                and not OTHER_OFFICE.search(before[: before.rindex(role)])
            ):
                # "the harbour master, Ann Lee, said"
                yield self.roster.fullest(named), before
                continue
            at = re.search(rf"\b{re.escape(role)}\b", behind)
            if at and not OTHER_OFFICE.search(behind[: at.start()]) and not is_clause(behind[at.end() :]):
                yield self.roster.fullest(named), behind

    def beside(self, named: Named) -> tuple[str, str]:
        """The folded words before a name, and those of the apposition behind it."""
        apposition = APPOSITION.match(self.text, named.end, named.end + BEHIND)
        before = self.text[max(0, named.start - BEFORE) : named.start]
        return before.casefold(), apposition[1].casefold() if apposition else ""

    def names_somebody(self, words: str) -> bool:
        """True where folded words hold the surname of somebody in the article."""
        return any(re.search(rf"\b{re.escape(surname)}\b", words) for surname in self.roster.people)

    def member(self, party: str, place: str) -> str | None:
        """The one person written with party and state ("Ann Lee, D-Iowa"), for "the Iowa Democrat"; None where there is
        no such person, or are two."""
        found = {
            self.roster.fullest(named)
            for named in self.roster.names
            if named.kind is SourceKind.PERSON
            and (mark := PARTY.match(self.text, named.end))
            and mark[1].casefold() == party[:1]
            and abbreviates(mark[2], place)
        }
        return found.pop() if len(found) == 1 else None


def is_clause(behind: str) -> bool:
    """True where a verb of saying follows at once ("in June, the mayor told …"): a clause of its own, no apposition."""
    word = re.match(r"\s+(\w+)", behind)
    return word is not None and word[1] in VERB_FORMS and word[1] not in {"of", "for"}


def abbreviates(short: str, place: str) -> bool:
    """True where the letters of a short form stand in a place's name in their order, the first at its beginning."""
    letters, rest = [c for c in short.casefold() if c.isalpha()], iter(place.casefold())
    return bool(letters) and place.casefold().startswith(letters[0]) and all(c in rest for c in letters)


def surname_of(words: str) -> str | None:
    """The folded last word of a name without possessive, or None."""
    parts = name_words(re.sub(r"['’]s?$", "", words))
    return parts[-1].casefold() if parts else None
