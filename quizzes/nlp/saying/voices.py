"""Voices: who a mention stands for: the fullest name in the article, and whether it is a person, a body, a document …"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from quizzes.nlp.lexicons.speech import BODIES, DOCUMENTS, NEVER_NAMED, ROLES, UNNAMED, UNNAMED_PEOPLE
from quizzes.nlp.saying.antecedents import POSTS, poster_before, relative_noun, subject_before
from quizzes.nlp.saying.bearers import Bearers, surname_of
from quizzes.nlp.saying.bodies import PLACES, body_meant, of_members, without_kind
from quizzes.nlp.saying.crowds import is_of_people
from quizzes.nlp.saying.heard import REACH, Heard
from quizzes.nlp.saying.mentions import EVERYBODY, PRONOUNS, mention_tokens
from quizzes.nlp.saying.misread import joined_before
from quizzes.nlp.saying.named import person_in, persons_within
from quizzes.nlp.saying.names import clean_name, full_outlet, is_outlet, titled_name
from quizzes.nlp.saying.owned import OWNERS, owned_body
from quizzes.nlp.saying.phrases import (
    described,
    is_introduced,
    is_roll_call,
    names_two,
    with_anonymity,
)
from quizzes.nlp.saying.roster import Roster
from quizzes.nlp.saying.settling import Settling, is_listed
from quizzes.nlp.saying.speakers import issuer
from quizzes.nlp.saying.titles import Titled, TitleIndex, is_post, split
from quizzes.nlp.types import Role, Source, SourceKind

PERSONAL = frozenset({"he", "she"})
# Who is called by trade or office a second time: nouns that news puts for a name just given.
EPITHETS = frozenset(
    """congressman congresswoman senator lawmaker governor mayor singer actor actress rapper author comedian billionaire
    businessman businesswoman candidate nominee model player coach quarterback novelist economist professor advocate
    activist artist musician star writer director producer comic pastor""".split()
)
DEFINITE = frozenset({"the", "his", "her", "their", "its"})
WITH_FELLOWS = re.compile(r"\band\s(?:his|her|their|fellow|other)\s(?:[\w-]+\s){0,3}\w+s\b")
"""Somebody who speaks together with others whom nobody names ("Lee and fellow pilots")."""
MOST_ABOVE = 2
MOST_BACK = 60
# "The official" is one of the last voices heard, not one from pages before.
MOST_REMEMBERED = 50


@dataclass
class Voices:
    """The names of one article, and the sources found so far in reading order, to resolve mentions by."""

    doc: Doc
    text: str
    role_at: Callable[[int], Role]
    is_quoted: Callable[[int], bool] = lambda offset: False

    @cached_property
    def heard(self) -> Heard:
        """The sources found so far."""
        return Heard(self.text, self.roster, self.is_quoted)

    @cached_property
    def roster(self) -> Roster:
        return Roster(self.doc, self.text, self.role_at)

    @cached_property
    def bearers(self) -> Bearers:
        return Bearers(self.text, self.roster)

    def source(self, head: Token, via: str | None = None) -> Source:
        """The source that a head noun or pronoun stands for, remembered for later pronouns."""
        own, end = mention_tokens(head)
        first = joined_before(own, head)
        start_char, end_char = self.doc[first].idx, self.doc[end - 1].idx + len(self.doc[end - 1])
        end_char = with_anonymity(self.text, end_char)
        mention = self.text[start_char:end_char]
        found = self.antecedent(head) or self.resolved(head, own, end)
        name, kind = self.settling.settled(head, mention, found)
        name = clean_name(mention) if first < own else name
        if kind is SourceKind.PERSON and head.pos_ != "PRON":
            name, kind = self.several(name, start_char, end_char)
        title, affiliation = self.titled(name, kind, first, end)
        source = Source(mention, start_char, end_char, name, kind, via, title, affiliation)
        self.heard.remember(source)
        return source

    def owner(self, possessive: Token) -> Source:
        """The source that a name in the genitive or "his" stands for."""
        if possessive.pos_ != "PRON":
            return self.source(possessive)
        pronoun = OWNERS[possessive.lower_]
        latest = self.heard.latest(possessive.idx, SourceKind.PERSON, pronoun)
        name = latest or self.heard.sole_name(possessive.idx, pronoun) or possessive.text
        title, affiliation = self.titles.of(name)
        start = possessive.idx
        return Source(
            possessive.text, start, start + len(possessive), name, SourceKind.PERSON, None, title, affiliation
        )

    def several(self, name: str, start: int, end: int) -> tuple[str, SourceKind]:
        """Name and kind of who speaks in a phrase that is more than one name: two persons are no person, and one whom the
        phrase calls by office is called by name alone."""
        inside = persons_within(start, end, self.roster)
        if WITH_FELLOWS.search(self.text, start, end):
            return clean_name(self.text[start:end]), SourceKind.ANONYMOUS
        is_phrase = name == clean_name(self.text[start:end])
        if is_listed(name) and not (len(inside) == 1 and name.split(" and ")[0].split()[-1].islower()):
            return (" and ".join(inside) if len(inside) == 2 else name), SourceKind.ORGANISATION
        is_office = is_phrase and (name[:1].islower() or is_listed(name))
        if is_office and not inside:
            return titled_name(name.split(" of ")[0]) or name, SourceKind.PERSON
        return (inside[0] if is_office and len(inside) == 1 else name), SourceKind.PERSON

    @cached_property
    def settling(self) -> Settling:
        return Settling(self.text, self.roster, self.titles)

    @cached_property
    def titles(self) -> TitleIndex:
        return TitleIndex(self.doc, self.roster)

    def titled(self, name: str, kind: SourceKind, first: int, end: int) -> Titled:
        """Title and affiliation of a source: a named person's from all the article, an unnamed one's from the mention."""
        if kind is SourceKind.PERSON:
            return self.titles.of(name)
        title, affiliation = (
            split(list(self.doc[first:end])) if kind is SourceKind.ANONYMOUS else (None, None)
        )
        return (title, affiliation) if affiliation else (None, None)

    def spelled(self, words: Span) -> Source:
        """The source that a few words name, taken as they stand (a headline's, whose parse is of no use)."""
        known = self.roster.people.get(words[-1].lower_)
        name, kind = (
            (known, SourceKind.PERSON) if known else self.resolved(words.root, words.start, words.end)
        )
        title, affiliation = self.titled(name, kind, words.start, words.end)
        text = self.text[words.start_char : words.end_char]
        source = Source(text, words.start_char, words.end_char, name, kind, None, title, affiliation)
        self.heard.remember(source)
        return source

    def antecedent(self, head: Token) -> tuple[str, SourceKind] | None:
        """Name and kind of what a relative pronoun stands for, or None for other words."""
        noun = relative_noun(head)
        if noun is None:
            return None
        if head.lower_ == "which":
            # "The clinic issued a statement, which read …": the clinic's words.
            noun = issuer(noun)
        first, end = mention_tokens(noun)
        found = self.resolved(noun, first, min(end, head.i))
        if head.lower_ != "who" or found[1] is not SourceKind.ORGANISATION:
            return found
        # "Sheriff Ann Lee of Osk County, who said …": a place or body is no "who".
        for above in list(noun.ancestors)[:MOST_ABOVE]:
            person = (
                self.resolved(above, *mention_tokens(above)) if above.pos_ in {"NOUN", "PROPN"} else found
            )
            if person[1] is SourceKind.PERSON:
                return person
        return found[0], SourceKind.ANONYMOUS

    def resolved(self, head: Token, first: int, end: int) -> tuple[str, SourceKind]:
        """Fullest name and kind of the mention in tokens first to end."""
        lower = head.lower_
        if lower in EVERYBODY:
            return head.text, SourceKind.ANONYMOUS
        if (
            lower == "one"
            and is_introduced(self.doc, end)
            and (person := person_in(head, first, end, self.roster))
        ):
            return person, SourceKind.PERSON
        if head.pos_ == "PRON" or lower in PRONOUNS:
            return self.pronoun(head)
        if len({t.head.i for t in self.doc[first:end] if t.ent_type_ == "PERSON" and t.dep_ == "conj"}) > 0:
            return clean_name(self.doc[first:end].text), SourceKind.PERSON
        if end - first == 1 and lower in UNNAMED and lower.endswith("s"):
            return self.unnamed(
                head, head.text
            )  # "Authorities", whatever the recognizer makes of the capital
        words = clean_name(self.doc[first:end].text)
        is_known = words.split()[-1].casefold() in self.roster.people if words else False
        if len(words.split()) <= 2 and head.pos_ == "PROPN" and is_outlet(words) and not is_known:
            return full_outlet(words, self.text), SourceKind.OUTLET
        if names_two(self.doc, first, end):
            return words, SourceKind.PERSON
        person = person_in(head, first, end, self.roster)
        if person:
            return person, SourceKind.PERSON
        words = clean_name(self.doc[first:end].text)
        last = self.doc[end - 1]
        if (
            head.ent_type_ != "ORG"
            and last.pos_ == "PROPN"
            and is_post(head)
            and last.lower_ in self.roster.people
        ):
            # "Speaker of the House Ann Lee": the parse takes the name for the House's.
            return self.roster.people[last.lower_], SourceKind.PERSON
        titled = titled_name(words)
        if titled:
            return self.roster.people.get(titled.split()[-1].casefold(), titled), SourceKind.PERSON
        lemma = head.lemma_.casefold()
        if head.pos_ != "PROPN" and lemma in DOCUMENTS:
            return self.issuer(head) or (words, SourceKind.DOCUMENT)
        if is_outlet(words):
            return full_outlet(words, self.text), SourceKind.OUTLET
        if epithet := self.epithet(head, first):
            return epithet, SourceKind.PERSON
        if members := of_members(head, self.roster):
            return members, SourceKind.ORGANISATION
        if owned := owned_body(head, self.heard, self.text):
            return owned, SourceKind.ORGANISATION
        if behind := described(head, self.doc):
            return self.roster.full_name(behind), SourceKind.PERSON
        if head.pos_ != "PROPN" and (
            lower in UNNAMED
            or lemma in UNNAMED_PEOPLE
            or lower in {"some", "many", "others", "several", "most", "few", "one", "another"}
            or head.pos_ == "NUM"
            or lemma in {"percent", "%"}
        ):
            return self.unnamed(head, words)
        if is_of_people(head):
            return words, SourceKind.ANONYMOUS
        body = body_meant(head, words, self.roster, self.heard)
        if body:
            return body, SourceKind.ORGANISATION
        if head.ent_type_ in {"ORG", "LOC", "NORP"} or lemma in BODIES | PLACES or lower in BODIES:
            return without_kind(words), SourceKind.ORGANISATION
        if head.pos_ == "PROPN":
            known = self.roster.kinds.get(words.casefold()) or self.kind_by_shape(words)
            return words, SourceKind.PERSON if head.ent_type_ == "PERSON" else known
        if lemma in ROLES:
            return self.role(head, words, first)
        # What is left are people in the plural ("legal scholars") and bodies that no list holds ("the brewery").
        is_one = any(c.lower_ in {"one", "another"} and c.i < head.i for c in head.children)
        is_unnamed = head.tag_ == "NNS" or is_one
        return words, SourceKind.ANONYMOUS if is_unnamed else SourceKind.ORGANISATION

    def issuer(self, head: Token) -> tuple[str, SourceKind] | None:
        """Who said something "in a statement" shortly before, for "the statement" alone, or has posted what "the first post"
        is one of: the words are theirs."""
        if head.lower_ in POSTS and (poster := poster_before(head)):
            found = self.resolved(poster, *mention_tokens(poster))
            return found if found[1] in {SourceKind.PERSON, SourceKind.ORGANISATION} else None
        if head.lower_ != "statement" or [c.lower_ for c in head.children if c.i < head.i] != ["the"]:
            return None
        for source in reversed(self.heard.heard_before(head.idx, 4)):
            if "statement" in self.text[source.end : source.end + 60] and head.idx - source.start <= REACH:
                is_known = source.kind in {SourceKind.PERSON, SourceKind.ORGANISATION}
                return (source.name, source.kind) if is_known else None
        return None

    def epithet(self, head: Token, first: int) -> str | None:
        """The person who spoke or was told of last, for "the Ohio Republican" or "the three-term senator"."""
        lower = head.lower_
        of_party = lower in {"republican", "democrat", "independent"}
        modifiers = [t for t in self.doc[first : head.i] if t.pos_ not in {"DET", "PUNCT"}]
        is_role = head.lemma_.casefold() in EPITHETS and head.tag_ == "NN"
        if self.doc[first].lower_ != "the" or not (of_party or is_role) or head.right_edge.i > head.i:
            return None
        if any(t.ent_type_ == "PERSON" or (t.ent_type_ == "ORG" and is_role) for t in modifiers):
            return None
        is_according = first > 1 and self.doc[first - 2].lower_ == "according"
        # "Rook was late, according to the singer": not he.
        before = self.doc[head.sent.start].idx if is_according else head.idx
        latest = self.heard.latest(before, SourceKind.PERSON)
        if of_party:
            place = self.doc[first + 1 : head.i].text
            return self.bearers.member(lower, place) or latest
        borne = self.bearers.all_of(lower)
        if latest in borne or (latest and not borne and self.roster.is_shown_person(latest)):
            return latest
        return self.bearers.central(borne)

    def kind_by_shape(self, words: str) -> SourceKind:
        last = words.split()[-1].casefold() if words else ""
        is_phrase = "for" in words.split() or "." in last[1:-1]
        return (
            SourceKind.ORGANISATION if last in BODIES or words.isupper() or is_phrase else SourceKind.PERSON
        )

    def unnamed(self, head: Token, words: str) -> tuple[str, SourceKind]:
        """An unnamed voice: "the official" is the one that spoke before; "the group" the body that was named."""
        definite = any(c.lower_ == "the" for c in head.children)
        modified = any(c.dep_ in {"amod", "compound", "nmod", "nummod"} for c in head.children)
        lemma, lower = head.lemma_.casefold(), head.lower_
        if is_roll_call(head):
            return words, SourceKind.PERSON
        if bearer := self.bearer_of(head, words):
            return bearer, SourceKind.PERSON
        if definite and not modified:
            same = [
                s
                for s in self.heard.heard_before(head.idx, MOST_REMEMBERED)
                if s.kind is SourceKind.ANONYMOUS and lower in s.name.casefold().split()
            ]
            if same:
                return same[-1].name, SourceKind.ANONYMOUS
            if lemma in BODIES and (body := self.heard.latest(head.idx, SourceKind.ORGANISATION)):
                return body, SourceKind.ORGANISATION
            if (
                lemma in ROLES
                and lemma not in NEVER_NAMED
                and (person := self.heard.latest(head.idx, SourceKind.PERSON))
            ):
                return person, SourceKind.PERSON
        if lemma in BODIES and definite:
            return words, SourceKind.ORGANISATION
        return words, SourceKind.ANONYMOUS

    def role(self, head: Token, words: str, first: int) -> tuple[str, SourceKind]:
        """A role alone ("the president"): the person that the article calls so, else the role itself."""
        if bearer := self.bearer_of(head, words) or self.bearers.of(head.lower_):
            return bearer, SourceKind.PERSON
        definite = self.doc[first].lower_ in DEFINITE or any(c.dep_ == "nmod:poss" for c in head.children)
        return words, SourceKind.PERSON if definite else SourceKind.ANONYMOUS

    def bearer_of(self, head: Token, words: str) -> str | None:
        """The person named elsewhere who is meant by "Roe's lawyer" ("Ann Lee, a lawyer for Roe") or "the prime minister"."""
        lemma = head.lemma_.casefold()
        if words.casefold().endswith(" general"):
            return self.bearers.of(" ".join(words.casefold().split()[-2:]))
        if lemma not in ROLES or head.tag_ not in {"NN", "NNP"} or head.right_edge.i > head.i:
            return None
        owner = next((c for c in head.children if c.dep_ == "nmod:poss"), None)
        if owner is not None:
            return self.bearers.of(
                head.lower_, surname_of(owner.text) if owner.ent_type_ == "PERSON" else None
            )
        is_definite = any(c.lower_ == "the" for c in head.children)
        phrase = re.sub(r"^the\s+", "", words.casefold())
        return self.bearers.of(phrase) if is_definite and phrase not in NEVER_NAMED else None

    def pronoun(self, head: Token) -> tuple[str, SourceKind]:
        lower = head.lower_
        if lower in PERSONAL and (unnamed := self.heard.unnamed_speaker(head.idx)):
            return unnamed, SourceKind.ANONYMOUS
        if lower in PERSONAL:
            latest = self.heard.latest(head.idx, SourceKind.PERSON, lower)
            if latest is None or not self.roster.is_known_to_be(latest, lower):
                latest = self.named_in_sentence(head) or latest
            if latest is None:
                latest = self.heard.sole_name(head.idx, lower)
            if latest is None:
                latest = self.subject_before(head)
            return latest or head.text, SourceKind.PERSON
        if lower == "it":
            if subject := subject_before(head):
                return self.resolved(subject, *mention_tokens(subject))
            return self.heard.latest(head.idx, SourceKind.ORGANISATION) or head.text, SourceKind.ORGANISATION
        if lower == "they":
            subject = subject_before(head)
            if subject is not None and subject.ent_type_ == "ORG":
                return self.resolved(subject, *mention_tokens(subject))
            before = [s for s in self.heard.heard_before(head.idx, 1) if head.idx - s.start <= REACH]
            if before and (
                before[-1].kind is not SourceKind.PERSON or re.search(r"\band\b", before[-1].name)
            ):
                return before[-1].name, before[-1].kind
        return head.text, SourceKind.ANONYMOUS if lower in {"they", "one", "those"} else SourceKind.PERSON

    def subject_before(self, pronoun: Token) -> str | None:
        """The name that was last the subject of a sentence in the two before a pronoun, for one the recognizer has missed."""
        for token in reversed(self.doc[max(0, pronoun.i - MOST_BACK) : pronoun.i]):
            is_name = token.pos_ == "PROPN" and token.dep_ == "nsubj" and token.ent_type_ in {"", "PERSON"}
            if is_name and token.text.istitle() and not self.is_quoted(token.idx):
                return self.roster.people.get(token.lower_, token.text)
        return None

    def named_in_sentence(self, pronoun: Token) -> str | None:
        """The one person named before a pronoun in its sentence who is surely of its sex ("… from Ms. Lee in which she")."""
        start = self.doc[pronoun.sent.start].idx
        named = {
            self.roster.fullest(n)
            for n in self.roster.names
            if start <= n.start < pronoun.idx
            and n.kind is SourceKind.PERSON
            and self.roster.is_known_to_be(n.name, pronoun.lower_)
        }
        return named.pop() if len(named) == 1 else None
