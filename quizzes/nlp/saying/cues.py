"""Cues: the words that hand something on as somebody's ("said", "according to", a headline's colon), and whose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.lexicons.speech import ASSERTING, DOCUMENTS, NAMING, SAYING, SHOWING, THINKING
from quizzes.nlp.saying.asked import question_scope
from quizzes.nlp.saying.marks import MarkIndex
from quizzes.nlp.saying.mentions import mention_tokens
from quizzes.nlp.saying.misread import (
    behind_adjective,
    behind_aside,
    behind_clause,
    caller,
    mended,
    of_participle,
)
from quizzes.nlp.saying.passed_on import passed_on
from quizzes.nlp.saying.speakers import (
    according_speaker,
    can_speak,
    has_subject,
    is_nearer,
    mended_speaker,
    relative_speaker,
    speaker_of,
    to_the_left,
    verb_lemma,
)
from quizzes.nlp.saying.unsaid import is_unsaid

# Forms that the tagger gets wrong in inversions and headlines; none of them is anything but a verb of saying.
PLAIN_FORMS = frozenset("said says told tells tweeted tweets".split())
# What is longer is no sentence but a text without full stops, in which nothing can be told by the parse.
MOST_SENTENCE_TOKENS = 400
HOMOGRAPHS = frozenset(
    "states reports notes claims records estimates forecasts demands requests promises posts remarks comments calls".split()
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
            yield according(token, mended(speaker) or speaker)
        return
    if marks.at(token.idx) is not None:
        return
    lemma = verb_lemma(token)
    if token.tag_ in {"NN", "NNS"} and (speaker := misread_verb_speaker(token, lemma, marks)) is not None:
        yield Cue(token, speaker, *phrase(token, speaker), True)
        return
    if quotes_by_place(token, marks) or puts_it(token):
        lemma = "say"
    if lemma not in SAYING and lemma not in NAMING and lemma not in THINKING and lemma not in SHOWING:
        return
    if (token.pos_ not in {"VERB", "AUX"} and lower not in PLAIN_FORMS) or is_misread_noun(token):
        return
    if lemma == "ask" and question_scope(token) is not None:
        yield Cue(token, None, token.idx, token.idx + len(token), True)
        return
    cue = verb_cue(token, lemma, sentence, marks)
    if cue is not None:
        yield cue


def is_misread_noun(verb: Token) -> bool:
    """True for "states", "reports" or "claims" behind a word that only a noun can follow ("said that states …")."""
    if verb.lower_ not in HOMOGRAPHS or verb.i == verb.sent.start:
        return False
    before = verb.nbor(-1)
    return before.tag_ in {"IN", "PRP$", "JJ", "CD"} or before.lower_ in {"the", "a", "these", "that"}


def quotes_by_place(verb: Token, marks: MarkIndex) -> bool:
    """True for any verb between a quotation and a name ("…," scoffed Ann Lee), and behind both ("…," she shared): it can
    only be one of saying."""
    if verb.tag_ not in {"VBD", "VBZ"} or verb.i + 1 >= len(verb.doc) or verb.i < 2:
        return False
    if verb.nbor(-1).lower_ in {"he", "she"} and closes_quotation(verb.i - 2, verb, marks):
        return True
    return closes_quotation(verb.i - 1, verb, marks) and verb.nbor().ent_type_ == "PERSON"


def puts_it(verb: Token) -> bool:
    """True for "as Lee put it" and "Lee put it this way"."""
    if verb.lower_ not in {"put", "puts"} or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return False
    return verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "it" and has_subject(verb)


def misread_verb_speaker(noun: Token, lemma: str, marks: MarkIndex) -> Token | None:
    """Who stands between a quotation and a verb of saying that the tagger takes for a noun ("…," the letter states)."""
    doc, speaker = noun.doc, noun.doc[noun.i - 1]
    if lemma not in SAYING or noun.i < 3:
        return None
    closing = [at for at in range(noun.i - 2, max(noun.i - 10, 0), -1) if closes_quotation(at, noun, marks)]
    ends = (
        noun.i + 1 >= len(doc) or doc[noun.i + 1].is_punct or doc[noun.i + 1].pos_ in {"ADP", "ADV", "SCONJ"}
    )
    if not closing or not ends:
        return None
    if speaker.pos_ == "PROPN":
        return speaker
    between = doc[closing[0] + 1 : noun.i]
    if any(t.pos_ in {"VERB", "AUX"} or (t.is_punct and t.text != "-") for t in between):
        return None
    return next((t for t in between if t.pos_ == "NOUN" and t.nbor().pos_ in {"ADP", "PUNCT"}), None) or (
        speaker if speaker.pos_ == "NOUN" else None
    )


def closes_quotation(at: int, word: Token, marks: MarkIndex) -> bool:
    """True where the token at a number is the closing mark of words that go on with a comma, in the word's sentence."""
    if at < word.sent.start:
        return False
    mark = word.doc[at]
    marked = marks.at(mark.idx)
    return (
        marked is not None
        and marked.is_closed
        and mark.idx + len(mark) == marked.closed
        and word.doc[at - 1].text in {",", "?", "!", "—", "…"}
    )


