"""Anonymity: why a source is not named ("on condition of anonymity because …", "who was not authorised to speak")."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from quizzes.nlp.types import Attribution, Source, SourceKind

UNNAMED_AS = re.compile(
    r"\banonym(?:ity|ous|ously)\b|\b(?:not|declined|refused)\s+(?:to\s+)?be\s+(?:named|identified|quoted)\b",
    re.I,
)
BECAUSE = re.compile(
    r"\b(?:because|since|for\s+fear|fearing|out\s+of\s+fear|citing|owing\s+to|due\s+to|in\s+order\s+to|so\s+as|given|"
    r"to\s+(?:discuss|speak|describe|talk|share|avoid|protect|reveal|disclose))\b[^.;”\"]*",
    re.I,
)
NOT_ALLOWED = re.compile(
    r"\b(?:(?:who|because\s+(?:\w+\s+){1,2})\s*)?(?:is|are|was|were|had|has|have|being)?\s*(?:not|n[’']t)\s+(?:been\s+)?"
    r"(?:authori[sz]ed|allowed|permitted|cleared)\s+(?:publicly\s+)?to\s+[^.;,”\"]*",
    re.I,
)
TOLD_UNNAMED = re.compile(
    r"\b(?:(?:an?|one|two|three|four|several|some|multiple)\s+)?(?:unnamed|unidentified|anonymous)\s+(?:[\w.-]+\s+){0,3}?"
    r"(?:sources?|officials?|aides?|advis[eo]rs?|insiders?|diplomats?|executives?)\b"
    r"|\b(?:(?:an?|one|two|three|four|several|some|multiple)\s+)?(?:sources?|people|persons?|someone|somebody|officials?)\s+"
    r"(?:(?:who\s+(?:is|are|was|were)\s+)?(?:familiar\s+with|briefed\s+on|close\s+to)|with\s+(?:direct\s+)?knowledge\s+of)"
    r"\s+(?:the|his|her|its|their|these|those)\s+(?:[\w’'-]+\s+){0,2}?(?:matter|case|situation|plans?|talks|discussions?|"
    r"deliberations|negotiations|investigation|inquiry|thinking|decision|process|events?|conversations?|exchange|incident)\b",
    re.I,
)
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s+[A-Z“\"]|\s*\n|\s*$)[^.!?\n]*)*")
# The next sentence may give it: "The official spoke on condition of anonymity because …".
REACH = 400


@dataclass(frozen=True)
class Reason:
    """Why somebody is unnamed, in the article's words, and the sentence that says so."""

    start: int
    end: int
    text: str


def with_reasons(text: str, attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions, their unnamed sources with the reason that the article gives for each."""
    attributions = list(attributions)
    reasons = find_reasons(text)
    if not reasons:
        return attributions
    unnamed = sorted(
        {
            (a.source.start, a.source.name)
            for a in attributions
            if a.source and a.source.kind is SourceKind.ANONYMOUS
        }
    )
    given: dict[str, str] = {}
    for reason in reasons:
        at = bisect_right(unnamed, (reason.end, "")) - 1
        if at >= 0 and reason.start - unnamed[at][0] <= REACH:
            given.setdefault(unnamed[at][1], reason.text)
    return [replace(a, source=explained(a.source, given)) for a in attributions]


def explained(source: Source | None, given: dict[str, str]) -> Source | None:
    if source is None or source.kind is not SourceKind.ANONYMOUS or source.name not in given:
        return source
    return replace(source, reason=given[source.name])


def find_reasons(text: str) -> list[Reason]:
    """Each reason for not naming a source, in order."""
    return [r for found in SENTENCE.finditer(text) if (r := reason_in(text, found.start(), found.end()))]


def reason_in(text: str, start: int, end: int) -> Reason | None:
    """The reason that a sentence gives: what follows the word for anonymity, or that the source may not speak."""
    if unnamed := UNNAMED_AS.search(text, start, end):
        because = BECAUSE.search(text, unnamed.end(), end)
        if because and because.start() - unnamed.end() <= 40:
            return Reason(start, end, tidy(because.group()))
    barred = NOT_ALLOWED.search(text, start, end)
    return Reason(start, end, tidy(barred.group())) if barred else None


def find_told_unnamed(text: str) -> list[Source]:
    """Sources whom the words themselves call unnamed ("citing unnamed officials", "people briefed on the talks")."""
    return [
        Source(m.group(), m.start(), m.end(), m.group(), SourceKind.ANONYMOUS)
        for m in TOLD_UNNAMED.finditer(text)
    ]


def tidy(words: str) -> str:
    """The reason up to the comma that leads back to the sentence's own verb."""
    words = re.sub(r",\s+(?:said|told|says|added|confirmed)\b.*$", "", " ".join(words.split()))
    return re.sub(r"^who\s+", "", words).strip(" ,")
