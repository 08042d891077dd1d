"""Where sentences may begin, whatever the parser thinks."""

from __future__ import annotations

from itertools import pairwise

from spacy.language import Language

from quizzes.nlp.document import MOST_UNSTOPPED, parse_targets
from quizzes.nlp.texts.passages import split_passages


def starts(nlp: Language, text: str) -> list[int]:
    """The numbers of the tokens that must begin a sentence."""
    return [t.i for t in parse_targets(nlp, text, split_passages(text)) if t.is_sent_start]


def test_a_passage_begins_a_sentence(nlp: Language) -> None:
    text = "Ferry aground\nThe ferry ran aground on Monday.\nNobody was hurt."
    doc = parse_targets(nlp, text, split_passages(text))
    assert [doc[i].text for i in starts(nlp, text)] == ["Ferry", "The", "Nobody"]


def test_a_passage_is_left_to_the_parser(nlp: Language) -> None:
    assert starts(nlp, "The ferry ran aground. Nobody was hurt. " * 20) == [0]


def test_a_text_without_full_stops_is_cut(nlp: Language) -> None:
    cut = starts(nlp, "he said the boat was hit and " * 200)
    assert len(cut) > 3
    assert max(b - a for a, b in pairwise(cut)) <= MOST_UNSTOPPED + 1


def test_a_very_long_passage_is_cut_behind_full_stops(nlp: Language) -> None:
    text = "The ferry ran aground. " * 600
    doc = parse_targets(nlp, text, split_passages(text))
    cut = [t for t in doc if t.is_sent_start][1:]
    assert cut
    assert {t.nbor(-1).text for t in cut} == {"."}
