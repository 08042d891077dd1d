"""Where a sentence speaks of something that happened: the nouns and verbs that name an act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.lexicons import acts
from quizzes.nlp.lexicons.acts import Act
from quizzes.nlp.lexicons.figurative import GUNNERY, REAL_INFINITIVE
from quizzes.nlp.telling.details import Details
from quizzes.nlp.telling.figurative import SCORE, is_figurative, is_person, is_strike_of_work
from quizzes.nlp.telling.verb_forms import known_lemma

GENERIC_ACT = "event"
PERIODS = frozenset({"week", "month", "year"})


@dataclass
class Telling(Details):
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
    is_apart: bool = False
    """Dated by its distance from what the article tells, and so another happening."""
    host: Telling | None = None
    """The telling that this one is a part of: a raid's arrests, a storm's killing."""

    @property
    def word(self) -> str:
        """The word for the act as far as writers keep to it: "raid" is not "attack", but "airstrike" is "strike"."""
        return self.token.lemma_.lower() if self.act == "attack" else self.act

    @property
    def is_named(self) -> bool:
        """True for the killing of somebody by name, which is a happening of its own."""
        return any(
            c.ent_type_ == "PERSON" or any(g.ent_type_ == "PERSON" for g in c.children)
            for c in self.token.children
            if c.dep_ in {"obj", "nsubj:pass", "nmod"}
        )


def tellings_in(sentence: DocSpan, number: int) -> Iterator[Telling]:
    for token in sentence:
        act = act_of(token)
        if act is None or is_figurative(token, act) or is_unreal(token):
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
    if is_headline_verb(token):
        is_crash = singular(token) in acts.RUNNING_INTO and token.nbor(-1).lemma_.lower() in acts.CARRIERS
        return acts.FAMILY_OF_VERB["crash" if is_crash else singular(token)]
    if token.pos_ in {"NOUN", "PROPN"} or token.tag_ in {"NN", "NNS"}:
        return act_of_noun(token)
    return act_of_verb(token) if token.pos_ == "VERB" else None


def act_of_noun(token: Token) -> Act | None:
    lemma = token.lemma_.lower()
    if any(c.lower_ in acts.NOT_HAPPENING for c in token.children):
        return None
    if token.dep_ == "compound" and not stands_for_its_act(token):
        return None
    if lemma in acts.GENERIC and points_back(token):
        return Act(GENERIC_ACT, GENERIC_ACT, acts.NO_WORDS)
    if lemma == "target" and points_back(token) and token.dep_.startswith("nsubj"):
        # "The targets lay near the border" goes on about the attack.
        return Act(GENERIC_ACT, "attack", acts.NO_WORDS)
    if lemma == "strike" and token.i and token.nbor(-1).lower_ == "on":
        return None
    if lemma == "strike" and is_strike_of_work(token):
        return acts.WALKOUT
    if lemma in acts.RESULTS and SCORE.search(token.sent.text) and not token.sent.text.count(" vote"):
        return acts.FAMILY_OF_NOUN["match"]
    if lemma == "fall" and any(c.lower_ in acts.FALLING for c in token.children if c.dep_ == "compound"):
        return acts.FAMILY_OF_NOUN["collapse"]
    if lemma == "conference" and not is_news_conference(token):
        return None
    if lemma == "fire" and token.dep_ == "obj" and token.head.lemma_ == "open":
        return None
    if lemma == "fire" and any(c.lower_ in GUNNERY for c in token.children if c.dep_ in {"compound", "amod"}):
        return acts.FAMILY_OF_VERB["shoot"]
    return acts.FAMILY_OF_NOUN.get(lemma) or acts.FAMILY_OF_NOUN.get(token.lower_)


def act_of_verb(token: Token) -> Act | None:
    lemma = known_lemma(token)
    if lemma in acts.RUNNING_INTO and any(n.lemma_.lower() in acts.CARRIERS for n in subjects_of(token)):
        return acts.FAMILY_OF_VERB["crash"]
    if lemma in acts.FLIGHT and projectile_of(token):
        return Act("attack", "attack", acts.NO_WORDS)
    if lemma == "fire" and any(c.lower_ == "back" for c in token.children):
        return acts.FAMILY_OF_VERB["strike"]
    if lemma == "fire" and is_dismissal(token):
        return acts.FAMILY_OF_NOUN["dismissal"]
    if lemma == "open" and any(c.dep_ == "obj" and c.lower_ == "fire" for c in token.children):
        return acts.FAMILY_OF_VERB["shoot"]
    if lemma == "target" and token.dep_.startswith(("acl", "xcomp")):
        return None
    if lemma == "lose" and SCORE.search(token.sent.text) and not token.sent.text.count(" vote"):
        return acts.FAMILY_OF_NOUN["match"]
    if lemma in acts.PASSING and any(c.dep_ == "nsubj" and c.lower_ in acts.CHAMBERS for c in token.children):
        return acts.FAMILY_OF_VERB["vote"]
    if lemma in acts.KILLING_VERBS and (armed := act_of_killer(token)):
        return armed
    return acts.FAMILY_OF_VERB.get(lemma)


def stands_for_its_act(noun: Token) -> bool:
    """True for an act's noun before another that leads back to it ("the shooting suspect", "quake victims"), and for the
    subject of a headline whose verb the parser took for a noun ("Quake rattles town")."""
    head = noun.head
    if head.i == noun.i + 1 and is_named_storm(noun):
        return True
    if head.lemma_.lower() in acts.TRACES:
        return True
    return noun.i == noun.sent.start and head.i == noun.i + 1 and head.tag_ == "NNS" and head.dep_ == "ROOT"


def is_named_storm(noun: Token) -> bool:
    """True for "Hurricane" before a name of its own."""
    act = acts.FAMILY_OF_NOUN.get(noun.lemma_.lower())
    return (
        act is not None and act.family == "storm" and noun.text[0].isupper() and noun.nbor(1).pos_ == "PROPN"
    )


def is_news_conference(token: Token) -> bool:
    return any(c.dep_ in {"compound", "amod"} and c.lower_ in {"news", "press"} for c in token.children)


def is_dismissal(verb: Token) -> bool:
    """True for "fired the coach", "was fired": somebody, not something, is its object."""
    return any(is_person(c) for c in verb.children if c.dep_ in {"obj", "nsubj:pass"})


def act_of_killer(verb: Token) -> Act | None:
    """The act that whoever (or what flies and) kills stands for: "a gunman killed nine" is a shooting."""
    for child in subjects_of(verb):
        lemma = child.lemma_.lower()
        if lemma in acts.PROJECTILES:
            return Act("attack", "attack", acts.NO_WORDS, means=acts.PROJECTILES[lemma])
        if lemma in acts.KILLERS:
            return acts.FAMILY_OF_NOUN[acts.KILLERS[lemma]]
    return None


def subjects_of(verb: Token) -> Iterator[Token]:
    """A verb's own subjects, agents and, for a participle, its head's."""
    found = [c for c in verb.children if c.dep_ in {"nsubj", "obl:agent"}]
    if not found and verb.dep_ in {"conj", "advcl", "acl"}:
        found = [c for c in verb.head.children if c.dep_ == "nsubj"]
    yield from found


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
    if is_general(token) or is_aim(token):
        return True
    for node in (token, token.head):
        if node.pos_ == "VERB" or node == token:
            helpers = {c.lower_ for c in node.children if c.dep_.startswith("aux")}
            if helpers & {"would", "could", "should"}:
                return True
            if helpers & {"might", "will", "can", "wo", "’ll", "'ll", "may"} and "have" not in helpers:
                return True
            if any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in node.children):
                return True
            if node == token and any(c.lower_ in {"not", "n't", "n’t", "never"} for c in node.children):
                return True
    head = token.head
    if head.lower_ in {"capable", "able", "unable"}:
        return True
    if head.dep_ == "xcomp" and head.head.lemma_.lower() == "fail":
        return False
    return head.lemma_.lower() in acts.UNREAL and token.dep_ in {"obj", "xcomp", "advcl", "nsubj:pass"}


def is_aim(token: Token) -> bool:
    """True for an infinitive that says what somebody wants or plans ("urged members to vote")."""
    if token.pos_ != "VERB" or not any(c.dep_ == "mark" and c.lower_ == "to" for c in token.children):
        return False
    return (
        token.dep_ in {"xcomp", "advcl", "acl", "ccomp"} and token.head.lemma_.lower() not in REAL_INFINITIVE
    )


def is_general(token: Token) -> bool:
    """True for an act that stands for any of its kind ("a guard helps in a shooting"): indefinite, under a verb in the present."""
    return (
        token.dep_ == "obl"
        and token.head.tag_ in {"VBZ", "VBP"}
        and token.head.lemma_ not in acts.SAYING
        and any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in token.children)
        and not any(c.dep_.startswith(("nmod", "acl")) for c in token.children)
    )


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


def tells_another(token: Token) -> bool:
    """True for "a second fire", "another rocket attack", "last year's fire": an act set apart from those told; "the second
    fire" may be one of them."""
    beside = [*token.children, *(g for c in token.children if c.dep_ == "compound" for g in c.children)]
    if any(c.lower_ == "the" for c in beside):
        return False
    return any(
        (c.lower_ in acts.ANOTHER and c.dep_ in {"amod", "det"})
        or (c.lower_ in PERIODS and c.dep_ == "nmod:poss")
        for c in beside
    )


def tells_earlier(token: Token) -> bool:
    """True for "a previous arrest": one of the past that the rest of the article does not go on about."""
    return any(c.lower_ in acts.EARLIER and c.dep_ == "amod" for c in token.children)


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


def carriers_of(token: Token) -> Iterator[str]:
    """The classes of what crashed: the verb's subject and what it struck, the nouns before "crash"."""
    nouns = [c for c in token.children if c.dep_.split(":")[0] in {"nsubj", "obj", "obl", "compound", "nmod"}]
    if token.dep_.startswith("acl"):
        nouns.append(token.head)
    yield from (acts.CARRIERS[n.lemma_.lower()] for n in nouns if n.lemma_.lower() in acts.CARRIERS)


def means_of(token: Token, act: Act) -> Iterator[str]:
    if act.means:
        yield act.means
    if act.family == "crash":
        yield from dict.fromkeys(carriers_of(token))
        return
    for child in token.children:
        if child.dep_ in {"compound", "amod"} and child.lemma_.lower() in acts.MEANS:
            yield acts.MEANS[child.lemma_.lower()]
    if token.pos_ == "VERB" and (flying := projectile_of(token)):
        yield flying
