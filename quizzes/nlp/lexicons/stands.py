"""Deeds that somebody does or refuses: what one article says was done and another says was not. Own lists of general English."""

from __future__ import annotations

from quizzes.nlp.lexicons.derived import rows_of
from quizzes.nlp.lexicons.speech import inflected
from quizzes.nlp.lexicons.wordlists import words

ALONE = words(
    """
    concede resign apologize apologise testify surrender confess withdraw retire abdicate cooperate comply recuse defect
    """
)
"""Deeds that need no object."""

WITH_OBJECT = words("sign ratify veto pay repay accept approve confirm cancel reopen attend")
"""Deeds that are one only with the same object."""

SUFFERED = words("charge convict acquit arrest fire suspend ban extradite indict")
"""Deeds that are told of whom they befall ("was not charged")."""

OPPOSITES = {
    "reject": "accept",
    "decline": "accept",
    "refuse": "accept",
    "acquit": "convict",
    "approve": "accept",
}
"""Verbs told under another one; those in DENYING say the opposite of it, the others the same."""
DENYING = frozenset({"reject", "decline", "refuse", "acquit"})

REFUSING = words("refuse decline")
"""Verbs whose infinitive is not done."""
CONTESTS = words(
    "race election contest primary runoff run-off vote seat defeat presidency mayoralty governorship"
)
"""What somebody concedes; without it the deed is the same. A goal or a point is conceded otherwise."""
OFTEN = words(
    """
    testify apologize apologise pay repay confirm attend cooperate sign charge arrest convict indict suspend ban
    """
)
"""Deeds that somebody may do again, of something else."""
BODIES = words(
    """
    union company firm government court jury board council committee parliament senate house congress cabinet ministry
    police party team club university school bank airline hospital utility manufacturer regulator agency commission
    administration opposition army military prosecution defense defence panel tribunal legislature assembly shareholder
    voter member worker striker family landlord tenant owner
    """
)
"""Bodies and groups that do such things, beside people."""

DEEDS = ALONE | WITH_OBJECT | SUFFERED | frozenset(OPPOSITES) | REFUSING
FORMS = {form: verb for verb in DEEDS for form in inflected(verb)} | {
    form: verb for form, verb in rows_of("irregular_verbs") if verb in DEEDS
}
"""Every form of these verbs: a lemmatizer by rules gets some wrong ("conced")."""
