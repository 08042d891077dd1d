"""Where a sentence speaks of something that happened, and what it says of it there: date, place, agent, target, means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.actors import actor_key
from quizzes.nlp.dates import find_dates
from quizzes.nlp.lexicons import acts
from quizzes.nlp.lexicons.acts import SAYING, Act
from quizzes.nlp.places import place_entities

GENERIC_ACT = "event"
STEPS = 8
"""How far up the tree a date or place looks for what it belongs to: deeper ones are attached wrongly more often than not."""


@dataclass
class Telling:
    """One mention of a happening. `token` is its noun or verb; the rest is what the sentence says of it.

    `points_back`: definite ("the strike"), so that it may be one already told. `is_series`: several at once.
    """

    token: Token
    act: str
    family: str
    sentence: int
    points_back: bool = False
    is_series: bool = False
    is_verb: bool = False
    dates: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    means: list[str] = field(default_factory=list)

    @property
    def is_named(self) -> bool:
        """True for the killing of somebody by name, which is a happening of its own."""
        return any(
            c.ent_type_ == "PERSON" or any(g.ent_type_ == "PERSON" for g in c.children)
            for c in self.token.children
            if c.dep_ in {"obj", "nsubj:pass", "nmod"}
        )


def find_tellings(sentence: DocSpan, number: int, published: str | None) -> tuple[Telling, ...]:
    """The tellings of a sentence in order, with the dates, places and actors that belong to each."""
    tellings = {t.token.i: t for t in tellings_in(sentence, number)}
    if not tellings:
        return ()
    for telling in tellings.values():
        read_arguments(telling)
    drop_shadows(tellings)
    for place, token in place_entities(sentence):
        owner = owner_of(token, tellings)
        if owner is not None and place not in owner.places:
            owner.places.append(place)
    for norm, token in dated_tokens(sentence, published):
        owner = owner_of(token, tellings)
        if owner is not None and norm not in owner.dates:
            owner.dates.append(norm)
    return tuple(tellings.values())


def tellings_in(sentence: DocSpan, number: int) -> Iterator[Telling]:
    for token in sentence:
        act = act_of(token)
        if act is None or is_unreal(token):
            continue
        yield Telling(
            token,
            act.name,
            act.family,
            number,
            points_back=points_back(token),
            is_series=is_series(token),
            is_verb=token.pos_ == "VERB" or is_headline_verb(token),
            means=list(means_of(token, act)),
        )


def act_of(token: Token) -> Act | None:
    """The act that a noun or verb names here, or None."""
    lemma = token.lemma_.lower()
    if is_headline_verb(token):
        return acts.FAMILY_OF_VERB[singular(token)]
    if token.pos_ in {"NOUN", "PROPN"} or token.tag_ in {"NN", "NNS"}:
        if token.dep_ == "compound" or any(c.lower_ in acts.NOT_HAPPENING for c in token.children):
            return None
        if lemma in acts.GENERIC and points_back(token):
            return Act(GENERIC_ACT, GENERIC_ACT, acts.NO_WORDS)
        if lemma == "strike" and token.i and token.nbor(-1).lower_ == "on":
            return None
        if lemma == "fire" and token.dep_ == "obj" and token.head.lemma_ == "open":
            return None
        return acts.FAMILY_OF_NOUN.get(lemma) or acts.FAMILY_OF_NOUN.get(token.lower_)
    if token.pos_ != "VERB":
        return None
    if lemma in acts.FLIGHT and projectile_of(token):
        return Act("attack", "attack", acts.NO_WORDS)
    if lemma == "fire" and any(c.lower_ == "back" for c in token.children):
        return acts.FAMILY_OF_VERB["strike"]
    if lemma == "open" and any(c.dep_ == "obj" and c.lower_ == "fire" for c in token.children):
        return acts.FAMILY_OF_VERB["shoot"]
    if lemma == "target" and token.dep_.startswith(("acl", "xcomp")):
        return None
    return acts.FAMILY_OF_VERB.get(lemma)


def is_headline_verb(token: Token) -> bool:
    """True for a verb in the present that the parser took for a noun before a noun ("Army bombs depot"): a plural there."""
    return (
        token.dep_ == "compound"
        and token.tag_ in {"NNS", "NNPS"}
        and token.i > token.sent.start
        and token.nbor(-1).pos_ == "PROPN"
        and singular(token) in acts.FAMILY_OF_VERB
    )


def singular(token: Token) -> str:
    return token.lower_.removesuffix("s")


def projectile_of(verb: Token) -> str | None:
    """The means that a verb's subject, object or "with" phrase flies through the air ("rockets hit", "fired a missile")."""
    for child in verb.children:
        if child.dep_.split(":")[0] in {"nsubj", "obj", "obl"} and child.lemma_.lower() in acts.PROJECTILES:
            return acts.PROJECTILES[child.lemma_.lower()]
    return None


