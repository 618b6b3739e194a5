"""Questions about published series."""
