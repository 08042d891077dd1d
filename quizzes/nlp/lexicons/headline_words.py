"""States that headlines tell without a verb, and nouns that a headline's "to" completes. Own lists of general English."""

from __future__ import annotations

from quizzes.nlp.lexicons.wordlists import words

STATES = words(
    "out dead alive missing back free safe ahead gone over unhurt unharmed injured absent adrift aground ablaze afloat"
)
"""Words that headlines set behind a noun with "is" left out ("Captain out for months", "Three dead")."""

STATES_WITH = {
    "in": words(
        "ruins tears hospital custody court doubt crisis trouble danger shock talks chaos limbo jail prison mourning pieces flames tatters shambles"
    ),
    "under": words("fire attack pressure investigation arrest siege threat scrutiny review water"),
    "at": words("risk odds war stake large standstill"),
    "on": words("strike trial hold fire alert edge track leave sale brink ice"),
    "off": words("course track limits"),
}
"""Prepositions with the nouns that tell a state right behind them, so that no verb is missed."""

MOVES = words(
    """plan plans bid bids move moves push effort efforts attempt attempts deal deals call calls decision order orders promise
    threat threats right rights way ways chance chances pledge vow offer offers proposal bill law laws need needs reason reasons
    time how failure refusal ability power authority freedom duty demand pressure request invitation vote agreement permission
    fight battle race rush struggle work thing things"""
)
"""Nouns that "to" and a verb complete ("Plan to close school"): with these, "to close" says nothing of a subject."""
