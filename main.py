"""Runs factcheck from a checkout."""

from factcheck.cli import program

if __name__ == "__main__":
    program()
