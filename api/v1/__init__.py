"""The open data API: what the pages show, for machines. It is strict where the pages forgive."""
