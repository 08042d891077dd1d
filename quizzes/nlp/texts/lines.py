"""What a line shows itself to be by its own words: a date line, a line of credits, a caption, a link."""

from __future__ import annotations

import itertools
import re

from quizzes.nlp.texts.bylines import (
    AGO,
    CAPITALIZED_NAMES,
    DESK,
    JOB,
    PUBLISHER,
    byline_of,
    is_bare_byline,
)
from quizzes.nlp.texts.outlets import is_agency, may_name_outlet, names_outlet, outlet_words
from quizzes.nlp.texts.stated_dates import find_date, without_dates

# Bylines, dates, outlets stand in the first lines; further down a name alone on a line is a list's or a table's.
HEAD_LINES = 8
SEPARATOR = re.compile(r"[ \t]*[|•·–—―][ \t]*|[ \t]+(?:--?|/)[ \t]+")
DATE_RESIDUE = re.compile(
    r"(?:\b(?:date|dated|published|publication|posted|updated|last|modified|first|created|issued|filed|on|at|by|time|the|am|pm|a\.m\.?|p\.m\.?|noon|midnight|gmt|utc|bst|cest|cet|est|edt|et|cst|cdt|pst|pdt|ist|aest|aedt|local"
    r"|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?"
    r"|\d{1,2}[:.]\d\d(?::\d\d)?(?:[ap]m)?|\d{1,2}[ap]m|[+-]\d\d:?\d\d|[\s,.:;|/•·()–—-])+",
    re.I,
)

WEEKDAY_BEHIND = re.compile(r"[ ,]+(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?$", re.I)
LABELLED_OUTLET = re.compile(
    r"\(?(?i:(?P<sure>outlet|publication|publisher|newspaper|(?:news|media)[ ]outlet)|source|site|website|from|via)"
    r"[ ]*:[ ]*(?P<outlet>[A-Z][^:;]{1,60}?)\)?\.?$"
)

