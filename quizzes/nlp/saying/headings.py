"""Attributions by a line of their own: a headline's colon ("Two hurt in blaze: police"), a signed part ("Analysis by …:")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.lexicons.speech import BODIES, DOCUMENTS, ROLES
from quizzes.nlp.saying.voices import Voices
from quizzes.nlp.types import TOLD, Attribution, Passage, Role, Source, SourceKind, Span

BEHIND_COLON = re.compile(r"(?<=[^:]):\s+([^:]{2,60})$")
BEFORE_COLON = re.compile(r"([^:\"“”]{2,40}):\s+(?=\S+\s+\S+\s+\S)")
SIGNED_PART = re.compile(
    r"(?:analysis|comment|opinion|commentary|perspective|viewpoint|at the scene)\b[\s:–—-]*(?:by|from)?\s+"
    r"(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w.'’-]+){1,3})(?:\s*(?:,|\bof\b|\bfor\b|\bin\b)\s+(?P<outlet>[A-Z].{1,60}?))?\s*:?$",
    re.I,
)
MOST_SOURCE_WORDS = 5
MOST_HEADING_CHARACTERS = 90


def heading_attributions(article: ArticleDoc, voices: Voices) -> Iterator[Attribution]:
    """What headlines and headings give to a source, for the whole line or the paragraphs below."""
    for passage in article.passages:
        if passage.role is Role.HEADLINE:
            yield from headline_attribution(article, voices, passage)
    yield from signed_parts(article)


def headline_attribution(article: ArticleDoc, voices: Voices, passage: Passage) -> Iterator[Attribution]:
    """The claim of a headline whose colon names the source, behind or before it."""
    line = article.text[passage.start : passage.end]
    for found, is_behind in ((BEHIND_COLON.search(line), True), (BEFORE_COLON.match(line), False)):
        if found is None:
            continue
        start, end = passage.start + found.start(1), passage.start + found.end(1)
        source = named_source(article, voices, start, end)
        if source is None:
            continue
        colon = passage.start + (found.start() if is_behind else found.end(1))
        content = Span(passage.start, colon) if is_behind else Span(passage.start + found.end(), passage.end)
        yield Attribution(source, Span(colon, colon + 1), (content,))
        return


def named_source(article: ArticleDoc, voices: Voices, start: int, end: int) -> Source | None:
    """The source that a few words beside a headline's colon name; None for a topic ("Budget: what changes")."""
    words = article.doc.char_span(start, end, alignment_mode="expand")
    if (
        words is None
        or len(words) > MOST_SOURCE_WORDS
        or any(t.pos_ in {"VERB", "AUX", "ADV"} for t in words)
    ):
        return None
    source = voices.spelled(words)
    is_voice = source.kind in {SourceKind.ANONYMOUS, SourceKind.OUTLET, SourceKind.DOCUMENT}
    is_name = any(t.ent_type_ in {"PERSON", "ORG"} for t in words) or source.name != source.text
    lemma = words.root.lemma_.casefold()
    is_role = lemma in DOCUMENTS | BODIES | ROLES or any(t.lower_ in voices.roster.people for t in words)
    return source if is_voice or is_name or is_role else None


def signed_parts(article: ArticleDoc) -> Iterator[Attribution]:
    """Paragraphs under "Analysis by Ann Lee of the Harbour Times:" are hers, up to the next heading."""
    source: Source | None = None
    content: list[Span] = []
    for passage in article.passages:
        line = article.text[passage.start : passage.end]
        signed = SIGNED_PART.match(line)
        # The writer's line may have been read as a byline.
        if passage.role not in TOLD and not (signed and passage.role is Role.BYLINE):
            continue
        is_heading = len(line) < MOST_HEADING_CHARACTERS and line[-1] not in ".”\"’'…!"
        if signed or is_heading:
            if source and content:
                yield Attribution(source, None, tuple(content))
            source, content = (signer(signed, passage) if signed else None), []
        elif source:
            content.append(Span(passage.start, passage.end))
    if source and content:
        yield Attribution(source, None, tuple(content))


def signer(signed: re.Match[str], passage: Passage) -> Source:
    start = passage.start + signed.start("name")
    outlet = signed["outlet"].rstrip(" :.") if signed["outlet"] else None
    return Source(
        signed["name"], start, start + len(signed["name"]), signed["name"], SourceKind.PERSON, outlet
    )
