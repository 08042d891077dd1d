"""Harms as an article tells them: without who did them ("a man was shot dead", "the death of two men"), or with."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.framing.described import key_of
from quizzes.nlp.framing.loaded_senses import is_person
from quizzes.nlp.framing.tone_voices import Voices
from quizzes.nlp.lexicons.harm_verbs import (
    CLOSING,
    DECIDING,
    DYING,
    FORMS,
    HOUSES,
    NOUNS,
    PARTICLED,
    PERSONAL,
    VERBS,
)
from quizzes.nlp.types import Happening, Tone, ToneKind

LONGEST = 8
"""Words of a phrase that tells a harm; a longer one is shown by its verb or noun alone."""
STRENGTH = 0.5


def find_harms(article: ArticleDoc, happenings: tuple[Happening, ...], voices: Voices) -> Iterator[Tone]:
    """A Tone for each harm to somebody or something, AGENT where the sentence says who did it, else AGENTLESS."""
    for sentence in article.told:
        for token in sentence:
            family, harmed, doer, manner = harm_at(token)
            if not family or harmed is None:
                continue
            shown = shown_words(token, harmed, doer)
            start, end = shown.start_char, shown.end_char
            yield Tone(
                article=article.article,
                start=start,
                end=end,
                text=article.text[start:end],
                kind=ToneKind.AGENTLESS if doer is None else ToneKind.AGENT,
                category=manner,
                strength=STRENGTH,
                about=key_of(harmed) if doer is None else f"{key_of(harmed)} by {doer.lower_}",
                voice=voices.at(token.idx, token.idx + len(token)),
                happening=told_in(happenings, token),
                word=family,
            )


def shown_words(verb: Token, harmed: Token, doer: Token | None) -> Span:
    """The words from doer to harmed; of a long sentence the verb with who is harmed, or alone."""
    for shown in ((verb, harmed, doer), (verb, harmed)):
        ends = sorted(t.i for t in shown if t is not None)
        if ends[-1] - ends[0] < LONGEST:
            return verb.doc[ends[0] : ends[-1] + 1]
    return verb.doc[verb.i : verb.i + 1]


def harm_at(token: Token) -> tuple[str, Token | None, Token | None, str]:
    """The family of the harm that a word tells, who or what is harmed, who did it (None: not said) and by what form of words."""
    if token.pos_ == "NOUN":
        return harm_noun(token)
    if close_read_as_adjective(token):
        decided = token.head.head
        doer = child(decided, "nsubj") if decided.lemma_.lower() in DECIDING else None
        is_told = doer is not None and doer.pos_ != "PRON" and is_person(doer)
        return ("close", token.head, doer, "active") if is_told else ("", None, None, "")
    lemma = FORMS.get(token.lower_, token.lemma_.lower())
    if any(c.dep_ == "compound:prt" and (lemma, c.lower_) in PARTICLED for c in token.children):
        lemma = "dismiss"
    if token.pos_ != "VERB":
        return "", None, None, ""
    if lemma in DYING:
        return "kill", child(token, "nsubj"), None, "happening"
    passive = child(token, "nsubj:pass")
    harmed = passive if passive is not None else child(token, "obj")
    family = family_for(lemma, harmed)
    if not family:
        return "", None, None, ""
    if passive is not None:
        doer = child(token, "obl:agent")
        return family, passive, doer if doer is not None and is_person(doer) else None, "passive"
    doer = child(doing(token), "nsubj")
    if doer is None or not (is_person(doer) or is_house(doer)) or doer.pos_ == "PRON":
        return "", None, None, ""
    return family, harmed, doer, "active"


def family_for(lemma: str, harmed: Token | None) -> str:
    """The family of a verb's harm, "" where it is none to whom or what it is done to."""
    if family := family_of(lemma, VERBS):
        return family
    if harmed is None:
        return ""
    if is_house(harmed):
        return family_of(lemma, CLOSING)
    return family_of(lemma, PERSONAL) if is_person(harmed) else ""


def is_house(noun: Token) -> bool:
    """True for a school, a shop and the like, also by its name ("Harrow Elementary")."""
    return bool({noun.lower_, noun.lemma_.lower()} & HOUSES)


def close_read_as_adjective(token: Token) -> bool:
    """True for the verb of "voted to close Harrow Elementary", which a parser takes for the name's adjective."""
    return (
        token.lower_ == "close"
        and token.pos_ == "ADJ"
        and token.dep_ == "amod"
        and token.i > token.sent.start
        and token.nbor(-1).lower_ == "to"
        and is_house(token.head)
    )


def doing(verb: Token) -> Token:
    """The verb that has the doer as its subject: that of deciding, where one stands before "to"."""
    return verb.head if verb.dep_ in {"xcomp", "advcl"} and verb.head.lemma_.lower() in DECIDING else verb


def harm_noun(noun: Token) -> tuple[str, Token | None, Token | None, str]:
    """The harm that a noun tells with "of" and somebody ("the shooting of two men by guards")."""
    family = family_of(noun.lemma_.lower(), NOUNS)
    if not family:
        return "", None, None, ""
    found = {case: c for c in noun.children if c.dep_ == "nmod" for case in cases(c)}
    doer = found.get("by")
    return family, found.get("of"), doer if doer is not None and is_person(doer) else None, "noun"


def family_of(lemma: str, families: dict[str, frozenset[str]]) -> str:
    return next((name for name, lemmas in families.items() if lemma in lemmas), "")


def child(token: Token, relation: str) -> Token | None:
    return next((c for c in token.children if c.dep_ == relation), None)


def cases(noun: Token) -> list[str]:
    return [c.lower_ for c in noun.children if c.dep_ == "case"]


def told_in(happenings: tuple[Happening, ...], token: Token) -> str | None:
    """The id of the happening that the token's sentence mentions, the token's own before another; None where it mentions none."""
    start, end = token.idx, token.idx + len(token)
    first, last = token.sent.start_char, token.sent.end_char
    beside = [(h.id, m) for h in happenings for m in h.mentions if first <= m.start < last]
    own = [i for i, m in beside if m.start < end and start < m.end]
    return next(iter(own), beside[0][0] if beside else None)
