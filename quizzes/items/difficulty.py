"""How hard an item is, in the words that pages use."""

from __future__ import annotations

BANDS: dict[str, tuple[float, float]] = {"easy": (0.0, 0.45), "middling": (0.45, 0.65), "hard": (0.65, 1.01)}
"""From where, and below what, a difficulty is called so: the drafts' own figures lie at 0.3–0.4, 0.5–0.6 and from 0.7."""

SET = {"easy": 0.3, "middling": 0.5, "hard": 0.8}
"""What a teacher's word is stored as."""


def difficulty_word(difficulty: float) -> str:
    """ "easy", "middling" or "hard"."""
    return next((word for word, (low, high) in BANDS.items() if low <= difficulty < high), "hard")
