from __future__ import annotations

from quizzes.nlp.findings.labels import find_label_choices
from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.types import Finding
from tests.nlp.hand_made import label, quotation, reading, side


def found(*articles: list[tuple[str, str]]) -> list[Finding]:
    """The findings over articles that each consist of labels: (words, actor)."""
    readings = []
    for article, labels in zip("abc", articles, strict=False):
        text = ". ".join(words for words, _ in labels)
        readings.append(
            reading(article, text, labels=tuple(label(article, text, w, actor) for w, actor in labels))
        )
    return list(find_label_choices(side(*readings)))


def test_different_heads_for_one_actor_are_a_choice_of_words() -> None:
    findings = found(
        [("Ruritanian rebels", "armed:ruritan")], [("Ruritania-backed fighters", "armed:ruritan")]
    )
    assert [[p.value for p in f.positions] for f in findings] == [
        ["Ruritanian rebels", "Ruritania-backed fighters"]
    ]
    assert [e.text for p in findings[0].positions for e in p.evidence] == [
        p.value for p in findings[0].positions
    ]
    assert findings[0].confidence >= SHOWN
    assert "Article A writes “Ruritanian rebels”" in findings[0].summary


def test_the_same_words_are_no_choice() -> None:
    assert found([("Ruritanian rebels", "armed:ruritan")], [("Ruritania rebel", "armed:ruritan")]) == []


def test_two_actors_of_one_class_stay_apart() -> None:
    assert found([("Ruritanian rebels", "armed:ruritan")], [("Sylvanian fighters", "armed:sylvan")]) == []


def test_a_label_with_both_names_joins_two_actors() -> None:
    both = ("Ruritanian-backed Sylvanian gunmen", "armed:ruritan+sylvan")
    findings = found([("Ruritanian rebels", "armed:ruritan")], [("Sylvanian fighters", "armed:sylvan"), both])
    assert [len(f.positions) for f in findings] == [3]


def test_a_label_without_a_name_goes_to_the_only_actor_of_its_article() -> None:
    one = [("Ruritanian rebels", "armed:ruritan"), ("terrorists", "armed")]
    findings = found(one, [("Ruritanian fighters", "armed:ruritan")])
    assert [[p.value for p in f.positions] for f in findings] == [
        ["Ruritanian rebels", "terrorists", "Ruritanian fighters"]
    ]


def test_an_added_adjective_alone_lies_below_the_bar() -> None:
    findings = found([("lone attackers", "attacker")], [("attackers", "attacker")])
    assert [f.confidence < SHOWN for f in findings] == [True]


def test_quoted_words_are_a_speakers_choice_and_left_out() -> None:
    text = "“The rebels are thugs,” said the minister"
    mine = reading(
        "a",
        text,
        labels=(label("a", text, "rebels", "armed"),),
        quotations=(quotation("a", text, "The rebels are thugs"),),
    )
    other = reading("b", "fighters", labels=(label("b", "fighters", "fighters", "armed"),))
    assert list(find_label_choices(side(mine, other))) == []
