"""Passages: an article's lines, and what each is there (headline, caption, body, another story …), by its text alone."""

from __future__ import annotations

import re
from dataclasses import replace

from quizzes.nlp.texts.bylines import DESK, JOB, byline_of, is_bare_byline
from quizzes.nlp.texts.furniture import SET_BEHIND, biography_of, is_furniture
from quizzes.nlp.texts.lines import (
    HEAD_LINES,
    SEPARATOR,
    credits_of,
    dated_masthead,
    is_caption,
    is_date_line,
    is_link,
    labelled_outlet,
)
from quizzes.nlp.texts.markdown import inner, is_heading, unmarked
from quizzes.nlp.texts.other_stories import other_stories
from quizzes.nlp.texts.outlets import is_agency, located_outlet, may_name_outlet, names_outlet, outlet_words
from quizzes.nlp.texts.stated_dates import iso_date
from quizzes.nlp.types import Passage, Role

LINE = re.compile(r"[^\s](?:[^\n]*[^\s])?")
# Headlines are a line of up to some twenty-five words; a first line that is longer is the article's lead.
MOST_HEADLINE_WORDS = 26
MOST_WORDS_OF_SECOND_HEADLINE = 14
# Lines of credits are short; on a line of thousands of blanks their patterns would look from each blank to the last.
MOST_STATED_CHARACTERS = 1000
# A page's title adds the outlet's name to the headline.
HEADLINE_TAIL = re.compile(r"(?<=\S)\s+[|–—-]\s+(?P<note>[A-Z][^|–—]{1,40})$")
# A paper's name or its imprint may stand alone under an article.
FOOT_LINES = 3
# Writers introduce themselves in the last lines.
BIOGRAPHY_LINES = 3
MOST_WORDS_ON_WHAT_IT_TELLS = 40
# Names of pages are short, and the headline under one tells more.
MOST_WORDS_OF_NAME, LEAST_WORDS_UNDER_NAME = 3, 5
# A shorter headline may come again as a subheading or a chorus.
LEAST_WORDS_OF_REPEATED = 4
# Papers that set captions without a stop end all other paragraphs with one; shorter lines may be subheadings.
LEAST_WORDS_OF_CAPTION, MOST_WORDS_OF_CAPTION = 8, 60
LEAST_POINTED = 0.6
POINTED = re.compile(r"(?:[.!?…:;,—–-][\"”’')\]]*|[\"”’'])\Z")


def split_passages(text: str) -> tuple[Passage, ...]:
    """The lines of a text that hold something, in order, each with its role; what is not clear is body."""
    lines = [(m.start(), m.group()) for m in LINE.finditer(text)]
    shown = [unmarked(line) or line for _, line in lines]
    shouting = mostly_capitals(text)
    passages: list[Passage] = []
    head = Head(lines_before_blank(text, lines))
    for at, (start, raw) in enumerate(lines):
        line, below = shown[at], shown[at + 1 : at + 5]
        role = head.role(line, below, is_heading(raw)) if head.is_open else None
        if role is None and at >= max(2, len(lines) - FOOT_LINES):
            role = foot_role(line)
        role = role or own_role(line, shouting)
        if role is Role.BODY and head.repeats(line):
            role = Role.FURNITURE
        if role is Role.BODY and head.headline:
            head.body(line, below)
        passages += parts(role, raw, start)
    return unpointed_captions(text, other_stories(text, biographies(text, passages)))


def lines_before_blank(text: str, lines: list[tuple[int, str]]) -> int:
    """How many lines stand together at the top; 0 where no blank lines part what follows."""
    ends = [start + len(line) for start, line in lines]
    gaps = [text.count("\n", end, start) > 1 for end, (start, _) in zip(ends, lines[1:], strict=False)]
    return gaps.index(True) + 1 if True in gaps else 0


def parts(role: Role, raw: str, start: int) -> list[Passage]:
    """The passage of a line; two where a headline names its outlet, or a note stands behind the last sentence."""
    left, right = inner(raw)
    behind = {Role.HEADLINE: HEADLINE_TAIL, Role.BODY: SET_BEHIND}.get(role)
    found = behind.search(raw, left, right) if behind else None
    if found is None or (role is Role.HEADLINE and not is_outlets(found["note"])):
        return [Passage(role, start + left, start + right)]
    return [
        Passage(role, start + left, start + found.start()),
        Passage(Role.FURNITURE, start + found.start("note"), start + right),
    ]


