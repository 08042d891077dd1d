"""What a line shows itself to be by its own words: a byline, a date line, a caption, a link, furniture."""

from __future__ import annotations

import itertools
import re

from quizzes.nlp.texts.outlets import names_outlet
from quizzes.nlp.texts.stated_dates import find_date

NAME = r"[A-Z][\w.'’-]*(?:[ \t]+(?:(?:de|del|della|di|da|van|von|der|den|bin|ibn|al|el|la|le|ter)[ \t]+)*[A-Z][\w.'’-]*){1,3}"
NAMES = rf"{NAME}(?:(?:,[ \t]*{NAME})*,?[ \t]+(?:and|&)[ \t]+{NAME})?"
JOB = r"(?:[\w-]+[ \t]+){0,3}(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?|producers?|journalists?|staff)"
AGO = r"(?:\d+|an?|one|two|three)[ \t]*(?:s|secs?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?)[ \t]+ago"

BYLINE = re.compile(
    rf"(?i:(?:written|reported|story)?[ \t]*by:?|(?:author|writer|byline)s?:)[ \t]+(?P<by>{NAMES})[ \t]*(?:(?:[,|/•·–—-]|\bfor\b|\bof\b|\bin\b)[ \t]*(?P<rest>.{{0,80}}))?$"
    rf"|(?P<jobbed>{NAMES})[ \t]*[,|][ \t]*(?i:{JOB})(?:[ \t]*[,|][ \t]*(?P<beside>.{{0,60}}))?$"
    rf"|(?P<aged>{NAMES})[ \t]*[,|•·-]?[ \t]*(?i:(?:updated[ \t]+)?{AGO}\.?)$"
    rf"|(?P<sited>{NAMES})[ \t]*[,|][ \t]*(?P<site>(?i:(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|co\.\w\w|[a-z]{{2}})))$"
)
CAPITALIZED_NAMES = re.compile(rf"{NAMES}$")
DESK = re.compile(
    r"(?P<outlet>[A-Z][\w.&'’-]*(?:[ \t]+[\w.&'’-]+){0,4}?)[ \t]+(?:(?:News|Web|Online|Sports|World|National|International|Digital)[ \t]+)?(?:Desk|Bureau|Newsroom)[ \t]*:?$"
)
OTHER_REPORTS = re.compile(
    r"(?:other|more|all|further)[ \t]+(?:reports?|stories|articles|news|posts)[ \t]+(?:by|from)[ \t]+(?P<outlet>[A-Z].{1,60}?)\.?$",
    re.I,
)
COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))(?:[ \t]*(?:copyright|©|\(c\)))?[ \t,]*(?P<year>(?:19|20)\d\d)?(?:[-–](?:19|20)?\d\d)?[ \t,.:]*(?:by[ \t]+)?(?P<holder>[A-Z][\w&'’-]*(?:\.\w+)*(?:[ \t]+[\w&'’-]+(?:\.\w+)*){0,5})?",
    re.I,
)
# Bylines, dates, outlets stand in the first lines; further down a name alone on a line is a list's or a table's.
HEAD_LINES = 8
SEPARATOR = re.compile(r"[ \t]*[|•·–—―][ \t]*|[ \t]+(?:--?|/)[ \t]+")
PUBLISHER = re.compile(
    r"(?:(?:first[ \t]+)?(?:published|posted|printed)[ \t]+)?(?:by|in|on)[ \t]+(?P<outlet>[A-Z].{1,60})$",
    re.I,
)
DATE_RESIDUE = re.compile(
    r"(?:\b(?:date|dated|published|publication|posted|updated|last|modified|first|created|issued|filed|on|at|by|time|the|am|pm|a\.m\.?|p\.m\.?|noon|midnight|gmt|utc|bst|cest|cet|est|edt|et|cst|cdt|pst|pdt|ist|aest|aedt|local"
    r"|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?"
    r"|\d{1,2}[:.]\d\d(?::\d\d)?(?:[ap]m)?|\d{1,2}[ap]m|[+-]\d\d:?\d\d|[\s,.:;|/•·()–—-])+",
    re.I,
)

