"""What one article tells twice, and tells otherwise the second time."""