def is_unreal(token: Token) -> bool:
    """True for what did not happen: future, feared, prevented, conditional or denied acts."""
    if any(
        c.lower_ in acts.FUTURE or c.lower_ in {"any", "no"}
        for c in token.children
        if c.dep_ in {"amod", "det"}
    ):
        return True
    for node in (token, token.head):
        if node.pos_ == "VERB":
            helpers = {c.lower_ for c in node.children if c.dep_.startswith("aux")}
            if (
                helpers & {"would", "could", "might", "should", "will", "can", "wo", "may"}
                and "have" not in helpers
            ):
                return True
            if any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in node.children):
                return True
            if node == token and any(c.lower_ in {"not", "n't", "n’t", "never"} for c in node.children):
                return True
    head = token.head
    if head.dep_ == "xcomp" and head.head.lemma_.lower() == "fail":
        return False
    return head.lemma_.lower() in acts.UNREAL and token.dep_ in {"obj", "xcomp", "advcl", "nsubj:pass"}


def points_back(token: Token) -> bool:
    """True for "the strike", "this attack", "its latest strike", "Thursday's strikes": it may have been told already."""
    if token.pos_ == "VERB":
        return any(
            c.dep_.startswith("nsubj") and points_back(c) and c.lemma_ in acts.PROJECTILES
            for c in token.children
        )
    return any(
        c.lower_ in {"the", "its", "their", "his", "her", "our", *acts.BACKWARD} or c.dep_ == "nmod:poss"
        for c in token.children
        if c.dep_ in {"det", "nmod:poss", "det:predet"}
    )


def is_series(token: Token) -> bool:
    """True for several acts at once ("numerous attacks", "two attacks"), which are no one happening."""
    if token.tag_ not in {"NNS", "NNPS"} or is_headline_verb(token):
        return False
    if any(c.dep_ == "nummod" or c.lower_ in acts.SEVERAL for c in token.children):
        return True
    if token.dep_ == "nmod" and token.head.lower_ in acts.SEVERAL:
        return True
    is_bare = not any(c.dep_ in {"det", "nmod:poss", "nummod"} for c in token.children)
    return is_bare and token.lemma_.lower() not in {"strike", "airstrike"}


def means_of(token: Token, act: Act) -> Iterator[str]:
    if act.means:
        yield act.means
    for child in token.children:
        if child.dep_ in {"compound", "amod"} and child.lemma_.lower() in acts.MEANS:
            yield acts.MEANS[child.lemma_.lower()]
    if token.pos_ == "VERB" and (flying := projectile_of(token)):
        yield flying


def drop_shadows(tellings: dict[int, Telling]) -> None:
    """Fold a verb into the noun that names its act ("the strikes hit", "carried out an attack", "in the attack, rockets hit")."""
    for at in list(tellings):
        verb = tellings[at]
        if not verb.is_verb:
            continue
        nouns = [tellings[c.i] for c in verb.token.children if c.i in tellings and is_named_by(c)]
        if verb.token.dep_.startswith("acl") and verb.token.head.i in tellings:
            nouns.insert(0, tellings[verb.token.head.i])
        if nouns:
            for mine, more in zip(lists_of(nouns[0]), lists_of(verb), strict=True):
                mine.extend(x for x in more if x not in mine)
            del tellings[at]


def is_named_by(noun: Token) -> bool:
    """True where a noun under a verb names the verb's own act: its subject or object, or "in the attack"."""
    if noun.dep_.startswith("nsubj"):
        return not any(c.dep_.startswith("nsubj") and c.i > noun.i for c in noun.head.children)
    if noun.dep_ == "obj":
        return True
    return noun.dep_ == "obl" and any(
        c.dep_ == "case" and c.lower_ in {"in", "during"} for c in noun.children
    )


def lists_of(telling: Telling) -> tuple[list[str], ...]:
    return telling.dates, telling.places, telling.agents, telling.targets, telling.means


