"""Everything that is known: tables, their dictionary, and pure functions over them."""
