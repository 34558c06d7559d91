"""Levels and what changed them, told in two articles: what follows from the one is held against the other."""
