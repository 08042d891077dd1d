"""Views: whose claim or opinion a clause gives that hangs on such a noun ("agreed with Lee's view that it was “…”")."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from quizzes.nlp.lexicons.speech import VERB_FORMS
from quizzes.nlp.saying.marks import Marked, MarkIndex

VIEWS = frozenset(
    "accusation allegation argument assertion belief charge claim complaint contention opinion view".split()
)
MOST_BEFORE_MARK = 16
PLURAL = frozenset({"NNS", "NNPS"})


def view_owner(doc: Doc, marked: Marked, marks: MarkIndex) -> Token | None:
    """The owner of the view whose clause the marks stand in, a name or "his" and "her"; None where another verb of saying
    stands between."""
    opening = doc.char_span(marked.opened, marked.opened + 1, alignment_mode="expand")
    if opening is None:
        return None
    first = opening[0]
    for token in reversed(doc[max(first.sent.start, first.i - MOST_BEFORE_MARK) : first.i]):
        if marks.at(token.idx) is not None or token.text in {";", ":", ","} or token.lower_ in VERB_FORMS:
            is_view = token.tag_ == "NN" and token.lemma_.casefold() in VIEWS
            if not is_view:
                return None
        if token.tag_ == "NN" and token.lemma_.casefold() in VIEWS:
            is_led = token.i + 1 < first.i and token.nbor().lower_ == "that"
            return owner_of(token) if is_led else None
    return None


def owner_of(view: Token) -> Token | None:
    """Whose view it is, where a name or "his" tells."""
    owner = next((c for c in view.children if c.dep_ == "nmod:poss"), None)
    is_known = owner is not None and (owner.ent_type_ in {"PERSON", "ORG"} or owner.lower_ in {"his", "her"})
    return owner if is_known else None
