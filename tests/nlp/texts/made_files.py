"""Word files and PDFs made in code, as small as their forms allow."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" '
    f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
    "docProps/core.xml": '<coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:creator>Somebody’s Computer</dc:creator></coreProperties>",
}


def paragraph(text: str) -> str:
    """Word's markup of a paragraph, a line break for each "\\n"."""
    lines = (f"<w:t>{escape(line)}</w:t>" for line in text.split("\n"))
    return f"<w:p><w:r>{'<w:br/>'.join(lines)}</w:r></w:p>"


def word_file(*body: str) -> bytes:
    """A .docx of that markup."""
    document = f"<w:document {W}><w:body>{''.join(body)}</w:body></w:document>"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in (PARTS | {"word/document.xml": document}).items():
            packed.writestr(name, content)
    return made.getvalue()


Drawn = tuple[str, float, float, float]
"""Words, where they begin (from left, from below) and the height of the face, in points."""


def pdf_file(*pages: Iterable[Drawn], password: str = "") -> bytes:
    """A PDF with those words on its pages, each drawn apart, in that order."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    for drawn in pages:
        page = writer.add_blank_page(600, 800)
        content = DecodedStreamObject()
        content.set_data(b"\n".join(operations(*words) for words in drawn))
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        page[NameObject("/Contents")] = writer._add_object(content.flate_encode())
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def operations(text: str, x: float, y: float, size: float) -> bytes:
    shown = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
    return b"BT /F1 %g Tf %g %g Td (%s) Tj ET" % (size, x, y, shown)


def column(lines: Iterable[str], x: float = 60, top: float = 700, size: float = 10) -> list[Drawn]:
    """Lines one under the other; an empty one leaves a gap between two paragraphs."""
    return [(line, x, top - 1.2 * size * n, size) for n, line in enumerate(lines) if line]
