"""What is known: a file of reference facts, read as one more article that is always right."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.align.names import canonical
from factcheck.attach.attributes import NAMED, PEOPLE
from factcheck.attach.events import NOUNS, ONCE
from factcheck.attach.words import EMPTY, WORD, stem
from factcheck.extract import extract
from factcheck.kept import kept
from factcheck.model import AS_OF, FACT, Article, Claim, Document, Kind, Mention, Role, Sentence, Setting
from factcheck.read.folders import cannot_open
from factcheck.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ruamel.yaml.comments import CommentedMap

KEYS = ("subject", "attribute", "value", "as-of", "source")
NEEDED = ("subject", "attribute", "value")
SHIPPED = Path(__file__).with_name("facts.yaml")


class FactsError(ValueError):
    """A facts file that cannot be used: `file:line: what is the matter, and the remedy`."""


@cache
def known_facts() -> tuple[Article, ...]:
    """The facts that ship with factcheck, which a report calls the same wherever it is installed."""
    return (_kept_facts(SHIPPED, SHIPPED.read_text(encoding="utf-8"), f"factcheck/{SHIPPED.name}"),)


def load_facts(path: Path) -> Article:
    """The facts of a YAML file as an article with a claim for each.

    Raises FactsError with the place and the remedy where the file cannot be read
    or a fact lacks what it needs.
    """
    return _kept_facts(path, text_of(path), str(path))


def text_of(path: Path) -> str:
    """All that stands in a file of facts or statements; FactsError with the remedy where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as problem:
        found = cannot_open(problem)
        raise FactsError(f"{path}: {found.what}. {found.remedy}") from problem
    except UnicodeDecodeError as problem:
        raise FactsError(f"{path}: it is not UTF-8 text. Save it as UTF-8.") from problem


def _kept_facts(path: Path, text: str, name: str) -> Article:
    """The facts of a file; what is where in it is kept, for YAML is slow to read."""
    document = Document(name, text)
    facts = kept(
        "facts",
        [path],
        [__file__, path],
        lambda: ([entry] for entry in _entries(document)),
        partial(_claim, document),
    )
    return _article(document, facts)


def read_facts(text: str, name: str) -> Article:
    """The same of the text of such a file, which messages call by its name."""
    document = Document(name, text)
    return _article(document, (_claim(document, entry) for entry in _entries(document)))


def _article(document: Document, facts: Iterable[Claim]) -> Article:
    claims = tuple(facts)
    return Article(
        document,
        tuple(claim.sentence for claim in claims),
        tuple(claim.mention for claim in claims),
        claims,
        is_source=True,
    )


def add_fact(path: Path, fact: Mapping[str, str]) -> int:
    """Write a fact at the end of a facts file, made if need be, and tell its line; the rest stays as it is.

    `fact` has the keys of an entry. Raises FactsError, and writes nothing, where the file or
    the fact cannot be used, or where the file has another value for the same.
    """
    before, gap = _so_far(path)
    line = (before + gap).count("\n") + 1
    after = before + gap + _written([fact])
    *known, added = read_facts(after, str(path)).claims
    for claim in known:
        if _is_of_same(claim, added):
            raise FactsError(f"{place_of(claim)}: {_stands_there(claim)}")
    _replace(path, after)
    return line


def add_facts(path: Path, facts: Sequence[Mapping[str, str]], places: Sequence[str]) -> int:
    """Write facts at the end of a facts file, but for those that it has already, and tell how many were new.

    Raises FactsError, and writes nothing, where one cannot be used, or where the file or another of
    them has another value for the same; `places` says where each came from.
    """
    before, gap = _so_far(path)
    known = list(read_facts(before, str(path)).claims) if before.strip() else []
    fresh = []
    for fact, place in zip(facts, places, strict=True):
        try:
            (claim,) = read_facts(_written([fact]), place).claims
        except FactsError as problem:
            raise FactsError(f"{place}: {str(problem).removeprefix(f'{place}:').partition(': ')[2]}") from problem
        same = next((one for one in known if _is_of_same(one, claim)), None)
        if same is None:
            fresh.append(fact)
            known.append(claim)
        elif same.mention.text != claim.mention.text:
            raise FactsError(f"{place}: “{claim.mention.text}”, but in {place_of(same)} {_stands_there(same)}")
    if fresh:
        _replace(path, before + gap + _written(fresh))
    return len(fresh)


