"""Rule files become rules, or an error that says file and line, what, and what was meant.

Reading YAML with line numbers is slow, so what was read is kept (kept.py) as long as no
file of the rules or of the rule engine has changed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.judge import rules as nouns
from factcheck.judge.formula import Formula, FormulaError
from factcheck.judge.rules import Example, Passage, Requirement, Rule, Rulebook, UnknownRuleError
from factcheck.judge.skeleton import Pattern, PatternError, Slot, pattern
from factcheck.kept import kept
from factcheck.model import Document, Severity

if TYPE_CHECKING:
    from factcheck.model import Finding

__all__ = ["Rule", "RuleError", "Rulebook", "UnknownRuleError", "default_rulebook", "load_rules", "meant", "test_rules"]

#: The keys of a rule file. A rule with a `check` may also set that check's parameters.
KEYS = (
    "summary explanation severity covers read require work-out readings unless check cause slip message arithmetic where"
    " instead-of flagged accepted not-yet"
).split()
READING_KEYS = ("read", "where", "require", "work-out", "slip")
PASSAGE_KEYS = ("published", "text", "against")
VERDICTS = ("flagged", "accepted", "not-yet")
MESSAGE = "“{0}” and “{1}” cannot both be right"


class RuleError(ValueError):
    """A rule file that cannot be used: file, line, what, and what was meant."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(f"{path}:{line}: {problem}")


@cache
def default_rulebook() -> Rulebook:
    """The rules that ship with factcheck, read once a process."""
    return load_rules([default_folder()])


def default_folder() -> Path:
    """Where the rules that ship with factcheck are: in the package, or in a checkout beside it."""
    package = Path(__file__).parent
    shipped = package / "rules"
    return shipped if shipped.is_dir() else package.parent / "rules"


def load_rules(folders: Iterable[Path]) -> Rulebook:
    """The rules in the folders; a rule of a later folder takes the place of one of the same name."""
    folders = [Path(folder) for folder in folders]
    paths = [path for folder in folders for path in rule_files(folder)]
    engine = [__file__, *_files(Path(nouns.__file__).parent, (".py",))]
    rules = kept("rules", folders, [*engine, *paths], lambda: list(map(asdict, _read_all(folders))), _rule)
    by_name = {rule.name: rule for rule in rules}
    check_names(by_name)
    return Rulebook(tuple(by_name[name] for name in sorted(by_name)))


def rule_files(folder: Path) -> list[Path]:
    """The rule files in a folder and its folders, in order; a file is its own list."""
    return [folder] if folder.is_file() else [Path(path) for path in _files(folder, (".yaml", ".yml"))]


def _files(folder: Path, endings: tuple[str, ...]) -> list[str]:
    """The names of the files in a folder and its folders that end so, in order."""
    return sorted(
        os.path.join(where, name)  # noqa: PTH118 - there are hundreds, and Path takes ten times as long
        for where, _, names in os.walk(folder)
        for name in names
        if name.endswith(endings)
    )


def meant(word: str, known: Iterable[str]) -> str:
    """The end of an error: ". Did you mean …?", or nothing."""
    from difflib import get_close_matches  # noqa: PLC0415 - only mistakes need it

    close = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f". Did you mean {close[0]!r}?" if close else ""


def check_names(by_name: Mapping[str, Rule]) -> None:
    """Raise RuleError where `instead-of` names a rule that there is not.

    A rule of a newsroom's own may stand instead of one that is not here now; only a
    name that looks like another is taken for a slip.
    """
    for rule in by_name.values():
        unknown = [other for other in rule.instead_of if other not in by_name]
        if unknown:
            known = {*by_name, *(path.stem for path in rule_files(default_folder()))}
            is_ours = default_folder() in Path(rule.path).parents
            for other in unknown:
                guess = meant(other, known)
                if other not in known and (is_ours or guess):
                    line = _line_of(Path(rule.path), "instead-of")
                    raise RuleError(Path(rule.path), line, f"no rule is called {other!r}{guess}")


