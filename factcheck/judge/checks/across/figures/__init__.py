"""When two figures of two texts are of one thing, and when the one says what the other says."""
