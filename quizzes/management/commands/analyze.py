"""`manage.py analyze`: reads files as the articles of one story, compares them, writes items, prints the lot."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from quizzes.analysis import analysis
from quizzes.items.drafting import draft_items
from quizzes.items.types import ItemDraft
from quizzes.management.commands._analysis_table import lines_of
from quizzes.nlp.comparing import compare
from quizzes.nlp.texts.intake import SUPPORTED, ArticleFile, read_file
from quizzes.nlp.texts.unreadable import ArticleUnreadable
from quizzes.nlp.types import Comparison


class Command(BaseCommand):
    help = "Compare the articles of one story and write quiz items. Touches no database."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, help="the articles of one story, or one folder")
        parser.add_argument("--json", action="store_true", help="print one JSON object instead of tables")
        parser.add_argument("--only", choices=["reading"], help="stop after quotations and claims")
        parser.add_argument("--seed", type=int, default=0, help="chooses among parallel forms of items")

    def handle(self, *, files: list[Path], seed: int, only: str | None, **options: Any) -> None:
        # spaCy takes a second to load: only here, never when Django lists its commands
        from quizzes.nlp.pipeline import load_pipeline, pipeline_name
        from quizzes.nlp.reading import ArticleText, read_articles

        articles = [
            ArticleText(article, file.text, file.known) for article, file in self.open_articles(files)
        ]
        if not articles:
            raise CommandError("None of the files can be read as an article.", returncode=2)
        readings = tuple(
            tqdm(
                read_articles(articles, load_pipeline()),
                total=len(articles),
                desc="Reading",
                unit="article",
                leave=False,
                file=sys.stderr,
                disable=not sys.stderr.isatty(),
            )
        )
        if only == "reading":
            comparison = Comparison(readings, tuple(c for r in readings for c in r.claims), (), ())
            items: tuple[ItemDraft, ...] = ()
        else:
            comparison = compare(readings)
            items = draft_items(comparison, seed=seed)
        found = analysis(comparison, items, pipeline_name())
        if options["json"]:
            self.stdout.write(json.dumps(found, ensure_ascii=False, indent=1))
        else:
            self.stdout.write("\n".join(lines_of(found)))

    def open_articles(self, files: list[Path]) -> Iterator[tuple[str, ArticleFile]]:
        """Id and content of every file that can be read; the others are named on standard error, a line each."""
        paths = listed(files)
        stems = Counter(path.stem for path in paths)
        for path in paths:
            try:
                file = read_file(path.name, path.read_bytes())
            except ArticleUnreadable as problem:
                self.stderr.write(f"{path}: left out. {problem.reason}")
            except OSError as problem:
                self.stderr.write(f"{path}: left out. {problem.strerror}")
            else:
                # two files that differ in their ending alone keep it, so that ids stay apart
                yield (path.stem if stems[path.stem] == 1 else path.name), file


def listed(files: list[Path]) -> list[Path]:
    """The files as named, and in place of a folder the articles in it, by name; its README is no article.

    A folder is searched for the kinds of file that can be read; a file named by itself is tried whatever its ending.
    """
    found: list[Path] = []
    for path in files:
        if not path.is_dir():
            found.append(path)
            continue
        found += sorted(
            p
            for p in path.iterdir()
            if p.suffix.lower() in SUPPORTED and p.stem.lower() != "readme" and p.name[0] not in "._"
        )
    return list(dict.fromkeys(found))
