"""What an article calls the things and acts that it is about: a law, a lawsuit, parcels, an attack, a decision."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from quizzes.nlp.framing.acts_told import acts_told
from quizzes.nlp.framing.noun_phrases import (
    LEAD,
    NOUNS,
    Sentence,
    determiner,
    is_before_noun,
    is_plural,
    words_before,
)
from quizzes.nlp.lexicons.acts import ANOTHER
from quizzes.nlp.lexicons.labels import CLASSES, COLLECTIVE
from quizzes.nlp.lexicons.people import IRREGULAR, PEOPLE
from quizzes.nlp.lexicons.speech import BODIES
from quizzes.nlp.lexicons.topics import EMPTY, MASS, SORTING, THINGS
from quizzes.nlp.types import Role

OFTEN = 3
"""Mentions that make a topic of what neither headline nor lead names."""

SURE = {noun: kind for kind, thing in THINGS.items() for noun in thing.nouns}
LOOSE = {
    noun: tuple(kind for kind, thing in THINGS.items() if noun in thing.loose)
    for noun in sorted(frozenset().union(*(thing.loose for thing in THINGS.values())))
}

ACTORS = frozenset().union(*CLASSES.values(), COLLECTIVE)
SAYING_NOTHING = EMPTY | ACTORS | BODIES
SHORTEST = 3


@dataclass(frozen=True)
class Mention:
    """A noun phrase that calls a thing."""

    noun: Token
    words: tuple[Token, ...]
    sentence: Sentence

    @property
    def lemma(self) -> str:
        """The noun in the singular; the lemmatizer takes "shooting" for a verb."""
        word = self.noun.lower_
        return word if word in SURE or word in LOOSE or word.endswith("ing") else self.noun.lemma_.lower()

    @property
    def is_opening(self) -> bool:
        return self.sentence.role is Role.HEADLINE or self.sentence.number <= LEAD

    @property
    def sorting(self) -> frozenset[str]:
        """The words before the noun that say which one it is: nouns, names and "federal"; not those that say whose."""
        return frozenset(w.lemma_.lower() for w in self.words if is_sorting(w) and not is_owner(w, self.noun))

    @property
    def owners(self) -> tuple[Token, ...]:
        """The names of persons whose it is, or by whom: they tell one report from another."""
        own = [
            c
            for c in self.noun.children
            if c.dep_ == "nmod:poss" or c.lower_ in {"by", "from"} or c.dep_ == "nmod"
        ]
        inside = [w for w in self.words if w.ent_type_ == "PERSON"]
        by = [
            c for c in own if c.ent_type_ == "PERSON" and (c.i < self.noun.i or is_led_by(c, {"by", "from"}))
        ]
        return (*inside, *by)


def is_sorting(word: Token) -> bool:
    return (word.pos_ in NOUNS and word.ent_type_ not in {"NORP", "PERSON"}) or word.lower_ in SORTING


def is_owner(word: Token, noun: Token) -> bool:
    """True for the words of "the women's" before a noun."""
    return any(up.dep_ == "nmod:poss" and up.head == noun for up in (word, *word.ancestors))


def is_led_by(noun: Token, cases: set[str]) -> bool:
    return any(c.dep_ == "case" and c.lower_ in cases for c in noun.children)


@dataclass(frozen=True)
class Topic:
    """The mentions of one thing in an article; `kind` is a class of words, or "=" and the noun itself."""

    kind: str
    mentions: tuple[Mention, ...]
    is_told: bool = False
    """The headline tells of it, be it by a verb."""


def find_topics(sentences: Sequence[Sentence]) -> tuple[Topic, ...]:
    """The things that an article names in its headline or lead, or often, each with its mentions in order."""
    found = [m for s in sentences for token in s.span if (m := mention_of(token, s)) is not None]
    sure = Counter(kind for m in found if (kind := SURE.get(m.lemma)))
    gathered: defaultdict[tuple[str, bool], list[Mention]] = defaultdict(list)
    for mention in found:
        kind = kind_of(mention, sure)
        if kind is None:
            continue
        gathered[kind, is_plural(mention.noun)].append(mention)
    topics = []
    told = acts_told(sentences)
    for (kind, plural), mentions in gathered.items():
        kept = of_one_thing(mentions)
        is_told = kind in told and not plural
        if not (is_told or is_topic(kind, kept)):
            # Beside the story's own topics, what is told once ("a heated hearing") comes in with "a".
            kept = [m for m in mentions if is_described(m) and not is_another(m)]
        if kept:
            topics.append(Topic(kind + ("s" if plural else ""), tuple(kept), is_told))
        topics += beside(mentions, kept)
    return tuple(topics)


def beside(mentions: list[Mention], kept: list[Mention]) -> list[Topic]:
    """The described things of a class that are not the one the article is about, each under its own noun."""
    by_noun: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention not in kept and is_described(mention) and not is_another(mention):
            by_noun["=" + mention.lemma + ("s" if is_plural(mention.noun) else "")].append(mention)
    return [Topic(kind, tuple(found)) for kind, found in by_noun.items()]


def is_described(mention: Mention) -> bool:
    """True for "a heated congressional hearing": an adjective or participle on top of what says which one it is."""
    return bool(mention.sorting) and any(
        (w.pos_ == "ADJ" or (w.tag_ == "VBN" and w.dep_ == "amod")) and w.lower_ not in SORTING
        for w in mention.words
    )


def mention_of(noun: Token, sentence: Sentence) -> Mention | None:
    """The mention whose head is this noun, None for names, persons and nouns that say nothing."""
    if (
        not is_noun(noun)
        or is_before_noun(noun)
        or noun.ent_type_ in {"PERSON", "LOC", "DATE", "TIME", "NORP"}
    ):
        return None
    before = words_before(noun)
    if sentence.role is Role.HEADLINE:
        before = [*joined_before(before[0] if before else noun, noun), *before]
    return Mention(noun, tuple(before), sentence)


def is_noun(token: Token) -> bool:
    """True for nouns, and for the "shooting" of "the mall shooting" that the tagger takes for a verb."""
    if token.pos_ in NOUNS:
        return True
    is_event = token.tag_ == "VBG" and (token.lower_ in SURE or token.lower_ in LOOSE)
    return is_event and any(c.i == token.i - 1 and c.dep_ in {"compound", "amod"} for c in token.children)


def joined_before(first: Token, noun: Token) -> list[Token]:
    """The words of "campaign money and" in a headline's "pass campaign money and voting bill": without articles the parser
    takes the first half for a thing of its own."""
    cc = first.nbor(-1) if first.i else None
    if cc is None or cc.lower_ not in {"and", "&"} or noun.dep_ != "conj" or noun.head.i != cc.i - 1:
        return []
    if noun.head.pos_ != "NOUN" or is_plural(noun.head) or determiner(noun.head):
        return []
    return [*words_before(noun.head), noun.head, cc]


def kind_of(mention: Mention, sure: Counter[str]) -> str | None:
    """The class of a mention's noun, "=" and the noun where it has none, None for a noun that says nothing."""
    lemma, noun = mention.lemma, mention.noun
    kinds = {k: sure[k] for k in (SURE.get(lemma), *LOOSE.get(lemma, ())) if k and sure[k]}
    if kinds:
        return max(kinds, key=lambda k: kinds[k])
    is_person = (lemma in PEOPLE or noun.lower_ in IRREGULAR) and not is_plural(noun)
    if noun.pos_ == "PROPN" or lemma in SAYING_NOTHING or is_person or len(lemma) < SHORTEST:
        return None
    return f"={lemma}"


