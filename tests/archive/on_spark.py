"""What the tests run on Spark, in a process of its own: its Java machine does not outlive it, and its warnings are not ours.

python -m tests.archive.on_spark MASTER ARTICLES CLAIMS
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from factcheck.archive import cluster
from factcheck.archive.checking import check_archive
from factcheck.archive.problems import ArchiveError
from factcheck.rulebook import default_rulebook
from tests.archive.shown import whole


def told(engine: cluster.Cluster) -> list[object]:
    """What the engine says of the claims."""
    blocks = sorted({value.block for value in engine.conflicting()})
    values = len(list(engine.values(blocks)))
    return [engine.sources(), engine.sentences(), values, whole(check_archive(engine, default_rulebook()))]


def main(master: str, articles: Path, claims: Path) -> list[object]:
    """How many claims were read and articles failed, if there are articles, and what is said of the claims."""
    if not articles.exists():
        with cluster.over_parquet(claims, master) as engine:
            return [0, 0, *told(engine)]
    with cluster.session(master) as spark:
        with pytest.raises(ArchiveError, match="not claims of an archive"):
            cluster.over(spark, articles)
        return [*cluster.extract(spark, [articles], claims), *told(cluster.over(spark, claims))]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))))
