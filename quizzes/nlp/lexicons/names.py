"""What names are made of: first names, titles before them, words of bodies and of places, known places.

`first_names.txt` is derived from the Faker package (`lexicon_recipe/first_names.py`), places from WordNet (`wordnet/`);
the other lists are our own, general English.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from quizzes.nlp.lexicons.derived import rows_of
from quizzes.nlp.lexicons.wordlists import words

HONORIFICS = words("mr mrs ms miss dr sir dame mr. mrs. ms. dr. messrs messrs. mx mx.")
"""Said before a person's name and before nothing else."""

TITLES = HONORIFICS | words(
    """
    rep rep. reps. sen sen. sens. gov gov. gen gen. lt lt. col col. maj maj. capt capt. sgt sgt. cpl cpl. adm adm.
    rev rev. prof prof. det det. supt supt. cllr president secretary senator representative governor mayor general
    minister premier chancellor ambassador congressman congresswoman chairman chairwoman director sheriff captain
    colonel major sergeant lieutenant admiral commissioner superintendent constable inspector detective deputy
    professor doctor emperor sheikh ayatollah archbishop cardinal rabbi pastor reverend spokesman spokeswoman
    spokesperson attorney counsel counselor executive officer agent speaker leader coach councilman councilwoman
    councillor alderman treasurer comptroller administrator adviser advisor prosecutor lawyer nominee candidate
    """
)
"""Words that stand before a person's name and say what the person is; none of them is a common surname."""

TITLE_WORDS = frozenset(word.strip(".") for word in TITLES) - words(
    "speaker leader coach agent executive"
) | words(
    """
    lord lady pope king queen prince princess justice judge chief vice prime former senators sens representatives reps
    governors justices presidents
    """
)
"""The words of titles without full stops, in the plural too, and those that are names as well ("king")."""

PARTICLES = words("al el bin ibn ben abu de la le du da di del della der den van von dos das st st. mac o")
"""Small words inside names of persons and places."""

OF_BODIES = words(
    """
    administration agency airlines airways alliance army assembly association authority bank board brigade bureau
    cabinet center centre chamber church club coalition college commission committee companies company conference
    congress corp corps corporation council county court democrats department division federation force forces
    foundation front fund government group guard guards hospital house inc institute journal league llc ltd ministry
    motors movement museum network news observatory office organisation organization parliament partners party police
    post press republicans school senate service services society station studios team times tribune trust union
    university watch works
    """
)
"""Words in the names of bodies."""

OF_PLACES = words(
    """
    airport avenue bay beach bridge building canyon cape castle cathedral channel city coast county creek desert
    district falls field forest fort garden gardens harbor harbour heights hill hills hotel island islands lake lane
    mall mount mountain mountains ocean park peninsula plaza port province region ridge river road sea square stadium
    station strait street terrace tower towers town township tunnel valley village wood woods
    """
)
"""Words in the names of places."""

PARTIES = words("republican democrat democrats conservative liberal independent labour tory tories")
"""Members of parties: "the Texas Republican" is nobody's name."""


@cache
def first_names() -> frozenset[str]:
    """Some nine thousand first names of many countries, in Latin letters."""
    return words((Path(__file__).parent / "first_names.txt").read_text(encoding="utf-8"))


SETTLED = frozenset({"country", "state", "capital", "city", "town"})
"""Kinds of places that news happens in: rivers and seas lend their names to firms ("Amazon")."""


@cache
def place_names() -> frozenset[str]:
    """Countries, states, capitals, cities and towns, under each of their names; no abbreviations."""
    return frozenset(
        name
        for names, kind, *_ in rows_of("places")
        if kind in SETTLED
        for name in names.split("|")
        if len(name) > 2 and not name.isupper()
    )