def _line_of(path: Path, key: str) -> int:
    """The line of a rule file on which a key stands."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, start=1) if line.startswith(key)), 1)


# --- from YAML ----------------------------------------------------------------------


class _Text(str):
    """A scalar and the line where it stands."""

    __slots__ = ("line",)
    line: int


_Node = Any  # a _Text, a list of nodes, or a dict from _Text to nodes


def _read_all(folders: Iterable[Path]) -> Iterator[Rule]:
    """The rules in the folders, one after the other; RuleError if a folder has two of one name."""
    for folder in folders:
        named: dict[str, Path] = {}
        for path in rule_files(folder):
            if path.stem in named:
                raise RuleError(path, 1, f"{named[path.stem]} is called so too")
            named[path.stem] = path
            yield read_rule(path)


def read_rule(path: Path) -> Rule:
    """The rule in a file; RuleError if there is none."""
    return _Reader(path).rule()


class _Reader:
    """Reads one rule file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def rule(self) -> Rule:
        tree = self._tree()
        if not isinstance(tree, dict):
            raise self._error(1, "a rule is a mapping that begins with summary: …")
        check = self._word(tree, "check")
        parameters = self._parameters(check)
        self._known(tree, (*KEYS, *parameters))
        requirements = tuple(self._requirements(tree))
        for key in ("where", "work-out"):
            if key in tree and "read" not in tree:
                raise self._error(self._line(tree, key), f"{key}: stands beside the read: that it is about")
        if "cause" in tree and not check:
            raise self._error(self._line(tree, "cause"), "cause: needs a check:")
        if not requirements and not check:
            raise self._error(1, "a rule needs read: and require:, or check:")
        for key in ("summary", "severity"):
            if key not in tree:
                raise self._error(1, f"a rule needs {key}:")
        rule = Rule(
            name=self.path.stem,
            group=self.path.parent.name,
            path=str(self.path),
            summary=self._word(tree, "summary"),
            explanation=self._word(tree, "explanation"),
            severity=self._severity(tree),
            message=self._word(tree, "message") or MESSAGE,
            covers=self._words(tree, "covers"),
            instead_of=self._words(tree, "instead-of"),
            requirements=requirements,
            unless=self._unless(tree),
            check=check,
            parameters=self._arguments(check, {str(key): tree[key] for key in tree if key in parameters}),
            cause=self._word(tree, "cause"),
            slip=self._word(tree, "slip"),
            arithmetic=self._word(tree, "arithmetic"),
            examples=tuple(self._examples(tree)),
        )
        self._check_message(tree, rule)
        return rule

    def _error(self, line: int, problem: str) -> RuleError:
        return RuleError(self.path, line, problem)

    # the tree

    def _tree(self) -> _Node:
        from ruamel.yaml import YAML  # noqa: PLC0415 - not needed while the cache holds
        from ruamel.yaml.error import MarkedYAMLError, YAMLError  # noqa: PLC0415

        try:
            text = self.path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise self._error(1, f"cannot be read: {error}") from None
        try:
            root = YAML(typ="safe", pure=True).compose(text)
        except MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise self._error(line, f"no YAML: {error.problem or error}") from None
        except YAMLError as error:
            raise self._error(1, f"no YAML: {error}") from None
        return None if root is None else self._plain(root)

    def _plain(self, node: Any) -> _Node:
        """A node of YAML as text, list or dict, with lines. Every scalar is text, whatever YAML makes of it."""
        match node.id:
            case "scalar":
                text = _Text(node.value)
                text.line = node.start_mark.line + 1
                return text
            case "sequence":
                return [self._plain(part) for part in node.value]
            case _:
                found: dict[_Text, _Node] = {}
                for key, value in node.value:
                    name = self._plain(key)
                    if not isinstance(name, _Text):
                        raise self._error(key.start_mark.line + 1, "a key is one word or line")
                    if name in found:
                        raise self._error(name.line, f"{str(name)!r} is said twice")
                    found[name] = self._plain(value)
                return found

    def _line(self, tree: dict[_Text, _Node], key: str) -> int:
        return next((name.line for name in tree if name == key), 1)

    def _known(self, tree: dict[_Text, _Node], keys: Sequence[str]) -> None:
        for name in tree:
            if name not in keys:
                raise self._error(name.line, f"no key is called {str(name)!r}{meant(name, keys)}")

    def _word(self, tree: dict[_Text, _Node], key: str) -> str:
        value = tree.get(key, "")  # type: ignore[call-overload]
        if not isinstance(value, str):
            raise self._error(self._line(tree, key), f"{key} is one text")
        return str(value).strip()

    def _words(self, tree: dict[_Text, _Node], key: str) -> tuple[str, ...]:
        value = tree.get(key, [])  # type: ignore[call-overload]
        if isinstance(value, str):
            return tuple(value.split())
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise self._error(self._line(tree, key), f"{key} is a list of words")
        return tuple(map(str, value))

    # the parts of a rule

    def _severity(self, tree: dict[_Text, _Node]) -> Severity:
        word = self._word(tree, "severity")
        known = [severity.value for severity in Severity]
        if word not in known:
            raise self._error(self._line(tree, "severity"), f"no severity is called {word!r}{meant(word, known)}")
        return Severity(word)

    def _unless(self, tree: dict[_Text, _Node]) -> tuple[str, ...]:
        from factcheck.judge.word_classes import WORD_CLASSES  # noqa: PLC0415

        found: list[str] = []
        for word in self._words(tree, "unless"):
            if not word.startswith("<"):
                found.append(word)
            elif word[1:-1] in WORD_CLASSES:
                found += WORD_CLASSES[word[1:-1]]
            else:
                line = self._line(tree, "unless")
                raise self._error(line, f"no class of words is called {word}{meant(word[1:-1], WORD_CLASSES)}")
        return tuple(found)

    def _parameters(self, check: str) -> Mapping[str, Any]:
        if not check:
            return {}
        from factcheck.judge import register_checks  # noqa: PLC0415 - only rules with checks need them
        from factcheck.judge.checks import CHECKS  # noqa: PLC0415

        register_checks()
        if check not in CHECKS:
            raise self._error(_line_of(self.path, "check"), f"no check is called {check!r}{meant(check, CHECKS)}")
        return CHECKS[check].parameters

    def _arguments(self, check: str, written: dict[str, _Node]) -> dict[str, str]:
        from factcheck.judge.checks import CHECKS  # noqa: PLC0415

        for name, value in written.items():
            try:
                CHECKS[check].arguments({name: value})
            except (TypeError, ValueError, ArithmeticError):
                raise self._error(getattr(value, "line", 1), f"{name} cannot be {value!s}") from None
        return {name: str(value) for name, value in written.items()}

    def _requirements(self, tree: dict[_Text, _Node]) -> Iterator[Requirement]:
        if "read" in tree or "require" in tree:
            yield self._requirement(tree)
        readings = tree.get("readings", [])  # type: ignore[call-overload]
        if not isinstance(readings, list) or not all(isinstance(reading, dict) for reading in readings):
            raise self._error(self._line(tree, "readings"), "readings is a list of read: … and require: …")
        for reading in readings:
            self._known(reading, READING_KEYS)
            yield self._requirement(reading)

    def _requirement(self, tree: dict[_Text, _Node]) -> Requirement:
        if "read" not in tree:
            raise self._error(self._line(tree, "require"), "require: needs a read:")
        patterns = tuple(self._patterns(tree))
        if not patterns:
            raise self._error(self._line(tree, "read"), "read: has no pattern")
        formula = Formula(self._word(tree, "require")) if "require" in tree else None
        where = Formula(self._word(tree, "where")) if "where" in tree else None
        worked_out = tuple(self._worked_out(tree))
        for one in patterns:
            names = {slot.name: slot.is_list for slot in one.slots}
            if formula is not None:
                self._sound(formula.check, names, self._line(tree, "require"))
            if where is not None:
                self._sound(where.check, names, self._line(tree, "where"))
            for _, value in worked_out:
                self._sound(value.check_arithmetic, names, self._line(tree, "work-out"))
        slip = self._word(tree, "slip") if "summary" not in tree else ""
        return Requirement(patterns, formula, where, worked_out, slip)

    def _worked_out(self, tree: dict[_Text, _Node]) -> Iterator[tuple[str, Formula]]:
        written = tree.get("work-out", {})  # type: ignore[call-overload]
        if not isinstance(written, dict) or not all(isinstance(value, str) for value in written.values()):
            raise self._error(self._line(tree, "work-out"), "work-out is a mapping from names to arithmetic")
        for name, value in written.items():
            yield str(name), Formula(str(value))

    def _sound(self, check: Callable[[Mapping[str, bool]], None], names: Mapping[str, bool], line: int) -> None:
        try:
            check(names)
        except FormulaError as error:
            raise self._error(line, f"{error}{meant(error.word, error.known)}") from None

    def _patterns(self, tree: dict[_Text, _Node]) -> Iterator[Pattern]:
        read = tree["read"]  # type: ignore[index]
        start = self._line(tree, "read")
        lines = (
            [(str(line), line.line) for line in read]
            if isinstance(read, list)
            else [(line, number) for number, line in enumerate(str(read).splitlines(), start=start + 1)]
        )
        for source, number in lines:
            if source.strip():
                try:
                    yield pattern(source.strip())
                except PatternError as error:
                    raise self._error(number, f"{error}{meant(error.word, error.known)}") from None

    def _check_message(self, tree: dict[_Text, _Node], rule: Rule) -> None:
        """A message of a formula rule names slots, and what every such finding has."""
        if rule.check:
            return
        from factcheck.judge.findings import fields  # noqa: PLC0415

        slots = {slot.name for requirement in rule.requirements for one in requirement.patterns for slot in one.slots}
        worked_out = {name for requirement in rule.requirements for name, _ in requirement.worked_out}
        known = [*sorted(slots | worked_out), "expected", "0", "1"]
        for key in ("message", "slip", "arithmetic"):
            for name in sorted(fields(self._word(tree, key))):
                if name not in known and not name.isdigit():
                    raise self._error(self._line(tree, key), f"no slot is called {name!r}{meant(name, known)}")

    # examples

    def _examples(self, tree: dict[_Text, _Node]) -> Iterator[Example]:
        for verdict in VERDICTS:
            written = tree.get(verdict, {})  # type: ignore[call-overload]
            if not isinstance(written, dict):
                raise self._error(self._line(tree, verdict), f"{verdict} is a mapping from titles to texts")
            for title, example in written.items():
                yield self._example(verdict, title, example)

    def _example(self, verdict: str, title: _Text, written: _Node) -> Example:
        facts = ""
        if isinstance(written, dict) and "facts" in written:
            facts = self._word(written, "facts")
            written = {key: value for key, value in written.items() if key != "facts"}
        if not isinstance(written, dict) or "text" in written:
            written = {"the article": written}
        passages = tuple(self._passage(str(name), source, title.line) for name, source in written.items())
        if verdict != "accepted" and not any(passage.marks for passage in passages):
            raise self._error(title.line, f"“{title}” marks nothing: put << >> round the words to be reported")
        return Example(str(title), verdict, passages, facts, title.line)

    def _passage(self, name: str, written: _Node, line: int) -> Passage:
        if isinstance(written, str):
            return Passage(name, *self._unmarked(written.strip(), line))
        if not isinstance(written, dict):
            raise self._error(line, f"{name!r} is a text, or text: … with published: …")
        self._known(written, PASSAGE_KEYS)
        text, marks = self._unmarked(self._word(written, "text"), line)
        against = self._word(written, "against")
        if against not in ("", "yes", "no", "true", "false"):
            raise self._error(self._line(written, "against"), f"against is yes or no, not {against!r}")
        published = self._word(written, "published")
        try:
            day = date.fromisoformat(published) if published else None
        except ValueError:
            raise self._error(self._line(written, "published"), f"{published!r} is no day such as 2022-10-05") from None
        return Passage(name, text, marks, day, against in ("yes", "true"))

    def _unmarked(self, text: str, line: int) -> tuple[str, tuple[tuple[int, int], ...]]:
        """A text without its << >>, and where they stood."""
        before, *opened = text.split("<<")
        if ">>" in before or any(part.count(">>") != 1 for part in opened):
            raise self._error(line, "a << has no >>, or the other way round")
        return _unmarked(text)


