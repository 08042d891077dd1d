"""One key for the spellings of one name: articles and titles off, accents off, vowels and doubled letters off."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from quizzes.nlp.lexicons.wordlists import words

ARTICLES = re.compile(r"^(?:al|el|ad|as|at|an|ar|ash|the|la|le|los|las)[\s\-–’']+", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’‘`]s\b")
APOSTROPHES = re.compile(r"['’‘`ʿʾ.]")
COMMON = words(
    """
    north south east west northern southern eastern western northeast northwest southeast southwest
    northeastern northwestern southeastern southwestern central upper lower greater city town village
    province region area district county state border airport air base airbase airfield international
    camp site zone street road avenue park square station field beach square of in the and near side
    capital embassy consulate compound building hospital school university church mosque military
    republic kingdom federal autonomous semi day night morning evening week eve christmas easter monday
    tuesday wednesday thursday friday saturday sunday
    """
)
"""Words of a place's name that many places share."""
SHORTEST_SKELETON = 3
"""Two consonants are too few to tell names apart (Rome, Ramah)."""


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """The name in small letters without accents, apostrophes and outer article."""
    plain = name if name.isascii() else without_accents(name)
    plain = POSSESSIVE.sub("", plain.lower())
    return ARTICLES.sub("", APOSTROPHES.sub("", plain).strip())


def without_accents(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def skeleton(word: str) -> str:
    """The consonants of a folded word, doubled ones once ("latakia", "lattakia" and "latakiya": ltk); short ones stay whole."""
    bones = re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy]", "", word))
    return bones if len(bones) >= SHORTEST_SKELETON else word


@lru_cache(maxsize=8192)
def name_keys(name: str) -> frozenset[str]:
    """The skeletons of the telling words of a name; empty where every word is common."""
    parts = re.findall(r"[^\W\d_]+", fold(name))
    return frozenset(skeleton(w) for w in parts if w not in COMMON and w not in {"al", "el", "us", "usa"})
