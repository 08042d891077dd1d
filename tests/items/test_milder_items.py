"""Items on the word that would judge least in the place of another, and the list of such words."""

from __future__ import annotations

import pytest

from quizzes.items.proof import prove
from quizzes.items.types import ItemDraft
from quizzes.nlp.lexicons.loaded import loaded_words
from quizzes.nlp.lexicons.milder_words import LEAST, Frame, noun_forms, rows, rows_of, verb_forms
from quizzes.nlp.types import Comparison
from tests.items.readings import article, asked, quoting, shown, story
from tests.items.tones import judged, loaded

WIRE = article("a2", "Saltmarsh Wire", "The council voted for the plan.", "The hearing took two hours.")


def told(sentence: str, phrase: str, word: str, category: str = "violence", **more: str) -> Comparison:
    reading = loaded(article("a1", "The Quay Ledger", sentence, "It rained."), phrase, word, category)
    reading = quoting(reading, **more) if more else reading
    return story(reading, WIRE, findings=(judged(reading, phrase, silent=("a2",)),))


def milder(comparison: Comparison) -> list[ItemDraft]:
    return asked(comparison, "judges-least(")


@pytest.mark.parametrize(
    ("sentence", "phrase", "word", "key"),
    [
        ("The mayor slammed the ferry owner on Monday.", "slammed", "slam", "“criticized”"),
        ("The mayor tore into the ferry owner on Monday.", "tore into", "tear into", "“criticized”"),
        ("The ferry owner is bashing the town council again.", "bashing", "bash", "“criticizing”"),
        ("Mayor Enrages Pilots With New Harbour Rules", "Enrages", "enrage", "“angers”"),
        ("The mayor read out a scathing letter to the port.", "scathing letter", "scathing", "“a critical”"),
        ("The mayor excoriated the ferry owner on Monday.", "excoriated", "excoriate", "“criticized”"),
        ("The owner of the ferry fired back on Monday.", "fired back", "fire back", "“answered”"),
        ("There was an uproar in the town. The uproar went on.", "The uproar", "uproar", "“criticism”"),
        ("There was a backlash in the town.", "backlash", "backlash", "“a reaction”"),
        ("An ardent defender of the ferry spoke.", "ardent defender", "ardent", "“a strong”"),
        ("The crews hit back on Monday with a letter.", "hit back", "hit back", "“answered”"),
        ("The crews wanted to hit back on Monday.", "hit back", "hit back", "“answer”"),
        ("The mayor railed against the ferry owner.", "railed", "rail", "“spoke against”"),
        ("The mayor took aim at the ferry owner.", "took aim at", "take aim at", "“criticized”"),
        ("The new fares drew the ire of the crews.", "drew the ire", "draw … ire", "“anger”"),
        ("The ferry crews won a stunning victory on Monday.", "stunning", "stun", "“a surprising”"),
        ("The passengers were ecstatic, and so was the mayor.", "ecstatic", "ecstatic", "“happy”"),
        ("Passengers were stunned to see the new fares.", "stunned", "stun", "“surprised”"),
        ("The mayor is peddling a theory on the storm.", "peddling", "peddle", "“spreading”"),
        ("The mayor slammed the owner for being late.", "slammed", "slam", "“criticized”"),
        ("The new policies are draconian policies of the port.", "draconian", "draconian", "“strict”"),
        ("The cronies of the mayor met at the pier.", "cronies", "crony", "“supporters”"),
    ],
)
def test_the_word_that_judges_least(sentence: str, phrase: str, word: str, key: str) -> None:
    [item] = milder(told(sentence, phrase, word))
    assert shown(item)[item.key] == key
    assert len(shown(item)) == LEAST + 1
    assert "as much as" in item.rationale
    assert not any(w in shown(item).values() for w in (f"“{word}”", f"“{phrase}”"))


