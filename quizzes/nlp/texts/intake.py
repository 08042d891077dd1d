"""Intake: from a file's bytes or pasted words to an article's text as read, or a plain sentence why not.

A web process runs this at upload and `analyze` on its files, so that both see the same characters.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import PurePath

import ftfy
import ftfy.badness
import yaml

from quizzes.nlp.texts.pdf_file import read_pdf_file
from quizzes.nlp.texts.stated_dates import iso_date
from quizzes.nlp.texts.unreadable import ArticleUnreadable
from quizzes.nlp.texts.webpage import read_page
from quizzes.nlp.texts.word_file import read_word_file

MOST_BYTES = 1_048_576
# Word files and PDFs carry their pictures and faces with them.
MOST_BYTES_OF_DOCUMENT = 10 * MOST_BYTES
# Saved pages carry scripts and menus: those of large outlets go well past one megabyte.
MOST_BYTES_OF_PAGE = 2 * MOST_BYTES
MOST_WORDS = 30_000
"""The longest magazine pieces have some 20,000; comparing costs the square of what one article claims of one thing."""
PLAIN, PAGE = (".txt", ".md"), (".html", ".htm")
DOCUMENTS = {".docx": read_word_file, ".pdf": read_pdf_file}
SUPPORTED = (*PLAIN, *PAGE, *DOCUMENTS)

KNOWN_KEYS = ("outlet", "headline", "byline", "published")
FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.S)
NULLS = {"", "~", "null", "none"}

# Articles hold hardly any control characters; a picture or a program read as Windows-1252 is full of them.
MOST_CONTROL_CHARACTERS = 0.01
ALLOWED_CONTROLS = frozenset("\t\n\r\f\v")

FUNCTION_WORDS = frozenset(
    """the of and to that is for with are were have it by from this which would not their they be been who after but
    its than when what there you she about into could because against more also over while where how our your them
    these those did does should might if or and his""".split()
)
"""Closed-class words of English, without those that German, Dutch, French or Spanish write too ("in", "was", "on")."""

# A quarter to a third of English prose is made of these words and a tenth of terse notes; of other languages,
# which share a few of them by accident ("of", "her", "is"), hardly one in thirty.
LEAST_ENGLISH = 0.07
# Too short to tell a language by: let it pass.
FEWEST_WORDS = 20
# Teasers and menus are shorter.
FEWEST_WORDS_OF_NEWS = 12


@dataclass(frozen=True)
class ArticleFile:
    """A file's text as read, and what its front matter or page states of it (a key with None: known to be not stated)."""

    name: str
    text: str
    known: dict[str, str | None] = field(default_factory=dict)


def most_bytes(name: str) -> int:
    """How large a file of that name may be."""
    ending = ending_of(name)
    if ending in DOCUMENTS:
        return MOST_BYTES_OF_DOCUMENT
    return MOST_BYTES_OF_PAGE if ending in PAGE else MOST_BYTES


def ending_of(name: str) -> str:
    return PurePath(name).suffix.lower()


def read_file(name: str, data: bytes) -> ArticleFile:
    """The article in a file. Raises ArticleUnreadable."""
    ending = ending_of(name)
    if ending not in SUPPORTED:
        raise ArticleUnreadable(
            "This kind of file cannot be read. Use .txt, .md, .html, .docx or .pdf, or paste the text."
        )
    if len(data) > most_bytes(name):
        size = most_bytes(name) // MOST_BYTES
        raise ArticleUnreadable(
            f"This file is larger than {size} MB, more than an article. Upload the article alone."
        )
    if not data:
        raise ArticleUnreadable("There is no text in it.")
    if ending in DOCUMENTS:
        return ArticleFile(name, accepted(DOCUMENTS[ending](data)))
    text = lines_unified(decoded(data))
    if ending in PAGE:
        page = read_page(text)
        if page.text and not holds_article(page.text):
            raise ArticleUnreadable(
                "No article was found in this page. Save the page of the article itself, or paste its text."
            )
        return ArticleFile(name, accepted(encoding_repaired(page.text)), page.known)
    text, known = front_matter_split(text)
    return ArticleFile(name, accepted(encoding_repaired(text)), known)


