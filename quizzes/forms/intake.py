"""Articles on their way into a story: files, pasted texts, web addresses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from quizzes.flows.importing import MOST_ARTICLES
from quizzes.models import Story
from quizzes.nlp.texts.intake import (
    MOST_BYTES,
    MOST_BYTES_OF_DOCUMENT,
    MOST_BYTES_OF_PAGE,
    SUPPORTED,
    most_bytes,
)
from quizzes.web.addresses import AddressRefused, web_address


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once; cleans to a list of uploads."""

    widget = FilesInput(attrs={"accept": ",".join(SUPPORTED), "multiple": True})

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(f, initial) for f in files if f]


class TextsInput(forms.Textarea):
    """Several boxes of one name."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        sent = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        return [sent] if isinstance(sent, str) else list(sent)


@dataclass(frozen=True)
class Box:
    """One box for a pasted text, as the page shows it."""

    number: int
    text: str
    problem: str = ""


class ArticlesForm(forms.Form):
    """Files, pasted texts, web addresses: any of them, or all."""

    files = FilesField(  # type: ignore[assignment]  # a field is no attribute: Django moves it to `fields`
        label="Files",
        required=False,
        allow_empty_file=True,  # the import says of each file why it cannot be taken
        help_text=(
            f"Plain text (.txt, .md) up to {MOST_BYTES // 2**20} MB, saved web pages (.html) up to "
            f"{MOST_BYTES_OF_PAGE // 2**20} MB, Word (.docx) or PDF up to "
            f"{MOST_BYTES_OF_DOCUMENT // 2**20} MB each."
        ),
    )
    text = forms.Field(label="Paste", required=False, widget=TextsInput)
    addresses = forms.CharField(
        label="Web addresses",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false", "autocomplete": "off"}),
        help_text="One a line. Some outlets let no program read their pages: those you paste.",
    )

    def __init__(self, *args: Any, chosen: Sequence[str] = (), **kwargs: Any) -> None:
        """`chosen` are names of files that came with the form before and cannot be kept."""
        super().__init__(*args, **kwargs)
        self._chosen = list(chosen)
        self._problems: dict[int, str] = {}

    def clean_addresses(self) -> list[str]:
        """The addresses as they are asked for, each once."""
        good: list[str] = []
        bad: list[str] = []
        for line in filter(None, map(str.strip, self.cleaned_data["addresses"].splitlines())):
            try:
                good.append(web_address(line))
            except AddressRefused as refusal:
                bad.append(f"{line[:80]}: {refusal}")
        if bad:
            raise forms.ValidationError(bad)
        return list(dict.fromkeys(good))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not (cleaned.get("files") or self.pasted() or cleaned.get("addresses") or self.errors):
            raise forms.ValidationError("Choose at least one file, paste a text, or give a web address.")
        return cleaned

    def uploads(self) -> Sequence[tuple[str, bytes]]:
        """Name and bytes of each file; of one that is too large only as much as shows that it is."""
        return [(f.name or "", f.read(most_bytes(f.name or "") + 1)) for f in self.cleaned_data["files"]]

    def pasted(self) -> Sequence[str]:
        """The texts as they are, character for character, without the boxes left empty."""
        return [text for text in self.cleaned_data.get("text") or [] if text.strip()]

    def refuse_text(self, number: int, problem: str) -> None:
        """Say why the pasted text with this number (from 0, empty boxes not counted) cannot be taken."""
        self._problems[number] = problem
        self.add_error("text", problem)

    def boxes(self) -> list[Box]:
        """Those that hold something, each with its problem; in a form that was not sent yet one empty box more."""
        texts = list(self["text"].value() or [])
        if self.is_bound:
            texts = [text for text in texts if text.strip()]
        if not texts or (not self.is_bound and len(texts) < MOST_ARTICLES):
            texts.append("")
        return [Box(n, text, self._problems.get(n - 1, "")) for n, text in enumerate(texts, 1)]

    def lost_files(self) -> list[str]:
        """The names of files that came with a form which is shown again: no browser lets a page choose them anew."""
        sent = vars(self)["files"]  # what came with the form; by that name the class has the field
        return self._chosen or names_of(sent)


def names_of(sent: Any) -> list[str]:
    return [f.name or "" for f in sent.getlist("files")] if hasattr(sent, "getlist") else []


class StoryForm(ArticlesForm):
    title = forms.CharField(
        label="What is the story about?",
        max_length=Story._meta.get_field("title").max_length,
        help_text="For your lists: “Fire on the ferry”, say. Students see it above the quiz.",
    )
    field_order = ["title", "files", "text", "addresses"]


class PasteForm(forms.Form):
    """One text, in place of a page that could not be fetched."""

    text = forms.CharField(
        label="Text of the article",
        strip=False,  # the text is kept as it is, character for character
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Headline first, then the text. Menus and advertisements may stay: they are left out of the reading.",
    )

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if not text.strip():
            raise forms.ValidationError("Paste the text of the article.")
        return text
