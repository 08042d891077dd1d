"""Whether an article says anywhere who did a harm, by whatever verb: then no sentence of it hides the doer."""

from __future__ import annotations

import re
from functools import cache

from quizzes.nlp.lexicons.derived import rows_of
from quizzes.nlp.lexicons.harm_verbs import CLOSING, NOUNS, PERSONAL, VERBS
from quizzes.nlp.lexicons.same_deeds import DEED_OF, SAME_DEEDS
from quizzes.nlp.lexicons.speech import inflected
from quizzes.nlp.types import Reading

NEAR = 4
"""Words after a verb among which stands to whom it is done ("fired the second of the two pilots")."""
STEM = 6
"""Letters by which who is harmed is known again ("pilots", "pilot")."""
ONE_OF = {"men": "man", "women": "woman", "children": "child", "people": "person"}
BEING = frozenset("is are was were be been being got gets".split())


def may_say_who(reading: Reading, family: str, harmed: str) -> bool:
    """True where a word of the deed stands right before the one it is done to, or before "by", in any sentence."""
    return any(
        _tells(re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", s.of(reading.text).casefold()), family, harmed)
        for s in reading.sentences
    )


def _tells(words: list[str], family: str, harmed: str) -> bool:
    for at, word in enumerate(words):
        if word not in _words_of(family):
            continue
        after = words[at + 1 : at + 1 + NEAR]
        is_passive = bool(BEING & set(words[max(0, at - 2) : at]))
        if "by" in after or (
            not is_passive and any(ONE_OF.get(w, w).startswith(harmed[:STEM]) for w in after)
        ):
            return True
    return False


@cache
def _words_of(family: str) -> frozenset[str]:
    """The forms of the verbs and nouns of a family, and of what else tells the same deed."""
    verbs = (
        VERBS.get(family, frozenset()) | PERSONAL.get(family, frozenset()) | CLOSING.get(family, frozenset())
    )
    forms = {form for verb in verbs for form in inflected(verb)} | NOUNS.get(family, frozenset())
    forms |= {form for form, verb in rows_of("irregular_verbs") if verb in verbs}
    return frozenset(forms.union(*(SAME_DEEDS[DEED_OF[f]] for f in forms if f in DEED_OF)))
