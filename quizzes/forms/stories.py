"""The forms of a story: its title, and what is corrected of one article."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from quizzes.models import Article, Story


class StoryTitleForm(forms.Form):
    title = forms.CharField(label="Title", max_length=Story._meta.get_field("title").max_length)


class CopyForm(forms.Form):
    """What the copy is called, and whether the decisions on items come with it."""

    title = forms.CharField(label="Title of the copy", max_length=Story._meta.get_field("title").max_length)
    with_decisions = forms.BooleanField(
        label="With my decisions: items as I kept, dropped and edited them, and findings that I struck",
        required=False,
    )

    def __init__(self, *args: Any, story: Story, **kwargs: Any) -> None:
        longest = self.base_fields["title"].max_length  # type: ignore[attr-defined]
        super().__init__(*args, **{"initial": {"title": f"Copy of {story.title}"[:longest]}, **kwargs})


class ArticleForm(forms.Form):
    """What is known of an article. A field left as it was read stays "as read"; an emptied one says "not stated"."""

    outlet = forms.CharField(label="Outlet", required=False, max_length=200)
    headline = forms.CharField(label="Headline", required=False, max_length=500)
    byline = forms.CharField(label="Written by", required=False, max_length=200)
    published = forms.DateField(
        label="Published", required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, article: Article, **kwargs: Any) -> None:
        initial = {
            "outlet": article.outlet,
            "headline": article.headline,
            "byline": article.byline,
            "published": article.published,
        }
        super().__init__(*args, **kwargs | {"initial": initial})
        self.article = article
        for name in ("outlet", "headline", "byline", "published"):
            read = getattr(article, f"{name}_read")
            self.fields[name].help_text = (
                f"Read in the text: {_shown(read)}" if read else "The text does not say it."
            )

    def corrections(self) -> dict[str, Any]:
        """The keyword arguments of `correct_article`: None for what stays as it was read."""
        given = self.cleaned_data
        read = self.article
        words = {
            name: None if given[name] == getattr(read, f"{name}_read") else given[name]
            for name in ("outlet", "headline", "byline")
        }
        published: dt.date | None = given["published"]
        is_as_read = published == read.published_read
        return words | {
            "published": None if is_as_read else published,
            "published_denied": published is None and read.published_read is not None,
        }


def _shown(read: str | dt.date) -> str:
    return f"{read:%-d %B %Y}" if isinstance(read, dt.date) else f"“{read}”"
