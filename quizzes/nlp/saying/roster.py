"""The roster of an article: every person and body that it names, and which name is the fullest. By its entities."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from quizzes.nlp.lexicons.genders import MEN, OF_MEN, OF_WOMEN, WOMEN
from quizzes.nlp.lexicons.names import PARTICLES, TITLE_WORDS, first_names
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.lexicons.speech import BODIES
from quizzes.nlp.saying.names import clean_name, name_words, without_titles
from quizzes.nlp.types import Role, SourceKind

HYPHENATED = re.compile(r"[-‑][A-Z]\w+")
HALF = re.compile(r"\b[A-Z][a-z]+[-‑]\Z")
LONGEST_HALF = 20
"""The first half of a double name, which the recognizer has left out, and how far before the second it may begin."""
PROPER = frozenset({"NNP", "NNPS"})
SMALL_WORDS = frozenset("of for the and in on to at a an de la el al &".split())
# Names of bodies run on ("Department of Health", "Observatory for Tides") where the recognizer stops at the noun.
OF_A_BODY = re.compile(r"\s+(?:of|for|on)\s+(?:the\s+)?[A-Z][\w’'-]+(?:(?:\s+and)?\s+[A-Z][\w’'-]+)*")


# The first pronoun of a person behind a name in its sentence; another name between may own it.
FOLLOWING_PRONOUN = re.compile(
    r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)*(?:(?!\s[A-Z])[^.!?\n“\"])*?\s(she|her|herself|he|his|him|himself)\b"
)
HERS = frozenset({"she", "her", "herself"})
FEWEST_VOTES = 2
OPENERS = frozenset({"even", "only", "both", "but", "and", "while", "when", "then", "yet"})
CROWDS = frozenset("dems democrats republicans gop conservatives liberals americans".split())


@dataclass(frozen=True)
class Named:
    """A name in the article, and where."""

    start: int
    name: str
    kind: SourceKind
    is_subject: bool = False
    end: int = 0


@dataclass
class Roster:
    """The names of one article, looked up by surname, telling word or place."""

    doc: Doc
    text: str
    role_at: Callable[[int], Role]

    @cached_property
    def names(self) -> tuple[Named, ...]:
        """Every named person and body, in order."""
        found: list[tuple[Span, str]] = []
        for ent in self.doc.ents:
            if ent.label_ in {"PERSON", "ORG"}:
                name = clean_name(ent.text)
                # A common noun that begins a sentence or stands in a headline may look like a name.
                is_number = re.fullmatch(r"(?:No\.?\s*)?[\d-]+", name) is not None
                # "The Iowa Democrat" is nobody's name.
                is_member = len(ent) > 1 and ent[-1].lower_ in {"republican", "democrat"}
                if is_member:
                    continue
                is_proper = len(ent) > 1 or ent.root.tag_ in PROPER or name in self.last_words
                if name and name[0].isupper() and not is_number and is_proper:
                    found.append((ent, name))
        surnames = Counter(n.split()[-1] for e, n in found if e.label_ == "PERSON")
        bodies = Counter(n.split()[-1] for e, n in found if e.label_ == "ORG" and len(n.split()) == 1)
        return tuple(self.named(ent, name, surnames, bodies) for ent, name in found)

    @cached_property
    def last_words(self) -> frozenset[str]:
        """The last word of every longer name: a surname in s that the tagger takes for a plural is still one."""
        return frozenset(e[-1].text for e in self.doc.ents if e.label_ in {"PERSON", "ORG"} and len(e) > 1)

    def named(self, ent: Span, name: str, surnames: Counter[str], bodies: Counter[str]) -> Named:
        """An entity with the kind that the article gives it most often: one name, one kind."""
        words = name.split()
        last = words[-1]
        is_body = last.casefold() in BODIES and words[0].casefold() not in MEN | WOMEN
        is_person = not is_body and (ent.label_ == "PERSON" or surnames[last] > bodies[last])
        if is_person and ent.label_ == "ORG":
            while len(words) > 2 and words[0].casefold() in BODIES | TITLE_WORDS:
                words = words[1:]
        if is_person:
            words = self.without_opening(ent, without_titles(words))
        if not is_person and last.casefold() in BODIES:
            longer = OF_A_BODY.match(self.text, ent.end_char)
            words += longer.group().split() if longer else []
        root = ent.root
        follows = self.doc[ent.end].pos_ in {"VERB", "AUX"} if ent.end < len(self.doc) else False
        # The capitals of headlines and furniture make names of anything: no pronoun is resolved to them.
        in_prose = self.role_at(ent.start_char) in {Role.BODY, Role.CAPTION}
        behind = self.doc[ent.end] if ent.end < len(self.doc) else None
        # "The Lee-era rule", "Lee's office": only a part of the subject.
        is_part = behind is not None and (behind.tag_ in {"POS", "HYPH"} or behind.text == "-")
        # "On Twitter, the firm said": where it was said.
        is_medium = not is_person and ent.start > 0 and self.doc[ent.start - 1].lower_ in {"on", "via"}
        is_subject = (
            in_prose
            and not is_part
            and not is_medium
            and not is_within_relative(root)
            and not is_within_reported(root)
            and (root.dep_.startswith("nsubj") or follows or ent.start <= ent.sent.start + 1)
        )
        kind = SourceKind.PERSON if is_person else SourceKind.ORGANISATION
        start = ent.start_char + max(0, ent.text.find(words[0]))
        return Named(start, " ".join(words), kind, is_subject, ent.end_char)

    def without_opening(self, ent: Span, words: list[str]) -> list[str]:
        """A name without the ordinary word that opens its sentence ("Even Lee agreed")."""
        first = words[0].casefold()
        is_ordinary = first in OPENERS or (
            ent[0].is_sent_start and first in self.lower_words and first not in MEN | WOMEN | PARTICLES
        )
        # "Comedian Ann Lee said": a trade, or whatever stands before a first name, where a sentence begins.
        is_trade = (
            ent[0].is_sent_start
            and len(words) > 2
            and (words[1] in first_names() or first in PEOPLE)
            and words[0] not in first_names()
            and first not in PARTICLES
            and words[0].isalpha()
        )
        is_before = (is_ordinary or is_trade) and len(words) > 1 and words[0] == ent[0].text
        return words[1:] if is_before else words

    def times_named(self, name: str) -> int:
        """How often the article writes the surname of a full name as somebody's."""
        surname = name_words(name)[-1:]
        return sum(n.kind is SourceKind.PERSON and name_words(n.name)[-1:] == surname for n in self.names)

    @cached_property
    def sexes(self) -> dict[str, bool]:
        """Folded surname → True for a woman, False for a man: by first names and the words beside them, else by the
        pronouns that follow the name in its sentences."""
        told: dict[str, bool] = {}
        votes: dict[str, Counter[bool]] = {}
        for named in self.names:
            words = [w.casefold() for w in name_words(named.name)]
            if named.kind is not SourceKind.PERSON or not words:
                continue
            before = self.text[max(0, named.start - 25) : named.start].casefold().split()[-1:]
            beside = {*before, named.name.split()[0].casefold()}
            for is_woman, firsts, roles in ((True, WOMEN, OF_WOMEN), (False, MEN, OF_MEN)):
                if beside & roles or (len(words) > 1 and words[0] in firsts):
                    told.setdefault(words[-1], is_woman)
            if named.is_subject and (pronoun := FOLLOWING_PRONOUN.match(self.text, named.start)):
                votes.setdefault(words[-1], Counter())[pronoun[1].casefold() in HERS] += 1
        for surname, counted in votes.items():
            (likely, most), *others = counted.most_common()
            if most >= FEWEST_VOTES and not others:
                told.setdefault(surname, likely)
        return told

    def is_surely_person(self, name: str) -> bool:
        """False for one lone word that nothing else shows to be a person's name ("Snow" in capitals, a website)."""
        words = name_words(name)
        if words and words[-1].casefold() in CROWDS:
            return False
        if len(words) != 1 or len(name.split()) > 1:
            return True
        word = words[0].casefold()
        return word in self.people or word in self.sexes or word not in self.lower_words

    def is_shown_person(self, name: str) -> bool:
        """True where more than capitals speaks for a person: a known first name, or a title or pronoun beside the name."""
        words = name_words(name)
        return bool(words) and (words[0] in first_names() or words[-1].casefold() in self.sexes)

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """Every word that the article writes without a capital."""
        return frozenset(t.text for t in self.doc if t.is_lower)

    def may_be(self, name: str, pronoun: str) -> bool:
        """False where a person of the name is known to be no "he", or no "she"."""
        words = name_words(name)
        if not words:
            return True
        known = self.sexes.get(words[-1].casefold())
        return known is None or known == (pronoun == "she")

    def is_known_to_be(self, name: str, pronoun: str) -> bool:
        """True where the article or the first name shows that a person of the name is called "he", or "she"."""
        words = name_words(name)
        return bool(words) and self.sexes.get(words[-1].casefold()) == (pronoun == "she")

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The folded last word of every person's name."""
        return frozenset(
            words[-1].casefold()
            for n in self.names
            if n.kind is SourceKind.PERSON and (words := name_words(n.name))
        )

    @cached_property
    def kinds(self) -> dict[str, SourceKind]:
        """Folded name → its kind, the last that the article gives it."""
        return {n.name.casefold(): n.kind for n in self.names}

    @cached_property
    def entities(self) -> dict[int, Span]:
        """The entity that each token is part of, by the token's number."""
        return {i: ent for ent in self.doc.ents for i in range(ent.start, ent.end)}

    @cached_property
    def people(self) -> dict[str, str]:
        """Folded surname → the full name of the one person who bears it."""
        bearers: dict[str, list[str]] = {}
        for named in self.names:
            words = name_words(named.name)
            if named.kind is SourceKind.PERSON and 2 <= len(words) <= 5:
                bearers.setdefault(words[-1].casefold(), []).append(named.name)
        # Two people of one surname: which of them is meant, the surname alone does not tell.
        return {
            k: names[0]
            for k, names in bearers.items()
            if len({name_words(n)[0][0].casefold() for n in names}) == 1
        }

    def bearer(self, surname: str) -> str | None:
        """The full name of the one bearer of a surname, which may have lost its "O'" ("Hara" of "Ann O'Hara")."""
        folded = surname.casefold()
        return self.people.get(folded) or self.people.get(f"o'{folded}") or self.people.get(f"o’{folded}")

    @cached_property
    def bodies(self) -> dict[str, str]:
        """Folded telling word or initials → the longest name of a body that has it."""
        longest: dict[str, str] = {}
        for named in self.names:
            words = named.name.split()
            if named.kind is not SourceKind.ORGANISATION or len(words) < 2:
                continue
            initials = "".join(w[0] for w in words if w.casefold() not in SMALL_WORDS).casefold()
            keys = {w.casefold() for w in words if w.casefold() in BODIES} | (
                {initials} if len(initials) > 2 else set()
            )
            for key in keys:
                if len(named.name) > len(longest.get(key, "")):
                    longest[key] = named.name
        return longest

    @cached_property
    def starts(self) -> list[int]:
        return [n.start for n in self.names]

    def full_name(self, token: Token) -> str:
        """The longest name of the person whose name a token is part of."""
        ent = self.entities.get(token.i)
        while ent is not None and len(ent) > 1 and ent[-1].i > token.i and ent[-1].text.islower():
            ent = ent[:-1]
        named = self.without_opening(ent, clean_name(ent.text).split()) if ent is not None else []
        name = " ".join(without_titles(named)) if named else token.text
        if ent is not None and (second := HYPHENATED.match(self.text, ent.end_char)):
            name += second.group()
        if ent is not None and (
            first := HALF.search(self.text, max(0, ent.start_char - LONGEST_HALF), ent.start_char)
        ):
            name = first.group() + name
        words = name_words(name)
        full = self.bearer(words[-1]) if words else None
        return full if full and len(words) == 1 and len(full) > len(name) else name

    def fullest(self, named: Named) -> str:
        words = name_words(named.name)
        if named.kind is SourceKind.PERSON and words:
            return self.people.get(words[-1].casefold(), named.name)
        if named.kind is SourceKind.ORGANISATION and named.name.isupper():
            return self.bodies.get(named.name.casefold(), named.name)
        return named.name


def is_within_reported(subject: Token) -> bool:
    """True for the subject of what another person says or thinks ("Lee could not rule out that Roe had …")."""
    verb = subject.head.head if subject.head.dep_ == "aux" else subject.head
    if verb.dep_ != "ccomp" or not subject.dep_.startswith("nsubj") or verb.head.i > subject.i:
        return False
    before = subject.doc[subject.sent.start : verb.head.i]
    return any(t.ent_type_ == "PERSON" and t.dep_ in {"nsubj", "appos", "flat"} for t in before)


def is_within_relative(subject: Token) -> bool:
    """True for the subject of a clause on something else ("the deal, which Lee opposed"): no "he" goes back to it."""
    verb = subject.head
    if not verb.dep_.startswith("acl"):
        return False
    return any(t.tag_ in {"WDT", "WP"} and t != subject and t.i < subject.i for t in verb.children)
