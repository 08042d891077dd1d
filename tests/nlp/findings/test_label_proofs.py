from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.nlp.findings.label_proofs import is_clean, is_one
from quizzes.nlp.findings.labels import find_label_choices
from quizzes.nlp.findings.side_by_side import SHOWN, SideBySide
from quizzes.nlp.types import Label, Occurrence, Span
from tests.nlp.hand_made import label, reading, side

Told = tuple[str, str, str]
"""A sentence, the label in it, and the class of what it calls."""


def two(one: Told, other: Told, **facts: str) -> tuple[SideBySide, Label, Label]:
    """Two articles of a sentence each, and their labels, both in the lead; `facts` are the second article's."""
    labels = [
        replace(label(article, text, words, actor), is_lead=True)
        for article, (text, words, actor) in zip("ab", (one, other), strict=True)
    ]
    made = [
        reading(x.article, text, labels=(x,), sentences=(Span(0, len(text)),))
        for x, (text, _, _) in zip(labels, (one, other), strict=True)
    ]
    return side(made[0], replace(made[1], **facts)), labels[0], labels[1]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("He sent angry text messages.", "angry text messages", "message"), ("The text messages shocked all.", "text messages", "message"), True),
        (("The spending bill passed.", "spending bill", "law"), ("The immigration bill passed.", "immigration bill", "law"), False),
        (("Roe’s budget plan passed.", "Roe’s budget plan", "plan:roe"), ("The Poe-Roe budget plan passed.", "Poe-Roe budget plan", "plan:poe+roe"), False),
        (("Loosening gun laws is a fault.", "gun laws", "law"), ("He rejects gun measures in town.", "gun measures", "law"), False),
        (("On Monday Captain Roe was sacked.", "sacked", "firing"), ("The dismissal of Roe came late.", "dismissal", "firing"), True),
        (("On Monday Captain Roe was sacked.", "sacked", "firing"), ("The dismissal of Poe came late.", "dismissal", "firing"), False),
        (("The angry reaction came at once.", "angry reaction", "reaction"), ("There was an outcry.", "outcry", "reaction"), False),
        (("He defends Roe’s comments.", "Roe’s comments", "remarks:roe"), ("She blames Roe’s remarks.", "Roe’s remarks", "remarks:roe"), True),
    ],
)  # fmt: skip
def test_what_shows_that_two_labels_are_for_one_thing(one: Told, other: Told, expected: bool) -> None:
    assert is_one(*two(one, other)) is expected


def test_one_occurrence_shows_it_whatever_the_words() -> None:
    side_, one, other = two(
        ("A blaze broke out.", "blaze", "fire"), ("The inferno was put out.", "inferno", "fire")
    )
    assert not is_one(side_, one, other)
    told = [replace(x, happening=f"h{x.article}") for x in (one, other)]
    assert is_one(replace(side_, occurrences=(Occurrence("o", "fire", ("ha", "hb")),)), *told)


def test_articles_months_apart_may_tell_of_two_things() -> None:
    words = [("The text messages came out.", "text messages", "message"), ("His odd text messages came out.", "odd text messages", "message")]  # fmt: skip
    near, far = (two(words[0], words[1], published=day) for day in ("2020-05-02", "2020-11-02"))
    dated = replace(
        far[0], readings=(replace(far[0].readings[0], published="2020-05-01"), far[0].readings[1])
    )
    assert is_one(*near)
    assert not is_one(dated, *far[1:])


def test_an_article_that_mostly_uses_the_other_word_may_part_the_two() -> None:
    one = ("The border fence costs less. The wall is dear, a wall is long.", "border fence", "barrier")
    assert not is_one(*two(one, ("The border wall is to come.", "border wall", "barrier")))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It spoke of the defeat of former Speaker Ann Roe.", "defeat of former Speaker"),
        ("She pays a $3 billion power bill.", "billion power bill"),
        ("The states that have legalized gambling met.", "legalized gambling"),
        ("The Poe-bound train stopped.", "bound train"),
        ("He called him a “dangerous clown” twice.", "a “dangerous clown"),
        ("She named banks, farms and unions.", "banks, farms and unions"),
        ("He accused the president of hiding it.", "president of hiding"),
    ],
)
def test_a_label_cut_out_of_a_phrase_is_not_clean(text: str, words: str) -> None:
    assert not is_clean(side(reading("a", text)), label("a", text, words, "thing"))


def test_a_whole_label_is_clean() -> None:
    text = "The defeat of the mayor came late."
    assert is_clean(side(reading("a", text)), label("a", text, "defeat of the mayor", "result"))


def test_what_is_not_proven_stays_for_the_teachers_eye_below_the_bar() -> None:
    side_, _, _ = two(
        ("The spending bill passed.", "spending bill", "law"),
        ("The immigration act passed.", "immigration act", "law"),
    )
    findings = list(find_label_choices(side_))
    assert [f.confidence < SHOWN for f in findings] == [True]
