"""A story is read: each article outside any transaction and written in a short one, then compared and asked.

The worker runs `read_story`; spaCy is loaded there and nowhere else, so a web process may import this module.
A reading is named by its token: whoever starts another one puts a new token on the story, and a worker that
finds a token not its own stops. So a dead worker's story can be taken up again at any time.
"""

from __future__ import annotations

import datetime as dt
import logging
import secrets
from functools import cache
from typing import TYPE_CHECKING

from django.db import DatabaseError, transaction
from django.utils import timezone

from quizzes.flows import records
from quizzes.flows.drafting import compare_story
from quizzes.flows.heartbeat import beating
from quizzes.models import Article, Claim, Passage, Quotation, Story
from quizzes.nlp.types import Reading

if TYPE_CHECKING:
    from spacy.language import Language

logger = logging.getLogger(__name__)

LONGEST_SILENCE = dt.timedelta(seconds=40)
"""A worker gives a sign of life every few seconds (`heartbeat`); so many missed ones, and it has died."""
LONGEST_WAIT = dt.timedelta(minutes=15)
"""So long may a story stand in the queue behind others before it is queued again."""
MOST_TRIES = 2
"""An article during which workers have died this often is set aside as not readable."""


FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    StopIteration,
    TypeError,
    ValueError,
)
"""What a rule, or spaCy below it, raises over a text it was not made for. A missing pipeline, a full memory and a lost
database are no fault of the article's and are not among them."""
OUTAGES = (DatabaseError, MemoryError, OSError)
"""What keeps any article from being read."""


class ReadingSuperseded(Exception):
    """Another reading of the story has been started: this one must write nothing more."""


@transaction.atomic
def start_reading(*, story: Story, afresh: bool = False) -> str:
    """The token of a new reading of whatever has not been read yet; with `afresh` of every article.

    The caller queues `tasks.read_story` with it once this transaction has been committed.
    """
    now, token = timezone.now(), new_token()
    Story.objects.filter(pk=story.pk).update(
        state=Story.State.WAITING,
        failure="",
        reading_token=token,
        reading_started_at=now,
        reading_seen_at=now,
        changed_at=now,
    )
    for article in Article.objects.filter(story=story):
        if afresh or article.state != Article.State.READ:
            article.state, article.failure = Article.State.WAITING, ""
            article.reading.pop("tries", None)
            article.save(update_fields=["state", "failure", "reading"])
    story.refresh_from_db()
    return token


def is_stalled(story: Story, at: dt.datetime) -> bool:
    """True where a reading was begun and nothing has been heard of it for too long: its worker has died."""
    silence = {Story.State.WAITING: LONGEST_WAIT, Story.State.READING: LONGEST_SILENCE}.get(
        Story.State(story.state)
    )
    return silence is not None and story.reading_seen_at is not None and story.reading_seen_at + silence < at


def take_up_again(*, story: Story, at: dt.datetime) -> str | None:
    """The token of a reading that goes on where a dead worker stopped; None where somebody was quicker."""
    token = new_token()
    taken = Story.objects.filter(
        pk=story.pk, reading_token=story.reading_token, reading_seen_at=story.reading_seen_at
    ).update(reading_token=token, reading_seen_at=at, state=Story.State.WAITING)
    return token if taken else None


def read_story(*, story_id: int, token: str) -> None:
    """Read what has not been read, then compare and draft. What goes wrong stands on the article or the story."""
    try:
        with beating(story_id=story_id, token=token):
            while unread := _unread(
                story_id, token
            ):  # again, because a correction may make one wait meanwhile
                for article in unread:
                    _read_article(article, token)
            _finish(story_id, token)
    except ReadingSuperseded:
        logger.info("reading of story %s stopped: another one was started", story_id)
    except (*FAULTS, *OUTAGES):
        # The edge of a job: nobody above can tell the teacher. She sees it on the story, the log has the traceback.
        message = "Something went wrong on our side while the articles were read or compared. Try again."
        Story.objects.filter(pk=story_id, reading_token=token).update(
            state=Story.State.FAILED, failure=message
        )
        raise


