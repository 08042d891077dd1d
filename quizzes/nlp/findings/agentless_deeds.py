"""Deeds, not harms, that one article tells without who did them ("bolting was deferred") and another with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from quizzes.nlp.findings.comparable import content
from quizzes.nlp.findings.set_apart import Put, own_sentences, put
from quizzes.nlp.findings.side_by_side import SideBySide, make_finding, phrase_position
from quizzes.nlp.types import Finding, FindingKind

SURE = 0.6
STEM = 4
"""Letters by which "bolts" and "bolting" are one thing."""

DEEDS = {
    "delay": r"put off|postponed|deferred|delayed",
    "cancel": r"cancell?ed|missed|skipped|scrapped|called off",
    "cut": r"cut|slashed|reduced|axed|trimmed",
    "raise": r"raised|increased|hiked",
    "hide": r"hid|hidden|concealed|covered up|withheld",
    "destroy": r"destroyed|shredded|deleted|erased",
}
BE = r"(?:was|were|(?:has|have|had) been)(?: \w+ly)?"
WITHOUT = r"(?<![\w'’-])(?P<what>(?:[\w'’-]{{1,40}} ){{1,6}}?){be} (?:{deed})\b(?![^.;]{{0,60}}\bby (?!\w+day|the end|then|now|\d))"
WITH = r"(?<![\w'’-])(?P<who>[\w'’-]{{1,40}}) (?:had |has |have )?(?:{deed}) (?P<what>(?:the|its|his|her|their|a|an) (?:(?!(?:of|to|in|on|at|for|and|from|by)\b)[\w'’-]+ ?){{1,5}})(?<! )"
NOBODY = frozenset(
    "was were been be is are and or that which who it to not being have had has he she they we i you also".split()
)
"""What stands before a verb and names no doer that a reader learns."""


def find_agentless_deeds(side: SideBySide) -> Iterator[Finding]:
    """A finding for each deed on one thing that an article tells without a doer and another with one."""
    sentences = [s for r in side.originals for s in own_sentences(side, r)]
    for family, deed in DEEDS.items():
        without, named = (
            [
                put(s, m, m["what"], family)
                for s in sentences
                for m in re.finditer(pattern.format(be=BE, deed=deed), s.text)
                if "who" not in m.groupdict() or m["who"].casefold() not in NOBODY
            ]
            for pattern in (WITHOUT, WITH)
        )
        for left_out, told in product(without, named):
            naming = {n.article for n in named if same_thing(left_out, n)}
            if told.article in naming and left_out.article not in naming:
                yield made(side, left_out, told)
                break


def same_thing(a: Put, b: Put) -> bool:
    stems = [{w[:STEM] for w in content(p.topic)} for p in (a, b)]
    return bool(stems[0] & stems[1])


def made(side: SideBySide, left_out: Put, told: Put) -> Finding:
    texts = [side.slice(p.article, p.words.start, p.words.end).text for p in (left_out, told)]
    return make_finding(
        FindingKind.AGENTLESS,
        [phrase_position(side, p.article, p.words) for p in (left_out, told)],
        f"Told without who did it and with: {side.name(left_out.article)} writes “{texts[0]}”; "
        f"{side.name(told.article)} “{texts[1]}”.",
        SURE,
        aspect="deed",
    )
