"""Reported: the unmarked words of an act of saying as a clause that can be shown alone, or nothing.

What stands as a quotation has its own verb and its subject, begins and ends with its clause, and holds neither cue nor
half a bracket. Where the parse has missed that, punctuation mends the edges; what cannot be mended is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.lexicons.speech import VERB_FORMS
from quizzes.nlp.saying.marks import Marked, MarkIndex
from quizzes.nlp.saying.speakers import has_subject
from quizzes.nlp.types import Attribution, Span

# A reported clause of fewer words says nothing that could be set beside another text.
LEAST_REPORTED_WORDS = 3
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
RELATIVE = frozenset({"who", "whom", "whose", "which"})
CONJUNCTIONS = frozenset("while when although though as after before since because until".split())
# Words that a clause cannot end with: what they lead to is missing.
UNFINISHED = frozenset({"DT", "PRP$", "CC", "POS", "TO", "WDT"})
BREAK = re.compile(r"[,;:.!?—–)\]\n]|--")
ENDED = re.compile(r"[,;:.!?]['’”\"]?$|[,;:.!?]$")
# What follows a conjunction is a clause of its own, unless it is led by "that" again.
GOES_ON = re.compile(r"\s(?:and|but|or|while|as|when|after|before|because|although|though)\b(?! that\b)")
ASKING = frozenset({"ask", "wonder", "question", "explain"})


def reported_clause(
    text: str, span: Span, cue: Span | None, inside: list[Marked], own: list[Marked], marks: MarkIndex
) -> Span | None:
    """The span without whole quoted sentences and without another's quoted words at its ends, moved on to the end of
    its clause; None where too few of its words stand outside of marks."""
    rest = [r for r in outside(span, inside) if re.search(r"\w", r.of(text))]
    if sum(len(re.findall(r"\w+", r.of(text))) for r in rest) < LEAST_REPORTED_WORDS:
        return None
    start, end = rest[0].start, rest[-1].end
    for marked in own:
        if marked.opened < start and not is_whole(text, marked) and not is_parted(cue, marked.closed, start):
            start = marked.opened
        if marked.closed > end and not is_whole(text, marked) and not is_parted(cue, end, marked.opened):
            end = marked.closed
    end = clause_end(text, end, marks) if cue is None or cue.end <= start else end
    return unbracketed(text, start, end)


def unbracketed(text: str, start: int, end: int) -> Span:
    """The stretch without a bracket at its end whose other half stands outside ("(Lee said it was so.)")."""
    words = text[start:end].rstrip(".")
    is_open = words.endswith(")") and words.count(")") > words.count("(")
    return Span(start, start + len(words) - 1 if is_open else end)


def is_parted(cue: Span | None, left: int, right: int) -> bool:
    """True where the cue stands between two offsets: a mark beyond it is no part of the clause."""
    return cue is not None and left <= cue.start < right


def clause_end(text: str, end: int, marks: MarkIndex) -> int:
    """The end moved on to the next pause, over marks that open without one ("said the plan was | “madness” and dear")."""
    stop = text.find("\n", end)
    limit = stop if stop >= 0 else len(text)
    while end < limit and not ENDED.search(text, end - 2, end) and not GOES_ON.match(text, end):
        behind = re.compile(r" ?").match(text, end)
        at = behind.end() if behind else end
        marked = marks.at(at)
        if marked is not None and marked.opened == at:
            end = marked.closed
            if text[marked.end - 1] in ",.!?":
                break
        elif at > end and at < limit and (text[at].islower() or text[at].isdigit()):
            found = BREAK.search(text, at, limit)
            opening = next((m.opened for m in marks.between(at, limit)), limit)
            end = min(found.start() if found else limit, opening)
            while text[end - 1].isspace():
                end -= 1
        else:
            break
    return end


def is_whole(text: str, marked: Marked) -> bool:
    """True for a quoted sentence, which stands beside a reported clause; a fragment is part of it."""
    words = text[marked.start : marked.end].split()
    return len(words) >= LEAST_REPORTED_WORDS and words[0][:1].isupper()


def outside(span: Span, inside: list[Marked]) -> Iterator[Span]:
    """The parts of a span that no marked stretch covers."""
    at = span.start
    for m in inside:
        if span.start <= m.opened < span.end or m.opened <= span.start < m.closed:
            if m.opened > at:
                yield Span(at, m.opened)
            at = max(at, m.closed)
    if at < span.end:
        yield Span(at, span.end)


def stands_alone(article: ArticleDoc, span: Span, attribution: Attribution) -> bool:
    """True for a stretch that is a clause, wholly and nothing else: see the module's first lines."""
    cue = attribution.cue
    if cue is None or (span.start < cue.end and cue.start < span.end):
        return False
    words = article.doc.char_span(span.start, span.end, alignment_mode="expand")
    if words is None or not is_balanced(span.of(article.text)):
        return False
    lemma = VERB_FORMS.get(cue.of(article.text).casefold(), "")
    is_led = article.text[max(0, span.start - 6) : span.start].split()[-1:] == ["that"]
    is_clause = is_led or (
        begins_clause(words, lemma in ASKING, is_split(article.text, span, cue)) and has_clause(words)
    )
    return is_clause and is_finished(article, words, span) and not is_cue_alone(article, span, attribution)


