"""What only the page Supply chain shows."""