FURNITURE = re.compile(
    r"""
    (?:you[ ]may[ ]also[ ]like|most[ ](?:read|popular|viewed)|trending|recommended|top[ ]stories|latest[ ]news|more[ ](?:stories|news|coverage|like[ ]this)|related|see[ ]also|also[ ]read|read[ ](?:also|more|next)|up[ ]next|read[ ]the[ ]full[ ]\w+)\b(?:[ ](?:articles?|stories|story|content|topics?|news|links?|coverage|video|posts?|on|reading))*[ ]*[:.…>»]*$
    |(?:discuss|share|print|email|e-mail|save|bookmark|like|rate|tweet)[ ](?:this|the)[ ](?:article|story|page|post|on)\b.{0,40}$
    |share(?:[ ]on[ ][\w ,/]+)?$ |comments?(?:[ ]\(\d+\))?$ |(?:leave|post|add)[ ]a[ ]comment.{0,30}$ |\d+[ ](?:comments?|shares?|views?)$
    |(?:sign|signing)[ ]up[ ](?:for|to|here|now).{0,200}$ |(?:get|receive)[ ](?:the|our|all[ ]the|daily|breaking).{0,80}(?:inbox|e-?mail|newsletter|alerts?)\b.{0,60}$
    |subscribe\b.{0,120}$ |(?:daily|weekly|our|free)?[ ]*newsletters?(?:[ ]sign[ -]?up)?\b.{0,60}$ |(?:your|enter[ ]your)[ ]e-?mail.{0,60}$
    |(?:please[ ])?(?:click|tap)[ ](?:here|to|on).{0,120}$ |advertisement\b.{0,60}$ |sponsored(?:[ ]content)?$ |story[ ]continues[ ](?:below|after).{0,40}$ |continue[ ]reading.{0,60}$
    |scroll[ ](?:down[ ])?(?:for|to).{0,60}$ |(?:watch|listen|view)(?:[ ]the)?(?:[ ]full)?[ ](?:video|audio|gallery|clip|live|more).{0,60}$ |(?:photos?|pictures?|videos?|gallery|slideshow|image|watch|live|audio|breaking|exclusive|opinion|analysis|updated?|developing|editors?['’]?s?[ ]picks?)[ ]*:?$
    |media[ ]playback[ ]is[ ]un\w+[ ]on[ ]your[ ]device$ |(?:this[ ])?video[ ](?:is|can)[ ]?(?:not|unavailable)\b.{0,60}$ |(?:your[ ])?browser[ ]does[ ]not.{0,80}$
    |follow[ ].{1,60}[ ]on[ ](?:twitter|facebook|instagram|x|threads|bluesky|youtube).{0,60}$ |like[ ]us[ ]on.{0,60}$ |(?:join|download)[ ](?:us|our|the)[ ].{0,80}(?:app|channel|group|whatsapp|telegram).{0,40}$
    |(?:all|©|\(c\)|copyright)\b.{0,40}rights[ ]reserved.{0,200}$ |(?:©|\(c\)[ ]|copyright[ ](?:©[ ]?)?(?:\(c\)[ ]?)?(?:19|20)\d\d).{0,300}$
    |(?:the[ ])?(?:associated[ ]press|reuters|afp|[A-Z][\w.]+[ ][A-Z][\w.]+)[^.]{0,120}\bcontributed[ ](?:to[ ]this|reporting).{0,80}$ |(?:additional[ ])?reporting[ ]by[ ].{0,200}$ |(?:edited|editing|writing|compiled)[ ]by[ ].{0,160}$
    |information[ ]from:.{0,120}$ |(?:for[ ])?more[ ][\w. -]{0,40}(?:coverage|news|information|stories):[ ]*(?:https?:|www\.).{0,160}$
    |th(?:is|e)[ ](?:article|story|report|version|headline)[ ](?:has[ ]been|was)[ ](?:updated|corrected|amended|edited|changed|first[ ]published|originally).{0,200}$
    |(?:tags?|topics?|filed[ ]under|categories|category|keywords)[ ]*:.{0,200}$ |(?:back[ ]to[ ]top|home|menu|search|skip[ ]to[ ].{0,30}|log[ ]?in|sign[ ]in|register|terms[ ]of[ ]use.{0,60}|privacy[ ]policy.{0,60}|cookie.{0,60})$
    |[A-Z][\w.'’-]+(?:[ ][A-Z][\w.'’-]+){1,3}[ ]is[ ](?:an?|the)[ ][^.]{0,80}\b(?:reporter|correspondent|editor|writer|columnist|producer|journalist|contributor)\b.{0,200}$
    |(?:https?://|www\.)\S+$ |\(?(?:ends?|more|\#{3,})\)?$ |[^\w]*$
    """,
    re.I | re.X,
)

