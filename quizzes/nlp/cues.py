"""Cues: the words that hand something on as somebody's ("said", "according to", a headline's colon), and whose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.lexicons.speech import (
    BODIES,
    DOCUMENTS,
    HEARERS,
    NAMING,
    ROLES,
    SAYING,
    SHOWING,
    THINKING,
    UNNAMED,
)
from quizzes.nlp.marks import MarkIndex
from quizzes.nlp.mentions import mention_tokens
from quizzes.nlp.names import clean_name, is_outlet

# Forms that the tagger gets wrong in inversions and headlines; none of them is anything but a verb of saying.
PLAIN_FORMS = {
    "said": "say",
    "says": "say",
    "told": "tell",
    "tells": "tell",
    "tweeted": "tweet",
    "tweets": "tweet",
}
# What is longer is no sentence but a text without full stops, in which nothing can be told by the parse.
MOST_SENTENCE_TOKENS = 400
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "X"})
INVERTED = frozenset(
    {"obj", "iobj", "obl", "nmod", "appos", "flat", "dep", "ccomp", "xcomp", "parataxis", "obl:unmarked"}
)
TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow morning afternoon evening
    night week month year day weekend earlier later""".split()
)
ISSUING = frozenset("issue release publish send post write put give read make file submit circulate".split())
# "asked not to be named" is a condition, not what is reported.
CONDITION = re.compile(
    r"\W*(?:that\b.{0,20}\b)?(?:not\s+(?:to\s+)?be|to\s+remain|on\s+anonymity|anonymity)\b.{0,20}(?:named|identified|anonym\w+|quoted)?",
    re.I,
)
INVERTING = frozenset(
    "say tweet write add ask note explain recall remember reply respond declare state insist warn argue observe".split()
)
FIRST_PERSONS = frozenset({"i", "we", "you", "us", "me"})


@dataclass(frozen=True)
class Cue:
    """A word of saying with its speaker (the head of the phrase, None where nobody is named) and where both stand.

    `start` and `end` are the offsets of speaker and verb together; `is_speech` is False for verbs of thinking
    and judging, which quote only with marks.
    """

    verb: Token
    speaker: Token | None
    start: int
    end: int
    is_speech: bool
    via: str | None = None
    is_according: bool = False


def find_cues(article: ArticleDoc, marks: MarkIndex) -> list[Cue]:
    """Every cue outside quotation marks, in order."""
    sentences = (s for s in article.told if len(s) <= MOST_SENTENCE_TOKENS)
    return [cue for sentence in sentences for token in sentence for cue in cues_at(token, sentence, marks)]


def cues_at(token: Token, sentence: DocSpan, marks: MarkIndex) -> Iterator[Cue]:
    lower = token.lower_
    if lower == "according":
        if marks.at(token.idx) is None and (speaker := according_speaker(token)) is not None:
            yield according(token, speaker)
        return
    lemma = PLAIN_FORMS.get(lower) or token.lemma_.casefold()
    if lemma not in SAYING and lemma not in NAMING and lemma not in THINKING and lemma not in SHOWING:
        return
    if token.pos_ not in {"VERB", "AUX"} and lower not in PLAIN_FORMS:
        return
    if marks.at(token.idx) is not None:
        return
    cue = verb_cue(token, lemma, sentence, marks)
    if cue is not None:
        yield cue


def according_speaker(token: Token) -> Token | None:
    """The head of "according to X"."""
    following = [t for t in token.doc[token.i + 1 : token.i + 14] if t.sent == token.sent]
    if not following or following[0].lower_ != "to":
        return None
    if token.head.i > token.i and token.head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return token.head
    near = next((t for t in token.children if t.i > token.i and t.pos_ in {"NOUN", "PROPN", "PRON"}), None)
    if near is not None and near.dep_ in {"compound", "amod"} and near.head.i > near.i:
        near = near.head
    return near or next(
        (
            t
            for t in following[1:]
            if t.pos_ in {"NOUN", "PROPN"} and t.dep_ not in {"compound", "nmod:poss", "nmod:desc"}
        ),
        None,
    )


def according(token: Token, speaker: Token) -> Cue:
    _, end = mention_tokens(speaker)
    last = token.doc[end - 1]
    return Cue(token, speaker, token.idx, last.idx + len(last), True, None, True)


