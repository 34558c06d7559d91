"""Bytes become text: byte order mark, UTF-8, what the file declares, and last windows-1252 where it is plausible."""

from __future__ import annotations

import codecs
import re

from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

#: The longer marks first: UTF-32's begins with UTF-16's.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: HTML has to declare its encoding within so many bytes.
DECLARED_WITHIN = 1024
#: English in windows-1252 has single accented letters and quotation marks; longer runs are another alphabet.
LONGEST_RUN = 3

_DECLARATION = regex(
    rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?([\w-]{2,40})|<\?xml[^>]{1,200}?encoding\s*=\s*[\"']([\w-]{2,40})",
    re.IGNORECASE,
)
_ABOVE_ASCII = regex(rb"[\x80-\xff]+")


class Encoding(NamedTuple):
    """How bytes are to be read: the encoding, the byte order mark before the text, and what had to be assumed."""

    name: str
    mark: bytes = b""
    assumed: str = ""


def decode(data: bytes) -> tuple[str, str]:
    """The text, and what had to be assumed to read it ("" if nothing).

    Raises UnicodeDecodeError at the first byte that fits nothing.
    """
    encoding = encoding_of(data)
    return data.removeprefix(encoding.mark).decode(encoding.name), encoding.assumed


def encoding_of(data: bytes) -> Encoding:
    """The encoding that the bytes are in.

    Raises UnicodeDecodeError at the first byte that fits none.
    """
    for mark, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return Encoding(name, mark, "" if name == "utf-8" else f"read as {name}, by its byte order mark")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if declared := _declared(data):
            return Encoding(declared, assumed=f"read as {declared}, as it declares")
        if not _is_plausibly_western(data):
            raise
        return Encoding(
            "windows-1252", assumed="read as windows-1252, for it is not UTF-8 and does not declare an encoding"
        )
    return Encoding("utf-8")


def _declared(data: bytes) -> str | None:
    """The encoding that HTML or XML declares, unless it is UTF-8 (which it is not) or unknown."""
    match = _DECLARATION.search(data[:DECLARED_WITHIN])
    if not match:
        return None
    name = (match[1] or match[2]).decode("ascii")
    try:
        encoding = codecs.lookup(name).name
    except LookupError:
        return None
    # What calls itself Latin-1 is windows-1252 on the web, and no browser reads it otherwise.
    encoding = "windows-1252" if encoding in {"iso8859-1", "ascii", "cp1252"} else encoding
    return None if encoding in {"utf-8", "utf-16", "utf-32"} else encoding


def _is_plausibly_western(data: bytes) -> bool:
    """Whether the bytes can be windows-1252: no byte that it lacks, no long run, and not UTF-8 with a scratch."""
    runs = _ABOVE_ASCII.findall(data)
    damaged = data.decode("utf-8", errors="replace")
    spoilt = damaged.count("\ufffd")
    sound = sum(letter > "\x7f" for letter in damaged) - spoilt
    return (
        sound < spoilt
        and not any(byte in data for byte in b"\x81\x8d\x8f\x90\x9d")
        and all(len(run) <= LONGEST_RUN for run in runs)
    )


#: Spaces of other widths, and hyphens, at which a line may break or not.
_SPACES, _HYPHENS = "\u00a0\u2007\u2009\u200a\u202f", "\u2010\u2011"
#: Such a space before three digits may be within a number ("70 000").
_APART = regex(rf"(?<!\d)[{_SPACES}]|[{_SPACES}](?!\d{{3}})")
_PLAIN_HYPHENS = str.maketrans(_HYPHENS, "-" * len(_HYPHENS))


def plainly_spaced(text: str) -> str:
    """The text, letter for letter as long, with a plain space or hyphen for each that only looks otherwise or binds.

    >>> plainly_spaced("5\u202fkm, a 12\u2011year\u2011old, 70\u202f000")
    '5 km, a 12-year-old, 70\u202f000'
    """
    if text.isascii() or not any(letter in text for letter in _SPACES + _HYPHENS):
        return text
    return _APART.sub(" ", text).translate(_PLAIN_HYPHENS)
