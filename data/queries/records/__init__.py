"""Questions about single records: what a row is, what it rests on, what it is tied to, what became of it."""
