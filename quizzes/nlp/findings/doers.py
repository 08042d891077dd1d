"""Who did what only one can do: made the motion, scored the winner, raised the alarm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.nlp.findings.set_apart import apart, contradiction, own_sentences, put, said_once
from quizzes.nlp.findings.side_by_side import SideBySide
from quizzes.nlp.types import Finding

SURE = 0.7
DEED = (
    r"(?P<deed>motion|opening goal|winning goal|decisive goal|winner|equali[sz]er|emergency call|911 call|alarm|winning shot|winning run"
    r"|opening speech|winning bid)"
)
DID = r"(?:made|brought|introduced|proposed|moved|scored|put forward|placed|raised|headed|netted|delivered|tabled|submitted)"
NAME = r"(?P<name>(?:[A-Z][\w'’-]+ ){0,4}[A-Z][a-z'’-]+)"
BY_DEED = re.compile(rf"\b(?:[Tt]he|[Aa]) {DEED} (?:came|(?:was|had been) {DID}) (?:from|by) (?:the )?{NAME}")
BY_NAME = re.compile(
    rf"\b{NAME},? (?:who )?(?:then |later )?{DID} the {DEED}\b(?! (?:to adjourn|in (?:a|the) other))"
)


def find_doers(side: SideBySide) -> Iterator[Finding]:
    """A finding for each such deed for which two articles name two persons."""
    puts = [
        put(s, m, m["deed"], m["name"].split()[-1].removesuffix("'s").removesuffix("’s"))
        for r in side.originals
        for s in own_sentences(side, r)
        for pattern in (BY_DEED, BY_NAME)
        for m in pattern.finditer(s.text)
    ]
    for deed, told in said_once(puts).items():
        found = apart(told, lambda a, b: a.key != b.key)
        if found:
            yield contradiction(side, found, f"Whose the {deed} was", SURE, "name")