def is_balanced(words: str) -> bool:
    return words.count("(") == words.count(")") and words.count("[") == words.count("]")


def begins_clause(words: DocSpan, is_asked: bool, is_split: bool) -> bool:
    """False for what begins with a relative clause, a participle alone, or a verb whose subject stands before."""
    first = next((t for t in words if t.is_alpha), words[0])
    if first.lower_ in RELATIVE and not is_asked:
        return False
    if first.tag_ in {"VBG", "VBN"} and not any(t.tag_ in FINITE for t in words):
        return False
    if first.tag_ in FINITE and first.pos_ in {"VERB", "AUX"} and not is_split:
        return words[-1].text == "?"
    is_clause_alone = first.lower_ in CONJUNCTIONS and not any(t.text == "," for t in words)
    return (
        not is_clause_alone or is_split or (is_asked and first.lower_ == "when") or is_governed(first, words)
    )


def is_split(text: str, span: Span, cue: Span) -> bool:
    """True for the rest of a clause around its cue ("The pier, Lee said, was old"): what it lacks stands before."""
    return cue.end <= span.start and text[cue.end : span.start].rstrip().endswith((",", "—", "–", "--"))


def is_governed(conjunction: Token, words: DocSpan) -> bool:
    """True where the clause that a conjunction opens hangs on another in the stretch ("as it was late the port closed")."""
    head = conjunction.head
    return head.head != head and words.start <= head.head.i < words.end


def is_finished(article: ArticleDoc, words: DocSpan, span: Span) -> bool:
    """False for what ends with a word that leads to another ("said that the")."""
    last = next((t for t in reversed(words) if not t.is_punct and not t.is_space), words[-1])
    if last.tag_ in UNFINISHED or last.lower_ == "that":
        # "and would do that.", "asked her to."
        is_closed = re.match(r"[\"”’']*[.,;!?]", article.text[span.end : span.end + 3]) is not None
        return is_closed and last.tag_ in {"DT", "TO", "POS"}
    return True


def has_clause(words: DocSpan) -> bool:
    """True for words with a verb; what only names a thing ("cited a need") reports no words of anybody's."""
    verbs = [t for t in words if t.pos_ in {"VERB", "AUX"}]
    return any(t.tag_ not in {"VBN", "VBG"} or has_subject(t) for t in verbs)


def is_cue_alone(article: ArticleDoc, span: Span, attribution: Attribution) -> bool:
    """True for what holds another's cue and little beside it ("“…,” Lee said, according to a tape")."""
    others = (a for a in article.attributions if a is not attribution and a.cue)
    for other in others:
        cue = other.cue
        if cue is None or not span.covers(cue.start, cue.end):
            continue
        if not any(s.start < span.end and s.end > cue.end for s in other.content):
            left = len(re.findall(r"\w+", article.text[span.start : span.end]))
            if left <= LEAST_REPORTED_WORDS + 1:
                return True
    return False
