"""Documents become readings: what is said."""
