"""Which numbers are ages ("Ann Lee, 56,", "she is 56", "adults over 21"), and whose."""

from __future__ import annotations

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.measuring.noun_phrases import lemma_of, noun_after

OR_OLDER = [[joiner, word] for joiner in ("or", "and") for word in ("older", "over", "younger", "under")]
OLDEST = 115
"""Nobody in the news is older: larger numbers behind a name count something else."""


def is_age(sentence: DocSpan, words: list[str], at: int, end: int, value: float) -> bool:
    """True for "Ann Lee, 56," and "aged 56"; in brackets stands a shirt number as often as an age."""
    if not 0 < value <= OLDEST or not at:
        return False
    if words[at - 1] in {"aged", "age"} or words[end : end + 2] in OR_OLDER:
        return True
    if is_limit_of_age(sentence, words, at, end) or is_said_age(sentence, at, end):
        return True
    closes = words[end : end + 1] in ([], [","], ["."], [";"])
    return closes and at > 1 and words[at - 1] == "," and sentence[at - 2].ent_type_ == "PERSON"


def is_limit_of_age(sentence: DocSpan, words: list[str], at: int, end: int) -> bool:
    """True for "adults over 21", "children under 12"."""
    if at < 2 or words[at - 1] not in {"over", "under"} or lemma_of(sentence[at - 2]) not in PEOPLE:
        return False
    return sentence[at - 2].tag_ == "NNS" and noun_after(sentence, end) is None


def is_said_age(sentence: DocSpan, at: int, end: int) -> bool:
    """True for "she is 56", "who was around 10"."""
    number = sentence[end - 1]
    subject = next((c for c in number.children if c.dep_ == "nsubj"), None)
    closes = (
        end >= len(sentence)
        or sentence[end].text in {".", ",", ";"}
        or sentence[end].lower_ in {"and", "when", "but"}
    )
    if subject is None or not closes or not any(c.dep_ == "cop" for c in number.children):
        return False
    return subject.lower_ in {"he", "she"} or (subject.ent_type_ == "PERSON" and at > 0)


def aged(number: Token) -> tuple[str, ...]:
    """The folded words of the name before an age."""
    doc, at = number.doc, number.i - 2
    if at < 0 or doc[at].ent_type_ != "PERSON":
        return ()
    while at > 0 and doc[at - 1].ent_type_ == "PERSON" and doc[at].ent_iob_ == "I":
        at -= 1
    return tuple(t.lower_ for t in doc[at : number.i - 1] if t.is_alpha)
