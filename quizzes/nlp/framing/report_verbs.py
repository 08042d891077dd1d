"""The verbs by which an article hands on what somebody says: those that judge, and the plain ones they are set against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Token

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.framing.tone_voices import Voices
from quizzes.nlp.lexicons.report_verbs import CLASS_OF, PLAIN
from quizzes.nlp.saying.speakers import verb_lemma
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import Attribution, Source, SourceKind, Span, Tone, ToneKind

PLAIN_CLASS = "plain"
NEAR = 3
"""Characters between speaker and verb that read as one phrase ("Ann Roe claimed", "claimed Ann Roe")."""
MOST_AFTER = 4
"""Words after a verb that stands alone by which it can be read ("claiming the letter was false")."""
ENDS = frozenset(".,;:!?")
ACTS = frozenset("concede admit acknowledge confess".split())
"""Verbs that also tell an act without words."""
MARK = re.compile(r"\w[,.!?]?[\"”]\s")
"""The end of a quotation, behind which its verb stands."""
STOPPED = re.compile(r"[.!?]\s+[\"“]")
"""The end of a sentence between a verb and a quotation that is then not its own."""
SPEAKERS = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION})


def find_report_verbs(article: ArticleDoc, voices: Voices) -> Iterator[Tone]:
    """A Tone for each verb by which a named speaker's words are handed on; of strength 0 where it judges nothing."""
    tokens = {t.idx: t for s in article.told for t in s}
    for attribution in article.attributions:
        cue, source = attribution.cue, attribution.source
        if cue is None or source is None or not speaks_for_itself(source) or cue.start not in tokens:
            continue
        verb = verb_lemma(tokens[cue.start])
        judged = class_of(verb, tokens[cue.start])
        if judged is None or (verb in ACTS and not hands_on_words(tokens[cue.start], attribution)):
            continue
        span = phrase(attribution, cue, tokens[cue.start])
        yield Tone(
            article=article.article,
            start=span.start,
            end=span.end,
            text=article.text[span.start : span.end],
            kind=ToneKind.REPORT_VERB,
            category=judged[0],
            strength=judged[1],
            about=speaker_key(source.name),
            voice=voices.at(cue.start, cue.end),
            word=verb,
        )


def speaks_for_itself(source: Source) -> bool:
    """True for a named speaker, and for "the clerk", whom other articles may name."""
    return source.kind in SPEAKERS or (
        source.kind is SourceKind.ANONYMOUS and source.text.casefold().startswith("the ")
    )


def hands_on_words(verb: Token, attribution: Attribution) -> bool:
    """False for the act: "the candidate conceded at midnight", "admitted defeat", "conceded the race"."""
    text, end = verb.doc.text, verb.idx + len(verb)
    if MARK.search(text[verb.sent.start_char : verb.idx]):
        return True
    if all(part.start >= end and STOPPED.search(text[end : part.start + 1]) for part in attribution.content):
        return False
    relations = {c.dep_ for c in verb.children}
    return (
        "obj" not in relations
        or bool(relations & {"ccomp", "xcomp", "parataxis"})
        or any(c.lower_ == "that" for c in verb.children)
    )


def class_of(verb: str, token: Token) -> tuple[str, float] | None:
    """The class of a verb of saying and how strongly it judges, None for a verb of neither list."""
    if verb == "point" and not any(c.lower_ == "out" for c in token.children):
        return None
    return CLASS_OF.get(verb) or ((PLAIN_CLASS, 0.0) if verb in PLAIN else None)


def phrase(attribution: Attribution, cue: Span, verb: Token) -> Span:
    """The verb with its speaker where the two stand side by side, else with the few words to the next mark, or alone."""
    source = attribution.source
    if source and 0 <= cue.start - source.end <= NEAR:
        return Span(source.start, cue.end)
    if source and 0 <= source.start - cue.end <= NEAR:
        return Span(cue.start, source.end)
    following = verb.doc[verb.i + 1 : verb.sent.end]
    words = list(takewhile(lambda t: not t.is_punct and not t.is_space, following))
    # A clause that goes on, or a quotation, is not cut off from it: then the verb says enough.
    is_whole = 0 < len(words) <= MOST_AFTER and (
        words[-1].i + 1 >= verb.sent.end or words[-1].nbor().text in ENDS
    )
    return Span(cue.start, words[-1].idx + len(words[-1])) if is_whole else cue


def speaker_key(name: str) -> str:
    """The folded last word of a speaker's name, by which articles are compared."""
    parts = fold(name).split()
    return parts[-1] if parts else ""
