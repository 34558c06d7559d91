"""What holds for every test."""

from __future__ import annotations

from hypothesis import settings

# A law is no slower for being checked on a busy machine.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
