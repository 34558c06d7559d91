"""Spark for more than one machine: the same statements, and the same functions over batches of Arrow.

The workers need a Python with factcheck's dependencies and pyarrow; factcheck
itself is sent along.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import contextmanager
from importlib import import_module
from itertools import chain
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from textwrap import shorten
from typing import TYPE_CHECKING, Any, TypeVar
from zipfile import ZipFile

import factcheck
from factcheck.archive.comparing import Suspect, Told, suspects_in
from factcheck.archive.engine import Engine, weight
from factcheck.archive.events import Gathered, Member, by_group
from factcheck.archive.pieces import document_of
from factcheck.archive.problems import ArchiveError, needs, no_claims
from factcheck.archive.recalling import ComparedRow
from factcheck.archive.rows import ClaimRow, read, text_of
from factcheck.archive.statements import COMPARED, CONFLICT, PLACES, SIBLINGS, TEXTS, TORN, VALUES, VALUES_OF, ranges
from factcheck.archive.tables import batches, column, rows_of, schema, table, texts_beside, turns_in, word_counts
from factcheck.archive.texts import TextRow, Turn
from factcheck.archive.values import Kept, Value, kept
from factcheck.archive.wholes import differing
from factcheck.model import Document, Unreadable
from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.archive.comparing import Questions
    from factcheck.archive.sharing import Shared
    from factcheck.judge.rules import Rulebook

Row = TypeVar("Row", bound=NamedTuple)


#: What Spark raises, by module: Java's complaints come through py4j.
FAILURES = (("pyspark.errors", "PySparkException"), ("py4j.protocol", "Py4JError"))
#: So many letters of a complaint are shown.
MOST = 300
#: So many partitions for each core that works.
PARTITIONS = 2


class WordCount(NamedTuple):
    """A word, and in how many sentences it stands."""

    word: str
    sentences: int


class Cluster(Engine):
    """An engine on many machines."""

    def __init__(self, spark: Any) -> None:
        self._spark = spark
        self._words: dict[str, int] | None = None

    def conflicting(self) -> Iterator[Value]:
        """The values of all blocks in which some cannot go together."""
        return self._collected(self._conflicting(), Value)

    def values(self, blocks: Iterable[int]) -> Iterator[Value]:
        """The values of these blocks."""
        self._view("asked", column("block", blocks))
        return self._collected(self._spark.sql(VALUES_OF), Value)

    def compared(self, plan: Iterable[Kept]) -> Iterator[ComparedRow]:
        """The claims of the values that are kept, block by block."""
        self._view("kept", table(plan, Kept))
        return iter(sorted(self._collected(self._spark.sql(COMPARED), ComparedRow), key=lambda row: row.block))

    def siblings(self, sources: Iterable[int]) -> Iterator[ComparedRow]:
        """All claims of these articles, article by article."""
        self._view("sought", column("source", sources))
        return iter(sorted(self._collected(self._spark.sql(SIBLINGS), ComparedRow), key=lambda row: row.block))

    def word_counts(self, words: Iterable[str]) -> dict[str, int]:
        """In how many sentences each word stands; those that stand in none are left out."""
        known = self._all_words()
        return {word: known[word] for word in words if word in known}

    def sentences(self) -> int:
        """How many sentences make a claim."""
        return self._all_words().get("", 0)

    def sources(self) -> int:
        """How many articles make a claim."""
        return int(self._spark.sql("SELECT COUNT(DISTINCT source) FROM claims").first()[0])

    def suspects(self, questions: Questions, each: Shared = map) -> Iterator[Suspect]:
        """The claims that clash with another one of their blocks, worked out where the claims are."""
        del each
        total = self.sentences() + 1
        weights = {word: weight(total, times) for word, times in self._all_words().items() if word}
        known = self._spark.sparkContext.broadcast(weights)
        by_block = self._conflicting().repartition("block")
        by_block.mapInArrow(_kept, _columns(Kept)).createOrReplaceTempView("kept")

        def compared(found: Iterator[Any]) -> Iterator[Any]:
            rows = sorted(rows_of(found, ComparedRow), key=lambda row: row.block)
            return batches(suspects_in(Told(rows, known.value), questions), Suspect)

        claims = self._spark.sql(COMPARED).repartition("block")
        return self._collected(claims.mapInArrow(compared, _columns(Suspect)).distinct(), Suspect)

    def turning(self) -> Iterator[Turn]:
        """The names that articles turn on whose texts are kept, in their order by name, day and article."""
        return turns_in(self._spark.sql("SELECT source, day, about FROM texts").toArrow().to_batches())

    def texts(self, members: Iterable[Member]) -> Iterator[Gathered]:
        """What the articles of groups say, group by group; those whose texts are not kept are left out."""
        self._view("members", table(members, Member))
        return iter(sorted(self._collected(self._spark.sql(TEXTS), Gathered), key=lambda told: told.at))

    def clashing(self, members: Iterable[Member], rulebook: Rulebook) -> Iterator[Gathered]:
        """The texts of those groups in which rules about whole articles find something, worked out where the texts are."""
        self._view("members", table(members, Member))

        def told(found: Iterator[Any]) -> Iterator[Any]:
            ordered = sorted(rows_of(found, Gathered), key=lambda told: told.at)
            clashing = (group for group in by_group(ordered) if differing(group, rulebook))
            return batches(chain.from_iterable(clashing), Gathered)

        texts = self._spark.sql(TEXTS).repartition("at")
        found = self._collected(texts.mapInArrow(told, _columns(Gathered)), Gathered)
        return iter(sorted(found, key=lambda told: told.at))

    def _conflicting(self) -> Any:
        ((first, last),) = ranges(1)
        self._spark.sql(TORN.format(first, last)).createOrReplaceTempView("torn")
        self._spark.sql(VALUES).createOrReplaceTempView("told")
        return self._spark.sql(CONFLICT)

    def _all_words(self) -> dict[str, int]:
        if self._words is None:
            told = self._spark.sql("SELECT words FROM claims WHERE words IS NOT NULL")
            counted = told.mapInArrow(_counted, _columns(WordCount)).groupBy("word").sum("sentences")
            self._words = dict(self._collected(counted, WordCount))
        return self._words

    def _view(self, name: str, found: Any) -> None:
        self._spark.createDataFrame(found).createOrReplaceTempView(name)

    def _collected(self, frame: Any, row: type[Row]) -> Iterator[Row]:
        return rows_of(frame.toArrow().to_batches(), row)


def _kept(found: Iterator[Any]) -> Iterator[Any]:
    """The values of a partition that are kept; what order they come in does not matter."""
    return batches(kept(rows_of(found, Value)), Kept)


def _counted(found: Iterator[Any]) -> Iterator[Any]:
    """The words of a partition with their numbers."""
    return batches(map(WordCount._make, word_counts(found).items()), WordCount)


def _columns(row: type[NamedTuple]) -> Any:
    """The columns of rows, as Spark has them."""
    return import_module("pyspark.sql.pandas.types").from_arrow_schema(schema(row))


@contextmanager
def over_parquet(place: Path, master: str) -> Iterator[Cluster]:
    """The engine over the claims in a Parquet file or in a folder of them."""
    with session(master) as spark:
        yield over(spark, place)


def over(spark: Any, place: Path) -> Cluster:
    """The same in a session that has begun."""
    claims = spark.read.parquet(place.resolve().as_uri())
    if missing := [name for name in ClaimRow._fields if name not in claims.columns]:
        raise ArchiveError(no_claims(place, missing))
    claims.createOrReplaceTempView("claims")
    spark.sql(PLACES).createOrReplaceTempView("places")
    texts = texts_beside(place)
    told = (
        spark.read.parquet(texts.resolve().as_uri()) if texts.exists() else spark.createDataFrame([], _columns(TextRow))
    )
    told.createOrReplaceTempView("texts")
    return Cluster(spark)


def extract(spark: Any, articles: Iterable[Path], folder: Path, *, with_texts: bool = True) -> tuple[int, int]:
    """Read the claims of articles in Parquet files, and write them to a folder of such, and if wanted the texts to one beside it.

    Comes back with how many claims there are, and how many articles could not be
    understood (more, if a worker had to be replaced).
    """
    failed = spark.sparkContext.accumulator(0)

    def extracted(found: Iterator[Any]) -> Iterator[Any]:
        return batches(_claims(found, failed), ClaimRow)

    def packed(found: Iterator[Any]) -> Iterator[Any]:
        return batches(_texts(found), TextRow)

    texts = spark.read.parquet(*(path.resolve().as_uri() for path in articles))
    claims = texts.mapInArrow(extracted, _columns(ClaimRow)).dropDuplicates(["claim"])
    claims.write.mode("overwrite").parquet(folder.resolve().as_uri())
    rmtree(texts_beside(folder), ignore_errors=True)
    if with_texts:
        kept = texts.mapInArrow(packed, _columns(TextRow)).dropDuplicates(["source"])
        kept.write.parquet(texts_beside(folder).resolve().as_uri())
    return int(spark.read.parquet(folder.resolve().as_uri()).count()), int(failed.value)


def _claims(found: Iterator[Any], failed: Any) -> Iterator[ClaimRow]:
    """The claims of a partition of articles; what cannot be understood is counted."""
    for document in _documents(found):
        article = read(document, with_text=False) if isinstance(document, Document) else None
        if article is None or article.source.problem:
            failed.add(1)
        else:
            yield from article.claims


def _texts(found: Iterator[Any]) -> Iterator[TextRow]:
    """What is kept of what the articles of a partition say."""
    for document in _documents(found):
        if isinstance(document, Document):
            yield text_of(document)


def _documents(found: Iterator[Any]) -> Iterator[Document | Unreadable]:
    records = (record for batch in found for record in batch.to_pylist())
    return (document_of(record, str(at)) for at, record in enumerate(records, 1))


@contextmanager
def session(master: str) -> Iterator[Any]:
    """A session on a cluster, which has what we send along."""
    try:
        sql = import_module("pyspark.sql")
    except ModuleNotFoundError as problem:
        raise needs("spark", "pyspark") from problem
    failures = tuple(getattr(import_module(module), name) for module, name in FAILURES)
    try:
        with _begun(sql, master) as spark:
            yield spark
    except failures as problem:
        raise ArchiveError(complaint(str(problem), master)) from problem


def complaint(told: str, master: str) -> str:
    """What to say of what Spark complains of: what one of our own functions said on a worker, or else its first line."""
    ours = re.search(rf"{ArchiveError.__name__}: (.+)", told)
    if ours:
        return ours[1]
    first = shorten(told.strip().partition("\n")[0], MOST)
    return f"Spark ({master}) could not do it: {first} See that the cluster is up and has Java 17 or later."


@contextmanager
def _begun(sql: Any, master: str) -> Iterator[Any]:
    # Here and on the workers the same Python: what is pickled by one is read by the other.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    with TemporaryDirectory(prefix="factcheck-") as scratch:
        spark = (
            sql.SparkSession.builder.master(master)
            .appName("factcheck")
            .config("spark.log.level", "ERROR")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.warehouse.dir", scratch)
            .getOrCreate()
        )
        try:
            # Two hundred partitions, as Spark has it, are too many for two cores, and too few for a thousand.
            spark.conf.set("spark.sql.shuffle.partitions", PARTITIONS * spark.sparkContext.defaultParallelism)
            spark.sparkContext.addPyFile(str(packed_code(Path(scratch))))
            yield spark
        finally:
            spark.stop()


def packed_code(folder: Path) -> Path:
    """Our own code as one file, which workers import from."""
    package = Path(factcheck.__file__).parent
    target = folder / "factcheck.zip"
    with ZipFile(target, "w") as packed:
        for file in sorted(package.rglob("*")):
            if file.suffix in {".py", ".txt", ".yaml"}:
                packed.write(file, Path("factcheck") / file.relative_to(package))
    return target
