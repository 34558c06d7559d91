"""What is said: amounts as they are written, and times that still lack their dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.amounts import CURRENCY_CODES, NUMBER_WORDS, read_digits, read_words
from factcheck.extract.elisions import named
from factcheck.extract.scanning import Reader, Reading, Scanner
from factcheck.extract.times import STARTS
from factcheck.extract.times_in_figures import YEAR_CODES, read_after_digits, read_after_word
from factcheck.read.paragraphs import unwrapped

if TYPE_CHECKING:
    from factcheck.model import Document

__all__ = ["Reading", "extract"]

_WORDS: dict[str, tuple[Reader, ...]] = {word: (read,) for word, read in STARTS.items()}
for _word in NUMBER_WORDS:
    _WORDS[_word] = (*_WORDS.get(_word, (read_after_word,)), read_words)

_SCANNER = Scanner(words=_WORDS, digits=(read_after_digits, read_digits), codes=(*CURRENCY_CODES, *YEAR_CODES))


def extract(document: Document) -> list[Reading]:
    """Every amount and time that the document says, in order and without overlap."""
    text = unwrapped(document.text)
    return named(text, _SCANNER.scan(text))
