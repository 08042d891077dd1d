"""Items on words that judge."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.drafting import draft_items
from quizzes.items.judging import is_plain_phrase, is_plain_sentence, plain_words, word_of, words_around
from quizzes.items.proof import prove
from quizzes.items.types import ItemDraft, ItemKind
from quizzes.nlp.types import Comparison, Reading, Span, ToneKind
from tests.items.readings import article, asked, quoting, shown, story
from tests.items.tones import judged, loaded

LEDGER = article(
    "a1",
    "The Quay Ledger",
    "The council approved a ludicrous plan for the harbour on Monday after a meeting of two hours.",
    "Members of the committee visited the building in the morning.",
)
WIRE = article("a2", "Saltmarsh Wire", "The council voted for the plan.", "The hearing took two hours.")
HERALD = article("a3", "The Herald", "Residents asked for a new road.", "The bridge is closed.")
PLAN = loaded(LEDGER, "ludicrous plan", about="plan")
PLAIN_ONLY = loaded(LEDGER, "ludicrous plan")
"""With no noun that the word stands before, the sentence cannot be written again without it."""


def told(reading: Reading, phrase: str) -> Comparison:
    return story(reading, WIRE, HERALD, findings=(judged(reading, phrase, silent=("a2",)),))


def of(kind: ItemKind, comparison: Comparison) -> list[ItemDraft]:
    return [d for d in draft_items(comparison) if d.kind is kind]


def test_the_judging_word_is_told_from_plain_ones_of_its_sentence() -> None:
    [item] = [d for d in asked(told(PLAIN_ONLY, "ludicrous plan"), "judges(") if d.kind is ItemKind.CHOICE]
    assert shown(item)[item.key] == "“ludicrous”"
    assert set(shown(item).values()) <= {
        "“ludicrous”",
        "“plan”",
        "“harbour”",
        "“meeting”",
        "“council”",
        "“hours”",
    }
    assert "without such a word" not in item.rationale


def test_a_rewriting_leaves_the_word_out_and_mends_the_article() -> None:
    mad = article("a1", "The Ledger", "It was an absurd plan for the harbour.", "Trade went on as before.")
    [item] = of(ItemKind.OPEN, told(loaded(mad, "absurd plan", about="plan"), "absurd plan"))
    assert item.key["model"].startswith("“It was a plan for the harbour.” I changed “absurd”")


@pytest.mark.parametrize(
    "sentence",
    [
        "It was an absurd plan for the shabby harbour.",
        "The mayor believes it was an absurd plan for the harbour.",
        "It was an absurd plan for the harbour, the mayor said.",
    ],
)
def test_no_rewriting_where_another_word_judges_or_somebody_says_so(sentence: str) -> None:
    mad = article("a1", "The Ledger", sentence, "Trade went on as before.")
    assert of(ItemKind.OPEN, told(loaded(mad, "absurd plan", about="plan"), "absurd plan")) == []


def test_words_that_judge_are_chosen_among_plain_ones() -> None:
    both = loaded(
        article("a1", "The Ledger", LEDGER.sentences[0].of(LEDGER.text), "A shameful letter came in May."),
        "ludicrous plan",
        about="plan",
    )
    both = loaded(both, "shameful letter", about="letter")
    [item] = of(ItemKind.MULTI, told(both, "ludicrous plan"))
    assert {shown(item)[o] for o in item.key} == {
        "“ludicrous” in “approved a ludicrous plan for”",
        "“shameful” in “A shameful letter came”",
    }
    assert all(" in “" in text for text in shown(item).values())


def test_the_outlets_own_word_is_told_from_quoted_ones() -> None:
    quoting_two = quoting(
        article(
            "a1",
            "The Ledger",
            LEDGER.sentences[0].of(LEDGER.text),
            "“The mayor is a coward and the harbour is a disgrace,” Ada Moss said.",
        ),
        Ada_Moss="The mayor is a coward and the harbour is a disgrace",
    )
    for phrase, voice in (("ludicrous plan", None), ("coward", "Ada Moss"), ("disgrace", "Ada Moss")):
        quoting_two = loaded(quoting_two, phrase, about="plan" if voice is None else "", voice=voice)
    [item] = asked(told(quoting_two, "ludicrous plan"), "own-word(")
    assert shown(item)[item.key] == "“ludicrous”"
    assert {o.misconception for o in item.options} == {None, "quotation-read-as-own-voice"}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "sentence",
    [
        "“The council has a ludicrous plan for the harbour,” she said.",
        "We have a ludicrous plan for the harbour of this town.",
        "The council has a ludicrous plan for your harbour.",
    ],
)
def test_words_that_may_be_somebodys_are_not_asked_about(sentence: str) -> None:
    reading = article("a1", "The Ledger", sentence, "Members of the committee met.")
    assert draft_items(told(loaded(reading, "ludicrous plan", about="plan"), "ludicrous plan")) == ()


def test_a_letter_without_marks_is_known_by_the_speaker_beside_it() -> None:
    letter = article("a1", "The Ledger", "I beg you to go.", "It is a shameful letter.", "Rain fell.")
    assert not is_plain_sentence(letter, letter.sentences[1])
    quoted = quoting(article("a1", "The Ledger", "“I beg you,” she said.", "It rained."), she="I beg you,")
    assert is_plain_sentence(quoted, quoted.sentences[1])


def test_a_word_that_may_name_what_happened_is_not_asked_about() -> None:
    fire = article("a1", "The Ledger", "A boat caught fire in the harbour on Monday morning.", "It sank.")
    fire = loaded(fire, "caught fire", "catch fire", "manner")
    burnt = article("a4", "Gull Point News", "The fire began at noon.", "Nobody was on the boat.")
    found = judged(fire, "caught fire")
    assert draft_items(story(fire, burnt, HERALD, findings=(found,))) == ()
    assert draft_items(story(fire, WIRE, HERALD, findings=(found,))) != ()


@pytest.mark.parametrize(
    ("phrase", "word", "category", "strength"),
    [
        ("trudged", "trudge", "manner", 0.65),
        ("sparked", "spark", "manner", 0.6),
        ("hesitant", "hesitant", "judgement", 0.5),
        ("turning point", "turning point", "idiom", 0.6),
    ],
)
def test_words_that_hardly_judge_are_not_asked_about(
    phrase: str, word: str, category: str, strength: float
) -> None:
    text = f"The council {phrase} after a meeting of the committee on Monday morning."
    reading = loaded(
        article("a1", "The Ledger", text, "Rain fell."), phrase, word, category, strength=strength
    )
    assert draft_items(told(reading, phrase)) == ()


@pytest.mark.parametrize(
    ("phrase", "row", "expected"),
    [
        ("massive new lawsuit", "massive", "massive"),
        ("took heat", "take heat", "took heat"),
        ("feared power grabs", "power grab", "power grabs"),
        ("gave the mayor heat", "give heat", None),
        ("slammed the plan", "slam", "slammed"),
    ],
)
def test_the_judging_word_within_its_phrase(phrase: str, row: str, expected: str | None) -> None:
    reading = loaded(article("a1", "The Ledger", f"So it {phrase} on Monday."), phrase, row)
    [tone] = [t for t in reading.tones if t.kind is ToneKind.LOADED]
    span = word_of(tone)
    assert (span.of(reading.text) if span else None) == expected


def test_names_and_judging_words_are_no_plain_words() -> None:
    every = [s.of(PLAN.text) for s in plain_words(PLAN, Span(0, len(PLAN.text)))]
    assert "plan" in every
    assert "Monday" not in every
    assert "ludicrous" not in every


@pytest.mark.parametrize(
    ("words", "is_plain"),
    [("the council", True), ("Quay workers", True), ("unruly workers", False), ("gritty men", False)],
)
def test_a_phrase_is_plain_where_all_its_words_are(words: str, is_plain: bool) -> None:
    reading = article("a1", "The Ledger", f"So {words} came.")
    assert is_plain_phrase(reading, Span(3, 3 + len(words))) is is_plain


def test_an_item_goes_stale_with_its_reading() -> None:
    comparison = told(PLAIN_ONLY, "ludicrous plan")
    [item] = [d for d in asked(comparison, "judges(") if d.kind is ItemKind.CHOICE]
    unread = replace(comparison, readings=(replace(PLAIN_ONLY, tones=()), WIRE, HERALD))
    assert not prove(item, unread)


@pytest.mark.parametrize("word", ["provoke", "spark", "prompt", "refuse", "divisive"])
def test_causes_and_attitudes_do_not_judge(word: str) -> None:
    text = f"The council {word} something after a meeting of the committee on Monday morning."
    reading = loaded(article("a1", "The Ledger", text, "Rain fell."), word, word, "emotion", strength=0.9)
    assert draft_items(told(reading, word)) == ()


def test_no_two_options_are_forms_of_one_word() -> None:
    text = "Members of the council had a ludicrous vote and the voters of the council voted on a plan of the mayor."
    reading = loaded(article("a1", "The Ledger", text, "Rain fell."), "ludicrous vote", "ludicrous")
    [item] = [d for d in asked(told(reading, "ludicrous vote"), "judges(") if d.kind is ItemKind.CHOICE]
    stems = [text[1:5] for text in shown(item).values()]
    assert len(stems) == len(set(stems))


def test_a_word_with_a_judging_one_beside_it_is_no_plain_option() -> None:
    text = (
        "A ludicrous plan of the mayor came from a shameful committee in a letter to the harbour on Monday."
    )
    reading = article("a1", "The Ledger", text, "Rain fell.")
    for phrase in ("ludicrous plan", "shameful committee"):
        reading = loaded(reading, phrase)
    [item] = of(ItemKind.MULTI, told(reading, "ludicrous plan"))
    wrong = [text for option, text in shown(item).items() if option not in item.key]
    assert wrong
    assert not any("ludicrous" in text or "shameful" in text for text in wrong)


@pytest.mark.parametrize(
    ("sentence", "word", "around"),
    [
        ("The mayor has slammed the plan again.", "slammed", "mayor has slammed the plan"),
        ("Mayor slammed, again and again.", "slammed", "Mayor slammed, again and"),
        ("She said: “No” and slammed it.", "slammed", " and slammed it."),
        ("Slammed!", "Slammed", "Slammed!"),
    ],
)
def test_the_words_around_a_word(sentence: str, word: str, around: str) -> None:
    reading = article("a1", "The Ledger", sentence)
    at = sentence.index(word)
    found = words_around(reading, reading.sentences[0], Span(at, at + len(word)))
    assert found is not None
    assert found.of(sentence) == around
