"""Files become documents, and documents sentences."""

from factcheck.read.loading import load
from factcheck.read.segmenting import segment, unclosed_quotations

__all__ = ["load", "segment", "unclosed_quotations"]
