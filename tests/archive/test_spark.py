"""Spark, started for real: on this machine's cores, and on a cluster of two workers."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from coverage import Coverage

from factcheck.archive import cluster
from factcheck.archive.checking import check_archive
from factcheck.archive.cluster import packed_code
from factcheck.archive.pieces import arrow
from factcheck.archive.rows import read
from factcheck.archive.tables import batches, rows_of, write_parquet, write_texts
from factcheck.archive.values import Kept, Value
from factcheck.model import Document
from tests.archive.shown import whole

if TYPE_CHECKING:
    from factcheck.archive.store import Store
    from factcheck.judge.rules import Rulebook

spark = pytest.mark.spark


def on_spark(master: str, articles: Path, claims: Path) -> list[object]:
    """How many claims were extracted and articles failed, how many sources, sentences and torn values there are, and all that was found."""
    # Where coverage is measured, it is there too: the file that it leaves is read with the others.
    measured = ["coverage", "run", "--parallel-mode", "-m"] if Coverage.current() else []
    done = subprocess.run(
        [sys.executable, "-m", *measured, "tests.archive.on_spark", master, str(articles), str(claims)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parent.parent.parent,
    )
    assert done.returncode == 0, done.stderr
    told: list[object] = json.loads(done.stdout)
    return told


def test_what_is_sent_to_the_workers_runs_from_its_zip_file(tmp_path: Path) -> None:
    code = """
import sys
sys.path.insert(0, sys.argv[1])
import factcheck
from factcheck.archive.rows import read
from factcheck.model import Document
assert "factcheck.zip" in factcheck.__file__, factcheck.__file__
print(read(Document("a.txt", "The fire in Halden killed 12 people on 6 May 2024.")).source[3:])
"""
    done = subprocess.run(
        [sys.executable, "-P", "-c", code, str(packed_code(tmp_path))],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
    )
    assert (done.stdout, done.stderr) == ("(1, '')\n", "")


@pytest.fixture
def mixed(newsroom: list[Document], museum: list[Document]) -> list[Document]:
    """The articles, every third without a date, and some that differ in whole."""
    undated = [
        Document(document.name, document.text, document.published if at % 3 else None)
        for at, document in enumerate(newsroom)
    ]
    return [*undated, *museum]


def test_a_worker_keeps_the_values_of_its_partition_that_are_compared() -> None:
    torn = [Value(1, 12.0, 12.0, 3), Value(1, 14.0, 14.0, 1)]
    found = cluster._kept(batches(torn, Value))
    assert [value.side for value in rows_of(found, Kept)] == [0, 1]


def test_a_worker_counts_the_words_of_its_partition() -> None:
    told = arrow().table({"words": ["fire town", "fire"]}).to_batches()
    assert dict(rows_of(cluster._counted(iter(told)), cluster.WordCount)) == {"": 2, "fire": 2, "town": 1}


def test_a_worker_reads_the_claims_of_its_partition_and_counts_what_it_cannot_read() -> None:
    class Failed:
        times = 0

        def add(self, times: int) -> None:
            self.times += times

    failed = Failed()
    records = [{"text": "The fire in Halden killed 12 people."}, {"text": ""}]
    claims = list(cluster._claims(iter(arrow().Table.from_pylist(records).to_batches()), failed))
    assert [(claim.name, claim.lower) for claim in claims] == [("1", 12.0)]
    assert failed.times == 1


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            "[JAVA_GATEWAY_EXITED] Java gateway process exited.\n\tat a place",
            r"Spark \(local\) could not do it: \[JAVA_GATEWAY_EXITED\] Java gateway process exited\. See that .* Java 17",
        ),
        ("a job ended\nfactcheck.archive.problems.ArchiveError: a.txt: damaged.\n\tat", r"a\.txt: damaged\.\Z"),
    ],
)
def test_what_spark_complains_of_is_told_in_a_line(told: str, said: str) -> None:
    assert re.match(said, cluster.complaint(told, "local"))


@spark
def test_spark_reads_and_finds_what_the_archive_does(
    store: Store, mixed: list[Document], rulebook: Rulebook, tmp_path: Path
) -> None:
    columns = {
        "name": [one.name for one in mixed],
        "text": [one.text for one in mixed],
        "published": [one.published for one in mixed],
    }
    arrow("parquet").write_table(arrow().table(columns), tmp_path / "articles.parquet")
    store.add(map(read, mixed))
    conflicts = check_archive(store, rulebook)
    assert not all(conflict.sides for conflict in conflicts)
    found = whole(conflicts)
    torn = len(store.conflicting())
    expected = [store.info().claims, 0, len(mixed), store.sentences(), torn, json.loads(json.dumps(found))]
    assert on_spark("local[2]", tmp_path / "articles.parquet", tmp_path / "claims") == expected


@spark
def test_two_workers_find_what_the_archive_does(
    store: Store, mixed: list[Document], rulebook: Rulebook, tmp_path: Path
) -> None:
    store.add(map(read, mixed))
    write_parquet(store.rows(), tmp_path / "claims.parquet")
    write_texts(store.text_rows(), tmp_path / "claims.parquet")
    found = json.loads(json.dumps(whole(check_archive(store, rulebook))))
    told = on_spark("local-cluster[2,1,1024]", tmp_path / "none", tmp_path / "claims.parquet")
    assert told == [0, 0, len(mixed), store.sentences(), len(store.conflicting()), found]
