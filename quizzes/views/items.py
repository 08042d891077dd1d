"""Item drafts: keep, edit, drop."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from quizzes import access
from quizzes.flows import deciding
from quizzes.flows.deciding import ItemRefused
from quizzes.forms.items import ItemForm
from quizzes.middleware import TeacherRequest
from quizzes.models import Item, Story
from quizzes.reports.items import SHOWS, item_desk, item_sheet
from quizzes.reports.stories import story_tabs


@require_http_methods(["GET", "HEAD", "POST"])
def item_list(request: TeacherRequest, pk: int) -> HttpResponse:
    """The drafts of a story; posted, all that wait for a decision are kept."""
    story = access.story_for_teacher(request.user, pk)
    if request.method == "POST":
        undecided = story.items.filter(state=Item.State.DRAFT, is_stale=False)
        kept = deciding.keep(items=undecided.exclude(finding__is_dismissed=True))
        messages.success(request, f"{kept} item{'' if kept == 1 else 's'} kept.")
        return redirect("item-list", pk=pk)
    return render(request, "quizzes/item_list.html", _desk(request, story))


def _desk(request: TeacherRequest, story: Story) -> dict[str, object]:
    show = request.GET.get("show", "")
    show = show if show in SHOWS else ""
    return {
        "section": "stories",
        "story": story,
        "tab": "items",
        "tabs": story_tabs(story),
        "desk": item_desk(story, show),
        "show": show,
    }


@require_POST
def item_decide(request: TeacherRequest, pk: int) -> HttpResponse:
    item = access.item_for_teacher(request.user, pk)
    match request.POST.get("action"):
        case "keep":
            deciding.keep(items=[item])
        case "drop":
            deciding.drop(item=item)
        case _:
            deciding.bring_back(item=item)
    show = request.POST.get("show", "")
    show = show if show in SHOWS else ""
    if request.htmx:
        item.refresh_from_db()
        ctx = {"sheet": item_sheet(item), "desk": item_desk(item.story), "story": item.story, "show": show}
        return render(request, "quizzes/_draft_decided.html", ctx | {"is_part": True})
    query = f"?show={show}" if show else ""
    return redirect(f"{reverse('item-list', kwargs={'pk': item.story_id})}{query}#item-{pk}")


@require_http_methods(["GET", "HEAD", "POST"])
def item_edit(request: TeacherRequest, pk: int) -> HttpResponse:
    item = access.item_for_teacher(request.user, pk)
    form = ItemForm(request.POST or None, item=item)
    if request.method == "POST" and form.is_valid():
        try:
            deciding.edit_item(item=item, edit=form.edit())
        except ItemRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "The item is saved and kept. A new reading leaves it alone.")
            url = reverse("item-list", kwargs={"pk": item.story_id})
            return redirect(f"{url}#item-{item.pk}")
    ctx = {
        "section": "stories",
        "story": item.story,
        "tab": "items",
        "tabs": story_tabs(item.story),
        "sheet": item_sheet(item),
        "form": form,
    }
    return render(request, "quizzes/item_form.html", ctx)
