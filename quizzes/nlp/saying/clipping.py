"""Clipping: a reported stretch without what the writer adds at its ends: a second act of saying, where and when it was
said, a whole quoted sentence beside it, a remark on what was said.

What is clipped off is never needed: a clause that loses a harmless phrase is still the speaker's, one that keeps the
writer's words is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.lexicons.speech import NAMING, SAYING
from quizzes.nlp.saying.marks import MarkIndex
from quizzes.nlp.saying.reported import is_whole, outside
from quizzes.nlp.saying.speakers import has_subject, verb_lemma
from quizzes.nlp.types import Attribution, Span

LEADING = re.compile(r"(?:(?:and|but|or|yet)\b|of(?=\s(?:how|why)\b)|[\s,;:–—-])+")
# "said “…”": with fewer words of the writer's nothing is reported beside what is quoted.
LEAST_OWN_WORDS = 2
DATELINE = re.compile(r"[A-Z][A-Z .,'’-]+(?:\s?\([^)]{2,20}\))?\s*[—–-]+\s+")
MEDIUM = (
    r"(?:interview|statement|letter|e-?mail|tweet|post|speech|memo|op-ed|essay|column|conference|release|appearance"
    r"|testimony|briefing|call|filing|message|video|remarks|article|report)s?"
)
# "in an email to the board, the plan is …": where it was said, drawn in front of what was said.
LEADING_FRAME = re.compile(
    rf"(?:in|during|at|on|via|by|through)\s(?:(?:an?|the|his|her|their|its)\s)?(?:[\w'’-]+\s){{0,3}}{MEDIUM}\b[^,.;:]{{0,60}}?(?:,\s|\sthat\s)"
)
TRAILING_FRAME = re.compile(
    rf",?\s(?:in|during|at|on|via|through)\s(?:an?|his|her|their|another|separate)\s(?:[\w'’-]+\s){{0,3}}{MEDIUM}\b"
    r"|,?\s(?:in|by)\s(?:answer|answering|response|reply|responding|replying|saying)\b"
    r"|,?\swhen\s(?:asked|pressed|questioned)\b|,?\sasked\s(?:if|whether|about|why|how)\b"
    r"|,\swithout\s\w+ing\b|,\s(?:even\s)?(?:al)?though\s(?=(?:(?!--)[^—–])*\Z)"
    r"|,\s(?:he|she|they|it)\s(?:said|says|added|adds)\b|,?\s(?:after|before|while)\shaving\b|,\saccording\sto\b"
)
# "said he would go, when the reports first surfaced": what is still to come has no past beside it but the writer's.
BECAME_KNOWN = re.compile(
    r",?\s(?:when|after|once|as)\s(?:[\w’'-]+\s){1,8}?(?:emerged|surfaced|broke|came\s(?:out|to\slight)|became\s(?:public|known))\b"
)
STILL_TO_COME = re.compile(r"\b(?:would|will)\b|[’']ll\b")
SENTENCE_OVER = re.compile(r"[a-z]{4,}\.$")
# "…, a charge that Lee denies": the writer's name for what was said.
REMARK = re.compile(
    r",\s(?:an?|the same)\s(?:[\w'’-]+\s){0,2}(?:acknowledge?ment|admission|allegation|accusation|assertion|charge|claim|comment"
    r"|concession|contention|remark|reference|statement|suggestion|reversal|turnabout|shift|allusion|jab|dig|argument"
    r"|message|point|prediction|promise|pledge|warning|threat|view|opinion|position|stance)\b|,\sto\swhich\b"
)
APPOSITION = re.compile(r",\s(?:the|an?|his|her|its|their|one\sof)\s[^,]{3,60}\Z")
LED_ON = re.compile(r"\bthat\b")
CONNECTIVES = frozenset({"and", "but", "or", "while", "then", "also", "later", ",", "—", "–", "--"})
NEGATIVE = frozenset({"not", "n't", "never"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
CONTRASTING = frozenset({"while", "whereas"})
PRESENT = frozenset({"VBZ", "VBP"})
PRESENT_HELPERS = frozenset({"will", "can", "should", "must", "may", "is", "are"})
CONCEDING = frozenset({"though", "although"})
GIVING = frozenset(
    {"give", "provide", "offer", "cite", "add", "comment", "elaborate", "discuss", "answer", "specify"}
)
DECLINING = frozenset({"decline", "refuse"})
BACKSHIFTED = frozenset({"would", "could", "might", "had", "was", "were", "did"})


def clipped(article: ArticleDoc, span: Span, attribution: Attribution, marks: MarkIndex) -> Span | None:
    """The span without the writer's words at its ends; None where nothing is left."""
    text = article.text
    start = behind_concession(article, Span(behind_lead(text, span), span.end), attribution)
    end = before_quoted_sentence(text, Span(start, span.end), marks)
    for frame in (TRAILING_FRAME, REMARK):
        found = next((m for m in frame.finditer(text, start, end) if is_free(m, end, marks)), None)
        end = found.start() if found else end
    end = before_reports(text, start, end)
    source = attribution.source
    if source is not None and start < source.start < end:
        end = source.start
    end = before_apposition(article, start, end, attribution)
    words = article.doc.char_span(start, end, alignment_mode="contract") if start < end else None
    cue = cue_of(article, attribution)
    if words is None or cue is None:
        return None
    ends = [at for at in further_acts(words, cue, marks) if at > words.start]
    end = min([end, *(words.doc[at].idx for at in ends)])
    while end > start and text[end - 1] in " \t\n,;:–—-":
        end -= 1
    own = (r for r in outside(Span(start, end), list(marks.touching(start, end))))
    said = sum(len(re.findall(r"\w+", r.of(text))) for r in own) if end > start else 0
    return Span(start, end) if said >= LEAST_OWN_WORDS else None


