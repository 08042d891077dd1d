"""What the tests of the student's pages share."""

from __future__ import annotations

import json
from typing import Any

from django.test import Client
from django.urls import reverse

from quizzes.models import Attempt
from tests.frozen import items_by_kind


def page(client: Client, name: str, pk: int, **query: str) -> str:
    answer = client.get(reverse(name, args=[pk]), query)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def send(client: Client, attempt: Attempt, **event: Any) -> Any:
    known = {"device": "phone-0001", "sequence": 1, "answer": "o1"}
    item = items_by_kind(attempt.assignment)["choice"]
    body = json.dumps({**known, "item": item.pk, **event})
    return client.post(reverse("attempt-save", args=[attempt.pk]), data=body, content_type="application/json")
