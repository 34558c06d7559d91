"""How a run ends, and how each command tells of it in its help."""

from __future__ import annotations

FOUND = 1
UNUSABLE = 2
NOTHING_COMPARED = 3
INTERNAL_ERROR = 70
INTERRUPTED = 130


EXIT_CODES = """\b
Exits with
  0    if nothing is found that is as loud as --fail-on says
  1    if something is
  2    if an option, a rule, a fact or an article cannot be used
       (what can be read is checked and reported all the same)
  3    if there was nothing to compare (0 with --allow-empty)
  70   after a mistake of factcheck's own
  130  when interrupted
"""
LISTING_EXIT_CODES = """\b
Exits with
  0    normally
  2    if an option, a rule, a fact or an article cannot be used
  70   after a mistake of factcheck's own
  130  when interrupted
"""
TESTING_EXIT_CODES = """\b
Exits with
  0    if every example comes out as its rule says
  1    if one does not
  2    if a rule cannot be used
  70   after a mistake of factcheck's own
  130  when interrupted
"""