def is_free(frame: re.Match[str], end: int, marks: MarkIndex) -> bool:
    """False for a frame between marks, and for one that leads on to what somebody says there ("said in a letter that …")."""
    return marks.at(frame.start()) is None and not LED_ON.search(frame.string, frame.end(), end)


def before_reports(text: str, start: int, end: int) -> int:
    """The end moved back before a clause on how the matter became known, behind what is said to come."""
    found = BECAME_KNOWN.search(text, start, end)
    return found.start() if found and STILL_TO_COME.search(text, start, found.start()) else end


def before_apposition(article: ArticleDoc, start: int, end: int, attribution: Attribution) -> int:
    """The end moved back before what tells who the speaker behind it is ("… is late, his aide | , Ann Lee, said")."""
    source = attribution.source
    if source is None or not 0 <= source.start - end <= 2:
        return end
    found = APPOSITION.search(article.text, start, end)
    words = article.doc.char_span(*found.span(), alignment_mode="expand") if found else None
    if found is None or words is None or any(t.tag_ in FINITE for t in words):
        return end
    return found.start()


def cue_of(article: ArticleDoc, attribution: Attribution) -> Token | None:
    cue = attribution.cue
    found = article.doc.char_span(cue.start, cue.end, alignment_mode="expand") if cue else None
    return found[0] if found else None


def behind_lead(text: str, span: Span) -> int:
    """The start moved on behind conjunctions and behind where it was said."""
    lead = LEADING.match(text, span.start, span.end)
    start = lead.end() if lead and lead.end() < span.end else span.start
    dateline = DATELINE.match(text, start, span.end)
    start = dateline.end() if dateline else start
    frame = LEADING_FRAME.match(text, start, span.end)
    return frame.end() if frame else start


def behind_concession(article: ArticleDoc, span: Span, attribution: Attribution) -> int:
    """The start moved on behind "Though it was late, …" at the front of a clause whose cue comes last: the writer's bridge."""
    cue = attribution.cue
    words = article.doc.char_span(span.start, span.end, alignment_mode="contract")
    if words is None or cue is None or cue.start < span.end or words[0].lower_ not in CONCEDING:
        return span.start
    clause = words[0].head
    is_own = words[0].dep_ == "mark" and clause.dep_ == "advcl" and clause.i < clause.head.i < words.end
    behind = next((t for t in words.doc[clause.right_edge.i + 1 : words.end] if not t.is_punct), None)
    if not is_own or behind is None or "," not in {t.text for t in words.doc[clause.i + 1 : behind.i]}:
        return span.start
    return behind.idx


def before_quoted_sentence(text: str, span: Span, marks: MarkIndex) -> int:
    """The end moved back before a whole sentence between marks, which is a quotation of its own."""
    for marked in marks.between(span.start + 1, span.end):
        before = text[span.start : marked.opened].rstrip()
        if is_whole(text, marked) and before[-1:] in {",", ":", ".", ";", "—"}:
            return marked.opened
        if SENTENCE_OVER.search(before):
            return span.start + len(before)
    return span.end


def further_acts(words: DocSpan, cue: Token, marks: MarkIndex) -> Iterator[int]:
    """The numbers of the tokens at which something begins that is not said: a further act of the speaker, or a clause in
    the writer's own tense."""
    for token in words[1:]:
        if marks.at(token.idx) is not None:
            continue
        if is_further_act(token, cue, words.start) or is_writers_clause(token, cue, words):
            yield behind_connectives(
                token.left_edge if is_writers_clause(token, cue, words) else token, words.start
            )


def behind_connectives(token: Token, first: int) -> int:
    """The number of the token from which a further act is clipped: its adverb, conjunction and comma go with it."""
    start = token.i
    while start > first and token.doc[start - 1].tag_ == "RB":
        start -= 1
    while start > first and token.doc[start - 1].lower_ in CONNECTIVES:
        start -= 1
    return start


