from __future__ import annotations

import pytest

from quizzes.nlp.findings.omissions import find_omissions
from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.findings.trifles import hangs_on_marks
from quizzes.nlp.types import SourceKind
from tests.nlp.hand_made import quotation, reading, side, source

FERRY = "The ferry Marigold left the harbour in the storm with its crew. The harbour closed when the storm hit the ferry."
PLAIN = "The ferry left the harbour before the storm. The storm sank the ferry near the harbour wall."


@pytest.mark.parametrize(
    ("sentence", "is_shown"),
    [
        ("Divers searched the wreck of the ferry because the owner hid gold coins aboard.", True),
        ("It hid gold coins aboard the ferry because divers never searched such wrecks.", False),
        ("They searched the wreck of the ferry because the owner hid gold coins aboard.", False),
        ("The ferry carried 240 passengers out of the harbour.", True),
        ("In July 1998, a ferry carried 240 passengers out of the harbour.", False),
        ("Ida Quill, 47, sold fish from the ferry in the harbour.", False),
        ("Ida Quill, now 47, sold fish from the ferry in the harbour.", False),
        ("A 47-year-old clerk sold fish from the ferry in the harbour.", False),
        ("In July 2021, a ferry carried 240 passengers out of the harbour.", True),
    ],
)
def test_what_may_well_be_left_out_lies_below_the_bar(sentence: str, is_shown: bool) -> None:
    own = reading("a", f"{FERRY} {sentence}", published="2021-07-09")
    found = find_omissions(side(own, reading("b", PLAIN, published="2021-07-09")))
    (finding,) = [f for f in found if sentence in f.positions[0].evidence[0].text]
    assert (finding.confidence >= SHOWN) is is_shown


@pytest.mark.parametrize(("name", "is_shown"), [("Mary Roe", False), ("Ida Quill", True)])
def test_who_is_quoted_is_a_voice_and_no_name_left_out(name: str, is_shown: bool) -> None:
    text = f"{FERRY} The captain of the ferry grew up beside {name} in the harbour. “The storm was bad,” Roe said."
    said = quotation("a", text, "The storm was bad", speaker=source("Mary Roe", kind=SourceKind.PERSON))
    found = find_omissions(side(reading("a", text, quotations=(said,)), reading("b", PLAIN)))
    assert [f.confidence >= SHOWN for f in found if f.positions[0].value == name] == [is_shown]


@pytest.mark.parametrize(
    ("text", "hangs"),
    [
        ("It failed today,” said Ann Roe.", True),
        ('He failed," said Ann Roe.', True),
        ("“It failed today,” said Ann Roe.", False),
    ],
)
def test_a_sentence_from_inside_a_quotation_hangs_in_the_air(text: str, hangs: bool) -> None:
    assert hangs_on_marks(text) is hangs
