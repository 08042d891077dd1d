"""What the tests of quizzes being built share: the items of a quiz, and how its page is posted."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from quizzes.models import Item, Quiz


def items_of(quiz: Quiz) -> list[Item]:
    return [entry.item for entry in quiz.quiz_items.select_related("item").order_by("order")]


def sent(quiz: Quiz, **changes: Any) -> dict[str, Any]:
    points = {f"points_{item.pk}": "1" for item in items_of(quiz)}
    return {"title": quiz.title, "instructions": "", **points, **changes}


def build(client: Client, quiz: Quiz, **changes: Any) -> str:
    url = reverse("quiz-detail", kwargs={"pk": quiz.pk})
    answer = client.post(url, sent(quiz, **changes), follow=True)
    quiz.refresh_from_db()
    return answer.content.decode()
