from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.framing.bearers import titled
from quizzes.nlp.lexicons.labels import CLASSES
from quizzes.nlp.lexicons.topics import THINGS
from quizzes.nlp.pipeline import load_pipeline
from quizzes.nlp.types import Label, Reading

Read = Callable[..., Reading]

LINE = "The harbour was calm on Tuesday, and the boats lay at the quay while the town slept until noon."
"""A sentence of body that makes the line above it a headline and calls nothing by a loaded name."""


def groups(reading: Reading) -> list[Label]:
    return [x for x in reading.labels if x.actor.partition(":")[0].partition("/")[0] in CLASSES]


def persons(reading: Reading) -> list[str]:
    return [x.text for x in reading.labels if x.actor.startswith("person:")]


def things(reading: Reading, kind: str) -> list[str]:
    assert kind.removesuffix("s") in THINGS
    return [x.text for x in reading.labels if x.actor.partition(":")[0] == kind]


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
        ("The law helps people who have been in prison.", ["people who have been in prison"]),
        ("A handful of armed rebels held the bridge.", ["handful of armed rebels"]),
        ("The minister met the rights group and a film crew.", []),
        ("A militia official spoke to the press on Monday.", []),
        ("The shop sells coffee and bread to tourists.", []),
    ],
)
def test_groups_that_act_or_are_acted_on_are_labelled(read: Read, text: str, labels: list[str]) -> None:
    found = groups(read(text))
    assert [label.text for label in found] == labels
    assert all(text[label.start : label.end] == label.text for label in found)


def test_a_name_and_its_adjective_give_one_actor(read: Read) -> None:
    text = "Iran-backed militias fired rockets. The army fought Iranian militias. Egyptian rebels fled."
    assert [label.actor for label in groups(read(text))] == ["armed:iran", "armed:iran", "armed:egypt"]


def test_one_attacker_and_several_are_kept_apart(read: Read) -> None:
    text = "The attacker fled on foot. Later two attackers were seen at the station."
    assert [label.actor for label in groups(read(text))] == ["attacker/one", "attacker"]


def test_a_movement_is_many_people(read: Read) -> None:
    text = "The progressive movement met on Monday. A leftist shouted."
    assert [label.actor for label in groups(read(text))] == ["liberals", "liberals/one"]


def test_a_label_in_reported_words_has_a_voice(read: Read) -> None:
    text = "“The terrorists will be found,” Defence Minister Ann Roe said on Monday."
    assert ["Roe" in (label.voice or "") for label in groups(read(text))] == [True]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Liberal billionaire Ann Roe gave money to the party.", ["Liberal billionaire Ann Roe"]),
        ("Ann Roe, a fierce critic of the mayor, left the room.", ["a fierce critic of the mayor"]),
        ("The party's chairman, Ann Roe, left the room.", ["The party's chairman"]),
        ("The bakery's managing director, Ann Roe, left the room.", ["The bakery's managing director"]),
        ("The mine's general manager, Ann Roe, told reporters about it.", ["The mine's general manager"]),
        ("The company's mouthpiece, Ann Roe, left the room.", ["The company's mouthpiece"]),
        (
            "Ann Roe, who rose as a lawyer for miners, left the room.",
            ["who rose as a lawyer for miners"],
        ),
        ("Ann Roe is a retired teacher from the coast.", ["a retired teacher from the coast"]),
        ("Ann Roe, who said on Monday that she would stay, left the room.", []),
        ("Ann Roe is not a teacher.", []),
        ("The mayor was sued in May by his former aide, Ann Roe.", ["his former aide"]),
        ("They want the council to appoint Ann Roe, chairman of the port.", []),
        ("On Monday Senator Ann Roe left the room.", ["Senator Ann Roe"]),
        ("Ann Roe and lawyer Tom Poe left the room.", ["lawyer Tom Poe"]),
        ("Ann Roe left the room.", []),
    ],
)
def test_what_an_article_calls_the_persons_it_names(read: Read, text: str, labels: list[str]) -> None:
    assert persons(read(f"Calm day\n\n{LINE} {text}\n")) == labels


