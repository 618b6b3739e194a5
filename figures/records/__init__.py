"""What a record says: its title, its statement and facts, its citation, and what changed of it."""
