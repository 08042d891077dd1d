"""How an article's words judge what they tell: loaded words, verbs of saying, hedges, harms without who did them."""

from __future__ import annotations

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.framing.loaded_words import find_loaded_words
from quizzes.nlp.types import Happening, Tone


def find_tones(article: ArticleDoc, happenings: tuple[Happening, ...]) -> tuple[Tone, ...]:
    """Every Tone of headline, captions and body, by offset."""
    found = [*find_loaded_words(article, happenings)]
    return tuple(sorted(found, key=lambda t: (t.start, t.end, t.kind)))