def statements_of(path: Path) -> list[tuple[Claim, Mapping[str, str]]]:
    """Each fact of a file as a claim, and its keys as they are written there."""
    article = load_facts(path)
    entries = _loaded(article.document)
    written = [{key: str(entry[key]).strip() for key in KEYS if entry.get(key) is not None} for entry in entries]
    return [(claim, {**keys, "value": claim.mention.text}) for claim, keys in zip(article.claims, written, strict=True)]


def _so_far(path: Path) -> tuple[str, str]:
    """The text of a facts file, and what parts it from what is added."""
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    return before, "" if not before.strip() else "\n" if before.endswith("\n") else "\n\n"


def _is_of_same(one: Claim, other: Claim) -> bool:
    """Whether two facts are of one thing, attribute and time."""
    return (one.attribute, one.subject, one.scope) == (other.attribute, other.subject, other.scope)


def place_of(claim: Claim) -> str:
    """The file and the line in which a claim stands."""
    document = claim.mention.document
    return f"{document.name}:{document.place(claim.mention.start).line}"


def _stands_there(claim: Claim) -> str:
    return (
        f"“{claim.mention.text}” stands there for the same; change it there, or say with as-of when the new value holds"
    )


def _replace(path: Path, text: str) -> None:
    """Write a file anew, all of it or nothing."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def _written(facts: Iterable[Mapping[str, str]]) -> str:
    """The facts as entries of the file, quoted where YAML needs it."""
    from io import StringIO  # noqa: PLC0415 - only who adds a fact needs it

    from ruamel.yaml import YAML  # noqa: PLC0415

    yaml = YAML()
    yaml.width = 10_000
    entries = []
    for fact in facts:
        text = StringIO()
        yaml.dump([{key: fact[key].strip() for key in KEYS if fact.get(key, "").strip()}], text)
        entries.append(text.getvalue())
    return "\n".join(entries)


# --- from YAML ----------------------------------------------------------------------


def _entries(document: Document) -> list[dict[str, Any]]:
    """What each fact says, and the offsets where it and its value stand."""
    return [_entry(document, entry, at) for at, entry in enumerate(_loaded(document))]


def _loaded(document: Document) -> list[Any]:
    """The entries of a facts file as YAML has them."""
    from ruamel.yaml import YAML  # noqa: PLC0415 - a run without facts does not pay for it
    from ruamel.yaml.error import MarkedYAMLError  # noqa: PLC0415

    yaml = YAML(typ="rt")
    try:
        entries = yaml.load(document.text) or []
    except MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        raise FactsError(
            f"{document.name}:{line}: {problem.problem}; see the file that ships with factcheck for the form"
        ) from problem
    if not isinstance(entries, list):
        raise FactsError(f"{document.name}:1: a facts file is a list of facts, each beginning with “- subject:”")
    return entries


def _entry(document: Document, entry: CommentedMap, at: int) -> dict[str, Any]:
    if not isinstance(entry, dict):
        raise FactsError(f"{document.name}: fact {at + 1} is not a mapping; begin it with “- subject:”")
    line = entry.lc.line
    for key in entry:
        if key not in KEYS:
            from difflib import get_close_matches  # noqa: PLC0415 - only mistakes need it

            near = get_close_matches(str(key), KEYS, 1)
            hint = f"Did you mean “{near[0]}”?" if near else f"A fact has {', '.join(KEYS)}."
            raise FactsError(f"{document.name}:{entry.lc.key(key)[0] + 1}: a fact has no “{key}”. {hint}")
    for key in NEEDED:
        if not str(entry.get(key) or "").strip():
            raise FactsError(
                f"{document.name}:{line + 1}: this fact has no “{key}”; every fact needs {', '.join(NEEDED)}"
            )
    lines = _line_starts(document.text)
    row, column = entry.lc.value("value")
    value = lines[row] + column
    return {
        "at": at,
        "start": lines[line],
        "subject": str(entry["subject"]),
        "attribute": str(entry["attribute"]),
        "value": document.text.index(_printed(document.text, value), value),
        "as-of": _as_of(document, entry),
        "source": str(entry.get("source") or "").strip(),
    }


def _as_of(document: Document, entry: CommentedMap) -> list[int]:
    """The first day and the one behind the last, as ordinals, of which a fact speaks; nothing where it does not say."""
    written = str(entry.get("as-of") or "").strip()
    if not written:
        return []
    alone = Document(document.name, written)
    times = [mention.time for mention in resolve(extract(alone), alone) if mention.kind is Kind.DATE]
    if len(times) == 1 and times[0] and times[0].start and times[0].end:
        return [times[0].start.toordinal(), times[0].end.toordinal()]
    raise FactsError(
        f"{document.name}:{entry.lc.key('as-of')[0] + 1}: “{written}” is no date; write “as-of: 2021”, “March 2021” or “2021-03-04”"
    )


# --- what is claimed ----------------------------------------------------------------


def _claim(document: Document, entry: dict[str, Any]) -> Claim:
    """One fact as a claim whose mention stands at its value in the file."""
    start, begin = entry["value"], entry["start"]
    mention = _value(document, start, _printed(document.text, start))
    sentence = Sentence(document, begin, max(mention.end, begin), Role.BODY, entry["at"])
    label, attribute, subject = _about(entry["subject"], entry["attribute"], mention)
    as_of = [f"{AS_OF}{'-'.join(map(str, entry['as-of']))}"] if entry["as-of"] else []
    name = canonical(entry["subject"])
    return Claim(
        mention,
        sentence,
        attribute,
        label=label,
        subject=subject,
        context=subject,
        scope=frozenset({FACT, *as_of}),
        setting=Setting(names=(name,), about=(name,)),
        reference=entry["source"],
    )


def _printed(text: str, start: int) -> str:
    """A plain or quoted scalar on one line, without its quotation marks and comment."""
    line = text[start:].partition("\n")[0].partition(" #")[0].rstrip()
    return line.strip("\"'")


def _value(document: Document, start: int, printed: str) -> Mention:
    """The value as a mention of the facts file, read as it would be in an article."""
    alone = Document(document.name, printed)
    mentions = [mention for mention in resolve(extract(alone), alone) if mention.kind is not Kind.ORDINAL]
    if len(mentions) != 1 or (mentions[0].kind is Kind.DATE and not (mentions[0].time and mentions[0].time.start)):
        raise FactsError(
            f"{document.name}:{document.place(start).line}: “{printed}” is not one number or date that exists; write it as an article would (24 February 2022; 73,000 people; 90 km)"
        )
    found = mentions[0]
    return Mention(document, start + found.start, start + found.end, found.kind, found.quantity, found.time)


def _about(subject: str, attribute: str, mention: Mention) -> tuple[str, str, frozenset[str]]:
    """The label, attribute and subject that a claim of an article would have."""
    words = [word.lower() for word in WORD.findall(subject)]
    if mention.kind is Kind.DATE:
        event = next((word for word in words if word in NOUNS), None)
        if event:
            behind = words[words.index(event) + 1 :]
            return ONCE[stem(event)], f"event:{ONCE[stem(event)]}", _stems(behind)
        name = ONCE.get(stem(attribute.lower()), attribute.lower())
        return name, f"event:{name}", _stems(words)
    name = "population" if attribute.lower() in {"population", "inhabitants", *PEOPLE} else attribute.lower()
    return name, name if name in NAMED else stem(name), _stems(words)


def _stems(words: list[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words if word not in EMPTY)


def _line_starts(text: str) -> list[int]:
    starts = [0]
    starts.extend(at + 1 for at, letter in enumerate(text) if letter == "\n")
    return starts
