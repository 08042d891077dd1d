from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.findings.voices import find_unattributed_quotations, find_unique_voices
from quizzes.nlp.types import Manner, Reading, SourceKind
from tests.nlp.hand_made import claim, figure, quotation, reading, side, source

WORDS = "We will never sail again from here"


def quoting(article: str, text: str, *speakers: str | None) -> Reading:
    """A reading of a text that quotes WORDS once for each speaker named."""
    persons = [source(s, kind=SourceKind.PERSON) if s else None for s in speakers]
    quotations = tuple(quotation(article, text, WORDS, speaker=person) for person in persons)
    return reading(article, text, quotations=quotations)


@pytest.mark.parametrize(
    ("text", "bars"),
    [
        (f"The ferry left.\n\n“{WORDS}.”", [True]),
        (f"The ferry left. “{WORDS}.”", [True]),
        (f"The ferry left. Mary Roe saw it all. “{WORDS}.”", [False]),
        (f"The ferry left. She was on the pier. “{WORDS}.”", [False]),
        (f"“{WORDS},” somebody shouted.", []),
    ],
)
def test_a_quotation_that_stands_alone_without_a_speaker(text: str, bars: list[bool]) -> None:
    findings = find_unattributed_quotations(side(quoting("a", text, None)))
    assert [f.confidence >= SHOWN for f in findings] == bars


def test_words_after_a_named_speaker_may_be_his() -> None:
    text = f"“It is over,” Ann Roe said.\n\n“{WORDS}.”"
    first = quotation("a", text, "It is over", speaker=source("Ann Roe", kind=SourceKind.PERSON))
    article = reading("a", text, quotations=(first, quotation("a", text, WORDS)))
    assert [f.confidence >= SHOWN for f in find_unattributed_quotations(side(article))] == [False]


def test_a_person_whom_one_article_alone_quotes() -> None:
    text = f"“{WORDS},” Ann Roe said."
    finding = next(
        find_unique_voices(side(quoting("a", text, "Ann Roe"), reading("b", "Nobody spoke to Ann Roe.")))
    )
    assert [(p.article, p.value) for p in finding.positions] == [("a", "Ann Roe")]
    assert finding.silent == ("b",)


@pytest.mark.parametrize("name", ["Roe", "the captain", "Harbour Office", "Port Roe Hospital"])
def test_only_a_person_named_in_full_is_a_voice(name: str) -> None:
    assert list(find_unique_voices(side(quoting("a", f"“{WORDS},” said {name}.", name), reading("b")))) == []


def test_a_person_whom_another_article_cites_is_no_unique_voice() -> None:
    text = f"“{WORDS},” Ann Roe said."
    counted = claim("b", figure("22", 22), source=source("Roe", kind=SourceKind.PERSON))
    assert list(find_unique_voices(side(quoting("a", text, "Ann Roe"), reading("b"), claims=[counted]))) == []
    assert list(find_unique_voices(side(quoting("a", text, "Ann Roe"), quoting("b", text, "Roe")))) == []


def test_reported_speech_alone_lies_below_the_bar() -> None:
    text = "Ann Roe said the ferry would leave."
    spoken = quotation(
        "a",
        text,
        "the ferry would leave",
        manner=Manner.INDIRECT,
        speaker=source("Ann Roe", kind=SourceKind.PERSON),
    )
    findings = find_unique_voices(side(reading("a", text, quotations=(spoken,)), reading("b")))
    assert [f.confidence >= SHOWN for f in findings] == [False]


def test_a_body_that_one_article_alone_lets_speak() -> None:
    text = f"“{WORDS},” the Harbour Guild said."
    guild = quotation("a", text, WORDS, speaker=source("Harbour Guild", kind=SourceKind.ORGANISATION))
    heard = reading("a", text, quotations=(guild,))
    (finding,) = find_unique_voices(side(heard, reading("b", "The ferry left.")))
    assert (finding.positions[0].value, finding.silent) == ("Harbour Guild", ("b",))


