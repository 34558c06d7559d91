"""Topics and sentences become findings."""
