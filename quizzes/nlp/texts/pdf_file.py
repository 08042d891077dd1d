"""PDF files: the printed lines of their pages, with where they stand, by pypdf within bounds of size and time."""

from __future__ import annotations

import io
import logging
import math
import time
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from pypdf import Configuration, PageObject, PasswordType, PdfReader, apply_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

from quizzes.nlp.texts.printed import PrintedLine, paragraphs
from quizzes.nlp.texts.unreadable import ArticleUnreadable

MOST_PAGES = 40
# An article's page takes some ten milliseconds; what takes this long was made to.
MOST_SECONDS = 15.0
# A page's text unpacks to some 100 kB and a few thousand operations; these stop a small file that unpacks to gigabytes.
BOUNDS = Configuration(
    zlib_maximum_output_length=4_000_000,
    lzw_maximum_output_length=4_000_000,
    run_length_maximum_output_length=4_000_000,
    array_based_stream_maximum_output_length=4_000_000,
    stream_decoding_work_maximum_length=12_000_000,
    stream_parsing_work_maximum_count=300_000,
    xform_maximum_invocations_per_extraction=500,
)
# pypdf reads on past faults of a file, and fails in these ways where it cannot.
MALFORMED = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    zlib.error,
)

BROKEN = "This PDF is damaged and cannot be opened. Save it once more, or paste the text."
LOCKED = "This PDF is protected by a password. Upload one without, or paste the text."
SCAN = "This PDF holds pictures of pages and no text that can be read. Paste the text instead."
TOO_LONG = (
    f"This PDF has more than {MOST_PAGES} pages, more than an article. Upload the article's pages alone."
)
TOO_SLOW = "This PDF is made in a way that takes too long to read. Paste the text instead."

# pypdf tells of each fault that it reads past; a teacher's file is no news for the server's log.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf_file(data: bytes) -> str:
    """The pages' paragraphs as lines, without running heads and page numbers. Raises ArticleUnreadable."""
    with apply_configuration(BOUNDS):
        try:
            pages = [*pages_of(data)]
        except (FileNotDecryptedError, DependencyError) as error:
            raise ArticleUnreadable(LOCKED) from error
        except LimitReachedError as error:
            raise ArticleUnreadable(TOO_SLOW) from error
        except ArticleUnreadable:
            raise
        except MALFORMED as error:
            raise ArticleUnreadable(BROKEN) from error
    if not any(c.isalnum() for page in pages for line in page for c in line.text):
        raise ArticleUnreadable(SCAN)
    return "\n".join(paragraphs(pages))


def pages_of(data: bytes) -> Iterator[list[PrintedLine]]:
    """The printed lines of each page, in the order in which the file draws them."""
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
        raise ArticleUnreadable(LOCKED)
    if len(reader.pages) > MOST_PAGES:
        raise ArticleUnreadable(TOO_LONG)
    until = time.monotonic() + MOST_SECONDS
    for page in reader.pages:
        yield lines_of(page, until)


def lines_of(page: PageObject, until: float) -> list[PrintedLine]:
    """The lines of a page; pieces drawn one after the other on one height are one line."""
    found: list[PrintedLine] = []
    is_new = True

    def drawn(text: str, cm: Sequence[float], tm: Sequence[float], font: Any, font_size: float) -> None:
        nonlocal is_new
        refuse_late(until)
        words = text.strip("\n")
        if words.strip():
            line = placed(words, cm, tm, font_size)
            last = found[-1] if found else None
            if last and goes_on(last, line, is_new=is_new):
                found[-1] = last.with_more(line)
            else:
                found.append(line)
            is_new = False
        is_new = is_new or "\n" in text

    page.extract_text(
        orientations=(0,), visitor_text=drawn, visitor_operand_before=lambda *_: refuse_late(until)
    )
    return found


def goes_on(last: PrintedLine, line: PrintedLine, *, is_new: bool) -> bool:
    """True where words stand on the height of those before them and no gap like that between columns is left."""
    if abs(last.y - line.y) >= 0.3 * last.size:
        return False
    return last.x < line.x < last.end if is_new else line.x < last.end + 2 * last.size


def refuse_late(until: float) -> None:
    if time.monotonic() > until:
        raise ArticleUnreadable(TOO_SLOW)


def placed(text: str, cm: Sequence[float], tm: Sequence[float], font_size: float) -> PrintedLine:
    """The words with their place and size on the page: the text's own matrix, then the page's."""
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    up = (tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
    return PrintedLine(text, x, y, max(abs(font_size) * math.hypot(*up), 1.0))
