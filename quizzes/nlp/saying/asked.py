"""Asked: the question put to somebody by nobody whom the text names ("Asked whether …, Lee shook her head")."""

from __future__ import annotations

from spacy.tokens import Token

# "asked by reporters on Monday whether": what stands between is a phrase or two.
MOST_BEFORE_QUESTION = 7
ASKED = frozenset(
    {"was", "were", "been", "being", "is", "are", "be", "when", "if", "once", "also", "then", "later"}
)


def question_scope(asked: Token) -> tuple[int, int] | None:
    """First and last token of the question behind a bare or passive "asked", or None where somebody asks."""
    if asked.lower_ != "asked" or not is_put_to_subject(asked):
        return None
    doc, end = asked.doc, asked.sent.end
    for token in doc[asked.i + 1 : min(asked.i + MOST_BEFORE_QUESTION, end)]:
        if token.lower_ in {"whether", "if"} or token.tag_ in {"WRB", "WP", "WDT"}:
            return token.i, question_end(asked, token)
        if token.pos_ in {"VERB", "AUX"} or token.is_punct:
            return None
    return None


def is_put_to_subject(asked: Token) -> bool:
    """True for "Asked …" at a clause's start and "was asked": the subject hears the question."""
    if asked.i == asked.sent.start:
        return True
    before = asked.nbor(-1)
    if before.text == "," and asked.i - 2 >= asked.sent.start:
        # "Mr. Roe, asked whether …, said": a clause on the subject, closed by a comma.
        behind = asked.doc[asked.i + 1 : asked.sent.end]
        comma = next((t for t in behind if t.text == ","), None)
        follows = (
            comma is not None and comma.i + 1 < len(asked.doc) and comma.nbor().tag_ in {"VBD", "VBZ", "VBP"}
        )
        return follows and asked.nbor(-2).pos_ in {"PROPN", "NOUN", "PRON"}
    return (before.is_punct and before.i == asked.sent.start) or before.lower_ in ASKED


def question_end(asked: Token, question: Token) -> int:
    """The last token of a question: before the comma where it opens the sentence, else before the sentence's end."""
    doc, sent = asked.doc, asked.sent
    opens = asked.i <= sent.start + 1 or asked.nbor(-1).text == ","
    stops = {",", ";"} if opens else {";"}
    return next((t.i - 1 for t in doc[question.i : sent.end] if t.text in stops), sent.end - 1)
