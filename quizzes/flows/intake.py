"""All that a teacher brings for a story at once: files and texts are taken in, web addresses noted down to be fetched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizzes.flows import fetching
from quizzes.flows.importing import MOST_ARTICLES, Imported, import_articles
from quizzes.models import Story, WebAddress


@dataclass(frozen=True)
class TakenIn:
    """What became of each thing: `files` and `texts` in their order; `no_room` are addresses that the story cannot hold."""

    files: Sequence[Imported]
    texts: Sequence[Imported]
    addresses: Sequence[WebAddress]
    no_room: Sequence[str]

    @property
    def articles(self) -> list[str]:
        """The letters of the new articles."""
        return [r.article.letter for r in (*self.files, *self.texts) if r.article]

    @property
    def is_anything(self) -> bool:
        return bool(self.articles or self.addresses)


def take_in(
    *,
    story: Story,
    files: Sequence[tuple[str, bytes]],
    texts: Sequence[str],
    addresses: Iterable[str],
    at: dt.datetime,
) -> TakenIn:
    """As much as the story can hold, files first. The caller queues the fetching and the reading."""
    results = import_articles(story=story, files=files, texts=texts)
    wanted = list(dict.fromkeys(addresses))
    room = room_of(story)
    asked = fetching.ask_for(story=story, urls=wanted[:room], at=at)
    return TakenIn(results[: len(files)], results[len(files) :], asked, wanted[room:])


def room_of(story: Story) -> int:
    """How many more articles the story can hold, counting the addresses that are yet to be fetched."""
    return max(0, MOST_ARTICLES - story.articles.count() - story.web_addresses.unsettled().count())
