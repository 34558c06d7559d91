"""Slips, put by a script into articles that say the thing twice, and how many of them are caught (README.md)."""
