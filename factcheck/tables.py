"""Tables that stand beside the code that reads them: files of lines, of which those that begin with # are for people."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from importlib.abc import FileLoader
    from importlib.machinery import ModuleSpec


def rows(package: str, name: str) -> list[str]:
    """The lines of a table that say something.

    They are asked of whoever loaded the package, which may be in a zip file: so it is sent to the workers of a cluster.
    `pkgutil` and `importlib.resources` do the same, and take longer to import than a table to read.
    """
    module = sys.modules[package]
    loader = cast("FileLoader", cast("ModuleSpec", module.__spec__).loader)
    data = loader.get_data(f"{module.__path__[0]}/{name}")
    return [line for line in data.decode("utf-8").splitlines() if line and not line.startswith("#")]
