"""What to call a happening on a page: "US air strike in Syria, 25 February 2021". Free of spaCy."""

from __future__ import annotations

from quizzes.nlp.lexicons.nations import SHOWN
from quizzes.nlp.types import Happening
from quizzes.nlp.written.dates import MONTHS, anchor_of


def label_of(happening: Happening) -> str:
    """How a reader would call it: "US strike in Syria, 25 February 2021"."""
    agent = next(
        (SHOWN.get(a, a.replace("-", " ").title()) for a in happening.agents if a != "armed group"), ""
    )
    means = next((m for m in happening.means if m != "air" and not happening.act.startswith(m)), "")
    act = (
        {"strike": "air strike"}.get(happening.act, happening.act)
        if "air" in happening.means
        else happening.act
    )
    place = f"in {happening.places[0].title()}" if happening.places else ""
    act = act[:-1] + "es" if act.endswith(("chs", "shs")) else act
    name = " ".join(filter(None, (agent, means, act, place)))
    when = next(filter(None, map(written, happening.dates)), "")
    return f"{name}, {when}" if when else name


def written(norm: str) -> str:
    """A date as a reader writes it ("15 February 2021"); "" for a form without day."""
    if day := anchor_of(norm):
        return f"{day.day} {MONTHS[day.month - 1].title()} {day.year}"
    if norm.startswith("--") and len(norm) == 7:
        return f"{int(norm[5:])} {MONTHS[int(norm[2:4]) - 1].title()}"
    return norm.removeprefix("weekday:").title() if norm.startswith("weekday:") else ""
