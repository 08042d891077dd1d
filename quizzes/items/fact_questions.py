"""Questions on facts that stand in one article, or some, and on sources that a shared sentence has lost.

| question | an answer is | it is right where |
|---|---|---|
| `gives(article, start, words)` | article | it tells the fact: the figure, name or sentence `words` of that sentence |
| `leaves-out(article, start, words)` | article | it surely says nothing of the fact |
| `only-in(article)` | (start, words) | the figure or name stands in no other article |
| `going-by(article)` | (article, start) | the first article tells what the other's sentence tells |
| `drops-source(article, start)` | article | it has that sentence without the words that say who it is from |
| `names-source(article, start)` | article | it has that sentence with the words that say who it is from |

A fact that an article may tell in other words is neither told nor left out there: Undecided. A copy is no second article.
"""

from __future__ import annotations

from quizzes.items.asking import Arguments, Groups, Question, Undecided, name_in, no_doubt_when, outlet_text
from quizzes.items.expressions import Term
from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.items.sentences import sentence_at
from quizzes.items.sharing import share_nothing
from quizzes.items.wording import capitalised, one_line, quoted
from quizzes.nlp.findings.facts import Fact, figures_told, names_told, whole_sentence
from quizzes.nlp.findings.lost_attributions import lost_source
from quizzes.nlp.findings.omissions import FAINT, holds
from quizzes.nlp.findings.told_words import ToldSentence, stem
from quizzes.nlp.findings.who_tells import WhoTells, shared_words, who_tells
from quizzes.nlp.reuse import find_shared
from quizzes.nlp.types import Span

SURELY_SAME = 0.7
"""Share of the shorter sentence's words from which two sentences with one figure or name surely tell one fact."""


def told_in(matrix: Matrix) -> WhoTells:
    """Who tells what in the story's articles, copies aside."""
    return who_tells(tuple(r for a, r in matrix.readings.items() if a not in matrix.comparison.copies))


def told_sentence(matrix: Matrix, article: str, start: str) -> ToldSentence:
    sentences = told_in(matrix).by_article.get(article, [])
    found = next((s for s in sentences if str(s.span.start) == start), None)
    if found is None:
        raise NotInMatrix(f"{article}@{start}")
    return found


def fact_in(matrix: Matrix, article: str, start: str, words: str) -> Fact:
    """The fact that a sentence tells in these words; NotInMatrix where it tells none such."""
    sentence, reading = told_sentence(matrix, article, start), matrix.reading(article)
    facts = (
        *figures_told(reading, sentence),
        *names_told(reading, sentence),
        whole_sentence(reading, sentence),
    )
    found = next((f for f in facts if one_line(f.words.of(reading.text)) == words), None)
    if found is None:
        raise NotInMatrix(words)
    return found


def fact_of(matrix: Matrix, arguments: Arguments) -> Fact:
    return fact_in(matrix, name_in(arguments, 0), name_in(arguments, 1), name_in(arguments, 2))


