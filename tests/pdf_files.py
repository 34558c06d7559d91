"""PDF files made for a test: words at places of pages, in the plainest PDF that there is."""

from __future__ import annotations

from typing import NamedTuple

#: A picture of one dot.
DOT = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n\xff\nendstream"


class Words(NamedTuple):
    """Words that stand on a page, so far from its left and lower edge."""

    left: float
    base: float
    words: str
    size: float = 12


def lines(*texts: str, left: float = 72, top: float = 700, leading: float = 14, size: float = 12) -> list[Words]:
    """Lines below each other."""
    return [Words(left, top - leading * at, text, size) for at, text in enumerate(texts)]


def pdf_file(*pages: list[Words], trailer: str = "", scanned: bool = False) -> bytes:
    """A PDF with these pages; a scanned one has a picture on every page."""
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        DOT,
    ]
    for at, page in enumerate(pages):
        shown = "".join(
            f"BT /F {word.size} Tf 1 0 0 1 {word.left} {word.base} Tm ({_escaped(word.words)}) Tj ET\n" for word in page
        )
        stream = (shown + ("q 100 0 0 100 0 0 cm /I Do Q\n" if scanned else "")).encode("cp1252")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {6 + 2 * at} 0 R"
            " /Resources << /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    data, offsets = b"%PDF-1.4\n", []
    for number, inner in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, inner)
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + end.encode()


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
