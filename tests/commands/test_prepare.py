"""Bringing the site up to date before it starts."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles.finders import FileSystemFinder
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import OperationalError, connection

from quizzes.management.commands import prepare

PROJECTS_OWN = "quizzes.management.commands.prepare"


@pytest.fixture
def collected(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> list[str]:
    """The commands that are called, which here do nothing, beside one static file `tmp_path/site.css`."""
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "site.css").write_text("p { color: black }")
    settings.STATICFILES_DIRS = [tmp_path / "files"]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    called: list[str] = []
    monkeypatch.setattr(f"{PROJECTS_OWN}.call_command", lambda name, *args, **options: called.append(name))
    return called


def test_static_files_are_collected_once(collected: list[str]) -> None:
    prepare.collect_changed_static_files()
    prepare.collect_changed_static_files()
    assert collected == ["collectstatic"]


def test_changed_static_file_is_collected_again(collected: list[str], tmp_path: Path) -> None:
    prepare.collect_changed_static_files()
    os.utime(tmp_path / "files" / "site.css", (1, 1))
    prepare.collect_changed_static_files()
    assert collected == ["collectstatic"] * 2


def test_of_bootstrap_only_what_pages_ask_for_is_collected() -> None:
    listed = [name for name, _ in FileSystemFinder().list(list(prepare.UNASKED))]
    assert {name for name in listed if "bootstrap" in name} == {
        "css/bootstrap.min.css",
        "css/bootstrap.min.css.map",
    }


@pytest.mark.django_db
def test_tables_files_and_demonstration_in_that_order(collected: list[str], settings: Any) -> None:
    settings.MEDIAQUIZ_DEMO_SIGN_INS = True
    call_command("prepare")
    assert collected == ["migrate", "createcachetable", "collectstatic", "seed"]


@pytest.mark.django_db
def test_no_demonstration_where_strangers_come(collected: list[str], settings: Any) -> None:
    settings.MEDIAQUIZ_DEMO_SIGN_INS = False
    call_command("prepare")
    assert "seed" not in collected


@pytest.mark.django_db
def test_the_development_server_needs_no_collected_files(collected: list[str], settings: Any) -> None:
    settings.DEBUG = True
    call_command("prepare")
    assert "collectstatic" not in collected


def test_database_that_does_not_answer_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise OperationalError("connection refused\n\tIs the server running?")

    monkeypatch.setattr(connection, "ensure_connection", refuse)
    with pytest.raises(CommandError, match=r"does not answer \([^\n]+\): connection refused Is the server"):
        prepare.refuse_unreachable_database()
