"""What a running attempt's page sends: answers, flags, and which tab writes.

**The contract of saving** (JSON; a simulated device needs the first row alone):

| POST to | body | reply |
|---|---|---|
| `attempt-save` | `{"item": 7, "device": "4f…", "sequence": 3, "answer": "o2"}` | 200 `{"device", "sequence", "is_late", "is_stale", "holds", "saved_at": "10:42", "seconds_left": 311}` |
| `attempt-flag` | `{"item": 7, "is_flagged": true}` | 200 `{"flagged": [7]}` |
| `attempt-hold` | `{"device": "4f…", "takes_over": false}` | 200 `{"holds", "holder": "4f…", "since": "10:40", "is_over", "seconds_left"}` |

- 200 means stored, and is never taken back. The same event again: 200 again, stored once.
- `device` is a key that the tab makes (8 to 36 letters and figures), `sequence` counts its events up from any number.
- 400 `{"error"}`: no page of ours sends this, and sending it again will not help. 409: another answer has come from
  this device under this number: send it under a new one. 404, or a redirect to join: not this student's attempt, or
  signed out. Anything else, or no answer: try again.
- `is_late`: it came after the end and does not count. `is_stale`: a newer tab has answered the item, whose answer stands.
- `holds`: false where another tab has taken the attempt over. The event is stored all the same; the tab should only
  read from here on. A device that never posts to `attempt-hold` is told true while nobody holds the attempt.
- `attempt-hold` with `takes_over` false is granted where no other tab holds the attempt; a key that has lost it is never
  granted it again. `GET attempt-hold?device=4f…` replies the same as the post and changes nothing: for looking now and then.
"""

from __future__ import annotations

import json
import re
from collections.abc import Set
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from quizzes import access
from quizzes.flows import saving
from quizzes.flows.holding import hold_attempt
from quizzes.forms.answers import answer_from
from quizzes.middleware import StudentRequest, student_page
from quizzes.models import Attempt, FrozenItem
from quizzes.scoring.responses import ResponseMalformed
from quizzes.templatetags.times import class_clock

DEVICE = re.compile(r"[0-9A-Za-z-]{8,36}", re.ASCII)
MAX_EVENT = 256 * 1024
"""Bytes: the longest open answer takes a quarter of it even where each character is escaped."""


@student_page
@require_POST
def save(request: StudentRequest, pk: int) -> HttpResponse:
    attempt = access.attempt_for_student(request.membership, pk)
    if request.content_type == "application/json":
        return _save_event(request, attempt)
    return _save_form(request, attempt)


def _save_event(request: StudentRequest, attempt: Attempt) -> JsonResponse:
    try:
        event = _event(request)
        item = _item_sent(attempt, event.pop("item"))
        saved = saving.save_answer(attempt=attempt, item=item, at=timezone.now(), **event)
    except ResponseMalformed as error:
        return JsonResponse({"error": str(error)}, status=400)
    except saving.NumberUsed:
        return JsonResponse({"error": "another answer was sent under this number"}, status=409)
    return JsonResponse(
        {
            "device": saved.event.device,
            "sequence": saved.event.sequence,
            "is_late": saved.is_late,
            "is_stale": saved.is_stale,
            "holds": saved.attempt.holder in ("", saved.event.device),
            "saved_at": class_clock(saved.event.received_at, attempt.assignment.classroom),
            "seconds_left": _seconds_left(saved.attempt),
        }
    )


def _event(request: StudentRequest) -> dict[str, Any]:
    """The parts of an event, checked for type. Raises ResponseMalformed."""
    sent = _sent(request, {"item", "device", "sequence", "answer"})
    if type(sent["item"]) is not int or type(sent["sequence"]) is not int:
        raise ResponseMalformed("item and sequence are whole numbers")
    if not 0 <= sent["sequence"] < 2**31:
        raise ResponseMalformed("the sequence is out of range")
    return {**sent, "device": _device(sent["device"]), "answer": _storable(sent["answer"])}


def _sent(request: StudentRequest, keys: Set[str]) -> dict[str, Any]:
    """The JSON object of these keys that was sent. Raises ResponseMalformed."""
    if len(request.body) > MAX_EVENT:
        raise ResponseMalformed("what is sent is smaller than this")
    try:
        sent = json.loads(request.body)
    except (ValueError, RecursionError):  # no UTF-8, no JSON, a number or a nesting that no page sends
        raise ResponseMalformed("what is sent is a JSON object") from None
    if not isinstance(sent, dict) or sent.keys() != keys:
        raise ResponseMalformed(f"what is sent has {', '.join(sorted(keys))}")
    return sent


