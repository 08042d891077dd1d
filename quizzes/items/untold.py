"""Facts that can be asked about: whole sentences that stand alone, and whether another article tells them or surely does not.

| question | an answer is | it is right where |
|---|---|---|
| `leaves-untold(article)` | (article, start) | the article surely says nothing of that sentence, in any of its clauses |
| `untold-in(article, start)` | article | it surely says nothing of that sentence |
| `stance(article, article, start)` | `reports`, `denies` or `silent` | so stands the first article to the sentence of the other |

A sentence that may be told in part or in other words is neither told nor left out: Undecided.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quizzes.items.asking import Arguments, Question, Undecided, name_in, outlet_text
from quizzes.items.expressions import Term
from quizzes.items.fact_questions import says_so_too, told_in, told_sentence
from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.items.wording import one_line, quoted
from quizzes.nlp.findings.told_words import ToldSentence, irregular
from quizzes.nlp.findings.who_tells import WhoTells
from quizzes.nlp.types import Evidence, FindingKind, Manner, Reading, Role, Span

LONG, SHORT = 260, 45
"""Characters of a sentence that can be read in one go, and fewer than tell a fact."""

OWN_WORDS, OF_STORY = 4, 3
"""Words that a fact needs beside those of the whole story, and of those, so that it belongs to the story."""

COMMON = 1
"""So many of its own words may stand together elsewhere by chance; with more the article may tell a part of the fact."""

UNTOLD_AT_ALL = 0.45
"""Share of all its words, the whole story's too, from which an article may tell a part of a sentence after all."""

EARLY = 0.8
"""What stands in this part of an article matters to it; behind it come side stories."""

LEANING = re.compile(
    r"^(?:he|she|it|they|we|i|you|but|and|so|or|nor|however|also|his|her|their|its|our|my|earlier|later|meanwhile|instead|there"
    r"|such|another|other|both|then|still|yet|one|some|many|most|several|that|what|here|now|indeed|as|if|when|while|although"
    r"|though|because|since|once|for|in addition|in fact|of course|photo|picture|image)\b",
    re.IGNORECASE,
)
"""Openings that lean on the sentence before."""

POINTING = re.compile(
    r"\b(?:this|these|those|we|us|our|you|your|i|my|me|former|latter|above|below|respectively|also|again|too|another"
    r"|instead|however|therefore|meanwhile|such)\b|\b(?:used|of|in|on|for|with|to|at|by|made|gave) that\b",
    re.IGNORECASE,
)
"""Words that point out of the sentence, to what was told before."""

BOUND = re.compile(r"\b(?:he|she|it|they|him|her|his|its|their|them|who)\b", re.IGNORECASE)
"""Pronouns that need somebody or something named before them in the sentence."""

OPINION = re.compile(
    r"\b(?:may|might|seem\w*|appear\w*|perhaps|probably|likely|possibl[ey]|clear(?:ly)?|obvious\w*|certain(?:ly)?|remarkabl[ey]"
    r"|surpris\w*|unlikely|effectively|arguably|couldn|feels?)\b",
    re.IGNORECASE,
)
"""Words of a guess or a judgement, which nobody can check."""

SECOND_CLAIM = re.compile(
    r"(?<!all )\b(?:but|when|after|before|following|while|since|because|although|though|whereas|in which|amid|despite|that['’]s|until|even as)\b"
    r"|, and\b|\band (?:[a-z]+ ){0,2}[a-z]+ed\b",
    re.IGNORECASE,
)
"""What joins a second claim to a sentence: that one may well be told where the first is not."""

UNNAMED = re.compile(r"^The (?![A-Z]|[a-z-]+ [A-Z])")
"""A subject that only the sentences before can name ("The pictures …"); "The Quay company" has a name."""

NAMED = re.compile(r"^The (?![A-Z]|[a-z-]+ [A-Z])")
"""A subject that only the sentences before can name ("The pictures …"); "The Quay company" has a name."""

