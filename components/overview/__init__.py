"""The sections of the Overview."""
