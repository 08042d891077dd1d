"""What arrives of a request whose connection broke is not taken for the request."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core import signals
from django.core.handlers.wsgi import WSGIHandler
from django.db import close_old_connections
from django.test import RequestFactory

from mediaquiz.whole_requests import whole_requests
from quizzes.factories import PIN
from quizzes.models import ResponseEvent
from tests.frozen import frozen_quiz, items_by_kind, student_of

pytestmark = pytest.mark.django_db
SITE = whole_requests(WSGIHandler())


def send(path: str, body: bytes, kind: str, cookies: str, kept: int) -> int:
    """The status that the first `kept` bytes of a request get, given as gunicorn gives them."""
    environ = RequestFactory().post(path, data=body, content_type=kind).environ
    environ |= {"wsgi.input": io.BytesIO(body[:kept]), "HTTP_COOKIE": cookies, "HTTP_X_CSRFTOKEN": TOKEN}
    said: list[str] = []
    # As Django's own test client: the beginning of a request would close the connection of the test's transaction.
    signals.request_started.disconnect(close_old_connections)
    try:
        b"".join(SITE(environ, lambda status, headers, exc_info=None: said.append(status)))
    finally:
        signals.request_started.connect(close_old_connections)
    return int(said[0].split()[0])


TOKEN = "t" * 32
FORM, JSON = "application/x-www-form-urlencoded", "application/json"


@pytest.mark.parametrize("kind", [FORM, JSON])
def test_half_a_request_saves_nothing_and_the_whole_one_does(client: Any, kind: str) -> None:
    assignment = frozen_quiz()
    student, item = student_of(assignment), items_by_kind(assignment)["open"]
    client.post("/join/", {"code": student.classroom.code, "name": student.display_name, "pin": PIN})
    client.post(f"/class/quizzes/{assignment.pk}/")
    cookies = f"sessionid={client.cookies['sessionid'].value}; csrftoken={TOKEN}"
    path = f"/attempts/{student.attempts.get().pk}/save/"
    form = f"csrfmiddlewaretoken={TOKEN}&item={item.pk}&text=They+counted+twice%2C+at+two+times."
    event = f'{{"item": {item.pk}, "device": "phone-0001", "sequence": 1, "answer": "They counted twice."}}'
    body = (form if kind == FORM else event).encode()

    assert send(path, body, kind, cookies, len(body) - 10) in (400, 404)  # 404: a form without its item
    assert not ResponseEvent.objects.exists()
    assert send(path, body, kind, cookies, len(body)) in (200, 302)
    assert ResponseEvent.objects.get().answer.startswith("They counted twice")


def test_lines_too_are_whole_or_not_at_all() -> None:
    whole = whole_requests(lambda environ, start: [environ["wsgi.input"].readline(8)])
    assert whole({"wsgi.input": io.BytesIO(b"a line\n")}, print) == [b"a line\n"]
    with pytest.raises(ConnectionResetError):
        whole({"wsgi.input": io.BytesIO(b"a li")}, print)