def is_given(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    fact, article = fact_of(matrix, arguments), name_in(answer, 0)
    if article == fact.sentence.article or tells_surely(matrix, fact, article):
        return True
    return no_doubt_when(is_silent(matrix, fact, article), "perhaps in other words", answer=False)


def is_left_out(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    return not is_given(matrix, arguments, answer)


def tells_surely(matrix: Matrix, fact: Fact, article: str) -> bool:
    """True where a sentence of the article has the fact's figure or name among nearly the same words."""
    if fact.figure is None and not fact.name:
        return False
    return any(
        holds(other, fact) and likeness(fact.sentence, other) >= SURELY_SAME
        for other in told_in(matrix).by_article.get(article, [])
    )


def likeness(one: ToldSentence, other: ToldSentence) -> float:
    return len(shared_words(one, other)) / (min(len(one.stems), len(other.stems)) or 1)


def is_silent(matrix: Matrix, fact: Fact, article: str) -> bool:
    """True where the article surely says nothing of the fact; a sentence as a whole must hardly resemble any of its own."""
    told = told_in(matrix)
    if article not in told.articles:
        raise Undecided("set aside, or a copy")
    is_whole = fact.figure is None and not fact.name
    is_like = is_whole and told.likeness(fact.sentence).get(article, 0.0) >= FAINT
    return article not in told.telling(fact) and not is_like


def giving_groups(matrix: Matrix, arguments: Arguments, key: Term) -> Groups:
    """The sentences of the key's article that have the fact's figure or name, which no other article may tell."""
    fact, article = fact_of(matrix, arguments), name_in(key, 0)
    if told_in(matrix).telling(fact) != {article}:
        raise Undecided("another article may tell it too")
    is_whole = fact.figure is None and not fact.name
    own = [
        s.span
        for s in told_in(matrix).by_article.get(article, [])
        if (s.span == fact.sentence.span if is_whole else holds(s, fact))
    ]
    return [[{"article": article, "start": s.start, "end": s.end} for s in own]]


def is_only_here(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    article = name_in(arguments, 0)
    fact = fact_in(matrix, article, name_in(answer, 0), name_in(answer, 1))
    told = told_in(matrix)
    if told.telling(fact) == {article}:
        return no_doubt_when(fact.figure is not None or bool(fact.name), "a whole sentence", answer=True)
    others = [s for s in told.sentences if s.article != article]
    return no_doubt_when(
        any(has_it_too(s, fact) for s in others), "perhaps of something else there", answer=False
    )


def has_it_too(sentence: ToldSentence, fact: Fact) -> bool:
    """True where the sentence has the fact's figure with the words for what it counts, or its name as a name."""
    if fact.name:
        return stem(fact.name[-1]) in {one for one, _ in sentence.names}
    counted = {one for one, span in fact.sentence.words if fact.words.covers(span.start, span.end)}
    return holds(sentence, fact) and bool(counted) and counted <= sentence.stems


def says_so_too(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    asked, fact = name_in(arguments, 0), _statement(matrix, answer)
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


def says_nothing(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    """True where the article asked about surely says nothing of the other's sentence, neither for nor against it."""
    asked, told = name_in(arguments, 0), told_in(matrix)
    if asked not in told.articles:
        raise Undecided("set aside, or a copy")
    return told.likeness(_statement(matrix, answer).sentence).get(asked, 0.0) < FAINT


def _statement(matrix: Matrix, answer: Term) -> Fact:
    article, start = name_in(answer, 0), name_in(answer, 1)
    return whole_sentence(matrix.reading(article), told_sentence(matrix, article, start))


def is_source_dropped(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    giving, article = name_in(arguments, 0), name_in(answer, 0)
    if article == giving:
        return no_doubt_when(bool(_losses(matrix, arguments)), "nobody drops it", answer=False)
    if any(span for other, span in _losses(matrix, arguments) if other == article):
        return True
    nothing = share_nothing(matrix.reading(giving), matrix.reading(article))
    return no_doubt_when(nothing, "it may have the sentence", answer=False)


def is_source_named(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    return name_in(answer, 0) == name_in(arguments, 0) and no_doubt_when(
        bool(_losses(matrix, arguments)), "nobody drops it", answer=True
    )


def _losses(matrix: Matrix, arguments: Arguments) -> list[tuple[str, Span]]:
    """The articles that have the sentence without its source, each with its own sentence."""
    giving, start = name_in(arguments, 0), name_in(arguments, 1)
    own = sentence_at(matrix.reading(giving), start)
    found = []
    for article, reading in matrix.readings.items():
        if article == giving:
            continue
        for pair in find_shared([matrix.reading(giving), reading]):
            ends = (pair.left, pair.right) if pair.left.article == giving else (pair.right, pair.left)
            if (
                ends[0].span == own
                and ends[1].article == article
                and lost_source(matrix.reading(giving), reading, *ends)
            ):
                found.append((article, ends[1].span))
    return found


def source_groups(matrix: Matrix, arguments: Arguments, key: Term) -> Groups:
    """The sentence that says who it is from."""
    own = sentence_at(matrix.reading(name_in(arguments, 0)), name_in(arguments, 1))
    return [[{"article": name_in(key, 0), "start": own.start, "end": own.end}]]


def _words(matrix: Matrix, term: Term) -> str:
    return quoted(capitalised(name_in(term, 1)))


def _sentence(matrix: Matrix, term: Term) -> str:
    reading = matrix.reading(name_in(term, 0))
    return quoted(sentence_at(reading, name_in(term, 1)).of(reading.text))


FACT_QUESTIONS: dict[str, Question] = {
    "gives": Question(is_given, outlet_text, giving_groups),
    "leaves-out": Question(is_left_out, outlet_text),
    "only-in": Question(is_only_here, _words),
    "going-by": Question(says_so_too, _sentence, untold=says_nothing),
    "drops-source": Question(is_source_dropped, outlet_text),
    "names-source": Question(is_source_named, outlet_text, source_groups),
}
