"""`python -m tests.seeded --data articles.jsonl.gz`: how many of the slips in these articles are caught."""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import Document
from factcheck.rulebook import default_rulebook
from tests.seeded.slips import SEEDS
from tests.seeded.sowing import Trial, trials

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: How much of the text on either side of a miss is shown.
AROUND = 120


def articles(path: Path) -> Iterator[Document]:
    """The articles of a file: JSON lines with `id`, `text`, and if known `title` and `published`."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = f"{row['title']}\n\n{row['text']}" if row.get("title") else row["text"]
            published = date.fromisoformat(row["published"]) if row.get("published") else None
            yield Document(str(row["id"]), text, published)


def table(tried: Iterable[Trial]) -> Iterator[str]:
    """A line for each kind: how many slips, how often all was silent before, and how many of those were caught."""
    slips: Counter[str] = Counter()
    silent: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    for trial in tried:
        slips[trial.slip.kind] += 1
        silent[trial.slip.kind] += trial.silent
        caught[trial.slip.kind] += trial.silent and trial.caught
    yield "| kind | slips | silent before | caught | share |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for kind in SEEDS:
        if slips[kind]:
            share = f"{caught[kind] / silent[kind]:.1%}" if silent[kind] else "–"
            yield f"| {kind} | {slips[kind]} | {silent[kind]} | {caught[kind]} | {share} |"


def excerpt(trial: Trial) -> str:
    """A slip with the words around it."""
    text, slip = trial.document.text, trial.slip
    lead, rest = text[max(0, slip.start - AROUND) : slip.start], text[slip.end : slip.end + AROUND]
    words = f"{lead}<<{text[slip.start : slip.end]} → {slip.typed}>>{rest}".replace("\n", " ")
    before = "" if trial.silent else " (marked before)"
    return f"{slip.kind} | {trial.document.name}{before} | {words}"


def main() -> None:
    """Print the table, and with --misses each slip that went by or was marked before."""
    parser = argparse.ArgumentParser(prog="python -m tests.seeded", description=__doc__)
    parser.add_argument("--data", type=Path, nargs="+", required=True, metavar="ARTICLES.jsonl.gz")
    parser.add_argument("--seed", type=int, default=1, help="another seed puts other slips into other places")
    parser.add_argument("--most", type=int, default=300, help="how many slips of a kind to try in each file")
    parser.add_argument(
        "--every-place", action="store_true", help="a slip in each place and not in one of each article"
    )
    parser.add_argument("--kinds", nargs="+", choices=list(SEEDS), metavar="KIND", help="only slips of these kinds")
    parser.add_argument(
        "--misses", action="store_true", help="show the slips that were missed, and false alarms before"
    )
    options = parser.parse_args()
    for kind in (options.kinds and SEEDS.keys() - options.kinds) or ():
        del SEEDS[kind]
    rulebook = default_rulebook()
    tried = [
        trial
        for path in options.data
        for trial in trials(
            articles(path), rulebook, seed=options.seed, most=options.most, everywhere=options.every_place
        )
    ]
    lines = [excerpt(trial) for trial in tried if options.misses and not (trial.silent and trial.caught)]
    sys.stdout.write("\n".join([*lines, *table(tried), ""]))


if __name__ == "__main__":
    main()
