"""Word files (.docx): their paragraphs as lines, as a reader sees them. Headers, footers and comments stay out."""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.parsers.expat import ExpatError

import mammoth
from lxml import html

from quizzes.nlp.texts.unreadable import ArticleUnreadable

MAIN_PART = "word/document.xml"
# Five thousand words make some 400 kB of Word's markup in ten thousand tags; twenty times that is no article.
MOST_BYTES_OF_MARKUP = 8_000_000
MOST_TAGS = 120_000
# How a compound file starts: a .doc of old, or a .docx behind a password.
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 li".split())
# mammoth looks up parts by name and casts values as it goes; a file made wrong fails in one of these ways.
MALFORMED = (
    zipfile.BadZipFile,
    zlib.error,
    ExpatError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)

BROKEN = "This is no Word file that can be opened. Save it once more as .docx, or paste the text."


def read_word_file(data: bytes) -> str:
    """The document's paragraphs as lines, with no empty line between. Raises ArticleUnreadable."""
    if data.startswith(COMPOUND_FILE):
        raise ArticleUnreadable(
            "This Word file is protected by a password or saved in the old .doc form. Save it as .docx without one."
        )
    refuse_bomb(data)
    try:
        # The pictures' own bytes are of no use here and may be large.
        made = mammoth.convert_to_html(
            io.BytesIO(data), convert_image=mammoth.images.img_element(lambda _: {})
        )
    except MALFORMED as error:
        raise ArticleUnreadable(BROKEN) from error
    return "\n".join(lines_of(made.value))


def refuse_bomb(data: bytes) -> None:
    """Raises ArticleUnreadable where this is no Word file, or one whose parts unpack to far more than an article."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = [part for part in packed.infolist() if part.filename.endswith((".xml", ".rels"))]
            if MAIN_PART not in {part.filename for part in parts}:
                raise ArticleUnreadable(BROKEN)
            # zipfile never unpacks more of a part than its directory says, so a false size does no harm.
            is_large = sum(part.file_size for part in parts) > MOST_BYTES_OF_MARKUP
            is_large = is_large or sum(packed.read(part).count(b"<") for part in parts) > MOST_TAGS
    except ArticleUnreadable:
        raise
    except MALFORMED as error:
        raise ArticleUnreadable(BROKEN) from error
    if is_large:
        raise ArticleUnreadable("This Word file holds far more than an article. Upload the article alone.")


def lines_of(markup: str) -> list[str]:
    """The words of each paragraph, heading, list entry and row of a table; a line break begins another line."""
    if not markup:
        return []
    found: list[str] = []
    for element in html.fragment_fromstring(markup, create_parent="div").iter("tr", *BLOCKS):
        in_row = any(above.tag == "tr" for above in element.iterancestors())
        if element.tag == "tr":
            cells = (" ".join(words_of(cell).split()) for cell in element)
            found.append("\t".join(cells).strip())
        elif not in_row:
            found += (" ".join(line.split()) for line in words_of(element).split("\n"))
    return [line for line in found if line]


def words_of(element: html.HtmlElement) -> str:
    """The element's own words, with "\\n" for a line break; blocks inside it that are listed apart are left out."""
    words = element.text or ""
    for inside in element:
        if inside.tag == "br":
            words += "\n"
        elif inside.tag == "p" and element.tag in {"td", "th"}:
            words += " " + words_of(inside)
        elif inside.tag not in {"ul", "ol", "table", *BLOCKS}:
            words += words_of(inside)
        words += inside.tail or ""
    return words
