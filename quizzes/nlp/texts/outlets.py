"""Outlets: which short lines and names are called like a paper, channel, agency or site, by general form alone."""

from __future__ import annotations

import re

from quizzes.nlp.texts.stated_dates import iso_date

SURE_WORDS = frozenset(
    """news newspaper times herald tribune journal daily weekly guardian radio fm tv television gazette ledger courier
    observer telegraph chronicle examiner bulletin inquirer sentinel advertiser argus broadcasting bbc cnn abc cbs nbc
    npr pbs itv huffpost""".split()
)
"""Words that hardly anything but papers and channels ends its name in (own list)."""
COMMON_WORDS = frozenset(
    """post press star sun mail express standard mirror globe record dispatch review monitor today network sky
    independent reporter register magazine online echo agency""".split()
)
"""Words that papers are called by and that headlines and people's names hold as well (own list)."""
OUTLET_WORDS = SURE_WORDS | COMMON_WORDS
# What stands before a paper's name and no person's.
LEADS = frozenset("the daily sunday saturday morning evening weekly national".split())
TAILS = frozenset("online today international uk us usa news tv radio digital world".split())
SMALL_WORDS = frozenset("of and the & de la le".split())
AGENCIES = frozenset(
    "ap afp reuters upi dpa efe ansa xinhua tass bernama pti ani pa aap associated press agence france-presse".split()
)
"""Words of the names of news agencies: a picture's or report's credit, not the outlet that prints it."""
# "Channel Six Penwick" sends; "Channel Tunnel Shut" is a headline.
CHANNELS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
# Words of these endings are verbs more often than towns ("Quits Post", "Broken Record").
VERBAL = re.compile(r"(?:s|ed|ing|en)$", re.I)
# "Good News" and "Hard Times" are headlines.
NO_TOWN = frozenset("good bad big breaking fake hard more new no old local world some our your".split())
MOST_WORDS = 5
SITE = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<name>[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|news|info|tv|fm|co\.\w\w|com\.\w\w|[a-z]{2}))/?$",
    re.I,
)


def is_outlet(name: str) -> bool:
    """True where a short line or name may be a paper's, channel's or site's rather than a writer's."""
    words = re.findall(r"\w+", name.casefold())
    return bool(
        OUTLET_WORDS & set(words)
        or re.search(r"\.(?:com|org|net|co|tv|[a-z]{2})(?:\.\w\w)?$", name)
        or (len(words) == 1 and name[:1].isupper())
        or (words[:1] == ["the"] and len(words) <= 4)
    )


def names_outlet(line: str) -> bool:
    """True where a line by itself can hardly be anything but an outlet's name: site, or title case with such a word."""
    if SITE.match(line):
        return True
    words = outlet_words(line)
    if words is None:
        return False
    core = without_tails(words)
    if is_agency(line) or (len(words) == 1 and words[0] in {"huffpost", "bbc", "cnn", "npr", "pbs", "itv"}):
        return True
    if core[0] in LEADS:
        # "The Post", "The Penwick Star", "Daily Mail"; "The Post" of a headline goes on.
        return len(core) > 1 and (core[-1] in OUTLET_WORDS or core[1] in SURE_WORDS)
    if core[0] in {"radio", "bbc", "cnn", "abc", "cbs", "nbc", "itv", "sky"}:
        return 1 < len(words) <= 4 and not any(VERBAL.search(w) for w in words[1:] if w != "news")
    if core[0] == "channel":
        return len(core) > 1 and core[1] in CHANNELS
    return len(core) > 1 and core[-1] in SURE_WORDS and core[0] not in NO_TOWN


def site_name(outlet: str) -> str:
    """The outlet as people say it: a site without "https://www." and stroke, anything else as it stands."""
    site = SITE.match(outlet)
    return site["name"] if site else outlet


def may_name_outlet(line: str) -> bool:
    """True also for "Penwick Star", "Harrow Vale Record": a town and a word of many uses; it may be a person's name."""
    if names_outlet(line):
        return True
    words = outlet_words(line)
    if words is None:
        return False
    before = [w for w in words[:-1] if w not in {"new", "san", "los", "north", "south", "east", "west"}]
    if words[-1] not in COMMON_WORDS or any(VERBAL.search(w) for w in before):
        return False
    return len(before) == 1 or (len(before) == 2 and NO_TOWN.isdisjoint(before))


def located_outlet(line: str) -> str | None:
    """The outlet of a line that adds place or section to its name ("The Times (London)", "BBC News - Sport"), else None."""
    found = re.match(
        r"(?P<outlet>[A-Z].{2,40}?)(?:, | \(| [-–—|>/] )(?P<beside>[A-Z][\w.’' -]{1,30})\)?$", line
    )
    return found["outlet"] if found and names_outlet(found["outlet"]) and not names_outlet(line) else None


def outlet_words(line: str) -> list[str] | None:
    """The folded words of a short line in title case without a stop or digit, else None."""
    words = line.split()
    if not 1 <= len(words) <= MOST_WORDS or line[-1] in ".!?:;,\"”'’" or not line[0].isupper():
        return None
    if not all(re.match(r"[A-Z&][^\s\d,:;\"“”]*$", w) or w in SMALL_WORDS for w in words):
        return None
    return [w.casefold() for w in words]


def without_tails(words: list[str]) -> list[str]:
    """The words without "Online", "UK" and the like after a word for papers."""
    while len(words) > 2 and words[-1] in TAILS and words[-2] in OUTLET_WORDS:
        words = words[:-1]
    return words


def is_agency(name: str) -> bool:
    """True for a name made of agencies' words: its report may stand in any paper."""
    words = [w for w in re.findall(r"[\w-]+", name.casefold()) if w != "the"]
    return bool(words) and all(w in AGENCIES for w in words)


def is_stated_outlet(name: str) -> bool:
    """True for a name that can be an outlet's: no agency, no date."""
    return bool(re.match(r"\w", name)) and not is_agency(name) and iso_date(name) is None
