"""What one of two words for the same kind of people or thing tells, and the other does not.

| question | an answer is | it is right where |
|---|---|---|
| `label-tells(article, label, article, label)` | a word of the group | the word of the first label tells the same as that word does; wrong where it stands in another row of its group |
"""

from __future__ import annotations

from quizzes.items.asking import Arguments, Question, Undecided, name_in
from quizzes.items.expressions import Term
from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.items.unmarked import is_inside_speech, places_of
from quizzes.items.wording import capitalised
from quizzes.nlp.findings.side_by_side import role_at
from quizzes.nlp.lexicons.word_choices import OF_PEOPLE, OF_THINGS, groups, tells_of, word_choice
from quizzes.nlp.types import Manner, Reading, Role, Span


def own_place(reading: Reading, label: str) -> Span | None:
    """The first place at which a label stands in words that the outlet chose: outside quotation marks."""
    marked = [q for q in reading.quotations if q.manner is not Manner.INDIRECT]
    for at in places_of(reading, label):
        is_quoted = any(q.start < at.end and at.start < q.end for q in marked)
        is_told = role_at(reading, at.start) in {Role.BODY, Role.HEADLINE}
        if is_told and not is_quoted and not is_inside_speech(reading, at):
            return at
    return None


def group_of(one: str, other: str) -> tuple[dict[str, str], str, str] | None:
    """The group of which each of two labels has just one word, with these words; None where they tell the same."""
    for group in (*groups(OF_PEOPLE), *groups(OF_THINGS)):
        words = word_choice(one, group), word_choice(other, group)
        if words[0] and words[1] and tells_of(words[0], group) != tells_of(words[1], group):
            return group, words[0], words[1]
    return None


def label_tells(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    labels = name_in(arguments, 1), name_in(arguments, 3)
    readings = (matrix.reading(name_in(arguments, at)) for at in (0, 2))
    if any(own_place(r, label) is None for r, label in zip(readings, labels, strict=True)):
        raise NotInMatrix(" / ".join(labels))
    found = group_of(*labels)
    offered = name_in(answer, 0)
    if found is None or tells_of(offered, found[0]) is None:
        raise Undecided("words of no one group")
    group, word, _ = found
    return tells_of(offered, group) == tells_of(word, group)


def _tells(matrix: Matrix, term: Term) -> str:
    word = name_in(term, 0)
    for group in (*groups(OF_PEOPLE), *groups(OF_THINGS)):
        if word in group:
            return f"{capitalised('it ' + group[word])}."
    raise NotInMatrix(word)


LABEL_QUESTIONS: dict[str, Question] = {"label-tells": Question(label_tells, _tells)}
