from __future__ import annotations

from dataclasses import replace

from quizzes.nlp.findings.labels import find_label_choices
from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.types import Finding, Label, Occurrence
from tests.nlp.hand_made import label, quotation, reading, side


def found(*articles: list[tuple[str, str]], lead: bool = False) -> list[Finding]:
    """The findings over articles that each consist of labels: (words, actor), all of them in the lead or none."""
    readings = []
    for article, labels in zip("abc", articles, strict=False):
        text = ". ".join(words for words, _ in labels)
        readings.append(
            reading(
                article,
                text,
                labels=tuple(replace(label(article, text, w, actor), is_lead=lead) for w, actor in labels),
            )
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


def test_descriptions_of_a_person_are_joined_by_surname() -> None:
    findings = found(
        [("a fierce critic", "person:ann roe")],
        [("retired teacher Ann Roe", "person:ann roe")],
        [("a banker", "person:tom poe")],
    )
    assert [[p.value for p in f.positions] for f in findings] == [
        ["a fierce critic", "retired teacher Ann Roe"]
    ]
    assert [(f.aspect, f.confidence >= SHOWN) for f in findings] == [("person", True)]
    assert "the same person" in findings[0].summary


def test_titles_alone_are_no_choice_of_words() -> None:
    assert found([("Senator Ann Roe", "person:ann roe")], [("Sen. Roe", "person:roe")]) == []


def test_a_short_first_name_is_the_same_person_s() -> None:
    one, other = [("a critic", "person:bill roe")], [("a teacher", "person:william roe")]
    assert [len(f.positions) for f in found(one, other)] == [2]


def test_two_people_of_one_surname_are_kept_apart() -> None:
    both = [("a critic", "person:ann roe"), ("a teacher", "person:tom roe")]
    findings = found(both, [("a retired banker", "person:tom roe")])
    assert [[p.value for p in f.positions] for f in findings] == [["a teacher", "a retired banker"]]


def test_a_thing_counts_where_two_articles_lead_with_it() -> None:
    one, other = ("sweeping farm bill", "law"), ("farm legislation", "law")
    assert found([one], [other]) == []
    findings = found([one], [other], lead=True)
    assert [(f.aspect, f.confidence >= SHOWN) for f in findings] == [("thing", True)]


def test_a_thing_beside_the_story_counts_where_a_word_before_it_is_shared() -> None:
    findings = found(
        [("heated budget hearing", "=hearing")],
        [("brief budget hearing", "=hearing")],
        [("hearing", "=hearing")],
    )
    assert [[p.value for p in f.positions] for f in findings] == [
        ["heated budget hearing", "brief budget hearing"]
    ]


def test_the_same_noun_with_other_words_may_be_another_thing() -> None:
    findings = found([("spending bill", "law")], [("immigration bill", "law")], lead=True)
    assert [f.confidence < SHOWN for f in findings] == [True]


def test_wordings_that_all_articles_use_are_not_shown() -> None:
    bill = ("bill", "law")
    findings = found([bill, ("landmark measure", "law")], [bill, ("power grab law", "law")], lead=True)
    assert [[p.value for p in f.positions] for f in findings] == [["landmark measure", "power grab law"]]


def test_labels_of_two_occurrences_are_not_joined() -> None:
    one, other = (
        reading(a, "the raid", labels=(Label(a, 4, 8, w, "strike", happening=a, is_lead=True),))
        for a, w in (("a", "raid"), ("b", "strike"))
    )
    apart = (Occurrence("o1", "", ("a",)), Occurrence("o2", "", ("b",)))
    together = (Occurrence("o1", "", ("a", "b")),)
    assert list(find_label_choices(side(one, other, occurrences=apart))) == []
    assert len(list(find_label_choices(side(one, other, occurrences=together)))) == 1


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


def test_a_plain_title_of_the_lead_is_set_against_a_description() -> None:
    one, other = [("Senator Ann Roe", "person:ann roe")], [("embattled Sen. Ann Roe", "person:ann roe")]
    assert [[p.value for p in f.positions] for f in found(one, other, lead=True)] == [
        [one[0][0], other[0][0]]
    ]
    assert found(one, other) == []


def test_a_father_and_his_son_of_one_name_are_two() -> None:
    son = [("a banker", "person:tom poe jr"), ("Governor Tom Poe", "person:tom poe jr")]
    assert found(son, [("the candidate", "person:tom poe jr")]) == []
    named = [("heir Tom Poe Jr.", "person:tom poe jr"), ("Governor Tom Poe", "person:tom poe")]
    findings = found(named, [("banker Tom Poe Jr.", "person:tom poe jr")])
    assert [[p.value for p in f.positions] for f in findings] == [["heir Tom Poe Jr.", "banker Tom Poe Jr."]]


def test_forms_of_one_verb_and_its_noun_are_one_wording() -> None:
    one = [("resigns", "leaving"), ("resigned", "leaving"), ("resignation", "leaving")]
    findings = found(one, [("sudden departure", "leaving")], lead=True)
    assert [[p.value for p in f.positions] for f in findings] == [["resigns", "sudden departure"]]
