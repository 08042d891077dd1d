"""Verbs and nouns for harm that somebody does to somebody, in families: what two articles may tell of one act.

Own list of general English, from the literature on how the news leaves out who did it (T. van Leeuwen, "The representation of
social actors", 1996; R. Fowler, *Language in the News*, 1991). Lemmas.
"""

from __future__ import annotations

from quizzes.nlp.lexicons.derived import rows_of
from quizzes.nlp.lexicons.wordlists import words

VERBS: dict[str, frozenset[str]] = {
    "kill": words("kill shoot murder slay assassinate execute behead massacre slaughter stab lynch strangle"),
    "hurt": words("injure wound beat assault attack shoot stab torture maim"),
    "destroy": words("destroy demolish raze flatten bomb bombard shell bulldoze torch"),
    "drive out": words("evict expel displace deport uproot"),
}
NOUNS: dict[str, frozenset[str]] = {
    "kill": words("death killing shooting murder slaying"),
    "hurt": words("shooting beating assault injury"),
    "destroy": words("destruction demolition bombing shelling"),
    "drive out": words("eviction expulsion displacement deportation"),
}
DYING = words("die")
"""Verbs that tell a death as something that happens to one."""
FORMS = {row[0]: row[1] for row in rows_of("irregular_verbs")}
"""Irregular forms of verbs, which a lemmatizer gets wrong ("shot")."""
