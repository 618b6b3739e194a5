"""What only the page Objectives shows."""