def of_one_thing(mentions: list[Mention]) -> list[Mention]:
    """The mentions that may be for the same thing: those that set another apart, that speak of things in general, or that
    bring in a new one late are left out."""
    able = [m for m in mentions if not (is_another(m) or comes_late(m) or is_general(m))]
    anchor = {w for m in able if m.is_opening for w in m.sorting}
    first: dict[str, frozenset[str]] = {}
    kept: list[Mention] = []
    for mention in able:
        own, rival = mention.sorting, first.get(mention.lemma, frozenset())
        names = {w.lemma_.lower() for w in mention.words if w.pos_ == "PROPN"} & own
        is_rival = own and rival and not own & rival
        # Laws and messages in the plural are many things: with another word before them they are others.
        is_other = own and anchor and is_plural(mention.noun) and not own & anchor
        if is_rival or (kept and is_other) or (names and not names & anchor and not mention.is_opening):
            continue
        if own and not rival:
            first[mention.lemma] = own
        kept.append(mention)
    return kept


def is_general(mention: Mention) -> bool:
    """True for "federal law": a noun in the singular without article says what holds of all. Headlines have none anyway."""
    noun = mention.noun
    if mention.sentence.role is Role.HEADLINE or is_plural(noun) or mention.lemma in MASS:
        return False
    return not any(c.dep_ in {"det", "nmod:poss", "nummod"} or c.ent_type_ == "PERSON" for c in noun.children)


def is_another(mention: Mention) -> bool:
    before = {w.lower_ for w in mention.words} | {
        c.lower_ for c in mention.noun.children if c.i < mention.noun.i
    }
    return bool(before & (ANOTHER | {"other", "no", "any", "every", "each", "such", "similar", "all"}))


def comes_late(mention: Mention) -> bool:
    """True for "a bill" after the lead: one more, and not that which the article is about."""
    return (
        not mention.is_opening
        and determiner(mention.noun) in {"a", "an"}
        and mention.noun.dep_ not in {"ROOT", "appos"}
    )


def is_topic(kind: str, mentions: list[Mention]) -> bool:
    opening = any(m.is_opening for m in mentions)
    if kind.startswith("="):
        return any(m.sentence.role is Role.HEADLINE for m in mentions) or (opening and len(mentions) >= OFTEN)
    return opening or len(mentions) >= OFTEN
