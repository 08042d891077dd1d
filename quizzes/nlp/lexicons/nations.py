"""Nations as news names them when they act: names, people, adjectives, capitals and seats of government.

Derived from WordNet's table of countries; the supplement has what is younger than WordNet 3.0 (2006), the seats of
government and forces by which news names a state, and alliances. A nation's key is its folded short name.
"""

from __future__ import annotations

from itertools import chain

from quizzes.nlp.lexicons.derived import rows_of
from quizzes.nlp.lexicons.wordlists import words

SHORT = {
    "united-states": "us",
    "united-kingdom": "uk",
    "england": "uk",
    "scotland": "uk",
    "wales": "uk",
    "northern-ireland": "uk",
    "saudi-arabia": "saudi",
    "soviet-union": "russia",
    "north-vietnam": "vietnam",
    "south-vietnam": "vietnam",
}
"""Countries under the key of another, or a shorter one."""

ALSO = """
us: u.s u.s.a. americans washington pentagon white-house
uk: british briton britons brits english scottish wales welsh downing-street westminster
russia: russian russians kremlin
iran: tehran
palestine: palestine palestinian palestinians gaza
afghanistan: taliban
turkey: türkiye turkiye
saudi: saudis
israel: tel-aviv
germany: germans
ireland: irish
canada: ottawa
ukraine: kyiv ukrainian ukrainians
france: french élysée elysee
netherlands: dutch hague
belgium: brussels
brazil: brasilia
colombia: bogota
india: delhi new-delhi
philippines: philippine filipinos
myanmar: myanmar
indonesia: jakarta
lebanon: beirut
kosovo: kosovo kosovan kosovar pristina
south-sudan: south-sudan south-sudanese juba
north-macedonia: north-macedonia
eswatini: eswatini
timor-leste: timor-leste
nato: nato
eu: eu european-union
un: un u.n. united-nations
"""

NO_NATION = words(
    """
    afrikaans angora balkans bida bern capital castries cathay chad columbia columbian congo congolese dane dominican
    dominicans edo etruria etruscan etruscans finn flanders fleming flemings frog gallics gaul georgetown georgia georgian
    georgians guinea guinean guineans hamilton holy-see jordan kingston kiwi kiwis kolonia korea korean lassa lome male
    nassau norse norseman norses persia persian persians pole prag roma rus saint-george's salisbury salvador samoa
    samoan samoans san-jose sana santiago scot scotch sion sofia soviet soviets tai tais the-states tt vila victoria zion
    """
)
"""Names that more than one nation has, or a person, a state of a federation or a plain word: they name none here."""

SHOWN_ALSO = {
    "us": "US",
    "uk": "UK",
    "eu": "EU",
    "un": "UN",
    "nato": "NATO",
    "saudi": "Saudi",
    "palestine": "Palestinian",
    "russia": "Russian",
    "china": "Chinese",
    "afghanistan": "Afghan",
    "india": "Indian",
    "ireland": "Irish",
    "australia": "Australian",
    "new-zealand": "New Zealand",
    "philippines": "Philippine",
    "somalia": "Somali",
    "myanmar": "Burmese",
    "zimbabwe": "Zimbabwean",
    "mauritius": "Mauritian",
    "serbia-and-montenegro": "Serbian",
}
"""Adjectives where WordNet has none, an older one, or another first."""


def folded(name: str) -> str:
    return name.casefold().replace(" ", "-")


def nation_names() -> dict[str, str]:
    """Folded name ("washington", "united-states") to the nation's key, from the table and the supplement."""
    found: dict[str, str] = {}
    for country, *fields in rows_of("nations"):
        key = SHORT.get(folded(country), folded(country))
        names = [folded(name) for name in chain.from_iterable(f.split("|") for f in fields) if name]
        for name in dict.fromkeys((folded(country), *names, *plurals(fields[1]))):
            if name not in NO_NATION:
                found.setdefault(name, key)
    for line in ALSO.strip().splitlines():
        key, names_also = line.split(": ")
        found |= dict.fromkeys(names_also.split(), key)
    return found


def plurals(people: str) -> list[str]:
    """The plurals in -s of a nation's people ("Iraqis"); those in -ish, -ese and -ch have none."""
    names = (folded(name) for name in people.split("|") if name)
    return [name + "s" for name in names if not name.endswith(("ish", "ese", "ch", "s", "man", "woman"))]


NATION_OF = nation_names()
"""Folded name to the nation's key."""

COUNTRIES = (
    frozenset(
        folded(name) for country, names, *_ in rows_of("nations") for name in (country, *names.split("|"))
    )
    | words("palestine kosovo south-sudan north-macedonia eswatini timor-leste")
) - NO_NATION
"""The name of each country itself, without its capital, which is a place within it."""

SHOWN = {
    SHORT.get(folded(country), folded(country)): adjectives.split("|")[0]
    for country, *_, adjectives in rows_of("nations")
    if adjectives and folded(country) not in SHORT
} | SHOWN_ALSO
"""The adjective by which a label names a nation ("French air strike")."""

DIRECTED = frozenset({"led", "directed", "ordered", "run", "conducted"})
"""Second halves of compounds whose first half acts ("US-led"); with the others ("Iran-backed") somebody else does."""

ARMED = frozenset(
    "militia militiaman militant insurgent rebel gunman fighter terrorist extremist jihadist paramilitary faction proxy "
    "attacker assailant bomber".split()
)
"""Heads of phrases for armed groups that are no state."""