def test_descriptions_stand_under_the_fullest_name(read: Read) -> None:
    text = f"Calm day\n\n{LINE} Mayor Rachel Stone came early. Stone, a former teacher, spoke to the crowd.\n"
    found = [x.actor for x in read(text).labels if x.text == "a former teacher"]
    assert found == ["person:rachel stone"]


def test_a_definite_noun_points_back_at_the_only_person_described_by_it(read: Read) -> None:
    text = (
        f"Calm day\n\n{LINE} Rachel Stone, a senator, came early. She met Tom Poe, a teacher, at the quay. "
        "The four-term senator left at noon.\n"
    )
    found = [x.actor for x in read(text).labels if x.text == "The four-term senator"]
    assert found == ["person:rachel stone"]


def test_a_definite_noun_that_may_be_two_persons_is_left_alone(read: Read) -> None:
    text = (
        f"Calm day\n\n{LINE} Rachel Stone, a senator, met Tom Poe, a senator from the coast. "
        "The four-term senator left at noon.\n"
    )
    assert "The four-term senator" not in persons(read(text))


def test_the_thing_an_article_is_about_is_labelled_under_its_class(read: Read) -> None:
    text = (
        "Senate passes sweeping farm bill\n\nThe Senate passed a sweeping farm bill on Tuesday, and the governor praised it. "
        "The long-awaited legislation goes to the governor next week. A road bill was put off until the summer.\n"
    )
    assert things(read(text), "law") == ["sweeping farm bill", "long-awaited legislation"]


def test_what_holds_in_general_and_what_is_set_apart_is_left_out(read: Read) -> None:
    text = (
        "Senate passes farm bill\n\nThe Senate passed a farm bill on Tuesday. It breaks federal law, the mayor said. "
        "Another bill failed in the spring.\n"
    )
    assert things(read(text), "law") == ["farm bill"]


def test_a_loose_noun_counts_only_beside_a_sure_one(read: Read) -> None:
    with_sure = "The parcel held a crude device on Tuesday. The bomb was found at noon."
    alone = "The parcel came late on Tuesday. The device was found at noon."
    assert things(read(f"Calm day\n\n{with_sure}\n"), "explosive") == ["parcel", "crude device", "bomb"]
    assert things(read(f"Calm day\n\n{alone}\n"), "explosive") == []


def test_a_label_of_an_act_names_its_happening(read: Read) -> None:
    text = "Two hurt at mall\n\nTwo people were hurt in a mall shooting in Springfield on Tuesday, the police said.\n"
    reading = read(text)
    happening = {h.id for h in reading.happenings}
    found = [x for x in reading.labels if x.text == "mall shooting"]
    assert [x.happening in happening and x.is_lead for x in found] == [True]


@pytest.mark.parametrize(
    ("headline", "labels"),
    [
        ("Harbor director abruptly resigns after audit", ["abruptly resigns"]),
        ("Critics slammed the harbor director over the audit", []),
        ("Harbor director may resign after audit", []),
        ("Harbor director has not resigned", []),
    ],
)
def test_an_act_told_by_a_verb_as_done_is_labelled_under_the_class_of_its_noun(
    read: Read, headline: str, labels: list[str]
) -> None:
    assert things(read(f"{headline}\n\n{LINE}\n"), "leaving") == labels


def test_acts_below_the_lead_are_no_labels(read: Read) -> None:
    text = f"Calm day\n\n{LINE} {LINE} {LINE} {LINE} The director resigned.\n"
    assert things(read(text), "leaving") == []


