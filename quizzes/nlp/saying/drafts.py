"""Drafts: attributions being put together, and what tells whether a voice keeps the floor or a quotation stands alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from quizzes.nlp.saying.cues import Cue
from quizzes.nlp.saying.marks import Marked, MarkIndex
from quizzes.nlp.types import Attribution, Passage, Source, SourceKind, Span

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


def finished(draft: Draft, marks: MarkIndex) -> Attribution | None:
    """The attribution, its spans widened over the quotations they touch and joined where they meet."""
    spans: list[Span] = []
    for span in sorted([*(widened(s, marks) for s in draft.content), *draft.quoted]):
        if spans and span.start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, span.end))
        else:
            spans.append(span)
    if not spans:
        return None
    cue = Span(draft.cue.verb.idx, draft.cue.verb.idx + len(draft.cue.verb)) if draft.cue else None
    # A quotation given to this cue is its own though another's clause holds it too: the narrowest span tells.
    joined = set(spans)
    own = [q for q in draft.quoted if q not in joined]
    return Attribution(draft.source, cue, tuple(sorted([*spans, *own])))


def widened(span: Span, marks: MarkIndex) -> Span:
    """The span with the whole of the quotations in which it begins and ends."""
    first, last = marks.at(span.start), marks.at(max(span.start, span.end - 1))
    start = first.start if first else span.start
    end = last.end if last and last.end > span.start else span.end
    return Span(min(start, span.start) if first else start, max(end, span.start))


def end_at_closing_cue(draft: Draft, following: Draft) -> None:
    """Ends what a draft hands on before a cue that closes them both ("Lee asked him to go, the port said")."""
    cue = following.cue
    if draft.cue is None or cue is None:
        return
    if any(s.start <= draft.cue.start and draft.cue.end <= s.end <= cue.start for s in following.content):
        draft.content = [
            Span(s.start, min(s.end, cue.start)) if s.start < cue.start else s for s in draft.content
        ]


def with_outlet(drafts: Sequence[Draft], place: int) -> Source | None:
    """The source of a draft, through the outlet that tells of it ("The Times reports that Lee said …")."""
    source, cue = drafts[place].source, drafts[place].cue
    if source is None or cue is None or source.via or source.kind is SourceKind.OUTLET:
        return source
    for other in drafts[max(0, place - 2) : place + 3]:
        teller = other.source
        if teller is None or teller.kind is not SourceKind.OUTLET or other.cue is None:
            continue
        if any(s.covers(cue.start, cue.end) for s in other.content):
            return replace(source, via=teller.name)
    return source