def read_arguments(telling: Telling) -> None:
    """Fill in agents and targets from the grammar around the telling."""
    token = telling.token
    if telling.is_verb:
        verb_arguments(telling, token)
        return
    before = [actor_key(c) for c in token.lefts if c.dep_ in {"compound", "amod", "nmod:poss", "nmod:desc"}]
    add(telling.agents, next(filter(None, reversed(before)), None))
    for child in token.children:
        if child.dep_ == "nmod":
            preposition = next((c.lower_ for c in child.children if c.dep_ == "case"), "")
            if preposition in {"by", "from"}:
                add(telling.agents, actor_key(child))
            elif preposition in {"on", "against", "at", "upon"}:
                telling.targets.append(child.lemma_.lower())
        elif child.dep_.startswith("acl"):
            clause_arguments(telling, child)
    head = token.head
    if (
        token.dep_ in {"obj", "nsubj:pass"}
        and head.lemma_.lower() in acts.LIGHT
        and head.lemma_ not in acts.VICTIM_SUBJECT
    ):
        for child in head.children:
            if child.dep_ in {"nsubj", "obl:agent"}:
                add(telling.agents, actor_key(child))
    if token.dep_ == "nsubj":
        telling.targets.extend(
            c.lemma_.lower() for c in head.children if c.dep_ == "obj" and head.lemma_ in acts.HAPPEN
        )


def verb_arguments(telling: Telling, verb: Token) -> None:
    if is_headline_verb(verb):
        add(telling.agents, actor_key(verb.nbor(-1)))
        telling.targets.append(verb.head.lemma_.lower())
        return
    for child in subjects(verb):
        if child.lemma_.lower() not in acts.PROJECTILES:
            add(telling.agents, actor_key(child))
    for child in verb.children:
        if child.dep_ == "obl:agent":
            add(telling.agents, actor_key(child))
        elif child.dep_ in {"obj", "nsubj:pass"} and child.lemma_.lower() not in acts.PROJECTILES:
            telling.targets.append(child.lemma_.lower())


def subjects(verb: Token) -> Iterator[Token]:
    """The subjects of a verb, or of the verb it shares one with ("flout and appear to strike")."""
    for _ in range(3):
        found = [c for c in verb.children if c.dep_ == "nsubj"]
        if found or verb.dep_ not in {"conj", "xcomp"}:
            yield from found
            return
        verb = verb.head


def clause_arguments(telling: Telling, verb: Token) -> None:
    """What a clause on the noun adds: "attributed to militias", "targeting bases", "carried out by"."""
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if child.dep_ == "obl:agent" or (child.dep_ == "obl" and lemma in {"attribute", "blame"}):
            add(telling.agents, actor_key(child))
        elif child.dep_ == "obj" and lemma in {"target", "hit", "strike", "destroy", "damage"}:
            telling.targets.append(child.lemma_.lower())


def add(keys: list[str], key: str | None) -> None:
    if key and key not in keys:
        keys.append(key)


def dated_tokens(sentence: DocSpan, published: str | None) -> Iterator[tuple[str, Token]]:
    """The dates of a sentence with the token by which each hangs in it."""
    for dated in find_dates(sentence.text, published):
        inside = [
            t
            for t in sentence
            if dated.start <= t.idx - sentence.start_char < dated.end and t.pos_ not in {"ADP", "SPACE"}
        ]
        if dated.norm and inside:
            outer = next((t for t in inside if t.head not in inside), inside[0])
            # "the 2015 deal" dates the deal alone.
            if len(dated.norm) > 4 or outer.dep_.split(":")[0] in {"obl", "nmod", "advmod"}:
                yield dated.norm, outer


def owner_of(token: Token, tellings: dict[int, Telling]) -> Telling | None:
    """The telling that a date or place belongs to: the first met on the way up, or the nearest one under the verb met."""
    at = token.i
    for _ in range(STEPS):
        if token.i in tellings:
            return tellings[token.i]
        if token.pos_ in {"VERB", "AUX"}:
            if token.lemma_.lower() in SAYING:
                return behind_that(at, token, tellings)
            under = [t for t in tellings.values() if hangs_under(t.token, token) and t.act != acts.KILLING]
            if under:
                return min(under, key=lambda t: (abs(t.token.i - at), t.token.i))
        if token.head == token or (token.i != at and act_of(token) is not None):
            # Under an act that did not happen, the place and date are that act's.
            return None
        token = token.head
    return None


def behind_that(at: int, saying: Token, tellings: dict[int, Telling]) -> Telling | None:
    """The next telling behind a date that opens a reported clause ("confirmed that early on Monday the base came under
    attack"), which the parser hangs on the verb of saying; None for the date of the words themselves."""
    if not any(t.lower_ == "that" for t in saying.doc[saying.i + 1 : at]):
        return None
    return next((t for i, t in sorted(tellings.items()) if i > at and t.token.sent == saying.sent), None)


def hangs_under(token: Token, verb: Token) -> bool:
    """True where a telling is a part of the verb's own clause: three steps at most, none of them through a verb of saying."""
    for _ in range(3):
        if token.head == token:
            return False
        token = token.head
        if token == verb:
            return True
        if token.lemma_.lower() in SAYING:
            return False
    return False
