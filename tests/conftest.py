"""Fixtures shared by all tests."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.test import override_settings
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

if TYPE_CHECKING:  # spaCy takes seconds to import, and the process that hands out the tests reads no text
    from spacy.language import Language

    from quizzes.nlp.types import Reading


# How long an example takes says how busy the machine is, and nothing about what is tested.
hypothesis_settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("steady")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """At the end one line for each test that was run once more, and for each reason why tests were left out."""
    for report in terminalreporter.stats.get("rerun", []):
        terminalreporter.write_line(f"run once more: {report.nodeid}", yellow=True)
    left_out = terminalreporter.stats.get("skipped", [])
    reasons = Counter(report.longrepr[2].removeprefix("Skipped: ") for report in left_out)
    for reason, count in reasons.items():
        terminalreporter.write_line(f"{count} left out: {reason}", yellow=True)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Each file's tests in one process, where --dist asks for nothing else: a story that a file reads for all its tests
    would be read in every process."""
    from xdist.scheduler import LoadFileScheduling

    return LoadFileScheduling(config, log) if config.getoption("dist") == "load" else None


@pytest.fixture(scope="session", autouse=True)
def quick_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Static files as they lie in the source, without collecting them; passwords hashed fast."""
    with override_settings(
        STATIC_ROOT=tmp_path_factory.mktemp("static"),
        STORAGES={
            "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        },
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ):
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite in a file, as on a school's machine: in memory, threads share one cache and lock each other's tables."""
    database = settings.DATABASES["default"]
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(autouse=True)
def let_the_record_go(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test with real transactions SQLite empties every table by DELETE, which the record of a living class refuses."""
    mark = request.node.get_closest_marker("django_db")
    if mark and mark.kwargs.get("transaction"):
        request.getfixturevalue("transactional_db")
        yield
        from quizzes.models import Classroom

        Classroom.objects.filter(deleted_at__isnull=True).update(deleted_at="2000-01-01T00:00Z")
    else:
        yield


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The project's own pipeline, loaded once."""
    from quizzes.nlp.pipeline import load_pipeline

    return load_pipeline()


@pytest.fixture(scope="session")
def read(nlp: Language) -> Callable[..., Reading]:
    """A function from a text (and what is known of it) to its Reading."""
    from quizzes.nlp.reading import ArticleText, read_articles

    def read_text(text: str, article: str = "a", **known: str | None) -> Reading:
        return next(read_articles([ArticleText(article, text, known)], nlp))

    return read_text


@pytest.fixture(scope="session")
def source_articles() -> Path:
    """The folder of the five source articles, which are not part of the project."""
    folder = os.environ.get("MEDIAQUIZ_SOURCE_ARTICLES")
    if folder:
        return Path(folder)
    message = "set MEDIAQUIZ_SOURCE_ARTICLES to the folder that holds the five source articles"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)
