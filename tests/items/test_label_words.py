"""Open items on two words for the same people or thing, and the list of such words."""

from __future__ import annotations

import pytest

from quizzes.items.label_words import is_of_many
from quizzes.items.types import ItemDraft, ItemKind
from quizzes.nlp.lexicons.word_choices import OF_PEOPLE, OF_THINGS, groups, word_choice
from quizzes.nlp.types import FindingKind
from tests.items.readings import article, asked, of_kind, position, quoting, story

ALIENS = article("a1", "The Quay Ledger", "The ferry carried illegal migrants on Monday.", "It rained.")
PAPERS = article("a2", "Saltmarsh Wire", "The ferry carried undocumented migrants.", "Illegal fishing is up.")
LABELS = ("illegal migrants", "undocumented migrants")


def open_items(*told: object, aspect: str = "actor", labels: tuple[str, ...] = LABELS) -> list[ItemDraft]:
    positions = [position(r, words) for r, words in zip(told, labels, strict=True)]  # type: ignore[arg-type]
    found = of_kind(FindingKind.LABEL_CHOICE, *positions, aspect=aspect)
    drafts = asked(story(*told, findings=(found,)), "")  # type: ignore[arg-type]
    return [d for d in drafts if d.kind is ItemKind.OPEN]


def test_what_each_of_two_words_for_people_tells() -> None:
    [item] = open_items(ALIENS, PAPERS)
    assert item.stem.startswith(
        "The Quay Ledger writes “illegal migrants”. Saltmarsh Wire writes “undocumented migrants” of the same people."
    )
    assert "“illegal” puts breaking the law into the name" in item.key["model"]
    assert "reads only Saltmarsh Wire does not find “illegal migrants” there" in item.key["model"]


def test_what_each_of_two_words_for_an_event_tells() -> None:
    rout = article("a1", "The Quay Ledger", "It was a rout in the rain.", "All went home.")
    win = article("a2", "Saltmarsh Wire", "It was a win in the rain.", "All went home.")
    [item] = open_items(rout, win, aspect="thing", labels=("rout", "win"))
    assert "The word “win” says only who won." in item.key["model"]


@pytest.mark.parametrize(
    "labels", [("migrants", "newcomers"), ("illegal", "unlawful"), ("militant", "terrorist")]
)
def test_no_item_where_a_word_is_unknown_or_perhaps_of_another_person(labels: tuple[str, str]) -> None:
    one = article("a1", "The Quay Ledger", f"On the ferry, {labels[0]} it was.", "It rained.")
    other = article("a2", "Saltmarsh Wire", f"On the ferry, {labels[1]} it was.", "It rained.")
    assert open_items(one, other, labels=labels) == []


def test_the_word_asked_about_stands_nowhere_in_the_other_article() -> None:
    both = article(
        "a2", "Saltmarsh Wire", "The ferry carried undocumented migrants.", "They are illegal migrants."
    )
    [item] = open_items(ALIENS, both)
    assert item.stem.startswith("Saltmarsh Wire writes “undocumented migrants”.")
    assert "reads only The Quay Ledger does not find “undocumented migrants” there" in item.key["model"]


def test_no_item_where_each_has_the_others_word() -> None:
    one = article(
        "a1", "The Quay Ledger", "The ferry carried illegal migrants.", "The undocumented migrants left."
    )
    other = article(
        "a2", "Saltmarsh Wire", "The ferry carried undocumented migrants.", "They are illegal migrants."
    )
    assert open_items(one, other) == []


def test_words_of_somebody_quoted_are_not_the_outlets() -> None:
    sentence = "“The ferry carried illegal migrants,” said Ada Moss."
    one = quoting(
        article("a1", "The Quay Ledger", sentence, "It rained."),
        Ada_Moss="The ferry carried illegal migrants,",
    )
    assert open_items(one, PAPERS) == []


@pytest.mark.parametrize(
    ("label", "many"),
    [
        ("dock workers", True),
        ("people who fish", True),
        ("a ferry boss", False),
        ("lone gunman", False),
        ("", False),
    ],
)
def test_labels_of_several_people(label: str, many: bool) -> None:
    assert is_of_many(label) is many


@pytest.mark.parametrize(
    ("label", "word"),
    [
        ("illegal migrants", "illegal"),
        ("freed ex-felons", "ex-felons"),
        ("felons and convicts", None),
        ("ferry crews", None),
    ],
)
def test_the_chosen_word_of_a_label(label: str, word: str | None) -> None:
    every = groups(OF_PEOPLE)
    assert next((w for group in every if (w := word_choice(label, group))), None) == word


def test_every_group_has_words_that_tell_different_things() -> None:
    for group in (*groups(OF_PEOPLE), *groups(OF_THINGS)):
        assert len(set(group.values())) > 1
        assert not any(word.endswith(".") for word in group.values())
