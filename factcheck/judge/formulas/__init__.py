"""Formulas over what a sentence says: skeletons, the patterns that read them, and what must hold of what was read."""
