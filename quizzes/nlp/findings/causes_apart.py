"""One fire, crash or outage put down to two causes: a faulty heater or a candle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.nlp.findings.bonds import Bonds, own_words, told_sentences
from quizzes.nlp.findings.rare_words import BARE
from quizzes.nlp.findings.set_apart import Put, contradiction
from quizzes.nlp.findings.side_by_side import SideBySide
from quizzes.nlp.lexicons.acts import FAMILY_OF_NOUN
from quizzes.nlp.lexicons.contrasts import kinds_of
from quizzes.nlp.lexicons.derived import rows_of
from quizzes.nlp.types import Evidence, Finding, Span

SURE = 0.65
LONGEST = 3
"""Words of a cause before its noun."""

WHAT = rf"(?:(?:an?|the|his|her|its|their|what \w+ (?:called|described as) an?) )?(?P<what>(?:[a-z][\w’'-]* ){{0,{LONGEST}}}?[a-z][\w-]{{2,}})"
END = r"(?=[.,;:”\"—]|$| (?:in|on|at|that|which|who|and|from|of|to|near|under|when|as|after|behind|left|inside|by|while|but|during|with|for|not|rather)\b)"
EFFECTS = frozenset(
    """fire blaze explosion blast crash collision derailment accident outage blackout leak spill collapse flood flooding landslide
    avalanche fault failure delay evacuation closure shutdown outbreak poisoning death deaths""".split()
)
"""What has one cause that a reader could check."""
DID = r"(?:caused|started|sparked|triggered|ignited|set off|touched off|brought (?:down|on))"
CAUSES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?P<of>[a-z]+) (?:was|were|had been|has been|is|may have been|appears? to have been)? ?(?:probably |likely |apparently |accidentally )?{DID} by {WHAT}{END}",
        rf"\b(?P<of>[a-z]+) (?:was|were|had been|has been|is) (?:blamed on|put down to|traced (?:back )?to|attributed to|due to|the result of) {WHAT}{END}",
        rf"\bblam\w+ (?:the )?(?P<of>[a-z]+) on {WHAT}{END}",
        rf"\b(?:[Aa]n?|[Tt]he) {WHAT}(?: (?:in|on|at|from|of) (?:[a-z’'-]+ ){{1,3}}?)? ?(?:is|was|has been|had been) (?:being )?blamed for the (?P<of>[a-z]+)\b",
        rf"\b[Cc]ause of the (?P<of>[a-z]+) (?:was|is|had been) {WHAT}{END}",
        rf"\b(?:[Aa]n?|[Tt]he|[Tt]hat) (?P<what>(?:[a-z][\w’'-]* ){{0,{LONGEST}}}?[a-z][\w-]{{2,}}) (?:had |have |may have |probably |apparently |likely )*{DID} (?:the|a) (?:[a-z][\w-]+ )?(?P<of>[a-z]+)\b",
    )
)
DENIED = re.compile(r"\b(?:not|n[’']t|never|no|whether|if|ruled out|denied|could|might|can|would)\b")
"""Words of a sentence that tells what was no cause, or only may be."""
NO_CAUSE = frozenset("cause reason matter which that this what who someone somebody unknown it thing".split())


def find_causes_apart(side: SideBySide) -> Iterator[Finding]:
    """A finding for each effect that two articles put down to two causes, where neither article has the other's at all."""
    bonds = Bonds(side)
    puts = own_words(side, (p for s in told_sentences(side) for p in causes_in(s)))
    for together in bonds.tied_once(
        puts, lambda a, b: a.key != b.key and bonds.are_unknown(a, b) and not may_be_one(a.key, b.key), 0.0
    ):
        yield contradiction(side, together, "What caused it", SURE, "attribute")


def causes_in(sentence: Evidence) -> Iterator[Put]:
    """The causes of a sentence, by what they caused."""
    if DENIED.search(sentence.text):
        return
    for pattern in CAUSES:
        for found in pattern.finditer(sentence.text):
            of, noun = found["of"], found["what"].split()[-1]
            if of in EFFECTS and noun not in NO_CAUSE and noun not in BARE:
                words = Span(sentence.start + found.start("what"), sentence.start + found.end("what"))
                yield Put(sentence.article, family(of), noun.removesuffix("s"), words, sentence)


def family(noun: str) -> str:
    """The act that a noun names ("fire" for "blaze"); the noun itself where a list has none."""
    act = FAMILY_OF_NOUN.get(noun)
    return act.name if act else noun


def may_be_one(one: str, other: str) -> bool:
    """True for two words for one thing, or a word and a wider one."""
    if any({one, other} <= set(row[1].split()) for row in rows_of("synonyms") if row[0] == "n"):
        return True
    return other in set().union(*kinds_of(one).values()) or one in set().union(*kinds_of(other).values())
