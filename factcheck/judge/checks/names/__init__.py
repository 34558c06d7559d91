"""Names that change on the way through an article, and what the people behind them are said to have said."""
