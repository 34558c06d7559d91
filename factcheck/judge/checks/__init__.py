"""The named checks that a rule may call: what each is called on, and what shows that it has nothing to say.

A check is a few lines of arithmetic that know nothing of wording, severity or
files. It declares itself:

    @check("streak", of=Article, told_by=("row", "straight"))
    def streak(article: Article) -> Iterator[Verdict]: ...

Its keyword parameters are the keys that a rule may set beside `check:`. The
declarations are kept from one run to the next, so that the file of a check is
only imported where there is something for it to look at.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from factcheck.judge.checks.gates import Gates, Signs
from factcheck.judge.verdicts import Verdict
from factcheck.kept import FileName, files_in, kept
from factcheck.model import Article, Kind, Topic
from factcheck.nouns import NamedTuple, dataclass

#: A check takes an Article, a Topic, or a tuple of all Articles of the run.
Decide = Callable[..., Iterator[Verdict]]
_NOUNS: Mapping[str, type[Any]] = {noun.__name__: noun for noun in (Article, Topic, tuple)}


@dataclass(frozen=True)
class Check:
    """A named check, the noun that it is called on, and what an article must have for it to speak."""

    name: str
    module: str
    of: type[Any]
    #: The parameters that a rule may set, and what each is if it does not.
    parameters: Mapping[str, Any]
    #: Words in small letters, or signs that are none, of which a text has one.
    told_by: tuple[str, ...] = ()
    #: Kinds of mention of which an article has one.
    about: tuple[str, ...] = ()
    #: How many articles it compares at least, and whether one of them must be a source.
    least: int = 1
    with_sources: bool = False

    @cached_property
    def decide(self) -> Decide:
        """The check itself."""
        importlib.import_module(self.module)
        return _DECLARED[self.name].decide

    def may_compare(self, articles: tuple[Article, ...]) -> bool:
        """Whether there are as many articles as the check compares."""
        return len(articles) >= self.least and (not self.with_sources or any(article.is_source for article in articles))

    def arguments(self, written: Mapping[str, str]) -> dict[str, Any]:
        """The parameters that a rule sets, as what the check takes; ValueError if one is not such a thing."""
        return {name: type(self.parameters[name])(text) for name, text in written.items()}


class _Declaration(NamedTuple):
    decide: Decide
    of: type[Any]
    told_by: tuple[str, ...]
    about: tuple[str, ...]
    least: int
    with_sources: bool


_DECLARED: dict[str, _Declaration] = {}


def check(  # noqa: PLR0913 - each by its name
    name: str,
    *,
    of: type[Any],
    told_by: Iterable[str] = (),
    about: Iterable[Kind] = (),
    least: int = 1,
    with_sources: bool = False,
) -> Callable[[Decide], Decide]:
    """Declare a function as the check that rules call by a name (`Check` says what else there is to say)."""

    def declare(decide: Decide) -> Decide:
        if name in _DECLARED and _DECLARED[name].decide.__module__ != decide.__module__:
            raise ValueError(
                f"two checks are called {name!r}: in {_DECLARED[name].decide.__module__} and {decide.__module__}"
            )
        _DECLARED[name] = _Declaration(decide, of, tuple(told_by), tuple(about), least, with_sources)
        return decide

    return declare


@cache
def named_checks() -> Mapping[str, Check]:
    """Every check, under its name."""
    # A worker of a cluster imports from a zip, whose files cannot be seen to change.
    checks = (
        kept("checks", [__file__], engine(), lambda: ([each] for each in _declared()), _check_of)
        if engine()
        else map(_check_of, _declared())
    )
    return {each.name: each for each in checks}


@cache
def engine() -> tuple[FileName, ...]:
    """The files of the rule engine, looked up once for all that is kept until one of them changes."""
    judge = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - Path takes ten times as long
    return tuple(files_in(judge, (".py", ".txt")))


@cache
def gates() -> Gates:
    """What tells which of the checks have something to look at in an article."""
    return Gates.of(named_checks().values())


def _declared() -> list[dict[str, Any]]:
    """What all checks say of themselves."""
    import inspect  # noqa: PLC0415 - what is kept need not be looked at again
    import pkgutil  # noqa: PLC0415

    for module in pkgutil.walk_packages(__path__, f"{__name__}."):
        importlib.import_module(module.name)
    return [
        {
            "name": name,
            "module": declared.decide.__module__,
            "of": declared.of.__name__,
            "parameters": {
                parameter.name: parameter.default
                for parameter in inspect.signature(declared.decide).parameters.values()
                if parameter.kind is parameter.KEYWORD_ONLY
            },
            "told_by": sorted(declared.told_by),
            "about": sorted(declared.about),
            "least": declared.least,
            "with_sources": declared.with_sources,
        }
        for name, declared in sorted(_DECLARED.items())
    ]


def _check_of(record: dict[str, Any]) -> Check:
    listed = {"told_by": tuple(record["told_by"]), "about": tuple(record["about"])}
    return Check(**{**record, **listed, "of": _NOUNS[record["of"]]})


__all__ = ["Check", "Gates", "Signs", "check", "gates", "named_checks"]