def test_one_noun_is_surely_of_one_class() -> None:
    sure = [noun for thing in THINGS.values() for noun in thing.nouns]
    assert {noun for noun in sure if sure.count(noun) > 1} <= {"gaffe", "solecism", "dry-gulching"}
    assert {"altercation", "squabble"} <= THINGS["dispute"].nouns


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Majority Leader Rachel Stone left the room.", "Rachel Stone"),
        ("Rep. Robert D. Poe left the room.", "Robert D. Poe"),
    ],
)
def test_a_name_behind_a_title_is_found_without_the_recognizer(text: str, name: str) -> None:
    doc = load_pipeline()(text)
    doc.ents = ()
    sentence = next(doc.sents)
    found = [span.text for token in sentence if (span := titled(token, sentence)) is not None]
    assert found == [name]


def test_a_described_subject_goes_on_about_the_subject_before(read: Read) -> None:
    text = (
        f"Calm day\n\n{LINE} Rachel Stone and Tom Poe run the harbour. Stone opened the gate. Poe paid the men. "
        "Tom Poe came early. The soft-spoken banker left at noon.\n"
    )
    assert [x.actor for x in read(text).labels if x.text == "The soft-spoken banker"] == ["person:tom poe"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Tom Poe came early. Nor is he a pundit.", "pundit"),
        (
            "Tom Poe, the majority leader, came early. Rachel Stone of Penwick, the harbour leader, was late.",
            "the harbour leader of Poe",
        ),
    ],
)
def test_what_somebody_is_not_and_what_another_is_calls_nobody(read: Read, text: str, wrong: str) -> None:
    found = [x for x in read(f"Calm day\n\n{LINE} {text}\n").labels if x.actor == "person:tom poe"]
    assert {x.text for x in found} <= {"the majority leader", "majority leader"}
    assert wrong not in {x.text for x in found}


@pytest.mark.parametrize(
    ("headline", "actor", "labels"),
    [
        ("Harbour board agrees deal to end strike", "strike", ["strike"]),
        ("Guild says the promised vote enraged liberals", "liberals", ["liberals"]),
    ],
)
def test_a_verb_is_no_part_of_a_label(read: Read, headline: str, actor: str, labels: list[str]) -> None:
    found = read(f"{headline}\n\n{LINE}\n").labels
    assert [x.text for x in found if x.actor.partition(":")[0] == actor] == labels


def test_a_described_thing_beside_the_articles_own_stands_under_its_noun(read: Read) -> None:
    text = (
        "Judge opens harbour inquiry\n\nA judge opened the harbour inquiry on Tuesday. "
        f"{LINE} {LINE} The pilot spoke at a heated harbour hearing in May.\n"
    )
    labels = [(x.text, x.actor) for x in read(text).labels]
    assert ("heated harbour hearing", "=hearing") in labels
    assert things(read(text), "inquiry") == ["harbour inquiry"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Channel Six has called the race for Mayor Ann Roe, who led by 40 votes when the polls closed.",
            "who led",
        ),
        ("After a long and cold winter in Penwick, Ann Roe is the third player to fall ill.", "third player"),
        ("Her mother, Grace Poe, was in the stand when the match began in Penwick on Monday.", "Her mother"),
        (
            "Mayor Ann Roe spoke to the crowd in Penwick on Monday.\nThe clerk, a friend of hers, said that a firm was to blame.",
            "The clerk",
        ),
        ("In the second half the striker sat down on the wet grass in Penwick.", "striker"),
    ],
)
def test_what_tells_an_event_a_rank_or_a_relative_calls_nobody_anything(
    read: Read, text: str, words: str
) -> None:
    assert [x.text for x in read(text).labels if words in x.text] == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Channel Six has called the race for Mayor Ann Roe, who led the union for years.",
            "who led the union",
        ),
        ("The strikers rallied in front of the hall.", "strikers"),
        ("A noisy mob of about 600 blocked the steps of the hall.", "noisy mob"),
    ],
)
def test_what_calls_somebody_something(read: Read, text: str, label: str) -> None:
    assert any(label in x.text for x in read(text).labels)
