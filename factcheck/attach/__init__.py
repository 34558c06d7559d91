"""Mentions become claims: what they are about."""
