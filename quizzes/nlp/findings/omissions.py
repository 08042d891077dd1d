"""Facts that one article tells, or some, and the others leave out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizzes.nlp.findings.comparable import HARMS, UNNAMED, head
from quizzes.nlp.findings.excerpts import excerpt, one_line
from quizzes.nlp.findings.facts import Fact, figures_told, is_quoted, names_told, whole_sentence
from quizzes.nlp.findings.main_occurrence import main_occurrence
from quizzes.nlp.findings.one_story import told_with
from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding
from quizzes.nlp.findings.stray_paragraphs import stray_paragraphs
from quizzes.nlp.findings.told_words import ToldSentence, stem
from quizzes.nlp.findings.trifles import is_trifle
from quizzes.nlp.findings.who_tells import WhoTells, shared_words
from quizzes.nlp.lexicons.speech import AGENCY_NAMES, OUTLET_NAMES
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import (
    Claim,
    Finding,
    FindingKind,
    Occurrence,
    Position,
    Reading,
    Role,
    Span,
    ValueType,
)

FEWEST_WORDS, MOST_WORDS = 5, 55
"""Shorter sentences tell too little, longer ones too much at once."""

OF_THE_STORY = 1
"""Words that most articles have which a sentence needs to be one of the story at all."""

NEW_WORDS, NEW_SHARE = 2, 0.2
"""Words, and the share of a sentence's words, that no other article has before it counts as a fact as a whole."""

A_FACT_IN, FEWEST, MOST = 3, 4, 10
"""An article may tell one left-out fact in so many sentences, within these bounds: the weightiest come first."""

WEIGHED = 3
"""So many times that number of candidates are looked for in other words elsewhere."""

SOME = 6
"""What more articles tell is no longer told by some."""

MOST_TOLD_BY_SOME = 4
"""Facts of a story that some articles tell and others leave out."""

SAME_TELLING = 0.4
"""Share of the shorter sentence's words that two sentences with one figure or name share where they tell one fact."""

CERTAIN, STEP, LEAST, BY_SOME = 0.85, 0.05, 0.4, 0.7
"""Confidence in an article's weightiest fact, what each further one has less (the sixth still lies above the bar), down to
the least; and in a fact that several tell."""

FAINT, DOUBTFUL = 0.25, 0.55
"""Share of its words found elsewhere from which a sentence may be told there in other words after all: below the bar."""

PARAPHRASED = 0.2
"""What the confidence in a figure or name loses where all words of its sentence stand elsewhere."""

WHOLE = re.compile(r"[\"“‘'(\[]*[A-Z0-9$£€].*[.!…][\"”’')\]]*", re.DOTALL)
"""A sentence from its capital to its full stop: no link, no caption that has run into the text, no question."""

ASIDE = re.compile(
    r"©|@|https?:|www\.|\.com\b|\bcopyright\b|all rights reserved|contributed to th|\bclick\b|\bsubscribe|\bnewsletter|"
    r"follow (?:us|him|her|me)\b|photo(?:graph)? by|getty|shutterstock|declin\w+ to comment|not (?:immediately )?(?:respond|return)|"
    r"for comment|\bread more\b|sign up",
    re.IGNORECASE,
)
"""Words of furniture that may have stayed in a body, and of what is no news ("did not respond")."""


FIGURE, FURTHER, NAMED, NEW, MANY_NEW, CLOSE = 1.0, 0.5, 0.4, 0.6, 8, 0.25
LIKE, QUOTED = 1.4, 0.5
"""What a fact weighs: that it is a figure (and each further one), a name, or new words; that it lies close to the story's
central occurrence; less where another article has much of its sentence, or where it is somebody's words. Signs and order of
the weights as in a logistic regression on 230 facts that readers of 24 stories had noted, rounded."""


Place = tuple[str, int]
"""An article, and where a value begins in it."""


@dataclass(frozen=True)
class LeftOut:
    """A fact with the sentences that tell it, how much it matters, and the articles that are silent."""

    fact: Fact
    telling: tuple[ToldSentence, ...]
    weight: float
    silent: tuple[str, ...]
    likeness: float = 0.0
    """The largest share of its words that another article's sentences have."""


def find_omissions(side: SideBySide) -> Iterator[Finding]:
    """A finding for each of the weightiest facts that an article alone tells, and that some tell; copies count once."""
    if len(side.originals) < 2:
        return
    told = side.told
    rivalled = counted_elsewhere(side)
    main = main_occurrence(side.originals, side.occurrences)
    stray = stray_paragraphs(side)
    by_some: list[LeftOut] = []
    for reading in side.originals:
        beside = told_with(side, reading.article)
        if not beside:
            continue
        close = mentions(reading, main)
        strays = stray[reading.article]
        sentences = [
            s
            for s in told.by_article[reading.article]
            if tells_of_story(reading, told, s) and not any(p.start <= s.span.start < p.end for p in strays)
        ]
        most = most_of(told, reading)
        likely = weightiest(
            [left for s in sentences if (left := candidate(reading, told, s, close, rivalled))]
        )
        found = [left for c in likely[: WEIGHED * most] if (left := unparaphrased(told, c))]
        by_some += (left for s in sentences if (left := told_by_some(reading, told, s, close)))
        for rank, left in enumerate(weightiest(found)[:most]):
            sure = confidence(left, rank)
            is_small = is_trifle(reading, left.fact, close)
            yield made(side, among(left, beside), min(sure, DOUBTFUL) if is_small else sure)
    for left in weightiest(by_some)[:MOST_TOLD_BY_SOME]:
        beside = told_with(side, left.fact.sentence.article)
        if (left := among(left, beside)).silent:
            is_small = is_trifle(side.reading(left.fact.sentence.article), left.fact, ())
            yield made(side, left, DOUBTFUL if is_small else BY_SOME)


