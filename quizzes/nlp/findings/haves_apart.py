"""What a thing has in one article and lacks in another (a sprinkler system, no sprinklers), or what is suspected and ruled out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.nlp.findings.bonds import Bonds, own_words, told_sentences
from quizzes.nlp.findings.rare_words import BARE, stem
from quizzes.nlp.findings.set_apart import Put, contradiction
from quizzes.nlp.findings.side_by_side import SideBySide
from quizzes.nlp.findings.states_apart import SUPPOSED, relation_of
from quizzes.nlp.types import Evidence, Finding, Span

SURE = 0.65
ROOT = 5
"""Letters that "insured" and "insurance" have in common."""
RARELY = 2
"""Sentences of an article in which a thing may stand: one told of again and again is had and lacked in many ways."""
YES, NO = "yes", "no"

NOUNS = r"(?P<nouns>(?:[a-z][\w-]+ ){0,2}?[a-z][a-z-]{4,})(?=[.,;]|$| (?:in|on|at|for|to|of|and|when|before|while|said|after|that|which|but)\b)"
PATTERNS = tuple(
    (key, what, re.compile(pattern))
    for key, what, pattern in (
        (YES, "have", rf"\b(?:had|has|have|was fitted with|were fitted with|was equipped with|there was|there were|[Tt]here (?:was|were)) (?:a|an|its|his|her|the|working|valid) {NOUNS}"),
        (NO, "have", rf"\b(?:had|has|have|[Tt]here (?:was|were|is|are)|with) no (?:valid |working )?{NOUNS}"),
        (NO, "have", rf"\b(?:without|lack(?:ed|s|ing)) (?:an? |any )?(?:valid |working )?{NOUNS}"),
        (YES, "have", r"\b(?:is|was|were|are) (?:fully |duly )?(?P<nouns>insured|licensed)\b"),
        (NO, "have", r"\b(?:not|n[’']t|never) (?:been )?(?P<nouns>insured|licensed)\b"),
        (YES, "suspect", rf"\b(?:treat\w*|investigat\w+|regard\w*) (?:\w+ ){{1,4}}?as (?:an? )?(?:suspected |possible )?{NOUNS}"),
        (YES, "suspect", rf"\b(?:signs|evidence|suspicion) of {NOUNS}"),
        (NO, "suspect", rf"\b(?:ruled out|ruling out|no (?:sign|signs|evidence|suspicion) of) (?:an? )?{NOUNS}"),
    )
)  # fmt: skip
UNSEEN = re.compile(r"\bno (?:sign|signs|evidence|suspicion) of $")


def find_haves_apart(side: SideBySide) -> Iterator[Finding]:
    """A finding for each thing that one article says is there and another says is not."""
    bonds = Bonds(side)
    sentences = [s for s in told_sentences(side) if not SUPPOSED.search(s.text)]
    puts = own_words(side, (p for s in sentences for p in haves_in(s)))
    rare = [p for p in puts if is_rare(bonds, p)]
    told: set[tuple[str, Span]] = set()
    for together in bonds.tied_once(rare, lambda a, b: a.key != b.key, 0.0):
        places = {(p.article, p.words) for p in together}
        if not places & told:
            told |= places
            yield contradiction(
                side, together, "Whether it is so", SURE, "status", relation_of(side, together)
            )


def is_rare(bonds: Bonds, told: Put) -> bool:
    root = told.topic.split()[-1]
    return sum(n for word, n in bonds.rare.times[told.article].items() if word.startswith(root)) <= RARELY


def haves_in(sentence: Evidence) -> Iterator[Put]:
    """What is had or lacked in a sentence, under each of its nouns."""
    for key, what, pattern in PATTERNS:
        for found in pattern.finditer(sentence.text):
            if key == YES and UNSEEN.search(sentence.text[: found.start("nouns")]):
                continue
            words = Span(sentence.start + found.start(), sentence.start + found.end())
            for noun in found["nouns"].split():
                if noun not in BARE and len(noun) > 4:
                    yield Put(sentence.article, f"{what} {stem(noun)[:ROOT]}", key, words, sentence)
