"""The forms of a story: its articles as files or pasted text, and what is corrected of one article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from quizzes.models import Article, Story
from quizzes.nlp.texts.intake import (
    MOST_BYTES,
    MOST_BYTES_OF_DOCUMENT,
    MOST_BYTES_OF_PAGE,
    SUPPORTED,
    most_bytes,
)


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once; cleans to a list of uploads."""

    widget = FilesInput(attrs={"accept": ",".join(SUPPORTED), "multiple": True})

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(f, initial) for f in files if f]


class ArticlesForm(forms.Form):
    """Files, or one pasted text, or both."""

    files = FilesField(  # type: ignore[assignment]  # a field is no attribute: Django moves it to `fields`
        label="Files",
        required=False,
        allow_empty_file=True,  # the import says of each file why it cannot be taken
        help_text=(
            f"Plain text (.txt, .md) up to {MOST_BYTES // 2**20} MB each, saved web pages (.html) up to "
            f"{MOST_BYTES_OF_PAGE // 2**20} MB, Word files "
            f"(.docx) or PDFs with text up to {MOST_BYTES_OF_DOCUMENT // 2**20} MB each; several at once."
        ),
    )
    text = forms.CharField(
        label="Or paste one article",
        required=False,
        strip=False,  # the text is kept as it is, character for character
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Headline first, then the text. Menus and advertisements may stay: they are left out of the reading.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("files") and not (cleaned.get("text") or "").strip():
            raise forms.ValidationError("Choose at least one file, or paste a text.")
        return cleaned

    def uploads(self) -> Sequence[tuple[str, bytes]]:
        """Name and bytes of each file; of one that is too large only as much as shows that it is."""
        return [(f.name or "", f.read(most_bytes(f.name or "") + 1)) for f in self.cleaned_data["files"]]

    def pasted(self) -> Sequence[str]:
        text = self.cleaned_data.get("text") or ""
        return [text] if text.strip() else []


class StoryForm(ArticlesForm):
    title = forms.CharField(
        label="What is the story about?",
        max_length=Story._meta.get_field("title").max_length,
        help_text="For your lists: “Fire on the ferry”, say. Students see it above the quiz.",
    )
    field_order = ["title", "files", "text"]


class StoryTitleForm(forms.Form):
    title = forms.CharField(label="Title", max_length=Story._meta.get_field("title").max_length)


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
