"""Pure questions to the catalog: each takes a catalog (and a selection) and returns a frame. One module a subject."""
