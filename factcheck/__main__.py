"""Runs factcheck as a module."""

from factcheck.cli import program

if __name__ == "__main__":
    program("python -m factcheck")
