"""Arithmetic: lists, totals, rests, shares, votes, scores, samples, and figures that are told to follow from others."""
