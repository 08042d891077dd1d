"""What a sentence tells in words that can be looked for elsewhere: stems, figures and names.

Free of the parse. Stems are rough on purpose: two words that fall together by mistake make a fact look told where
it is not, and so at worst hide an omission; they never make up one.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from quizzes.nlp.lexicons.derived import rows_of
from quizzes.nlp.lexicons.numbers import ONES, SCALES, TENS
from quizzes.nlp.lexicons.same_deeds import SAME_DEEDS
from quizzes.nlp.lexicons.topics import THINGS
from quizzes.nlp.reuse import told_passages
from quizzes.nlp.types import Reading, Role, Span
from quizzes.nlp.written.figures import WORD as FIGURE_WORD
from quizzes.nlp.written.figures import number_at

WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_])|\.(?=[A-Z]\b))*")
STEM = 6
"""Letters by which words are compared: "announce" and "announcement" fall together."""

STOP = frozenset(
    """a about above across after again against ago all almost along already also although always am among an and another any
    are around as at away back be became because become been before behind being below between both but by came can cannot
    come could day days did do does doing done down during each either else even ever every few for from full further gave
    get give go goes going gone got had has have having he her here hers herself him himself his how however i if in
    including indeed instead into is it its itself just know known last later least less let like likely long made make
    makes making many may me might more most much must my near nearly need never new next no nor not nothing now of off
    often on once one only onto or other others our out over own part past per perhaps put quite rather really s said
    same saw say saying says see seen set several shall she should since so some something soon still such t take taken
    tell tells than that the their them then there these they thing things this those though through thus to today told
    too took toward towards under until up upon us use used very want wants was way we week weeks well went were what
    when where whether which while who whom whose why will with within without would year years yes yet you your
    monday tuesday wednesday thursday friday saturday sunday mr mrs ms according added telling month months time times
    january february march april june july august september october november december""".split()
)
"""Function words, words of time and of saying: they tell no fact by themselves (own list of general English)."""

ENDINGS = ("ingly", "edly", "ings", "ing", "ied", "ies", "ed", "es", "ly", "s")


@cache
def stem(word: str) -> str:
    """A word as it is looked for: folded, its irregular form and ending taken off, cut to its first letters."""
    plain = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    plain = "".join(c for c in plain if c.isalnum() or c in "'-")
    plain = re.sub(r"'s?$|'", "", plain)
    plain = irregular().get(plain, plain)
    for ending in ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 3 and not plain.endswith("ss"):
            plain = plain[: -len(ending)]
            break
    plain = plain.rstrip("eiy") if len(plain) > 3 else plain
    return re.sub(r"([bdfgklmnprtz])\1$", r"\1", plain)[:STEM]


@cache
def irregular() -> dict[str, str]:
    """Irregular forms of verbs and nouns, each with its word."""
    return {row[0]: row[1] for table in ("irregular_verbs", "irregular_nouns") for row in rows_of(table)}


@cache
def alike() -> Mapping[str, frozenset[str]]:
    """For a stem those of the words that may say the same: WordNet's synonyms, and news words for one deed or thing."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    rows = [tuple(words.split()) for _, words in rows_of("synonyms")]
    things = [thing.nouns for thing in THINGS.values()]
    for group in (*rows, *SAME_DEEDS, *things):
        stems = {stem(word) for word in group}
        for one in stems:
            found[one] |= stems
    return {one: frozenset(stems) for one, stems in found.items()}


@cache
def meanings(one: str) -> frozenset[str]:
    """A stem with all that may stand for it."""
    return alike().get(one, frozenset()) | {one}


@dataclass(frozen=True, eq=False)
class ToldSentence:
    """A sentence of an article's story: its words by stem, its figures, and the words with a capital that opens no sentence."""

    article: str
    span: Span
    at: int
    """Its place among the article's told sentences."""
    role: Role
    words: tuple[tuple[str, Span], ...]
    figures: tuple[tuple[float, Span], ...]
    names: tuple[tuple[str, Span], ...]

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(one for one, _ in self.words)


def told_sentences(reading: Reading) -> Iterator[ToldSentence]:
    """The sentences of headline, captions and body, as words."""
    passages = told_passages(reading)
    starts = [p.start for p in passages]
    at = 0
    for span in reading.sentences:
        passage = passages[bisect_right(starts, span.start) - 1] if starts else None
        if passage is not None and passage.start <= span.start < passage.end:
            yield read_sentence(reading, span, at, passage.role)
            at += 1


def read_sentence(reading: Reading, span: Span, at: int, role: Role) -> ToldSentence:
    text = reading.text
    words, names = [], []
    is_first = True
    for m in WORD.finditer(text, span.start, span.end):
        opens = is_first or before(text, m.start()) in OPENING
        is_first = False
        folded = m.group().casefold().replace("’", "'")
        if folded in STOP or folded.removesuffix("'s") in STOP or len(folded) < 2:
            continue
        place = Span(m.start(), m.end())
        for part in m.group().split("-") if len(m.group()) > 3 else [m.group()]:
            if len(part) > 1 and part.casefold() not in STOP and not is_number_word(part.casefold()):
                words.append((stem(part), place))
        if m.group()[0].isupper() and not opens:
            names.append((stem(m.group()), place))
    return ToldSentence(
        reading.article, span, at, role, tuple(words), tuple(figures_in(text, span)), tuple(names)
    )


OPENING = frozenset("“\"‘'.!?:([")
"""Characters behind which any word may have a capital."""


def before(text: str, at: int) -> str:
    """The last character before a place that is no blank; "" at the beginning."""
    while at and text[at - 1] == " ":
        at -= 1
    return text[at - 1 : at]


def is_number_word(word: str) -> bool:
    return word in ONES or word in TENS or word in SCALES


def may_begin_number(word: str) -> bool:
    return word[0].isdigit() or word[0] == "." or word in {"a", "an", "half"} or is_number_word(word)


def figures_in(text: str, span: Span) -> Iterator[tuple[float, Span]]:
    """Every figure of a sentence, in digits or words, a range by both its ends."""
    matches = list(FIGURE_WORD.finditer(text, span.start, span.end))
    words = [m.group().lower() for m in matches]
    at = 0
    while at < len(words):
        number = number_at(words, at) if may_begin_number(words[at]) else None
        if number is None:
            at += 1
            continue
        end = max(number.end, at + 1)
        place = Span(matches[at].start(), matches[min(end, len(words)) - 1].end())
        yield number.low, place
        if number.high != number.low:
            yield number.high, place
        at = end
