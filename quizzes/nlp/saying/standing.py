"""Standing: whether a reported stretch can be shown alone, as a clause with its own subject and finite verb, and whether it is
said at all."""

from __future__ import annotations

import re

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.lexicons.speech import VERB_FORMS
from quizzes.nlp.saying.speakers import SUBJECTS, has_subject
from quizzes.nlp.types import Attribution, Span

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
RELATIVE = frozenset({"who", "whom", "whose", "which"})
CONJUNCTIONS = frozenset("while when although though as after before since because until".split())
# Words that a clause cannot end with: what they lead to is missing.
UNFINISHED = frozenset({"DT", "PRP$", "CC", "POS", "TO", "WDT"})
ASKING = frozenset({"ask", "wonder", "question", "explain"})
LEANING = frozenset({"amod", "det", "compound", "nummod", "nmod:poss"})
NOMINAL = frozenset({"DET", "PRON", "NOUN", "PROPN", "NUM", "ADJ"})
# Behind "complained" or "agrees" these lead to a thing, and "to" to an infinitive.
OBJECT_CASES = frozenset({"to", "about", "of", "against"})
PREPOSITIONS = frozenset("in on at with for by from under during among amid despite of to about".split())
QUESTION_WORDS = frozenset({"whether", "if", "how", "why"})
# Clauses that hang on another: alone they say nothing.
HANGING = frozenset({"acl", "acl:relcl", "advcl"})
# "responded to the charge that …": the clause is what the speaker does not say.
ANSWERED = re.compile(r"\b(?:respond|react|repl)\w*\s(?:\w+\s){0,2}to\s(?:\w+\s){1,4}that\s*$", re.I)
# "at least six boats", "up to a dozen people": words before a figure that a subject can begin with.
MEASURING, MEASURES = frozenset({"at", "up", "close", "upwards"}), frozenset({"least", "most", "to", "of"})
ASIDE = re.compile(r",\s(?:and|but|or|if|though|even|perhaps)\s(?:\w+ly\s)?\w+\Z")
NOUN_BEHIND = re.compile(
    r",\s(?!and|but|or|who|which|as|while|when)[a-z]+\s(?:between|of|in|for|to|among|on)\b"
)
LEAST_LED_WORDS = 4
MOST_BEFORE_CLAUSE = 90
CLOSING_MARKS = frozenset({'"', "”", "'", "’"})
# A cue within a stretch of so few words beside it leaves nothing that is said.
MOST_BESIDE_CUE = 4


def stands_alone(article: ArticleDoc, span: Span, attribution: Attribution, is_clipped: bool = False) -> bool:
    """True for a stretch that is a clause, wholly and nothing else, and that the speaker says; `is_clipped` where its end
    has been chosen."""
    cue = attribution.cue
    if cue is None or (span.start < cue.end and cue.start < span.end):
        return False
    words = article.doc.char_span(span.start, span.end, alignment_mode="expand")
    if words is None or not is_balanced(span.of(article.text)):
        return False
    if is_gapped(article, attribution) or ANSWERED.search(
        article.text, max(0, span.start - MOST_BEFORE_CLAUSE), span.start
    ):
        return False
    before = article.text[max(0, span.start - 2) : span.start].rstrip()[-1:]
    if words[0].tag_ in {"WDT", "WP"} and before in CLOSING_MARKS | {","}:
        # "… the boy, | who was late": a clause on what stands before.
        return False
    is_asked = VERB_FORMS.get(cue.of(article.text).casefold(), "") in ASKING
    return (
        begins_clause(words, is_asked)
        and (has_main_clause(words) or is_led_whole(article, span, is_clipped))
        and is_finished(article, words, span)
        and not is_frame(article, span, attribution)
    )


