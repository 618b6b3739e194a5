"""Questions about sources, and about the tables themselves."""
