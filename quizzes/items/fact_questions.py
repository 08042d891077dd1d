"""Questions on facts that stand in one article, or some, and on sources that a shared sentence has lost.

| question | an answer is | it is right where |
|---|---|---|
| `drops-source(article, start)` | article | it has that sentence without the words that say who it is from |
| `names-source(article, start)` | article | it has that sentence with the words that say who it is from |

What an article may tell in other words is neither told nor left out there: Undecided. A copy is no second article. Whole facts
that are left out are in `untold.py`.
"""

from __future__ import annotations

from quizzes.items.asking import Arguments, Groups, Question, name_in, no_doubt_when, outlet_text
from quizzes.items.expressions import Term
from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.items.sentences import sentence_at
from quizzes.items.sharing import share_nothing
from quizzes.nlp.findings.facts import Fact, whole_sentence
from quizzes.nlp.findings.lost_attributions import lost_source
from quizzes.nlp.findings.told_words import ToldSentence
from quizzes.nlp.findings.who_tells import WhoTells, shared_words
from quizzes.nlp.reuse import shared_among, shingles

SURELY_SAME = 0.7
"""Share of the shorter sentence's words from which two sentences with one figure or name surely tell one fact."""


def told_in(matrix: Matrix) -> WhoTells:
    """Who tells what in the story's articles, copies aside."""
    return matrix.told


def told_sentence(matrix: Matrix, article: str, start: str) -> ToldSentence:
    sentences = told_in(matrix).by_article.get(article, [])
    found = next((s for s in sentences if str(s.span.start) == start), None)
    if found is None:
        raise NotInMatrix(f"{article}@{start}")
    return found


def likeness(one: ToldSentence, other: ToldSentence) -> float:
    return len(shared_words(one, other)) / (min(len(one.stems), len(other.stems)) or 1)


def says_so_too(matrix: Matrix, asked: str, article: str, start: str) -> bool:
    """True where the article asked surely tells that sentence of the other; Undecided where it may."""
    fact = whole_sentence(matrix.reading(article), told_sentence(matrix, article, start))
    return no_doubt_when(
        any(
            likeness(fact.sentence, s) >= SURELY_SAME and tells_more(s, fact)
            for s in told_in(matrix).by_article.get(asked, [])
        ),
        "perhaps it says so",
        answer=True,
    )


def tells_more(sentence: ToldSentence, fact: Fact) -> bool:
    """True where the sentence has every figure and nearly every word of the fact's sentence."""
    figures = {n for n, _ in fact.sentence.figures}
    shared = len(shared_words(fact.sentence, sentence))
    return figures <= {n for n, _ in sentence.figures} and shared >= SURELY_SAME * len(fact.sentence.stems)


def is_source_dropped(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    giving, article = name_in(arguments, 0), name_in(answer, 0)
    if article == giving:
        return no_doubt_when(_is_lost_anywhere(matrix, arguments), "nobody drops it", answer=False)
    if _is_lost_in(matrix, arguments, article):
        return True
    nothing = share_nothing(matrix.reading(giving), matrix.reading(article))
    return no_doubt_when(nothing, "it may have the sentence", answer=False)


def is_source_named(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    return name_in(answer, 0) == name_in(arguments, 0) and no_doubt_when(
        _is_lost_anywhere(matrix, arguments), "nobody drops it", answer=True
    )


def _is_lost_anywhere(matrix: Matrix, arguments: Arguments) -> bool:
    return any(_is_lost_in(matrix, arguments, article) for article in matrix.readings)


def _is_lost_in(matrix: Matrix, arguments: Arguments, article: str) -> bool:
    """True where the article has the sentence without its source."""
    giving = name_in(arguments, 0)
    own, told = sentence_at(matrix.reading(giving), name_in(arguments, 1)), matrix.told_sentences
    if article == giving:
        return False
    runs = {run for s in told[giving] if s.span == own for run in shingles([w.folded for w in s.words])}
    like = [s for s in told[article] if not runs.isdisjoint(shingles([w.folded for w in s.words]))]
    for pair in shared_among([*told[giving], *like]) if like else ():
        ends = (pair.left, pair.right) if pair.left.article == giving else (pair.right, pair.left)
        if (
            ends[0].span == own
            and ends[1].article == article
            and lost_source(matrix.reading(giving), matrix.reading(article), *ends)
        ):
            return True
    return False


def source_groups(matrix: Matrix, arguments: Arguments, key: Term) -> Groups:
    """The sentence that says who it is from."""
    own = sentence_at(matrix.reading(name_in(arguments, 0)), name_in(arguments, 1))
    return [[{"article": name_in(key, 0), "start": own.start, "end": own.end}]]


FACT_QUESTIONS: dict[str, Question] = {
    "drops-source": Question(is_source_dropped, outlet_text),
    "names-source": Question(is_source_named, outlet_text, source_groups),
}
