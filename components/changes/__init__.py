"""The sections of the page Changes."""