def is_led_whole(article: ArticleDoc, span: Span, is_clipped: bool) -> bool:
    """True for what stands between "that" and the end of its sentence: a clause, though the parse has seen no verb in it."""
    text = article.text
    is_led = text[max(0, span.start - 6) : span.start].split()[-1:] == ["that"]
    ends = re.match(r"[\"”’']*[.;!?]", text[span.end : span.end + 4]) or text[span.end - 1] in ".!?"
    said = span.of(text)
    words = article.doc.char_span(span.start, span.end, alignment_mode="expand")
    is_plain = (
        "," not in said
        and text[span.end : span.end + 1] == ","
        and any(t.pos_ in {"VERB", "AUX"} for t in words or ())
    )
    is_phrase = said.split()[0].casefold() in CONJUNCTIONS | PREPOSITIONS
    return (
        is_led
        and (is_clipped or bool(ends) or is_plain)
        and len(said.split()) >= LEAST_LED_WORDS
        and not is_phrase
    )


def is_gapped(article: ArticleDoc, attribution: Attribution) -> bool:
    """True for a cue in a relative clause whose pronoun is a part of what is said ("a sum that Lee says the town owes"),
    and for a question that the speaker was asked."""
    cue, source = attribution.cue, attribution.source
    found = article.doc.char_span(cue.start, cue.end, alignment_mode="expand") if cue else None
    if not found:
        return False
    verb = found[0]
    if verb.lower_ == "asked" and (source is None or verb.i == verb.sent.start):
        return True
    if verb.lower_ == "asked" and verb.tag_ == "VBN" and not any(c.dep_ == "aux" for c in verb.children):
        return True
    opened = article.doc.char_span(source.start, source.end, alignment_mode="expand") if source else None
    first = min(verb.i, opened[0].i) if opened else verb.i
    if first - 2 < verb.sent.start:
        return False
    pronoun, before = verb.doc[first - 1], verb.doc[first - 2]
    # "a book in which Lee says that …" lacks nothing.
    is_relative_clause = verb.dep_ == "acl:relcl" and pronoun.tag_ in {"WDT", "WP"} and before.pos_ != "ADP"
    # "something that | Lee says he forgot", with the "that" left out.
    is_reduced = (
        verb.dep_ == "acl:relcl"
        and pronoun == verb.head
        and any(
            c.dep_ == "nsubj" and first <= c.i < verb.i and not c.tag_.startswith("W") for c in verb.children
        )
    )
    return is_relative_clause or is_reduced or pronoun.lower_ in {"whom", "what"}


def is_balanced(words: str) -> bool:
    return words.count("(") == words.count(")") and words.count("[") == words.count("]")


def begins_clause(words: DocSpan, is_asked: bool) -> bool:
    """False for what begins with a relative clause, a participle alone, or a verb whose subject stands before."""
    first = next((t for t in words if t.is_alpha), words[0])
    if first.lower_ in RELATIVE and not is_asked:
        return False
    if first.lower_ in OBJECT_CASES and not words.doc[min(first.i + 1, words.end - 1)].like_num:
        return False
    if first.i + 1 < words.end and first.nbor().is_punct and first.pos_ == "ADP":
        return False
    if first.lower_ == "what" and not is_asked:
        # "says what he believes" reports no words; "said what matters is …" does.
        return any(c.dep_.startswith("csubj") and first in c.subtree for t in words for c in t.children)
    if first.tag_ in FINITE and first.pos_ in {"VERB", "AUX"}:
        return words[-1].text == "?" or is_misread_noun(first, words)
    opening = words.doc[first.i].nbor() if first.pos_ == "ADV" and first.i + 1 < words.end else first
    is_clause_alone = bool({first.lower_, opening.lower_} & CONJUNCTIONS) and not any(
        t.text == "," and t.nbor().dep_ != "cc" for t in words[:-1]
    )
    return not is_clause_alone or is_governed(first, words)


def is_misread_noun(first: Token, words: DocSpan) -> bool:
    """True for a noun in s behind "that" which the tagger takes for a verb ("that cutbacks in coal could lead to …")."""
    is_led = first.i > 0 and first.nbor(-1).lower_ == "that" and first.tag_ == "VBZ"
    return is_led and any(t.tag_ in FINITE for t in words if t.i > first.i)


