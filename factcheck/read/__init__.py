"""Files become documents, and documents sentences."""
