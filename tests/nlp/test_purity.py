"""Comparing needs no spaCy: a web process compares again after a teacher's correction."""

from __future__ import annotations

import subprocess
import sys

import pytest


def loaded_by(module: str) -> set[str]:
    program = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "module",
    ["quizzes.nlp.comparing", "quizzes.items", "quizzes.scoring", "quizzes.exchange", "quizzes.analysis"],
)
def test_comparing_and_what_follows_load_neither_django_nor_spacy(module: str) -> None:
    assert not {"django", "spacy"} & loaded_by(module)


def test_reading_loads_spacy() -> None:
    assert "spacy" in loaded_by("quizzes.nlp.reading")
