"""Terms: marked words that are the writer's: a nickname amid a name, a term explained, a thing called so, a speaker's own
mention. (works.py knows the names of programmes and books.)"""

from __future__ import annotations

import re

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.lexicons.speech import BARING, SAYING, SHOWING, VERB_FORMS
from quizzes.nlp.saying.marks import Marked
from quizzes.nlp.types import Attribution, SourceKind

MOST_NICKNAME_WORDS = 3
MOST_TERM_WORDS = 3
MOST_BEFORE_TERM = 30
UNUSED = re.compile(
    r"\b(?:not|never|n[’']t)\s(?:use|used|say|said|utter|mention)\s(?:the\s(?:word|term|phrase)s?\s)?$"
)
"""Before a word that somebody does not say."""
OF_TERM = re.compile(r"\b(?:of|the|an?|called)$")
EXPLAINED = re.compile(r"[\"”’']*,?\s(?:an?|the)\s")


def is_term_of_writer(article: ArticleDoc, marked: Marked, attribution: Attribution) -> bool:
    """True for marked words that are a name or a term of the writer's, not the speaker's words."""
    source = attribution.source
    if source is not None and source.start < marked.opened and marked.closed < source.end:
        return True
    before = article.text[max(0, marked.opened - MOST_BEFORE_TERM) : marked.opened]
    return bool(UNUSED.search(before)) or (
        is_nickname(article.text, marked)
        or is_explained(article.text, marked)
        or is_called(article, marked)
        or is_bared(article.text, marked, attribution)
        or is_who_says(article, marked)
        or is_aside_of_papers(article.text, marked, attribution)
    )


def is_bared(text: str, marked: Marked, attribution: Attribution) -> bool:
    """True for the writer's name for what papers bring to light ("letters reveal a world of “gulls”")."""
    cue, source = attribution.cue, attribution.source
    if cue is None or source is None or source.kind is not SourceKind.DOCUMENT:
        return False
    verb = VERB_FORMS.get(cue.of(text).casefold())
    if verb == "imply":
        return True  # what a paper implies is told in another's words
    return verb in BARING and len(text[marked.start : marked.end].split()) <= MOST_TERM_WORDS


def is_aside_of_papers(text: str, marked: Marked, attribution: Attribution) -> bool:
    """True for a word or two of the writer's amid what a study found or what is so "according to" somebody."""
    cue = attribution.cue.of(text).casefold() if attribution.cue else ""
    words = text[marked.start : marked.end].split()
    is_in_brackets = text[marked.closed : marked.closed + 1] == ")"
    if VERB_FORMS.get(cue) in SHOWING - {"say", "state", "read", "report"} and is_in_brackets:
        return len(words) <= MOST_TERM_WORDS
    return cue == "according" and len(words) < MOST_TERM_WORDS and text[marked.end - 1] not in ".!?"


def is_who_says(article: ArticleDoc, marked: Marked) -> bool:
    """True for marked words that do the saying ("By the Herald, “harbour sources” claim that …")."""
    inside = article.doc.char_span(marked.start, marked.end, alignment_mode="expand")
    if inside is None or len(inside) > MOST_TERM_WORDS:
        return False
    verb = next((t for t in article.doc[inside.end : inside.end + 2] if t.pos_ == "VERB"), None)
    if verb is None or VERB_FORMS.get(verb.lower_) not in SAYING:
        return False
    return inside.root.head == verb and inside.root.dep_ == "nsubj"


def is_called(article: ArticleDoc, marked: Marked) -> bool:
    """True behind a participle "called" or "dubbed" ("a rule called “…”"), which names a thing and hands on nobody's words."""
    opening = article.doc.char_span(marked.opened, marked.opened + 1, alignment_mode="expand")
    if not opening or opening.start == 0:
        return False
    verb = opening[0].nbor(-1)
    return verb.lower_ in {"called", "dubbed", "named"} and verb.tag_ == "VBN" and verb.dep_.startswith("acl")


def is_nickname(text: str, marked: Marked) -> bool:
    """True for “…” between a first and a last name ("Ann “Red” Lee")."""
    words = text[marked.start : marked.end].split()
    before = re.search(r"\b[A-Z][a-z.]+\s$", text[max(0, marked.opened - 20) : marked.opened])
    behind = re.match(r"\s[A-Z][a-z]+", text[marked.closed : marked.closed + 12])
    is_name = all(w[:1].isupper() for w in words) and text[marked.end - 1].isalnum()
    return bool(before and behind) and is_name and len(words) <= MOST_NICKNAME_WORDS


def is_explained(text: str, marked: Marked) -> bool:
    """True for a term that its apposition explains ("part of “harbour day,” an old custom")."""
    words = text[marked.start : marked.end].split()
    before = text[max(0, marked.opened - 10) : marked.opened].rstrip()
    is_paused = text[marked.end - 1] == "," or text[marked.closed : marked.closed + 1] == ","
    return (
        is_paused
        and len(words) <= MOST_TERM_WORDS
        and OF_TERM.search(before) is not None
        and EXPLAINED.match(text, marked.closed) is not None
    )
