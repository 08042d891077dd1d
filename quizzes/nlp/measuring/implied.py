"""What a figure without a noun counts: what its list, its verb or the place before it leave to the reader."""

from __future__ import annotations

from spacy.tokens import Token

from quizzes.nlp.lexicons.wordlists import words
from quizzes.nlp.measuring.counted import Counted
from quizzes.nlp.measuring.noun_phrases import lemma_of, noun_after

PEOPLED = words(
    "city town village community state country nation island district suburb county metropolis hamlet"
)
"""Own list: what is told by how many live there ("a town of 30,000")."""
CHANGING = words(
    "rise fall drop grow climb increase decrease decline jump shrink dwindle soar plunge swell surge slip"
)
"""Own list: verbs whose subject is a number that changes ("arrests fell to 400,000")."""
STEPS = 3


def implied(counted: Counted) -> str | None:
    """The plain name of what a bare figure counts; None where the sentence does not tell."""
    return inhabitants(counted) or gapped(counted) or of_group(counted) or changed(counted)


def inhabitants(counted: Counted) -> str | None:
    """ "population" for the figure of "a city of over 700,000"."""
    doc, at = counted.anchor.doc, counted.start
    if at < counted.anchor.sent.start + 2 or doc[at - 1].lower_ != "of":
        return None
    return "population" if lemma_of(doc[at - 2]) in PEOPLED and doc[at - 2].tag_ == "NN" else None


def gapped(counted: Counted) -> str | None:
    """The noun that an earlier figure of the sentence counts, for "60 letters came from Leeds, 40 from York"."""
    doc, at = counted.anchor.doc, counted.end
    if at >= counted.anchor.sent.end or doc[at].lower_ not in {"from", "in", "at"}:
        return None
    if counted.start == counted.anchor.sent.start or doc[counted.start - 1].lower_ not in {",", ";", "and"}:
        return None
    return counted_before(doc[counted.anchor.sent.start].i, counted)


def of_group(counted: Counted) -> str | None:
    """The noun of "of the 10 senators who met, six voted no"."""
    first = counted.anchor.sent.start
    if counted.anchor.dep_ != "nsubj" or counted.anchor.doc[first].lower_ != "of":
        return None
    return counted_before(first, counted)


def counted_before(first: int, counted: Counted) -> str | None:
    """The plural noun behind the nearest figure between a token and the counted."""
    doc = counted.anchor.doc
    for token in reversed(doc[first : max(first, counted.start - 1)]):
        if token.tag_ == "CD" and token.pos_ == "NUM":
            noun = noun_after(doc[first : counted.start], token.i + 1 - first)
            return noun.lower_ if noun is not None and noun.tag_ in {"NNS", "NNPS"} else None
    return None


def changed(counted: Counted) -> str | None:
    """The plural subject of "thefts have fallen to 40 from a high of 90"."""
    token: Token = counted.anchor
    before = token.doc[counted.start - 1] if counted.start > token.sent.start else token
    if before.lower_ not in {"to", "from", "of"}:
        return None
    for _ in range(STEPS):
        token = token.head
        if token.lemma_.lower() in CHANGING and token.pos_ == "VERB":
            subject = next((c for c in token.children if c.dep_ in {"nsubj", "nsubj:pass"}), None)
            return subject.lower_ if subject is not None and subject.tag_ == "NNS" else None
    return None
