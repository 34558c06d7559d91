"""How many claims of an archive are about a name that is taken for another, with a sample to be read.

    python -m benchmarks.merged_names ARTICLES… --sample 300

ARTICLES are what `factcheck archive add` takes. A name is taken for another in three ways: by the table of aliases
("Peking", "Iranian"), by its article ("Berg", who is Anna Berg there), and because another article spells it otherwise.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from itertools import combinations
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from factcheck.align.merging import is_one_name
from factcheck.align.names import canonical, code, folded, names_in
from factcheck.align.persons import called
from factcheck.archive.pieces import Piece, documents, pieces
from factcheck.model import Document
from factcheck.pipeline import understand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.model import Claim

ALIAS, ARTICLE, SPELLING = "by the table", "by its article", "by its spelling"
#: So much of the text around a name is shown, in letters.
AROUND = 90


class Merged(NamedTuple):
    """A name in the sentence of a claim, and what it is taken for."""

    claim: Claim
    how: str
    start: int
    printed: str
    taken: str


def merged(claim: Claim) -> Iterator[Merged]:
    """The names in the sentence of a claim that are taken for others, by the table or by the article."""
    document, sentence = claim.mention.document, claim.sentence
    for name in names_in(document):
        if sentence.start <= name.start < sentence.end:
            usual = canonical(name.text)
            full = called(document)[usual]
            if usual != folded(name.text):
                yield Merged(claim, ALIAS, name.start, name.text, usual)
            if full != usual:
                yield Merged(claim, ARTICLE, name.start, name.text, full)


def spelled(claims: Iterable[Claim]) -> Iterator[Merged]:
    """The names of claims that other articles spell otherwise, each with the more frequent spelling."""
    told: defaultdict[str, list[Merged]] = defaultdict(list)
    for claim in claims:
        document, sentence = claim.mention.document, claim.sentence
        for name in names_in(document):
            if sentence.start <= name.start < sentence.end:
                usual = called(document)[canonical(name.text)]
                told[usual].append(Merged(claim, SPELLING, name.start, name.text, usual))
    by_code: defaultdict[str, list[str]] = defaultdict(list)
    for usual in told:
        by_code[code(usual)].append(usual)
    for names in by_code.values():
        for pair in combinations(sorted(names), 2):
            if is_one_name(*pair):
                few, many = sorted(pair, key=lambda name: len(told[name]))
                yield from (one._replace(taken=many) for one in told[few])


def main() -> None:
    """Count, and show a sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+")
    parser.add_argument("--sample", type=int, default=300, help="so many claims to be read")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    parts = [part for part in pieces(options.articles) if isinstance(part, Piece)]
    found = [one for part in parts for one in documents(part) if isinstance(one, Document)]
    claims = [claim for document in found for claim in understand(document).claims]
    every = [one for claim in claims for one in merged(claim)] + list(spelled(claims))
    about = Counter(how for how, _ in {(one.how, id(one.claim)) for one in every})
    by_claim: defaultdict[int, list[Merged]] = defaultdict(list)
    for one in every:
        by_claim[id(one.claim)].append(one)
    print(f"{len(found):,} articles, {len(claims):,} claims; about a merged name: {len(by_claim):,}, {dict(about)}")
    random = Random(options.seed)  # noqa: S311 - nothing is to be kept secret
    for names in random.sample(list(by_claim.values()), min(options.sample, len(by_claim))):
        one = random.choice(names)
        document = one.claim.mention.document
        print(f"\n{document.name}: {one.printed!r} {one.how} {one.taken!r}\n  {_around(document.text, one.start)}")
        for full in _full(document, one.taken) if one.how == ARTICLE else ():
            print(f"  {_around(document.text, full)}")


def _full(document: Document, taken: str) -> list[int]:
    """Where an article first gives the name that another is taken for."""
    return [name.start for name in names_in(document) if canonical(name.text).endswith(taken)][:1]


def _around(text: str, at: int) -> str:
    return " ".join(text[max(0, at - AROUND) : at + AROUND].split())


if __name__ == "__main__":
    main()