CAPTION = re.compile(
    r"""
    \(?(?:files?|file[ ](?:photo|picture|image|pic))\)?[ ]*[-–—:)] |\(files?\) |file[ ]photo\b |in[ ]this[ ].{0,60}\b(?:photo|image|picture|handout|screen[ -]?grab|frame)\b
    |(?:photo|image|picture|pic|caption|photograph|pictured)[ ]*(?:caption|credit|copyright|source|by)?[ ]*: |(?:image|media|photo|picture)[ ](?:caption|copyright|credit|source)\b |(?:above|below|left|right|top|bottom)(?:[ ](?:left|right))?:[ ]
    """,
    re.I | re.X,
)
PICTURE_CREDIT = re.compile(
    r"(?i:\((?:(?:file |handout |ap |afp |reuters )*(?:photo|image|picture|credit)s?\b[^()]*|(?:ap|afp|reuters|getty)\b[^()]*|[^()]*/[ ]?(?:ap|afp|reuters|getty(?: images)?|shutterstock|epa))\)[ .]*$)"
    r"|\b(?:[A-Z][\w.'’-]+[ ]){1,3}?[A-Z][\w.'’-]+[ ]?/[ ]?(?:AP|AFP|Reuters|REUTERS|Getty(?: Images)?|EPA|Shutterstock|Bloomberg|The [A-Z][\w ]+)[ .]*$"
    r"|\bC(?:redit|REDIT)(?: ?:|[A-Z]).{0,60}$|\b(?:AP|Reuters|AFP|Getty|File) (?:Photo|photo|Images)(?:/[^.]{0,60})?[ .)]*$"
)
LINKED = re.compile(
    r"(?:read(?: more| also| next)?|more|related|see also|also(?: read)?|watch|don['’]t miss|you may also like|must read|explainer|opinion)[ ]*[:|»>][ ]*\S.{8,}",
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
NOT_SHOWING = frozenset(
    "to will would can could may might must should shall not did do does the a an".split()
)
PAST_TIME = re.compile(
    r"\b(?:(?:earlier )?this (?:week|month|year|morning)|earlier (?:this|in the) \w+|last (?:week|month|year|night|summer|winter|spring|autumn|fall)|(?:in|on) [A-Z]\w+ (?:19|20)\d\d)\b[ .)]*$"
)


def is_date_line(line: str) -> bool:
    """True where a line holds a full date and otherwise only what stands beside dates (weekday, hour, "Published")."""
    found = find_date(line) if len(line) <= 120 else None
    if found is None:
        return False
    rest = DATE_RESIDUE.sub(" ", line[: found[0]] + " | " + line[found[1] :]).strip(" |")
    return len(re.findall(r"\w+", rest)) <= (
        2 if re.match(r"\W*(?:date|published|posted|updated)\b", line, re.I) else 0
    )


def credits_of(line: str) -> tuple[str, ...] | None:
    """The parts of a line that holds nothing but credits (byline, outlet, job) beside a date or each other, else None.

    "By Ada Quill | 6 May 2024", "The Harbour Herald, 6 May 2024", "Published 6 May 2024 by The Harbour Herald".
    """
    found = find_date(line) if len(line) <= 160 else None
    rest = line if found is None else f"{line[: found[0]].rstrip(' ,(')} | {line[found[1] :].lstrip(' ,)')}"
    parts = [p.strip(" ,") for p in SEPARATOR.split(rest)]
    parts = [p for p in parts if p and not DATE_RESIDUE.fullmatch(p)]
    if found is None and len(parts) < 2:
        return None
    return tuple(parts) if parts and all(is_credit(p) for p in parts) else None


def is_credit(part: str) -> bool:
    if names_outlet(part) or re.fullmatch(JOB, part, re.I) or DESK.match(part):
        return True
    if found := PUBLISHER.match(part):
        return names_outlet(found["outlet"]) or CAPITALIZED_NAMES.match(found["outlet"]) is not None
    return BYLINE.match(part) is not None


def is_furniture(line: str) -> bool:
    return len(line) <= 400 and bool(FURNITURE.match(line) or OTHER_REPORTS.match(line))


def is_caption(line: str) -> bool:
    """True for a picture's line: marked or credited as one, or by a caption's grammar (present tense, past time)."""
    if CAPTION.match(line) or PICTURE_CREDIT.search(line[-160:]):
        return True
    words = line.split()
    if (
        not 5 <= len(words) <= 40
        or re.search(r"[.!?][\"”']?\s+[A-Z][a-z]+ \w+ ", line[:-1])
        or '"' in line
        or "“" in line
    ):
        return False
    shown = any(w in SHOWN and before not in NOT_SHOWING for before, w in itertools.pairwise(words[:14]))
    shown = shown and not {"who", "which", "that"} & set(words[:14])
    tail = line[-40:]
    dated = find_date(tail)
    return shown and bool(PAST_TIME.search(tail) or (dated and not tail[dated[1] :].strip(" .)")))


def is_link(line: str) -> bool:
    """True for the headline of another piece: set in capitals, or led in by "Read more:"."""
    if LINKED.match(line) and len(line) <= 200:
        return True
    letters = [c for c in line if c.isalpha()]
    if line[0].isdigit() or line.endswith("."):
        return False
    return (
        len(line.split()) >= 4
        and 15 <= len(letters) <= 250
        and sum(c.isupper() for c in letters) >= 0.9 * len(letters)
    )
