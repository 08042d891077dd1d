"""As what an article introduces those whom it quotes, and whose view is missing in another."""

from __future__ import annotations

import pytest

from quizzes.items.drafting import draft_items
from quizzes.items.introductions import introduction_of
from quizzes.items.parties import parties_beside
from quizzes.items.types import ItemDraft
from quizzes.nlp.types import Comparison, FindingKind, Reading
from tests.items.readings import article, asked, of_kind, position, quoting, shown, story


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("So said Ann Roe, a Harbour University law professor.", "Harbour University law professor"),
        ("Ann Roe, a former head of repairs for the U.S. Port Service who", "Former head of repairs for the U.S. Port Service"),
        ("It held, said Bay Trust Director Ann Roe.", "Bay Trust Director"),
        ("But Bay Trust Director Ann Roe slept.", "Bay Trust Director"),
        ("Later, Sen. Ann Roe slept.", "Senator"),
        ("Former Rep. Ann Roe slept.", "Former Member of the House of Representatives"),
        ("Harbour economist Ann Roe, a loud supporter of piers, slept.", "Harbour economist"),
    ],
)  # fmt: skip
def test_a_person_is_introduced_beside_the_name(sentence: str, expected: str) -> None:
    # "Harbour economist": a small word before a name is the noun of an office, and what stands before it belongs to it
    assert introduction_of(article("a1", "Wire", "It was noon.", sentence), "Ann Roe") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Roe, 60, slept.",
        "Ann Roe, the panel’s director, slept.",
        "Ann Roe, whose child slept, left.",
        "His daughter Ann Roe slept.",
        "Transport and Harbour Secretary Ann Roe slept.",
        "Ann Roe Jr., a harbour pilot, slept.",
        "Roe, a harbour pilot, slept.",
    ],
)
def test_what_tells_nothing_or_is_cut_is_no_introduction(sentence: str) -> None:
    assert introduction_of(article("a1", "Wire", "It was noon.", sentence), "Ann Roe") is None


PILOT = "We told them of the broken lamps before the first storm came."
CLERK = "The money for those lamps was never taken out of the budget."
COOK = "Everybody in the kitchen heard the whistle before the lights failed."
LEDGER = quoting(
    article(
        "a1",
        "The Quay Ledger",
        f"“{PILOT}” said Ingrid Vale, a senior harbour pilot.",
        f"“{CLERK}” said Otto Brandt, a council budget clerk.",
        f"“{COOK}” said Lena Frost, a ferry company cook.",
    ),
    Ingrid_Vale=PILOT,
    Otto_Brandt=CLERK,
    Lena_Frost=COOK,
)
SILENT = article("a3", "The Herald", "Nobody slept that night.", "The sea was calm.")
STORM = "It was the worst wind that this coast has had in twenty years."
WIRE = quoting(
    article("a2", "Saltmarsh Wire", f"“{STORM}” said Daniel Okoro, a weather service analyst."),
    Daniel_Okoro=STORM,
)


def of_voices(first: Reading, *others: Reading) -> Comparison:
    found = tuple(
        of_kind(FindingKind.VOICE_UNIQUE, position(r, q.speaker.name), nth=n)
        for n, (r, q) in enumerate((r, q) for r in (first, *others) for q in r.quotations)
        if q.speaker
    )
    return story(first, *others, findings=found)


def test_the_speaker_is_asked_for_by_what_the_article_introduces_them_as() -> None:
    items = asked(of_voices(LEDGER, SILENT), "introduces(")
    assert items
    assert {shown(i)[i.key] for i in items} <= {
        "Senior harbour pilot",
        "Council budget clerk",
        "Ferry company cook",
    }


def test_of_two_introduced_alike_it_is_not_asked() -> None:
    alike = LEDGER.text.replace("council budget clerk", "harbour pilot").replace(
        "ferry company cook", "pilot"
    )
    reading = quoting(
        article("a1", "The Quay Ledger", *alike.split("\n")), Ingrid_Vale=PILOT, Otto_Brandt=CLERK
    )
    assert not [d for d in draft_items(of_voices(reading, SILENT)) if d.proof.startswith("introduces(")]


def missed(comparison: Comparison) -> list[ItemDraft]:
    return asked(comparison, "misses(")


