"""Titles that every paper gives a person, and their short forms. Own lists of general English."""

from __future__ import annotations

SAME_TITLE = {
    "rep": "representative", "reps": "representative", "congressman": "representative", "congresswoman": "representative",
    "sen": "senator", "gov": "governor", "president": "president", "pres": "president", "gop": "republican",
    "dem": "democratic", "democrat": "democratic", "us": "american", "atty": "attorney", "lt": "lieutenant",
    "dr": "doctor", "defence": "defense", "prof": "professor", "ceo": "chief", "spokeswoman": "spokesman", "spokesperson": "spokesman",
}  # fmt: skip
"""Titles and parties under one form each: "Rep. Roe" and "Congressman Roe" call him the same."""

TITLES = frozenset(
    """mr mrs ms miss dr sir president representative senator governor mayor judge justice chief secretary general
    colonel captain sergeant officer doctor professor prime minister vice former then speaker chairman chairwoman
    director leader king queen prince princess pope attorney american house senate state""".split()
)
"""Words of plain titles: they name an office, and every paper gives it."""