def according(token: Token, speaker: Token) -> Cue:
    _, end = mention_tokens(speaker)
    last = token.doc[end - 1]
    return Cue(token, speaker, token.idx, last.idx + len(last), True, None, True)


def verb_cue(verb: Token, lemma: str, sentence: DocSpan, marks: MarkIndex) -> Cue | None:
    if is_unsaid(verb, lemma) or is_attributive(verb):
        return None
    speaker = caller(verb) or speaker_of(verb, lemma, marks)
    if speaker is not None and (marks.at(speaker.idx) is not None or speaker.lower_ in FIRST_PERSONS):
        speaker = to_the_left(verb, marks) if verb.tag_ != "VBG" else None
    if speaker is None or speaker.lower_ in FIRST_PERSONS:
        return None
    speaker = mended_speaker(verb, speaker, marks)
    speaker = mended(of_participle(verb, in_place(verb, speaker))) if speaker is not None else None
    if speaker is None:
        return None
    if speaker.pos_ == "NOUN" and not can_speak(speaker) and is_nearer(verb, speaker):
        speaker = verb.doc[verb.i - 1]
    is_document = speaker.lemma_.casefold() in DOCUMENTS
    if lemma not in SAYING and lemma not in NAMING and lemma not in THINKING and not is_document:
        return None
    is_free = lemma in {"say", "tell", "read", "state"} or (lemma in ASSERTING and asserts_clause(verb))
    if not is_free and not can_speak(speaker) and not (speaker.tag_ == "WDT" and relative_speaker(speaker)):
        return None
    start, end = phrase(verb, speaker)
    return Cue(verb, speaker, start, end, lemma in SAYING or is_document, passed_on(verb))


def in_place(verb: Token, speaker: Token) -> Token:
    """The speaker, or who stands where one speaks beside a word that the parse has taken for him."""
    return behind_clause(verb, behind_aside(behind_adjective(verb, speaker)))


def is_attributive(verb: Token) -> bool:
    """True for a participle that only describes a noun ("the most criticized move", "a study, reported on last year")."""
    if (
        verb.tag_ == "VBN"
        and verb.dep_ == "acl"
        and verb.i + 1 < len(verb.doc)
        and verb.nbor().lower_ == "on"
    ):
        return True
    return verb.dep_ == "amod" or (
        verb.dep_ == "conj" and verb.tag_ == "VBN" and (verb.head.dep_ == "amod" or verb.head.pos_ == "ADJ")
    )


def asserts_clause(verb: Token) -> bool:
    """True where a clause hangs on the verb ("the star noted that …"): whatever its subject, it speaks."""
    return any(c.dep_ == "ccomp" and c.i > verb.i and has_subject(c) for c in verb.children)


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