def is_further_act(verb: Token, cue: Token, first: int) -> bool:
    """True for ", adding that", "and asking", "and said later": the same speaker goes on, in a clause without subject."""
    before = verb.doc[verb.i - 1]
    while (before.tag_ == "RB" or before.is_quote) and before.i - 1 >= first:
        if before.dep_ == "neg" or before.lower_ in NEGATIVE:
            return False
        before = before.nbor(-1)
    if before.lower_ not in CONNECTIVES:
        return False
    if is_refraining(verb, cue):
        return before.lower_ in {"and", "but"}
    is_beside = verb.tag_ == "VBG" == cue.tag_ and verb.dep_ == "conj" and not has_subject(verb)
    is_second = is_beside and (verb.head == cue or (before.lower_ == "and" and is_no_gerund(verb.head)))
    if verb_lemma(verb) not in SAYING | NAMING:
        # "saying he was sad and linking to a page": the speaker's next act, whatever it is.
        return is_second and not any(c.dep_.startswith("aux") for c in verb.children)
    if verb.tag_ == "VBG":
        return not has_subject(verb) and not any(c.dep_.startswith("aux") for c in verb.children)
    is_active = verb.tag_ == "VBN" and cue.tag_ == "VBD" and any(c.dep_ == "obj" for c in verb.children)
    return (verb.tag_ == cue.tag_ in {"VBD", "VBZ", "VBP"} or is_active) and before.text in {"and", "but"}


def is_no_gerund(first: Token) -> bool:
    """True for what a gerund cannot be the second of: the speaker's next act ("saying he was sad | and linking to a page")."""
    return not first.lower_.endswith("ing")


def is_refraining(verb: Token, cue: Token) -> bool:
    """True for "but declined to elaborate", "but gave no details" and "but stopped short of it": how the speaker spoke."""
    if not is_past(cue) or has_subject(verb) or verb.tag_ not in {"VBD", "VBN"}:
        return False
    lemma = verb.lemma_.casefold()
    objects = (c for c in verb.children if c.dep_ == "obj")
    gives_nothing = lemma in GIVING and any(c.lower_ == "no" for o in objects for c in o.children)
    stops_short = lemma == "stop" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "short"
    declines = lemma in DECLINING and any(verb_lemma(c) in SAYING | GIVING for c in verb.children)
    return gives_nothing or stops_short or declines


def is_past(cue: Token) -> bool:
    """True for a cue in the past ("had said"), which the tagger may take for a participle ("the panel recommended")."""
    helpers = {c.lower_ for c in cue.children if c.dep_.startswith("aux")}
    return cue.tag_ == "VBD" or (cue.tag_ == "VBN" and helpers <= {"had"} and has_subject(cue))


def is_contrast(verb: Token, words: DocSpan) -> bool:
    """True for ", while others plan a suit" behind a clause that is shifted back ("it would close"): only the writer tells
    in the present."""
    mark = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ in CONTRASTING), None)
    if mark is None or verb.tag_ not in PRESENT or mark.i - 1 <= words.start or mark.nbor(-1).text != ",":
        return False
    return any(t.lower_ in BACKSHIFTED for t in words.doc[words.start : mark.i])


def is_beside_saying(verb: Token) -> bool:
    """True for "as he confirmed" and "while she insisted": what the speaker does at the same time."""
    if verb.tag_ != "VBD" or verb_lemma(verb) not in SAYING:
        return False
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), verb)
    return subject.tag_ == "PRP" and any(
        c.dep_ == "mark" and c.lower_ in {"as", "while"} for c in verb.children
    )


def is_beside_demand(second: Token, cue: Token, words: DocSpan) -> bool:
    """True for a second clause in the past that the parse hangs on the cue, behind ", and" and what should be or is ("said
    the pier should be closed, and the council met")."""
    first = next((c for c in cue.children if c.dep_ == "ccomp" and words.start <= c.i < second.i), None)
    start = second.left_edge.i
    opening = {t.text.strip("\"'”’").casefold() for t in second.doc[max(words.start, start - 3) : start + 1]}
    if first is None or second.tag_ != "VBD" or not {",", "and"} <= opening:
        return False
    helpers = {c.lower_ for c in first.children if c.dep_ in {"aux", "cop", "aux:pass"}}
    return first.tag_ in PRESENT or bool(helpers & PRESENT_HELPERS)


def is_writers_clause(verb: Token, cue: Token, words: DocSpan) -> bool:
    """True for a second clause in another tense than the first ("said they would leave, but there is …", "said it must
    close, and Lee went home"), or one beside the cue itself: the writer goes on with the story."""
    if not has_subject(verb) or not is_past(cue):
        return False
    if is_contrast(verb, words) or is_beside_saying(verb):
        return True
    if verb.dep_ == "ccomp" and verb.head == cue:
        return is_beside_demand(verb, cue, words)
    if verb.dep_ != "conj":
        return False
    start, first = verb.left_edge.i, verb.head
    before = {t.text.strip("\"'”’") for t in verb.doc[max(words.start, start - 3) : start + 1]}
    if start - 1 <= words.start or "," not in before:
        return False
    if first == cue:
        return True
    if first.i < words.start:
        return False
    helpers = {c.lower_ for c in first.children if c.dep_ in {"aux", "cop", "aux:pass"}}
    if verb.tag_ in PRESENT:
        return first.tag_ == "VBD" or bool(helpers & BACKSHIFTED)
    is_present = first.tag_ in PRESENT or bool(helpers & PRESENT_HELPERS)
    return verb.tag_ == "VBD" and is_present