PICTURE = r"(?:photo(?:graph)?|image|picture|pic|handout|screen[ -]?(?:grab|shot)|frame[ ]grab|still|illustration|graphic)"
AGENCY = r"(?:AP|AFP|Reuters|REUTERS|EPA(?:-EFE)?|PA|Getty(?: Images)?|GETTY(?: IMAGES)?|Shutterstock|Bloomberg|Alamy|UPI|Xinhua|iStock|Rex(?: Features)?|Zuma(?: Press)?|Associated Press|Agence France-Presse)"
CAPTION = re.compile(
    rf"""
    media[ ]playback[ ]is[ ]un\w+[ ]on[ ]your[ ]device[ ]media[ ]caption | \(?(?:files?|file[ ](?:photo|picture|image|pic))\)?[ ]*[-–—:)] |\(files?\) |file[ ](?:photo|picture|image)\b |in[ ]this[ ].{{0,60}}\b(?:photo|image|picture|handout|screen[ -]?grab|frame)\b
    |(?:{PICTURE}|caption|pictured|media|video)s?[ ]*(?:caption|credit|copyright|source|by)?[ ]*: |(?:image|media|photo|picture)[ ](?:caption|copyright|credit|source)(?:\b|(?-i:(?=[A-Z]))) |(?:above|below|left|right|top|bottom)(?:[ ](?:left|right))?:[ ]
    |(?:enlarge|hide|toggle|show|view)[ ](?:this[ ])?(?:image|photo|picture|caption)\b |{PICTURE}s?[ ](?:by|courtesy(?:[ ]of)?|via)[ ](?-i:[A-Z])[^.]{{0,60}}[.)]?$ |courtesy(?:[ ]of)?:?[ ](?-i:[A-Z])[^.]{{0,40}}[.]?$
    """,
    re.I | re.X,
)
PICTURE_CREDIT = re.compile(
    rf"(?i:\((?:(?:file |handout |ap |afp |reuters )*(?:photo|image|picture|credit)s?\b[^()]*|(?:ap|afp|reuters|getty)\b[^()]*|(?:courtesy|handout|provided)\b[^()]*|[^()]*/[ ]?(?:ap|afp|reuters|getty(?: images)?|shutterstock|epa)|(?:file|undated|archive)(?: (?:photo|picture|image|pic))?)\)[ .]*$)"
    rf"|\b(?:[A-Z][\w.'’-]+[ ]){{1,3}}?[A-Z][\w.'’-]+[ ]?/[ ]?(?:{AGENCY}|The [A-Z][\w ]+)[ .]*$"
    rf"|\((?:[A-Z][\w.'’-]+ ){{1,3}}[A-Z][\w.'’-]+ ?/ ?[A-Z][^()]{{1,60}}\)[ .]*$|\([^()]{{2,80}} via {AGENCY}\)[ .]*$"
    rf"|\b(?:[A-Z][\w.'’-]+[ ]){{0,3}}[A-Z][\w.'’-]+[ ]via[ ]{AGENCY}[ .]*$"
    rf"|\bC(?:redit|REDIT)(?: ?:|\.\.\.|…|[A-Z]).{{0,60}}$|\b(?:AP|Reuters|AFP|Getty|File) (?:Photo|photo|Images)(?:/[^.]{{0,60}})?[ .)]*$"
    rf"|\[(?:(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Cc]redit)s?\b[^\[\]]{{0,80}}|[^\[\]]{{0,60}}\b{AGENCY})\][ .]*$"
    rf"|^{AGENCY}(?: (?:Photo|Images))?[ .]*$"
)
PLACED_IN_PICTURE = re.compile(
    rf"\b[A-Z][\w’'-]+, (?:far |second from (?:the )?|(?:top|bottom) )?(?:left|right|cent(?:er|re)|front|rear), "
    rf"|\bin this (?:\S+ ){{0,5}}?{PICTURE}\b|\bas seen in (?:a|this) (?:\S+ ){{0,3}}?{PICTURE}\b"
)
"""Where people stand in a picture, or what it is taken from: words of captions alone."""
LINKED = re.compile(
    r"(?:read(?: more| also| next| here)?|more(?: on this| from \w+| stories)?|related(?: stor(?:y|ies)| articles?| coverage)?|see (?:also|more)|also(?: read| on \w+| see)?|watch(?: now| live| also)?|listen|don['’]t miss|you may also like|must[ -]read|explainer|opinion|analysis|editorial|live updates?|in pictures|gallery|in depth|from the archives?)[ ]*[:|»>][ ]*\S.{8,}",
    re.I,
)
SHOWN = frozenset(
    """speaks speak inspects inspect stands stand walks walk poses pose waves wave looks look arrives arrive attends
    attend gathers gather listens listen watches watch carries carry marches march protests protest sits sit shakes
    shake gestures gesture patrols patrol surveys survey searches search cleans clean embraces embrace departs depart
    boards board rides ride talks talk smiles smile prays pray mourns mourn lines line waits wait examines examine
    hugs hug greets greet celebrates celebrate burns burn flies fly performs perform""".split()
)
"""What captions say people are shown doing: common verbs of stance, movement and gesture in the present (own list)."""
POSTED_BY_OUTLET = re.compile(
    r" https?://t\.co/\w+(?: \S+)* [—–-] [^()@]{2,50} \(@\w*(?:news|times|post|herald|_com|tv|radio|daily)\w*\) [A-Z][a-z]+ \d{1,2}, \d{4}$",
    re.I,
)
PICTURED = frozenset("seen pictured shown photographed".split())
NOT_SHOWING = frozenset(
    "to will would can could may might must should shall not did do does the a an".split()
)
CLIP = re.compile(
    r"(?:[A-Z][\w.'’&-]*,?[ ]+|(?:of|for|the|and|at|in|from|with)[ ]+){2,14}"
    r"(?:on[ ](?:how|why|what|whether)|(?:weighs|sounds|chimes)[ ](?:in|off)[ ]on|breaks[ ]down|joins[ ]['‘“\"])[ ]?\b"
)
"""What broadcasters set under a clip: who speaks and on what ("Tide Watch Director Ann Roe on why …"), without a verb."""
TEASERS = re.compile(
    r"(?:^|[a-z0-9)’'\"”!?][ ]+)((?:[A-Z][A-Z’'-]*[A-Z][ ,!?]*|[AI][ ])(?:[A-Z’'&-]{2,}[ ,!?:]*|[AI0-9][ ])+)(?=[A-Z][a-z ’'])"
)
"""A line in capitals right before a headline, as teasers of other pieces are run together."""
FEWEST_TEASERS = 2
LEAST_LETTERS_OF_TEASER = 8
PAST_TIME = re.compile(
    r"\b(?:(?:earlier )?this (?:week|month|year|morning)|earlier (?:this|in the) \w+|last (?:week|month|year|night|summer|winter|spring|autumn|fall)|(?:in|on) [A-Z]\w+ (?:19|20)\d\d)\b[ .)]*$"
)


def is_date_line(line: str) -> bool:
    """True where a line holds full dates and otherwise only what stands beside dates (weekday, hour, "Published")."""
    if len(line) > 160:
        return False
    if re.fullmatch(rf"(?:(?:published|posted|updated)[ \t]*:?[ \t]*)?{AGO}[.]?", line, re.I):
        return True
    rest = without_dates(line)
    if rest is None:
        return False
    words = re.findall(r"\w+", DATE_RESIDUE.sub(" ", rest))
    return len(words) <= (2 if re.match(r"\W*(?:date|published|posted|updated)\b", line, re.I) else 0)


