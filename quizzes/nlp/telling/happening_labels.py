"""What to call a happening on a page: "US air strike in Syria, 25 February 2021". Free of spaCy."""

from __future__ import annotations

from quizzes.nlp.lexicons.acts import FAMILY, HARMLESS, KILLING
from quizzes.nlp.lexicons.nations import SHOWN
from quizzes.nlp.telling.nesting import PlaceKind, kind_of
from quizzes.nlp.types import Happening
from quizzes.nlp.written.dates import MONTHS, anchor_of

PLACED = frozenset({"election", "primary", "referendum", "meeting", "news conference", "walkout"})
"""Of what hurts nobody, the families that take place somewhere; what stands beside a lawsuit is a party to it."""
OF_SOMEBODY = frozenset({"resignation", "dismissal", "arrest", "indictment", "trial", "killing"})
OBVIOUS = frozenset(
    {("shooting", "gun"), ("stabbing", "knife"), ("fire", "fire"), ("bombing", "bomb"), ("shelling", "shell")}
)
"""Means that the act's own name says."""
SMALL = frozenset({"of", "the", "and", "in", "on", "de", "la", "del", "upon"})


def label_of(happening: Happening) -> str:
    """How a reader would call it: "US strike in Syria, 25 February 2021", "resignation of Ann Lee, 2 March 2020"."""
    family = FAMILY.get(happening.act.rstrip("s"), happening.act)
    agents = () if family in HARMLESS else happening.agents
    agent = next((SHOWN.get(a, a.replace("-", " ").title()) for a in agents if a != "armed group"), "")
    name = " ".join(
        filter(None, (agent, how(happening), noun_of(happening, family), place_of(happening, family)))
    )
    when = next(filter(None, map(written, happening.dates)), "") or year_of(happening)
    return f"{name}, {when}" if when else name


def how(happening: Happening) -> str:
    """The means, where the act's name does not say it ("rocket" attack)."""
    act = happening.act.rstrip("s")
    if act in {KILLING, "crash"}:
        return ""
    return next((m for m in happening.means if m != "air" and (act, m) not in OBVIOUS), "")


def noun_of(happening: Happening, family: str) -> str:
    """The act as the article calls it, with whose it is: "House vote", "Hurricane Ode", "arrest of Ann Lee"."""
    noun = happening.act if family == "news conference" else happening.noun or happening.act
    if family == "strike" or happening.act == "strike":
        noun = "air strike" if "air" in happening.means else noun
    if happening.act.endswith("s") and not noun.endswith("s"):
        noun = plural(noun)
    if not happening.names:
        return noun
    name = max(happening.names, key=len)
    if family == "vote":
        return f"{name.title()} {noun}"
    if family == "storm":
        return f"{noun.title()} {name}"
    return f"{noun} of {name}" if family in OF_SOMEBODY else noun


def plural(noun: str) -> str:
    return noun + ("es" if noun.endswith(("ch", "sh", "s")) else "s")


def place_of(happening: Happening, family: str) -> str:
    """ "in Syria", "at Elm School"; "" where the act has no place of its own."""
    if not happening.places or (family in HARMLESS and family not in PLACED):
        return ""
    place = happening.places[0]
    return f"{'at' if kind_of(place) is PlaceKind.SPOT else 'in'} {titled(place)}"


def titled(place: str) -> str:
    """A folded name with its capitals back ("house of representatives": House of Representatives)."""
    parts = [w if n and w in SMALL else w.title() for n, w in enumerate(place.split())]
    return " ".join(p.upper() if len(p) < 4 and p.lower() in INITIALS else p for p in parts)


INITIALS = frozenset({"us", "uk", "eu", "un", "nyc", "la", "dc", "uae", "usa"})


def year_of(happening: Happening) -> str:
    """The year of what is told by its year alone."""
    return next((d for d in happening.dates if len(d) == len("2021") and d.isdigit()), "")


def written(norm: str) -> str:
    """A date as a reader writes it ("15 February 2021"); "" for a form without day."""
    if day := anchor_of(norm):
        return f"{day.day} {MONTHS[day.month - 1].title()} {day.year}"
    if norm.startswith("--") and len(norm) == 7:
        return f"{int(norm[5:])} {MONTHS[int(norm[2:4]) - 1].title()}"
    return norm.removeprefix("weekday:").title() if norm.startswith("weekday:") else ""
