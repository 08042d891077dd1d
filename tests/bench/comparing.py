"""What comes after reading: comparing a story's articles and writing its items, a line each."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from quizzes.items.drafting import draft_items
from quizzes.nlp.comparing import compare
from quizzes.nlp.pipeline import load_pipeline
from quizzes.nlp.reading import read_articles
from tests.bench.articles import EDITIONS, articles, texts_of
from tests.bench.reading import timed

SIZES = (5, 20, 60, 200)
"""Articles thrown into one story; a teacher's story has three to eight. Where there are fewer texts they come again,
which is harder: copies share every sentence."""


def report(folders: list[Path]) -> Iterable[str]:
    """The lines of the table: the first size is the teaching story, the others whatever the folders hold."""
    yield "Comparing and writing items, one story"
    for size in SIZES:
        texts = texts_of([EDITIONS] if size == SIZES[0] else folders)
        readings = tuple(read_articles(articles(texts, size), load_pipeline()))
        comparison, comparing = timed(partial(compare, readings))
        _, asking = timed(partial(draft_items, comparison, seed=0))
        found = len(comparison.findings)
        yield f"  {size:4} articles  comparing {comparing:7.2f} s CPU   items {asking:7.2f} s CPU   {found} findings"
