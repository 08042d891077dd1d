"""Printed pages: from lines with a place and a size to paragraphs as a reader joins them."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

# Letters of text faces are about half as wide as the face is high.
WIDTH_OF_LETTER = 0.5
# Heads and feet stand among the two outermost lines of a page.
MARGIN_LINES = 2
PAGE_NUMBER = re.compile(r"(?:[-–—| ]*(?:page|p\.)?[ ]*\d{1,3}(?:[ ]*(?:/|of)[ ]*\d{1,3})?[-–—| ]*)$", re.I)
# What browsers print above and below a page: the hour of printing and the title, the address and the page's number.
BROWSER_HEAD = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AP]\.?M\.?)?(?: .*)?$", re.I
)
BROWSER_FOOT = re.compile(r"(?:https?|file|ﬁle)://\S+ +\d{1,3}/\d{1,3}$")
# Columns of text hold more letters to a line than those of tables.
MOST_LETTERS_IN_CELL = 20

# Lines of a paragraph stand evenly; a gap this much wider than the usual one parts two.
WIDE = 1.15
# First lines are set in by one to four letters' widths.
INDENT = (0.7, 5.0)
# Where the next line's first word would have gone on a line, the line is a paragraph's last; letters differ in width.
FULL, FULL_AMID_SENTENCE = 0.88, 0.75
# Set columns part words on every tenth line or so; elsewhere hyphens at a line's end are words' own.
LEAST_PARTED = 0.03
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
"""A face's joined letters, which print as the letters that they join."""
SOFT_HYPHENS = "\u2010\u00ad"
PARTED = re.compile(rf"(\w+)([-{SOFT_HYPHENS}])$")
SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?…:][\"”’'»)\]]*$")
"""A stop that ends no title or initial ("Mr.", "Gen.", "J.")."""
FIRST_PARTS = frozenset(
    """all cross far first full half high ill long low mid near post second self semi short single so three twelve two
    four five six seven eight nine ten well year""".split()
)
LAST_PARTS = frozenset(
    """based born led backed style held old run made owned linked level term time year day long page elect wide like
    month week hour minute mile""".split()
)
"""First and last parts of words that are written with a hyphen, without those that are syllables as well ("ex", "pre"; own list)."""


@dataclass(frozen=True)
class PrintedLine:
    """Words on one height of a page. `x` and `y` (upwards) say where they begin, `size` how high the face is, in points."""

    text: str
    x: float
    y: float
    size: float

    @property
    def end(self) -> float:
        """About where the words end: faces differ by a fifth or so."""
        return self.x + WIDTH_OF_LETTER * self.size * len(self.text)

    def with_more(self, more: PrintedLine) -> PrintedLine:
        return replace(self, text=self.text + more.text, size=max(self.size, more.size))


def paragraphs(pages: list[list[PrintedLine]]) -> list[str]:
    """The paragraphs of all pages in reading order, hyphens at line ends undone, heads and feet left out."""
    kept = [in_reading_order(page) for page in without_margins(pages)]
    hyphens = Hyphens.of([line.text for page in kept for line in page])
    return [joined(block, hyphens) for block in blocks(kept)]


