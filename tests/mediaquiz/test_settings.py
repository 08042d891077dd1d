"""The settings as a server would have them, each time in a fresh interpreter with its own environment."""

from __future__ import annotations

import json
import os
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
        tmp_path, "DEBUG", "ALLOWED_HOSTS", "MEDIAQUIZ_OPEN_SIGNUP", "MEDIAQUIZ_DEMO_SIGN_INS", "DATABASES"
    )
    database = found.pop("DATABASES")["default"]
    assert found == {
        "DEBUG": False,
        "ALLOWED_HOSTS": ["localhost", "127.0.0.1", "[::1]"],
        "MEDIAQUIZ_OPEN_SIGNUP": False,
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
