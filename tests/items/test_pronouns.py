"""Speakers whom an article calls by a pronoun."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.asking import Undecided
from quizzes.items.expressions import Call
from quizzes.items.matrix import Matrix
from quizzes.items.pronouns import is_clear_pronoun, naming_sentence
from quizzes.items.proof import proving_groups
from quizzes.items.questions import QUESTIONS
from quizzes.items.whose_words import rationale_of
from quizzes.nlp.types import Manner, Passage, Reading, Role, Source, SourceKind
from tests.items.readings import article, quotation, story

WORDS = "We asked the town for new pumps three winters ago and nobody wrote back."


def ledger(*before: str, behind: str = "", name: str = "Ingrid Vale") -> Reading:
    """The words said by "she"; each sentence before is a paragraph of its own, what stands behind is not."""
    lines = [*before, f"“{WORDS}” she told the clerk{behind}."]
    reading = article("a1", "The Quay Ledger", *lines)
    at = reading.text.index("she told")
    said = replace(
        quotation(reading, "she", WORDS),
        speaker=Source("she", at, at + 3, name, SourceKind.PERSON),
        cue="told",
    )
    passages = tuple(Passage(Role.BODY, s.start, s.end) for s in reading.sentences)
    return replace(reading, quotations=(said,), passages=passages)


@pytest.mark.parametrize(
    ("before", "behind", "expected"),
    [
        (["Ingrid Vale runs the pumps."], "", True),
        (["Ms. Vale runs the pumps."], "", True),
        (["Ingrid Vale runs the pumps.", "The night was calm."], "", False),
        (["Ingrid Vale met Anna Roe at the pumps."], "", False),
        (["Ingrid Vale met Ms. Roe at the pumps."], "", False),
        (["Ingrid Vale runs the pumps."], " of Anna Roe", False),
        ([], " of Ingrid Vale", False),
        ([], "", False),
    ],
)
def test_a_pronoun_is_clear_where_nobody_else_is_named(
    before: list[str], behind: str, expected: bool
) -> None:
    reading = ledger(*before, behind=behind)
    assert is_clear_pronoun(reading, reading.quotations[0]) is expected


@pytest.mark.parametrize(
    "changes",
    [
        {"manner": Manner.INDIRECT},
        {"speaker": Source("she", 28, 31, "Vale", SourceKind.PERSON)},
        {"speaker": Source("they", 28, 32, "Ingrid Vale", SourceKind.PERSON)},
        {"speaker": None},
    ],
)
def test_half_a_name_and_retold_words_are_not_clear(changes: dict[str, object]) -> None:
    reading = ledger("Ingrid Vale runs the pumps.")
    changed = replace(reading.quotations[0], **changes)  # type: ignore[arg-type]
    assert is_clear_pronoun(reading, changed) is False


def test_the_words_are_hers_and_the_sentence_that_names_her_is_shown() -> None:
    matrix = Matrix(story(ledger("Ingrid Vale runs the pumps.")))
    said = matrix.reading("a1").quotations[0]
    assert QUESTIONS["says"].holds(matrix, ("a1", str(said.start)), ("Ingrid Vale",)) is True
    named = naming_sentence(matrix.reading("a1"), said)
    assert named is not None
    assert named.of(matrix.reading("a1").text) == "Ingrid Vale runs the pumps."
    assert rationale_of(matrix, said).startswith("The Quay Ledger: “Ingrid Vale runs the pumps. ‘We asked")


def test_no_single_sentence_proves_a_pronouns_words() -> None:
    matrix = Matrix(story(ledger("Ingrid Vale runs the pumps.")))
    start = str(matrix.reading("a1").quotations[0].start)
    with pytest.raises(Undecided):
        proving_groups(matrix, Call("says", ("a1", start)), ("Ingrid Vale",))
