"""Small words on which many readings turn, as parts of expressions: which or whose something is, and of whom some are told."""

from __future__ import annotations

from factcheck.regexes import regex

#: "The", or whose something is.
THE = r"(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)"
#: The same, and what points at it.
THIS = r"(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)"
#: The same, and any that something may have: "a year", "Oslo's first week".
ANYS = r"(?:[Aa]n?|[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[\w’'-]+['’]s?)"
#: Behind "of", all of those that were told: "12 of the 40", "12 of these 40".
OF_THE = r"of (?:the|its|their|his|her|our|those|these|all)"
#: Behind a number that is some of those that were told.
OF_THEM = r"of (?:them|these|those|whom|which)"
IS_OF_THEM = regex(rf" {OF_THEM}\b")
#: Behind a number in figures.
PERCENT = r"(?:%|per ?cent)"