def test_a_body_heard_elsewhere_by_its_initials_is_no_unique_voice() -> None:
    text = f"“{WORDS},” the Harbour Guild of Penwick said."
    long = source("Harbour Guild of Penwick", kind=SourceKind.ORGANISATION)
    short = source("HGP", kind=SourceKind.ORGANISATION)
    first = reading("a", text, quotations=(quotation("a", text, WORDS, speaker=long),))
    second = reading("b", text, quotations=(quotation("b", text, WORDS, speaker=short),))
    assert list(find_unique_voices(side(first, second))) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ann Roe and Bob Lee", SourceKind.PERSON),
        ("Russians", SourceKind.ORGANISATION),
        ("Port County", SourceKind.ORGANISATION),
        ("such as Harbour Watch", SourceKind.ORGANISATION),
        ("Parent company Harbour Power", SourceKind.ORGANISATION),
        ("Friday at the Harbour Convention", SourceKind.ORGANISATION),
        ("California and New York", SourceKind.ORGANISATION),
        ("Reuters", SourceKind.OUTLET),
    ],
)
def test_crowds_places_pairs_and_wires_are_no_voices(name: str, kind: SourceKind) -> None:
    text = f"“{WORDS},” said {name}."
    heard = reading("a", text, quotations=(quotation("a", text, WORDS, speaker=source(name, kind=kind)),))
    assert list(find_unique_voices(side(heard, reading("b")))) == []


def test_an_outlet_that_one_article_alone_cites() -> None:
    text = f"“{WORDS},” the Harbour Post reported."
    speaker = source("Harbour Post", kind=SourceKind.OUTLET)
    heard = reading("a", text, quotations=(quotation("a", text, WORDS, speaker=speaker),))
    assert [f.positions[0].value for f in find_unique_voices(side(heard, reading("b")))] == ["Harbour Post"]


@pytest.mark.parametrize(
    ("behind", "voices"),
    [
        (" by the Institute of Tides said", ["Institute of Tides"]),
        (" conducted by Harbour Watch, a charity, found", ["Harbour Watch"]),
        (" by Mary Roe said", []),
        (" published on Monday said", []),
    ],
)
def test_a_body_is_heard_by_its_document(behind: str, voices: list[str]) -> None:
    text = f"A study{behind}: “{WORDS}.”"
    speaker = source("A study", kind=SourceKind.DOCUMENT)
    heard = reading("a", text, quotations=(quotation("a", text, WORDS, speaker=speaker),))
    assert [f.positions[0].value for f in find_unique_voices(side(heard, reading("b")))] == voices


HEARD = f"“{WORDS},” Ann Roe said."


@pytest.mark.parametrize(
    ("other", "is_shown"),
    [
        ("Ann Roe left. Nobody spoke for an hour.", True),
        ("Three pilots — Ned Rook, Ann Roe and Ida Quill — also called for a new pier.", False),
        ("The pier must close, said the harbour master, Ann Roe.", False),
        ("Ann Roe was accused of neglect.", True),
        (f"A sign at the pier reads: {WORDS}.", False),
    ],
)
def test_a_voice_that_another_article_may_let_be_heard_lies_below_the_bar(other: str, is_shown: bool) -> None:
    (finding,) = find_unique_voices(side(quoting("a", HEARD, "Ann Roe"), reading("b", other)))
    assert (finding.confidence >= SHOWN) is is_shown


@pytest.mark.parametrize(
    "before",
    ["The guild ran a radio ad in which Ann Roe said: ", "The guild sent a note that quotes Ann Roe: "],
)
def test_words_of_an_advertisement_or_of_anothers_message_are_no_voice(before: str) -> None:
    (finding,) = find_unique_voices(side(quoting("a", f"{before}“{WORDS}.”", "Ann Roe"), reading("b")))
    assert finding.confidence < SHOWN


@pytest.mark.parametrize(("own", "is_shown"), [("spokesman for", False), ("captain of", True)])
def test_who_speaks_for_a_body_is_known_by_what_it_says(own: str, is_shown: bool) -> None:
    text = f"“We are grateful that the sailors warned us of the leak,” said Ann Roe, {own} the line."
    words = "We are grateful that the sailors warned us of the leak"
    first = quotation("a", text, words, speaker=source("Ann Roe", kind=SourceKind.PERSON))
    other = "The ferry line said it was grateful to sailors for finding the leak."
    told = quotation("b", other, "it was grateful to sailors for finding the leak", manner=Manner.INDIRECT)
    told = replace(told, speaker=source("ferry line"))
    story = side(reading("a", text, quotations=(first,)), reading("b", other, quotations=(told,)))
    (finding,) = find_unique_voices(story)
    assert (finding.confidence >= SHOWN) is is_shown
