"""PDFs for the tests: set with reportlab, or put together by hand where they must be broken."""

import io
import zlib
from collections.abc import Sequence
from functools import cache

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate


def article_pdf(headline: str, paragraphs: Sequence[str], *, title: str = "", above: Sequence[str] = ()) -> bytes:
    """Return a PDF with lines in small print, a headline in large print and paragraphs that wrap."""
    target, styles = io.BytesIO(), getSampleStyleSheet()
    story = [Paragraph(line, styles["Normal"]) for line in above]
    story.append(Paragraph(headline, styles["Title"]))
    story += [Paragraph(text, styles["BodyText"]) for text in paragraphs]
    SimpleDocTemplate(target, pagesize=A4, title=title).build(story)
    return target.getvalue()


def pages_pdf(pages: Sequence[Sequence[tuple[float, float, str]]], *, lock: str | None = None) -> bytes:
    """Return a PDF with lines of text at places (x, y) on each page."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, encrypt=lock)
    for page in pages:
        for x, y, text in page:
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def raw_pdf(content: bytes, *, filters: bytes = b"/FlateDecode", pages: int = 1) -> bytes:
    """Return a PDF whose pages all share one content stream, given as it stands in the file."""
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 3 0 R/Resources<</Font<</F1 " + font + b">>>>>>"
    kids = b" ".join(b"%d 0 R" % (4 + number) for number in range(pages))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + kids + b"]/Count %d>>" % pages,
        b"<</Length %d/Filter %s>>stream\n" % (len(content), filters) + content + b"\nendstream",
        *[page] * pages,
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer


@cache
def bomb(megabytes: int) -> bytes:
    """Return a compressed stream that unpacks to many times its size."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(megabytes)) + packer.flush()
