"""The slides: the story as a PowerPoint file whose charts, maps and tables can be edited."""

from briefing.slides.deck import pptx

__all__ = ["pptx"]
