"""Files become documents, and documents sentences."""

from factcheck.read.segmenting import segment, unclosed_quotations

__all__ = ["segment", "unclosed_quotations"]
