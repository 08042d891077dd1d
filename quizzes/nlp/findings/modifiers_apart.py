"""One thing with two modifiers that exclude each other: the north entrance and the south one, a wooden bridge and a steel one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.nlp.findings.bonds import Bonds, own_words, told_sentences
from quizzes.nlp.findings.rare_words import BARE
from quizzes.nlp.findings.set_apart import Put, contradiction
from quizzes.nlp.findings.side_by_side import SideBySide
from quizzes.nlp.lexicons.contrasts import GROUP_OF
from quizzes.nlp.lexicons.sides import COLOURS, LAID_OUT, PAIRED, QUARTERS, SEEN
from quizzes.nlp.types import Evidence, Finding, Span

SURE = 0.65
TIED, LAID_OUT_TIED = 0.5, 1.0
"""One noun under two modifiers needs less than two nouns, one for each."""
PLACE = "place"

MODIFIED = re.compile(
    rf"(?<![-\w])({'|'.join(sorted(GROUP_OF, key=len, reverse=True))})(?: ([a-z][\w-]+))? ([a-z][a-z-]{{2,}})\b"
)


def find_modifiers_apart(side: SideBySide) -> Iterator[Finding]:
    """A finding for each noun that two articles give two modifiers of one row, and each two parts of a building on two sides."""
    bonds = Bonds(side)
    puts = own_words(side, (p for s in told_sentences(side) for p in modified_in(s)))
    own = [p for p in puts if not p.topic.endswith(PLACE)]
    found = [(t, "attribute") for t in bonds.tied_once(own, lambda a, b: a.key != b.key, TIED)]
    parts = [p for p in puts if p.topic.endswith(PLACE)]
    told = {(p.article, p.words) for together, _ in found for p in together}
    for together in bonds.tied_once(parts, lambda a, b: a.key != b.key, LAID_OUT_TIED):
        if not told & {(p.article, p.words) for p in together}:
            found.append((together, PLACE))
    for together, aspect in found:
        yield contradiction(side, together, "Which of them", SURE, PLACE if is_place(together) else aspect)


def is_place(together: list[Put]) -> bool:
    """True where what is modified lies on a side of something."""
    return int(together[0].topic.split()[0]) in {GROUP_OF[word][0] for word in QUARTERS}


def modified_in(sentence: Evidence) -> Iterator[Put]:
    """The modified nouns of a sentence: by the noun, and those on a side of a building by the row of sides alone."""
    for found in MODIFIED.finditer(sentence.text):
        row, meaning = GROUP_OF[found[1]]
        behind = [g for g in (2, 3) if found[g] and found[g] not in BARE and found[g] not in GROUP_OF]
        if not behind:
            continue
        nouns = [found[g].removesuffix("s") for g in behind]
        words = Span(sentence.start + found.start(), sentence.start + found.end(behind[-1]))
        for noun in nouns:
            if not is_marked(found[1], noun):
                yield Put(sentence.article, f"{row} {noun}", str(meaning), words, sentence)
        if found[1] in QUARTERS and LAID_OUT.intersection(nouns):
            yield Put(sentence.article, f"{row} {PLACE}", str(meaning), words, sentence)


def is_marked(modifier: str, noun: str) -> bool:
    """True for what the marks of readings tell already: her left knee, a white van."""
    return (modifier in {"left", "right"} and noun in PAIRED) or (modifier in COLOURS and noun in SEEN)
