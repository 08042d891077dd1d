"""How an article's words judge what they tell: loaded words, verbs of saying, hedges, harms without who did them."""

from __future__ import annotations

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.framing.agentless import find_harms
from quizzes.nlp.framing.hedges import find_hedges
from quizzes.nlp.framing.loaded_words import find_loaded_words
from quizzes.nlp.framing.report_verbs import find_report_verbs
from quizzes.nlp.framing.tone_voices import voices_of
from quizzes.nlp.types import Happening, Tone


def find_tones(article: ArticleDoc, happenings: tuple[Happening, ...]) -> tuple[Tone, ...]:
    """Every Tone of headline, captions and body, by offset."""
    voices = voices_of(article)
    found = [
        *find_loaded_words(article, happenings, voices),
        *find_report_verbs(article, voices),
        *find_hedges(article, voices),
        *find_harms(article, happenings, voices),
    ]
    return tuple(sorted(found, key=lambda t: (t.start, t.end, t.kind)))
