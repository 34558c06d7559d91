"""Persons: how old they are, when they were born and died, which offices they hold and for how long."""
