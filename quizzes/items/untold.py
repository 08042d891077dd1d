"""Facts that can be asked about: whole sentences that stand alone, and whether another article tells them or surely does not.

| question | an answer is | it is right where |
|---|---|---|
| `leaves-untold(article)` | (article, start) | the article surely says nothing of that sentence, in any of its clauses |
| `untold-in(article, start)` | article | it surely says nothing of that sentence |
| `telling(article, start)` | articles | just these, of all the others, tell the sentence, and the rest surely say nothing of it |
| `stance(article, article, start)` | `reports`, `denies` or `silent` | so stands the first article to the sentence of the other |

A sentence that may be told in part or in other words is neither told nor left out: Undecided.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from quizzes.items.asking import Arguments, Question, Undecided, name_in, outlet_text
from quizzes.items.expressions import Term
from quizzes.items.fact_questions import says_so_too, told_in, told_sentence
from quizzes.items.lead_ins import shown_alone
from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.items.sharing import has_marks
from quizzes.items.texts import has_words
from quizzes.items.wording import listed, quoted
from quizzes.nlp.findings.told_words import ToldSentence, figures_in
from quizzes.nlp.findings.voices import surname
from quizzes.nlp.findings.who_tells import WhoTells
from quizzes.nlp.types import Evidence, FindingKind, Manner, Quotation, Reading, Role, SourceKind, Span

OWN_WORDS, OF_STORY, OF_STORY_LATE = 4, 2, 4
"""Words that a fact needs beside those of the whole story, and of those, so that it belongs to the story: more far down."""

CHANCE = 0.2
"""Share of a fact's own words (one always) that may stand together elsewhere by chance; with more the article may tell a part."""

SCATTERED: tuple[tuple[float, int], ...] = ((0.25, 3), (0.4, 2), (1.0, 1))
"""How many that may be at most, by the share of them that the article has in any place at all."""

UNTOLD_AT_ALL = 0.4
"""Share of all its words, the whole story's too, above which an article may tell a part of a sentence after all."""

OFTEN, OFTEN_LEAST = 0.08, 4
"""Share of the story's sentences, and their number, from which a word there says only what the story is about."""

EARLY = 0.8
"""What stands in this part of an article matters to it; behind it come side stories."""

JOINTS = re.compile(
    r"\b(?:but|when|after|before|following|while|since|because|although|though|whereas|which|who|amid|despite|until|even as)\b"
    r"|, (?:and|with|saying|adding|noting|including)\b|;| [–—] |\band (?=(?:[a-z]+ ){0,2}[a-z]+(?:ed|s)\b)",
    re.IGNORECASE,
)
"""What joins a second claim to a sentence: that one may well be told where the first is not."""

SMALL, YEARS = 12, range(1900, 2100)
"""Figures that may stand anywhere by chance."""

PART, PART_TOLD = 3, 0.5
"""Words of a part of a sentence that tell something by themselves, and the share of them above which it may be told."""

SHORT_FIRST, FIRST_TOLD = 6, 0.4
"""So few words of the part that a sentence begins with, which says the main thing, are easily put in others: from this share
it may be told."""


def tells_much(told: WhoTells, sentence: ToldSentence) -> bool:
    """True for a sentence of the story's own matter, not far down, with words enough to be looked for elsewhere."""
    is_early = sentence.at <= EARLY * len(told.by_article[sentence.article])
    is_of_story = len(sentence.stems & told.everybodys) >= (OF_STORY if is_early else OF_STORY_LATE)
    return sentence.role is Role.BODY and is_of_story and len(rare_words(told, sentence).stems) >= OWN_WORDS


def rare_words(told: WhoTells, sentence: ToldSentence) -> ToldSentence:
    """The sentence without the words that come again and again in the story."""
    often = max(OFTEN_LEAST, OFTEN * len(told.sentences))
    return replace(sentence, words=tuple(w for w in sentence.words if len(told.by_stem[w[0]]) < often))


def is_disputed(matrix: Matrix, sentence: Evidence, article: str) -> bool:
    """True where the sentence has a part in a discrepancy or agreement with the article: that one speaks of it as well."""
    return any(
        article in {p.article for p in f.positions}
        and e.article == sentence.article
        and e.start < sentence.end
        and sentence.start < e.end
        for f in matrix.comparison.findings
        if f.kind in (FindingKind.DISCREPANCY, FindingKind.AGREEMENT, FindingKind.TEXT_REUSE)
        for p in f.positions
        for e in p.evidence
    )


def surely_untold(matrix: Matrix, asked: str, article: str, start: str) -> bool:
    """True where the article asked has hardly a word of the sentence in any place, and so none of its clauses."""
    told = told_in(matrix)
    if asked not in told.articles or article not in told.articles:
        raise Undecided("set aside, or a copy")
    sentence = told_sentence(matrix, article, start)
    if asked == article or not tells_much(told, sentence):
        return False
    if is_partly_told(matrix, asked, article, sentence):
        return False
    if not may_be_chance(told, asked, rare_words(told, sentence)):
        return False
    if told.likeness(sentence).get(asked, 0.0) > UNTOLD_AT_ALL:
        return False
    first, *rest = parts_of(matrix.reading(article), sentence) or [sentence]
    if len(first.stems) <= SHORT_FIRST and told.likeness(first).get(asked, 0.0) >= FIRST_TOLD:
        return False
    return has_anchor(told, asked, first) and not any(is_told_in_part(told, asked, p) for p in rest)


