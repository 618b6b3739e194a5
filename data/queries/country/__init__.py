"""Questions about one country."""
