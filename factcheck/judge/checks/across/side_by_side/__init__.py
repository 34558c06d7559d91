"""Many sources side by side: claims of one attribute, figures in like words, notes of a line."""
