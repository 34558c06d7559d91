"""What is measured by hand and never by a test: speed, cold starts, hostile and random texts."""
