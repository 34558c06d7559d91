"""Claims become topics: which are about the same thing."""
