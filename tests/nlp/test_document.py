"""Where sentences may begin, whatever the parser thinks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from spacy.language import Language

from quizzes.nlp.document import MOST_UNSTOPPED, ArticleDoc, parse_targets
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


@pytest.mark.parametrize(
    "headline",
    [
        "Harbour Master: Ferry Strikes Rocks / Of Penwick",
        "Ferry Aground! What We Know: Forty Saved, Captain Held",
        "Port Office: 'No Danger' As Ferry Sinks; Owners Blame Storm",
    ],
)
def test_a_headline_is_one_sentence(nlp: Language, headline: str) -> None:
    text = f"# {headline}\n*By Ada Quill | May 6, 2024*\nThe ferry ran aground. Nobody was hurt."
    doc = nlp(parse_targets(nlp, text, split_passages(text)))
    read = ArticleDoc("a", text, None, split_passages(text), doc)
    sentences = [s.text.strip() for s in read.sentences]
    assert sentences == [
        headline,
        "By Ada Quill | May 6, 2024",
        "The ferry ran aground.",
        "Nobody was hurt.",
    ]


def test_a_headings_marks_belong_to_no_sentence(nlp: Language) -> None:
    text = "# Ferry aground\n\nThe ferry ran aground on Monday.\n\n## What happened\n\nNobody was **badly** hurt."
    doc = nlp(parse_targets(nlp, text, split_passages(text)))
    sentences = [s.text.strip() for s in ArticleDoc("a", text, None, split_passages(text), doc).sentences]
    assert sentences[:3] == ["Ferry aground", "The ferry ran aground on Monday.", "What happened"]


def test_a_hard_space_is_no_word_and_moves_no_offset(nlp: Language) -> None:
    text = "Mayor\xa0Ann Lee said 12\xa0boats sank."
    doc = parse_targets(nlp, text, split_passages(text))
    assert [t.text for t in doc][:4] == ["Mayor", "Ann", "Lee", "said"]
    assert doc[-1].idx == text.index(".")
