"""The settings as a server would have them, each time in a fresh interpreter with its own environment."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mediaquiz.launch import BASE_DIR

OWN = ("DATABASE_URL", "SECRET_KEY", "DEBUG", "HTTPS", "ALLOWED_HOSTS", "MEDIAQUIZ_DATA", "MEDIAQUIZ_SERVES")


def settings_with(data: Path, *names: str, **variables: str) -> dict[str, Any]:
    """The named settings under these variables; raises RuntimeError with the last line of a refusal."""
    environ = {name: value for name, value in os.environ.items() if name not in OWN}
    program = f"import json; from mediaquiz import settings; print(json.dumps([settings.{', settings.'.join(names)}]))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=BASE_DIR,
        env=environ | {"MEDIAQUIZ_DATA": str(data)} | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1])
    return dict(zip(names, json.loads(done.stdout), strict=True))


def test_without_any_variable_the_site_is_closed(tmp_path: Path) -> None:
    found = settings_with(
        tmp_path, "DEBUG", "ALLOWED_HOSTS", "MEDIAQUIZ_SIGNUP", "MEDIAQUIZ_DEMO_SIGN_INS", "DATABASES"
    )
    database = found.pop("DATABASES")["default"]
    assert found == {
        "DEBUG": False,
        "ALLOWED_HOSTS": ["localhost", "127.0.0.1", "[::1]"],
        "MEDIAQUIZ_SIGNUP": "invitation",
        "MEDIAQUIZ_DEMO_SIGN_INS": False,
    }
    assert database["NAME"] == str(tmp_path / "mediaquiz.sqlite3")


def test_a_server_without_a_lasting_key_does_not_start(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="Set SECRET_KEY"):
        settings_with(tmp_path, "SECRET_KEY", MEDIAQUIZ_SERVES="1")


def test_the_kept_key_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("kept\n")
    assert settings_with(tmp_path, "SECRET_KEY", MEDIAQUIZ_SERVES="1") == {"SECRET_KEY": "kept"}


def test_https_makes_every_cookie_a_secure_one(tmp_path: Path) -> None:
    names = ("SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE")
    assert set(settings_with(tmp_path, *names, HTTPS="1").values()) == {True}


@pytest.mark.parametrize("url", ["mysql://anna:secret@h/q", "nonsense"])
def test_other_databases_are_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(RuntimeError, match=r"DATABASE_URL must begin with") as refusal:
        settings_with(tmp_path, "DATABASES", DATABASE_URL=url)
    assert "secret" not in str(refusal.value)


def test_postgres_is_understood(tmp_path: Path) -> None:
    url = "postgres://anna:secret@db.example:5433/quiz"
    database = settings_with(tmp_path, "DATABASES", DATABASE_URL=url)["DATABASES"]["default"]
    assert (database["ENGINE"], database["HOST"], database["PORT"]) == (
        "django.db.backends.postgresql",
        "db.example",
        5433,
    )


def test_a_misspelt_way_of_signing_up_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="open, invitation or off"):
        settings_with(tmp_path, "DEBUG", MEDIAQUIZ_SIGNUP="yes")


@pytest.mark.parametrize(
    ("url", "sends", "verification"),
    [("", False, "none"), ("smtp+tls://user:secret@mail.school.example:587", True, "mandatory")],
)
def test_addresses_are_confirmed_only_where_a_mail_can_do_it(
    tmp_path: Path, url: str, sends: bool, verification: str
) -> None:
    names = ("MEDIAQUIZ_SENDS_MAIL", "ACCOUNT_EMAIL_VERIFICATION")
    assert settings_with(tmp_path, *names, EMAIL_URL=url) == dict(
        zip(names, (sends, verification), strict=True)
    )


@pytest.mark.parametrize(
    ("kept", "given", "found"),
    [
        ("", "", "http://127.0.0.1:8000"),
        ("http://192.0.2.7:8000\n", "", "http://192.0.2.7:8000"),
        ("http://192.0.2.7:8000\n", "https://quiz.school.example/", "https://quiz.school.example"),
    ],
)
def test_links_begin_with_the_address_that_was_announced_or_given(
    tmp_path: Path, kept: str, given: str, found: str
) -> None:
    if kept:
        (tmp_path / "address").write_text(kept)
    assert settings_with(tmp_path, "MEDIAQUIZ_ADDRESS", MEDIAQUIZ_ADDRESS=given) == {
        "MEDIAQUIZ_ADDRESS": found
    }


def test_what_sqlite_has_committed_survives_a_power_cut(tmp_path: Path) -> None:
    database = settings_with(tmp_path, "DATABASES")["DATABASES"]["default"]
    with sqlite3.connect(tmp_path / "some.sqlite3") as some:
        some.executescript(database["OPTIONS"]["init_command"])
        found = [some.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    some.close()
    assert found == ["wal", 2], "2 is FULL: with less, the last commits are given up when the power fails"
