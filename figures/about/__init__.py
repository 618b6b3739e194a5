"""What the briefing says of itself, without a screen."""
