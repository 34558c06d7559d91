"""The lines over, under and beside a text, held against the text."""