def test_a_reader_of_one_outlet_misses_the_view_that_another_alone_gives() -> None:
    items = [i for i in missed(of_voices(LEDGER, WIRE)) if shown(i)[i.key] == "Weather service analyst"]
    assert items
    assert (
        items[0].stem
        == "Somebody reads only The Quay Ledger. Whose view do they miss, which Saltmarsh Wire gives?"
    )


def test_a_view_that_may_be_there_without_the_name_is_not_missed() -> None:
    text = LEDGER.text.split("\n")
    unnamed = quoting(
        article("a1", "The Quay Ledger", *text, "An analyst of the weather service was there."),
        Ingrid_Vale=PILOT,
        Otto_Brandt=CLERK,
        Lena_Frost=COOK,
    )
    found = missed(of_voices(unnamed, WIRE))
    assert "Weather service analyst" not in {shown(i)[i.key] for i in found}


@pytest.mark.parametrize(("office", "is_offered"), [("parks adviser", True), ("council budget clerk", False)])
def test_an_office_that_two_people_hold_is_no_wrong_answer(office: str, is_offered: bool) -> None:
    """A reader who hears one clerk may miss the other."""
    trees = "The trees along the quay should have been cut years ago by somebody."
    wire = quoting(
        article("a2", "Saltmarsh Wire", *WIRE.text.split("\n"), f"“{trees}” said Vera Lund, a {office}."),
        Daniel_Okoro=STORM,
        Vera_Lund=trees,
    )
    offered = {text for item in missed(of_voices(LEDGER, wire)) for text in shown(item).values()}
    assert offered
    assert ("Council budget clerk" in offered) is is_offered


def test_a_view_of_a_side_that_is_heard_by_another_person_is_not_missed() -> None:
    text = LEDGER.text.replace("council budget clerk", "weather service clerk").split("\n")
    same_side = quoting(
        article("a1", "The Quay Ledger", *text), Ingrid_Vale=PILOT, Otto_Brandt=CLERK, Lena_Frost=COOK
    )
    found = missed(of_voices(same_side, WIRE))
    assert "Weather service analyst" not in {shown(i)[i.key] for i in found}


def test_where_an_outlet_quotes_too_few_it_is_asked_who_hears_the_voice() -> None:
    items = asked(of_voices(WIRE, SILENT, article("a4", "Bay Post", "The lamps went out.")), "hears-from(")
    assert [shown(i)[i.key] for i in items] == ["Saltmarsh Wire"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rep. Ann Roe (D-Ohio) spoke.", {"democrat"}),
        ("Sen. Ann M. Roe, R-Ky., spoke.", {"republican"}),
        ("Ann Roe, Republican of Maine, spoke.", {"republican"}),
        ("Ann Roe, a Harbour Democrat who spoke, left.", {"democrat"}),
        ("Ann Roe, who beat a Republican, left.", set()),
        ("Ann Roe met the Democrat.", set()),
    ],
)
def test_a_party_is_named_right_behind_the_name(sentence: str, expected: set[str]) -> None:
    found = parties_beside(article("a1", "Wire", "It was noon.", sentence), "Ann Roe")
    assert {party for party, _ in found} == expected


def spoken(tag: str, words: str = PILOT) -> Reading:
    return quoting(article("a1", "The Quay Ledger", f"“{words}” said Ingrid Vale{tag}."), Ingrid_Vale=words)


def test_which_side_is_speaking_is_asked_where_the_article_tells_it() -> None:
    [item] = asked(of_voices(spoken(" (D-Ohio)"), SILENT), "party-of(")
    assert shown(item)[item.key] == "The Democratic Party"


@pytest.mark.parametrize(
    ("reading", "other"),
    [
        (spoken(""), SILENT),
        (spoken(" (D-Ohio)", "The Republicans never told us of those broken lamps before."), SILENT),
        (spoken(" (D-Ohio)"), article("a3", "The Herald", "Ingrid Vale (R-Ohio) slept.")),
    ],
)
def test_an_untold_doubtful_or_heard_party_is_not_asked_for(reading: Reading, other: Reading) -> None:
    assert not [d for d in draft_items(of_voices(reading, other)) if d.proof.startswith("party-of(")]
