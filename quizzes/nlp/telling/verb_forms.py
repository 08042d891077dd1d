"""The verb for an act behind a form of it, where the lemmatiser has gone astray."""

from __future__ import annotations

from spacy.tokens import Token

from quizzes.nlp.lexicons import acts

ENDINGS = ("ing", "ed", "es", "s")


def known_lemma(verb: Token) -> str:
    """The verb's lemma, or where the lemmatiser has made up a word ("recalle") the verb of the lexicon that it inflects."""
    lemma, word = verb.lemma_.lower(), verb.lower_
    if lemma in acts.FAMILY_OF_VERB:
        return lemma
    stems = {word.removesuffix(end) for end in ENDINGS if word.endswith(end)}
    forms = stems | {f"{stem}e" for stem in stems} | {stem[:-1] for stem in stems}
    return next(iter(sorted(forms & acts.FAMILY_OF_VERB.keys())), lemma)
