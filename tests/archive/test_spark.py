"""Spark, started for real: on this machine's cores, and on a cluster of two workers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.archive.checking import check_archive
from factcheck.archive.pieces import arrow
from factcheck.archive.rows import read
from factcheck.archive.tables import write_parquet
from factcheck.model import Document
from tests.archive.shown import whole

if TYPE_CHECKING:
    from factcheck.archive.store import Store
    from factcheck.judge.rules import Rulebook

pytestmark = pytest.mark.spark

#: Spark runs in a process of its own: its Java machine does not outlive it, and its warnings are not ours.
_RUN = """
import json, sys
from pathlib import Path
from factcheck.archive import cluster
from factcheck.archive.checking import check_archive
from factcheck.rulebook import default_rulebook
from tests.archive.shown import whole
master, articles, claims = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
with cluster.session(master) as spark:
    extracted = cluster.extract(spark, [articles], claims.with_name("extracted"))
    told = {"extracted": extracted, "checked": {}}
    for place in (claims, claims.with_name("extracted")):
        engine = cluster.over(spark, place)
        told["checked"][place.name] = [engine.sources(), engine.sentences(), whole(check_archive(engine, default_rulebook()))]
print(json.dumps(told))
"""


@pytest.mark.parametrize("master", ["local[2]", "local-cluster[2,1,1024]"])
def test_spark_reads_and_finds_what_the_archive_does(
    master: str, store: Store, newsroom: list[Document], rulebook: Rulebook, tmp_path: Path
) -> None:
    mixed = [
        Document(document.name, document.text, document.published if at % 3 else None)
        for at, document in enumerate(newsroom)
    ]
    columns = {
        "name": [one.name for one in mixed],
        "text": [one.text for one in mixed],
        "published": [one.published for one in mixed],
    }
    arrow("parquet").write_table(arrow().table(columns), tmp_path / "articles.parquet")
    store.add(map(read, mixed))
    write_parquet(store.rows(), tmp_path / "claims.parquet")
    arguments = [master, str(tmp_path / "articles.parquet"), str(tmp_path / "claims.parquet")]
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parent.parent.parent,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    found = whole(check_archive(store, rulebook))
    assert found
    expected = [len(mixed), store.sentences(), json.loads(json.dumps(found))]
    assert told == {
        "extracted": store.info().claims,
        "checked": {"claims.parquet": expected, "extracted": expected},
    }
