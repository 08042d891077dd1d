"""The pipeline as it is loaded cuts words as spaCy's own rules do."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from quizzes.nlp.pipeline import LONGEST_SUFFIX, OWN_PIPELINE

LONG = LONGEST_SUFFIX * 3


@pytest.fixture(scope="module")
def bare() -> Language:
    """The tokenizer as spaCy loads it, without a parser."""
    return spacy.load(OWN_PIPELINE, exclude=["tok2vec", "tagger", "morphologizer", "parser", "ner"])


@pytest.mark.parametrize(
    "text",
    [
        "The ferry's crew (of 12) won't sail in 40km/h winds, \"not today\".",
        "It cost 300$ at 20°C.",
        "x" * LONG + "'s",
        "x" * LONG + "." * LONG,
        "." * LONG + "x",
        "?" + "." * LONG,
        "x" * LONG + "." * LONGEST_SUFFIX,
        "1" * LONG + "km",
        '"' * LONG,
        "),." * LONG,
        "x" * (LONGEST_SUFFIX - 1) + ",",
        "x" * LONGEST_SUFFIX + "!?",
    ],
)
def test_words_are_cut_as_by_the_bare_tokenizer(text: str, nlp: Language, bare: Language) -> None:
    assert [t.text for t in nlp.tokenizer(text)] == [t.text for t in bare.tokenizer(text)]