def is_outlets(name: str) -> bool:
    return names_outlet(name) and not is_agency(name)


def foot_role(line: str) -> Role | None:
    """The role of an outlet or imprint alone on one of the last lines."""
    if names_outlet(line) or labelled_outlet(line):
        return Role.FURNITURE
    found = byline_of(line)
    return Role.BYLINE if found and found.beside and names_outlet(found.beside) else credit_role(line)


def unpointed_captions(text: str, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The passages, with captions told by the stop they lack where the paragraphs about them have one."""
    long = [
        at
        for at, passage in enumerate(passages)
        if passage.role is Role.BODY
        and len(text[passage.start : passage.end].split()) >= LEAST_WORDS_OF_CAPTION
    ]
    pointed = {at for at in long if POINTED.search(text, passages[at].start, passages[at].end)}
    if len(pointed) < LEAST_POINTED * len(long):
        return passages
    found = list(passages)
    first = min(pointed, default=len(passages))
    for at in long:
        line = text[passages[at].start : passages[at].end]
        is_short = len(line.split()) <= MOST_WORDS_OF_CAPTION
        if at > first and at not in pointed and is_short and reads_as_caption(line):
            found[at] = replace(passages[at], role=Role.CAPTION)
    return tuple(found)


def reads_as_caption(line: str) -> bool:
    """False for what ends without a stop for other reasons: entries of a list, posts, a quotation that goes on."""
    marks = line.count("“") - line.count("”"), line.count('"') % 2
    return (
        marks == (0, 0)
        and line[0].isupper() | (line[0] in "'‘")
        and not re.search(r"https?://|pic\.twitter|@\w", line)
    )


def biographies(text: str, passages: list[Passage]) -> list[Passage]:
    """The passages, with lines at the foot that introduce somebody as a writer whom the article never names."""
    found = list(passages)
    told = [text[p.start : p.end] for p in passages if p.role in {Role.BODY, Role.CAPTION, Role.HEADLINE}]
    body = [at for at, passage in enumerate(passages) if passage.role is Role.BODY]
    for at in body[2:][-BIOGRAPHY_LINES:]:
        name = biography_of(text[passages[at].start : passages[at].end])
        if name and sum(re.search(rf"\b{re.escape(name)}\b", words) is not None for words in told) == 1:
            found[at] = replace(passages[at], role=Role.FURNITURE)
    return found


def credit_role(line: str) -> Role | None:
    """The role of a line of nothing but credits, else None."""
    found = credits_of(line)
    if found is None:
        return None
    if any(not names_outlet(part) and (byline_of(part) or is_bare_byline(part)) for part in found):
        return Role.BYLINE
    return Role.DATELINE if iso_date(line) else Role.FURNITURE


def own_role(line: str, shouting: bool) -> Role:
    """The role that a line has wherever it stands."""
    if is_furniture(line):
        return Role.FURNITURE
    if is_caption(line):
        return Role.CAPTION
    if not shouting and is_link(line):
        return Role.LINK
    if DESK.match(line):
        return Role.BYLINE
    return Role.BODY


def mostly_capitals(text: str) -> bool:
    upper = sum(c.isupper() for c in text)
    return upper > 0.5 * sum(c.isalpha() for c in text)


class Head:
    """The top of an article, line by line: headline, byline, date, outlet, until the first line of body."""

    def __init__(self, block: int = 0) -> None:
        self.block = block
        """Lines that stand together at the top where blank lines part the rest."""
        self.headline = ""
        self.seen = 0
        self.is_open = True
        self.has_body = False
        self.last: Role | None = None

    def role(self, line: str, below: list[str], is_heading: bool) -> Role | None:
        """The role that a line has at the top, or None where only its own words tell."""
        self.seen += 1
        if self.seen > HEAD_LINES:
            self.is_open = False
            return None
        self.last = self.placed(line, below, is_heading)
        return self.last

    def placed(self, line: str, below: list[str], is_heading: bool) -> Role | None:
        if role := stated_role(line):
            return role
        if not self.headline and dated_masthead(line):
            return Role.DATELINE
        if not self.headline:
            return self.first(line, below, is_heading)
        if fold(line) in fold(self.headline) or may_name_outlet(line):
            return Role.FURNITURE
        if self.last is Role.BYLINE and re.fullmatch(JOB, line, re.I):
            return Role.FURNITURE
        if located_outlet(line) and self.last in {Role.BYLINE, Role.DATELINE}:
            return Role.FURNITURE
        role = self.above_date(line, below)
        # A paper's second headline, as for print; summaries are set as sentences.
        return Role.HEADLINE if role is None and not self.has_body and is_second_headline(line) else role

    def above_date(self, line: str, below: list[str]) -> Role | None:
        """The role of a short line right above the date: who wrote the article, or who prints it."""
        if not below or not is_date_line(below[0]) or is_caption(line) or is_link(line):
            return None
        if is_bare_byline(line) or (byline_of(line) and len(line) <= 120):
            return Role.BYLINE
        is_short = len(line) <= 60 and len(line.split()) <= 6 and line[-1] not in ".!?:;,"
        return Role.FURNITURE if is_short else None

    def first(self, line: str, below: list[str], is_heading: bool) -> Role | None:
        if is_furniture(line) or is_caption(line):
            return None
        is_outlet = names_outlet(line) if is_heading else may_name_outlet(line)
        if (is_outlet or located_outlet(line) or labelled_outlet(line)) and has_headline(below):
            return Role.FURNITURE
        if self.seen == 1 and self.block == 2 and is_name_over(line, below[0]):
            return Role.FURNITURE
        words = line.split()
        is_sentence = line.endswith((".", ".”", '."', ".’", ".'")) and not line.endswith("...")
        if len(words) > MOST_HEADLINE_WORDS or (is_sentence and len(words) > 12 and not in_title_case(words)):
            self.is_open = False
            return Role.BODY
        self.headline = line
        return Role.HEADLINE

    def repeats(self, line: str) -> bool:
        """True for the headline set once more amid the body, as pages do beside a video."""
        words = fold(line)
        return len(words.split()) >= LEAST_WORDS_OF_REPEATED and words == fold(self.headline)

    def body(self, line: str, below: list[str]) -> None:
        """Ends the head, but for one line that tells what the article is on, with byline or date right under it."""
        is_summary = len(line.split()) <= MOST_WORDS_ON_WHAT_IT_TELLS and not self.has_body
        self.has_body = True
        if not (is_summary and any(stated_role(b) for b in below[:2])):
            self.is_open = False


def is_second_headline(line: str) -> bool:
    words = line.split()
    is_other = line[-1] in ".!?:;," or is_furniture(line) or is_caption(line) or is_link(line)
    return len(words) <= MOST_WORDS_OF_SECOND_HEADLINE and in_title_case(words) and not is_other


def is_name_over(line: str, headline: str) -> bool:
    """True for two or three capitalized words right above a longer line that is none of capitalized words: what the
    page is called, not what it tells."""
    words = outlet_words(line) or []
    below = headline.split()
    return (
        2 <= len(words) <= MOST_WORDS_OF_NAME
        and LEAST_WORDS_UNDER_NAME <= len(below) <= MOST_HEADLINE_WORDS
        and not in_title_case(below)
        and headline[-1] not in ".,;:"
        and stated_role(headline) is None
    )


def in_title_case(words: list[str]) -> bool:
    """True where all longer words begin with a capital, as in headlines and in no sentence."""
    longer = [word for word in words if sum(c.isalpha() for c in word) >= 4]
    return len(longer) >= 4 and sum(re.match(r"\W*[A-Z]", word) is not None for word in longer) >= 0.9 * len(
        longer
    )


def stated_role(line: str) -> Role | None:
    """The role of a date line, byline or line of credits by its own words, else None."""
    if len(line) > MOST_STATED_CHARACTERS:
        return None
    if role := credit_role(line):
        return role
    if is_date_line(line) or all(is_date_line(part) for part in SEPARATOR.split(line)):
        return Role.DATELINE
    if byline_of(line) and not line.endswith((".", "!", "?")):
        return Role.BYLINE
    return Role.FURNITURE if labelled_outlet(line) else None


def has_headline(below: list[str]) -> bool:
    """True where the next line that is no credit reads like a headline."""
    for line in below:
        if stated_role(line) or names_outlet(line) or is_furniture(line):
            continue
        return 3 <= len(line.split()) <= MOST_HEADLINE_WORDS and line.rstrip("\"”'’")[-1:] not in {
            ".",
            ",",
            ";",
            ":",
        }
    return False


def fold(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