def read_pasted(text: str) -> ArticleFile:
    """The article in pasted words. Raises ArticleUnreadable."""
    if len(text.encode("utf-8", "replace")) > MOST_BYTES:
        raise ArticleUnreadable(
            "This text is larger than 1 MB, more than an article. Paste the article alone."
        )
    text, known = front_matter_split(lines_unified(text.removeprefix("\ufeff")))
    return ArticleFile("", accepted(encoding_repaired(text)), known)


def decoded(data: bytes) -> str:
    """The characters of UTF-8 or UTF-16 (by its byte order mark), or else Windows-1252. Raises ArticleUnreadable."""
    code = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    if code == "utf-8-sig" and b"\0" in data:
        raise ArticleUnreadable("This file is not text: it looks like a picture, a program or a document.")
    for tried in (code, "cp1252"):
        try:
            return data.decode(tried)
        except UnicodeDecodeError:
            continue
    raise ArticleUnreadable("This file is neither UTF-8 nor Windows-1252 text. Save it as UTF-8.")


def lines_unified(text: str) -> str:
    """The text with one kind of line end and nothing else changed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def front_matter_split(text: str) -> tuple[str, dict[str, str | None]]:
    """The text without front matter, and what that says; a block that is no YAML mapping is left where it is."""
    block = FRONT_MATTER.match(text)
    if block is None:
        return text, {}
    try:
        # BaseLoader leaves every value a string: no dates made, nothing constructed.
        stated = yaml.load(block[1] or "", Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        return text, {}
    if not isinstance(stated, dict):
        return text, {}
    known = {k: stated_value(k, stated[k]) for k in KNOWN_KEYS if isinstance(stated.get(k), str)}
    return text[block.end() :], known


def stated_value(key: str, value: str) -> str | None:
    value = " ".join(value.split())
    if value.lower() in NULLS:
        return None
    return iso_date(value) if key == "published" else value


def holds_article(text: str) -> bool:
    """False where not one line is as long as a sentence of news: a list of headlines, a form, a menu."""
    return any(len(line.split()) >= FEWEST_WORDS_OF_NEWS for line in text.split("\n")[1:])


def encoding_repaired(text: str) -> str:
    """The text, its encoding repaired in the lines that show mojibake; marks and spelling stay as they are."""
    if not ftfy.badness.is_bad(text):
        return text
    # Line by line: where one line is sound and another is not, the whole cannot be decoded again.
    return "\n".join(
        ftfy.fix_encoding(line) if ftfy.badness.is_bad(line) else line for line in text.split("\n")
    )


def accepted(text: str) -> str:
    """The text itself. Raises ArticleUnreadable where it is empty, binary, a whole book or in another language."""
    if not any(c.isalnum() for c in text):
        raise ArticleUnreadable("There is no text in it.")
    controls = sum(unicodedata.category(c) == "Cc" and c not in ALLOWED_CONTROLS for c in text)
    if "\0" in text or controls > MOST_CONTROL_CHARACTERS * len(text):
        raise ArticleUnreadable("This file is not text: it looks like a picture, a program or a document.")
    if (words := len(text.split())) > MOST_WORDS:
        raise ArticleUnreadable(
            f"This text has {words:,} words, a book rather than an article; {MOST_WORDS:,} are the most that is read."
            " Paste or upload the article alone."
        )
    if not reads_as_english(text):
        raise ArticleUnreadable(
            "This text does not seem to be in English. MediaQuiz reads English articles only."
        )
    return text


def reads_as_english(text: str) -> bool:
    """False where a text long enough to tell has too few English function words among its words.

    Words with a capital are left out (a list of names is in no language) unless the text is all capitals.
    """
    words = re.findall(r"[^\W\d_]+", text)
    # Scripts without capitals (Arabic, Chinese) count as plain words.
    plain = [w for w in words if w.islower() or w.lower() == w.upper()]
    if not plain and all(w.isupper() for w in words):
        plain = words
    if len(plain) < FEWEST_WORDS:
        return True
    return sum(w.lower() in FUNCTION_WORDS for w in plain) >= LEAST_ENGLISH * len(plain)


def fingerprint(text: str) -> str:
    """A hash that texts share which differ only in case, white space, punctuation or the form of a character."""
    words = re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())
    return hashlib.sha256(" ".join(words).encode("utf-8", "replace")).hexdigest()
