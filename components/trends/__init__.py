"""What only the page Trends shows."""
