from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from quizzes.factories import StoryFactory, TeacherFactory
from quizzes.flows import deleting, importing
from quizzes.flows.importing import ArticleRefused
from quizzes.models import Article, Story
from quizzes.nlp.texts.unreadable import ArticleUnreadable
from tests.nlp.texts.made_files import column, paragraph, pdf_file, word_file

pytestmark = pytest.mark.django_db

FERRY = """---
outlet: The Quay Herald
published: 2024-05-03
---
Ferry runs aground off Hollow Point

The evening ferry ran aground on Friday, and at least nine passengers were hurt, the harbour office said.
"""
PLAIN = "Nine hurt as ferry hits rocks\n\nNine people were hurt when a ferry hit the rocks on Friday.\n"


@pytest.fixture
def story() -> Story:
    return importing.create_story(teacher=TeacherFactory(), title="Ferry aground")


def add(story: Story, text: str, name: str = "ferry.txt") -> Article:
    return importing.import_article(story=story, name=name, data=text.encode())


def test_an_article_comes_in_with_what_it_states_of_itself(story: Story) -> None:
    article = add(story, FERRY)
    assert (article.letter, article.outlet, article.headline) == (
        "A",
        "The Quay Herald",
        "Ferry runs aground off Hollow Point",
    )
    assert article.published == dt.date(2024, 5, 3)
    assert article.text.startswith("Ferry runs aground")
    assert [p.role for p in article.passages.all()][:1] == ["headline"]


def test_an_imported_story_waits_to_be_read(story: Story) -> None:
    article = add(story, FERRY)
    story.refresh_from_db()
    assert (story.state, article.state) == (Story.State.WAITING, Article.State.WAITING)


def test_what_the_text_does_not_say_is_not_guessed(story: Story) -> None:
    article = add(story, PLAIN)
    assert (article.outlet, article.byline, article.published) == ("", "", None)
    assert article.name == "Article A"


def test_the_same_file_gives_the_same_text_by_page_and_by_command(story: Story) -> None:
    from quizzes.nlp.texts.intake import read_file

    text = "Ferry “aground”\r\n\r\nThe café’s owner saw it.\r\n"
    assert add(story, text).text == read_file("ferry.txt", text.encode()).text


def test_word_files_and_pdfs_come_in_and_broken_ones_leave_the_rest(story: Story) -> None:
    lines = PLAIN.split("\n\n")
    files = [
        ("a.docx", word_file(*map(paragraph, lines))),
        ("b.docx", b"no Word file"),
        ("c.pdf", pdf_file(column([*lines[0:1], "", *lines[1:], "", "More to follow."]))),
        ("d.pdf", pdf_file([])),
    ]
    results = importing.import_articles(story=story, files=files)
    assert [bool(r.article) for r in results] == [True, False, True, False]
    assert [r.article.headline for r in results if r.article] == [lines[0]] * 2


def test_letters_go_by_order_and_are_not_given_twice(story: Story) -> None:
    first = add(story, FERRY)
    second = add(story, PLAIN)
    deleting.remove_article(article=second, at=timezone.now())
    assert (first.letter, second.letter) == ("A", "B")
    assert add(story, PLAIN).letter == "C"


@pytest.mark.parametrize(("at", "letter"), [(0, "A"), (7, "H"), (25, "Z"), (26, "AA"), (27, "AB")])
def test_letters_go_on_after_z(at: int, letter: str) -> None:
    assert importing.letter_at(at) == letter


def test_a_refused_file_leaves_the_rest_of_the_upload(story: Story) -> None:
    files = [("a.txt", FERRY.encode()), ("b.txt", b""), ("c.gif", b"GIF89a"), ("d.txt", PLAIN.encode())]
    results = importing.import_articles(story=story, files=files)
    assert [bool(r.article) for r in results] == [True, False, False, True]
    assert all(bool(r.problem) is not bool(r.article) for r in results)
    assert story.articles.count() == 2


def test_pasted_text_is_an_article_too(story: Story) -> None:
    (result,) = importing.import_articles(story=story, texts=[PLAIN])
    assert result.article is not None
    assert (result.name, result.article.file_name) == ("Pasted text", "")


def test_an_empty_text_is_unreadable(story: Story) -> None:
    with pytest.raises(ArticleUnreadable, match="no text"):
        importing.import_article(story=story, text="  \n ")


# --- The same text twice ---


def test_the_same_text_under_the_same_outlet_is_a_duplicate(story: Story) -> None:
    add(story, FERRY)
    with pytest.raises(ArticleRefused, match="same text as article A"):
        add(story, FERRY.replace("harbour office said.", "harbour office said!"))


def test_the_same_text_under_no_outlet_is_a_duplicate(story: Story) -> None:
    add(story, FERRY)
    with pytest.raises(ArticleRefused, match="names no outlet"):
        add(story, FERRY.replace("outlet: The Quay Herald", "outlet: null"))


def test_the_same_text_beside_one_without_outlet_is_refused_with_the_way_on(story: Story) -> None:
    add(story, FERRY.replace("outlet: The Quay Herald", "outlet: null"))
    with pytest.raises(ArticleRefused, match="fill in the outlet of article A first"):
        add(story, FERRY)


def test_the_same_text_under_another_outlet_is_kept(story: Story) -> None:
    add(story, FERRY)
    assert add(story, FERRY.replace("Quay Herald", "Bay Courier")).outlet == "The Bay Courier"


def test_the_same_file_again_is_a_duplicate_also_after_a_correction(story: Story) -> None:
    correct(add(story, FERRY), outlet="Quay Online")
    with pytest.raises(ArticleRefused, match="same text as article A"):
        add(story, FERRY)


def test_the_same_text_in_another_story_is_no_duplicate(story: Story) -> None:
    add(story, FERRY)
    assert add(StoryFactory(), FERRY).letter == "A"


def test_a_story_holds_eight_articles(story: Story) -> None:
    for n in range(8):
        add(story, f"{PLAIN}\nThe boat was number {n}.")
    with pytest.raises(ArticleRefused, match="8 articles"):
        add(story, FERRY)


# --- Corrections ---


def correct(article: Article, **changes: object) -> Article:
    unchanged = {"outlet": None, "headline": None, "byline": None, "published": None}
    return importing.correct_article(article=article, **{**unchanged, **changes})  # type: ignore[arg-type]


def test_what_the_teacher_sets_wins_over_what_was_read(story: Story) -> None:
    article = correct(add(story, FERRY), outlet="Quay Herald Online")
    assert (article.outlet, article.outlet_read) == ("Quay Herald Online", "The Quay Herald")


def test_the_teacher_may_say_that_the_text_does_not_tell(story: Story) -> None:
    article = correct(add(story, FERRY), outlet="", published_denied=True)
    assert (article.outlet, article.published, article.name) == ("", None, "Article A")


def test_a_new_date_makes_the_article_wait_to_be_read_again(story: Story) -> None:
    article = add(story, FERRY)
    article.state = Article.State.READ
    assert correct(article, outlet="Another").state == Article.State.READ
    assert correct(article, published=dt.date(2024, 5, 4)).state == Article.State.WAITING


def test_an_outlet_that_makes_a_duplicate_is_refused(story: Story) -> None:
    add(story, FERRY)
    copy = add(story, FERRY.replace("Quay Herald", "Bay Courier"))
    with pytest.raises(ArticleRefused, match="same text as article A"):
        correct(copy, outlet="the quay herald")