def among(left: LeftOut, beside: frozenset[str]) -> LeftOut:
    """The fact with those of the silent articles that tell the same story on the same days."""
    return replace(left, silent=tuple(a for a in left.silent if a in beside))


def confidence(left: LeftOut, rank: int) -> float:
    """How sure it is that others leave a fact out and that it matters, 0 to 1; falls with rank and near paraphrases."""
    sure = max(LEAST, CERTAIN - STEP * rank)
    if left.fact.words == left.fact.sentence.span:
        return sure if left.likeness < FAINT else min(sure, DOUBTFUL)
    return round(max(LEAST, sure - PARAPHRASED * left.likeness), 2)


def most_of(told: WhoTells, reading: Reading) -> int:
    """How many facts are asked of one article."""
    return max(FEWEST, min(MOST, len(told.by_article[reading.article]) // A_FACT_IN))


def weightiest(found: list[LeftOut]) -> list[LeftOut]:
    return sorted(found, key=lambda x: (-x.weight, x.fact.sentence.article, x.fact.sentence.at))


def counted_elsewhere(side: SideBySide) -> frozenset[Place]:
    """Where figures stand for which another article has its own: there they differ, and nobody leaves anything out."""
    found: defaultdict[tuple[str, str, str | None], list[Claim]] = defaultdict(list)
    for claim in side.witnesses:
        if claim.value.type is ValueType.NUMBER and claim.counted and claim.measure not in UNNAMED:
            occurrence = claim.occurrence if claim.measure in HARMS else None
            found[claim.measure, head(claim.counted), occurrence].append(claim)
    rivals = (group for group in found.values() if len({c.article for c in group}) > 1)
    return frozenset((c.article, c.value.start) for group in rivals for c in group)


def is_rivalled(fact: Fact, rivalled: frozenset[Place]) -> bool:
    return any((fact.sentence.article, at) in rivalled for at in range(fact.words.start, fact.words.end))


def candidate(
    reading: Reading,
    told: WhoTells,
    sentence: ToldSentence,
    close: Sequence[Span],
    rivalled: frozenset[Place],
) -> LeftOut | None:
    """What of a sentence no other article has: its figure before its name before the whole of it; None where all is told.

    Looks at figures, names and single words alone: whether others paraphrase the sentence is asked of the weightiest only.
    """
    figures = [
        f for f in figures_told(reading, sentence) if is_held_alone(told, f) and not is_rivalled(f, rivalled)
    ]
    names = [
        f
        for f in names_told(reading, sentence)
        if is_held_alone(told, f) and not (is_heard(reading, f) or is_outlet(told, f))
    ]
    new = [one for one in sentence.stems if told.meaning(one) <= {sentence.article}]
    is_new = len(new) >= max(NEW_WORDS, NEW_SHARE * len(sentence.stems))
    facts = [*figures, *names, *([whole_sentence(reading, sentence)] if is_new else [])]
    if not facts:
        return None
    weight = (
        FIGURE * bool(figures)
        + FURTHER * min(2, max(0, len(figures) - 1))
        + NAMED * bool(names)
        + NEW * min(len(new), MANY_NEW) / MANY_NEW
        - QUOTED * is_quoted(reading, sentence)
        + CLOSE * any(sentence.span.covers(m.start, m.end) for m in close)
    )
    silent = tuple(sorted(told.articles - {sentence.article}))
    return LeftOut(facts[0], (sentence,), weight, silent)


def unparaphrased(told: WhoTells, left: LeftOut) -> LeftOut | None:
    """The fact weighed against what others tell in like words; None where one may tell it."""
    own = left.fact.sentence.article
    if told.telling(left.fact) != {own}:
        return None
    likeness = max((n for a, n in told.likeness(left.fact.sentence).items() if a != own), default=0.0)
    return replace(left, weight=left.weight - LIKE * likeness, likeness=likeness)


def told_by_some(
    reading: Reading, told: WhoTells, sentence: ToldSentence, close: Sequence[Span]
) -> LeftOut | None:
    """The figure or person of a sentence that other articles tell in the same statement, and at least one surely not at all.

    Found once, from the first of the articles that tell it.
    """
    persons = (f for f in names_told(reading, sentence) if f.aspect == "person")
    figures = (f for f in figures_told(reading, sentence) if f.words.of(reading.text)[-1:].isalpha())
    for fact in (*figures, *persons):
        holders = told.holders(fact)
        if not 2 <= len(holders) <= SOME or sentence.article != min(holders):
            continue
        telling = told.telling(fact)
        if telling == told.articles or telling != holders:
            continue
        others = [same_statement(told, fact, article) for article in sorted(telling - {sentence.article})]
        if all(others):
            weight = (
                FIGURE * (fact.figure is not None)
                + CLOSE * any(sentence.span.covers(m.start, m.end) for m in close)
                + len(sentence.stems & told.everybodys) / MANY_NEW
            )
            silent = tuple(sorted(told.articles - telling))
            return LeftOut(fact, (sentence, *(s for s in others if s)), weight, silent)
    return None


def same_statement(told: WhoTells, fact: Fact, article: str) -> ToldSentence | None:
    """The sentence of an article that tells the fact in like words, None where it may be about something else."""

    def likeness(other: ToldSentence) -> float:
        shorter = min(len(fact.sentence.stems), len(other.stems)) or 1
        return len(shared_words(fact.sentence, other)) / shorter

    having = [s for s in told.by_article[article] if s.role is Role.BODY and holds(s, fact)]
    best = max(having, key=likeness, default=None)
    return best if best is not None and likeness(best) >= SAME_TELLING else None


def holds(sentence: ToldSentence, fact: Fact) -> bool:
    """True where the sentence has the fact's very figure, or the last word of its name."""
    if fact.figure is not None:
        return any(number == fact.figure for number, _ in sentence.figures)
    return stem(fact.name[-1]) in sentence.stems


def is_held_alone(told: WhoTells, fact: Fact) -> bool:
    """True where no other article has the figure or name in any form."""
    return len(told.holders(fact)) == 1


def mentions(reading: Reading, occurrence: Occurrence | None) -> list[Span]:
    """Where the article speaks of the occurrence."""
    happenings = occurrence.happenings if occurrence else ()
    return [m for h in reading.happenings if h.id in happenings for m in h.mentions]


def tells_of_story(reading: Reading, told: WhoTells, sentence: ToldSentence) -> bool:
    """True for a body sentence of fit length that shares words with most articles, and is no question and no furniture."""
    text = sentence.span.of(reading.text)
    is_fit = FEWEST_WORDS <= len(text.split()) <= MOST_WORDS
    if sentence.role is not Role.BODY or not is_fit or not WHOLE.fullmatch(text) or ASIDE.search(text):
        return False
    return len(sentence.stems & told.everybodys) >= OF_THE_STORY


def is_outlet(told: WhoTells, fact: Fact) -> bool:
    """True for the name of an outlet that the story's articles come from, or of an agency that serves many."""
    name = "".join(fact.name)
    return name in told.outlets or name in AGENCY_NAMES or fact.name[-1] in OUTLET_NAMES | DATED_NAMES


def is_heard(reading: Reading, fact: Fact) -> bool:
    """True for the name of somebody who is heard in the sentence: that is a voice, and told as such."""
    span = fact.sentence.span
    return any(
        q.speaker is not None
        and q.start < span.end
        and span.start < q.end
        and fact.name[-1] in fold(q.speaker.name)
        for q in reading.quotations
    )


DATED_NAMES = frozenset({"today", "week", "sunday", "tonight"})
"""Words in which programmes' names end."""

WHAT = {
    "figure": "gives the figure",
    "person": "names",
    "place": "names",
    "name": "names",
    "quotation": "prints these words:",
}


def made(side: SideBySide, left: LeftOut, confidence: float) -> Finding:
    """The finding of a fact: the sentences that tell it, and who leaves it out."""
    positions = []
    for sentence in left.telling:
        article, span = sentence.article, sentence.span
        words = left.fact.words.of(side.reading(left.fact.sentence.article).text)
        evidence = side.slice(article, span.start, span.end)
        positions.append(Position(article, (), words, None, (evidence,)))
    telling = listed([side.name(s.article) for s in left.telling])
    others = listed([side.name(a) for a in left.silent])
    verb = "leaves" if len(left.silent) == 1 else "leave"
    tells = WHAT.get(left.fact.aspect, "tells this:")
    if len(left.telling) > 1:
        tells = re.sub(r"^(\w+?)s\b", r"\1", tells)
    return make_finding(
        FindingKind.OMISSION,
        positions,
        f"Only {telling} {tells} {shown(side, left.fact)} {others} {verb} it out.",
        confidence,
        aspect=left.fact.aspect,
        silent=left.silent,
    )


def shown(side: SideBySide, fact: Fact) -> str:
    """The fact in quotation marks, a figure or name with what stands around it, and a stop."""
    text, sentence = side.reading(fact.sentence.article).text, fact.sentence.span
    if fact.words == sentence:
        return f"“{one_line(sentence.of(text))}”"
    return f"“{one_line(fact.words.of(text))}” (“{excerpt(text, sentence, fact.words)}”)."