def _device(key: Any) -> str:
    if not isinstance(key, str) or not DEVICE.fullmatch(key):
        raise ResponseMalformed("a device is a key of 8 to 36 letters and figures")
    return key


def _storable(answer: Any) -> Any:
    """Typed text without what no database keeps: NUL, and halves of characters that a browser has cut apart."""
    if not isinstance(answer, str):
        return answer
    return answer.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _items(attempt: Attempt) -> Any:
    return FrozenItem.objects.select_related("version").filter(version=attempt.assignment.version_id)


def _item_sent(attempt: Attempt, pk: Any) -> FrozenItem:
    """An item of the attempt's quiz. Raises ResponseMalformed: a 404 would say that the student is signed out."""
    item = _items(attempt).filter(pk=pk).first() if type(pk) is int and 0 < pk < 2**63 else None
    if item is None:
        raise ResponseMalformed("the item is none of this quiz")
    return item


def _seconds_left(attempt: Attempt) -> int:
    return round((attempt.deadline_at - timezone.now()).total_seconds())


def _save_form(request: StudentRequest, attempt: Attempt) -> HttpResponse:
    """The page's own save button: the answer, and where its flag was pressed that too."""
    pk, seen = request.POST.get("item", ""), request.POST.get("seen", "")
    item = get_object_or_404(_items(attempt), pk=int(pk) if pk.isdecimal() else 0)
    try:
        saved = saving.save_form(
            attempt=attempt,
            item=item,
            answer=answer_from(item, request.POST),
            at=timezone.now(),
            seen=int(seen) if seen.isdecimal() else None,
        )
    except ResponseMalformed as error:
        return HttpResponse(f"This answer was not saved: {error}.", status=400, content_type="text/plain")
    if flag := request.POST.get("flag"):
        saving.flag_item(attempt=attempt, item=item, is_flagged=flag == "on")
    if saved:
        _tell(request, saved)
    go = request.POST.get("go", request.POST.get("at", ""))
    if go == "review":
        return redirect("attempt-submit", pk=attempt.pk)
    number = go if go.isdecimal() else "1"
    place = f"?all=1&item={number}#item-{number}" if "all" in request.POST else f"?item={number}#question"
    return redirect(reverse("attempt", args=[attempt.pk]) + place)


def _tell(request: StudentRequest, saved: saving.Saved) -> None:
    if saved.is_late:
        messages.warning(
            request, "This came after the attempt had ended: your teacher can see it, but it does not count."
        )
    elif saved.is_stale:
        messages.warning(
            request,
            "This item was answered in another tab or on another device after this page was opened: that answer stands"
            " and is shown now. Yours is kept for your teacher to see; to change the answer, save it again.",
        )


@student_page
@require_POST
def flag(request: StudentRequest, pk: int) -> JsonResponse:
    attempt = access.attempt_for_student(request.membership, pk)
    try:
        sent = _sent(request, {"item", "is_flagged"})
        item = _item_sent(attempt, sent["item"])
        if type(sent["is_flagged"]) is not bool:
            raise ResponseMalformed("is_flagged is true or false")
    except ResponseMalformed as error:
        return JsonResponse({"error": str(error)}, status=400)
    attempt = saving.flag_item(attempt=attempt, item=item, is_flagged=sent["is_flagged"])
    return JsonResponse({"flagged": attempt.flagged})


@student_page
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def hold(request: StudentRequest, pk: int) -> HttpResponse:
    """Which tab writes; posted by a tab that wants to."""
    attempt = access.attempt_for_student(request.membership, pk)
    try:
        sent = _claim(request)
    except ResponseMalformed as error:
        return JsonResponse({"error": str(error)}, status=400)
    if request.method == "POST":
        attempt = hold_attempt(attempt=attempt, at=timezone.now(), **sent)
    held_at = attempt.held_at
    return JsonResponse(
        {
            "holds": attempt.holder in ("", sent["device"]),
            "holder": attempt.holder,
            "since": class_clock(held_at, attempt.assignment.classroom) if held_at else "",
            "is_over": not attempt.is_running,
            "seconds_left": _seconds_left(attempt),
        }
    )


def _claim(request: StudentRequest) -> dict[str, Any]:
    """Who asks, and whether she takes over. Raises ResponseMalformed."""
    if request.method != "POST":
        return {"device": _device(request.GET.get("device", ""))}
    sent = _sent(request, {"device", "takes_over"})
    return {"device": _device(sent["device"]), "takes_over": sent["takes_over"] is True}