def without_margins(pages: list[list[PrintedLine]]) -> list[list[PrintedLine]]:
    """The pages without page numbers, a browser's print marks, and lines that come back at the same end of most pages."""
    edges = [margins(page) for page in pages]
    seen = Counter(
        place for edge in edges for place in {(fold(text), is_top) for text, is_top in edge.values()}
    )
    repeated = {place for place, times in seen.items() if times >= max(2, (len(pages) + 1) // 2)}
    kept = []
    for page, edge in zip(pages, edges, strict=True):
        out = {
            height
            for height, (text, is_top) in edge.items()
            if (fold(text), is_top) in repeated
            or PAGE_NUMBER.match(text)
            or (BROWSER_HEAD if is_top else BROWSER_FOOT).match(text)
        }
        kept.append([line for line in page if round(line.y) not in out])
    return kept


def margins(page: list[PrintedLine]) -> dict[int, tuple[str, bool]]:
    """The words on each of the outermost heights of a page, from left to right, and whether they stand at the top."""
    heights = sorted({round(line.y) for line in page}, reverse=True)
    top, bottom = heights[:MARGIN_LINES], heights[-MARGIN_LINES:]
    beside = {
        height: sorted((line for line in page if round(line.y) == height), key=lambda line: line.x)
        for height in {*top, *bottom}
    }
    return {
        height: (" ".join(" ".join(line.text for line in lines).split()), height in top)
        for height, lines in beside.items()
    }


def fold(text: str) -> str:
    """The words of a running head without the page's number."""
    return re.sub(r"\d+", "0", text)


def in_reading_order(page: list[PrintedLine]) -> list[PrintedLine]:
    """The lines as drawn, or column by column where the file draws straight across the columns."""
    across = sum(is_across(a, b) for a, b in itertools.pairwise(page))
    if across < max(3, len(page) // 5):
        return page
    starts = columns(page)
    return sorted(page, key=lambda line: (max(n for n, x in enumerate(starts) if x <= line.x), -line.y))


def is_across(one: PrintedLine, other: PrintedLine) -> bool:
    """True for two lines of text side by side; short ones are cells of a table."""
    is_beside = abs(one.y - other.y) < 0.3 * one.size and other.x > one.x
    return is_beside and len(one.text) + len(other.text) > 2 * MOST_LETTERS_IN_CELL


def columns(page: list[PrintedLine]) -> list[float]:
    """Where the columns of a page begin, from left to right."""
    starts = [min(line.x for line in page)]
    times = Counter(round(line.x) for line in page)
    for x, count in sorted(times.items()):
        if count >= max(3, len(page) // 8) and x > starts[-1] + 60:
            starts.append(x - 1.0)
    return starts


def blocks(pages: list[list[PrintedLine]]) -> Iterator[list[PrintedLine]]:
    """The lines of each paragraph."""
    block: list[PrintedLine] = []
    for page in pages:
        leading = usual_leading(page)
        for at, line in enumerate(page):
            around = page[max(0, at - 30) : at + 30]
            if block and (
                starts_paragraph(block, line, around, leading, is_first=at == 0)
                or is_last_line(block, page[at : at + 6])
            ):
                yield block
                block = []
            block.append(line)
    if block:
        yield block


def usual_leading(page: list[PrintedLine]) -> float:
    """The usual distance from line to line on a page, in heights of the face; 1.2 where too few lines tell."""
    gaps = sorted(
        (a.y - b.y) / a.size
        for a, b in itertools.pairwise(page)
        if same_size(a, b) and 0 < a.y - b.y < 3 * a.size
    )
    # The lower end: where paragraphs are short, half of all gaps may lie between two of them.
    return gaps[len(gaps) // 5] if len(gaps) > 3 else 1.2


def starts_paragraph(
    block: list[PrintedLine], line: PrintedLine, around: list[PrintedLine], leading: float, *, is_first: bool
) -> bool:
    """True where a line begins a paragraph: by its size, a gap above it or its indent."""
    last = block[-1]
    if is_drop_cap(last):
        return False
    if not same_size(last, line):
        return True
    ends = bool(SENTENCE_END.search(last.text.rstrip()))
    gap = last.y - line.y
    if is_first or gap <= 0:  # the next page or column
        return ends
    if gap > WIDE * leading * line.size:
        return True
    return is_set_in(line, around) and (ends or not is_set_in(last, around))


def is_last_line(block: list[PrintedLine], below: list[PrintedLine]) -> bool:
    """True where the block's last line had room for the first word of the line below it, by the lines about them."""
    last = block[-1]
    if is_drop_cap(last) or below[0].text[:1].islower() or not 0 < last.y - below[0].y < 3 * last.size:
        return False
    measure = max(len(line.text) for line in [*block[-3:], *below] if same_size(line, last))
    full = FULL if SENTENCE_END.search(last.text.rstrip()) else FULL_AMID_SENTENCE
    return len(last.text) + 1 + len(below[0].text.split()[0]) <= full * measure


def same_size(one: PrintedLine, other: PrintedLine) -> bool:
    return abs(one.size - other.size) < 0.08 * max(one.size, other.size)


def is_drop_cap(line: PrintedLine) -> bool:
    """True for the one large letter that an article may begin with."""
    return len(line.text.strip()) == 1 and line.text.strip().isupper()


def is_set_in(line: PrintedLine, around: list[PrintedLine]) -> bool:
    """True where a line begins a little right of the others of its column."""
    least, most = (line.size * n for n in INDENT)
    return any(least < line.x - other.x < most for other in around if same_size(other, line))


def joined(block: list[PrintedLine], hyphens: Hyphens) -> str:
    """A paragraph's lines as one, words parted at a line's end put together again."""
    text = ""
    for line in block:
        more = " ".join(line.text.split())
        text = text + more if is_first_letter(text) else hyphens.together(text, more)
    return text.translate(LIGATURES)


def is_first_letter(text: str) -> bool:
    return len(text) == 1 and text.isupper() and text not in "AI"


@dataclass(frozen=True)
class Hyphens:
    """What a text tells of its hyphens: how often each word stands in it, and whether lines part words."""

    words: Counter[str]
    parts_words: bool
    has_own_mark: bool
    """True where words are parted by a mark that is no hyphen of words."""

    @classmethod
    def of(cls, lines: list[str]) -> Hyphens:
        words = Counter(w for line in lines for w in re.findall(r"[\w’'-]+", line.casefold()))
        parted = sum(PARTED.search(line.rstrip()) is not None for line in lines)
        marked = any(line.rstrip()[-1:] in SOFT_HYPHENS for line in lines)
        return cls(words, marked or parted >= max(2, LEAST_PARTED * len(lines)), marked)

    def together(self, text: str, more: str) -> str:
        """The text with the words of the next line."""
        before = PARTED.search(text)
        if before is None:
            return f"{text} {more}".lstrip()
        after = re.match(r"[a-zà-öø-ÿ]+", more)
        if (
            after is None
            or not before[1].isalpha()
            or self.is_kept(before[1].casefold(), before[2], after[0])
        ):
            return text + more
        return text[:-1] + more

    def is_kept(self, before: str, mark: str, after: str) -> bool:
        """Whether a word parted at its hyphen has one: as elsewhere in the text, else by the text's way and its first part."""
        if mark in SOFT_HYPHENS:
            return False
        whole, parted = self.words[before + after], self.words[f"{before}-{after}"]
        if whole or parted:
            return parted > whole
        return not self.parts_words or self.has_own_mark or before in FIRST_PARTS or after in LAST_PARTS
