"""Many articles, kept so that one of them can be held against all others.

An article is read once. What it claims is kept as rows, each with the blocks in
which claims about the same thing meet. Two statements of plain SQL find the
blocks that hold values no one number fits, whatever engine runs them, and what
is in those is compared as the articles of a single run are.
"""
