"""What a headline makes subject, act and object."""

from __future__ import annotations

import re

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.pipeline import load_pipeline
from quizzes.nlp.types import HeadlineFrame, Role

ACT_PARTS = frozenset({"aux", "aux:pass", "compound:prt", "cop"})
HANGING = frozenset({"acl", "acl:relcl", "appos", "parataxis", "conj", "advcl", "cc", "punct"})

EDGES = frozenset({",", ";", ":", "-", "–", "—"})

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
LONG_WORD, MOSTLY = 4, 0.7
"""A headline of which seven in ten longer words have a capital is written in title case."""


def frame_headline(article: ArticleDoc) -> HeadlineFrame | None:
    """Subject, act and object of the headline as written; None without a headline, no act where it has no verb.

    Capitals on every word hide the verb from the parser, so the headline is parsed once more with the capitals
    that the article's own sentences give its words.
    """
    passage = next((p for p in article.passages if p.role is Role.HEADLINE), None)
    if passage is None:
        return None
    written = article.text[passage.start : passage.end]
    doc = load_pipeline()(f"{sentence_case(article, written)}.")
    framed = [frame for s in doc.sents if (frame := frame_of(s, written)) is not None]
    return next((f for f in framed if f.act), framed[0] if framed else None)


def sentence_case(article: ArticleDoc, headline: str) -> str:
    """The headline with small letters where it writes every word large, names excepted; as long as before."""
    words = [m.group() for m in WORD.finditer(headline) if len(m.group()) >= LONG_WORD]
    if sum(w[0].isupper() for w in words) < MOSTLY * len(words):
        return headline
    small = {t.text for s in article.told if article.role_at(s.start_char) is not Role.HEADLINE for t in s}

    def lowered(match: re.Match[str]) -> str:
        word = match.group()
        is_name = (word.isupper() and len(word) > 1) or (word.lower() not in small and word in small)
        return word if is_name else word.lower()

    return WORD.sub(lowered, headline)


def frame_of(sentence: DocSpan, written: str) -> HeadlineFrame | None:
    """The frame of a parsed headline, its parts cut from the headline as written."""
    root = sentence.root
    if not root.tag_.startswith("VB") and not any(c.dep_ == "cop" for c in root.children):
        return HeadlineFrame(subject=phrase(root, written), act=None, object=None)
    subject = child_of(root, ("nsubj:pass", "nsubj"))
    is_passive = subject is not None and subject.dep_ == "nsubj:pass"
    is_passive = is_passive or (root.tag_ == "VBN" and not any(c.lemma_ == "have" for c in root.children))
    thing = child_of(root, ("obl:agent",) if is_passive else ("obj", "xcomp", "ccomp", "obl"))
    return HeadlineFrame(
        subject=phrase(subject, written, HANGING - {"conj", "cc"})
        if subject and is_subject(subject)
        else None,
        act=act_of(root, written),
        object=phrase(thing, written) if thing else None,
        is_passive=is_passive,
    )


def is_subject(noun: Token) -> bool:
    """False for what a preposition leads ("For two rivals, ties have soured"): a slip of the parser."""
    return not any(c.dep_ == "case" and c.i < noun.i and c.pos_ == "ADP" for c in noun.children)


def child_of(head: Token, relations: tuple[str, ...]) -> Token | None:
    """The first child in the first of the relations that there is."""
    return next((c for r in relations for c in head.children if c.dep_ == r), None)


def act_of(root: Token, written: str) -> str:
    """The verb with its auxiliaries, particle and negation, as written."""
    parts = [c for c in root.children if c.dep_ in ACT_PARTS or c.lower_ == "not"]
    tokens = sorted([root, *parts], key=lambda t: t.i)
    if tokens[-1].i - tokens[0].i == len(tokens) - 1:
        return written[tokens[0].idx : tokens[-1].idx + len(tokens[-1])]
    return " ".join(written[t.idx : t.idx + len(t)] for t in tokens)


def phrase(head: Token, written: str, hanging: frozenset[str] = HANGING) -> str:
    """The words of a phrase as written, without what `hanging` on its head makes it long: clauses, appositions."""
    left, right = head.left_edge.i, head.right_edge.i
    for child in head.children:
        if child.i > head.i and child.dep_ in hanging:
            right = min(right, child.left_edge.i - 1)
    tokens = list(head.doc[left : max(right, head.i) + 1])
    while len(tokens) > 1 and tokens[-1].text in EDGES:
        tokens.pop()
    while len(tokens) > 1 and tokens[0].text in EDGES:
        tokens.pop(0)
    return written[tokens[0].idx : tokens[-1].idx + len(tokens[-1])].strip()
