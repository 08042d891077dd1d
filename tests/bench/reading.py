"""What reading costs: against the bare spaCy pipeline on the same texts, and as the articles grow in number."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from typing import TypeVar

from quizzes.nlp.pipeline import load_pipeline
from quizzes.nlp.reading import BATCH, read_articles
from tests.bench.articles import articles, texts_of, words

Result = TypeVar("Result")

ROUNDS = 3
SIZES = (25, 50, 100, 200)
"""Numbers of articles; DESIGN promises linear growth to the last."""

KILOBYTE = 1024 if sys.platform != "darwin" else 1
"""`ru_maxrss` counts kilobytes on Linux and bytes on macOS."""


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """What a call gives, and its processor time in seconds: unlike the clock it does not count other programs."""
    begun = time.process_time()
    return work(), time.process_time() - begun


def exhaust(values: Iterable[object]) -> None:
    for _ in values:
        pass


def compare_with_bare_pipeline(texts: list[str]) -> dict[str, float]:
    """CPU seconds for all texts: `bare` (nlp.pipe alone) and `reading` (everything), medians of alternating rounds."""
    nlp = load_pipeline()
    read = articles(texts, len(texts))
    exhaust(read_articles(read[:2], nlp))  # the first texts pay for caches
    bare, reading = [], []
    for _ in range(ROUNDS):
        bare.append(timed(lambda: exhaust(nlp.pipe(texts, batch_size=BATCH)))[1])
        reading.append(timed(lambda: exhaust(read_articles(read, nlp)))[1])
    return {"bare": median(bare), "reading": median(reading)}


def growth(texts: list[str], count: int) -> dict[str, float]:
    """CPU seconds to read `count` articles, and the most memory (megabytes) that this process ever held."""
    nlp = load_pipeline()
    _, seconds = timed(lambda: exhaust(read_articles(articles(texts, count), nlp)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTE / 2**20
    return {"seconds": seconds, "megabytes": peak}


def start_up() -> dict[str, float]:
    """CPU seconds that this process has taken since it began: Python, spaCy, our code, and the pipeline's weights."""
    load_pipeline()
    return {"start": time.process_time()}


def in_own_process(task: str, folders: list[Path], count: int = 0) -> dict[str, float]:
    """What a task measures in a fresh Python, so that no task pays for or profits from another."""
    command = [sys.executable, "-m", "tests.bench.reading", task, str(count), *map(str, folders)]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def report(folders: list[Path]) -> Iterable[str]:
    """The lines of the table."""
    texts = texts_of(folders)
    total = words(texts)
    yield f"Reading {len(texts)} articles, {total:,} words"
    yield f"  start-up and loading      {in_own_process('start', folders)['start']:8.2f} s CPU"
    both = in_own_process("bare", folders)
    yield f"  bare spaCy pipeline       {both['bare']:8.2f} s CPU {total / both['bare']:10,.0f} words/s"
    yield f"  reading                   {both['reading']:8.2f} s CPU {total / both['reading']:10,.0f} words/s"
    yield f"  factor                    {both['reading'] / both['bare']:8.2f}   (promised: at most 2)"
    yield "Growth"
    for size in SIZES:
        grown = in_own_process("growth", folders, size)
        size_words = words(a.text for a in articles(texts, size))
        yield (
            f"  {size:4} articles             {grown['seconds']:8.2f} s CPU "
            f"{size_words / grown['seconds']:10,.0f} words/s {grown['megabytes']:8.0f} MB at most"
        )


def main(task: str, count: str, *folders: str) -> None:
    texts = texts_of(map(Path, folders))
    measured = {
        "start": start_up,
        "bare": lambda: compare_with_bare_pipeline(texts),
        "growth": lambda: growth(texts, int(count)),
    }[task]()
    print(json.dumps(measured))


if __name__ == "__main__":
    main(*sys.argv[1:])
