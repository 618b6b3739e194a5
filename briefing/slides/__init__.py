"""The slides: the story as a PowerPoint file whose charts, maps and tables can be edited. `deck.pptx` makes it."""
