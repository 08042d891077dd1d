"""How hard a text reads, as a school grade."""

from __future__ import annotations

import re

WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?|\d+(?:[.,]\d+)*")
VOWELS = re.compile(r"[aeiouy]+")


def reading_grade(text: str) -> float:
    """Flesch–Kincaid grade (Kincaid et al., 1975): 0.39 · words/sentences + 11.8 · syllables/words − 15.59."""
    words = WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(re.findall(r"[.?!:]+(?:[”\")]|\s|$)", text)))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """About how many syllables a word has: groups of vowels, a silent final e or ed aside; a figure counts as one."""
    plain = re.sub(r"['’]s?$", "", word.lower())
    if plain[:1].isdigit():
        return 1
    count = len(VOWELS.findall(plain))
    if (
        re.search(r"[^aeiouyl]e$", plain)
        or re.search(r"[aeiouy]le$", plain)
        or re.search(r"[^aeiouytd]ed$", plain)
        or re.search(r"[^aeiouscxzgh]es$", plain)
    ):
        count -= 1
    return max(
        1,
        count
        + len(re.findall(r"(?<![cst])i[ao](?!us|n)|(?<=[aeiou][^aeiou])ea$|eo(?!u)|[^q]ua(?!r)", plain)),
    )
