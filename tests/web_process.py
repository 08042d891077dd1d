"""A web process that has no spaCy: asks every page once as a teacher, a student and nobody, and prints the statuses.

    python -m tests.web_process

Run apart from the suite, whose own process has spaCy in memory. An import of spaCy anywhere fails loudly here.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from collections.abc import Iterator
from itertools import product

import django
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.test import Client, override_settings
from django.test.utils import setup_test_environment
from django.urls import get_resolver, reverse
from django.utils import timezone


def main() -> None:
    sys.modules["spacy"] = None  # type: ignore[assignment]  # makes every import of it an ImportError
    os.environ |= {"DJANGO_SETTINGS_MODULE": "mediaquiz.settings", "DATABASE_URL": "sqlite://:memory:"}
    django.setup()
    setup_test_environment()
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES={"staticfiles": plain}):
        sessions = people()
        print(json.dumps({name: statuses(path, sessions) for name, path in pages()}))


def people() -> list[str | None]:
    """The session keys of the teacher of a small world whose rows all have number 1, of her student, and of nobody."""
    from quizzes import factories
    from quizzes.middleware import admit
    from quizzes.models import Invitation

    teacher = factories.TeacherFactory()
    story = factories.StoryFactory(teacher=teacher)
    article = factories.ArticleFactory(story=story, letter="A")
    finding = factories.FindingFactory(story=story)
    factories.PositionFactory(finding=finding, article=article)
    quiz_item = factories.QuizItemFactory(quiz__story=story)
    version = factories.QuizVersionFactory(quiz=quiz_item.quiz)
    factories.FrozenArticleFactory(version=version)
    item = factories.FrozenItemFactory(
        version=version,
        kind="open",
        options=[],
        key={"levels": ["No.", "Half.", "Whole."], "names": ["the source"], "model": "The police."},
    )
    assignment = factories.AssignmentFactory(version=version, classroom__owner=teacher)
    attempt = factories.AttemptFactory(assignment=assignment)
    factories.ResponseFactory(attempt=attempt, item=item, answer="The police.")
    in_a_week = timezone.now() + dt.timedelta(days=7)
    Invitation.objects.create(classroom=assignment.classroom, role="grader", token="1", expires_at=in_a_week)

    teachers, students = Client(), Client()
    teachers.force_login(teacher)
    request = type("Request", (), {"session": students.session})
    admit(request, attempt.membership)  # type: ignore[arg-type]  # it needs the session alone
    request.session.save()
    return [teachers.session.session_key, request.session.session_key, None]


def pages() -> Iterator[tuple[str, str]]:
    """Every URL name and a path of it, whose numbers are all 1."""
    known = get_resolver().reverse_dict
    for name in sorted(key for key in known if isinstance(key, str)):
        [[_, parameters], *_], *_ = known[name]
        yield name, reverse(name, kwargs={key: "A" if key == "letter" else 1 for key in parameters} or None)


def statuses(path: str, sessions: list[str | None]) -> list[int]:
    """What the page answers to each one's GET and POST; what a request writes is taken back."""
    found = []
    for session, method in product(sessions, ("get", "post")):
        client = Client()
        if session:
            client.cookies[settings.SESSION_COOKIE_NAME] = session
        with transaction.atomic():
            found.append(getattr(client, method)(path).status_code)
            transaction.set_rollback(True)
    return found


if __name__ == "__main__":
    main()