def verb_cue(verb: Token, lemma: str, sentence: DocSpan, marks: MarkIndex) -> Cue | None:
    if is_denied_saying(verb, lemma) or verb.dep_ == "amod":
        return None
    speaker = speaker_of(verb, lemma, marks)
    if speaker is not None and (marks.at(speaker.idx) is not None or speaker.lower_ in FIRST_PERSONS):
        speaker = to_the_left(verb, marks) if verb.tag_ != "VBG" else None
    if speaker is None or speaker.lower_ in FIRST_PERSONS:
        return None
    if speaker.pos_ == "NOUN" and not can_speak(speaker) and is_nearer(verb, speaker):
        speaker = verb.doc[verb.i - 1]
    is_document = speaker.lemma_.casefold() in DOCUMENTS
    if lemma not in SAYING and lemma not in NAMING and lemma not in THINKING and not is_document:
        return None
    if lemma not in {"say", "tell", "read", "state"} and not can_speak(speaker):
        return None
    start, end = phrase(verb, speaker)
    if lemma in {"ask", "request", "insist", "speak", "demand"} and CONDITION.match(
        verb.doc[verb.i + 1 : verb.i + 12].text
    ):
        return None
    return Cue(verb, speaker, start, end, lemma in SAYING or is_document, passed_on(verb))


def is_nearer(verb: Token, speaker: Token) -> bool:
    """True where the word right before the verb is a noun that can speak and hangs on the alleged subject."""
    near = verb.doc[verb.i - 1]
    return near.i > speaker.i and near.pos_ == "NOUN" and near.head == speaker and can_speak(near)


def can_speak(speaker: Token) -> bool:
    """True for people, bodies and documents, false for things and happenings ("the delay suggests")."""
    if speaker.pos_ in {"PROPN", "PRON"}:
        return speaker.lower_ not in {"this", "that", "which"}
    if speaker.pos_ in {"ADJ", "NUM", "DET"}:
        return (
            speaker.lower_ in {"some", "many", "others", "several", "most", "few", "one", "two", "both"}
            or speaker.pos_ == "NUM"
        )
    lemma = speaker.lemma_.casefold()
    return (
        lemma in DOCUMENTS | BODIES | ROLES | PEOPLE
        or speaker.lower_ in UNNAMED
        or speaker.ent_type_ in {"ORG", "PERSON"}
    )


def is_denied_saying(verb: Token, lemma: str) -> bool:
    """True where nothing is said: "did not say", "declined to say", "would not comment"."""
    if any(c.lower_ in {"not", "n't", "n’t", "never"} for c in verb.children if c.i < verb.i):
        return lemma not in {"believe", "think", "expect"}
    return verb.dep_ == "xcomp" and verb.head.lemma_.casefold() in {
        "decline",
        "refuse",
        "fail",
        "want",
        "try",
        "have",
        "need",
        "use",
    }


def speaker_of(verb: Token, lemma: str, marks: MarkIndex, depth: int = 0) -> Token | None:
    """The head of whoever the verb makes speak, or None. A relative pronoun stands for itself (mentions resolve it)."""
    passive = any(
        c.dep_ in {"aux:pass", "nsubj:pass"} or (verb.tag_ == "VBN" and c.lower_ in {"be", "been", "being"})
        for c in verb.children
    )
    if passive and depth == 0:
        return next((c for c in verb.children if c.dep_ == "obl:agent" and not is_time(c)), None)
    own = [
        c
        for c in verb.children
        if c.dep_ in SUBJECTS and c.dep_ != "expl" and c.i <= verb.i + 12 and not is_time(c)
    ]
    before = [c for c in own if c.i < verb.i]
    if own:
        subject = before[-1] if before else own[0]
        if subject.pos_ in NOMINAL:
            return subject
        return verb.nbor(-1) if is_nearer(verb, subject) else None
    after = inverted(verb, lemma)
    if after is not None:
        return after
    if verb.dep_ in {"acl", "acl:relcl"} and verb.tag_ == "VBG":
        return issuer(verb.head) if verb.head.pos_ in {"NOUN", "PROPN", "PRON"} else None
    inherited = inherited_speaker(verb, lemma, marks, depth)
    return inherited or (to_the_left(verb, marks) if depth == 0 and verb.tag_ != "VBG" else None)


def issuer(noun: Token) -> Token:
    """Who issued a document that speaks ("the clinic issued a statement saying"), else the document."""
    verb = noun.head
    if noun.dep_ == "obj" and noun.lemma_.casefold() in DOCUMENTS and verb.lemma_.casefold() in ISSUING:
        return next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ in NOMINAL), noun)
    return noun


def inherited_speaker(verb: Token, lemma: str, marks: MarkIndex, depth: int) -> Token | None:
    """The speaker of the verb that this one is coordinated with or hangs on ("rose and said", "smiled, saying")."""
    head = verb.head
    if (
        verb.dep_ in {"conj", "acl", "appos", "parataxis"}
        and head.pos_ == "PROPN"
        and head.i < verb.i
        and verb.tag_ != "VBG"
    ):
        return head
    if depth > 3 or head == verb or head.pos_ not in {"VERB", "AUX", "ADJ", "NOUN"}:
        return None
    hangs = verb.dep_ in {"advcl", "parataxis", "ccomp", "dep"} and verb.tag_ == "VBG"
    if verb.dep_ in {"conj", "xcomp"} or hangs:
        return speaker_of(head, lemma, marks, depth + 1)
    return None


