"""Sources that speak without a name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from quizzes.nlp.findings.side_by_side import SideBySide, make_finding, phrase_position
from quizzes.nlp.types import Finding, FindingKind, Source, Span

NAMELESS, MAYBE_NAMED = 0.8, 0.5

DEFINITE = re.compile(r"(?:the|this|that|these|those|he|she|they|it)\b", re.IGNORECASE)
"""A phrase that starts so points back to somebody, who may have been named before."""


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
                MAYBE_NAMED if all(DEFINITE.match(s.text) for s in sources) else NAMELESS,
            )