def is_governed(conjunction: Token, words: DocSpan) -> bool:
    """True where the clause that a conjunction opens hangs on another in the stretch ("as it was late the port closed")."""
    clause = conjunction.head
    is_inside = clause.head != clause and words.start <= clause.head.i < words.end
    return conjunction.dep_ in {"mark", "advmod"} and is_inside and has_subject_in(clause.head, words)


def has_main_clause(words: DocSpan) -> bool:
    """True for words with a subject and its finite verb, in a clause that hangs on none of the other words. Where the
    parse knows no subject, a noun that opens the stretch stands for one."""
    if any(
        is_main(t, words)
        for t in words
        if has_subject_in(t, words)
        and is_finite(t, words)
        and not is_relative(t, words.start)
        and not is_led_off(t)
    ):
        return True
    first = next((t for t in words if t.is_alpha), words[0])
    verbs = [t for t in words if t.i > first.i and (t.tag_ in FINITE or is_misread_past(t))]
    if first.tag_ == "VBG":
        # "cutting costs is …" has a gerund for its subject; "holding a book, …" has not.
        verbs = [
            v for v in verbs if v.dep_ != "conj" and not any(t.text == "," for t in words.doc[first.i : v.i])
        ]
    elif not opens_as_subject(first):
        return False
    if verbs and first.tag_ != "VBG" and leads_plainly(words.doc[first.i : verbs[0].i + 1]):
        return True
    predicates = (predicate_of(v) for v in verbs)
    return any(is_main(p, words) for p in predicates if not (is_relative(p, words.start) or is_led_off(p)))


def leads_plainly(words: DocSpan) -> bool:
    """True for a subject up to its finite verb with no word between that could open another clause ("any effort to move it
    could …"; not "another step it will …")."""
    verb, between = words[-1], words[:-1]
    if predicate_of(verb).dep_ == "acl:relcl" or verb.tag_ == "VBN":
        return False
    if any(
        t.tag_ in {"WDT", "WP", "WRB"}
        or t.pos_ == "SCONJ"
        or t.lower_ in CONJUNCTIONS - {"though"} | {"that"}
        for t in between
    ):
        return False
    has_noun = any(t.pos_ in {"NOUN", "PROPN", "PRON", "NUM"} for t in between)
    return has_noun and not any(t.tag_ == "PRP" and t.nbor(-1).pos_ in {"NOUN", "PROPN"} for t in between[1:])


def opens_as_subject(first: Token) -> bool:
    """True for a word that a subject can begin with, or a question's clause ("whether", "how")."""
    leans = first.pos_ == "ADV" and first.head.i > first.i and first.head.pos_ in NOMINAL
    if first.lower_ in MEASURING and first.i + 1 < len(first.doc):
        leans = leans or first.nbor().lower_ in MEASURES
    return first.pos_ in NOMINAL or first.dep_ == "cc:preconj" or leans or first.lower_ in QUESTION_WORDS


def predicate_of(verb: Token) -> Token:
    return verb.head if verb.dep_ in {"aux", "aux:pass", "cop"} else verb


def is_misread_past(verb: Token) -> bool:
    """True for a participle without helper that leads its clause: a past tense that the tagger has missed."""
    return verb.tag_ == "VBN" and verb.dep_ in {"ccomp", "ROOT", "parataxis"} and verb.i != verb.left_edge.i


def is_relative(predicate: Token, first: int) -> bool:
    """True for a verb whose subject is a relative pronoun: not for the "that" which opens the words ("said that was so")."""
    return any(c.tag_ in {"WDT", "WP"} for c in predicate.children if c.dep_ in SUBJECTS and c.i > first)


def has_subject_in(predicate: Token, words: DocSpan) -> bool:
    return any(c.dep_ in SUBJECTS and words.start <= c.i < words.end for c in predicate.children)


def is_led_off(predicate: Token) -> bool:
    """True for a verb before which a conjunction stands that its alleged subject does not ("a letter to Lee | after the
    office sent it")."""
    subject = next((c for c in predicate.children if c.dep_ in SUBJECTS and c.i < predicate.i), predicate)
    between = [t.lower_ for t in predicate.doc[subject.i : predicate.i]]
    return "," not in between and bool(CONJUNCTIONS.intersection(between))


