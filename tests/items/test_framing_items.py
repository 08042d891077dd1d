"""Items on verbs of saying, on harms without who did them, on headlines and on labels that judge."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.headline_questions import verb_stem
from quizzes.items.types import ItemDraft, ItemKind
from quizzes.items.verbs import CLAUSES, EFFECTS, EXCLUDED, JUDGING
from quizzes.nlp.lexicons.report_verbs import CLASSES
from quizzes.nlp.types import (
    Comparison,
    FindingKind,
    Happening,
    HeadlineFrame,
    Occurrence,
    Passage,
    Reading,
    Role,
    ToneKind,
)
from tests.items.readings import article, asked, of_kind, position, quotation, quoting, shown, story
from tests.items.stories import Telling, compared, phrases
from tests.items.tones import loaded, reported, toned

# --- Verbs of saying ---

SAID = article("a2", "Saltmarsh Wire", "Ada Moss said that the harbour would be closed.", "It was wet.")
TOLD = article("a3", "The Herald", "Ada Moss told reporters of a closed harbour.", "It stayed dry.")
WORDS = "that the harbour would be closed"


def verbs(
    strong: str = "claimed", word: str = "claim", category: str = "doubt", more: str = "Rain fell."
) -> Comparison:
    sentence = f"Ada Moss {strong} that the harbour would be closed."
    first = article("a1", "The Quay Ledger", sentence, more)
    first = replace(
        reported(first, f"Ada Moss {strong}", word, category, 0.7, "moss"),
        quotations=(quotation(first, "Ada Moss", WORDS),),
    )
    second = quoting(reported(SAID, "Ada Moss said", "say", "plain", 0.0, "moss"), Ada_Moss=WORDS)
    third = reported(TOLD, "Ada Moss told", "tell", "plain", 0.0, "moss")
    told = ((first, f"Ada Moss {strong}"), (second, "Ada Moss said"), (third, "Ada Moss told"))
    found = of_kind(FindingKind.REPORT_VERB, *(position(r, words) for r, words in told), aspect=category)
    return story(first, second, third, findings=(found,))


@pytest.mark.parametrize(
    ("strong", "word", "category", "key"),
    [
        ("claimed", "claim", "doubt", "Doubt: the words may not be true"),
        ("admitted", "admit", "guilt", "A retreat: the speaker gives way on a point"),
        ("insisted", "insist", "defence", "Firmness: the speaker resists doubts"),
        ("boasted", "boast", "pride", "Pride: the speaker boasts of something"),
    ],
)
def test_what_a_verb_adds(strong: str, word: str, category: str, key: str) -> None:
    [item] = asked(verbs(strong, word, category), "verb-tells(")
    assert shown(item)[item.key] == key
    assert item.stem.endswith(f"What does the verb “{strong}” add to a plain “said”?")


def test_the_outlet_with_the_judging_verb_and_its_sentence() -> None:
    drafts = asked(verbs(), "verb-of(")
    [outlet] = [d for d in drafts if d.kind is ItemKind.CLAIM_EVIDENCE]
    assert shown(outlet)[outlet.key["choice"]] == "The Quay Ledger"
    assert "Whose verb of saying casts doubt on it?" in outlet.stem
    [where] = [d for d in drafts if d.kind is ItemKind.EVIDENCE]
    assert [[s["article"] for s in group] for group in where.key] == [["a1"]]


@pytest.mark.parametrize("more", ["Bo Tarn claims it.", "Moss asserted it again.", "She alleged more."])
def test_a_sentence_with_such_a_verb_or_one_near_it_leaves_it_open(more: str) -> None:
    assert asked(verbs(more=more), "verb-of(") == []


@pytest.mark.parametrize(
    ("word", "category", "words"),
    [
        ("concede", "guilt", WORDS),
        ("warn", "danger", WORDS),
        ("claim", "doubt", "the harbour"),
    ],
)
def test_verbs_that_may_hand_on_nothing_are_not_asked_about(word: str, category: str, words: str) -> None:
    comparison = verbs("claimed", word, category)
    first, *others = comparison.readings
    first = replace(first, quotations=(quotation(first, "Ada Moss", words),))
    assert asked(replace(comparison, readings=(first, *others)), "verb-") == []


def test_every_class_that_is_asked_about_has_its_words() -> None:
    assert JUDGING == EXCLUDED.keys() == CLAUSES.keys() <= CLASSES.keys()
    for own, excluded in EXCLUDED.items():
        assert own not in excluded
        assert excluded <= EFFECTS.keys()


# --- Harms without who did them ---

OCCURRENCE = Occurrence("occ-raid", "raid in Norrport, 4 May 2031", ("h1", "h2", "h3"))


def harmed(
    letter: str, outlet: str, sentence: str, phrase: str, kind: ToneKind, agents: tuple[str, ...] = ()
) -> Reading:
    reading = article(letter, outlet, sentence, "The street was closed.")
    happening = f"h{letter[-1]}"
    reading = replace(
        reading, happenings=(Happening(happening, letter, "raid", "raid in Norrport", agents=agents),)
    )
    return toned(
        reading,
        phrase,
        kind,
        word="kill",
        category="passive",
        strength=0.5,
        about="man",
        happening=happening,
    )


BARE = harmed("a1", "The Quay Ledger", "Two men were shot dead.", "men were shot dead", ToneKind.AGENTLESS)
ALSO = harmed("a2", "Saltmarsh Wire", "Two men were shot.", "men were shot", ToneKind.AGENTLESS)
NAMED = harmed("a3", "The Herald", "Guards shot two men.", "Guards shot two men", ToneKind.AGENT, ("guard",))


def harms(*readings: Reading) -> Comparison:
    told = [position(r, t.text) for r in readings for t in r.tones]
    found = of_kind(FindingKind.AGENTLESS, *told, occurrence=OCCURRENCE.id, aspect="passive")
    return story(*readings, findings=(found,), occurrences=(OCCURRENCE,))


def test_who_names_the_doer_and_where() -> None:
    drafts = asked(harms(BARE, ALSO, NAMED), "names-doer(")
    [choice] = [d for d in drafts if d.kind is ItemKind.CHOICE]
    assert shown(choice)[choice.key] == "The Herald"
    assert choice.stem == "Several outlets tell of the raid in Norrport. Whose own words say who did it?"
    [where] = [d for d in drafts if d.kind is ItemKind.EVIDENCE]
    assert where.key == [[{"article": "a3", "start": 0, "end": 20}]]


def test_what_a_reader_does_not_learn_is_asked_in_words() -> None:
    [item] = asked(harms(BARE, ALSO, NAMED), "from()")
    assert "What does a reader of The Quay Ledger alone not learn?" in item.stem
    assert item.key["model"].startswith(
        "The Herald says who did it: “Guards shot two men.” The Quay Ledger writes “Two men were shot dead.”"
    )


def test_an_article_that_names_the_doer_elsewhere_is_no_distractor() -> None:
    knowing = replace(BARE, happenings=(replace(BARE.happenings[0], agents=("guard",)),))
    drafts = asked(harms(knowing, ALSO, NAMED), "names-doer(")
    assert [d for d in drafts if d.kind is ItemKind.CHOICE] == []


def test_a_doer_who_is_spoken_of_nearby_is_not_called_left_out() -> None:
    near = article("a1", "The Quay Ledger", "Two men were shot dead.", "The guards had come at noon.")
    near = replace(near, tones=BARE.tones, happenings=BARE.happenings)
    named = toned(
        replace(NAMED, tones=()),
        "Guards shot two men",
        ToneKind.AGENT,
        word="kill",
        category="active",
        strength=0.5,
        about="man by guards",
        happening="h3",
    )
    assert asked(harms(near, named), "") == []


@pytest.mark.parametrize(
    ("more", "left_out"),
    [
        ("The town mourned.", True),
        ("A patrol, it turned out, had killed both men.", False),
        ("The shooting by a patrol came at noon.", False),
        ("The town asks why men were killed here.", True),
        ("A patrol had fired at the harbour wall.", True),
    ],
)
def test_a_doer_whom_the_article_names_far_off_is_not_called_left_out(more: str, left_out: bool) -> None:
    far = article("a1", "The Quay Ledger", "Two men were shot dead.", "It rained.", "Wind came up.", more)
    far = replace(far, tones=BARE.tones, happenings=BARE.happenings)
    assert bool(asked(harms(far, NAMED), "")) is left_out


def among(*plain: tuple[str, str], strong: str = "claimed", word: str = "claim") -> list[ItemDraft]:
    sentences = [
        f"Ada Moss {strong} that the harbour would be closed.",
        *(f"Bo Tarn {v} so." for v, _ in plain),
    ]
    told = article("a1", "The Quay Ledger", *sentences)
    told = reported(told, f"Ada Moss {strong}", word, "doubt", 0.7, "moss")
    told = replace(told, quotations=(quotation(told, "Ada Moss", WORDS),))
    for verb, lemma in plain:
        told = reported(told, f"Bo Tarn {verb}", lemma, "plain", 0.0, "tarn")
    found = of_kind(FindingKind.REPORT_VERB, position(told, f"Ada Moss {strong}"), aspect="doubt")
    return asked(story(told, SAID, findings=(found,)), "verb-among(")


def test_the_judging_verb_among_neutral_ones_of_its_article() -> None:
    [item] = among(("said", "say"), ("asked", "ask"), ("added", "add"), ("vowed", "vow"))
    assert shown(item)[item.key] == "“claimed”"
    assert set(shown(item).values()) == {"“claimed”", "“said”", "“asked”", "“added”"}


@pytest.mark.parametrize(
    "plain",
    [
        (("said", "say"), ("vowed", "vow"), ("warned", "warn")),
        (("said", "say"), ("adding", "add"), ("tells", "tell")),
        (("said", "say"), ("said", "say")),
    ],
)
def test_no_item_with_verbs_that_say_more_or_stand_out_by_their_form(
    plain: tuple[tuple[str, str], ...],
) -> None:
    assert among(*plain) == []


# --- Headlines ---


def headlined(
    letter: str, outlet: str, headline: str, frame: HeadlineFrame | None, *sentences: str
) -> Reading:
    reading = Telling(letter, outlet, (headline, *sentences), frame=frame).reading()
    end = len(headline)
    passages = (Passage(Role.HEADLINE, 0, end), Passage(Role.BODY, end + 1, len(reading.text)))
    return replace(reading, headline=headline, passages=passages)


def headlines(*readings: Reading) -> Comparison:
    found = of_kind(FindingKind.HEADLINE_ANGLE, *(position(r, r.headline or "") for r in readings))
    return story(*readings, findings=(found,))


PORT_FIRES = headlined(
    "a1",
    "The Quay Ledger",
    "Port fires two pilots",
    HeadlineFrame("Port", "fires", "two pilots"),
    "So it is.",
)
ARE_FIRED = headlined(
    "a2", "Saltmarsh Wire", "Pilots are fired", HeadlineFrame("Pilots", "are fired", None, True), "They were."
)
FIRED = headlined(
    "a3", "The Herald", "Two pilots fired", HeadlineFrame("Two pilots", "fired", None, True), "In May."
)


def test_the_headline_that_says_who_did_it() -> None:
    [item] = asked(headlines(PORT_FIRES, ARE_FIRED, FIRED), "headline-names-doer(")
    assert shown(item)[item.key] == "The Quay Ledger"


@pytest.mark.parametrize(
    "headline", ["Two pilots fired by the port", "Port: Two pilots fired", "Two pilots stunned"]
)
def test_a_headline_that_may_name_the_doer_or_tells_another_act_is_no_distractor(headline: str) -> None:
    act = headline.split()[-1] if "stunned" in headline else "fired"
    other = headlined("a3", "The Herald", headline, HeadlineFrame("Two pilots", act, None, True), "In May.")
    assert asked(headlines(PORT_FIRES, ARE_FIRED, other), "headline-names-doer(") == []


@pytest.mark.parametrize(
    ("act", "stem"), [("fires", "fire"), ("Is Fired", "fire"), ("goes", "goes"), ("is", None), (None, None)]
)
def test_the_stem_of_a_headlines_verb(act: str | None, stem: str | None) -> None:
    assert verb_stem(HeadlineFrame("Port", act, None)) == stem


def quoted_headline(headline: str = "Harbour ‘a shambles’ after storm") -> Comparison:
    reading = headlined(
        "a1",
        "The Quay Ledger",
        headline,
        HeadlineFrame("Harbour", None, None),
        "“It is a shambles,” said Ada Moss.",
        "“We do our best,” said Bo Tarn.",
    )
    reading = quoting(reading, Ada_Moss="It is a shambles,", Bo_Tarn="We do our best,")
    return headlines(reading, ARE_FIRED, FIRED)


def test_whose_words_a_headline_holds() -> None:
    [item] = asked(quoted_headline(), "headline-speaker(")
    assert shown(item)[item.key["choice"]] == "Ada Moss"
    assert "Nobody: the words are the outlet’s own" in shown(item).values()
    [[sentence]] = item.key["groups"]
    assert sentence["start"] == len("Harbour ‘a shambles’ after storm") + 1


def test_a_headline_that_names_its_speaker_is_not_asked_about() -> None:
    assert asked(quoted_headline("Moss calls harbour ‘a shambles’"), "headline-speaker(") == []


def bare(headline: str, subject: str, act: str) -> list[ItemDraft]:
    frame = HeadlineFrame(subject, act, None, True)
    told = headlined("a1", "The Quay Ledger", headline, frame, "Pilot Ada Moss is home.", "It rained.")
    return asked(headlines(told, ARE_FIRED, FIRED), "headline-leaves-open(")


def test_what_a_headline_leaves_open() -> None:
    [item] = bare("Pilot Ada Moss Arrested Over Storm Trip", "Pilot Ada Moss", "Arrested")
    assert shown(item)[item.key] == "By whom was Ada Moss arrested?"
    assert set(shown(item).values()) == {
        "By whom was Ada Moss arrested?",
        "What was done to Ada Moss?",
        "Who was arrested?",
        "Why was Ada Moss arrested?",
    }


def test_a_reason_that_the_headline_may_not_give_is_no_distractor() -> None:
    [item] = bare("Ada Moss Arrested in Storm", "Ada Moss", "Arrested")
    assert "Why was Ada Moss arrested?" not in shown(item).values()


@pytest.mark.parametrize(
    ("headline", "subject", "act"),
    [
        ("Ada Moss Arrested by Harbour Guards", "Ada Moss", "Arrested"),
        ("Guards: Ada Moss Arrested", "Ada Moss", "Arrested"),
        ("Ada Moss Stunned in Storm", "Ada Moss", "Stunned"),
        ("Bo Tarn Arrested in Storm", "Bo Tarn", "Arrested"),
        ("Pilot Arrested in Storm", "Pilot", "Arrested"),
    ],
)
def test_a_headline_that_names_the_doer_or_nobody_leaves_nothing_surely_open(
    headline: str, subject: str, act: str
) -> None:
    assert bare(headline, subject, act) == []


def test_words_of_a_headline_that_the_text_prints_twice_are_asked_about() -> None:
    headline = "Harbour ‘a shambles’ after storm"
    told = headlined(
        "a1",
        "The Quay Ledger",
        headline,
        HeadlineFrame("Harbour", None, None),
        f"\n{headline}\n",
        "“It is a shambles,” said Ada Moss.",
        "“We do our best,” said Bo Tarn.",
    )
    told = quoting(told, Ada_Moss="It is a shambles,", Bo_Tarn="We do our best,")
    [item] = asked(headlines(told, ARE_FIRED, FIRED), "headline-speaker(")
    assert shown(item)[item.key["choice"]] == "Ada Moss"


# --- Labels ---


def labelled(*more: str) -> list[ItemDraft]:
    mob = article("a1", "The Quay Ledger", "An unruly mob stood on the pier.", "Police came.")
    mob = loaded(mob, "unruly mob", "unruly", "judgement")
    crew = article("a2", "Saltmarsh Wire", "The dock workers stood on the pier.", "It rained.")
    staff = article("a3", "The Herald", "Ferry employees stood on the pier.", "The sun came out.")
    told = ((mob, "unruly mob"), (crew, "dock workers"), (staff, "Ferry employees"))
    found = of_kind(FindingKind.LABEL_CHOICE, *(position(r, words) for r, words in told), aspect="actor")
    return asked(story(mob, crew, staff, findings=(found,)), "")


def test_the_label_that_shows_what_the_outlet_thinks() -> None:
    [item] = [d for d in labelled() if d.proof.startswith("label-judges(")]
    assert shown(item)[item.key] == "The Quay Ledger: “unruly mob”"
    assert set(shown(item).values()) >= {"Saltmarsh Wire: “dock workers”", "The Herald: “Ferry employees”"}


def test_the_judging_label_is_weighed_first() -> None:
    [item] = [d for d in labelled() if d.kind is ItemKind.OPEN]
    assert item.stem.startswith("The Quay Ledger writes “unruly mob”.")


def test_mere_synonyms_are_not_asked_about() -> None:
    one = Telling("a1", "The Quay Ledger", ("Gunfire was heard at the pier.",))
    other = Telling("a2", "Saltmarsh Wire", ("Shots were heard at the pier.",))
    found = phrases(FindingKind.LABEL_CHOICE, (one, "Gunfire"), (other, "Shots"), aspect="thing")
    assert asked(compared(one, other, findings=(found,)), "") == []
