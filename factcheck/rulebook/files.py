"""A rule file becomes a rule, or an error that says file and line, what, and what was meant."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from factcheck.judge.formulas.formula import Formula, FormulaError
from factcheck.judge.formulas.grammar import pattern
from factcheck.judge.formulas.parsing import PatternError
from factcheck.judge.rules import Example, Passage, Requirement, Rule
from factcheck.model import Severity
from factcheck.regexes import regex
from factcheck.rulebook.errors import RuleError, line_of, meant
from factcheck.rulebook.marking import unmarked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from factcheck.judge.formulas.patterns import Pattern

#: The keys of a rule file. A rule with a `check` may also set that check's parameters.
KEYS = (
    "summary explanation severity covers read require work-out readings unless check cause slip message arithmetic where"
    " instead-of on-request flagged accepted not-yet"
).split()
READING_KEYS = ("each", "read", "where", "require", "work-out", "slip")
PASSAGE_KEYS = ("published", "text", "against")
VERDICTS = ("flagged", "accepted", "not-yet")
MESSAGE = "“{0}” and “{1}” cannot both be right"


#: What stands for something else in a reading that is written once for several words.
_NAME = regex(r"\b[A-Z]+\b")


class _Text(str):
    """A scalar and the line where it stands."""

    __slots__ = ("line",)
    line: int


_Node = Any  # a _Text, a list of nodes, or a dict from _Text to nodes


def _is_row(row: _Node, first: _Node) -> bool:
    """Whether a row of each: names the same as the first."""
    is_mapping = isinstance(row, dict) and isinstance(first, dict) and row.keys() == first.keys()
    return is_mapping and all(name.isupper() and isinstance(value, str) for name, value in row.items())


def _put_in(row: Mapping[_Text, _Text], node: _Node) -> _Node:
    """A node of a reading with what each name in capitals stands for."""
    if isinstance(node, list):
        return [_put_in(row, part) for part in node]
    if isinstance(node, dict):
        return {key: _put_in(row, value) for key, value in node.items()}
    text = _Text(_NAME.sub(lambda name: row.get(name[0], name[0]), node))  # type: ignore[call-overload]
    text.line = node.line
    return text


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
            on_request=self._is_on_request(tree, check),
        )
        self._check_message(tree, rule)
        return rule

    def _is_on_request(self, tree: dict[_Text, _Node], check: str) -> bool:
        """Whether the rule is used only where it is asked for; only a rule with a check can be."""
        written = self._word(tree, "on-request")
        if written not in ("", "yes", "no") or (written == "yes" and not check):
            problem = "on-request: is yes or no" if check else "on-request: needs a check:"
            raise self._error(self._line(tree, "on-request"), problem)
        return written == "yes"

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
        from factcheck.judge.formulas.word_classes import WORD_CLASSES  # noqa: PLC0415 - not needed while what was read is kept

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
        from factcheck.judge.checks import named_checks  # noqa: PLC0415 - only rules with checks need them

        checks = named_checks()
        if check not in checks:
            raise self._error(line_of(self.path, "check"), f"no check is called {check!r}{meant(check, checks)}")
        return checks[check].parameters

    def _arguments(self, check: str, written: dict[str, _Node]) -> dict[str, str]:
        from factcheck.judge.checks import named_checks  # noqa: PLC0415

        for name, value in written.items():
            try:
                named_checks()[check].arguments({name: value})
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
            yield from map(self._requirement, self._each(reading))

    def _each(self, reading: dict[_Text, _Node]) -> Iterator[dict[_Text, _Node]]:
        """A reading that is written once for several words: as many as its each: has rows, each with the words of its row put in."""
        rows = reading.get("each", [{}])  # type: ignore[call-overload]
        if not isinstance(rows, list) or not rows or not all(_is_row(row, rows[0]) for row in rows):
            problem = "each is a list of mappings from the same names in capitals to what they stand for"
            raise self._error(self._line(reading, "each"), problem)
        written = {key: value for key, value in reading.items() if key != "each"}
        for row in rows:
            yield {key: _put_in(row, value) for key, value in written.items()}

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
        return unmarked(text)
