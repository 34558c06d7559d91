"""The settings of a project: found in the folder that one works in or above it, and checked key by key.

They stand in factcheck.toml, in pyproject.toml under [tool.factcheck], or in setup.cfg
under [factcheck]; the first of these that is found is the only one that counts. Where
they are looked for is decided in docs/decisions/settings-are-found-from-here.md.
"""

from __future__ import annotations

from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.model import Severity
from factcheck.nouns import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pathspec import GitIgnoreSpec

    from factcheck.keys import Key
    from factcheck.model import Document, Finding

FILES = ("factcheck.toml", "pyproject.toml", "setup.cfg")
#: What stands in the files of other tools if they hold settings of ours too.
_MARKS = {"pyproject.toml": "factcheck", "setup.cfg": "[factcheck"}


class ConfigError(ValueError):
    """A setting that cannot be used: `file:line: what is the matter, and the remedy`."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a key is set to, and in which file."""

    value: Any
    path: Path
    keys: tuple[str, ...]

    @property
    def place(self) -> str:
        """The file and the line (`factcheck.toml:3`), which is looked for when somebody asks."""
        return _place(self.path, self.keys)


@dataclass(frozen=True, slots=True)
class PerFile:
    """What holds for the files that a pattern matches, besides what holds for all."""

    pattern: str
    spec: GitIgnoreSpec
    settings: Mapping[str, Setting]


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a file; none at all where there is no file."""

    path: Path | None = None
    settings: Mapping[str, Setting] = field(default_factory=dict)
    #: How loud rules and groups are, by name.
    severities: Mapping[str, Setting] = field(default_factory=dict)
    per_file: tuple[PerFile, ...] = ()

    def get(self, key: str, default: Any = None) -> Any:
        """What the key is set to."""
        return self.settings[key].value if key in self.settings else default

    def place(self, key: str) -> str:
        """Where the key is set."""
        return self.settings[key].place

    def for_file(self, name: str, key: str) -> Any:
        """What a key of per-file is set to for a file, the last pattern that matches having its way; None if none does."""
        value = None
        for one in self.per_file:
            if key in one.settings and one.spec.match_file(self._inside(name)):
                value = one.settings[key].value
        return value

    def _inside(self, name: str) -> str:
        """The path of a file from the folder of the settings, which patterns are about."""
        path, folder = Path(name).resolve(), (self.path or Path()).resolve().parent
        return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()


# --- finding ------------------------------------------------------------------------


def found_from(folder: Path) -> Config:
    """The settings in a folder or the nearest one above it that has any; ConfigError if they cannot be used."""
    for place in (folder.resolve(), *folder.resolve().parents):
        for name in FILES:
            path = place / name
            if path.is_file() and (table := _table(path)) is not None:
                return _config(path, table)
    return Config()


def read_config(path: Path) -> Config:
    """The settings of a file that was named; ConfigError if there are none or they cannot be used."""
    table = _table(path)
    if table is None:
        raise ConfigError(f"{path}: no settings in it. Put them under [{_section(path)}].")
    return _config(path, table)


def _section(path: Path) -> str:
    return "factcheck" if path.suffix == ".cfg" else "tool.factcheck"


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as problem:
        raise ConfigError(f"{_shown(path)}: cannot be read: {problem.strerror}. Check the name.") from problem
    except UnicodeDecodeError as problem:
        raise ConfigError(f"{_shown(path)}: is not UTF-8 text. Save it as UTF-8.") from problem


def _table(path: Path) -> dict[str, Any] | None:
    """The settings in a file as they are written; None if it has none."""
    text = _text(path)
    if path.name in _MARKS and _MARKS[path.name] not in text:
        return None  # the settings of other tools alone, which are slow to read
    import tomllib  # noqa: PLC0415 - a run without settings does not pay for it

    if path.suffix == ".cfg":
        return _sections(path, text)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        from factcheck.keylines import toml_problem  # noqa: PLC0415 - few files are wrong

        if path.name == "pyproject.toml" and "tool.factcheck" not in text:
            return None  # other tools will complain
        raise ConfigError(toml_problem(_shown(path), problem)) from problem
    if path.name == "pyproject.toml":
        inside: dict[str, Any] | None = table.get("tool", {}).get("factcheck")
        return inside
    return table


def _sections(path: Path, text: str) -> dict[str, Any] | None:
    """[factcheck], [factcheck:severity] and [factcheck:per-file:PATTERN] of an INI file, nested."""
    from configparser import ConfigParser  # noqa: PLC0415 - few have their settings there
    from configparser import Error as ConfigParserError  # noqa: PLC0415 - settings are rarely given

    parser = ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign] # keys have capitals where they have them
    try:
        parser.read_string(text)
    except ConfigParserError as problem:
        if "[factcheck" not in text:
            return None
        from factcheck.keylines import ini_problem  # noqa: PLC0415 - few files are wrong

        raise ConfigError(ini_problem(_shown(path), problem)) from problem
    table: dict[str, Any] = {}
    for section in parser.sections():
        name, *inner = section.split(":", 2)
        if name == "factcheck":
            place = table
            for step in inner:
                place = place.setdefault(step, {})
            place.update(parser[section])
    return table or None


# --- checking -----------------------------------------------------------------------


def _config(path: Path, table: dict[str, Any]) -> Config:
    """The settings that a table comes to; ConfigError at the first key or value that is none."""
    from factcheck.keys import KEYS, TABLES  # noqa: PLC0415 - a run without settings does not pay for it

    settings = _settings(path, table, (), KEYS, TABLES)
    severities = _severities(path, table.get("severity", {}))
    return Config(path, settings, severities, tuple(_per_file(path, table.get("per-file", {}))))


def _settings(
    path: Path, table: dict[str, Any], above: tuple[str, ...], keys: Mapping[str, Key], besides: tuple[str, ...] = ()
) -> dict[str, Setting]:
    settings = {}
    for key, value in table.items():
        if key in besides:
            continue
        setting = (*above, key)
        if key not in keys:
            from factcheck.keys import meant_by  # noqa: PLC0415 - settings are rarely given

            there_are = meant_by(key, (*keys, *besides))
            raise ConfigError(f"{_place(path, setting)}: there is no setting “{key}”{there_are}")
        try:
            settings[key] = Setting(keys[key].read(value, path.resolve().parent), path, setting)
        except ValueError as problem:
            raise ConfigError(f"{_place(path, setting)}: “{key}” {problem}") from None
    return settings


def _severities(path: Path, table: Any) -> dict[str, Setting]:
    if not isinstance(table, dict):
        raise ConfigError(f'{_place(path, ("severity",))}: “severity” is a table of rules: wrong-sum = "warning"')
    from factcheck.keys import LEVELS, meant_by  # noqa: PLC0415 - settings are rarely given

    for rule, level in table.items():
        if level not in LEVELS:
            where = _place(path, ("severity", rule))
            raise ConfigError(
                f"{where}: a rule cannot be {level!r}{meant_by(level, LEVELS)} To leave it out, name it under “ignore”."
            )
    return {rule: Setting(Severity(level), path, ("severity", rule)) for rule, level in table.items()}


def _per_file(path: Path, table: Any) -> Iterator[PerFile]:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - most settings have no patterns

    from factcheck.keys import PER_FILE  # noqa: PLC0415 - settings are rarely given

    if not isinstance(table, dict) or not all(isinstance(inner, dict) for inner in table.values()):
        raise ConfigError(f'{_place(path, ("per-file",))}: “per-file” is a table of patterns: [per-file."wire/*.txt"]')
    for pattern, inner in table.items():
        settings = _settings(path, inner, ("per-file", pattern), PER_FILE)
        yield PerFile(pattern, GitIgnoreSpec.from_lines([pattern]), settings)


# --- places -------------------------------------------------------------------------


def _shown(path: Path) -> str:
    from factcheck.keys import as_typed  # noqa: PLC0415 - settings are rarely given

    return str(as_typed(path))


def _place(path: Path, keys: tuple[str, ...]) -> str:
    """The file and the line on which a key is set."""
    from factcheck.keylines import ini_line_of, line_of  # noqa: PLC0415 - settings are rarely given

    text = _text(path)
    line = ini_line_of(text, ("factcheck", *keys)) if path.suffix == ".cfg" else line_of(text, _full(path, keys))
    return f"{_shown(path)}:{line}"


def _full(path: Path, keys: tuple[str, ...]) -> tuple[str, ...]:
    return ("tool", "factcheck", *keys) if path.name == "pyproject.toml" else keys


# --- using --------------------------------------------------------------------------


def rules_named(config: Config) -> Iterator[tuple[tuple[str, ...], Setting]]:
    """The rules and groups that settings name, each with the setting."""
    for name, setting in config.severities.items():
        yield (name,), setting
    for settings in (config.settings, *(one.settings for one in config.per_file)):
        for key in ("select", "ignore"):
            if key in settings:
                yield settings[key].value, settings[key]


def reported(config: Config, finding: Finding, group: str) -> bool:
    """Whether the settings for the file that a finding marks let it be reported."""
    name = finding.spans[0].document.name
    select, ignore = config.for_file(name, "select"), config.for_file(name, "ignore")
    named = {finding.rule, group}
    return (select is None or bool(named & set(select))) and not named & set(ignore or ())


def day_first(config: Config, document: Document) -> bool | None:
    """Whether the settings say that dates in figures begin with the day; None if they say nothing."""
    own: bool | None = config.for_file(document.name, "day-first")
    return config.get("day-first") if own is None else own
