"""Moments on a class's own clock, by the name of its zone."""

from __future__ import annotations

import datetime as dt

from django import template
from django.utils import timezone
from django.utils.formats import date_format

from quizzes.models import Classroom
from quizzes.timing import zone_name

register = template.Library()


@register.filter
def class_time(moment: dt.datetime, classroom: Classroom) -> str:
    """Day and time: "Thursday 12 March, 09:00 Dublin time"; with the year where it is not this one."""
    local = moment.astimezone(classroom.zone)
    year = "" if local.year == timezone.now().astimezone(classroom.zone).year else " Y"
    return f"{date_format(local, f'l j F{year}, H:i')} {zone_name(classroom.time_zone)}{_which(local)}"


def _which(local: dt.datetime) -> str:
    """In the hour that the clocks show twice (autumn) which of the two is meant; "" in all others."""
    if local.replace(fold=0).utcoffset() <= local.replace(fold=1).utcoffset():  # type: ignore[operator]
        return ""
    return " (after the clocks go back)" if local.fold else " (before the clocks go back)"


@register.filter
def class_clock(moment: dt.datetime, classroom: Classroom) -> str:
    """Time of day alone: "10:42"."""
    return date_format(moment.astimezone(classroom.zone), "H:i")


@register.filter
def class_moment(moment: dt.datetime, classroom: Classroom) -> str:
    """In few words: "10:42" where it is today, else "21 Dec, 10:42"."""
    local = moment.astimezone(classroom.zone)
    is_today = local.date() == timezone.now().astimezone(classroom.zone).date()
    return date_format(local, "H:i" if is_today else "j M, H:i") + _which(local)


@register.filter
def class_zone(classroom: Classroom) -> str:
    return zone_name(classroom.time_zone)


@register.filter
def since(moment: dt.datetime, zone: dt.tzinfo) -> str:
    """How long ago, up to a week: "just now", "12 minutes ago", "3 days ago"; then the day on the zone's calendar."""
    now = timezone.now()
    passed = now - moment
    for unit, length in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        n = int(passed.total_seconds() // length)
        if n > 7 and unit == "day":
            break
        if n >= 1:
            return f"{n} {unit}{'s' if n > 1 else ''} ago"
    else:
        return "just now"
    local = moment.astimezone(zone)
    return date_format(local, "j F" if local.year == now.astimezone(zone).year else "j F Y")
