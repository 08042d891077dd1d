"""Sources that speak without a name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from quizzes.nlp.findings.side_by_side import SideBySide, make_finding, phrase_position
from quizzes.nlp.types import Finding, FindingKind, Reading, Source, SourceKind, Span

NAMELESS, MAYBE_NAMED, THIN = 0.8, 0.5, 0.5

DEFINITE = re.compile(r"(?:the|this|that|these|those|he|she|they|it)\b", re.IGNORECASE)
"""A phrase that starts so points back to somebody, who may have been named before."""


HIDING = frozenset(
    """officials sources insiders aides staffers advisers advisors diplomats employees critics supporters opponents
    observers analysts experts friends relatives neighbors neighbours acquaintances colleagues investigators""".split()
)
"""Behind a bare "officials" or "critics" somebody hides, where "meteorologists" and "authorities" stand for a trade
or an office that speaks in public."""

FOR_A_BODY = re.compile(
    r"\b(?:spokes\w+|press secretar(?:y|ies)|representatives? (?:for|of))\b", re.IGNORECASE
)
"""Who speaks for a body hides nobody: the body itself is heard."""

CROWDS = frozenset(
    """many some most several others few republicans democrats conservatives liberals progressives lawmakers senators
    candidates politicians agencies groups organizations organisations""".split()
)
"""Last words of a phrase for a crowd or for bodies in the plural: an opinion that many share, no one shielded source."""

PASSERS_BY = frozenset("man woman boy girl another".split())
"""Persons of an anecdote, whom the article lets act and does not ask."""

SHARE = re.compile(r"(?:%|\bper\s?cent|\b(?:half|third|quarter|majority)) of (?:the )?$", re.IGNORECASE)
"""Before those of whom a survey asked some."""

INFORMED = re.compile(
    r"\b(?:sources?|aides?|advis[eo]rs?|officials?|insiders?|diplomats?|briefed|familiar|knowledge|anonym\w+|unnamed|"
    r"condition|not authori[sz]ed|who asked)\b",
    re.IGNORECASE,
)
"""Words for those who know something and are shielded, whoever else is named beside them."""

ADVICE = re.compile(
    r"\s+(?:are |were |have |had |also )?(?:urg|advis|warn|ask|encourag|remind)\w*\s+(?:the public|everyone|"
    r"(?:\w+ )?(?:people|residents|drivers|motorists|travell?ers|visitors|citizens|homeowners|parents))\b",
    re.IGNORECASE,
)
"""Behind those whose office is to tell the public what to do."""

NAMED_NEXT = 2
"""Sentences behind a crowd's in which one of it is often named ("Critics objected. “It is a mess,” said Ann Roe")."""


def find_anonymous_sources(side: SideBySide) -> Iterator[Finding]:
    """A finding for each unnamed source of each article, with every mention of it; the phrase itself is the evidence."""
    for reading in side.originals:
        mentions: defaultdict[str, list[Source]] = defaultdict(list)
        for source in reading.unnamed:
            mentions[source.name.casefold()].append(source)
        for sources in mentions.values():
            yield make_finding(
                FindingKind.ANONYMOUS_SOURCE,
                [phrase_position(side, reading.article, Span(s.start, s.end), s) for s in sources],
                f"{side.name(reading.article)} does not name who says this: “{sources[0].text}”.",
                confidence(reading, sources),
            )


def confidence(reading: Reading, sources: list[Source]) -> float:
    if all(hides_nobody(reading, s) for s in sources):
        return THIN
    if all(DEFINITE.match(s.text) for s in sources):
        return MAYBE_NAMED
    return THIN if all(is_thin(s) for s in sources) else NAMELESS


def is_thin(source: Source) -> bool:
    """True for one bare word in the plural that says only of what trade or office the speakers are."""
    words = source.text.casefold().split()
    return len(words) == 1 and words[0].endswith("s") and words[0] not in HIDING and source.reason is None


def hides_nobody(reading: Reading, source: Source) -> bool:
    """True for the voice of a body, a crowd of one opinion, a passer-by, part of a survey, and those who are named next."""
    if source.reason is not None:
        return False
    words = source.text.casefold().split()
    if FOR_A_BODY.search(source.text) or words[-1] in CROWDS | PASSERS_BY:
        return True
    if SHARE.search(reading.text, max(source.start - 30, 0), source.start):
        return True
    if ADVICE.match(reading.text, source.end):
        return True
    return not INFORMED.search(source.text) and words[-1].endswith("s") and is_named_next(reading, source)


def is_named_next(reading: Reading, source: Source) -> bool:
    """True where a person who is named speaks in the sentences right behind the source's."""
    behind = [s for s in reading.sentences if s.start > source.start][:NAMED_NEXT]
    return any(
        behind[0].start <= q.start < behind[-1].end
        and q.speaker is not None
        and q.speaker.kind is SourceKind.PERSON
        for q in reading.quotations
        if behind
    )
