"""Who says a figure: the source of the words around it, unless nobody has said them."""

from __future__ import annotations

from spacy.tokens import Token

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.lexicons.wordlists import words
from quizzes.nlp.types import Attribution, Quantity, Source

ASKED_TO = words(
    """
    require force order oblige compel urge ask want expect need allow permit invite enable help let press push promise
    """
)
"""Verbs whose infinitive is not told to have happened: who is required to name his donors has named nobody."""


def source_of(article: ArticleDoc, value: Quantity) -> Source | None:
    """The source in whose words a value stands; None in the outlet's own voice."""
    said = article.attribution_at(value.start, value.end)
    return said.source if said is not None and not is_unsaid(article, said) else None


def is_unsaid(article: ArticleDoc, said: Attribution) -> bool:
    """True where the cue is an infinitive that may never come about ("would require banks to disclose that …")."""
    cue = said.cue
    found = article.doc.char_span(cue.start, cue.end, alignment_mode="expand") if cue is not None else None
    if not found:
        return False
    verb: Token = found.root
    is_infinitive = any(c.lower_ == "to" and c.dep_ == "mark" for c in verb.children)
    return is_infinitive and verb.head.lemma_.lower() in ASKED_TO
