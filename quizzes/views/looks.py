"""How pages look in this browser: light, dark, or as the device is set. Kept in a cookie, for everybody."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

COOKIE = "look"
LOOKS = {"device": "as the device", "light": "light", "dark": "dark"}
KEPT_FOR = dt.timedelta(days=365)


def look_of(request: HttpRequest) -> str:
    """The look chosen in this browser, "device" where none was."""
    chosen = request.COOKIES.get(COOKIE, "")
    return chosen if chosen in LOOKS else "device"


def looks(request: HttpRequest) -> dict[str, object]:
    """For every page: the look, and those to choose from."""
    return {"look": look_of(request), "looks": LOOKS.items()}


@login_not_required
@require_POST
def set_look(request: HttpRequest) -> HttpResponse:
    """Keep the look and go back to the page that asked."""
    back = request.POST.get("back", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = reverse("home")
    answer = HttpResponseRedirect(back)
    chosen = request.POST.get("look", "")
    if chosen in LOOKS:
        answer.set_cookie(COOKIE, chosen, max_age=KEPT_FOR, samesite="Lax", secure=settings.HTTPS)
    return answer
