"""What several articles say of one thing: a draft and its sources, or many sources side by side."""
