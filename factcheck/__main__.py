"""Runs factcheck as a module and as the command."""

import gc

# What is imported stays: to look for circles among it finds none. `main` says how often it is looked from then on.
gc.disable()

from factcheck.cli import program  # noqa: E402 - not before

if __name__ == "__main__":
    program("python -m factcheck")
