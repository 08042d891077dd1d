"""How the spaCy pipeline is loaded: once, and only where something is read."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language

OWN_PIPELINE = Path(__file__).parent / "news_ud_sm"


@cache
def load_pipeline() -> Language:
    """The pipeline that MEDIAQUIZ_SPACY_PIPELINE names (a package or a folder), else the project's own.

    Raises OSError where it is not there. Another pipeline must use Universal Dependencies labels.
    """
    return spacy.load(os.environ.get("MEDIAQUIZ_SPACY_PIPELINE") or OWN_PIPELINE)


def pipeline_name() -> str:
    """Name and version of the pipeline in use, as `analyze` prints it."""
    meta = load_pipeline().meta
    return f"{meta['name']} {meta['version']}"
