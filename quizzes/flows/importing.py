"""Articles come into a story: from a file or pasted text, with what the text states of itself read at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import transaction

from quizzes.flows.records import passage_rows
from quizzes.models import Article, Passage, Story, User
from quizzes.nlp.texts.intake import ArticleFile, fingerprint, read_file, read_pasted
from quizzes.nlp.texts.metadata import read_metadata
from quizzes.nlp.texts.passages import split_passages
from quizzes.nlp.texts.unreadable import ArticleUnreadable

MOST_ARTICLES = 8
"""As many as a student's page can show beside a question; each has its own colour and line."""

PASTED = "Pasted text"
"""What a result is called that came from no file."""


class ArticleRefused(Exception):
    """The article is not taken into the story; the text says why, to a teacher."""


@dataclass(frozen=True)
class Imported:
    """What became of one file or pasted text: the article, or why there is none."""

    name: str
    article: Article | None = None
    problem: str = ""


def create_story(*, teacher: User, title: str) -> Story:
    return Story.objects.create(teacher=teacher, title=title)


def import_articles(
    *, story: Story, files: Iterable[tuple[str, bytes]] = (), texts: Iterable[str] = ()
) -> list[Imported]:
    """One result for each file and text, in order. What cannot be taken is said, the rest is kept."""
    uploads: list[tuple[str, bytes | None, str]] = [(name, data, "") for name, data in files]
    uploads += [("", None, text) for text in texts]
    return [_import_one(story, name, data, text) for name, data, text in uploads]


def _import_one(story: Story, name: str, data: bytes | None, text: str) -> Imported:
    shown = name or PASTED
    try:
        return Imported(shown, import_article(story=story, name=name, data=data, text=text))
    except (ArticleUnreadable, ArticleRefused) as refusal:
        return Imported(shown, problem=str(refusal))


def import_article(*, story: Story, name: str = "", data: bytes | None = None, text: str = "") -> Article:
    """The new article, waiting to be read. Raises ArticleUnreadable, ArticleRefused."""
    file = read_pasted(text) if data is None else read_file(name, data)
    return add_article(story=story, file=file)


@transaction.atomic
def add_article(*, story: Story, file: ArticleFile, url: str = "") -> Article:
    """The article with the next letter, its outlet, headline, byline and date as the text states them.

    Raises ArticleRefused for a duplicate and where the story is full.
    """
    story = Story.objects.select_for_update().get(pk=story.pk)
    if story.articles.count() >= MOST_ARTICLES:
        raise ArticleRefused(f"A story holds {MOST_ARTICLES} articles at the most.")
    passages = split_passages(file.text)
    stated = replace(read_metadata(file.text, passages), **file.known)
    stamp = fingerprint(file.text)
    refuse_duplicate(story=story, stamp=stamp, outlet=stated.outlet or "")
    article = Article(
        story=story,
        letter=letter_at(story.letters_given),
        file_name="" if url else file.name[-200:],
        url=url[:1000],
        text=file.text,
        fingerprint=stamp,
        outlet_read=(stated.outlet or "")[:200],
        headline_read=(stated.headline or "")[:500],
        byline_read=(stated.byline or "")[:200],
        published_read=dt.date.fromisoformat(stated.published) if stated.published else None,
    )
    article.save()
    Passage.objects.bulk_create(passage_rows(article, passages))
    story.letters_given += 1
    if story.state == Story.State.EMPTY:
        story.state = Story.State.WAITING
    story.save()
    return article


def refuse_duplicate(*, story: Story, stamp: str, outlet: str, besides: Article | None = None) -> None:
    """Raises ArticleRefused where the story holds the same text under the same outlet, or under none."""
    for other in story.articles.filter(fingerprint=stamp):
        if other == besides:
            continue
        if outlet.casefold() in (other.outlet.casefold(), other.outlet_read.casefold()):
            raise ArticleRefused(f"This is the same text as article {other.letter}.")
        if not outlet:
            raise ArticleRefused(f"This is the same text as article {other.letter}, and it names no outlet.")
        if not other.outlet:
            raise ArticleRefused(
                f"This is the same text as article {other.letter}, of which no outlet is known. "
                f"If two outlets printed it, fill in the outlet of article {other.letter} first."
            )


def letter_at(at: int) -> str:
    """A to Z, then AA, AB …, for the article that is the story's number `at` (from 0)."""
    return (letter_at(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)


@transaction.atomic
def correct_article(
    *,
    article: Article,
    outlet: str | None,
    headline: str | None,
    byline: str | None,
    published: dt.date | None,
    published_denied: bool = False,
) -> Article:
    """The article with what the teacher sets: None leaves what was read, "" says that the text does not tell.

    Raises ArticleRefused where the same text stands under that outlet already. An article whose date changed
    waits to be read again, because words like "Thursday" are told by it.
    """
    before = article.published
    new_outlet = article.outlet_read if outlet is None else outlet
    if new_outlet.casefold() != article.outlet.casefold():
        refuse_duplicate(story=article.story, stamp=article.fingerprint, outlet=new_outlet, besides=article)
    article.outlet_set, article.headline_set, article.byline_set = outlet, headline, byline
    article.published_set, article.published_denied = published, published_denied
    if article.published != before and article.state == Article.State.READ:
        article.state = Article.State.WAITING
    article.save()
    return article


@transaction.atomic
def set_role(*, article: Article, start: int, role: str) -> bool:
    """True where a passage now has another role, by the teacher's word; the article then waits to be read again.

    The role that was read takes the teacher's word away. Raises Passage.DoesNotExist.
    """
    passage = Passage.objects.select_for_update().get(article=article, start=start)
    role_set = "" if role == passage.role else role
    if role_set == passage.role_set:
        return False
    Passage.objects.filter(pk=passage.pk).update(role_set=role_set)
    Article.objects.filter(pk=article.pk, state=Article.State.READ).update(state=Article.State.WAITING)
    return True
