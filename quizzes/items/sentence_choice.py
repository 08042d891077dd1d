"""Items that ask in which of some sentences the writer judges, beside such in which only somebody quoted does, or nobody."""

from __future__ import annotations

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.expressions import Call
from quizzes.items.judging import Judging
from quizzes.items.judging_sentences import others_than_judging
from quizzes.items.matrix import Matrix
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import capitalised, one_line, quoted
from quizzes.nlp.types import Evidence, Finding


def sentence_item(
    matrix: Matrix, finding: Finding, seed: int, judging: Judging, adds: str
) -> ItemDraft | None:
    """A choice of the sentence in which the writer judges."""
    article, span = judging.tone.article, judging.sentence
    reading = matrix.reading(article)
    stem = (
        f"These sentences stand in {matrix.name(article)}. In which of them does the writer judge or show a feeling, in words of"
        " the writer’s own?"
    )
    why = (
        f"{matrix.name(article)}: {quoted(one_line(span.of(reading.text)))} {quoted(capitalised(judging.shown(reading)))} {adds},"
        " and nobody is quoted with it. In the other sentences the writer tells what can be checked; a strong word there is"
        " somebody’s who is quoted."
    )
    evidence = (Evidence(article, span.start, span.end, span.of(reading.text)),)
    return building.choice(
        Ask(matrix, finding, seed, Skill.WORDING, stem, why, evidence, 0.6),
        Call("writer-judges", (article,)),
        (article, str(span.start)),
        others_than_judging(reading),
    )
