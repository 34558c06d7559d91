"""Which articles tell one story, or report one event, and what ties them."""
