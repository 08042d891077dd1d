"""How the spaCy pipeline is loaded: once, and only where something is read."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, without stubs

OWN_PIPELINE = Path(__file__).parent / "news_ud_sm"
# spaCy's rules look through all of a word for a mark at its end, and again when that is cut off: ten thousand marks
# without a blank would cost their number squared. No suffix is so long but a row of dots.
LONGEST_SUFFIX = 64
Search = Callable[[str], re.Match[str] | None]


@cache
def load_pipeline() -> Language:
    """The pipeline that MEDIAQUIZ_SPACY_PIPELINE names (a package or a folder), else the project's own.

    Raises OSError where it is not there. Another pipeline must use Universal Dependencies labels.
    """
    nlp = spacy.load(os.environ.get("MEDIAQUIZ_SPACY_PIPELINE") or OWN_PIPELINE)
    if isinstance(nlp.tokenizer, Tokenizer):
        look_at_ends(nlp.tokenizer)
    return nlp


def look_at_ends(tokenizer: Tokenizer) -> None:
    """Let a tokenizer look for suffixes in the last characters of a word alone; it finds the same ones."""
    search: Search | None = tokenizer.suffix_search
    if search is None:
        return

    def search_end(word: str) -> re.Match[str] | None:
        found = search(word[-LONGEST_SUFFIX:])
        # One that begins where the look began may begin before.
        return search(word) if found and not found.start() else found

    tokenizer.suffix_search = search_end


def pipeline_name() -> str:
    """Name and version of the pipeline in use, as `analyze` prints it."""
    meta = load_pipeline().meta
    return f"{meta['name']} {meta['version']}"
