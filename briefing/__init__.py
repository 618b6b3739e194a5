"""The briefing as files to show and to take away: one story, and its dresses."""
