"""Open items on two words for the same people or thing, and the list of such words."""

from __future__ import annotations

import pytest

from quizzes.items.label_words import is_of_many
from quizzes.items.types import ItemDraft, ItemKind
from quizzes.nlp.lexicons.word_choices import OF_PEOPLE, OF_THINGS, echoes_of, groups, word_choice
from quizzes.nlp.types import FindingKind, Reading
from tests.items.readings import article, asked, of_kind, position, quoting, story

ALIENS = article("a1", "The Quay Ledger", "The ferry carried illegal migrants on Monday.", "It rained.")
PAPERS = article("a2", "Saltmarsh Wire", "The ferry carried undocumented migrants.", "Fishing is up.")
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
    assert (
        "thinks of the people as that word does, and does not know that there was a choice"
        in item.key["model"]
    )


def test_what_each_of_two_words_for_an_event_tells() -> None:
    rout = article("a1", "The Quay Ledger", "The Herons won with a rout in the rain.", "All went home.")
    win = article("a2", "Saltmarsh Wire", "The Herons had a win in the rain.", "All went home.")
    [item] = open_items(rout, win, aspect="thing", labels=("rout", "win"))
    assert "The word “win” says only who won." in item.key["model"]


@pytest.mark.parametrize(
    "labels", [("migrants", "newcomers"), ("illegal", "unlawful"), ("militant", "terrorist")]
)
def test_no_item_where_a_word_is_unknown_or_perhaps_of_another_person(labels: tuple[str, str]) -> None:
    one = article("a1", "The Quay Ledger", f"On the ferry, {labels[0]} it was.", "It rained.")
    other = article("a2", "Saltmarsh Wire", f"On the ferry, {labels[1]} it was.", "It rained.")
    assert open_items(one, other, labels=labels) == []


def test_no_item_where_one_article_has_both_words() -> None:
    both = article(
        "a2", "Saltmarsh Wire", "The ferry carried undocumented migrants.", "They are illegal migrants."
    )
    assert open_items(ALIENS, both) == []


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


def rain(letter: str, sentence: str, more: str = "All went home.") -> Reading:
    return article(letter, {"a1": "The Quay Ledger", "a2": "Saltmarsh Wire"}[letter], sentence, more)


@pytest.mark.parametrize(
    "more",
    [
        "The Herons crushed them.",
        "It was a thrashing.",
        "Nobody had foreseen such an upset.",
    ],
)
def test_no_item_where_the_other_article_tells_the_same_elsewhere_or_chose_a_third_word(more: str) -> None:
    one, other = (
        rain("a1", "The Herons took a rout in rain."),
        rain("a2", "The Herons took a win in rain.", more),
    )
    assert open_items(one, other, aspect="thing", labels=("rout", "win")) == []


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        ("Ada Moss asserted that the ferry carried illegal migrants.", ("illegal migrants", LABELS[1])),
        ("The ferry carried stranded and illegal migrants.", ("illegal migrants", LABELS[1])),
        ("Town taxes rose for illegal migrants.", ("illegal migrants", LABELS[1])),
    ],
)
def test_a_label_that_is_reported_cut_or_of_others_gives_no_item(
    sentence: str, labels: tuple[str, str]
) -> None:
    assert open_items(rain("a1", sentence), PAPERS, labels=labels) == []


def test_a_word_that_tells_more_inside_a_label_is_not_passed_over() -> None:
    one = rain("a1", "The Herons took a rout in rain.")
    other = rain("a2", "The Herons took a huge win in rain.")
    assert open_items(one, other, aspect="thing", labels=("rout", "huge win")) == []
    assert open_items(one, other, aspect="thing", labels=("rout", "win"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The crowd was ferried off the pier.", "Hundreds of rioters were ferried off.", True),
        ("A crowd was ferried off the pier.", "There, rioters were ferried off.", False),
        ("A crowd was quickly ferried off.", "There, rioters were quickly ferried off.", True),
        ("The crowd was fed soup.", "Hundreds of rioters were ferried off.", False),
    ],
)
def test_labels_are_for_the_same_people_where_the_same_is_told_of_them(
    one: str, other: str, same: bool
) -> None:
    told = rain("a1", one), rain("a2", other)
    assert bool(open_items(*told, labels=("crowd", "rioters"))) is same


def test_a_named_person_is_the_same_whatever_is_told() -> None:
    one = rain("a1", "Town tycoon Ada Moss left.")
    other = rain("a2", "All greeted businesswoman Ada Moss.")
    labels = ("tycoon Ada Moss", "businesswoman Ada Moss")
    assert open_items(one, other, aspect="person", labels=labels)
    cut = rain("a1", "The pilot and tycoon Ada Moss left.")
    assert open_items(cut, other, aspect="person", labels=labels) == []


@pytest.mark.parametrize(("word", "begins"), [("rout", "romp"), ("Murder", "kill")])
def test_the_echoes_of_a_word(word: str, begins: str) -> None:
    assert begins in echoes_of(word)


@pytest.mark.parametrize(
    ("label", "many"),
    [
        ("crowd", True),
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
