"""Articles come into a story: as files, pasted, from web addresses; into a new story or one that is there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from quizzes import access, tasks
from quizzes.flows import fetching, importing, intake
from quizzes.flows.importing import MOST_ARTICLES, ArticleRefused, Imported
from quizzes.flows.intake import TakenIn
from quizzes.forms.intake import ArticlesForm, PasteForm, StoryForm, names_of
from quizzes.middleware import TeacherRequest
from quizzes.models import Story
from quizzes.nlp.texts.unreadable import ArticleUnreadable
from quizzes.reports import stories as reports

FORM = ["GET", "HEAD", "POST"]
Form = TypeVar("Form", bound=ArticlesForm)


@require_http_methods(FORM)
def story_create(request: TeacherRequest) -> HttpResponse:
    form = _form(request, StoryForm)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            story = importing.create_story(teacher=request.user, title=form.cleaned_data["title"])
            taken = _take_in(story, form)
            if not taken.is_anything:
                transaction.set_rollback(True)
        if taken.is_anything:
            _say(request, taken, form.pasted())
            return redirect("story-detail", pk=story.pk)
        _add_problems(form, taken)
    ctx = {"section": "stories", "form": form, "most": MOST_ARTICLES}
    return render(request, "quizzes/story_form.html", ctx)


@require_http_methods(FORM)
def article_add(request: TeacherRequest, pk: int) -> HttpResponse:
    story = access.story_for_teacher(request.user, pk)
    form = _form(request, ArticlesForm)
    if request.method == "POST" and form.is_valid():
        taken = _take_in(story, form)
        if taken.is_anything:
            _say(request, taken, form.pasted())
            return redirect("story-detail", pk=pk)
        _add_problems(form, taken)
    ctx = {
        "section": "stories",
        "story": story,
        "tabs": reports.story_tabs(story),
        "tab": "articles",
        "form": form,
        "most": MOST_ARTICLES,
        "room": intake.room_of(story),
        "at_stake": reports.at_stake(story),
    }
    return render(request, "quizzes/article_add.html", ctx)


def _form(request: TeacherRequest, kind: type[Form]) -> Form:
    """The form as sent; where only one more box to paste into was asked for, unchecked, with all that was typed."""
    if "more" in request.POST:
        sent = kind(request.POST)
        typed = {name: sent[name].value() for name in sent.fields if name != "files"}
        return kind(initial=typed, chosen=names_of(request.FILES))
    return kind(request.POST or None, request.FILES or None)


def _take_in(story: Story, form: ArticlesForm) -> TakenIn:
    taken = intake.take_in(
        story=story,
        files=form.uploads(),
        texts=form.pasted(),
        addresses=form.cleaned_data["addresses"],
        at=timezone.now(),
    )
    tasks.queue_fetching(taken.addresses)
    if taken.articles:
        tasks.queue_reading(story)
    return taken


def _say(request: TeacherRequest, taken: TakenIn, texts: Sequence[str]) -> None:
    """What was taken, and one message for each thing that was not."""
    letters = taken.articles
    if letters:
        messages.success(request, f"Article{'s' if len(letters) > 1 else ''} {', '.join(letters)} taken in.")
    for result in taken.files:
        _say_left_out(request, result.name, result)
    for text, result in zip(texts, taken.texts, strict=True):
        _say_left_out(request, f"The pasted text “{' '.join(text.split()[:6])} …”", result)
    for url in taken.no_room:
        messages.warning(request, f"{url} was left out. {_full()}")


def _say_left_out(request: TeacherRequest, name: str, result: Imported) -> None:
    if result.problem:
        messages.warning(request, f"{name} was left out. {result.problem}")


def _add_problems(form: ArticlesForm, taken: TakenIn) -> None:
    for result in taken.files:
        form.add_error("files", f"{result.name}: {result.problem}")
    for number, result in enumerate(taken.texts):
        form.refuse_text(number, result.problem)
    if taken.no_room:
        form.add_error("addresses", _full())


def _full() -> str:
    return f"A story holds {MOST_ARTICLES} articles at the most."


# --- An address that gave no article ---


@require_POST
def address_again(request: TeacherRequest, pk: int) -> HttpResponse:
    address = access.web_address_for_teacher(request.user, pk)
    if fetching.ask_again(address=address, at=timezone.now()):
        tasks.queue_fetching([address])
    return redirect("story-detail", pk=address.story_id)


@require_POST
def address_forget(request: TeacherRequest, pk: int) -> HttpResponse:
    address = access.web_address_for_teacher(request.user, pk)
    fetching.forget(address=address)
    return redirect("story-detail", pk=address.story_id)


@require_http_methods(FORM)
def address_paste(request: TeacherRequest, pk: int) -> HttpResponse:
    """The text of a page that could not be fetched, pasted."""
    address = access.web_address_for_teacher(request.user, pk)
    story = address.story
    if address.state == address.State.FETCHED:
        return redirect("story-detail", pk=story.pk)
    form = PasteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            article = fetching.paste_instead(address=address, text=form.cleaned_data["text"])
        except (ArticleUnreadable, ArticleRefused) as refusal:
            form.add_error("text", str(refusal))
        else:
            tasks.queue_reading(story)
            messages.success(request, f"Article {article.letter} taken in.")
            return redirect("story-detail", pk=story.pk)
    ctx = {
        "section": "stories",
        "story": story,
        "tabs": reports.story_tabs(story),
        "tab": "articles",
        "address": address,
        "form": form,
    }
    return render(request, "quizzes/address_paste.html", ctx)
