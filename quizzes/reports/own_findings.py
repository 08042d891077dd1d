"""What a teacher marks a finding of her own in: the sentences of each article, in reading order."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from quizzes.models import Article, Claim, Story
from quizzes.nlp.types import TOLD, Role
from quizzes.reports.findings import role_at


@dataclass(frozen=True)
class Line:
    """A sentence: `value` is what its check box sends ("A:19-63")."""

    value: str
    text: str
    role: str
    is_picked: bool


@dataclass(frozen=True)
class Column:
    article: Article
    lines: tuple[Line, ...]

    @property
    def picked(self) -> int:
        return sum(line.is_picked for line in self.lines)


def columns(story: Story, picked: Collection[str] = ()) -> list[Column]:
    """The articles that have been read, with the sentences that belong to the story."""
    read = story.articles.filter(state=Article.State.READ).prefetch_related("passages")
    return [Column(article, tuple(_lines(article, picked))) for article in read]


def _lines(article: Article, picked: Collection[str]) -> list[Line]:
    lines = []
    for span in article.reading.get("sentences", ()):
        role = role_at(article.passages.all(), span["start"])
        if role in TOLD:
            value = f"{article.letter}:{span['start']}-{span['end']}"
            text = " ".join(article.text[span["start"] : span["end"]].split())
            lines.append(Line(value, text, "" if role == Role.BODY else role, value in picked))
    return lines


def story_measures(story: Story) -> list[str]:
    """What the story's claims measure, each once."""
    measured = Claim.objects.filter(article__story=story).order_by("measure")
    return list(measured.values_list("measure", flat=True).distinct())
