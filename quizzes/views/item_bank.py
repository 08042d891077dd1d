"""The bank: the items of all stories, searched, and put into quizzes."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from quizzes import access
from quizzes.flows import banking
from quizzes.flows.banking import ItemsRefused
from quizzes.items.difficulty import BANDS
from quizzes.items.skills import SKILLS
from quizzes.middleware import TeacherRequest
from quizzes.models import Quiz
from quizzes.reports.item_bank import STATES, Search
from quizzes.reports.item_bank import item_bank as bank_page
from quizzes.reports.items import KIND_WORDS


@require_safe
def item_bank(request: TeacherRequest) -> HttpResponse:
    search = Search.of(request.GET.dict())
    ctx = {
        "section": "items",
        "search": search,
        "bank": bank_page(request.user, search, request.GET.get("page")),
        "skills": [(info.skill.value, f"{info.name} ({info.standards[0].code})") for info in SKILLS.values()],
        "kinds": [(kind.value, words) for kind, words in KIND_WORDS.items()],
        "difficulties": list(BANDS),
        "states": STATES.items(),
    }
    return render(request, "quizzes/item_bank.html", ctx)


@require_POST
def item_bank_add(request: TeacherRequest) -> HttpResponse:
    """Put the ticked items into the quiz that is chosen: "12", or "new-3" for a new one of story 3."""
    search = Search.of(request.POST.dict())
    back = f"{reverse('item-bank')}?{search.query}&page={_page(request)}"
    items = access.items_for_teacher(request.user, request.POST.getlist("items"))
    target = request.POST.get("quiz", "")
    try:
        if target.startswith("new-"):
            story = access.story_for_teacher(request.user, _number(target.removeprefix("new-")))
            quiz: Quiz = banking.quiz_of(story=story, teacher=request.user, items=items)
            messages.success(
                request, f"A quiz of {_items(len(items))} is made. Name it, order it, then assign it."
            )
            return redirect("quiz-detail", pk=quiz.pk)
        if not target:
            raise ItemsRefused("Choose the quiz that the items are to go into.")
        quiz = access.quiz_for_teacher(request.user, _number(target))
        count = banking.put_into_quiz(quiz=quiz, items=items)
    except ItemsRefused as refusal:
        messages.error(request, str(refusal))
        return redirect(back)
    already = len(items) - count
    stood = f" {_items(already)} stood there already." if already else ""
    messages.success(request, f"{_items(count)} put at the end of “{quiz.title}”.{stood}")
    return redirect(back)


def _number(value: str) -> int:
    return int(value) if value.isdecimal() and len(value) < 10 else 0


def _page(request: TeacherRequest) -> int:
    return _number(request.POST.get("page", "")) or 1


def _items(count: int) -> str:
    return f"{count} item{'' if count == 1 else 's'}"
