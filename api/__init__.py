"""HTTP routes and headers over data and figures."""
