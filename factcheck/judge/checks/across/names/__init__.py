"""What two articles tell of the same names: lists and counts of them, who did it to whom, what is measured of them, their ages."""
