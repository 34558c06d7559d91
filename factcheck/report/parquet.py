"""Rows become a Parquet file, whose numbers and days are numbers and days."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from factcheck.report.formats import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def parquet_bytes(columns: Mapping[str, str], rows: Iterable[Sequence[object]]) -> bytes:
    """The file, `columns` being the type of each in the words of Arrow; MissingExtraError where pyarrow is not installed."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to import
        from pyarrow import parquet  # noqa: PLC0415
    except ModuleNotFoundError as problem:
        raise MissingExtraError(
            'pyarrow is not installed. Install it with: pip install "factcheck-rules[parquet]"'
        ) from problem
    schema = pa.schema([(name, pa.type_for_alias(kind)) for name, kind in columns.items()])
    known = [dict(zip(columns, map(_inexact, row), strict=True)) for row in rows]
    paper = BytesIO()
    parquet.write_table(pa.Table.from_pylist(known, schema), paper)
    return paper.getvalue()


def _inexact(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else value