@pytest.mark.parametrize(
    ("sentence", "phrase", "word"),
    [
        ("The mayor whacked the ferry owner on Monday.", "whacked", "whack"),
        ("The soldiers fired back with a rocket on Monday.", "fired back", "fire back"),
        ("It was a devastating day for the ferry crews.", "devastating day", "devastate"),
        ("The mayor slammed the ferry owner on Monday, and ' ", "slammed", "bash"),
        ("The mayor slammed the plan as a waste of money.", "slammed", "slam"),
        ("The owner fired back at the mayor on Monday.", "fired back", "fire back"),
        ("The council caved in on Monday.", "caved", "cave"),
        ("A scathing engineer stood on the pier.", "scathing engineer", "scathing"),
        ("The letter was scathing.", "scathing", "scathing"),
        ("There was an uproar against the mayor.", "uproar", "uproar"),
        ("It was a day of political firestorms for the mayor.", "firestorms", "chaos"),
        ("It was one more outrage in the town.", "outrage", "outrage"),
        ("The rage went on.", "rage", "rage"),
        ("The town was in a state of great, noisy chaos", "chaos", "train wreck"),
        ("The debacle of a journey took two days.", "debacle", "debacle"),
        ("The mayor is peddling shoes on the pier.", "peddling", "peddle"),
        ("The enraged skipper stood on the pier.", "enraged", "enrage"),
        ("The ecstatic skipper stood on the pier.", "ecstatic", "ecstatic"),
        ("The crews stood by with trash talk.", "trash talk", "trash talk"),
        ("A massive lawsuit has been filed against the port.", "massive lawsuit", "massive"),
        ("The new rules provoke the ferry crews.", "provoke", "provoke"),
    ],
)
def test_a_word_without_a_sure_milder_one_is_not_asked_about(sentence: str, phrase: str, word: str) -> None:
    assert milder(told(sentence, phrase, word)) == []


def test_a_word_inside_a_quotation_is_its_speakers() -> None:
    sentence = "“He slammed the town,” said Ada Moss."
    assert milder(told(sentence, "slammed", "slam", Ada_Moss="He slammed the town,")) == []


def test_the_item_falls_when_the_word_is_no_longer_there() -> None:
    comparison = told("The mayor slammed the ferry owner on Monday.", "slammed", "slam")
    [item] = milder(comparison)
    other = told("The mayor blasted the ferry owner on Monday.", "blasted", "blast")
    assert prove(item, comparison)
    assert not prove(item, other)


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("slam", ("slam", "slams", "slammed", "slamming")),
        ("hammer", ("hammer", "hammers", "hammered", "hammering")),
        ("bash", ("bash", "bashes", "bashed", "bashing")),
        ("stir up", ("stir up", "stirs up", "stirred up", "stirring up")),
        ("enrage", ("enrage", "enrages", "enraged", "enraging")),
        ("vilify", ("vilify", "vilifies", "vilified", "vilifying")),
        ("lay into", ("lay into", "lays into", "laid into", "laying into")),
        ("howl", ("howl", "howls", "howled", "howling")),
    ],
)
def test_the_forms_of_a_verb(verb: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(verb) == forms


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("crony", "cronies"), ("speech", "speeches"), ("nemesis", "nemeses"), ("fiasco", "fiascos")],
)
def test_the_forms_of_a_noun(noun: str, plural: str) -> None:
    assert noun_forms(noun) == (noun, plural)


@pytest.mark.parametrize(
    ("shown", "forms"),
    [
        ("Bashed", {("bash", 2)}),
        ("bashers", {("basher", 1)}),
        ("bashable", set()),
        ("hit back", {("hit back", 0), ("hit back", 2)}),
        ("barbs", {("barb", 1)}),
    ],
)
def test_the_rows_of_a_word_as_written(shown: str, forms: set[tuple[str, int]]) -> None:
    assert {(base, form) for _, form, base in rows_of(shown)} == forms


def test_only_the_beginning_of_a_long_sentence_is_shown() -> None:
    long = f"The mayor slammed the ferry owner on Monday, {'and the boats of the harbour lay still, ' * 7}as they had in May."
    [item] = milder(told(long, "slammed", "slam"))
    assert item.stem.count("…") == 1
    assert "as they had in May" not in item.stem


def test_a_milder_word_stands_in_no_table_of_loaded_ones_and_in_no_row_as_a_coloured_one() -> None:
    coloured = {forms[0] for row in rows() for forms in row.coloured}
    for row in rows():
        assert row.milder[0] not in coloured
        assert len(row.offered) > LEAST
        assert set(row.offered) <= set(row.coloured)
        assert bool(row.beside) is (row.frame in {Frame.BEFORE, Frame.ONE_OF})
        strong = loaded_words().single.get(row.milder[0], ())
        assert all(word.strength < 0.5 for word in strong)
