"""Whether another article may let a voice be heard too, in a way that reading took for nobody's speech.

Free of the parse, and generous on purpose: a voice wrongly thought heard elsewhere hides a finding, never makes one up.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from quizzes.nlp.findings.side_by_side import SideBySide
from quizzes.nlp.findings.told_words import STOP, WORD, stem
from quizzes.nlp.lexicons.speech import SAYING, VERB_FORMS
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import Manner, Quotation, Reading, Source, SourceKind

TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[.!?;]")
REACH = 30
"""Words behind a name within which its verb stands ("Ann Roe of Penwick, Ned Rook and Ida Quill also called for …")."""

BEFORE = 5
"""Words between "said" and the name of who said it ("said the harbour master, Ann Roe")."""
SAID = frozenset("said says asked added wrote writes tweeted told".split())
OWNED_BY = frozenset({"to", "was", "were", "been", "be", "being", "is", "are", "by"})
"""Before a form of a verb that is not what the name before does ("was accused", "to say")."""

RUN = 6
"""Words in a row of a quotation that are the same utterance wherever they stand."""
FEWEST = 2
"""Words of a whole short quotation, none of them a function word, that are."""

SPOKESMAN = re.compile(
    r"\b(?:spokes\w+|press secretary|representative for|lawyer for|attorney for)\b", re.IGNORECASE
)
NEAR = 120
"""Characters around somebody's words within which a text says that he speaks for a body."""
SAME_CONTENT, SHARE = 3, 0.25
"""Telling words, and the share of the shorter sentence's, by which the words of a body may be those of who speaks for it."""

ADVERT = re.compile(
    r"\b(?:ads?|advert\w*|commercials?|fl[iy]ers?|leaflets?|billboards?|mailers?)\b[^.]{0,40}?\b(?:in which|where|that|saying)\b"
    r"|\b(?:message|email|letter|note|tweet)\b[^\n]{0,80}\bquot(?:e|ed|es|ing|ation)\b",
    re.IGNORECASE,
)
"""Words of an advertisement, or of somebody whom another's message quotes, are no voice that the article asked for."""


def is_second_hand(evidence: str) -> bool:
    """True for words that a sentence takes from an advertisement or from what another wrote."""
    return ADVERT.search(evidence) is not None


@dataclass(frozen=True, eq=False)
class Heard:
    """Who may be heard in the originals of a story, by the words that would show it."""

    side: SideBySide

    @cached_property
    def sayers(self) -> dict[str, set[str]]:
        """The articles in which a verb of saying stands beside a word."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for reading in self.side.originals:
            for word in sayers(reading):
                found[word].add(reading.article)
        return found

    @cached_property
    def texts(self) -> dict[str, str]:
        return {r.article: f" {' '.join(folded(r.text))} " for r in self.side.originals}

    @cached_property
    def having(self) -> dict[str, set[str]]:
        """The articles that have a folded word."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for article, text in self.texts.items():
            for word in text.split():
                found[word].add(article)
        return found

    @cached_property
    def of_bodies(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """What articles have bodies, unnamed sources or nobody say: the article, and the stems of the sentences."""
        return tuple(
            (r.article, stems_around(r, q))
            for r in self.side.originals
            for q in r.quotations
            if q.speaker is None or q.speaker.kind is not SourceKind.PERSON
        )

    @cached_property
    def by_stem(self) -> dict[str, list[int]]:
        """The places of what bodies say by its stems."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, (_, stems) in enumerate(self.of_bodies):
            for one in stems:
                found[one].append(at)
        return found

    def may_be(self, speaker: Source, said: Sequence[Quotation], by: str) -> bool:
        """True where an article besides `by` names the person as one who says or demands something, prints the same words,
        or has a body or nobody say the like; `said` are the voice's quotations in `by`."""
        if speaker.kind is SourceKind.PERSON and self.sayers.get(fold(speaker.name).split()[-1], {by}) - {by}:
            return True
        if any(self.is_printed(q, by) for q in said):
            return True
        reading = self.side.reading(by)
        return speaks_for_a_body(reading, speaker, said) and any(
            self.is_said_by_body(stems_around(reading, q), by) for q in said
        )

    def is_printed(self, quotation: Quotation, by: str) -> bool:
        """True for words between marks that stand in another article, the whole of a short quotation or a run of a long one."""
        words = folded(quotation.text)
        telling = [w for w in words if w not in STOP]
        if quotation.manner is Manner.INDIRECT or (len(telling) < FEWEST and len(words) < RUN):
            return False
        runs = (" ".join(words[n : n + RUN]) for n in range(max(len(words) - RUN, 0) + 1))
        return any(f" {run} " in self.texts[a] for run in runs for a in self.with_all(run.split()) - {by})

    def with_all(self, words: Sequence[str]) -> set[str]:
        """The articles that have every one of the words."""
        return set.intersection(*(self.having.get(w, set()) for w in words)) if words else set(self.texts)

    def is_said_by_body(self, stems: frozenset[str], by: str) -> bool:
        """True where bodies say in another article what shares so many telling words that it may be one statement."""
        shared = Counter(at for one in stems for at in self.by_stem.get(one, ()))
        return any(
            n >= max(SAME_CONTENT, SHARE * min(len(stems), len(self.of_bodies[at][1])))
            for at, n in shared.items()
            if self.of_bodies[at][0] != by
        )


def speaks_for_a_body(reading: Reading, speaker: Source, said: Sequence[Quotation]) -> bool:
    around = (reading.text[max(q.start - NEAR, 0) : q.end + NEAR] for q in said)
    return speaker.kind is SourceKind.PERSON and any(
        SPOKESMAN.search(words) for words in (speaker.title or "", *around)
    )


def sayers(reading: Reading) -> Iterator[str]:
    """The words behind which a verb of saying stands within their sentence, or "said" before them."""
    for span in reading.sentences:
        words = [fold(m.group()) for m in TOKEN.finditer(reading.text, span.start, span.end)]
        verbs = [n for n in range(1, len(words)) if is_speech(words[n], words[n - 1])]
        for at, word in enumerate(words):
            next_verb = bisect_right(verbs, at)
            if (
                (next_verb < len(verbs) and verbs[next_verb] <= at + REACH)
                or SAID & set(words[max(at - BEFORE, 0) : at])
                or words[max(at - 2, 0) : at] == ["according", "to"]
            ):
                yield word


def is_speech(word: str, before: str) -> bool:
    return VERB_FORMS.get(word) in SAYING and before not in OWNED_BY


def stems_around(reading: Reading, quotation: Quotation) -> frozenset[str]:
    """The telling words of the sentences in which a quotation stands, by stem."""
    around = [s for s in reading.sentences if s.start < quotation.end and quotation.start < s.end]
    words = (m.group() for s in around for m in WORD.finditer(reading.text, s.start, s.end))
    return frozenset(stem(w) for w in words if w.casefold() not in STOP)


def folded(text: str) -> list[str]:
    return [fold(m.group()) for m in WORD.finditer(text)]