CLAUSES = re.compile(
    r"\s*(?:,|;|:|–|—|\b(?:and|but|which|who|after|before|while|when|because|although|where|as)\b)\s*"
)

NAMED = re.compile(r"(?<=\s)[A-Z][\w’'-]+|^[A-Z][\w’'-]+(?=\s[A-Z])")
"""A name in the sentence: a word with a capital that does not open it, or an opening of two of them."""

HELPING = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|did|does|do|can)\b|\b[a-z]{3,}ed\b|\b[a-z]{3,}s\b", re.IGNORECASE
)


def stands_alone(reading: Reading, sentence: Span) -> bool:
    """True for one whole statement that names whom it speaks of, points nowhere else and is no judgement."""
    words = one_line(sentence.of(reading.text))
    if not SHORT <= len(words) <= LONG or not re.fullmatch(r"[A-Z].*[a-z0-9)%]\.", words):
        return False
    if re.search(r"[\"“”‘;|…\[\]]|’’|\.\.|--| [-–—] ", words) or re.search(r"(?:^| )['’]", words):
        return False
    if any(p.search(words) for p in (LEANING, POINTING, UNNAMED, OPINION, SECOND_CLAIM)) or not has_verb(
        words
    ):
        return False
    if words.count(",") > 3 or is_heard_in(reading, sentence) or runs_on(reading, sentence):
        return False
    names = [m.start() for m in NAMED.finditer(words)]
    pronoun = BOUND.search(words)
    return bool(names) and (pronoun is None or names[0] < pronoun.start())


def has_verb(words: str) -> bool:
    past = irregular()
    return bool(HELPING.search(words)) or any(w in past for w in re.findall(r"[a-z]+", words))


def is_heard_in(reading: Reading, sentence: Span) -> bool:
    """True where somebody's words between marks make up part of the sentence."""
    spoken = (q for q in reading.quotations if q.manner is not Manner.INDIRECT)
    return any(q.start < sentence.end and sentence.start < q.end for q in spoken)


def runs_on(reading: Reading, sentence: Span) -> bool:
    """True where the text before the sentence does not end as a sentence does: it may begin in the middle."""
    before = reading.text[: sentence.start].rstrip(" ")
    return bool(before) and not before.endswith(
        ("\n", ".", "!", "?", ".”", '."', ".’", "?”", "!”", '?"', '!"')
    )


def tells_much(told: WhoTells, sentence: ToldSentence) -> bool:
    """True for a sentence of the story's own matter, not far down, with words enough to be looked for elsewhere."""
    is_of_story = len(sentence.stems & told.everybodys) >= OF_STORY
    is_early = sentence.at <= EARLY * len(told.by_article[sentence.article])
    return (
        sentence.role is Role.BODY
        and is_of_story
        and is_early
        and len(own_words(told, sentence).stems) >= OWN_WORDS
    )


def own_words(told: WhoTells, sentence: ToldSentence) -> ToldSentence:
    """The sentence without the words that the whole story has."""
    return replace(sentence, words=tuple(w for w in sentence.words if w[0] not in told.everybodys))


def is_disputed(matrix: Matrix, sentence: Evidence) -> bool:
    """True where the sentence has a part in a discrepancy or agreement: another article speaks of it as well."""
    return any(
        e.article == sentence.article and e.start < sentence.end and sentence.start < e.end
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
    own = own_words(told, sentence)
    found = round(told.likeness(own).get(asked, 0.0) * len(own.stems))
    return found <= COMMON and told.likeness(sentence).get(asked, 0.0) < UNTOLD_AT_ALL


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


def _sentence(matrix: Matrix, term: Term) -> str:
    reading = matrix.reading(name_in(term, 0))
    return quoted(told_sentence(matrix, name_in(term, 0), name_in(term, 1)).span.of(reading.text))


UNTOLD_QUESTIONS: dict[str, Question] = {
    "leaves-untold": Question(is_left_untold, _sentence),
    "untold-in": Question(is_untold_in, outlet_text),
    "stance": Question(is_stance, _stance),
}