def may_be_chance(told: WhoTells, asked: str, own: ToldSentence) -> bool:
    """True where hardly any of the words stand together in the article asked."""
    size = len(own.stems)
    found = round(told.likeness(own).get(asked, 0.0) * size)
    anywhere = sum(asked in told.meaning(one) for one in own.stems) / max(1, size)
    most = next(n for share, n in SCATTERED if anywhere <= share)
    return found <= max(1, min(most, CHANCE * size))


def has_anchor(told: WhoTells, asked: str, sentence: ToldSentence) -> bool:
    """True for a figure or name that the article asked has nowhere: a statement without one is easily put in other words."""
    figures = {n for s in told.by_article[asked] for n, _ in s.figures}
    places = {span for _, span in sentence.names}
    # a name with a hyphen is looked for by its parts
    is_new = any(span in places and asked not in told.having[one] for one, span in sentence.words)
    return is_new or any(n not in figures for n, _ in sentence.figures)


def is_told_in_part(told: WhoTells, asked: str, part: ToldSentence) -> bool:
    share = told.likeness(part).get(asked, 0.0)
    return share > PART_TOLD and round(share * len(part.stems)) >= PART


def is_partly_told(matrix: Matrix, asked: str, article: str, sentence: ToldSentence) -> bool:
    """True where the article asked has a figure of the sentence, words that it quotes, or somebody who is heard in it (or where
    nobody is named for its quotation): it may tell the same of them in quite other words."""
    reading, other = matrix.reading(article), matrix.reading(asked)
    own = {n for n, _ in sentence.figures if n > SMALL and n not in YEARS}
    if any(n in own for n, _ in figures_in(other.text, Span(0, len(other.text)))):
        return True
    heard = [q for q in reading.quotations if q.start < sentence.span.end and sentence.span.start < q.end]
    is_nobodys = has_marks(sentence.span.of(reading.text)) and not any(q.speaker for q in heard)
    return is_nobodys or any(may_be_heard_in(other, q) for q in heard)


def may_be_heard_in(other: Reading, quotation: Quotation) -> bool:
    """True where the other article has the words of a quotation, speaks of the person who says them, or lets the body speak."""
    name = surname(quotation.speaker.name) if quotation.speaker else ""
    is_marked = quotation.manner is not Manner.INDIRECT
    has_them = is_marked and has_words(other.text, quotation.text.strip(" .,"))
    if has_them or quotation.speaker is None or not name:
        return has_them
    if quotation.speaker.kind is SourceKind.PERSON:
        return has_words(other.text, name)
    return any(q.speaker is not None and surname(q.speaker.name) == name for q in other.quotations)


def parts_of(reading: Reading, sentence: ToldSentence) -> list[ToldSentence]:
    """The claims of a sentence, each with its own words, where they are enough to be looked for."""
    text = sentence.span.of(reading.text)
    ends = [0, *(m.start() for m in JOINTS.finditer(text)), len(text)]
    found = []
    for start, end in pairwise(ends):
        part = Span(sentence.span.start + start, sentence.span.start + end)
        words = tuple(w for w in sentence.words if part.covers(w[1].start, w[1].end))
        if len({one for one, _ in words}) >= PART:
            figures = tuple(f for f in sentence.figures if part.covers(f[1].start, f[1].end))
            names = tuple(n for n in sentence.names if part.covers(n[1].start, n[1].end))
            found.append(replace(sentence, words=words, figures=figures, names=names))
    return found


def is_left_untold(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    asked, article, start = name_in(arguments, 0), name_in(answer, 0), name_in(answer, 1)
    if article == asked:
        told_sentence(matrix, article, start)
        return False
    if surely_untold(matrix, asked, article, start):
        return True
    if says_so_too(matrix, asked, article, start):
        return False
    raise Undecided("it may be told there")


def is_untold_in(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    return is_left_untold(matrix, (name_in(answer, 0),), (name_in(arguments, 0), name_in(arguments, 1)))


STANCES = {
    "reports": "It reports the same",
    "denies": "It says that this is wrong",
    "silent": "It says nothing about this",
}


def is_stance(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    asked, article, start = (name_in(arguments, n) for n in range(3))
    is_silent = is_left_untold(matrix, (asked,), (article, start))
    return name_in(answer, 0) == ("silent" if is_silent else "reports")


def _stance(matrix: Matrix, term: Term) -> str:
    if (name := name_in(term, 0)) not in STANCES:
        raise NotInMatrix(name)
    return STANCES[name]


NOBODY = "nobody"


def is_telling(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    own, start = name_in(arguments, 0), name_in(arguments, 1)
    others = [a for a in matrix.readings if a != own]
    telling = {a for a in others if not is_left_untold(matrix, (a,), (own, start))}
    return set(answer) == (telling or {NOBODY})


def _telling(matrix: Matrix, term: Term) -> str:
    if term == (NOBODY,):
        return "No other article"
    names = [matrix.name(name_in(term, n)) for n in range(len(term))]
    return listed(names) if len(names) > 1 else f"Only {names[0]}"


def _sentence(matrix: Matrix, term: Term) -> str:
    reading = matrix.reading(name_in(term, 0))
    return quoted(shown_alone(reading, told_sentence(matrix, name_in(term, 0), name_in(term, 1)).span))


UNTOLD_QUESTIONS: dict[str, Question] = {
    "leaves-untold": Question(is_left_untold, _sentence),
    "untold-in": Question(is_untold_in, outlet_text),
    "telling": Question(is_telling, _telling),
    "stance": Question(is_stance, _stance),
}
