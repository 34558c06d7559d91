"""Amounts against what units, currencies, countries and bodies allow."""
