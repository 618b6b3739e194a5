"""Tools of maps: projections, sheets, decks, arcs."""
