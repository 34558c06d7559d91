"""A draft against its sources: figures, dates, words and names that a source has otherwise."""