def credits_of(line: str) -> tuple[str, ...] | None:
    """The parts of a line that holds nothing but credits (byline, outlet, job) beside a date or each other, else None.

    "By Ada Quill | 6 May 2024", "The Harbour Herald, 6 May 2024", "Published 6 May 2024 by The Harbour Herald".
    """
    if len(line) > 160:
        return None
    rest = without_dates(line)
    parts = [WEEKDAY_BEHIND.sub("", part).strip(" ,(") for part in SEPARATOR.split(rest or line)]
    parts = [part for part in parts if part.strip(" )") and not DATE_RESIDUE.fullmatch(part)]
    if rest is None and len(parts) < 2:
        return None
    is_signed = any(names_outlet(part) for part in parts)
    if parts and all(is_credit(part) or (is_signed and is_bare_byline(part)) for part in parts):
        return tuple(parts)
    return None


def dated_masthead(line: str) -> str | None:
    """The paper that a line names beside a date with a bar between ("Penwick Star | Tuesday, 6 May 2025"), else None.

    Above the headline alone: below it "Ada Star | 6 May 2025" has written the article.
    """
    rest = without_dates(line) if len(line) <= 160 else None
    parts = [WEEKDAY_BEHIND.sub("", part).strip(" ,(") for part in SEPARATOR.split(rest or "")]
    parts = [part for part in parts if part.strip(" )") and not DATE_RESIDUE.fullmatch(part)]
    return parts[0] if len(parts) == 1 and may_name_outlet(parts[0]) else None


def is_credit(part: str) -> bool:
    if names_outlet(part) or re.fullmatch(JOB, part, re.I) or DESK.match(part):
        return True
    if found := PUBLISHER.match(part):
        return names_outlet(found["outlet"]) or CAPITALIZED_NAMES.match(found["outlet"]) is not None
    return byline_of(part) is not None


def labelled_outlet(line: str) -> str | None:
    """The outlet that a line names with a label ("Source: The Harbour Herald"), else None."""
    found = LABELLED_OUTLET.match(line)
    if found is None or is_agency(found["outlet"]):
        return None
    # Behind a sure word any name will do, but "Newspaper: Mayor to go" is a headline.
    is_named = names_outlet(found["outlet"]) or (found["sure"] and outlet_words(found["outlet"]) is not None)
    return found["outlet"] if is_named else None


def is_caption(line: str) -> bool:
    """True for a picture's line: marked or credited as one, or by a caption's grammar (present tense, past time)."""
    if CAPTION.match(line) or PICTURE_CREDIT.search(line[-160:]) or CLIP.match(line[:200]):
        return True
    words = line.split()
    if len(words) <= 60 and PLACED_IN_PICTURE.search(line) and not re.search(r"[\"“”]", line):
        return True
    if (
        not 5 <= len(words) <= 40
        or re.search(r"[.!?][\"”']?\s+[A-Z][a-z]+ \w+ ", line[:-1])
        or '"' in line
        or "“" in line
    ):
        return False
    shown = any(
        (w in SHOWN and before not in NOT_SHOWING) or (w in PICTURED and before in {"is", "are"})
        for before, w in itertools.pairwise(words[:14])
    )
    shown = shown and not {"who", "which", "that"} & set(words[:14])
    tail = line[-40:]
    dated = find_date(tail)
    return shown and bool(PAST_TIME.search(tail) or (dated and not tail[dated[1] :].strip(" .)")))


def is_link(line: str) -> bool:
    """True for the headline of another piece: set in capitals, led in by "Read more:", or an outlet's post of it."""
    if len(line) <= 400 and (LINKED.match(line[:200]) or POSTED_BY_OUTLET.search(line)):
        return True
    if runs_teasers_together(line):
        return True
    letters = [c for c in line if c.isalpha()]
    if line[0].isdigit() or line.endswith("."):
        return False
    return (
        len(line.split()) >= 4
        and 15 <= len(letters) <= 250
        and sum(c.isupper() for c in letters) >= 0.9 * len(letters)
    )


def runs_teasers_together(line: str) -> bool:
    """True for a line of several teasers, each a line in capitals and a headline without a stop."""
    kickers = [
        k for k in TEASERS.findall(line[:1000]) if sum(c.isalpha() for c in k) >= LEAST_LETTERS_OF_TEASER
    ]
    return len(kickers) >= FEWEST_TEASERS and not re.search(r"[a-z]\.(?:\s|$)", line)
