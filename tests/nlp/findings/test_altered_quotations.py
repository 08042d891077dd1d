from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.nlp.findings.altered_quotations import find_altered_quotations
from quizzes.nlp.types import Finding, Manner, Relation, SourceKind
from tests.nlp.hand_made import quotation, reading, side, source

WORDS = "We will never again sail from this harbour without a pilot"


def found(one: str, other: str, **speakers: str) -> list[Finding]:
    readings = []
    for article, words in (("a", one), ("b", other)):
        text = f"“{words},” said the captain."
        name = speakers.get(article)
        speaker = source(name, kind=SourceKind.PERSON) if name else None
        readings.append(
            reading(article, text, quotations=(quotation(article, text, words, speaker=speaker),))
        )
    return list(find_altered_quotations(side(*readings)))


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        (WORDS, None),
        (WORDS.replace("harbour", "harbor").replace("We", "we"), None),
        (WORDS.replace("never again", "never"), Relation.CONFLICT),
        (WORDS.replace("this harbour", "that harbour"), Relation.CONFLICT),
        ("sail from this harbour without a pilot", Relation.PRECISION),
        ("The company has known of the fault for many months", None),
    ],
)
def test_what_changed_between_the_marks(other: str, relation: Relation | None) -> None:
    assert [f.relation for f in found(WORDS, other)] == ([relation] if relation else [])


def test_like_words_of_two_persons_are_two_utterances() -> None:
    changed = WORDS.replace("never again", "never")
    assert found(WORDS, changed, a="Ann Roe", b="Jim Poe") == []
    assert len(found(WORDS, changed, a="Ann Roe", b="Roe")) == 1


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (
            "We fear the worst, but we can still sail",
            "We hope for the best, but we can still sail",
            Relation.CONFLICT,
        ),
        ("We will not sell a single ship", "We do not plan to sell a single ship", Relation.CONFLICT),
        ("The storm is not over, but the pier stands", "The pier stands", None),
        ("The storm is not over, but the old pier stands", "The old pier stands", Relation.PRECISION),
        (
            "We sold this boat before we knew what it was worth",
            "We never knew what it was worth",
            Relation.CONFLICT,
        ),
        (
            "has been a gift to the harbour",
            "I think the pier has been, in many ways, a gift to the harbour",
            Relation.CONFLICT,
        ),
        (
            "I believe a pier is between the sea and us",
            "My view is that a pier itself is a bond between the sea and us",
            None,
        ),
        (
            "I spoke of boats, of a belief that people live to serve the sea",
            "Nobody came to serve the sea",
            None,
        ),
        ("I fear the sea", "My crew and I will never fear the sea that feeds us", None),
    ],
)
def test_less_in_common_will_do_for_one_speaker(one: str, other: str, relation: Relation | None) -> None:
    assert [f.relation for f in found(one, other, a="Ann Roe", b="Roe")] == ([relation] if relation else [])
    assert found(one, other) == []


def test_a_speaker_in_two_spellings_is_one() -> None:
    changed = WORDS.replace("never again", "never")
    assert len(found(WORDS, changed, a="Ann Castellane", b="Ann Castelane")) == 1


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("“We will never again sail from this harbour,” Roe said. “Come in.”", [Relation.PRECISION]),
        ("“We will never again sail from this harbour,” Roe said, “or from any.”", []),
    ],
)
def test_a_part_before_the_cue_is_a_shortening_where_its_sentence_ends(
    text: str, relations: list[Relation]
) -> None:
    roe = source("Ann Roe", kind=SourceKind.PERSON)
    words = text.split("“")[1].split("”")[0]
    first = quotation("a", text, words, speaker=roe)
    rest = quotation("a", text, text.split("“")[2].rstrip("”"), speaker=roe, continues=first.id)
    whole = f"“{WORDS},” Ann Roe said."
    other = reading("b", whole, quotations=(quotation("b", whole, WORDS, speaker=roe),))
    both = side(reading("a", text, quotations=(first, rest)), other)
    assert [f.relation for f in find_altered_quotations(both)] == relations


def test_a_quotation_given_without_its_marks_is_found() -> None:
    quoted = f"“{WORDS}.”"
    readings = [reading("a", quoted, quotations=(quotation("a", quoted, WORDS),)), reading("b", f"{WORDS}.")]
    assert [
        (f.aspect, [p.article for p in f.positions]) for f in find_altered_quotations(side(*readings))
    ] == [("marks", ["a", "b"])]


@pytest.mark.parametrize(
    "other",
    [
        WORDS.replace("sail", "[again] sail").replace("never again", "never"),
        WORDS.replace("sail", "just sail"),
        WORDS.replace("this harbour", "this (old) harbour"),
    ],
)
def test_what_ears_drop_and_writers_put_in_brackets_changes_nothing(other: str) -> None:
    one = WORDS.replace("never again", "never") if "[" in other else WORDS
    assert found(one, other) == []


def test_the_summary_tells_what_has_changed() -> None:
    (finding,) = found(WORDS, WORDS.replace("this harbour", "that harbour"))
    assert finding.summary.endswith("Article A has “this”, Article B has “that”.")


@pytest.mark.parametrize(
    ("reported", "count"),
    [
        ("that the crew had heard a crack and had known", 1),
        ("that the crew had known a crack", 0),
        ("that the crew had heard a “crack” and had known", 0),
        ("that the sea was calm", 0),
    ],
)
def test_words_moved_into_reported_speech_have_lost_their_marks(reported: str, count: int) -> None:
    roe = source("Ann Roe", kind=SourceKind.PERSON)
    words = "They heard a crack, and they knew"
    one, other = f"“{words},” Ann Roe said.", f"Roe said {reported}."
    readings = (
        reading("a", one, quotations=(quotation("a", one, words, speaker=roe),)),
        reading(
            "b", other, quotations=(quotation("b", other, reported, speaker=roe, manner=Manner.INDIRECT),)
        ),
    )
    assert [f.aspect for f in find_altered_quotations(side(*readings))] == ["marks"] * count


def test_a_colon_opens_words_that_are_quoted_without_marks() -> None:
    quoted = f"“{WORDS}.”"
    bare = f"The captain wrote:\n{WORDS}."
    readings = [reading("a", quoted, quotations=(quotation("a", quoted, WORDS),)), reading("b", bare)]
    assert list(find_altered_quotations(side(*readings))) == []


def test_he_may_be_whoever_stands_before_in_the_paragraph() -> None:
    """A pronoun taken for another name ("the Roe Line") does not part what one person says."""
    one = "The pier is doing what it wants"
    two = one.replace("doing what", "going where")
    told = f"“{one},” Ann Poe said."
    again = f"Ann Poe came with the owner, Roe Line. “{two},” she said."
    named = source("Ann Poe", kind=SourceKind.PERSON)
    taken = replace(source("Roe Line", kind=SourceKind.PERSON), text="she")
    articles = [
        reading("a", told, quotations=(quotation("a", told, one, speaker=named),)),
        reading("b", again, quotations=(quotation("b", again, two, speaker=taken),)),
    ]
    assert [f.relation for f in find_altered_quotations(side(*articles))] == [Relation.CONFLICT]
    other = again.replace("Ann Poe", "Jim Hay")
    articles[1] = reading("b", other, quotations=(quotation("b", other, two, speaker=taken),))
    assert list(find_altered_quotations(side(*articles))) == []
