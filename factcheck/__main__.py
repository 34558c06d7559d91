"""Runs factcheck as a module."""

from factcheck.cli import main

if __name__ == "__main__":
    main(prog_name="python -m factcheck")
