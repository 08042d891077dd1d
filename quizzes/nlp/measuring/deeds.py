"""What can have a date at all: a deed told by a verb or noun, not who did it, nor a word that only leans on a verb."""

from __future__ import annotations

from spacy.tokens import Token

from quizzes.nlp.lexicons.acts import FAMILY_OF_NOUN
from quizzes.nlp.lexicons.derived import rows_of
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.lexicons.wordlists import words
from quizzes.nlp.measuring.noun_phrases import lemma_of

DATED_BY_YEAR = frozenset(FAMILY_OF_NOUN) | words(
    """
    tragedy disaster incident event visit announcement decision testimony appearance exchange debate launch release
    opening closure arrival departure session trip tour ceremony
    war campaign race law act treaty agreement deal accord study survey poll census crisis revolution coup invasion
    uprising championship games olympics convention operation sting case scandal recession pandemic book film album
    """
)
"""Own list, beside the nouns for acts: what news names by its year ("the 2008 crisis")."""
WORDS_OF = words(
    """
    statement interview letter tweet message email report speech article memo filing editorial column photo photograph
    picture image video post
    """
)
"""Nouns for words and pictures, which are dated as acts are."""
DEEDS = (
    DATED_BY_YEAR
    | WORDS_OF
    | frozenset(row[0] for row in rows_of("events"))
    | words(
        """
        caucus final semifinal quarterfinal playoff bowl derby season call lunch dinner breakfast meal deadline settlement
        success loss birth death marriage wedding funeral vacation journey holiday start end beginning conference ruling
        order ban broadcast episode premiere concert performance exhibition fair festival parade service comment remark
        answer response reply apology proposal plan budget bill warning threat promise request invitation purchase sale
        payment transfer move change shutdown edition growth increase decline slump test exam lesson class course shift
        talk round leg stage total surgery scan checkup hearing trial sentencing arraignment inauguration
        rally march strike walkout debut opener
        """
    )
)
"""Own list, beside the acts and events of WordNet: what happens or is made on a day."""
STATES = words(
    """
    present absent available unavailable effective open closed due dead alive ill sick guilty eligible ready pregnant
    unconscious unhurt missing homeless jobless
    """
)
"""Own list: adjectives for how somebody or something was on a day. Others compare or judge ("higher", "critical")."""
DOERS = words("campaign service operation convention season show report survey poll")
"""Nouns of DEEDS that also do or tell something themselves."""
BARE = frozenset({"be", "have", "do"})
"""Verbs that tell no deed by themselves."""
STEPS = 3
NEAR = 4
"""Words between a noun for a deed and the date behind it ("his visit there on Thursday")."""


def dated_deed(owner: Token, at: list[Token]) -> Token | None:
    """What a date that hangs on `owner` is really of: the owner where that is a deed; else the deed nearest to the date or
    above the owner; None where there is none."""
    if owner.pos_ == "VERB":
        return owner if owner.lemma_.lower() not in BARE and not is_glued(owner) else None
    if owner.pos_ == "ADJ":
        return owner if owner.lower_ in STATES else None
    if owner.pos_ not in {"NOUN", "PROPN"}:
        return None
    if is_deed(owner) and owner not in at and not is_doer(owner, at):
        return owner
    if owner.i > at[-1].i:
        # "Sunday's paper", never "May's Washington poll" cut at its second word
        is_thing = owner.pos_ == "NOUN" and owner.is_alpha and lemma_of(owner) not in PEOPLE
        return owner if is_thing and owner not in at else None
    return noun_near(owner, at[0]) or above(owner, at)


def is_deed(noun: Token) -> bool:
    return lemma_of(noun) in DEEDS and noun.lower_ != "'s"


def is_glued(verb: Token) -> bool:
    """True for a part of a hyphenated word ("up-and-coming")."""
    before = verb.nbor(-1) if verb.i else verb
    return before.text in {"-", "‑"} and not before.whitespace_


def is_doer(noun: Token, at: list[Token]) -> bool:
    """True for "the campaign on Monday fired": the date is of the verb behind it."""
    verb = noun.head
    is_ahead = noun.dep_ == "nsubj" and verb.pos_ == "VERB" and at[0].i > noun.i and at[-1].i + 1 == verb.i
    return is_ahead and lemma_of(noun) in DOERS


def noun_near(owner: Token, first: Token) -> Token | None:
    """The noun for a deed between an owner that is none and its date ("priests ahead of his visit there on Thursday")."""
    between = first.doc[max(owner.i + 1, first.i - NEAR) : first.i]
    noun = next((t for t in reversed(between) if t.pos_ in {"NOUN", "VERB"}), None)
    return noun if noun is not None and noun.pos_ == "NOUN" and lemma_of(noun) in DEEDS else None


def above(owner: Token, at: list[Token]) -> Token | None:
    """The deed that an owner which is none hangs on ("a speech to farmers on Saturday", "the cabinet on Friday agreed")."""
    token = owner
    for _ in range(STEPS):
        if token.head == token or any(c.dep_ == "case" and c.lower_ == "of" for c in at[0].children):
            return None
        token = token.head
        if (token.pos_ == "VERB" and token.lemma_.lower() not in BARE) or (
            token.pos_ in {"NOUN", "PROPN"} and is_deed(token) and token not in at
        ):
            return token
    return None
