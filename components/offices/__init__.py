"""What only the page Offices shows."""