def is_time(token: Token) -> bool:
    """True for "Tuesday" or "last week": never a speaker, whatever the parse says."""
    return token.ent_type_ in {"DATE", "TIME"} or token.lower_ in TIMES


def inverted(verb: Token, lemma: str) -> Token | None:
    """The speaker behind a verb that follows a mark or comma ("…," said the mayor), where the parse has another label."""
    if (
        verb.i == 0
        or verb.i + 1 >= len(verb.doc)
        or verb.tag_ == "VBG"
        or lemma in NAMING - {"report", "note"}
    ):
        return None
    before = verb.doc[verb.i - 1]
    if not before.is_punct or before.text not in {",", "”", '"', "’", "'", "’’", "''", "?", "!"}:
        return None
    if before.text == "," and lemma in {"tell", "inform", "remind"}:
        return None
    name = verb.nbor()
    if lemma in INVERTING and before.text != "," and name.text[:1].isupper() and not is_time(name):
        return name.head if name.dep_ in {"compound", "flat", "nmod:desc"} and name.head.i > name.i else name
    for token in verb.children:
        if (
            token.i > verb.i
            and token.pos_ in {"PROPN", "NOUN", "PRON"}
            and token.dep_ in INVERTED
            and not is_time(token)
        ):
            lead = token.doc[verb.i + 1 : token.i + 1]
            if token.left_edge.i == verb.i + 1 and not any(t.pos_ in {"ADP", "SCONJ", "VERB"} for t in lead):
                return token
    return None


def to_the_left(verb: Token, marks: MarkIndex) -> Token | None:
    """The speaker that the parse has lost: the first name, pronoun or speaking noun of the clause before the verb."""
    sent = verb.sent
    start = sent.start
    for token in reversed(verb.doc[sent.start : verb.i]):
        if (
            token.text in {";", ":"}
            or token.lower_ in {"but", "while", "though", "although", "when"}
            or marks.at(token.idx) is not None
        ):
            start = token.i + 1
            break
    found = None
    for token in verb.doc[start : verb.i]:
        if found is not None and (token.ent_type_ != "PERSON" or token.nbor(-1).text != ","):
            continue
        if (
            token.pos_ not in {"PROPN", "PRON", "NOUN"}
            or is_time(token)
            or token.dep_ in {"compound", "nmod:poss", "nmod:desc"}
        ):
            continue
        edge = token.doc[max(start, token.left_edge.i) : token.i]
        led = token.i > start and token.doc[token.i - 1].pos_ in {"ADP", "SCONJ"}
        if led or any(t.pos_ == "ADP" for t in edge if t.head == token):
            continue
        if (
            token.lower_ in {"he", "she", "they", "it", "who"}
            or token.ent_type_ in {"PERSON", "ORG"}
            or (token.pos_ == "NOUN" and can_speak(token))
        ):
            if found is not None or token.pos_ != "NOUN":
                return token
            # A role: its bearer's name may follow behind a comma ("the director of the clinic, Ann Lee, said").
            found = token
    return found


def phrase(verb: Token, speaker: Token) -> tuple[int, int]:
    """The offsets of speaker and verb as one stretch."""
    first, end = mention_tokens(speaker)
    tokens = [
        verb.doc[first],
        verb.doc[end - 1],
        verb,
        *(
            c
            for c in verb.children
            if c.dep_ in {"aux", "compound:prt"} or (c.dep_ == "advmod" and abs(c.i - verb.i) <= 2)
        ),
    ]
    near = [t for t in tokens if abs(t.i - verb.i) <= 60 and t.sent == verb.sent]
    last = max(near, key=lambda t: t.i)
    return min(near, key=lambda t: t.i).idx, last.idx + len(last)


def passed_on(verb: Token) -> str | None:
    """The outlet that the words were said to ("told AFP", "in an interview with the Harbour Times"), or None."""
    for child in verb.children:
        if (
            child.i > verb.i
            and child.dep_ in {"obj", "iobj", "obl", "obl:arg", "nmod"}
            and child.i <= verb.i + 15
        ):
            first, end = mention_tokens(child)
            name = clean_name(re.sub(r"^(?:to|with|in|on|by|for)\s+", "", verb.doc[first:end].text))
            if child.lower_ not in HEARERS and is_outlet(name):
                return name
    return None
