from __future__ import annotations

import pytest

from quizzes.nlp.findings.omissions import find_omissions
from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.types import Finding, Passage, Role, SourceKind
from tests.nlp.hand_made import quotation, reading, side, source

FERRY = "The ferry Marigold left the harbour in the storm with its crew. The harbour closed when the storm hit the ferry."
PLAIN = "The ferry left the harbour before the storm. The storm sank the ferry near the harbour wall."


def told_alone(sentence: str, other: str = PLAIN) -> list[Finding]:
    """What a tells in a sentence of its own that b does not."""
    found = find_omissions(side(reading("a", f"{FERRY} {sentence}"), reading("b", other)))
    return [f for f in found if sentence in f.positions[0].evidence[0].text]


@pytest.mark.parametrize(
    ("sentence", "aspect", "words"),
    [
        ("The ferry carried 240 passengers out of the harbour.", "figure", "240 passengers"),
        ("A bank paid $3.5 million of insurance for the ferry.", "figure", "$3.5 million"),
        ("The captain of the ferry grew up beside Mary Roe in the harbour.", "person", "Mary Roe"),
        (
            "A lawyer for the ferry took the matter to the Penwick Sailing Board.",
            "name",
            "Penwick Sailing Board",
        ),
        (
            "A lawyer for the ferry took the matter to the Penwick Ports and Shipping Board.",
            "name",
            "Penwick Ports and Shipping Board",
        ),
        (
            "The owner of the ferry met Omar al-Haddad in the harbour.",
            "person",
            "Omar al-Haddad",
        ),
        (
            "Divers searched the wreck of the ferry because the owner hid gold coins aboard.",
            "cause",
            "Divers searched the wreck of the ferry because the owner hid gold coins aboard.",
        ),
    ],
)
def test_what_one_article_alone_tells(sentence: str, aspect: str, words: str) -> None:
    (finding,) = told_alone(sentence)
    assert (finding.aspect, finding.positions[0].value, finding.silent) == (aspect, words, ("b",))
    assert finding.summary.startswith("Only Article A ")
    assert "Article B leaves it out" in finding.summary
    assert finding.confidence >= SHOWN


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        (
            "The ferry carried 240 passengers out of the harbour.",
            "Two hundred and forty people were on the ferry.",
        ),
        (
            "The ferry carried 240 passengers out of the harbour.",
            "The ferry had about 230 passengers on board.",
        ),
        ("The captain of the ferry met Mary Roe in the harbour.", "Roe waited in the harbour for the ferry."),
        (
            "The ferry came from Latakia to the harbour that night.",
            "The ferry from Lattakia reached the harbour.",
        ),
        (
            "The ferry captain began an inquiry into the broken harbour lamp.",
            "An investigation of the broken lamp in the harbour was started by the captain of the ferry.",
        ),
    ],
)
def test_a_fact_in_other_words_is_not_left_out(sentence: str, other: str) -> None:
    assert told_alone(sentence, f"{PLAIN} {other}") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Was the ferry in the harbour the biggest of 240 boats?",
        "Follow us for 240 more stories on the ferry and the harbour.",
        "The ferry company declined to comment on 240 claims from the harbour.",
        "The ferry sank in the harbour on March 24.",
        "The ferry sank in the harbour in 1997.",
        "Two men watched the ferry in the harbour.",
        "Democrats watched the ferry in the harbour.",
        "I've watched the ferry in the harbour.",
        "The ferry in the harbour and 240 unfinished",
        "A bakery in another town baked 240 cakes.",
    ],
)
def test_what_is_no_fact_of_the_story(sentence: str) -> None:
    assert told_alone(sentence) == []


def test_a_caption_tells_no_fact_of_its_own() -> None:
    text = f"{FERRY}\nThe ferry carried 240 passengers out of the harbour."
    passages = (Passage(Role.BODY, 0, len(FERRY)), Passage(Role.CAPTION, len(FERRY) + 1, len(text)))
    found = find_omissions(side(reading("a", text, passages=passages), reading("b", PLAIN)))
    assert all("240" not in f.summary for f in found)


def test_whoever_is_heard_is_a_voice_and_no_omission() -> None:
    sentence = "“The ferry left the harbour too late,” said Mary Roe."
    text = f"{FERRY} {sentence}"
    words = "The ferry left the harbour too late,"
    spoken = quotation("a", text, words, speaker=source("Mary Roe", kind=SourceKind.PERSON))
    found = find_omissions(side(reading("a", text, quotations=(spoken,)), reading("b", PLAIN)))
    assert all(f.aspect != "person" for f in found)


def test_copies_count_once() -> None:
    text = f"{FERRY} The ferry carried 240 passengers out of the harbour."
    readings = [reading("a", text), reading("b", PLAIN), reading("c", text)]
    findings = [f for f in find_omissions(side(*readings, copies={"c": "a"})) if f.aspect == "figure"]
    assert [([p.article for p in f.positions], f.silent) for f in findings] == [(["a"], ("b",))]


def test_a_fact_of_some_that_another_leaves_out() -> None:
    one = f"{FERRY} The ferry carried 240 passengers out of the harbour."
    two = f"{PLAIN} On board the ferry out of the harbour were 240 passengers."
    findings = list(find_omissions(side(reading("a", one), reading("b", two), reading("c", PLAIN))))
    (shared,) = [f for f in findings if f.aspect == "figure"]
    assert ([p.article for p in shared.positions], shared.silent) == (["a", "b"], ("c",))


def test_one_figure_about_two_things_is_no_common_fact() -> None:
    one = f"{FERRY} The ferry carried 240 passengers out of the harbour."
    two = f"{PLAIN} A lemon from the market costs 240 pence near the harbour."
    found = find_omissions(side(reading("a", one), reading("b", two), reading("c", PLAIN)))
    assert all(f.aspect != "figure" for f in found)


def test_an_article_is_not_flooded() -> None:
    many = " ".join(f"The ferry met {n} gulls near the harbour at night." for n in range(100, 9000, 300))
    found = list(find_omissions(side(reading("a", f"{FERRY} {many}"), reading("b", PLAIN))))
    assert len([f for f in found if f.positions[0].article == "a"]) == 10
    assert len([f for f in found if f.confidence >= SHOWN]) <= 6


@pytest.mark.parametrize("texts", [[], [FERRY], ["", ""]])
def test_one_article_leaves_nothing_out(texts: list[str]) -> None:
    readings = [reading(chr(97 + n), text) for n, text in enumerate(texts)]
    assert list(find_omissions(side(*readings))) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The ferry in the harbour belonged to Ann Roe of Penwick.", "Ann Roe"),
        ("The ferry in the harbour belonged to Zyx Roe of Vermont.", "Zyx Roe"),
        ("The ferry in the harbour was blessed by House Chairman Paul Beck.", "Paul Beck"),
    ],
)
def test_a_person_is_named_without_title_and_town(sentence: str, words: str) -> None:
    assert [f.positions[0].value for f in told_alone(sentence)] == [words]


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        ("The ferry in the harbour belonged to Ann Roe of Penwick.", "Ann Roe came to the harbour."),
        ("The ferry in the harbour sank a B-17 from the last war.", "An old plane hit the ferry."),
    ],
)
def test_a_part_of_a_name_is_no_fact(sentence: str, other: str) -> None:
    assert told_alone(sentence, f"{PLAIN} {other}") == []
