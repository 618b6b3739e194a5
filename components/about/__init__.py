"""The sections of the page About: how the briefing was made, what its words mean, and what it does not know."""