def _unmarked(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A text without its << >>, and where they stood."""
    parts: list[str] = []
    marks: list[tuple[int, int]] = []
    length = 0
    for number, part in enumerate(text.replace(">>", "<<").split("<<")):
        if number % 2:
            marks.append((length, length + len(part)))
        parts.append(part)
        length += len(part)
    return "".join(parts), tuple(marks)


def marked(text: str, marks: Iterable[tuple[int, int]]) -> str:
    """The text with << >> round the marked stretches."""
    for start, end in sorted(set(marks), reverse=True):
        text = f"{text[:start]}<<{text[start:end]}>>{text[end:]}"
    return text


# --- as they are kept ----------------------------------------------------------------------


def _rule(written: dict[str, Any]) -> Rule:
    written["severity"] = Severity(written["severity"])
    for key in ("covers", "instead_of", "unless"):
        written[key] = tuple(written[key])
    written["requirements"] = tuple(map(_requirement, written["requirements"]))
    written["examples"] = tuple(map(_example, written["examples"]))
    return Rule(**written)


def _requirement(written: dict[str, Any]) -> Requirement:
    formula, where = written["formula"], written["where"]
    return Requirement(
        tuple(map(_pattern, written["patterns"])),
        Formula(formula["source"]) if formula else None,
        Formula(where["source"]) if where else None,
        tuple((name, Formula(value["source"])) for name, value in written["worked_out"]),
        written["slip"],
    )


def _pattern(written: dict[str, Any]) -> Pattern:
    written["slots"] = tuple(Slot(**slot) for slot in written["slots"])
    written["needs"] = tuple(map(tuple, written["needs"]))
    return Pattern(**written)


def _example(written: dict[str, Any]) -> Example:
    written["passages"] = tuple(map(_passage, written["passages"]))
    return Example(**written)


def _passage(written: dict[str, Any]) -> Passage:
    written["marks"] = tuple(map(tuple, written["marks"]))
    if written["published"]:
        written["published"] = date.fromisoformat(str(written["published"]))
    return Passage(**written)


# --- the examples -------------------------------------------------------------------

#: Checks documents against sources (and facts, in the words of a facts file) by a rulebook.
Checker = Callable[[Sequence[Document], Sequence[Document], str, Rulebook], Iterable["Finding"]]


@dataclass(frozen=True, slots=True)
class Failure:
    """An example of which a rule says something else than it should."""

    rule: Rule
    example: Example
    #: The texts by name, with << >> round what should be reported, and round what is.
    wanted: Mapping[str, str]
    found: Mapping[str, str]

    def __str__(self) -> str:
        where = f"{self.rule.path}:{self.example.line}: {self.example.verdict}, “{self.example.title}”"
        if self.found == self.wanted:
            return f"{where}: it comes right now; make it an example of flagged or accepted"
        lines = [f"{where}:"]
        for name, wanted in self.wanted.items():
            found = self.found[name]
            lines += [f"  {name}:"] if len(self.wanted) > 1 else []
            lines += (
                [f"  as it should be: {wanted}"]
                if found == wanted
                else [f"  should be: {wanted}", f"  is:        {found}"]
            )
        return "\n".join(lines)


def test_rules(
    rulebook: Rulebook,
    check: Checker,
    rules: Iterable[Rule] | None = None,  # noqa: PT028 - it is no test
) -> Iterator[Failure]:
    """Every example (of these rules, or of all) that comes out otherwise than its rule says."""
    for rule in rulebook.rules if rules is None else rules:
        for example in rule.examples:
            failure = example_failure(rulebook, rule, example, check)
            if failure is not None:
                yield failure


test_rules.__test__ = False  # type: ignore[attr-defined]  # it is no test, whatever pytest makes of its name


def example_failure(rulebook: Rulebook, rule: Rule, example: Example, check: Checker) -> Failure | None:
    """What a rule says of an example, against what it should say; None if it is the same."""
    documents = [Document(passage.name, passage.text, passage.published) for passage in example.passages]
    drafts = [document for document, passage in zip(documents, example.passages, strict=True) if not passage.against]
    sources = [document for document, passage in zip(documents, example.passages, strict=True) if passage.against]
    marks: dict[str, set[tuple[int, int]]] = {passage.name: set() for passage in example.passages}
    for finding in check(drafts, sources, example.facts, rulebook):
        if finding.rule == rule.name:
            for span in finding.spans:
                marks.setdefault(span.document.name, set()).add((span.start, span.end))
    silent = example.verdict == "accepted"
    wanted = {passage.name: marked(passage.text, () if silent else passage.marks) for passage in example.passages}
    found = {passage.name: marked(passage.text, marks[passage.name]) for passage in example.passages}
    is_right = found == wanted
    return Failure(rule, example, wanted, found) if is_right is (example.verdict == "not-yet") else None
