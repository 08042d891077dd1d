"""Sources that speak without a name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from quizzes.nlp.findings.side_by_side import SideBySide, make_finding, phrase_position
from quizzes.nlp.types import Finding, FindingKind, Source, Span

NAMELESS, MAYBE_NAMED, THIN = 0.8, 0.5, 0.5

DEFINITE = re.compile(r"(?:the|this|that|these|those|he|she|they|it)\b", re.IGNORECASE)
"""A phrase that starts so points back to somebody, who may have been named before."""


HIDING = frozenset(
    """officials sources insiders aides staffers advisers advisors diplomats employees lawmakers critics supporters opponents
    observers analysts experts friends relatives neighbors neighbours acquaintances colleagues investigators""".split()
)
"""Behind a bare "officials" or "critics" somebody hides, where "meteorologists" and "authorities" stand for a trade
or an office that speaks in public."""


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
                confidence(sources),
            )


def confidence(sources: list[Source]) -> float:
    if all(DEFINITE.match(s.text) for s in sources):
        return MAYBE_NAMED
    return THIN if all(is_thin(s) for s in sources) else NAMELESS


def is_thin(source: Source) -> bool:
    """True for one bare word in the plural that says only of what trade or office the speakers are."""
    words = source.text.casefold().split()
    return len(words) == 1 and words[0].endswith("s") and words[0] not in HIDING and source.reason is None