def is_finite(predicate: Token, words: DocSpan) -> bool:
    """True for a finite verb, or what a finite helper makes one; the bare verb of a demand is one ("that it close")."""
    if predicate.tag_ in FINITE or (predicate.tag_ == "VB" and not has_to(predicate)):
        return True
    helpers = (c for c in predicate.children if c.dep_ in {"aux", "aux:pass", "cop"})
    return any(c.tag_ in FINITE and words.start <= c.i < words.end for c in helpers)


def has_to(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.i < verb.i for c in verb.children if c.dep_ in {"mark", "aux"})


def is_main(predicate: Token, words: DocSpan) -> bool:
    """True where no link from the predicate up to the edge of the stretch is that of a subordinate clause."""
    if predicate.dep_ == "advcl" and any(
        (c.dep_ == "mark" or c.tag_ == "WRB") and words.start < c.i for c in predicate.children
    ):
        return False
    node = predicate
    while node.head != node and words.start <= node.head.i < words.end:
        if node.dep_ in HANGING:
            return False
        node = node.head
        if node.tag_ in {"VBG", "VBN"} and not has_subject(node) and not is_finite(node, words):
            return False
    return True


def is_finished(article: ArticleDoc, words: DocSpan, span: Span) -> bool:
    """False for what ends with a word that leads to another ("said that the")."""
    if re.match(r"[-‑:]\w", article.text[span.end : span.end + 2]):
        return False
    last = next((t for t in reversed(words) if not t.is_punct and not t.is_space), words[-1])
    if leans_beyond(last, words.end) or is_cut_aside(article.text, span) or leads_to_words(last):
        return False
    if last.lower_ in {"as", "v", "vs", "like"} or (last.tag_ == "IN" and last.dep_ in {"mark", "case"}):
        return False
    if last.tag_ in UNFINISHED or last.lower_ == "that":
        # "and would do that.", "asked her to."
        is_closed = re.match(r"[\"”’']*[.,;!?]", article.text[span.end : span.end + 3]) is not None
        return is_closed and last.tag_ in {"DT", "TO", "POS"}
    return True


def is_cut_aside(text: str, span: Span) -> bool:
    """True for an end amid an adjective's second thought ("a wide, and growing | , gap")."""
    return bool(ASIDE.search(span.of(text)) and NOUN_BEHIND.match(text, span.end))


def leads_to_words(last: Token) -> bool:
    """True for a verb of saying behind "that" or "which", whose words are not there ("broke the law that says | …")."""
    return last.i > 0 and last.lower_ in VERB_FORMS and last.nbor(-1).tag_ == "WDT"


def leans_beyond(word: Token, end: int) -> bool:
    """True for an adjective or article whose noun stands behind `end` ("a wide, and deep | , gap")."""
    first = word.head if word.dep_ == "conj" else word
    noun = first.head
    return first.dep_ in LEANING and noun.i >= end and noun.pos_ in {"NOUN", "PROPN"}


def is_frame(article: ArticleDoc, span: Span, attribution: Attribution) -> bool:
    """True for what holds another's cue and nothing that he says ("“…,” Lee said, according to a tape", "“…,” | Lee told
    the board when asked")."""
    for other in article.attributions:
        cue = other.cue
        if other is attribution or cue is None or not span.covers(cue.start, cue.end):
            continue
        is_behind_mark = article.text[max(0, span.start - 3) : span.start].rstrip()[-1:] in CLOSING_MARKS
        opens = other.source is not None and span.start <= other.source.start <= span.start + 2
        left = len(re.findall(r"\w+", article.text[span.start : span.end]))
        if opens and is_behind_mark:
            return True
        if any(s.start < span.end and s.end > cue.end for s in other.content):
            continue
        if left <= MOST_BESIDE_CUE or opens:
            return True
    return False
