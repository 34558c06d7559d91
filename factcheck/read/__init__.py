"""Files become documents, and documents sentences."""

from factcheck.read.loading import load
from factcheck.read.marking import mark, unmark
from factcheck.read.segmenting import segment, unclosed_quotations

__all__ = ["load", "mark", "segment", "unclosed_quotations", "unmark"]