def _unread(story_id: int, token: str) -> list[Article]:
    _give_sign_of_life(story_id, token)
    done = [Article.State.READ, Article.State.FAILED]
    return list(Article.objects.filter(story=story_id).exclude(state__in=done).prefetch_related("passages"))


def _read_article(article: Article, token: str) -> None:
    tries = article.reading.get("tries", 0) + 1
    if tries > MOST_TRIES:
        _fail(article, "The reader stopped twice while it read this article. Try again, or remove it.")
        return
    Article.objects.filter(pk=article.pk).update(
        state=Article.State.READING, reading=article.reading | {"tries": tries}
    )
    try:
        reading = _reading(article)
    except FAULTS:
        # One article must not keep the others from being read, whatever it stumbles on.
        logger.exception("article %s could not be read", article.pk)
        _fail(article, "This article could not be read: something in it is not as the program expects.")
    else:
        store_reading(article=article, reading=reading, token=token)
    _give_sign_of_life(article.story_id, token)


def _fail(article: Article, why: str) -> None:
    Article.objects.filter(pk=article.pk).update(state=Article.State.FAILED, failure=why)


def _reading(article: Article) -> Reading:
    from quizzes.nlp.reading import ArticleText, read_articles

    text = ArticleText(
        article.uid, article.text, records.known_of(article), records.roles_of(article.passages.all())
    )
    return next(read_articles([text], _pipeline()))


@cache
def _pipeline() -> Language:
    """The trained pipeline: a second to load, so a worker does it once."""
    from quizzes.nlp.pipeline import load_pipeline

    return load_pipeline()


@transaction.atomic
def store_reading(*, article: Article, reading: Reading, token: str) -> None:
    """Put the reading in place of any older one; of an article removed meanwhile nothing. Raises ReadingSuperseded."""
    if not Story.objects.select_for_update().filter(pk=article.story_id, reading_token=token).exists():
        raise ReadingSuperseded
    now = Article.objects.filter(pk=article.pk).first()
    if now is None:
        return
    # Asked anew: the teacher may have set one since the article was given to the reader.
    set_by_teacher = dict(
        Passage.objects.filter(article=article).exclude(role_set="").values_list("start", "role_set")
    )
    read_under = {start: role.value for start, role in records.roles_of(article.passages.all()).items()}
    placed = dict(Claim.objects.filter(article=article).values_list("uid", "occurrence"))
    for table in (Passage, Quotation, Claim):
        table.objects.filter(article=article).delete()
    passages = records.passage_rows(article, reading.passages)
    for passage in passages:
        passage.role_set = set_by_teacher.get(passage.start, "")
    Passage.objects.bulk_create(passages)
    Quotation.objects.bulk_create(records.quotation_rows(article, reading))
    claims = records.claim_rows(article, reading.claims)
    for claim in claims:
        # Until they are compared anew: by them a happening that she has named is known again.
        claim.occurrence_id = placed.get(claim.uid)
    Claim.objects.bulk_create(claims)
    # Words like "Thursday" were read by the date of then, and passages by their roles: where the teacher has changed
    # either, the article waits again.
    is_current = now.published == article.published and set_by_teacher == read_under
    Article.objects.filter(pk=article.pk).update(
        state=Article.State.READ if is_current else Article.State.WAITING,
        reading=records.reading_json(reading),
        failure="",
    )


def _finish(story_id: int, token: str) -> None:
    articles = Article.objects.filter(story=story_id)
    if not articles.filter(state=Article.State.READ).exists():
        why = "None of the articles could be read."
        Story.objects.filter(pk=story_id, reading_token=token).update(state=Story.State.FAILED, failure=why)
        return
    if not compare_story(story_id=story_id, token=token):
        raise ReadingSuperseded


def _give_sign_of_life(story_id: int, token: str) -> None:
    """Say that the worker lives. Raises ReadingSuperseded."""
    alive = Story.objects.filter(pk=story_id, reading_token=token).update(
        state=Story.State.READING, reading_seen_at=timezone.now()
    )
    if not alive:
        raise ReadingSuperseded


def new_token() -> str:
    return secrets.token_hex(16)
