"""The items of a story: decided on one by one or together, and asked for in another form."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from quizzes import access
from quizzes.flows import deciding
from quizzes.flows.other_forms import NoOtherForm, ask_another_form
from quizzes.middleware import TeacherRequest
from quizzes.models import Item, Story
from quizzes.reports.item_desk import Choice, item_desk
from quizzes.reports.items import item_sheet
from quizzes.reports.stories import story_tabs


@require_safe
def item_list(request: TeacherRequest, pk: int) -> HttpResponse:
    story = access.story_for_teacher(request.user, pk)
    choice = Choice.of(request.GET.dict())
    ctx = {
        "section": "stories",
        "story": story,
        "tab": "items",
        "tabs": story_tabs(story),
        "desk": item_desk(story, choice),
        "choice": choice,
    }
    return render(request, "quizzes/item_list.html", ctx)


@require_POST
def item_decide(request: TeacherRequest, pk: int) -> HttpResponse:
    """Keep, drop or bring back one item; the way on leads to the next that waits."""
    item = access.item_for_teacher(request.user, pk)
    choice = Choice.of(request.POST.dict())
    action = request.POST.get("action", "")
    desk = item_desk(item.story, Choice(kind=choice.kind, by=choice.by))
    following = desk.after(item) if action in ("keep", "drop") else None
    note = _decide([item], action)
    if request.htmx:
        item.refresh_from_db()
        ctx = {
            "sheet": item_sheet(item),
            "desk": item_desk(item.story, Choice(kind=choice.kind)),
            "story": item.story,
            "choice": choice,
            "note": note,
        }
        return render(request, "quizzes/_draft_decided.html", ctx | {"is_part": True})
    if note:
        messages.info(request, note)
    return redirect(_place(item.story, choice, following or item))


def _decide(items: list[Item], action: str) -> str:
    """Do it; in words what else has changed by it, "" where nothing has."""
    match action:
        case "keep":
            deciding.keep(items=items)
            return ""
        case "drop":
            left = deciding.drop(items=items)
        case _:
            left = deciding.bring_back(items=items)
    return f"Taken out of the quiz {' and '.join(f'“{title}”' for title in left)}." if left else ""


def _place(story: Story, choice: Choice, item: Item) -> str:
    return f"{reverse('item-list', kwargs={'pk': story.pk})}{choice.query}#item-{item.pk}"


@require_POST
def item_bulk(request: TeacherRequest, pk: int) -> HttpResponse:
    """Keep, drop or bring back the ticked items; "rest" keeps all that wait, as far as the list shows them."""
    story = access.story_for_teacher(request.user, pk)
    choice = Choice.of(request.POST.dict())
    action = request.POST.get("action", "")
    if action == "rest":
        waiting = story.items.filter(state=Item.State.DRAFT, is_stale=False).exclude(
            finding__is_dismissed=True
        )
        kept = deciding.keep(items=waiting.filter(kind=choice.kind) if choice.kind else waiting)
        messages.success(request, f"{_items(kept)} kept. You can still drop or edit any of them.")
    else:
        ticked = [int(value) for value in request.POST.getlist("items") if value.isdecimal()]
        items = list(story.items.filter(pk__in=ticked))
        if not items:
            messages.warning(request, "No item is ticked: tick the boxes beside the items first.")
        else:
            note = _decide(items, action)
            words = {"keep": "kept", "drop": "dropped"}.get(action, "brought back, to decide")
            messages.success(request, f"{_items(len(items))} {words}. {note}".strip())
    return redirect(f"{reverse('item-list', kwargs={'pk': pk})}{choice.query}")


def _items(count: int) -> str:
    return f"{count} item{'' if count == 1 else 's'}"


@require_POST
def item_another(request: TeacherRequest, pk: int) -> HttpResponse:
    """Another form of an item, below it in the list; or a word that there is none."""
    item = access.item_for_teacher(request.user, pk)
    choice = Choice.of(request.POST.dict())
    try:
        made, other = ask_another_form(item=item)
    except NoOtherForm as none:
        messages.warning(request, str(none))
        return redirect(_place(item.story, choice, item))
    messages.success(
        request, f"Here is another form: {other} on the same finding. Both wait for your decision."
    )
    return redirect(_place(item.story, Choice(by=choice.by), made))
