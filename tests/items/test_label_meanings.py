"""Items on what a word for people or things tells that another outlet's word does not."""

from __future__ import annotations

import pytest

from quizzes.items.label_meanings import group_of
from quizzes.items.proof import prove
from quizzes.items.types import ItemDraft
from quizzes.nlp.types import Comparison, FindingKind, Reading
from tests.items.readings import article, asked, of_kind, position, quoting, shown, story


def labelled(one: Reading, other: Reading, labels: tuple[str, str], aspect: str = "actor") -> Comparison:
    positions = [position(r, words) for r, words in zip((one, other), labels, strict=True)]
    return story(one, other, findings=(of_kind(FindingKind.LABEL_CHOICE, *positions, aspect=aspect),))


def told(one: str, other: str) -> Comparison:
    first = article("a1", "The Quay Ledger", f"On Monday {one} stood on the pier.", "It rained.")
    second = article("a2", "Saltmarsh Wire", f"On Monday {other} stood on the pier.", "Fishing is up.")
    return labelled(first, second, (one, other))


def meanings(comparison: Comparison) -> list[ItemDraft]:
    return asked(comparison, "label-tells(")


@pytest.mark.parametrize(
    ("one", "other", "word", "key"),
    [
        ("looters", "protesters", "looters", "It says that they broke the law."),
        ("spectators", "revellers", "revellers", "It shows them in the middle of a party."),
        (
            "convicted felons",
            "ex-felons",
            "felons",
            "It calls people by their crime, whether it lies in the past or not.",
        ),
        ("the tycoon", "the millionaire", "tycoon", "It makes people sound powerful because of their money."),
    ],
)
def test_what_the_more_telling_word_says(one: str, other: str, word: str, key: str) -> None:
    [item] = meanings(told(one, other))
    assert f"What does the word “{word}” do" in item.stem
    assert shown(item)[item.key] == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("protesters", "demonstrators"),
        ("protesters", "sailors"),
        ("protesters", "murder"),
        ("a mob of looters", "protesters"),
    ],
)
def test_no_item_where_two_words_tell_the_same_or_are_of_no_one_group(one: str, other: str) -> None:
    assert meanings(told(one, other)) == []


def test_a_word_in_a_quotation_is_its_speakers() -> None:
    said = quoting(
        article("a1", "The Quay Ledger", "“The looters came,” Ada Moss said.", "It rained."),
        Ada_Moss="The looters came,",
    )
    plain = article("a2", "Saltmarsh Wire", "The protesters came.", "Fishing is up.")
    assert meanings(labelled(said, plain, ("looters", "protesters"))) == []


def test_the_item_falls_with_the_word() -> None:
    comparison = told("looters", "protesters")
    [item] = meanings(comparison)
    assert prove(item, comparison)
    assert not prove(item, told("sailors", "protesters"))


def test_the_group_of_two_labels() -> None:
    assert group_of("hundreds of looters", "angry protesters") is not None
    assert group_of("looters", "murder") is None
