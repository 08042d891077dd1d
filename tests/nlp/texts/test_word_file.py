"""Word files: paragraphs, breaks, lists and tables as lines, and one plain refusal for each file that is none."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.nlp.texts import word_file as word
from quizzes.nlp.texts.intake import MOST_BYTES_OF_DOCUMENT, read_file
from quizzes.nlp.texts.unreadable import ArticleUnreadable
from tests.nlp.texts.made_files import paragraph, word_file

BODY = "A ferry with forty people – “all calm” – ran aground & was towed."


def lines(*body: str) -> list[str]:
    return read_file("a.docx", word_file(*body)).text.split("\n")


def refusal(data: bytes) -> str:
    with pytest.raises(ArticleUnreadable) as refused:
        read_file("a.docx", data)
    return refused.value.reason


def test_paragraphs_and_breaks_are_lines() -> None:
    made = [
        paragraph("Ferry aground"),
        paragraph("By Anna Reyes\nThe Harrow Ledger"),
        paragraph(""),
        paragraph(BODY),
    ]
    assert lines(*made) == ["Ferry aground", "By Anna Reyes", "The Harrow Ledger", BODY]


def test_runs_of_a_paragraph_are_one_line() -> None:
    runs = "".join(
        f"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>{t}</w:t></w:r>" for t in ("It was ", "not")
    )
    assert lines(f"<w:p>{runs}<w:r><w:t>, he said.</w:t></w:r></w:p>") == ["It was not, he said."]


def test_a_row_of_a_table_is_a_line() -> None:
    cells = "".join(f"<w:tc>{paragraph(t)}</w:tc>" for t in ("Ferries", "3"))
    assert lines(paragraph(BODY), f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>") == [BODY, "Ferries\t3"]


def test_words_struck_out_in_review_are_gone_and_words_put_in_are_there() -> None:
    struck = "<w:del><w:r><w:delText>nine</w:delText></w:r></w:del>"
    put_in = "<w:ins><w:r><w:t>ten</w:t></w:r></w:ins>"
    assert lines(f"<w:p><w:r><w:t xml:space='preserve'>Hurt: </w:t></w:r>{struck}{put_in}</w:p>") == [
        "Hurt: ten"
    ]


def test_the_file_s_properties_are_not_the_article_s() -> None:
    assert read_file("a.docx", word_file(paragraph(BODY))).known == {}


def test_other_languages_are_refused_as_in_plain_text() -> None:
    german = "Die Fähre verließ den Hafen am Mittag, und sie war vor dem Sturm wieder zurück, wie der Kapitän sagte. "
    assert "English" in refusal(word_file(paragraph(german * 3)))


def zipped(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "no text"),
        (word_file(), "no text"),
        (b"words", "no Word file"),
        (zipped(**{"a.txt": b"words"}), "no Word file"),
        (zipped(**{"word/document.xml": b"<w:p>"}), "no Word file"),
        (word.COMPOUND_FILE + b"\0" * 600, "password"),
        (zipped(**{"word/document.xml": b" " * (word.MOST_BYTES_OF_MARKUP + 1)}), "far more"),
        (zipped(**{"word/document.xml": b"<w:p/>" * (word.MOST_TAGS + 1)}), "far more"),
        (b"PK" + b"\0" * MOST_BYTES_OF_DOCUMENT, "10 MB"),
    ],
)
def test_refusals_say_why(data: bytes, word: str) -> None:
    assert word in refusal(data)


MADE = word_file(paragraph("Ferry aground"), paragraph(BODY))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(MADE) - 1), st.binary(max_size=8))
def test_a_file_with_a_fault_is_read_or_refused(at: int, fault: bytes) -> None:
    try:
        assert read_file("a.docx", MADE[:at] + fault + MADE[at + len(fault) :]).text
    except ArticleUnreadable as refused:
        assert refused.reason.endswith(".")
