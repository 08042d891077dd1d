from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.types import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "Soldiers shelled Ruritania-backed militias near the border on Monday.",
            ["Ruritania-backed militias"],
        ),
        ("At least 12 pro-Russia fighters were killed near the bridge.", ["pro-Russia fighters"]),
        ("Syrian-backed militant groups took the town on Monday.", ["Syrian-backed militant groups"]),
        ("The police drove several hundred protesters from the square.", ["protesters"]),
        ("The minister met the rights group and a film crew.", []),
        ("A militia official spoke to the press on Monday.", []),
        ("The shop sells coffee and bread to tourists.", []),
    ],
)
def test_groups_that_act_or_are_acted_on_are_labelled(read: Read, text: str, labels: list[str]) -> None:
    reading = read(text)
    assert [label.text for label in reading.labels] == labels
    assert all(text[label.start : label.end] == label.text for label in reading.labels)


def test_a_name_and_its_adjective_give_one_actor(read: Read) -> None:
    text = "Iran-backed militias fired rockets. The army fought Iranian militias. Egyptian rebels fled."
    assert [label.actor for label in read(text).labels] == ["armed:iran", "armed:iran", "armed:egypt"]


def test_a_label_in_reported_words_has_a_voice(read: Read) -> None:
    text = "“The terrorists will be found,” Defence Minister Ann Roe said on Monday."
    assert ["Roe" in (label.voice or "") for label in read(text).labels] == [True]
