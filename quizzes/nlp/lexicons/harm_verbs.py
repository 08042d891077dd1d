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
PERSONAL: dict[str, frozenset[str]] = {
    "dismiss": words("dismiss fire sack oust suspend"),
    "arrest": words("arrest detain jail imprison"),
}
"""Losses that only people bear: a claim is dismissed too, and a gun fired."""
PARTICLED = frozenset({("lay", "off"), ("let", "go")})
"""Verbs that mean "dismiss" with their particle."""
CLOSING: dict[str, frozenset[str]] = {"close": words("close shut shutter")}
"""What is done to a `HOUSE`; a door, a street or a meeting is closed as well."""
HOUSES = words(
    """school elementary academy college university kindergarten nursery hospital clinic ward factory plant mill mine shop store
    branch library office station museum theatre theater cinema pool camp shelter newspaper bakery restaurant hotel airport
    shipyard brewery refinery depot market mall prison pub"""
)
"""Where people work, learn, live or are cared for."""
DECIDING = words("vote decide agree move choose plan opt resolve")
"""Verbs whose subject is the doer of what follows with "to" ("voted to close the school")."""
DYING = words("die")
"""Verbs that tell a death as something that happens to one."""
FORMS = {row[0]: row[1] for row in rows_of("irregular_verbs")}
"""Irregular forms of verbs, which a lemmatizer gets wrong ("shot")."""
