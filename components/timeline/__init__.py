"""What only the page Timeline shows."""
