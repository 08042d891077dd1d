"""Whether two items of one story ask for the same fact, or one shows what the other asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from quizzes.items.forms import form_of
from quizzes.items.matrix import Matrix
from quizzes.items.told import finding_named
from quizzes.items.types import ItemDraft, ItemKind, Option, Pairing
from quizzes.items.word_turns import Turn, turn_of
from quizzes.items.wording import folded
from quizzes.nlp.findings.side_by_side import role_at
from quizzes.nlp.types import FindingKind, Role

RUN = 5
"""Words in a row by which a reader knows a passage again."""

QUOTED = re.compile("“([^”]+)”")


@dataclass(frozen=True)
class Shown:
    """A draft as the students see it, with the sentences that it is about."""

    matrix: Matrix
    draft: ItemDraft

    @cached_property
    def options(self) -> tuple[Option, ...]:
        options = self.draft.options
        return (*options.left, *options.right) if isinstance(options, Pairing) else tuple(options)

    @cached_property
    def words(self) -> str:
        """All that is shown, folded."""
        return folded(" ".join((self.draft.stem, *(o.text for o in self.options))))

    @cached_property
    def passages(self) -> frozenset[str]:
        """The runs of words of what the stem and the options quote."""
        quoted = (*QUOTED.findall(self.draft.stem), *(o.text for o in self.options))
        return frozenset(run for words in quoted for run in _runs(words))

    @cached_property
    def sentences(self) -> frozenset[tuple[str, int]]:
        """The sentences that prove the key, by article and start; headlines, which many items may be about, left out."""
        found = set()
        for evidence in self.draft.evidence:
            reading = self.matrix.reading(evidence.article)
            for span in reading.sentences:
                is_touched = span.start < evidence.end and evidence.start < span.end
                if is_touched and role_at(reading, span.start) is not Role.HEADLINE:
                    found.add((evidence.article, span.start))
        return frozenset(found)

    @cached_property
    def field(self) -> str:
        return _field(finding_named(self.matrix, self.draft.finding).kind)

    @cached_property
    def turn(self) -> Turn:
        return turn_of(self.matrix, self.draft)

    @cached_property
    def form(self) -> str | None:
        kind = finding_named(self.matrix, self.draft.finding).kind
        return form_of(self.draft, on_voices=kind is FindingKind.VOICE_UNIQUE)

    @cached_property
    def is_open(self) -> bool:
        return self.draft.kind is ItemKind.OPEN


SPEECH = frozenset(
    {
        FindingKind.VOICE_UNIQUE,
        FindingKind.QUOTATION_ALTERED,
        FindingKind.QUOTATION_UNATTRIBUTED,
        FindingKind.REPORT_VERB,
        FindingKind.ANONYMOUS_SOURCE,
    }
)
WORDING = frozenset({FindingKind.LOADED_LANGUAGE, FindingKind.LABEL_CHOICE, FindingKind.AGENTLESS})


def _field(kind: FindingKind) -> str:
    """Who says it, how it is worded, or what is told: of one sentence each may be asked."""
    return "speech" if kind in SPEECH else "wording" if kind in WORDING else "fact"


def ask_the_same(one: Shown, other: Shown) -> bool:
    """True where two closed items, or two open ones, rest on one sentence and ask in one field."""
    is_alike = one.is_open is other.is_open and one.field == other.field
    return is_alike and bool(one.sentences & other.sentences)


def clash(one: Shown, other: Shown) -> bool:
    """True where the two cannot stand in one quiz: one gives the other away."""
    return gives_away(one, other) or gives_away(other, one)


def gives_away(one: Shown, other: Shown) -> bool:
    """True where what the first shows is what the second asks for."""
    if other.is_open:
        return False
    key = other.draft.key
    if other.draft.kind is ItemKind.EVIDENCE:
        return all(_shows_proof(one, [group]) for group in key)
    if other.draft.kind is ItemKind.CLAIM_EVIDENCE:
        return _shows_proof(one, key["groups"]) or _shows_choice(one, other, {key["choice"]})
    if other.draft.kind in (ItemKind.CHOICE, ItemKind.MULTI):
        return _shows_choice(one, other, {key} if isinstance(key, str) else set(key))
    if other.draft.kind is ItemKind.NUMBER:
        figures = {f"{key['low']:.10g}", f"{key['low']:,.10g}"}
        is_shown = any(f in one.draft.stem for f in figures) or bool(one.passages & other.passages)
        return bool(one.sentences & other.sentences) and is_shown
    return bool(one.passages & other.passages)


def _shows_proof(one: Shown, groups: Any) -> bool:
    """True where a sentence that is to be ticked is quoted, with the outlet that it stands in."""
    for sentence in (s for group in groups for s in group):
        text = one.matrix.reading(sentence["article"]).text[sentence["start"] : sentence["end"]]
        is_named = folded(one.matrix.name(sentence["article"])) in one.words
        if is_named and not one.passages.isdisjoint(_runs(text)):
            return True
    return False


def _shows_choice(one: Shown, other: Shown, keys: set[str]) -> bool:
    """True where a right option is shown beside a passage that the second quotes, is itself such a passage, or is a word that the
    stem asks about in quotation marks."""
    texts = [o.text for o in other.options if o.id in keys]
    if any(t.startswith("“") and t.casefold() in one.draft.stem.casefold() for t in texts):
        return True
    stem = {run for words in QUOTED.findall(other.draft.stem) for run in _runs(words)}
    is_same_passage = not one.passages.isdisjoint(stem)
    shown = folded(one.draft.stem)
    return any(
        (is_same_passage and folded(t) in one.words) or (len(folded(t).split()) >= RUN and folded(t) in shown)
        for t in texts
    )


def _runs(text: str) -> Iterator[str]:
    words = folded(text).split()
    return (" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
