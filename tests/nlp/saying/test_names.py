"""Names as they are written down: without what stands around them."""

from __future__ import annotations

import pytest

from quizzes.nlp.saying.names import clean_name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("the Harbour Board", "Harbour Board"),
        ("Ada\nQuill’s", "Ada Quill"),
        (" “Ned Rook,”", "Ned Rook"),
        ("T.J.", "T.J."),
        ("T.J. Rook.", "T.J. Rook"),
        ("Rook J.", "Rook J"),
    ],
)
def test_a_name_stands_alone(written: str, name: str) -> None:
    assert clean_name(written) == name
