"""Readings become mentions: what is meant."""
