"""Ways in and out of a house, and where somebody lay when found, that cannot both be right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.nlp.findings.comparable import content
from quizzes.nlp.findings.same_matter import NAME
from quizzes.nlp.findings.set_apart import Put, apart, contradiction, own_sentences, put, said_once
from quizzes.nlp.findings.side_by_side import SideBySide
from quizzes.nlp.types import Finding

SURE = 0.65

IN = r"broke|broken|climbed|slipped|came|entered|got in|let (?:them|him|her)self|let themselves|crept|sneaked|snuck|forced|gained entry|squeezed|crawled|dropped|lowered|abseiled|burst"
OUT = r"escaped|fled|got out|got away|slipped out|climbed out|ran out|left"
OPENINGS = {
    "skylight": "roof",
    "roof": "roof",
    "ceiling": "roof",
    "chimney": "roof",
    "window": "window",
    "balcony": "window",
    "door": "door",
    "entrance": "door",
    "tunnel": "tunnel",
    "sewer": "tunnel",
    "drain": "tunnel",
    "cellar": "cellar",
    "basement": "cellar",
}
WAY = re.compile(
    rf"\b(?:(?P<out>{OUT})|(?P<into>{IN}))\b[^.;:]{{0,60}}?\b(?P<way>(?:through|by|via) (?:an?|the|its|his|her|their)"
    rf" (?:[\w-]+ ){{0,2}}?(?P<opening>{'|'.join(OPENINGS)})s?)\b",
    re.IGNORECASE,
)

PLACES = {
    noun: kind
    for kind, nouns in {
        "vehicle": "car truck van pickup vehicle suv lorry taxi minivan trunk",
        "building": "house home apartment flat bedroom kitchen bathroom garage basement office hotel cellar attic barn",
        "water": "river lake sea pond canal creek pool reservoir",
        "open": "field ditch forest wood woods park ravine desert alley street",
    }.items()
    for noun in nouns.split()
}
FOUND = re.compile(
    r"\b(?:was|were|been) (?:later |then )?(?:found|discovered) (?:dead |unconscious |injured |lifeless |unharmed )?"
    rf"(?:in|inside|on|at|by) (?:an?|the|his|her|their) (?:[\w-]+ ){{0,2}}?(?P<place>{'|'.join(PLACES)})\b",
    re.IGNORECASE,
)


def find_ways(side: SideBySide) -> Iterator[Finding]:
    """A finding for each way in or out, and each place where somebody was found, that articles tell differently."""
    sentences = [s for r in side.originals for s in own_sentences(side, r)]
    ways = [
        put(s, m, "out" if m["out"] else "in", OPENINGS[m["opening"].casefold()])
        for s in sentences
        for m in WAY.finditer(s.text)
    ]
    for topic, puts in said_once(ways).items():
        found = apart(puts, lambda a, b: a.key != b.key and share(a, b))
        if found:
            yield contradiction(side, found, f"The way {topic}", SURE, "place")
    found_at = [
        put(s, m, "found", PLACES[m["place"].casefold()]) for s in sentences for m in FOUND.finditer(s.text)
    ]
    for puts in said_once(found_at).values():
        found = apart(puts, lambda a, b: a.key != b.key and bool(names(a) & names(b)))
        if found:
            yield contradiction(side, found, "Where somebody was found", SURE, "place")


def share(a: Put, b: Put) -> bool:
    """True where two sentences share a word of content beside the way."""
    return bool(
        (content(a.sentence.text) & content(b.sentence.text)) - content(" ".join([*OPENINGS, "through"]))
    )


def names(told: Put) -> frozenset[str]:
    """The words of a sentence that a capital marks as names."""
    return frozenset(NAME.findall(told.sentence.text))
