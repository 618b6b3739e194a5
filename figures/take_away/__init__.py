"""What a reader takes away of the whole briefing."""
