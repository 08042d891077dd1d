from __future__ import annotations

import re

from quizzes.nlp.types import Passage, Role


def split_passages(text: str) -> tuple[Passage, ...]:
    return tuple(Passage(Role.BODY, m.start(), m.end()) for m in re.finditer(r"\S[^\n]*", text))
