"""A message that tells what was done and holds the button that takes it back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.template.loader import render_to_string


def say_undoable(request: HttpRequest, words: str, undo: str, *, button: str = "Undo", **sent: str) -> None:
    """Say `words` on the next page, with a button that posts `sent` to the address `undo`."""
    ctx = {"words": words, "undo": undo, "button": button, "sent": sent}
    messages.success(request, render_to_string("quizzes/_undo.html", ctx, request))
