"""Reports become something to look at."""
