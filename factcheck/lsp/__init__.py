"""Editors show what is found while an article is written: the language server."""
