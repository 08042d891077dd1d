"""Articles on their way in: what the form takes, and what it says."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from quizzes.forms.intake import ArticlesForm, StoryForm
from quizzes.nlp.texts.intake import MOST_BYTES


def upload(*files: tuple[str, bytes]) -> MultiValueDict[str, Any]:
    return MultiValueDict({"files": [SimpleUploadedFile(name, data) for name, data in files]})


def test_several_files_come_with_their_names() -> None:
    form = ArticlesForm({}, upload(("a.txt", b"one"), ("b.txt", b"")))
    assert form.is_valid(), form.errors
    assert form.uploads() == [("a.txt", b"one"), ("b.txt", b"")]


def test_no_more_of_a_file_is_read_than_shows_that_it_is_too_large() -> None:
    form = ArticlesForm({}, upload(("a.txt", b"x" * (MOST_BYTES + 100))))
    assert form.is_valid()
    assert len(form.uploads()[0][1]) == MOST_BYTES + 1


def test_documents_may_be_larger_than_plain_text() -> None:
    form = ArticlesForm({}, upload(("a.pdf", b"x" * (MOST_BYTES + 100))))
    assert form.is_valid()
    assert len(form.uploads()[0][1]) == MOST_BYTES + 100


def test_the_field_asks_for_the_kinds_of_file_that_can_be_read() -> None:
    shown = str(ArticlesForm()["files"])
    assert 'accept=".txt,.md,.html,.htm,.docx,.pdf"' in shown


@pytest.mark.parametrize("sent", [{}, {"text": " \n "}])
def test_nothing_at_all_comes_back(sent: dict[str, str]) -> None:
    assert not ArticlesForm(sent, {}).is_valid()


def test_a_story_needs_a_title() -> None:
    assert not StoryForm({"title": " ", "text": "Ferry aground."}, {}).is_valid()
    assert StoryForm({"title": "Ferry", "text": "Ferry aground."}, {}).is_valid()


# --- Several texts ---


def sent(*texts: str, **more: str) -> QueryDict:
    data = QueryDict(mutable=True)
    data.setlist("text", list(texts))
    data.update(more)
    return data


def test_several_texts_come_as_they_are_and_empty_boxes_do_not() -> None:
    form = ArticlesForm(sent("  One.\r\n", "", "Two."), {})
    assert form.is_valid(), form.errors
    assert form.pasted() == ["  One.\r\n", "Two."]


def test_a_new_form_has_one_empty_box_and_one_shown_again_those_that_were_filled() -> None:
    assert [box.text for box in ArticlesForm().boxes()] == [""]
    assert [box.text for box in ArticlesForm(sent("One.", "", "Two."), {}).boxes()] == ["One.", "Two."]
    assert [box.text for box in ArticlesForm(initial={"text": ["One.", ""]}).boxes()] == ["One.", "", ""]
    assert len(ArticlesForm(initial={"text": ["One."] * 8}).boxes()) == 8


def test_a_refused_text_says_so_at_its_box() -> None:
    form = ArticlesForm(sent("One.", "Two."), {})
    assert form.is_valid()
    form.refuse_text(1, "No article.")
    assert [box.problem for box in form.boxes()] == ["", "No article."]


# --- Web addresses ---


def test_addresses_come_one_a_line_each_once() -> None:
    form = ArticlesForm(
        sent(addresses=" news.example/a \n\nhttps://news.example/a\nhttp://b.example/#top\n"), {}
    )
    assert form.is_valid(), form.errors
    assert form.cleaned_data["addresses"] == ["https://news.example/a", "http://b.example/"]


def test_each_refused_address_is_named_with_the_reason() -> None:
    form = ArticlesForm(sent(addresses="https://good.example/\nnonsense\nftp://b.example/x"), {})
    assert not form.is_valid()
    assert form.errors == {
        "addresses": [
            "nonsense: This is not a web address.",
            "ftp://b.example/x: Only web addresses that begin with http:// or https:// can be fetched.",
        ]
    }


def test_files_of_a_form_that_comes_back_are_named() -> None:
    form = ArticlesForm(sent(addresses="nonsense"), upload(("a.txt", b"one"), ("b.txt", b"two")))
    assert not form.is_valid()
    assert form.lost_files() == ["a.txt", "b.txt"]
