"""What somebody did of his own accord in one article, and because others made him in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.nlp.findings.comparable import content
from quizzes.nlp.findings.set_apart import Put, apart, contradiction, own_sentences, put, said_once
from quizzes.nlp.findings.side_by_side import SideBySide
from quizzes.nlp.types import Finding

SURE = 0.65
FREE, FORCED = "free", "forced"
OWN = r"(?:of (?:its|his|her|their) own (?:accord|free will)|on (?:its|his|her|their) own (?:initiative|accord)|voluntarily|by choice)"
STOP = r"(?:halt|stop|clos|shut|suspend|ceas|recall|withdr[ae]w|pull)(?:p?ed|e?s|d|n|e|p?ing)?"
LEAVE = r"(?:resign(?:ed|s)?|left|leaves?|quits?|stepp?(?:ed|s)? down|depart(?:ed|s)?)"
BY_ORDER = r"(?:order|forc|compel|instruct|requir)(?:l?ed|e?s|e|ing)"
BODIES = r"(?:inspectors|officials|authorities|police|regulators|officers|the (?:council|court|government|ministry|agency|city|county|state))"
ACTS = (
    ("stopping", FREE, rf"\b{STOP}\b[^.;]{{0,40}}\b{OWN}\b|\b{OWN} {STOP}\b"),
    ("stopping", FORCED, rf"\b{BY_ORDER} [^.;]{{0,40}}?\bto {STOP}\b|\b{BODIES} (?:have |had )?{STOP}\b"),
    ("leaving", FREE, rf"\b{LEAVE}\b[^.;]{{0,30}}\b{OWN}\b|\b{OWN} {LEAVE}\b"),
    (
        "leaving",
        FORCED,
        rf"\b(?:was|were|been|being) (?:forced to {LEAVE}|forced out|fired|sacked|dismissed|ousted)\b",
    ),
)
NOT = re.compile(
    r"\b(?:not|never|denied|denies|nobody|no one|without being|if|could|may|might|would)\b", re.IGNORECASE
)


def find_accord(side: SideBySide) -> Iterator[Finding]:
    """A finding for each stop and each leave that was free in one article and forced in another."""
    puts = [
        put(s, m, topic, key)
        for r in side.originals
        for s in own_sentences(side, r)
        for topic, key, pattern in ACTS
        if (m := re.search(pattern, s.text, re.IGNORECASE)) and not NOT.search(s.text)
    ]
    for topic, told in said_once(puts).items():
        found = apart(told, lambda a, b: a.key != b.key and share(a, b))
        others = [p for p in told if p not in found and any(p.key == f.key and share(p, f) for f in found)]
        if found:
            both = sorted([*found, *others], key=lambda p: p.article)
            yield contradiction(side, both, f"Whether the {topic} was free", SURE, "status")


def share(a: Put, b: Put) -> bool:
    """True where two sentences share a word of content."""
    return bool(content(a.sentence.text) & content(b.sentence.text))
