"""A page on this machine: paste a draft and its sources, and see the report as you type."""
