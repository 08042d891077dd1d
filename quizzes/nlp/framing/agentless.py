"""Harms as an article tells them: without who did them ("a man was shot dead", "the death of two men"), or with."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.framing.described import key_of
from quizzes.nlp.framing.loaded_senses import is_person
from quizzes.nlp.framing.tone_voices import Voices
from quizzes.nlp.lexicons.harm_verbs import DYING, FORMS, NOUNS, VERBS
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
            ends = sorted({t.i for t in (token, harmed, doer) if t is not None})
            tokens = article.doc[ends[0] : ends[-1] + 1]
            shown = tokens if len(tokens) <= LONGEST else article.doc[token.i : token.i + 1]
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


def harm_at(token: Token) -> tuple[str, Token | None, Token | None, str]:
    """The family of the harm that a word tells, who or what is harmed, who did it (None: not said) and by what form of words."""
    if token.pos_ == "NOUN":
        return harm_noun(token)
    lemma = FORMS.get(token.lower_, token.lemma_.lower())
    if token.pos_ != "VERB" or not (lemma in DYING or family_of(lemma, VERBS)):
        return "", None, None, ""
    if lemma in DYING:
        return "kill", child(token, "nsubj"), None, "happening"
    passive = child(token, "nsubj:pass")
    if passive is not None:
        doer = child(token, "obl:agent")
        return (
            family_of(lemma, VERBS),
            passive,
            doer if doer is not None and is_person(doer) else None,
            "passive",
        )
    doer, harmed = child(token, "nsubj"), child(token, "obj")
    if doer is None or not is_person(doer) or doer.pos_ == "PRON":
        return "", None, None, ""
    return family_of(lemma, VERBS), harmed, doer, "active"


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
