"""Drafts: attributions being put together, and what tells whether a voice keeps the floor or a quotation stands alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from quizzes.nlp.saying.cues import Cue
from quizzes.nlp.saying.marks import Marked
from quizzes.nlp.types import Passage, Source, SourceKind, Span

LEAST_ORPHAN_WORDS = 5


@dataclass
class Draft:
    """An attribution being put together."""

    source: Source | None
    cue: Cue | None
    content: list[Span] = field(default_factory=list)
    quoted: list[Span] = field(default_factory=list)


def speaks_for_himself(source: Source) -> bool:
    """True for a named person: his words may run on into sentences that no longer name him."""
    return source.kind is SourceKind.PERSON and source.name[:1].isupper()


def begins_sentence(text: str, marked: Marked) -> bool:
    return text[marked.start : marked.start + 1].isupper() and " " in text[marked.start : marked.end]


def is_sentence(text: str, marked: Marked, passage: Passage) -> bool:
    """True for a quotation that stands as a sentence of its own, and is long enough to be more than a title."""
    before = text[passage.start : marked.opened].rstrip(" \t—–-•*")
    words = text[marked.start : marked.end].split()
    begins = not before or before[-1] in ".!?:”\"’'…"
    behind = text[marked.closed : passage.end].lstrip()
    ends = text[marked.end - 1] in ".!?…,—" or behind[:1] in {"", "."}
    return (
        begins
        and ends
        and (len(words) >= LEAST_ORPHAN_WORDS or (text[marked.end - 1] in ".!?" and len(words) >= 2))
    )


def takes_floor(draft: Draft) -> bool:
    """False for who speaks only in a clause on the speaker, or passes his words on ("…, Lee said, according to AFP")."""
    if draft.cue is None or draft.cue.is_according:
        return False
    verb = draft.cue.verb
    return not (verb.dep_.startswith("acl") or (verb.dep_ == "advcl" and not draft.quoted))


def end_of(found: re.Match[str]) -> tuple[int, int]:
    """Where a sentence ends and the next begins: at the full stop, or at the end of its line."""
    line = found.group().find("\n")
    return (found.start() + line if line >= 0 else found.start()), found.end()


def end_at_closing_cue(draft: Draft, following: Draft) -> None:
    """Ends what a draft hands on before a cue that closes them both ("Lee asked him to go, the port said")."""
    cue = following.cue
    if draft.cue is None or cue is None:
        return
    if any(s.start <= draft.cue.start and draft.cue.end <= s.end <= cue.start for s in following.content):
        draft.content = [
            Span(s.start, min(s.end, cue.start)) if s.start < cue.start else s for s in draft.content
        ]
