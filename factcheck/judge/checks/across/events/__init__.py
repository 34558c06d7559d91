"""Two reports of one event: what each tells of it, and what they tell otherwise."""
