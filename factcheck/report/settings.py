"""The settings of a project: what they are, and where each is set."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from factcheck.keys import KEYS
from factcheck.report.lines import Line
from factcheck.report.records import as_json
from factcheck.report.table import table_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.config import Config
    from factcheck.report.prose import Page

HEADER = ("setting", "is", "set in", "what it does")
UNSET = "-"


def settings_lines(config: Config, page: Page) -> Iterator[Line]:
    """The file, then a row for each setting that there is, set or not."""
    file = os.path.relpath(config.path) if config.path else "none found from here up"
    yield Line(page.text(f"settings: {file}"))
    yield Line()
    yield from table_lines(HEADER, [*_rows(config)], page)


def settings_text(config: Config) -> str:
    """The same as JSON."""
    rows = [dict(zip(("setting", "is", "set_in", "does"), row, strict=True)) for row in _rows(config)]
    return as_json({"file": str(config.path) if config.path else None, "settings": rows})


def _rows(config: Config) -> Iterator[tuple[str, str, str, str]]:
    for key, known in KEYS.items():
        if key in config.settings:
            yield key, _shown(config.get(key)), config.place(key), known.says
        else:
            yield key, known.default, UNSET, known.says
    for rule, setting in config.severities.items():
        yield f"severity.{rule}", setting.value.value, setting.place, "how loud the rule or group is"
    for one in config.per_file:
        for key, setting in one.settings.items():
            yield f"{key} for {one.pattern}", _shown(setting.value), setting.place, f"{key} for these files"


def _shown(value: object) -> str:
    """A value as it would be written in a file of settings."""
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    return str(value).lower() if isinstance(value, bool) else str(value)
